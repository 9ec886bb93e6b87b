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

  /// The keys of a recipe for these files.
  static let recipeKeys: [RecipeKey] = [
    RecipeKey("roster", .file, as: "--roster"), RecipeKey("rates", .file, as: "--rates"),
    RecipeKey("scores", .file, as: "--scores"),
    RecipeKey("adjustments", .file, as: "--adjustments"),
  ]

  /// The files.
  var files: PayFiles {
    PayFiles(roster: roster, rates: rates, scores: scores, adjustments: adjustments)
  }
}
