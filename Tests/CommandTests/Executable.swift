import Foundation
import TestSupport
import Testing

/// The built `ontarget`, run as a user runs it, from the root of the checkout.
enum Executable {
  /// The root of the checkout, which the examples of the documentation take for granted.
  static let root: URL = Checkout.root

  /// Runs the command, or another program of the package, with a scratch folder or the checkout as
  /// working directory.
  static func run(
    _ arguments: [String], input: String = "", in folder: URL = root, program: String = "ontarget"
  ) throws -> Program.Result {
    try Program(built: program).start(
      arguments, input: input, in: folder,
      environment: ["PATH": "/usr/bin:/bin", "COLUMNS": "100"])
  }

  /// Runs the command and decodes its JSON.
  static func json(_ arguments: [String]) throws -> [String: Any] {
    let result = try run(arguments + ["--format", "json"])
    #expect(result.status == 0, "\(result.errors)")
    let object = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
    return try #require(object as? [String: Any])
  }
}
