import Foundation

/// Files that tests write and read again.
enum TemporaryFile {
  /// Writes a text to a new file and returns its path.
  static func write(_ text: String) throws -> String {
    let url = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).csv")
    try text.write(to: url, atomically: true, encoding: .utf8)
    return url.path
  }
}
