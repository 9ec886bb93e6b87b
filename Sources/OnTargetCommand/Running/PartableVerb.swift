import Answers
import ArgumentParser
import Findings
import Parts
import Reporting

/// A verb that can write a part in place of an answer.
protocol PartWriter: Verb {
  /// Where the part goes; nil for an answer.
  var partPath: String? { get }

  /// Writes the part.
  ///
  /// - Returns: What was noticed on the way.
  /// - Throws: What is wrong in the inputs, and what writing a file does.
  func writePart(to path: String, _ call: Call) throws -> FindingLog
}

extension PartWriter {
  /// Refuses what is said about an answer where none is written.
  func refuseAnswer() throws(InputFailure) {
    guard let other = output.firstOfAnswer else { return }
    throw InputFailure(
      .part, "question.together", "a part is no answer, about which \(.parameter(other)) speaks",
      remedy: "leave it out here, and say it where parts become an answer")
  }
}

/// A verb whose long work several machines share.
///
/// A part holds that work. Merging makes the call that it is a part of, with the work done: nothing else of
/// the verb has to know of parts, and the answer has the bytes that one machine would have written.
protocol PartableVerb: PartWriter {
  /// Whether a part is written.
  var part: PartOptions { get }

  /// Does the part of the work that the call asks for.
  ///
  /// - Throws: `InputFailure` for what is wrong in the inputs, and for what cannot be done in parts.
  func work() throws -> PartialWork

  /// Puts the work of parts together into that of a larger part.
  ///
  /// - Throws: `InputFailure` for bodies that are damaged or do not belong together.
  static func joined(_ parts: PartSet) throws -> JoinedWork

  /// Answers with the work of all parts.
  ///
  /// - Throws: What `respond(to:)` throws, and `InputFailure` for parts that are missing.
  func respond(to call: Call, with parts: PartSet) throws -> Response
}

/// The work of a part.
struct PartialWork {
  /// The files that all parts rest on.
  var shared: [InputDescription] = []
  /// The files that this part alone has read.
  var inputs: [InputDescription] = []
  /// What the body counts.
  var rows: Int
  /// What tells the part from others; nil where its own inputs do, by what they hold.
  var parts: [String]?
  /// The work itself.
  var body: JSONValue
  /// Warnings and notes.
  var findings: FindingLog = FindingLog()
}

/// The work of several parts together.
struct JoinedWork {
  /// The files that the parts have read, in the order of the answer.
  var inputs: [PartHead.Input]
  /// What tells each of the parts from others, in the order of the answer.
  var parts: [String]
  /// The work itself.
  var body: JSONValue
}

extension PartableVerb {
  /// What the parts of the verb are called in their files.
  static var partKind: PartHead.Kind { PartHead.Kind(ofVerb: _commandName) }

  var partPath: String? { part.part }

  func writePart(to path: String, _ call: Call) throws -> FindingLog {
    try refuseAnswer()
    if wantedFiles.contains(where: { $0.path == "-" }) {
      throw InputFailure(
        .part, "part.standard-input", "a part names the files that it rests on",
        remedy: "give files in place of standard input")
    }
    let work = try work()
    let typed = try call.typedFiles(work.inputs.map(\.path))
    var inputs = try work.inputs.map { try PartHead.Input(digesting: $0) }
    for index in inputs.indices { inputs[index].name = typed[index] }
    let head = PartHead(
      version: ToolVersion.current, kind: Self.partKind, options: call.options(withoutFiles: typed),
      shared: try work.shared.map { try PartHead.Input(digesting: $0) }, inputs: inputs,
      rows: work.rows, parts: work.parts ?? inputs.map { String($0.sha256.prefix(16)) })
    let read = (work.shared + work.inputs).map(\.path) + sideInputs + sideOutputs
    try OutputFile.write(Part.text(head, body: work.body), to: path, besides: read)
    return work.findings
  }
}

extension PartHead.Input {
  /// Names a file by what it holds.
  init(digesting input: InputDescription) throws(InputFailure) {
    self.init(
      name: input.path, sha256: try Checksum.sha256(ofFile: input.path), rows: input.rows)
  }
}

extension Call {
  /// What stands for the files in the options of a part.
  private static let files = "<files>"

  /// The call with files in their place.
  func replacingFiles(by names: [String]) -> Call {
    Call(arguments: arguments.flatMap { $0 == Self.files ? names : [$0] })
  }

  /// The arguments that name files, which may be bundled ones.
  fileprivate func typedFiles(_ paths: [String]) throws(InputFailure) -> [String] {
    let resolved = try BundledFiles.resolve(
      arguments, datasets: value(of: Parameter.datasets.option))
    return paths.map { path in
      zip(arguments, resolved).first { $0.1 == path }?.0 ?? path
    }
  }

  /// The arguments without those that change no byte of the answer: which part is done, where, and how; and with
  /// a mark in place of some files.
  fileprivate func options(withoutFiles names: [String]) -> [String] {
    let options: Set<String> = ["--part", "--shard", "--threads", "--locale", "--expect-rows"]
    var (kept, skips) = ([String](), false)
    for argument in arguments {
      if skips {
        skips = false
      } else if options.contains(argument) {
        skips = true
      } else if names.contains(argument) {
        if !kept.contains(Self.files) { kept.append(Self.files) }
      } else if argument != "--shared", !options.contains(where: { argument.hasPrefix($0 + "=") }) {
        kept.append(argument)
      }
    }
    return kept
  }
}
