public import Amounts
public import PayPlans

/// What a plan pays in a year as functions of one number: sales over a reference quota.
///
/// A model of attainment describes sales over a quota, and so fixes sales. When the plan is put on
/// another quota the sales stay, and with them the reference quota; only the pay for them changes.
/// The functions are those of `Plan.earnings(attainment:)`, to less than a thousandth, under the same
/// names. A plan on a scored measure has an attainment and no sales: a draw is the score.
public struct CompiledPlan: Sendable {
  /// A part of what is paid and the function that it is.
  public struct Part: Sendable {
    /// The name of the component, or "Draw".
    public let name: String
    /// The pay of a year.
    public let pay: CompiledCurve
  }

  /// The name of the plan.
  public let name: String
  /// The currency.
  public let currency: Currency
  /// The quota of the year that the plan is on; nil when it has none.
  public let quota: Ratio?
  /// The sales that a draw of 1 stands for; nil when neither the plan nor the caller has a quota.
  public let referenceQuota: Ratio?
  /// The draw at which the quota is reached; nil when there is no quota.
  public let quotaPoint: Double?
  /// The salary.
  public let base: Double
  /// The incentive of a year at 100 % that the plan promises; nil when it does not say.
  public let variable: Double?
  /// What each component earns, and what the draw of a plan that has one pays on top.
  public let parts: [Part]
  /// The incentive that is earned: the sum of the components.
  public let incentive: CompiledCurve
  /// What is paid in the year: salary, incentive and draw.
  public let paid: CompiledCurve
  /// What is owed back of it at the end of the year, on a recoverable draw; 0 without one.
  public let owed: CompiledCurve
  /// What is paid less what is owed.
  public let kept: CompiledCurve

  /// Salary and incentive at 100 %, as the plan promises them; without a promise, as it pays them.
  public var onTargetEarnings: Double {
    base + (variable ?? incentive(quotaPoint ?? 1))
  }

  /// Compiles a plan.
  ///
  /// - Parameters:
  ///   - plan: The plan.
  ///   - quota: A quota for the year in place of the plan's own.
  ///   - referenceQuota: What the model's attainment is measured against; the plan's own quota
  ///     when nil. Neither says anything about a score.
  /// - Throws: `ArithmeticFailure` when an amount does not fit, or a quota is 0.
  /// - Complexity: some 5 exact evaluations for each band.
  public init(
    _ plan: Plan, quota: Ratio? = nil, referenceQuota: Ratio? = nil
  ) throws(ArithmeticFailure) {
    let isScored = plan.primaryMeasure?.isScored == true
    let own = isScored ? nil : plan.primaryMeasure?.quota
    let quota = isScored ? nil : quota
    let placed = quota.map { plan.withQuota($0) } ?? plan
    let reference = isScored ? nil : referenceQuota ?? own ?? quota
    self.quota = quota ?? own
    self.referenceQuota = reference
    name = plan.name
    currency = plan.currency
    variable = plan.variable?.doubleValue

    // A draw of 1 is this attainment of the quota the plan is on.
    var scale = Ratio.one
    if let quota = self.quota, let reference { scale = try reference / quota }
    guard .zero < scale else { throw .divisionByZero }
    quotaPoint = self.quota == nil && !isScored ? nil : try (Ratio.one / scale).doubleValue

    let evaluate = placed.evaluator(sales: reference)
    let fit = try PiecewiseFit(corners: placed.corners(salesAtOne: reference ?? .one)) {
      (attainment) throws(ArithmeticFailure) in
      Self.amounts(of: try evaluate(attainment))
    }
    let starts = try fit.starts.map { (start) throws(ArithmeticFailure) in
      try (start / scale).doubleValue
    }
    let stretch = scale.doubleValue
    func curve(_ index: Int) -> CompiledCurve {
      CompiledCurve(
        starts: starts, values: fit.values.map { $0[index] },
        slopes: fit.slopes.map { $0[index] * stretch })
    }
    // A later version of the plan may have a salary and components of its own.
    let onTarget = try evaluate(.one)
    let base = Double(onTarget.base.minorUnits) / 1e6
    let names = onTarget.components.map { $0.name }
    var parts = names.indices.map { Part(name: names[$0], pay: curve($0)) }
    let incentive = parts.reduce(.constant(0)) { $0 + $1.pay }
    let draw = curve(names.count)
    if ([placed] + placed.versions.map { $0.plan }).contains(where: { $0.draw != nil }) {
      parts.append(Part(name: "Draw", pay: draw))
    }
    self.base = base
    self.parts = parts
    self.incentive = incentive
    // Negative sales owe too; where nobody else does, they are no reason to look at what is owed.
    let (owedDraw, owedClawback) = (curve(names.count + 1).orZero, curve(names.count + 2).orZero)
    owed = owedDraw + owedClawback
    paid = incentive + draw + owedClawback + .constant(base)
    kept = incentive + draw - owedDraw + .constant(base)
  }

  /// Whether something is owed back at the end of a year, so that what is paid is not what is kept.
  public var owesSomething: Bool { owed != .constant(0) }

  /// The amounts that are compiled: each component, the draw, what is owed on it and what besides.
  private static func amounts(of earnings: Earnings) -> [Double] {
    (earnings.components.map { $0.earned } + [
      earnings.draw, earnings.owedDraw, earnings.owedClawback,
    ]).map { Double($0.minorUnits) / 1e6 }
  }
}

extension Plan {
  /// Returns the function from attainment to the pay of a year, free of rounding to the minor unit.
  func evaluator(
    sales reference: Ratio?
  ) -> (Ratio) throws(ArithmeticFailure) -> Earnings {
    var fine = self
    fine.currency = currency.inMillionths
    for index in fine.versions.indices { fine.versions[index].plan.currency = fine.currency }
    let hasQuota = primaryMeasure?.yearQuota != nil
    return { (attainment) throws(ArithmeticFailure) in
      hasQuota
        ? try fine.earnings(attainment: attainment)
        : try fine.earnings(sales: attainment * (reference ?? .one))
    }
  }
}
