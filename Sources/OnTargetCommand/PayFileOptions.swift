import Analyses
import ArgumentParser
import Findings
import PayPlans
import PlanFiles

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

  /// The options that were given, for verbs that can do without deals.
  var given: [String] {
    [
      roster.map { _ in "--roster" }, rates.map { _ in "--rates" },
      scores.map { _ in "--scores" }, adjustments.map { _ in "--adjustments" },
    ].compactMap(\.self)
  }

  /// The keys of a recipe for these files.
  static let recipeKeys: [RecipeKey] = [
    RecipeKey("roster", .file, as: "--roster"), RecipeKey("rates", .file, as: "--rates"),
    RecipeKey("scores", .file, as: "--scores"),
    RecipeKey("adjustments", .file, as: "--adjustments"),
  ]

  /// A plan that was run on its files.
  struct Run {
    var plan: Plan
    var pay: PayRun
    var deals: Deals
    var inputs: [InputDescription]
    var findings: FindingLog
  }

  /// Reads everything but the plan, and pays everyone.
  ///
  /// - Parameters:
  ///   - plan: The plan.
  ///   - deals: The file with the deals.
  ///   - other: The plan that the roster names for the people on this one; nil for this one.
  /// - Returns: What everyone is paid, with what it was read from.
  /// - Throws: `InputFailure` for what is wrong in a file.
  func run(_ plan: Plan, on deals: String, forPeopleOn other: Plan? = nil) throws -> Run {
    var log = FindingLog()
    let (read, dealFindings) = try Deals.read(path: deals, for: plan)
    log.add(dealFindings)
    var inputs = [InputDescription(path: deals, rows: read.rows.count, rejected: 0)]
    var people: Roster?
    if let roster {
      let (read, findings) = try Roster.read(path: roster, for: plan)
      people = other.map { read.moving(from: $0, to: plan) } ?? read
      log.add(findings)
      inputs.append(InputDescription(path: roster, rows: read.reps.count, rejected: 0))
    }
    inputs += [rates, scores, adjustments].compactMap(\.self).map { InputDescription(path: $0) }
    let pay = try plan.statements(
      for: read, roster: people, rates: try rates.map { try .read(path: $0) } ?? .init(),
      scores: try scores.map { try .read(path: $0) } ?? .init(),
      adjustments: try adjustments.map {
        try Adjustment.read(path: $0, currency: plan.currency)
      } ?? [])
    log.add(pay.findings)
    return Run(plan: plan, pay: pay, deals: read, inputs: inputs, findings: log)
  }
}
