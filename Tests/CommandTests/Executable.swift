import Foundation
import Testing

/// The built `ontarget`, run as a user runs it, from the root of the checkout.
enum Executable {
  struct Result {
    var output: String
    var errors: String
    var status: Int32
  }

  /// The root of the checkout, which the examples of the documentation take for granted.
  static let root: URL = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// Runs the command, or another program of the package, with a scratch folder or the checkout as
  /// working directory.
  static func run(
    _ arguments: [String], input: String = "", in folder: URL = root, program: String = "ontarget"
  ) throws -> Result {
    let process = Process()
    process.executableURL = try url(of: program)
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ["PATH": "/usr/bin:/bin", "COLUMNS": "100"]
    let (standardInput, output, errors) = (Pipe(), Pipe(), Pipe())
    process.standardInput = standardInput
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    try standardInput.fileHandleForWriting.write(contentsOf: Data(input.utf8))
    try standardInput.fileHandleForWriting.close()
    // Findings are far smaller than a pipe's buffer, so one after the other cannot block.
    let outputData = output.fileHandleForReading.readDataToEndOfFile()
    let errorData = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Result(
      output: String(decoding: outputData, as: UTF8.self),
      errors: String(decoding: errorData, as: UTF8.self), status: process.terminationStatus)
  }

  /// Runs the command and decodes its JSON.
  static func json(_ arguments: [String]) throws -> [String: Any] {
    let result = try run(arguments + ["--format", "json"])
    #expect(result.status == 0, "\(result.errors)")
    let object = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
    return try #require(object as? [String: Any])
  }

  /// SwiftPM puts the executables beside the test bundle.
  private static func url(of program: String) throws -> URL {
    var folder = URL(filePath: try #require(CommandLine.arguments.first))
      .deletingLastPathComponent()
    for _ in 0..<4 {
      let candidate = folder.appending(path: program)
      if FileManager.default.isExecutableFile(atPath: candidate.path) { return candidate }
      folder.deleteLastPathComponent()
    }
    return try #require(nil, "\(program) is not built beside the tests")
  }
}

/// A folder that exists while a test runs.
struct ScratchFolder: ~Copyable {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "ontarget-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  func write(_ text: String, to name: String) throws -> String {
    let file = url.appending(path: name)
    try text.write(to: file, atomically: true, encoding: .utf8)
    return file.path
  }
}
