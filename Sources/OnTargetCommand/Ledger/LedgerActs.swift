import ArgumentParser
import LedgerAnswers

/// A verb that does one thing to a ledger, and shows how far it is then.
protocol LedgerAct: Act {
  /// The ledger.
  var target: LedgerArgument { get }

  /// Who does it, and when.
  var stamp: LedgerStampOptions { get }

  /// What is done.
  var act: LedgerQuestion.Act { get }
}

extension LedgerAct {
  var sideInputs: [String] { [target.path] }

  func respond(to call: Call) throws -> Response {
    Response(try LedgerQuestion(target.path, act, stamp.stamp()).answer())
  }
}

/// `ontarget ledger approve`.
struct LedgerApprove: LedgerAct {
  static let configuration: CommandConfiguration = CommandConfiguration(
    commandName: "approve",
    abstract: "Approve the last calculation of a period.",
    discussion: """
      Example:
        ontarget ledger approve pay.ledger 2026-01 --by finance --on 2026-02-03
      """)

  @OptionGroup var target: LedgerArgument
  @OptionGroup var time: LedgerPeriodArgument
  @OptionGroup var stamp: LedgerStampOptions
  @OptionGroup var output: OutputOptions

  var act: LedgerQuestion.Act { .approve(time.period) }
}

/// `ontarget ledger close`.
struct LedgerClose: LedgerAct {
  static let configuration: CommandConfiguration = CommandConfiguration(
    commandName: "close",
    abstract: "Post what was approved, and lock the period.",
    discussion: """
      Example:
        ontarget ledger close pay.ledger 2026-01 --by finance --on 2026-02-03
      """)

  @OptionGroup var target: LedgerArgument
  @OptionGroup var time: LedgerPeriodArgument
  @OptionGroup var stamp: LedgerStampOptions
  @OptionGroup var output: OutputOptions

  var act: LedgerQuestion.Act { .close(time.period) }
}

/// `ontarget ledger reopen`.
struct LedgerReopen: LedgerAct {
  static let configuration: CommandConfiguration = CommandConfiguration(
    commandName: "reopen",
    abstract: "Open the last closed period again, and take back what it posted.",
    discussion: """
      Only before its payroll file is made; after that, differences are posted in the open period.

      Example:
        ontarget ledger reopen pay.ledger 2026-01 --reason "a wrong rate" \\
          --by finance --on 2026-02-03
      """)

  @OptionGroup var target: LedgerArgument
  @OptionGroup var time: LedgerPeriodArgument

  @Option(help: ArgumentHelp("Why.", valueName: "text"))
  var reason: String

  @OptionGroup var stamp: LedgerStampOptions
  @OptionGroup var output: OutputOptions

  var act: LedgerQuestion.Act { .reopen(time.period, reason: reason) }
}

/// `ontarget ledger pay`.
struct LedgerPay: LedgerAct {
  static let configuration: CommandConfiguration = CommandConfiguration(
    commandName: "pay",
    abstract: "Record that what the payroll file of a period says was paid.",
    discussion: """
      Example:
        ontarget ledger pay pay.ledger 2026-01 --by payroll --on 2026-02-05
      """)

  @OptionGroup var target: LedgerArgument
  @OptionGroup var time: LedgerPeriodArgument
  @OptionGroup var stamp: LedgerStampOptions
  @OptionGroup var output: OutputOptions

  var act: LedgerQuestion.Act { .pay(time.period) }
}

/// `ontarget ledger dispute`.
struct LedgerDispute: LedgerAct {
  static let configuration: CommandConfiguration = CommandConfiguration(
    commandName: "dispute",
    abstract: "Record that somebody disputes an entry; the statement has the numbers.",
    discussion: """
      Example:
        ontarget ledger dispute pay.ledger 2 --reason "the deal was mine alone" \\
          --by ann --on 2026-02-10
      """)

  @OptionGroup var target: LedgerArgument

  @Argument(help: ArgumentHelp("The number of the entry.", valueName: "entry"))
  var entry: Int

  @Option(help: ArgumentHelp("What is wrong with it.", valueName: "text"))
  var reason: String

  @OptionGroup var stamp: LedgerStampOptions
  @OptionGroup var output: OutputOptions

  var act: LedgerQuestion.Act { .dispute(entry: entry, reason: reason) }
}

/// `ontarget ledger answer`.
struct LedgerAnswer: LedgerAct {
  static let configuration: CommandConfiguration = CommandConfiguration(
    commandName: "answer",
    abstract: "Record the answer to a dispute; the status has the numbers of the open ones.",
    discussion: """
      What a dispute changes is mended in the deals or the adjustments, and posted with the open period.

      Example:
        ontarget ledger answer pay.ledger 8 --reason "right: the split was 50 %" \\
          --by ops --on 2026-02-12
      """)

  @OptionGroup var target: LedgerArgument

  @Argument(help: ArgumentHelp("The number of the dispute.", valueName: "dispute"))
  var dispute: Int

  @Option(help: ArgumentHelp("What is answered.", valueName: "text"))
  var reason: String

  @OptionGroup var stamp: LedgerStampOptions
  @OptionGroup var output: OutputOptions

  var act: LedgerQuestion.Act { .answer(dispute: dispute, reason: reason) }
}

/// `ontarget ledger status`.
struct LedgerStatusTool: Verb {
  static let configuration: CommandConfiguration = CommandConfiguration(
    commandName: "status",
    abstract: "Show how far each period is, what stands on the accounts, and open disputes.",
    discussion: """
      Example:
        ontarget ledger status pay.ledger
      """)

  @OptionGroup var target: LedgerArgument
  @OptionGroup var output: OutputOptions

  var sideInputs: [String] { [target.path] }

  func respond(to call: Call) throws -> Response {
    Response(try LedgerStatusQuestion(target.path).answer())
  }
}
