package import Amounts
package import PayPlans
package import Simulation

/// What an offer pays in each year of service as a function of attainment; estimates in major units.
///
/// A recoverable draw is an advance: what is open of it at the end of a year is owed, and is no pay. It is
/// asked for every career of every simulation, and a class, so that nobody copies the plan for it.
package final class OfferPay: Sendable {
  /// The pay of a year by its parts.
  package struct Year {
    /// One for each `OfferPart`, before tax.
    package var parts: [7 of Double]

    /// What is taxed.
    package var wages: Double {
      var sum = 0.0
      for part in parts.indices { sum += parts[part] }
      return sum - untaxed
    }
    /// What is not.
    package var untaxed: Double { parts[OfferPart.benefits.rawValue] }
  }

  /// What the plan pays in a year, month by month.
  struct Months {
    /// What is earned by attainment.
    var earned: Double
    /// What guarantee and draw add for good.
    var added: Double
    /// What is paid in each month: earned, added, and advanced or taken back.
    var cash: [Double]
  }

  /// The draw of the plan in numbers: the plan itself is references to count, once for each career.
  private struct Advance {
    var kind: Draw.Kind
    /// The months of a period.
    var length: Int
    /// The months in which it runs; nil for always.
    var months: Int?
    /// The amount for a full period.
    var amount: Double
    var recover: Double
    var isForgiven: Bool

    init(_ draw: Draw) {
      (kind, length, months) = (draw.kind, draw.per.monthCount, draw.months)
      (amount, recover) = (draw.amount.doubleValue, draw.recover.doubleValue)
      isForgiven = draw.isForgiven
    }
  }

  let offer: OfferTerms
  private let draw: Advance?
  private let guarantee: Guarantee?
  private let variable: Double
  /// The plan without guarantee and draw.
  package let lastingPlan: Plan
  /// The same, compiled.
  package let plan: CompiledPlan
  /// The years of service that differ by a slow start or ramp, and a later one.
  private let service: [CompiledServiceYear]
  /// What each year pays whatever is sold: without incentive, and with what equity is expected to be worth.
  private let certain: [Year]
  /// Whether each year has neither ramp, guarantee nor draw.
  private let arePlain: [Bool]

  package init(_ offer: OfferTerms, years: Int) throws(ArithmeticFailure) {
    var lasting = offer.plan
    lasting.draw = nil
    lasting.guarantee = nil
    lastingPlan = lasting
    plan = try CompiledPlan(lasting)
    self.offer = offer
    draw = offer.plan.draw.map { Advance($0) }
    guarantee = offer.plan.guarantee
    variable = offer.plan.variable?.doubleValue ?? 0
    let ramped = lasting.ramped(by: offer.rampUp)
    let slowMonths = max(offer.rampUp?.months ?? 0, offer.planRampMonths)
    var service: [CompiledServiceYear] = []
    for number in 0..<min(years, (slowMonths + 11) / 12 + 1) {
      service.append(
        try CompiledServiceYear(
          ServiceYear(ramped, number: number, salesShares: offer.rampUp?.salesShares)))
    }
    self.service = service
    let slowYears = (slowMonths + 11) / 12
    arePlain = (0..<years).map { $0 >= slowYears && !offer.plan.paysApart(inYear: $0) }
    certain = Self.certain(offer, years)
  }

  /// Creates the pay of an offer whose incentive is that of another one, which is not compiled again.
  ///
  /// - Parameters:
  ///   - offer: The offer, whose plan may have another base and no other difference.
  ///   - other: The pay of the other one.
  package init(_ offer: OfferTerms, withIncentiveOf other: OfferPay) {
    self.offer = offer
    (draw, guarantee, variable) = (other.draw, other.guarantee, other.variable)
    (lastingPlan, plan, service) = (other.lastingPlan, other.plan, other.service)
    arePlain = other.arePlain
    certain = Self.certain(offer, other.certain.count)
  }

  /// What each year pays whatever is sold.
  private static func certain(_ offer: OfferTerms, _ years: Int) -> [Year] {
    var base = offer.base
    return (0..<years).map { index in
      if index > 0 { base *= 1 + (offer.raise?.doubleValue ?? 0) }
      return Year(parts: [
        base, 0, 0, index == 0 ? offer.signOn?.amount.doubleValue ?? 0 : 0,
        offer.bonus?.expected(ofBase: base) ?? 0,
        offer.equity?.expectedWorth(inYear: index) ?? 0, offer.benefits.doubleValue,
      ])
    }
  }

  /// Returns what a year pays; the open balance of a recoverable draw goes from year to year.
  ///
  /// `luck` is the place in a range of prices of equity, from 0 to 1; nil for what is expected.
  package func year(
    _ index: Int, attainment: Double, luck: Double?, owed: inout Double
  ) -> Year {
    var year = certain[index]
    if arePlain[index], owed == 0 {
      // One look at the curve does.
      year.parts[OfferPart.variable.rawValue] = plan.incentive(attainment)
    } else {
      let months = incentive(index, attainment: attainment, owed: &owed)
      year.parts[OfferPart.variable.rawValue] = months.earned
      year.parts[OfferPart.guaranteeAndDraw.rawValue] = months.added
    }
    if let luck, let equity = offer.equity, equity.isUncertain {
      year.parts[OfferPart.equity.rawValue] = equity.worth(inYear: index, luck: luck)
    }
    return year
  }

  /// Returns the cash of each month of the first year: base, incentive, bonus and sign-on.
  package func firstYearCash(attainment: Double) -> [Double] {
    var owed = 0.0
    var months = incentive(0, attainment: attainment, owed: &owed).cash
    for month in months.indices { months[month] += offer.base / 12 }
    months[0] += offer.signOn?.amount.doubleValue ?? 0
    months[11] += offer.bonus?.expected(ofBase: offer.base) ?? 0
    return months
  }

  /// Returns the incentive of a year with guarantee and draw. Within a period pay follows the curve,
  /// so that accelerators show late in it.
  func incentive(_ year: Int, attainment: Double, owed: inout Double) -> Months {
    let earned = service[min(year, service.count - 1)](attainment)
    var months = Months(earned: earned.reduce(0, +), added: 0, cash: earned)
    if let guarantee {
      topUp(&months, year, per: guarantee.per.monthCount, months: guarantee.months) { block in
        guarantee.floor(ofBlock: block, variable: variable)
      }
    }
    if let draw { settle(draw, &months, year, owed: &owed) }
    return months
  }

  /// Raises each block of months to a floor, in the last month of it.
  private func topUp(
    _ months: inout Months, _ year: Int, per length: Int, months limit: Int,
    _ floor: (Int) -> Double
  ) {
    for start in stride(from: 0, to: 12, by: length) where 12 * year + start < limit {
      let covered = Double(min(length, limit - 12 * year - start)) / Double(length)
      let earned = months.cash[start..<start + length].reduce(0, +)
      let missing = max(0, floor((12 * year + start) / length) * covered - earned)
      months.cash[start + length - 1] += missing
      months.added += missing
    }
  }

  private func settle(_ draw: Advance, _ months: inout Months, _ year: Int, owed: inout Double) {
    let length = draw.length
    for start in stride(from: 0, to: 12, by: length) {
      let first = 12 * year + start
      let covered = draw.months.map { max(0, min(length, $0 - first)) } ?? length
      let amount = draw.amount * Double(covered) / Double(length)
      let due = months.cash[start..<start + length].reduce(0, +)
      let last = start + length - 1
      switch draw.kind {
      case .added, .nonRecoverable:
        let change = draw.kind == .added ? amount : max(0, amount - due)
        months.cash[last] += change
        months.added += change
      case .recoverable:
        let change =
          due < amount
          ? amount - due : -min(owed, (due - amount) * draw.recover)
        months.cash[last] += change
        owed += change
      }
    }
    if draw.isForgiven {
      months.added += owed
      owed = 0
    }
  }
}

extension Plan {
  /// Whether a draw or a guarantee pays beside what is earned in a year of service, counted from 0.
  fileprivate func paysApart(inYear index: Int) -> Bool {
    let first = 12 * index
    let draws = draw.map { $0.months.map { first < $0 } ?? true } ?? false
    let guarantees = guarantee.map { first < $0.months } ?? false
    return draws || guarantees
  }

  /// The plan with the lower quota of a slow start in place of its own ramps.
  fileprivate func ramped(by rampUp: OfferTerms.RampUp?) -> Plan {
    guard let rampUp, let quota = rampUp.quota else { return self }
    var plan = self
    for index in plan.measures.indices {
      plan.measures[index].ramp = Ramp(quota: Array(repeating: quota, count: rampUp.months))
    }
    plan.versions = versions.map { version in
      PlanVersion(from: version.from, plan: version.plan.ramped(by: rampUp))
    }
    return plan
  }
}

extension Guarantee {
  /// The floor of the block of that number, counted from the first month of service.
  fileprivate func floor(ofBlock block: Int, variable: Double) -> Double {
    switch amount {
    case .share(let share): share.doubleValue * variable * Double(per.monthCount) / 12
    case .amounts(let amounts):
      amounts.indices.contains(block) ? amounts[block].doubleValue : 0
    }
  }
}
