internal import Amounts
internal import Findings

/// Numbers without a percent sign: an amount where a percentage was probably meant.
extension PlanWarnings {
  /// Above this nobody means percent.
  private static let largestPercent: Ratio = 1000

  mutating func checkAmounts() {
    checkThousands()
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
    for component in plan.components { component.checkAmounts(&self) }
  }

  /// Warns of pay of a year that nobody has, as where the thousands were left out.
  private mutating func checkThousands() {
    let base = plan.base ?? .zero
    let isBase = base != .zero
    let amount = isBase ? base : plan.variable ?? .zero
    guard .zero < amount, amount < 1000 else { return }
    add(
      "plan.amount", plan.place,
      isBase
        ? "the base of a year is \(money(amount))" : "the incentive of a year is \(money(amount))",
      "did you mean \(amount.plain)k?")
  }

  /// Warns of an amount that is hardly anything beside the quota of a period.
  mutating func check(
    _ amount: Ratio, _ what: Inline, of measure: String, _ period: PlanPeriod, _ place: Place?
  ) {
    guard period != .deal, let measure = plan.measure(named: measure) else { return }
    if measure.isScored {
      // A score has no amounts: 100 % of it is the number 1.
      guard .one < amount else { return }
      add(
        "plan.amount", place, "\(what) is \(.ungrouped(amount)), and a score of 100% is 1",
        "did you mean \(amount.plain)%?")
      return
    }
    let quota = measure.yearQuota.flatMap {
      try? $0 * Ratio(Int128(period.monthCount), over: 12)
    }
    check(amount, what, against: quota, "the quota", unit: measure.unit, place)
  }

  @discardableResult
  mutating func check(
    _ amount: Ratio, _ what: Inline, against whole: Ratio?, _ name: Inline,
    unit: Measure.Unit = .money, _ place: Place?
  ) -> Bool {
    guard let whole, .zero < amount, amount <= Self.largestPercent,
      let many = try? amount * 20, many <= whole
    else { return false }
    func words(_ value: Ratio) -> Inline {
      unit == .money ? money(value) : unit.words(for: value)
    }
    add(
      "plan.amount", place,
      "\(what) is \(words(amount)) here, hardly anything beside \(name) of \(words(whole))",
      "did you mean \(amount.plain)%?")
    return true
  }

  mutating func check(factor: Ratio, _ what: Inline, _ place: Place?) {
    guard 10 <= factor else { return }
    add(
      "plan.amount", place, "\(what) is times \(.ungrouped(factor))",
      "did you mean \(factor.plain)%?")
  }
}
