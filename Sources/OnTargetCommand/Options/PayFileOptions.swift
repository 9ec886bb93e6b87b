import Amounts
import Answers
import ArgumentParser
import Findings
import PayAnswers
import PlanFiles
import Reports
import Tables

/// The files beside a plan and its deals, the same wherever deals are paid.
struct PayFileOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Who is on the plan, since when, and under whom (default: everyone with a deal, all year).",
      valueName: "file"))
  var roster: String?

  @Option(
    help: ArgumentHelp(
      "What foreign currencies are worth: currency, month, rate.", valueName: "file"))
  var rates: String?

  @Option(
    help: ArgumentHelp(
      "Scores of objectives and scored measures: rep, period_end, name, score.", valueName: "file"))
  var scores: String?

  @Option(
    help: ArgumentHelp(
      "Amounts added or taken by hand: rep, date, amount, reason.", valueName: "file"))
  var adjustments: String?

  @Option(
    help: ArgumentHelp(
      "What customers paid, for a plan whose pay follows it: deal_id, date, amount.",
      valueName: "file"))
  var receipts: String?

  @Option(
    help: ArgumentHelp(
      """
      The last day that is known, such as 2021-02-28, or its month: no later deal, cancellation, payment, draw or \
      salary counts (default: all that the files say).
      """, valueName: "day"))
  var asOf: String?

  @OptionGroup var reading: TableReadingOptions

  @Option(
    help: ArgumentHelp(
      "Whose all deals are, for a file without a column for people.", valueName: "rep"))
  var allBy: String?

  /// The settings of a question for these files, by their keys in a recipe.
  static func settings<Asked>(_ files: WritableKeyPath<Asked, PayFiles>) -> [Setting<Asked>] {
    [
      Setting(
        "roster", .roster, .file, default: "everyone with a deal, all year",
        "who is on the plan, since when, and under whom"
      ) { $0[keyPath: files].roster = $1 },
      Setting("rates", .rates, .file, "what foreign currencies are worth") {
        $0[keyPath: files].rates = $1
      },
      Setting(
        "scores", .scores, .file, "scores of objectives and scored measures"
      ) { $0[keyPath: files].scores = $1 },
      Setting(
        "adjustments", .adjustments, .file, "amounts added or taken by hand"
      ) { $0[keyPath: files].adjustments = $1 },
      Setting(
        "receipts", .receipts, .file, "what customers paid, for a plan whose pay follows it"
      ) { $0[keyPath: files].receipts = $1 },
      Setting(
        "as of", .asOf, .lastDay, default: "all that the files say",
        "the last day that is known: no later deal, cancellation, payment, draw or salary counts"
      ) { $0[keyPath: files].asOf = $1 },
      Setting(
        "all by", .allBy, .text, "whose all deals are, for a file without a column for people"
      ) { $0[keyPath: files].tables.allBy = $1 },
    ] + TableReadingOptions.settings(files.appending(path: \.tables), of: .deals)
  }

  /// What the options say.
  var typed: [(Parameter, [String])] {
    [
      (.roster, text(roster)), (.rates, text(rates)), (.scores, text(scores)),
      (.adjustments, text(adjustments)), (.receipts, text(receipts)), (.asOf, text(asOf)),
      (.allBy, text(allBy)),
    ] + reading.typed
  }

  /// The files, with what they are taken for.
  var wantedFiles: [WantedFile] {
    let typed = Typed(typed)
    return WantedFile.named { typed[$0] }
  }

  /// The files.
  func files() throws -> PayFiles {
    var files = PayFiles(
      roster: roster, rates: rates, scores: scores, adjustments: adjustments,
      tables: try tables())
    files.receipts = receipts
    files.asOf = try asOf.map { (text) throws(InputFailure) in
      try CalendarDate(lastDay: text, .asOf)
    }
    return files
  }

  /// How the files are read.
  private func tables() throws -> TableOptions {
    var options = try reading.options(mapping: .deals)
    options.allBy = allBy
    return options
  }
}
