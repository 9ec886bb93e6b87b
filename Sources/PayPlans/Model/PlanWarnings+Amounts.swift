internal import Amounts
internal import Findings

/// Numbers without a percent sign: an amount where a percentage was probably meant.
extension PlanWarnings {
  /// Above this nobody means percent.
  private static let largestPercent: Ratio = 1000

  mutating func checkAmounts() {
    if case .amount(let amount)? = plan.cap {
      check(amount, "the cap of the plan", against: plan.variable, "the variable", plan.place)
    }
    for measure in plan.measures {
      for multiplier in measure.multipliers {
        switch multiplier {
        case .values(let column, let factors):
          for factor in factors.values.sorted() {
            check(factor: factor, "`multiply` by \"\(column)\"", measure.place)
          }
        case .bands(let column, let steps):
          for step in steps {
            check(factor: step.times, "`multiply` by \"\(column)\"", measure.place)
          }
        }
      }
    }
    for component in plan.components {
      switch component.rule {
      case .commission(let commission): checkAmounts(commission, component)
      case .bonus(let bonus):
        for case (.amount(let amount), let place) in bonus.steps.map({ ($0.at, $0.place) }) {
          check(
            amount, "`at` of \"\(component.name)\"", of: bonus.measure, bonus.period,
            place ?? component.place)
        }
      case .objectives, .spiff: break
      }
    }
  }

  private mutating func checkAmounts(_ commission: Commission, _ component: Component) {
    let (measure, period) = (commission.measure, commission.period)
    let name = "\"\(component.name)\""
    func place(_ own: Place?) -> Place? { own ?? component.place }
    if case .amount(let amount)? = commission.threshold?.at {
      check(amount, "the threshold of \(name)", of: measure, period, component.place)
    }
    if case .attainment(.amount(let amount))? = commission.cap {
      check(amount, "the cap on the attainment of \(name)", of: measure, period, component.place)
    }
    for gate in commission.gates {
      guard case .amount(let amount) = gate.at else { continue }
      check(amount, "`at` of the gate of \(name)", of: gate.measure, period, place(gate.place))
    }
    for case .measure(_, let steps) in commission.multipliers {
      for step in steps {
        check(factor: step.times, "the multiplier of \(name)", component.place)
      }
    }
    switch commission.scale {
    case .bands(let bands, _):
      for band in bands {
        guard case .amount(let amount)? = band.to else { continue }
        check(amount, "`to` of a band of \(name)", of: measure, period, place(band.place))
      }
    case .interpolated(let corners):
      for corner in corners {
        guard case .amount(let amount) = corner.at else { continue }
        check(amount, "`at` of a corner of \(name)", of: measure, period, place(corner.place))
      }
    }
  }

  /// A cap on pay that stops a component before its target.
  mutating func checkLowCap(_ commission: Commission, _ component: Component, target: Ratio?) {
    guard case .pay(let level)? = commission.cap, let target, .zero < target,
      let limit = try? level.resolved(of: target), limit < target
    else { return }
    if case .amount(let amount) = level,
      check(
        amount, "the cap of \"\(component.name)\"", against: target, "its target", component.place)
    {
      return
    }
    add(
      "plan.cap", component.place,
      "the cap of \"\(component.name)\" stops its pay at \(money(limit)), before its target of \(money(target))",
      "is it the cap above 100%? write 110% for a tenth above the target")
  }

  /// Warns of an amount that is hardly anything beside the quota of a period.
  private mutating func check(
    _ amount: Ratio, _ what: String, of measure: String, _ period: PlanPeriod, _ place: Place?
  ) {
    guard period != .deal, let measure = plan.measure(named: measure) else { return }
    if measure.isScored {
      // A score has no amounts: 100 % of it is the number 1.
      guard .one < amount else { return }
      add(
        "plan.amount", place, "\(what) is \(amount.plain), and a score of 100% is 1",
        "did you mean \(amount.plain)%?")
      return
    }
    let quota = measure.yearQuota.flatMap {
      try? $0 * Ratio(Int128(period.monthCount), over: 12)
    }
    check(amount, what, against: quota, "the quota", unit: measure.unit, place)
  }

  @discardableResult
  private mutating func check(
    _ amount: Ratio, _ what: String, against whole: Ratio?, _ name: String,
    unit: Measure.Unit = .money, _ place: Place?
  ) -> Bool {
    guard let whole, .zero < amount, amount <= Self.largestPercent,
      let many = try? amount * 20, many <= whole
    else { return false }
    func words(_ value: Ratio) -> String {
      unit == .money ? money(value) : "\(value.plain) \(unit.plural)"
    }
    add(
      "plan.amount", place,
      "\(what) is \(words(amount)) here, hardly anything beside \(name) of \(words(whole))",
      "did you mean \(amount.plain)%?")
    return true
  }

  private mutating func check(factor: Ratio, _ what: String, _ place: Place?) {
    guard 10 <= factor else { return }
    add(
      "plan.amount", place, "\(what) is times \(factor.plain)", "did you mean \(factor.plain)%?")
  }
}
