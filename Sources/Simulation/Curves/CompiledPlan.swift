public import Amounts
public import PayPlans

/// What a plan pays in a year as functions of one number: sales over a reference quota.
///
/// A model of attainment describes sales over a quota, and so fixes sales. When the plan is put on
/// another quota the sales stay, and with them the reference quota; only the pay for them changes.
/// The functions are those of `Plan.earnings(attainment:)`, to less than a thousandth.
public struct CompiledPlan: Sendable {
  /// A part of pay and the function that it is.
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
  /// The components, and the draw of a plan that has one.
  public let parts: [Part]
  /// The sum of the parts.
  public let incentive: CompiledCurve
  /// Salary and incentive.
  public let total: CompiledCurve

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
  ///     when nil.
  /// - Throws: `ArithmeticFailure` when an amount does not fit, or a quota is 0.
  /// - Complexity: some 5 exact evaluations for each band.
  public init(
    _ plan: Plan, quota: Ratio? = nil, referenceQuota: Ratio? = nil
  ) throws(ArithmeticFailure) {
    let own = plan.primaryMeasure?.yearQuota
    let placed = quota.map { plan.withQuota($0) } ?? plan
    let reference = referenceQuota ?? own ?? quota
    self.quota = quota ?? own
    self.referenceQuota = reference
    name = plan.name
    currency = plan.currency
    base = plan.base?.doubleValue ?? 0
    variable = plan.variable?.doubleValue

    // A draw of 1 is this attainment of the quota the plan is on.
    var scale = Ratio.one
    if let quota = self.quota, let reference { scale = try reference / quota }
    guard .zero < scale else { throw .divisionByZero }
    quotaPoint = self.quota == nil ? nil : try (Ratio.one / scale).doubleValue

    let fit = try PiecewiseFit(
      corners: placed.corners(salesAtOne: reference ?? .one), placed.evaluator(sales: reference))
    let starts = try fit.starts.map { (start) throws(ArithmeticFailure) in
      try (start / scale).doubleValue
    }
    let stretch = scale.doubleValue
    func curve(_ index: Int) -> CompiledCurve {
      CompiledCurve(
        starts: starts, values: fit.values.map { $0[index] },
        slopes: fit.slopes.map { $0[index] * stretch })
    }
    var parts = placed.components.indices.map {
      Part(name: placed.components[$0].name, pay: curve($0))
    }
    if placed.draw != nil || placed.guarantee != nil {
      parts.append(Part(name: "Draw", pay: curve(parts.count)))
    }
    self.parts = parts
    let sum = parts.reduce(.constant(0)) { $0 + $1.pay }
    incentive = sum
    total = sum + .constant(base)
  }
}

extension Plan {
  /// Returns the function from attainment to the parts of pay, free of rounding to the minor unit.
  func evaluator(
    sales reference: Ratio?
  ) -> (Ratio) throws(ArithmeticFailure) -> [Double] {
    var fine = self
    fine.currency = currency.inMillionths
    for index in fine.versions.indices { fine.versions[index].plan.currency = fine.currency }
    let hasQuota = primaryMeasure?.yearQuota != nil
    return { (attainment) throws(ArithmeticFailure) in
      let earnings =
        hasQuota
        ? try fine.earnings(attainment: attainment)
        : try fine.earnings(sales: attainment * (reference ?? .one))
      return (earnings.components.map(\.earned) + [earnings.draw]).map {
        Double($0.minorUnits) / 1e6
      }
    }
  }
}
