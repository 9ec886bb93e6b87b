import ArgumentParser

/// A verb of the command: it parses its options, calls the libraries and responds.
///
/// Verbs neither print nor exit, so that anything can run them in-process; `Invocation` does both.
protocol Verb: ParsableCommand {
  /// The options for the output.
  var output: OutputOptions { get }

  /// The files that it reads besides the inputs of its answer.
  var sideInputs: [String] { get }

  /// The files that it writes besides the answer and its chart.
  var sideOutputs: [String] { get }

  /// The files that the call names, to be told what they are where they cannot be read.
  var wantedFiles: [WantedFile] { get }

  /// Computes the answer.
  ///
  /// - Parameter call: What was typed, for answers that say how they were made.
  /// - Returns: The answer with what it was read from.
  /// - Throws: `InputFailure` for what is wrong in the inputs, `ValidationError` for wrong usage.
  func respond(to call: Call) throws -> Response
}

/// A verb that does more than answer: it begins a file, writes a folder, or takes a step in a ledger.
///
/// Assistants are not offered it.
protocol Act: Verb {}

extension Verb {
  var sideInputs: [String] { [] }
  var sideOutputs: [String] { [] }

  var wantedFiles: [WantedFile] { [] }
}
