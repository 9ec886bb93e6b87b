public import Foundation

/// The files of the project, found from this file wherever the tests run.
public enum Checkout {
  /// The folder that has `Package.swift`.
  public static let root: URL = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The path of the folder with the bundled datasets.
  public static let datasets: String = root.appending(path: "datasets").path

  /// Returns the text of a file, named from the root.
  public static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  /// Returns the text of a committed file that is made from code, named from the root.
  ///
  /// `ONTARGET_RECORD=1 swift test` writes it again before.
  public static func recorded(_ path: String, as made: String) throws -> String {
    if ProcessInfo.processInfo.environment["ONTARGET_RECORD"] != nil {
      try Data(made.utf8).write(to: root.appending(path: path))
    }
    return try text(path)
  }
}
