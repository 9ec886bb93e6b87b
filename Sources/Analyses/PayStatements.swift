public import Amounts
public import Findings
public import PayPlans
internal import Reporting

/// What everyone on a plan is paid, line by line, for the plan year or a part of it.
public struct PayStatements: Answer {
  /// The plan.
  public let plan: Plan
  /// The statements, of the people asked for.
  public let statements: [PeriodStatement]
  /// What the plan costs for everyone in the whole plan year.
  public let totals: PlanTotals

  /// Gathers statements.
  ///
  /// - Parameters:
  ///   - run: The statements of everyone.
  ///   - plan: The plan that was run.
  ///   - range: The days to show; nil for the whole plan year and what is due after it.
  ///   - reps: The people to show; empty shows everyone.
  /// - Throws: `.usage` for a person who has no statement.
  public init(
    _ run: PayRun, plan: Plan, range: ClosedRange<CalendarDate>? = nil,
    reps: [String] = []
  ) throws(InputFailure) {
    self.plan = plan
    if let range, let first = run.statements.first {
      let days = first.yearStart...(first.months.last?.lastDay ?? first.yearEnd)
      guard range.overlaps(days) else {
        throw InputFailure(
          .usage,
          Finding(
            "pay.other-year", at: Place(file: "--period"),
            "\(range.lowerBound) to \(range.upperBound) is outside of the plan year",
            remedy: "the statements run from \(days.lowerBound) to \(days.upperBound)"))
      }
    }
    let known = run.statements.map(\.rep)
    func isMeant(_ statement: Statement, by name: String) -> Bool {
      statement.rep == name || statement.name == name
    }
    if let stranger = reps.first(where: { name in
      !run.statements.contains { isMeant($0, by: name) }
    }) {
      throw InputFailure(
        .usage,
        Finding(
          "pay.unknown-rep", at: Place(file: "--rep"), "nobody called \"\(stranger)\" is paid here",
          remedy: NearMiss.remedy(for: stranger, among: known)))
    }
    statements = run.statements
      .filter { statement in
        reps.isEmpty || reps.contains { isMeant(statement, by: $0) }
      }
      .map { PeriodStatement($0, in: range) }
    totals = run.totals
  }
}
