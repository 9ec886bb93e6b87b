internal import Amounts
internal import PayPlans
internal import Simulation

/// What an offer pays in each year of service as a function of attainment; estimates in major units.
struct OfferPay: Sendable {
  /// The pay of a year by what is taxed and what is not.
  struct Year {
    /// Base, incentive and sign-on of each month, and equity.
    var wages: Double
    /// Benefits.
    var untaxed: Double
  }

  private struct Part {
    let curve: CompiledCurve
    /// The months after which attainment starts again.
    let period: Int
  }

  let offer: Offer
  /// The plan without what holds for the first months only.
  let plan: CompiledPlan
  private let parts: [Part]

  init(_ offer: Offer) throws(ArithmeticFailure) {
    var lasting = offer.plan
    lasting.draw = nil
    lasting.guarantee = nil
    plan = try CompiledPlan(lasting)
    self.offer = offer
    parts = zip(offer.plan.components, plan.parts).map { component, part in
      Part(curve: part.pay, period: component.periodMonths)
    }
  }

  /// Returns what a year pays; the balance of a recoverable draw goes from year to year.
  func year(_ index: Int, attainment: Double, owed: inout Double) -> Year {
    var raised = offer.base
    for _ in 0..<index { raised *= 1 + offer.raise.doubleValue }
    let cash =
      isPlain(index, owed: owed)
      ? plan.incentive(attainment)
      : incentives(index, attainment: attainment, owed: &owed).reduce(0, +)
    let signOn = index == 0 ? offer.signOn?.amount.doubleValue ?? 0 : 0
    return Year(
      wages: raised + cash + signOn + (offer.equity?.value ?? 0),
      untaxed: offer.benefits.doubleValue)
  }

  /// Whether the year has neither ramp, guarantee nor draw, so that one look at the curve does.
  private func isPlain(_ index: Int, owed: Double) -> Bool {
    let first = 12 * index
    let draws = offer.plan.draw.map { $0.months.map { first < $0 } ?? true } ?? false
    let guarantees = offer.plan.guarantee.map { first < $0.months } ?? false
    return !draws && !guarantees && owed == 0 && (index > 0 || offer.rampUp == nil)
  }

  /// Returns the cash of each month of the first year: base, incentive and sign-on.
  func firstYearCash(attainment: Double) -> [Double] {
    var owed = 0.0
    var months = incentives(0, attainment: attainment, owed: &owed)
    for month in months.indices { months[month] += offer.base / 12 }
    months[0] += offer.signOn?.amount.doubleValue ?? 0
    return months
  }

  /// Returns the incentive of each month of a year, with guarantee and draw.
  func incentives(_ year: Int, attainment: Double, owed: inout Double) -> [Double] {
    var months = earned(year, attainment: attainment)
    if let guarantee = offer.plan.guarantee {
      topUp(&months, year, per: guarantee.per.monthCount, months: guarantee.months) { block in
        guarantee.floor(ofBlock: block, variable: offer.plan.variable?.doubleValue ?? 0)
      }
    }
    if let draw = offer.plan.draw { settle(draw, &months, year, owed: &owed) }
    return months
  }

  /// The incentive as it is earned. Sales are even over the months, apart from a slow start; within
  /// a period pay follows the curve, so that accelerators show late in it.
  private func earned(_ year: Int, attainment: Double) -> [Double] {
    let rampUp = year == 0 ? offer.rampUp : nil
    func share(_ month: Int, _ ramped: (Offer.RampUp) -> Ratio) -> Double {
      rampUp.map { month < $0.months ? ramped($0).doubleValue : 1 } ?? 1
    }
    var months = [Double](repeating: 0, count: 12)
    for part in parts {
      let blocks = Double(12 / part.period)
      for start in stride(from: 0, to: 12, by: part.period) {
        let block = start..<start + part.period
        let quota = block.reduce(0) { $0 + share($1, \.quota) }
        var (sold, paid) = (0.0, 0.0)
        for month in block {
          sold += share(month, \.sales)
          let pay = part.curve(attainment * sold / quota) / blocks
          months[month] += pay - paid
          paid = pay
        }
      }
    }
    return months
  }

  /// Raises each block of months to a floor, in the last month of it.
  private func topUp(
    _ months: inout [Double], _ year: Int, per length: Int, months limit: Int,
    _ floor: (Int) -> Double
  ) {
    for start in stride(from: 0, to: 12, by: length) where 12 * year + start < limit {
      let covered = Double(min(length, limit - 12 * year - start)) / Double(length)
      let earned = months[start..<start + length].reduce(0, +)
      months[start + length - 1] += max(
        0, floor((12 * year + start) / length) * covered - earned)
    }
  }

  private func settle(_ draw: Draw, _ months: inout [Double], _ year: Int, owed: inout Double) {
    let length = draw.per.monthCount
    for start in stride(from: 0, to: 12, by: length) {
      let first = 12 * year + start
      let covered = draw.months.map { max(0, min(length, $0 - first)) } ?? length
      let amount = draw.amount.doubleValue * Double(covered) / Double(length)
      let earned = months[start..<start + length].reduce(0, +)
      var change = 0.0
      switch draw.kind {
      case .added: change = amount
      case .nonRecoverable: change = max(0, amount - earned)
      case .recoverable where earned < amount:
        change = amount - earned
        owed += change
      case .recoverable:
        change = -min(owed, (earned - amount) * draw.recover.doubleValue)
        owed += change
      }
      months[start + length - 1] += change
    }
    if draw.isForgiven { owed = 0 }
  }
}

extension Guarantee {
  /// The floor of the block of that number, counted from the first month of service.
  fileprivate func floor(ofBlock block: Int, variable: Double) -> Double {
    switch amount {
    case .share(let share): share.doubleValue * variable * Double(per.monthCount) / 12
    case .amounts(let amounts):
      amounts.isEmpty ? 0 : amounts[min(block, amounts.count - 1)].doubleValue
    }
  }
}

extension Component {
  /// The months after which attainment starts again.
  fileprivate var periodMonths: Int {
    switch rule {
    case .commission(let commission): commission.period.monthCount
    case .bonus(let bonus): bonus.period.monthCount
    case .objectives(let objectives): objectives.period.monthCount
    case .spiff: 12
    }
  }
}
