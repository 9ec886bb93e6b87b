import Amounts
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

  /// The options that were given, for verbs that can do without a model.
  var given: [String] {
    [
      model.map { _ in "--model" }, trials.map { _ in "--trials" }, seed.map { _ in "--seed" },
      threads.map { _ in "--threads" }, referenceQuota.map { _ in "--reference-quota" },
    ].compactMap(\.self)
  }

  /// The settings of a question for how attainment is drawn, by their keys in a recipe.
  static func settings<Asked>(
    _ model: WritableKeyPath<Asked, ModelChoice>
  ) -> [Setting<Asked>] {
    [
      Setting("model", .model, .text) { $0[keyPath: model].text = $1 },
      Setting("trials", .trials, .number) { $0[keyPath: model].draws.trials = $1 },
      Setting("seed", .seed, .number) { $0[keyPath: model].draws.seed = $1 },
      Setting(nil, .threads, .number) { $0[keyPath: model].draws.threads = $1 },
    ]
  }

  /// What the options say.
  var typed: [(Parameter, [String])] {
    [
      (.model, text(model)), (.trials, text(trials)), (.seed, text(seed)),
      (.threads, text(threads)), (.referenceQuota, text(referenceQuota)),
    ]
  }

  func validate() throws {
    if let trials, !(1...PayForecast.trialLimit ~= trials) {
      throw ValidationError(
        "--trials: \(trials) is not a number of years; take 1 to \(PayForecast.trialLimit)")
    }
    if let threads, !(1...1024 ~= threads) {
      throw ValidationError("--threads: \(threads) is not a number of threads; take 1 to 1024")
    }
  }

  /// What a model was read from.
  struct Reading {
    var model: ModelText
    var inputs: [InputDescription] = []
    var findings: FindingLog = FindingLog()
  }

  /// Reads the model, and the histories that it names.
  func read() throws -> Reading {
    var inputs: [InputDescription] = []
    var findings = FindingLog()
    do {
      let text = try ModelText(model ?? AttainmentPreset.standard) { path in
        let history = try AttainmentHistory(path: path)
        inputs.append(
          InputDescription(path: path, rows: history.rows, rejected: history.rejected))
        findings.add(history.findings)
        return history.values
      }
      return Reading(model: text, inputs: inputs, findings: findings)
    } catch let failure as ModelFailure {
      throw ValidationError("--model: \(failure)")
    }
  }

  /// Reads the reference quota.
  func readReferenceQuota() throws -> Ratio? {
    try referenceQuota.map { try Series.amount($0, option: "--reference-quota") }
  }
}
