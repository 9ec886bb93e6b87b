import Foundation
import TestSupport
import Testing

/// The built `ontarget`, run as a user runs it, from the root of the checkout.
enum Executable {
  /// The root of the checkout, which the examples of the documentation take for granted.
  static let root: URL = Checkout.root

  /// Runs the command, or another program of the package, with a scratch folder or the checkout as
  /// working directory.
  ///
  /// Elsewhere than in the checkout the datasets are named, as they are found where they are installed.
  static func run(
    _ arguments: [String], input: String = "", in folder: URL = root, program: String = "ontarget"
  ) throws -> Program.Result {
    var environment = ["PATH": "/usr/bin:/bin", "COLUMNS": "100"]
    if folder != root { environment["ONTARGET_DATASETS"] = root.appending(path: "datasets").path }
    return try Program(built: program).start(
      arguments, input: input, in: folder, environment: environment)
  }

  /// Runs the command and decodes its JSON.
  static func json(_ arguments: [String]) throws -> [String: Any] {
    let result = try run(arguments + ["--format", "json"])
    #expect(result.status == 0, "\(result.errors)")
    let object = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
    return try #require(object as? [String: Any])
  }
}
