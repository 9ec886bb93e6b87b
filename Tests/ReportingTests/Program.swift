import Foundation
import Testing

/// Another program that the tests compare with, such as a Markdown parser.
struct Program: Sendable {
  let name: String

  /// Whether the tests that need the program run.
  ///
  /// They are skipped where it is not installed, but not silently in continuous integration: with
  /// `REQUIRE_TEST_PROGRAMS` set they run nevertheless, and fail.
  var isUsable: Bool {
    path != nil || ProcessInfo.processInfo.environment["REQUIRE_TEST_PROGRAMS"] != nil
  }

  private var path: String? {
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
      .map { "\($0)/\(name)" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  /// Runs the program and returns what it writes; throws when it is not there or fails.
  func run(_ arguments: [String], input: String) throws -> String {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let (inputFile, outputFile) = (folder.appending(path: "in"), folder.appending(path: "out"))
    try Data(input.utf8).write(to: inputFile)
    try Data().write(to: outputFile)
    let process = Process()
    process.executableURL = URL(filePath: try #require(path, "\(name) is not installed"))
    process.arguments = arguments
    process.standardInput = try FileHandle(forReadingFrom: inputFile)
    let output = try FileHandle(forWritingTo: outputFile)
    process.standardOutput = output
    process.standardError = output
    try process.run()
    process.waitUntilExit()
    let text = String(decoding: try Data(contentsOf: outputFile), as: UTF8.self)
    try #require(process.terminationStatus == 0, "\(name) failed: \(text.prefix(2000))")
    return text
  }
}
