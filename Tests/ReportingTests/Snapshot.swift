import Foundation
import Testing

/// Compares text with a file in `Snapshots`, which shows in a review what a change does to output.
///
/// With `RECORD_SNAPSHOTS` set the file is written instead, and the test fails, so that recording
/// cannot pass for checking.
func expectSnapshot(
  _ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let file = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Snapshots").appending(path: name)
  if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] != nil {
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
    Issue.record("recorded \(name)", sourceLocation: sourceLocation)
    return
  }
  let data = try #require(
    try? Data(contentsOf: file), "no \(name); set RECORD_SNAPSHOTS=1 to write it",
    sourceLocation: sourceLocation)
  let stored = String(decoding: data, as: UTF8.self)
  guard stored != text else { return }
  let difference = text.split(separator: "\n", omittingEmptySubsequences: false)
    .difference(from: stored.split(separator: "\n", omittingEmptySubsequences: false))
    .prefix(20)
    .map { change in
      switch change {
      case .insert(let line, let element, _): "+\(line + 1): \(element)"
      case .remove(let line, let element, _): "-\(line + 1): \(element)"
      }
    }
  Issue.record(
    "\(name) differs:\n\(difference.joined(separator: "\n"))", sourceLocation: sourceLocation)
}
