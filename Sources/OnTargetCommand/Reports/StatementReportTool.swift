import Answers
import ArgumentParser
import Findings
import LedgerAnswers
import PayAnswers
import Reports

/// `ontarget report statements`.
struct StatementReportTool: ReportVerb {
  static let configuration: CommandConfiguration = CommandConfiguration(
    commandName: "statements",
    abstract: "Write a pay statement for each rep, a page each, and an overview.",
    discussion: """
      With --output FILE.md or FILE.html the pages are files in a folder FILE; else they follow the \
      overview. Takes the files that `ontarget pay` takes.

      Example:
        ontarget report statements ontarget:plans/marginal-accelerators \\
          ontarget:deals/team-2021 --roster ontarget:deals/team-2021-roster \\
          --rates ontarget:deals/team-2021-rates --period 2021-Q2

      With --interactive the statement of one person is a page in which every line opens, and other \
      outcomes of deals can be tried.

      With --ledger it shows what a closed period has posted for each person, what changed of earlier \
      ones, and the balances, as `ontarget ledger statement` does.
      """)

  static var settings: [Setting<StatementPackQuestion>] {
    [
      Setting(
        "plan", .plan, .file, required: true, "the [pay plan](plan-format.md)"
      ) { $0.pay.plan = $1 },
      Setting("deals", .deals, .file, required: true, "the deals") { $0.pay.deals = $1 },
    ]
      + PayFileOptions.settings(\.pay.files) + [
        Setting(
          "period", .period, .text, default: "all",
          "the days that are shown: `2021-Q2` is April to June 2021, `FY2021-Q2` the second quarter of the plan year that starts in 2021"
        ) { $0.pay.period = $1 },
        Setting("reps", .rep, .texts, default: "everyone", "the people") { $0.pay.reps = $1 },
        Setting(
          "keep", .keptColumns, .texts, default: "none",
          "columns of the roster, such as `cost_center`, that go into the table of reps for payroll"
        ) { $0.pay.files.keptColumns = $1 },
      ]
  }
  static var unasked: StatementPackQuestion {
    StatementPackQuestion(
      StatementQuestion(plan: "", deals: "", files: PayFiles(tables: .withWords)))
  }

  @Argument(help: ArgumentHelp("The pay plan, as YAML.", valueName: "plan"))
  var plan: String?

  @Argument(
    help: ArgumentHelp("The deals, as CSV or .xlsx.", valueName: "deals"))
  var deals: String?

  @Option(
    help: ArgumentHelp(
      "A ledger whose closed period is shown, in place of a plan and deals.", valueName: "file"))
  var ledger: String?

  @OptionGroup var files: PayFileOptions
  @OptionGroup var selection: StatementOptions
  @OptionGroup var interactive: InteractiveOptions
  @OptionGroup var options: ReportOptions
  @OptionGroup var output: OutputOptions

  var typed: Typed {
    Typed(
      [(.plan, text(plan)), (.deals, text(deals)), (.period, text(selection.time.period))]
        + [(.rep, selection.rep), (.keptColumns, selection.keep)] + files.typed)
  }

  var sideInputs: [String] { [ledger].compactMap(\.self) }

  func respond(to call: Call) throws -> Response {
    if interactive.interactive { return try page(to: call) }
    guard let ledger else { return try report(to: call) }
    // A ledger keeps the files that it was calculated from.
    let others = [text(plan), text(deals), selection.keep, options.section] + files.typed.map(\.1)
    guard call.recipe == nil, others.allSatisfy(\.isEmpty) else {
      throw ValidationError(
        "--ledger has files of its own; of the other options --rep and --period alone go with it")
    }
    return Response(
      try LedgerStatementQuestion(ledger, reps: selection.rep, period: selection.time.period)
        .answer())
  }

  /// Writes one person's statement as a page that answers.
  private func page(to call: Call) throws -> Response {
    guard ledger == nil else {
      throw ValidationError(
        "what a ledger has posted stands, and no deal of it can be tried; leave out --interactive")
    }
    guard options.section.isEmpty else {
      throw ValidationError("a statement that answers has no sections; leave out --section")
    }
    let (question, frame, typed) = try asked(by: call)
    do {
      return try interactive.response(
        to: question.pay, output, language: frame.language ?? .english)
    } catch let error as InputFailure {
      throw call.recipe?.placing(error, besides: typed) ?? error
    }
  }
}
