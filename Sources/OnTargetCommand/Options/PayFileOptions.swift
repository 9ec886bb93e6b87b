import Answers
import ArgumentParser
import Findings
import PayAnswers

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

  /// The settings of a question for these files, by their keys in a recipe.
  static func settings<Asked>(_ files: WritableKeyPath<Asked, PayFiles>) -> [Setting<Asked>] {
    [
      Setting("roster", .roster, .file) { $0[keyPath: files].roster = $1 },
      Setting("rates", .rates, .file) { $0[keyPath: files].rates = $1 },
      Setting("scores", .scores, .file) { $0[keyPath: files].scores = $1 },
      Setting("adjustments", .adjustments, .file) { $0[keyPath: files].adjustments = $1 },
    ]
  }

  /// What the options say.
  var typed: [(Parameter, [String])] {
    [
      (.roster, text(roster)), (.rates, text(rates)), (.scores, text(scores)),
      (.adjustments, text(adjustments)),
    ]
  }

  /// The files.
  var files: PayFiles {
    PayFiles(roster: roster, rates: rates, scores: scores, adjustments: adjustments)
  }
}
