public import Amounts

/// Another way to read what a plan leaves open, to see what the difference costs.
public struct PlanReading: Sendable {
  /// What is read differently, such as "retroactive" or "draw: added".
  public let name: String
  /// The plan with that reading.
  public let plan: Plan

  /// Names a reading.
  public init(name: String, plan: Plan) {
    self.name = name
    self.plan = plan
  }

  /// Returns what a full year pays when each period reaches one attainment, sold in a deal a month.
  public func earnings(attainment: Ratio) throws(ArithmeticFailure) -> Earnings {
    try plan.earnings(
      SpreadCredit(plan, attainment: attainment, sales: nil, takesMonthsAsDeals: true))
  }
}

extension Plan {
  /// The readings that plans are often silent about: how bands pay, and what becomes of a draw.
  ///
  /// Readings that are the plan's own are left out, and so are those that nothing could tell apart.
  public var otherReadings: [PlanReading] {
    var readings: [PlanReading] = []
    let tiers: [(String, Tiers)] = [
      ("marginal", .marginal), ("retroactive", .retroactive(to: nil)), ("by deal", .byDeal),
    ]
    for (name, tier) in tiers {
      let (plan, isOther) = reading(with: tier)
      if isOther { readings.append(PlanReading(name: name, plan: plan)) }
    }
    if let draw {
      for kind in Draw.Kind.allCases where kind != draw.kind {
        var plan = self
        plan.draw?.kind = kind
        readings.append(PlanReading(name: "draw: \(kind.rawValue)", plan: plan))
      }
    }
    return readings
  }

  private func reading(with tiers: Tiers) -> (plan: Plan, isOther: Bool) {
    var plan = self
    var isOther = false
    for (index, component) in components.enumerated() {
      guard var commission = component.commission, commission.period != .deal,
        case .bands(let bands, let own) = commission.scale, bands.count > 1, own != tiers,
        tiers != .byDeal || commission.part == nil
      else { continue }
      isOther = true
      let plain = bands.map { band in
        var plain = band
        plain.backTo = nil
        return plain
      }
      commission.scale = .bands(plain, tiers)
      plan.components[index].rule = .commission(commission)
    }
    return (plan, isOther)
  }
}
