public import Amounts
public import PayPlans
internal import Statistics

/// Finds the number of a plan, or the attainment, that meets an aim.
///
/// By the closed form where the model has one, else by root finding on common random numbers. The
/// model fixes sales, as sales over the reference quota; they stay whatever is changed.
public struct PlanSolver: Sendable {
  /// The plan.
  public let plan: Plan
  /// The sales that a draw of 1 stands for; nil when the plan has no quota and none was given.
  public let referenceQuota: Ratio?
  /// The expectation over the model.
  public let expected: ExpectedPay

  /// Creates a solver; the reference quota is the plan's own when nil.
  public init(_ plan: Plan, referenceQuota: Ratio? = nil, expected: ExpectedPay) {
    self.plan = plan
    self.referenceQuota = referenceQuota ?? plan.primaryMeasure?.quota
    self.expected = expected
  }

  private func compiled(_ plan: Plan) throws -> CompiledPlan {
    try CompiledPlan(plan, referenceQuota: referenceQuota)
  }

  private func mean(_ plan: Plan) throws -> Double { try expected(compiled(plan)).mean.value }

  // MARK: Quota

  /// Finds the largest quota that at least a share of people reaches.
  public func quota(reachedBy share: Double) throws -> Solution {
    guard let referenceQuota else { return noQuota(.quota) }
    guard share > 0, share < 1 else {
      return Solution(.quota, .none(.shareOutOfRange))
    }
    let point = try expected.quantile(1 - share)
    guard point > 0 else {
      let selling = try expected.share(atLeast: Double.leastNonzeroMagnitude)
      return Solution(.quota, .none(.fewSell(share: selling)))
    }
    // Down to a whole unit, so that the share is not missed by rounding.
    let quota = try (Ratio(rounding: point, places: 12) * referenceQuota).roundedDown
    guard quota > .zero else {
      return Solution(.quota, .none(.quotaBelowOne))
    }
    let reached = try expected.share(atLeast: (quota / referenceQuota).doubleValue)
    return Solution(.quota, .found(quota, achieved: reached), plan: plan.withQuota(quota))
  }

  /// Finds the quota on which expected total pay is an amount.
  public func quota(costing cost: Double) throws -> Solution {
    guard let referenceQuota else { return noQuota(.quota) }
    return try solve(
      .quota, cost, from: 0.01, to: 100, lowest: .smallestQuota, highest: .largestQuota
    ) { factor in
      let quota = try (factor * referenceQuota).rounded(places: 2)
      return (quota, plan.withQuota(max(quota, .one)))
    }
  }

  // MARK: Rates and caps

  /// Finds the factor on all rates of a commission for which expected total pay is an amount.
  public func rate(costing cost: Double, component: Int? = nil) throws -> Solution {
    guard let component = try commission(component, .rate) else { return noCommission(.rate) }
    return try solve(
      .rate, cost, from: 0, to: 1000, lowest: .noRates, highest: .largestRates
    ) { factor in (factor, try plan.scaling(.rates(component: component), by: factor)) }
  }

  /// Finds the factor on the rates above the first band for which expected pay is an amount.
  public func accelerator(costing cost: Double, component: Int? = nil) throws -> Solution {
    guard let component = try commission(component, .accelerator) else {
      return noCommission(.accelerator)
    }
    guard plan.value(of: .accelerators(component: component)) != nil else {
      return Solution(
        .accelerator, .none(.oneBand(component: plan.components[component].name)))
    }
    return try solve(
      .accelerator, cost, from: 0, to: 1000, lowest: .noAccelerators,
      highest: .largestAccelerators
    ) { factor in (factor, try plan.scaling(.accelerators(component: component), by: factor)) }
  }

  /// Finds the cap of a commission for which expected total pay is an amount.
  ///
  /// In the unit of the cap that the plan has; a plan without one gets a cap on pay, as a share of
  /// the target, or as an amount where there is no target.
  public func cap(costing cost: Double, component: Int? = nil) throws -> Solution {
    guard let component = try commission(component, .cap),
      case .commission(let commission) = plan.components[component].rule
    else { return noCommission(.cap) }
    let hasTarget = plan.variable != nil && !commission.isOverride
    let isAmount: Bool
    switch commission.cap {
    case .pay(.amount), .attainment(.amount): isAmount = true
    case .pay(.share), .attainment(.share): isAmount = false
    case nil: isAmount = !hasTarget
    }
    var unit = 1.0
    if isAmount { unit = max(1, try plan.variable?.doubleValue ?? mean(plan)) }
    func capped(_ number: Ratio) -> Plan {
      let level: Level = isAmount ? .amount(number) : .share(number)
      var changed = commission
      if case .attainment = commission.cap {
        changed.cap = .attainment(level)
      } else {
        changed.cap = .pay(level)
      }
      var plan = plan
      plan.components[component].rule = .commission(changed)
      return plan
    }
    return try solve(
      .cap, cost, from: 0, to: 100, lowest: .zeroCap, highest: .unreachedCap
    ) { factor in
      let number =
        try isAmount ? (factor * Ratio(rounding: unit, places: 2)).rounded(places: 2) : factor
      return (number, capped(number))
    }
  }

  // MARK: Mix

  /// Finds the share of base in the on-target earnings for which pay varies by a given share.
  ///
  /// The risk is the standard deviation of total pay over its mean.
  public func mix(risk: Double) throws -> Solution {
    guard let base = plan.base, let variable = plan.variable else {
      return Solution(.mix, .none(.noMix))
    }
    let whole = try base + variable
    func mixed(_ share: Ratio) throws -> Plan {
      var plan = plan
      plan.base = try (whole * share).rounded(places: 2)
      plan.variable = try whole - (plan.base ?? .zero)
      return plan
    }
    func variation(of plan: Plan) throws -> Double {
      let spread = try expected(compiled(plan))
      return spread.mean.value > 0 ? spread.standardDeviation.value / spread.mean.value : 0
    }
    guard try compiled(mixed(.one)).incentive != compiled(mixed(.zero)).incentive else {
      return Solution(.mix, .none(.mixChangesNothing))
    }
    let most = try variation(of: mixed(.zero))
    let least = try variation(of: mixed(.one))
    guard risk <= most else { return Solution(.mix, .none(.lessRisk(most))) }
    guard risk >= least else { return Solution(.mix, .none(.moreRisk(least))) }
    let found = try Root.find(
      between: 0, most - risk, and: 1, least - risk, tolerance: 1e-7
    ) { try variation(of: mixed(Ratio(rounding: $0, places: 9))) - risk }
    let share = try Ratio(rounding: found, places: 6)
    let solved = try mixed(share)
    return Solution(.mix, .found(share, achieved: try variation(of: solved)), plan: solved)
  }

  // MARK: Attainment

  /// Finds the smallest attainment of the plan's quota that pays an amount in all.
  public func attainment(paying pay: Double) throws -> Solution {
    let compiled = try CompiledPlan(
      plan, referenceQuota: plan.primaryMeasure?.quota ?? referenceQuota)
    let rounding = 0.5 / Double(plan.currency.minorUnitsPerMajor)
    guard let first = compiled.total.stretches(atLeast: pay - rounding).first else {
      let most = compiled.total.values.max() ?? 0
      return Solution(.attainment, .none(.paysAtMost(try amount(most))))
    }
    let point = max(0, first.lowerBound)
    var attainment = try Ratio(rounding: point, places: 8)
    // Rounding must not fall short of the pay.
    if attainment.doubleValue < point { attainment = try attainment + Ratio(1, over: 100_000_000) }
    return Solution(
      .attainment, .found(attainment, achieved: compiled.total(attainment.doubleValue)))
  }

  // MARK: Common ground

  /// Finds the factor for which expected pay is an amount, between two ends.
  private func solve(
    _ unknown: Solution.Unknown, _ cost: Double, from low: Double, to high: Double,
    lowest: Solution.Obstacle.Extreme, highest: Solution.Obstacle.Extreme,
    _ change: (Ratio) throws -> (number: Ratio, plan: Plan)
  ) throws -> Solution {
    func value(_ factor: Double) throws -> (number: Ratio, plan: Plan, mean: Double) {
      let (number, plan) = try change(Ratio(rounding: factor, places: 9))
      return (number, plan, try mean(plan))
    }
    let (atLow, atHigh) = (try value(low).mean, try value(high).mean)
    if abs(atHigh - atLow) <= 1e-6 * max(1, abs(atLow)) {
      return Solution(unknown, .none(.sameWhatever(unknown, pay: try amount(atLow))))
    }
    let ends = [(atLow, lowest), (atHigh, highest)].sorted { $0.0 < $1.0 }
    guard cost >= ends[0].0 else {
      return Solution(
        unknown, .none(.more(ends[0].1, pay: try amount(ends[0].0), than: try amount(cost))))
    }
    guard cost <= ends[1].0 else {
      return Solution(
        unknown, .none(.less(ends[1].1, pay: try amount(ends[1].0), than: try amount(cost))))
    }
    let factor = try Root.find(
      between: low, atLow - cost, and: high, atHigh - cost, tolerance: 1e-9 * high
    ) { try value($0).mean - cost }
    let solved = try value((factor * 1e6).rounded() / 1e6)
    return Solution(unknown, .found(solved.number, achieved: solved.mean), plan: solved.plan)
  }

  /// The commission that is meant: the one that was named, or the first.
  private func commission(_ index: Int?, _ unknown: Solution.Unknown) throws -> Int? {
    let commissions = plan.components.indices.filter {
      if case .commission = plan.components[$0].rule { true } else { false }
    }
    guard let index else { return commissions.first }
    return commissions.contains(index) ? index : nil
  }

  private func noQuota(_ unknown: Solution.Unknown) -> Solution {
    Solution(unknown, .none(.noQuota))
  }

  private func noCommission(_ unknown: Solution.Unknown) -> Solution {
    Solution(unknown, .none(.noCommission(unknown)))
  }

  private func amount(_ value: Double) throws(ArithmeticFailure) -> Money {
    try Money(rounding: Ratio(rounding: value, places: 4), currency: plan.currency)
  }
}

extension Ratio {
  /// Creates the decimal nearest to an estimate.
  init(rounding value: Double, places: Int) throws(ArithmeticFailure) {
    var scale: Int128 = 1
    for _ in 0..<places { scale *= 10 }
    let scaled = (value * Double(scale)).rounded()
    guard scaled.isFinite, scaled.magnitude < 0x1p120 else { throw .overflow }
    try self.init(Int128(scaled), over: scale)
  }

  /// Returns the nearest decimal with some places.
  func rounded(places: Int) throws(ArithmeticFailure) -> Ratio {
    var scale: Int128 = 1
    for _ in 0..<places { scale *= 10 }
    return try (self * Ratio(scale)).rounded() / Ratio(scale)
  }

  /// The largest whole number that is not above it.
  var roundedDown: Ratio { rounded(.down) }
}
