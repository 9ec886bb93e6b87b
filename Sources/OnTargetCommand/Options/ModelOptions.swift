import Answers
import ArgumentParser
import Findings
import PayAnswers
import Simulation
import Tables

/// How attainment varies.
struct AttainmentOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      """
      How attainment varies: a preset (\(AttainmentPreset.all.map(\.name).joined(separator: ", "))) \
      or \(ModelText.forms.joined(separator: ", ")) (default: \(AttainmentPreset.standard)).
      """, valueName: "model"))
  var model: String?

  /// The model, drawn from in a way.
  func choice(
    _ reference: ReferenceQuotaOptions, draws: DrawChoice = DrawChoice()
  ) throws(InputFailure) -> ModelChoice {
    ModelChoice(
      model ?? AttainmentPreset.standard, tables: .withWords, draws: draws,
      referenceQuota: try reference.amount)
  }
}

/// The options for a model of attainment and how it is drawn from.
struct ModelOptions: ParsableArguments {
  @OptionGroup var attainment: AttainmentOptions

  @Option(help: "The number of simulated years (default: 100000).")
  var trials: Int?

  @Option(help: "The seed of the random numbers (default: 1).")
  var seed: UInt64?

  @Option(help: "The number of threads, which changes no figure (default: one a core).")
  var threads: Int?

  /// The settings of a question for how attainment is drawn, by their keys in a recipe.
  static func settings<Asked>(_ model: WritableKeyPath<Asked, ModelChoice>) -> [Setting<Asked>] {
    [
      Setting(
        "model", .model, .text, default: "`\(AttainmentPreset.standard)`",
        "how attainment varies: a preset, or a model such as `lognormal:mean=0.95,cv=0.35`"
      ) {
        $0[keyPath: model].text = $1
        $0[keyPath: model].tables = .withWords
      },
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
      (.model, text(attainment.model)), (.trials, text(trials)), (.seed, text(seed)),
      (.threads, text(threads)),
    ]
  }

  /// How attainment varies.
  func choice(_ reference: ReferenceQuotaOptions) throws(InputFailure) -> ModelChoice {
    try attainment.choice(reference, draws: draws)
  }

  /// How random numbers are drawn.
  var draws: DrawChoice { DrawChoice(trials: trials, seed: seed, threads: threads) }

  /// A setting that was given, for verbs that can do without a model.
  var firstGiven: Parameter? {
    attainment.model == nil ? draws.firstGiven : .model
  }
}

/// The quota that attainment is measured against, where it need not be the plan's own.
struct ReferenceQuotaOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The quota that attainment is measured against (default: the plan's own).",
      valueName: "amount"))
  var referenceQuota: String?

  /// The quota as an amount.
  var amount: AskedAmount? {
    get throws(InputFailure) {
      try referenceQuota.map { (text) throws(InputFailure) in
        try Series.amount(text, .referenceQuota)
      }
    }
  }
}
