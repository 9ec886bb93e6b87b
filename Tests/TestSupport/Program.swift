public import Foundation

/// Another program that the tests run: one to compare with, such as a Markdown parser, or `ontarget`.
public struct Program: Sendable {
  /// What a program left when it ended.
  public struct Result: Sendable {
    public var output: String
    public var errors: String
    public var status: Int32
  }

  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  public let name: String
  private let path: String?

  /// A program that is found as a shell finds it.
  public init(name: String) {
    self.name = name
    path = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
      .map { "\($0)/\(name)" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  /// A program that this package builds: SwiftPM puts it beside the test bundle.
  ///
  /// `ONTARGET_PROGRAMS` names a folder that comes first, such as that of a release build: what is
  /// tested is then what people get, and in a fraction of the time.
  public init(built name: String) {
    self.name = name
    var folder = URL(filePath: CommandLine.arguments.first ?? "").deletingLastPathComponent()
    var found = ProcessInfo.processInfo.environment["ONTARGET_PROGRAMS"]
      .map { "\($0)/\(name)" }
      .flatMap { FileManager.default.isExecutableFile(atPath: $0) ? $0 : nil }
    for _ in 0..<4 where found == nil {
      let candidate = folder.appending(path: name).path
      if FileManager.default.isExecutableFile(atPath: candidate) { found = candidate }
      folder.deleteLastPathComponent()
    }
    path = found
  }

  /// Where it is; nil where it is not there.
  public var location: String? { path }

  /// Whether the tests that need the program run.
  ///
  /// They are skipped where it is not installed, but not silently in continuous integration: with
  /// `REQUIRE_TEST_PROGRAMS` set they run nevertheless, and fail.
  public var isUsable: Bool {
    path != nil || ProcessInfo.processInfo.environment["REQUIRE_TEST_PROGRAMS"] != nil
  }

  /// Runs the program to its end.
  ///
  /// Its output is a pipe, as it often is for people. Input and errors go through files, so that
  /// nothing blocks while the output is read.
  ///
  /// - Throws: When the program is not there.
  public func start(
    _ arguments: [String], input: String = "", in directory: URL? = nil,
    environment: [String: String]? = nil
  ) throws -> Result {
    guard let path else { throw Failure(description: "\(name) is not there") }
    let folder = try ScratchFolder()
    let errors = URL(filePath: try folder.write("", to: "errors"))
    let output = Pipe()
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    if let directory { process.currentDirectoryURL = directory }
    if let environment { process.environment = environment }
    process.standardInput = try FileHandle(
      forReadingFrom: URL(filePath: folder.write(input, to: "input")))
    process.standardOutput = output
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
    let written = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Result(
      output: String(decoding: written, as: UTF8.self),
      errors: String(decoding: try Data(contentsOf: errors), as: UTF8.self),
      status: process.terminationStatus)
  }

  /// Runs the program and returns what it writes; throws when it is not there or fails.
  public func run(_ arguments: [String], input: String = "", in directory: URL? = nil) throws
    -> String
  {
    let result = try start(arguments, input: input, in: directory)
    guard result.status == 0 else {
      throw Failure(description: "\(name) failed: \((result.output + result.errors).prefix(2000))")
    }
    return result.output
  }
}
