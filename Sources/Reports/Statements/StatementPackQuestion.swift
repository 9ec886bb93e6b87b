internal import Amounts
public import Answers
public import Findings
public import PayAnswers
internal import PayPlans

/// What each person on a plan is paid, and why: a page for each.
///
///     var question = StatementPackQuestion(plan: "plan.yaml", PayFiles(deals: "deals.csv"))
///     question.period = "2021-Q2"
public struct StatementPackQuestion: Question {
  /// The path of the plan.
  public var plan: String
  /// The deals, and the files beside them.
  public var files: PayFiles
  /// The part of the plan year, such as 2021-Q2; nil for all of it and what is due after it.
  public var period: String?
  /// The people; empty for everyone.
  public var reps: [String] = []

  /// Creates a question about everyone in the whole year.
  public init(plan: String, _ files: PayFiles) {
    self.plan = plan
    self.files = files
  }

  /// Reads the files and pays everyone.
  ///
  /// - Throws: `.usage` for a period or a person that there is none of, `.noInput` and `.badData` for
  ///   the files.
  public func answer() throws(InputFailure) -> Reply<StatementPack> {
    var reading = Reading()
    let plan = try reading.plan(self.plan)
    let run = try files.run(plan, &reading)
    let period = try calendarPeriod(of: plan, &reading)
    let statements = try PayStatements(run, plan: plan, period: period, reps: reps)
    return Reply(
      StatementPack(statements), inputs: reading.inputs, findings: reading.findings)
  }

  private func calendarPeriod(
    of plan: Plan, _ reading: inout Reading
  ) throws(InputFailure) -> CalendarPeriod? {
    guard let period else { return nil }
    guard let found = plan.period(named: period) else {
      throw ReportObstacle.period(period, plan).failure
    }
    if let own = plan.namesake(of: found) {
      reading.findings.add(
        Finding(
          "pay.period", .note, about: .period,
          "\(found.name) is the calendar's, \(found.days.lowerBound) to \(found.days.upperBound)",
          remedy:
            "that of the plan, \(own.days.lowerBound) to \(own.days.upperBound), is \(own.name)"))
    }
    return found
  }
}
