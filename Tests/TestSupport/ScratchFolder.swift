public import Foundation

/// A folder that exists while a test runs.
public struct ScratchFolder: ~Copyable {
  public let url: URL

  public init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "ontarget-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// Writes a file and returns its path.
  public func write(_ text: String, to name: String) throws -> String {
    let file = url.appending(path: name)
    try text.write(to: file, atomically: true, encoding: .utf8)
    return file.path
  }
}
