public import Amounts

extension Plan {
  /// The measure that `sales` and `quota` are about: that of the first commission, else the first.
  public var primaryMeasure: Measure? {
    for component in components {
      if case .commission(let commission) = component.rule {
        return measure(named: commission.measure)
      }
    }
    return measures.first
  }

  /// Returns the plan with another quota for the primary measure.
  public func withQuota(_ quota: Ratio) -> Plan {
    var plan = self
    guard let name = primaryMeasure?.name else { return plan }
    for index in plan.measures.indices where plan.measures[index].name == name {
      plan.measures[index].quota = quota
    }
    plan.versions = versions.map { version in
      PlanVersion(from: version.from, plan: version.plan.withQuota(quota))
    }
    return plan
  }

  /// Returns what a full year pays for an amount sold on a quota of the year.
  ///
  /// The amount is spread over the year like the quota; other measures reach the same attainment.
  public func earnings(sales: Ratio, quota: Ratio) throws(ArithmeticFailure) -> Earnings {
    try withQuota(quota).earnings(attainment: sales / quota)
  }

  /// Returns what a full year pays when each period reaches one attainment of its quota.
  ///
  /// - Throws: when an amount does not fit.
  /// - Complexity: O(components × periods).
  public func earnings(attainment: Ratio) throws(ArithmeticFailure) -> Earnings {
    let targets = try yearTargets()
    var earned: [Earnings.ComponentEarnings] = []
    var incentive = Money.zero(currency)
    for (component, target) in zip(components, targets) {
      var sum = Money.zero(currency)
      if case .commission(let commission) = component.rule,
        let measure = measure(named: commission.measure)
      {
        for first in stride(from: 0, to: 12, by: commission.period.monthCount) {
          let share = try measure.share(of: first..<first + commission.period.monthCount)
          let quota = try measure.yearQuota.map { (whole) throws(ArithmeticFailure) in
            try whole * share
          }
          let part = try target.map { (whole) throws(ArithmeticFailure) in try whole * share }
          let curve = try commission.curve(quota: quota, target: part)
          let pay = try curve.pay(at: (quota ?? .zero) * attainment)
          sum += try Money(rounding: pay, currency: currency, rule: rounding)
        }
      } else if case .bonus(let bonus) = component.rule, let measure = measure(named: bonus.measure)
      {
        for first in stride(from: 0, to: 12, by: bonus.period.monthCount) {
          let share = try measure.share(of: first..<first + bonus.period.monthCount)
          let quota = try measure.yearQuota.map { (whole) throws(ArithmeticFailure) in
            try whole * share
          }
          let part = try variable.map { (whole) throws(ArithmeticFailure) in try whole * share }
          let curve = try bonus.curve(quota: quota, variable: part)
          let pay = try curve.pay(at: (quota ?? .zero) * attainment)
          sum += try Money(rounding: pay, currency: currency, rule: rounding)
        }
      }
      earned.append(Earnings.ComponentEarnings(name: component.name, earned: sum))
      incentive += sum
    }
    let base = try Money(rounding: base ?? .zero, currency: currency, rule: rounding)
    return Earnings(base: base, components: earned, incentive: incentive)
  }
}
