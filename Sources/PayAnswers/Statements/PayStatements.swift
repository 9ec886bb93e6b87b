public import Amounts
public import Answers
public import Findings
public import PayPlans
internal import Reporting

/// What everyone on a plan is paid, line by line, for the plan year or a part of it.
public struct PayStatements: Answer {
  /// The plan.
  public let plan: Plan
  /// The statements, of the people asked for.
  public let statements: [PeriodStatement]
  /// The time that is shown; nil for the whole plan year and what is due after it.
  public let period: CalendarPeriod?
  /// The columns of the roster that payroll gets with the pay.
  package let keptColumns: [String]
  /// What the plan costs for these people in the whole plan year.
  public let totals: PlanTotals
  public let isSelection: Bool
  /// The won deals of these people in the time shown that nothing in the plan counts.
  public let uncounted: [UncountedDeal]

  /// Gathers statements.
  ///
  /// - Parameters:
  ///   - run: The statements of everyone.
  ///   - plan: The plan that was run.
  ///   - period: The time to show; nil for the whole plan year and what is due after it.
  ///   - reps: The people to show; empty shows everyone.
  /// - Throws: `.usage` for a person who has no statement.
  public init(
    _ run: PayRun, plan: Plan, period: CalendarPeriod? = nil, reps: [String] = []
  ) throws(InputFailure) {
    self.plan = plan
    self.period = period
    if let period { try run.check(period) }
    let known = run.statements.map(\.rep)
    if let stranger = reps.first(where: { name in
      !run.statements.contains { $0.isMeant(by: name) }
    }) {
      throw InputFailure(
        .usage,
        Finding(
          "pay.unknown-rep", about: .rep, "nobody called \"\(stranger)\" is paid here",
          remedy: NearMiss.remedy(for: stranger, among: known)))
    }
    isSelection = !reps.isEmpty
    let shown = run.statements.filter { statement in
      reps.isEmpty || reps.contains { statement.isMeant(by: $0) }
    }
    statements = shown.map { PeriodStatement($0, in: period?.days) }
    totals = reps.isEmpty ? run.totals : try run.totals(of: shown, on: plan)
    let names = Set(shown.map(\.rep))
    uncounted = run.uncounted.filter { deal in
      names.contains(deal.rep) && period?.days.contains(deal.date) ?? true
    }
    keptColumns = run.keptColumns
    let keys = Set(Self.repSheet([], keeping: [], namesPlans: true).records.columns.map(\.key))
    if let taken = keptColumns.first(where: { keys.contains($0.lowercased()) }) {
      throw InputFailure(
        .keptColumns, "question.together", "\"\(taken)\" is a column of the answer already",
        remedy: "call it otherwise in the roster")
    }
  }
}

extension Statement {
  /// Whether somebody's name, employee number or id is that of the person.
  func isMeant(by name: String) -> Bool {
    [self.name, employeeID, rep].compactMap(\.self)
      .contains { NameLook.folded($0) == NameLook.folded(name) }
  }
}

extension PayRun {
  /// Refuses a period in which these statements have no day.
  func check(_ period: CalendarPeriod) throws(InputFailure) {
    guard let first = statements.first else { return }
    let days = first.yearStart...(first.months.last?.lastDay ?? first.yearEnd)
    if period.days.overlaps(days) { return }
    throw InputFailure(
      .usage,
      Finding(
        "pay.other-year", about: .period,
        "\(period.name), \(period.days.lowerBound) to \(period.days.upperBound), is outside of the plan year",
        remedy: "the statements run from \(days.lowerBound) to \(days.upperBound)"))
  }
}

extension CalendarPeriod {
  /// The name and the days, because a name such as Q1 means another time in every company.
  var dated: Inline { "\(name) from \(days.lowerBound) to \(days.upperBound)" }
}
