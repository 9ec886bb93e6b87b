import Answers
import ArgumentParser
import Findings
import PayAnswers
import Simulation

/// The options for a model of attainment and how it is drawn from.
struct ModelOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      """
      How attainment varies: a preset (\(AttainmentPreset.all.map(\.name).joined(separator: ", "))) \
      or \(ModelText.forms.joined(separator: ", ")) (default: \(AttainmentPreset.standard)).
      """, valueName: "model"))
  var model: String?

  @Option(help: "The number of simulated years (default: 100000).")
  var trials: Int?

  @Option(help: "The seed of the random numbers (default: 1).")
  var seed: UInt64?

  @Option(help: "The number of threads, which changes no figure (default: one a core).")
  var threads: Int?

  @Option(
    help: ArgumentHelp(
      "The quota that attainment is measured against (default: the plan's own).",
      valueName: "amount"))
  var referenceQuota: String?

  /// The settings of a question for how attainment is drawn, by their keys in a recipe.
  static func settings<Asked>(_ model: WritableKeyPath<Asked, ModelChoice>) -> [Setting<Asked>] {
    [
      Setting(
        "model", .model, .text, default: "`\(AttainmentPreset.standard)`",
        "how attainment varies: a preset, or a model such as `lognormal:mean=0.95,cv=0.35`"
      ) { $0[keyPath: model].text = $1 },
      Setting(
        "trials", .trials, .number, default: "100000", "the number of simulated years"
      ) { $0[keyPath: model].draws.trials = $1 },
      Setting("seed", .seed, .number, default: "1", "the seed of the draws") {
        $0[keyPath: model].draws.seed = $1
      },
      Setting(optionOnly: .threads, .number) { $0[keyPath: model].draws.threads = $1 },
    ]
  }

  /// What the options say.
  var typed: [(Parameter, [String])] {
    [
      (.model, text(model)), (.trials, text(trials)), (.seed, text(seed)),
      (.threads, text(threads)), (.referenceQuota, text(referenceQuota)),
    ]
  }

  /// How attainment varies.
  var choice: ModelChoice {
    get throws(InputFailure) {
      ModelChoice(
        model ?? AttainmentPreset.standard,
        draws: draws,
        referenceQuota: try referenceQuota.map { (text) throws(InputFailure) in
          try Series.amount(text, .referenceQuota)
        })
    }
  }

  /// How random numbers are drawn.
  var draws: DrawChoice { DrawChoice(trials: trials, seed: seed, threads: threads) }

  /// A setting that was given, for verbs that can do without a model.
  var firstGiven: Parameter? {
    if model != nil { return .model }
    return draws.firstGiven ?? (referenceQuota == nil ? nil : .referenceQuota)
  }
}
