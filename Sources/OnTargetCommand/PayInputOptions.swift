import Amounts
import Analyses
import ArgumentParser
import Findings
import PayPlans

/// The files that a plan is run on, the same for every verb that pays deals.
struct PayInputOptions: ParsableArguments {
  @Argument(help: ArgumentHelp("The pay plan, as YAML.", valueName: "plan"))
  var plan: String

  @Argument(help: ArgumentHelp("The deals, as CSV; - for standard input.", valueName: "deals"))
  var deals: String

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

  /// A plan that was run on its files.
  struct Run {
    var plan: Plan
    var pay: PayRun
    var deals: Deals
    var inputs: [InputDescription]
    var findings: FindingLog
  }

  /// Reads everything and pays everyone.
  func run() throws -> Run {
    let (plan, planFindings) = try Plan.read(path: self.plan)
    var log = planFindings
    let (deals, dealFindings) = try Deals.read(path: self.deals, for: plan)
    log.add(dealFindings)
    var inputs = [
      InputDescription(path: self.plan),
      InputDescription(path: self.deals, rows: deals.rows.count, rejected: 0),
    ]
    var people: Roster?
    if let roster {
      let (read, findings) = try Roster.read(path: roster, for: plan)
      people = read
      log.add(findings)
      inputs.append(InputDescription(path: roster, rows: read.reps.count, rejected: 0))
    }
    for path in [rates, scores, adjustments].compactMap(\.self) {
      inputs.append(InputDescription(path: path))
    }
    let pay = try plan.statements(
      for: deals, roster: people, rates: try rates.map { try .read(path: $0) } ?? .init(),
      scores: try scores.map { try .read(path: $0) } ?? .init(),
      adjustments: try adjustments.map {
        try Adjustment.read(path: $0, currency: plan.currency)
      } ?? [])
    log.add(pay.findings)
    return Run(plan: plan, pay: pay, deals: deals, inputs: inputs, findings: log)
  }
}
