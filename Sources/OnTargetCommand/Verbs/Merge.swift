import Answers
import ArgumentParser
import Findings
import Parts

/// `ontarget merge`.
struct Merge: PartWriter {
  static let configuration: CommandConfiguration = CommandConfiguration(
    commandName: "merge",
    abstract: "Put the parts of an answer together that several machines have worked on.",
    discussion: """
      A verb with --part writes a part of its work in place of an answer. From all parts, in any \
      order, merge writes what one machine would have written, byte for byte; with --part it writes \
      a larger part, so that parts are merged in any tree. Parts of another version, of other \
      options or other files, a part that comes twice and one that is missing are refused.

      Examples:
        ontarget simulate ontarget:plans/account-executive-2021 \\
          --trials 1000000 --shard 1/2 --part one.json
        ontarget simulate ontarget:plans/account-executive-2021 \\
          --trials 1000000 --shard 2/2 --part two.json
        ontarget merge one.json two.json
      """)

  @Argument(help: ArgumentHelp("Parts, as --part of other verbs writes them.", valueName: "parts"))
  var parts: [String]

  @Option(
    help: ArgumentHelp("Write a larger part in place of the answer.", valueName: "file"))
  var part: String?

  @Option(
    help: ArgumentHelp(
      """
      How many rows, or simulated years, all parts have together; with fewer or more they are refused.
      """, valueName: "n"))
  var expectRows: Int?

  @OptionGroup var output: OutputOptions

  var sideInputs: [String] { parts }
  var sideOutputs: [String] { [part].compactMap(\.self) }

  var partPath: String? { part }

  func respond(to call: Call) throws -> Response {
    let set = try set()
    let typed = call.arguments.dropFirst().filter { !parts.contains($0) }
    let call = Call(arguments: set.head.options + typed)
    let whole = call.replacingFiles(by: set.head.inputs.map(\.name).sorted(by: Self.precedes))
    var response = try verb(of: whole, set).respond(to: whole, with: set)
    response.call = whole
    return response
  }

  /// The order in which files are answered about: that of the bytes of their names.
  private static func precedes(_ name: String, _ other: String) -> Bool {
    name.utf8.lexicographicallyPrecedes(other.utf8)
  }

  func writePart(to path: String, _ call: Call) throws -> FindingLog {
    try refuseAnswer()
    let set = try set()
    let work = try type(of: verb(of: Call(arguments: set.head.options), set)).joined(set)
    var head = set.head
    (head.inputs, head.parts) = (work.inputs, work.parts)
    try OutputFile.write(Part.text(head, body: work.body), to: path, besides: parts)
    return FindingLog()
  }

  private func set() throws(InputFailure) -> PartSet {
    var read: [Part] = []
    for path in parts { read.append(try Part(path: path)) }
    let set = try PartSet(read, version: ToolVersion.current)
    if let expectRows, set.head.rows != expectRows {
      throw InputFailure(
        .badData,
        Finding(
          "part.row-count", about: .parts,
          "expected \(.number(expectRows)) rows in all parts, and they have \(.number(set.head.rows))",
          remedy:
            "look in the heads of the parts which one has other \(.code("rows")) than were meant"
        ))
    }
    return set
  }

  /// The verb of a call.
  ///
  /// - Throws: `.badData` where the parts are of no verb that can be put together.
  private func verb(of call: Call, _ set: PartSet) throws -> any PartableVerb {
    let arguments = try BundledFiles.resolve(
      call.arguments, datasets: call.value(of: Parameter.datasets.option))
    let command = try OnTargetTool.parseAsRoot(arguments)
    guard let verb = command as? any PartableVerb, type(of: verb).partKind == set.head.kind else {
      throw Part.broken(set.parts[0].path)
    }
    return verb
  }
}
