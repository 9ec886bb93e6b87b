import Amounts
import ArgumentParser
import Findings
import LedgerAnswers
import PayAnswers
import PayLedger
import PlanFiles
import Reports

/// `ontarget ledger`.
struct LedgerTool: ParsableCommand {
  static let configuration: CommandConfiguration = CommandConfiguration(
    commandName: "ledger",
    abstract:
      "Close months of pay: what was calculated, approved and paid, and what changed since.",
    discussion: """
      A ledger is one file that only grows. A month is calculated, approved, closed, written for \
      payroll and paid; what a late or changed deal does to a month that is closed is posted in the \
      one that is open, with its cause. Who does something, and on which day, is always said: the \
      clock is never asked.

      Example:
        ontarget ledger init pay.ledger --first 2026-01 --by ops --on 2026-01-31
        ontarget ledger status pay.ledger
      """,
    subcommands: [
      LedgerInit.self, LedgerOpen.self, LedgerCalculate.self, LedgerApprove.self, LedgerClose.self,
      LedgerReopen.self, LedgerPayrollTool.self, LedgerPay.self, LedgerStatusTool.self,
      LedgerStatementTool.self, LedgerDispute.self, LedgerAnswer.self, LedgerVerify.self,
      LedgerReplayTool.self, LedgerExport.self, LedgerJournalTool.self,
    ])
}

/// The ledger that a verb is about.
struct LedgerArgument: ParsableArguments {
  @Argument(help: ArgumentHelp("The ledger.", valueName: "ledger"))
  var ledger: String

  /// Where it is: inside of a notebook, in a folder that lives as long as the notebook runs.
  var path: String { OutputFile.scratchFolder.map { "\($0)/\(ledger)" } ?? ledger }
}

/// Who does something to a ledger, and on which day.
struct LedgerStampOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Who does it.", valueName: "name"))
  var by: String

  @Option(help: ArgumentHelp("The day on which it is done, such as 2026-02-03.", valueName: "day"))
  var on: String

  func stamp() throws -> LedgerStamp {
    guard let day = CalendarDate(iso: on) else {
      throw ValidationError("--on: \"\(on)\" is not a day; write it as 2026-02-03")
    }
    guard by.contains(where: { !$0.isWhitespace }) else {
      throw ValidationError("--by: nobody is named")
    }
    return LedgerStamp(by: by, on: day, version: ToolVersion.current)
  }
}

/// `ontarget ledger init`.
struct LedgerInit: Act {
  static let configuration: CommandConfiguration = CommandConfiguration(
    commandName: "init",
    abstract: "Make a ledger.",
    discussion: """
      Example:
        ontarget ledger init pay.ledger --first 2026-01 --by ops --on 2026-01-31
      """)

  @OptionGroup var target: LedgerArgument

  @Option(
    help: ArgumentHelp(
      "The first period: a month, or 2026-Q1, 2026-H1, FY2026-Q1; all are of its length.",
      valueName: "period"))
  var first: String

  @Option(
    help: ArgumentHelp(
      "The day on which the plan's years begin, for periods such as FY2026-Q1.", valueName: "day"))
  var yearStarts: String?

  @OptionGroup var stamp: LedgerStampOptions

  @OptionGroup var output: OutputOptions

  var sideOutputs: [String] { [target.path] }

  func respond(to call: Call) throws -> Response {
    let start = try yearStarts.map { text in
      guard let day = CalendarDate(iso: text) else {
        throw ValidationError("--year-starts: \"\(text)\" is not a day; write it as 2026-02-01")
      }
      return day
    }
    return Response(
      try LedgerBeginning(
        target.path, first: first, yearStarts: start, try stamp.stamp()
      ).answer())
  }
}

/// The period of a ledger that a verb is about.
struct LedgerPeriodArgument: ParsableArguments {
  @Argument(help: ArgumentHelp("The period, such as 2026-01.", valueName: "period"))
  var period: String
}

/// The plans, deals and files beside them from which a period is calculated.
struct LedgerInputOptions: ParsableArguments {
  @OptionGroup var files: PayFileOptions

  func validate() throws {
    if files.asOf != nil {
      throw ValidationError(
        "--as-of: a period is calculated as of its last day, and what came before a ledger as of the day before it"
      )
    }
  }

  /// The files of a calculation.
  ///
  /// - Parameter paths: The plans, then the deals.
  /// - Returns: The files, and how they are read.
  /// - Throws: `ValidationError` for fewer than two paths, `InputFailure` for what the options say wrongly.
  func inputs(_ paths: [String]) throws -> PayInputs {
    guard paths.count > 1 else {
      throw ValidationError("name one or more plans, and then the deals")
    }
    return PayInputs(
      plans: Array(paths.dropLast()), deals: paths[paths.count - 1], files: try files.files())
  }

  func wantedFiles(_ paths: [String]) -> [WantedFile] {
    paths.dropLast().map { WantedFile($0, .plan) }
      + paths.suffix(1).map { WantedFile($0, .table(.deals)) } + files.wantedFiles
  }
}

/// `ontarget ledger calculate`.
struct LedgerCalculate: Act {
  static let configuration: CommandConfiguration = CommandConfiguration(
    commandName: "calculate",
    abstract:
      "Calculate what a period posts: what is owed as of its last day, less what was posted.",
    discussion: """
      Give all deals of the plans' years, not those of the period alone: what was late, or changed, \
      since the last close is found by what is owed now. A deal that was paid on and is gone is asked \
      about. The files are kept in the ledger.

      Example:
        ontarget ledger calculate pay.ledger 2026-01 ontarget:closing/plan \\
          ontarget:closing/deals-2026-01 --roster ontarget:closing/roster \\
          --by ops --on 2026-02-02
      """)

  @OptionGroup var target: LedgerArgument

  @OptionGroup var time: LedgerPeriodArgument

  @Argument(help: ArgumentHelp("The plans, and then the deals.", valueName: "plans and deals"))
  var paths: [String]

  @OptionGroup var inputs: LedgerInputOptions

  @Option(
    help: ArgumentHelp(
      "A deal that is meant to be gone: what was paid on it is taken back; may be repeated.",
      valueName: "deal"))
  var reverse: [String] = []

  @OptionGroup var stamp: LedgerStampOptions

  @OptionGroup var output: OutputOptions

  var wantedFiles: [WantedFile] { inputs.wantedFiles(paths) }
  var sideInputs: [String] { [target.path] }

  func respond(to call: Call) throws -> Response {
    Response(
      try LedgerCalculation(
        target.path, time.period, try inputs.inputs(paths), reversed: Set(reverse),
        try stamp.stamp()
      ).answer())
  }
}

/// `ontarget ledger open`.
struct LedgerOpen: Act {
  static let configuration: CommandConfiguration = CommandConfiguration(
    commandName: "open",
    abstract: "Post what stood before the first period: what plans paid, as paid, and balances.",
    discussion: """
      For a ledger that begins within the year of a plan. What the plans owe as of the day before is \
      posted as paid; what was really paid otherwise, and what people owe, is in a table of balances \
      with the columns rep, account, amount and currency: payable, held, draw or clawback.

      Example:
        ontarget ledger open pay.ledger --balances ontarget:closing/balances \\
          --by ops --on 2026-01-31
      """)

  @OptionGroup var target: LedgerArgument

  @Argument(help: ArgumentHelp("The plans, and then the deals.", valueName: "plans and deals"))
  var paths: [String] = []

  @OptionGroup var inputs: LedgerInputOptions

  @Option(
    help: ArgumentHelp(
      "What people are owed, or owe, besides: rep, account, amount, currency.", valueName: "file"))
  var balances: String?

  @OptionGroup var stamp: LedgerStampOptions

  @OptionGroup var output: OutputOptions

  var wantedFiles: [WantedFile] { inputs.wantedFiles(paths) }
  var sideInputs: [String] { [target.path] + [balances].compactMap(\.self) }

  func respond(to call: Call) throws -> Response {
    Response(
      try LedgerOpening(
        target.path, inputs: paths.isEmpty ? nil : try inputs.inputs(paths), balances: balances,
        tables: try inputs.files.files().tables, try stamp.stamp()
      ).answer())
  }
}
