import Amounts
import Answers
import ArgumentParser
import Findings
import PayAnswers
import PayPlans

/// The part of the plan year that is looked at.
struct PeriodOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      """
      Only this time: 2021-05, 2021-Q2 (April to June), 2021-H1 or 2021; FY2021-Q2 is the second \
      quarter of the plan year that starts in 2021.
      """, valueName: "period"))
  var period: String?

  /// The period that is asked for, and what it could be mistaken for.
  func period(of plan: Plan) throws -> (period: CalendarPeriod?, findings: FindingLog) {
    var log = FindingLog()
    guard let period else { return (nil, log) }
    guard let found = plan.period(named: period) else {
      throw ValidationError(
        "--period: \"\(period)\" is not a period of pay; \(plan.remedy(forPeriod: period))")
    }
    if let own = plan.namesake(of: found) {
      log.add(
        Finding(
          "pay.period", .note, about: .period,
          "\(found.name) is the calendar's, \(found.days.lowerBound) to \(found.days.upperBound)",
          remedy:
            "that of the plan, \(own.days.lowerBound) to \(own.days.upperBound), is \(own.name)"))
    }
    return (found, log)
  }
}

/// Which statements are shown.
struct StatementOptions: ParsableArguments {
  @OptionGroup var time: PeriodOptions

  @Option(help: ArgumentHelp("Only this rep; may be repeated.", valueName: "rep"))
  var rep: [String] = []

  /// The statements of a run that are asked for, and everything that was found.
  func statements(
    of run: PayFileOptions.Run
  ) throws -> (statements: PayStatements, findings: FindingLog) {
    let (period, findings) = try time.period(of: run.plan)
    var log = run.findings
    log.add(findings)
    return (try PayStatements(run.pay, plan: run.plan, period: period, reps: rep), log)
  }
}
