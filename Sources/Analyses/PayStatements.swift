public import Amounts
public import Findings
public import PayPlans
internal import Reporting

/// What everyone on a plan is paid, line by line, for the plan year or a part of it.
public struct PayStatements: Answer {
  /// The plan.
  public let plan: Plan
  /// The path of the plan, which the rule of each line names.
  public let planPath: String
  /// The statements, of the people asked for.
  public let statements: [PeriodStatement]
  /// What everybody's pay adds up to.
  public let totals: Totals

  /// What a plan costs.
  public struct Totals: Hashable, Sendable {
    /// Base and incentive paid.
    public let cost: Money
    /// The credit of the plan's primary measure.
    public let credit: Ratio
    /// The incentive earned.
    public let earned: Money
    /// The target incentive of the people paid, prorated and ramped as their quotas are.
    public let target: Ratio

    /// Cost ÷ credit, the compensation cost of sales; nil without credit.
    public var costOfSales: Ratio? { try? cost.majorUnits / credit }
    /// Earned ÷ target, the pay-out ratio; nil without a target.
    public var shareOfTarget: Ratio? { try? earned.majorUnits / target }
  }

  /// Gathers statements.
  ///
  /// - Parameters:
  ///   - run: The statements of everyone.
  ///   - plan: The plan that was run.
  ///   - planPath: Its path.
  ///   - range: The days to show; nil for the whole plan year and what is due after it.
  ///   - reps: The people to show; empty shows everyone. The totals are of those shown.
  /// - Throws: `.usage` for a person who has no statement; `ArithmeticFailure` never reaches a caller.
  public init(
    _ run: PayRun, plan: Plan, planPath: String, range: ClosedRange<CalendarDate>? = nil,
    reps: [String] = []
  ) throws(InputFailure) {
    self.plan = plan
    self.planPath = planPath
    let known = run.statements.map(\.rep)
    if let stranger = reps.first(where: { !known.contains($0) }) {
      throw InputFailure(
        .usage,
        Finding(
          "pay.unknown-rep", at: Place(file: "--rep"), "nobody called \"\(stranger)\" is paid here",
          remedy: NearMiss.remedy(for: stranger, among: known)))
    }
    statements = run.statements
      .filter { reps.isEmpty || reps.contains($0.rep) }
      .map { PeriodStatement($0, in: range) }
    totals = Totals(statements, plan: plan)
  }
}

extension PayStatements.Totals {
  init(_ statements: [PeriodStatement], plan: Plan) {
    var cost = Money.zero(plan.currency)
    var earned = Money.zero(plan.currency)
    var credit = Ratio.zero
    var target = Ratio.zero
    let primary = plan.components.first { component in
      if case .commission = component.rule { true } else { false }
    }
    for statement in statements {
      cost += statement.total
      earned += statement.earned
      // Sums of exact parts; one that does not fit is left out rather than wrapped around.
      credit = (try? credit + statement.credit(of: primary)) ?? credit
      target = (try? target + statement.target(in: plan)) ?? target
    }
    self.init(cost: cost, credit: credit, earned: earned, target: target)
  }
}
