import Answers
import ArgumentParser
import LedgerAnswers
import Reporting

/// `ontarget ledger statement`.
struct LedgerStatementTool: Verb {
  static let configuration: CommandConfiguration = CommandConfiguration(
    commandName: "statement",
    abstract: "Show what a closed period posted for each person, and what changed of earlier ones.",
    discussion: """
      Examples:
        ontarget ledger statement pay.ledger ann --period 2026-01
        ontarget ledger statement pay.ledger
      """)

  @OptionGroup var target: LedgerArgument

  @Argument(
    help: ArgumentHelp(
      "The people: id, name or employee number (default: everybody).", valueName: "rep"))
  var reps: [String] = []

  @Option(
    help: ArgumentHelp(
      "A closed period, such as 2026-01 (default: the last one).", valueName: "period"))
  var period: String?

  @OptionGroup var output: OutputOptions

  var sideInputs: [String] { [target.path] }

  func respond(to call: Call) throws -> Response {
    Response(
      try LedgerStatementQuestion(target.path, reps: reps, period: period).answer())
  }
}

/// `ontarget ledger verify`.
struct LedgerVerify: Verb {
  static let configuration: CommandConfiguration = CommandConfiguration(
    commandName: "verify",
    abstract: "Check that nothing in a ledger was changed, left out or added by something else.",
    discussion: """
      Each row carries the hash of the one before; the hash of the last event, which the status shows, \
      tells a ledger from one that was cut short. The exit status is 1 when something is wrong.

      Example:
        ontarget ledger verify pay.ledger
      """)

  @OptionGroup var target: LedgerArgument

  @Option(
    help: ArgumentHelp(
      "The hash that the last event is known to have, or its beginning.", valueName: "hash"))
  var head: String?

  @OptionGroup var output: OutputOptions

  var sideInputs: [String] { [target.path] }

  func respond(to call: Call) throws -> Response {
    let reply = try LedgerProofQuestion(target.path, head: head).answer()
    return Response(reply, status: reply.answer.isClean ? .done : .answerIsNo)
  }
}

/// `ontarget ledger replay`.
struct LedgerReplayTool: Act {
  static let configuration: CommandConfiguration = CommandConfiguration(
    commandName: "replay",
    abstract: "Calculate every closed period again from the files that the ledger keeps.",
    discussion: """
      The exit status is 1 when something comes out otherwise: with another version of the program, \
      what that version would pay differently.

      Example:
        ontarget ledger replay pay.ledger
      """)

  @OptionGroup var target: LedgerArgument

  @OptionGroup var output: OutputOptions

  var sideInputs: [String] { [target.path] }

  func respond(to call: Call) throws -> Response {
    let reply = try LedgerReplayQuestion(target.path, version: ToolVersion.current).answer()
    return Response(reply, status: reply.answer.isSame ? .done : .answerIsNo)
  }
}

/// `ontarget ledger export`.
struct LedgerExport: Act {
  static let configuration: CommandConfiguration = CommandConfiguration(
    commandName: "export",
    abstract: "Write a ledger as CSV files, and the files that it keeps, into a folder.",
    discussion: """
      What is written is the same for the same ledger, and only grows, so that git shows what a month added.

      Example:
        ontarget ledger export pay.ledger --folder pay-ledger
      """)

  @OptionGroup var target: LedgerArgument

  @Option(help: ArgumentHelp("The folder.", valueName: "folder"))
  var folder: String

  @OptionGroup var output: OutputOptions

  var sideInputs: [String] { [target.path] }

  func respond(to call: Call) throws -> Response {
    let reply = try LedgerExportQuestion(target.path).answer()
    for (name, bytes) in reply.answer.files {
      try OutputFile.write(
        bytes, to: "\(folder)/\(name)", besides: sideInputs, makesFolder: true)
    }
    for table in reply.answer.tables {
      try OutputFile.write(
        table.table.csv(), to: "\(folder)/\(table.name).csv", besides: sideInputs,
        makesFolder: true)
    }
    return Response(reply)
  }
}

/// `ontarget ledger journal`.
struct LedgerJournalTool: Verb {
  static let configuration: CommandConfiguration = CommandConfiguration(
    commandName: "journal",
    abstract: "Write what a ledger books: accruals, and costs of contracts spread over time.",
    discussion: """
      The costs of obtaining contracts are spread as ASC 340-40 and IFRS 15 ask; over how many months, and \
      how, is a policy of the company, in a file. --table has journal, costs (the roll-forward) and \
      schedule (deal by deal).

      Example:
        ontarget ledger journal pay.ledger --policy ontarget:closing/cost-policy
      """)

  @OptionGroup var target: LedgerArgument

  @Option(help: ArgumentHelp("How costs of contracts are spread.", valueName: "file"))
  var policy: String

  @OptionGroup var output: OutputOptions

  var sideInputs: [String] { [target.path, policy] }

  func respond(to call: Call) throws -> Response {
    Response(try LedgerJournalQuestion(target.path, policy: policy).answer())
  }
}
