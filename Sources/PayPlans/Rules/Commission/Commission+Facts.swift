internal import Amounts
internal import Findings

extension Commission {
  var facts: RuleFacts {
    var facts = RuleFacts(target: isOverride ? .onTop : target.map { .level($0) } ?? .open)
    facts.needsTarget = needsTarget
    facts.needsVariable =
      switch target {
      case .share: true
      case .amount: false
      case nil: needsTarget && !isOverride
      }
    facts.measures = [
      RuleFacts.MeasureUse(
        name: measure, role: .paid,
        needsQuota: needsQuota || accumulate == .yearToDate && scaleNeedsQuota)
    ]
    if let part { facts.measures.append(.init(name: part.measure, role: .part, needsQuota: false)) }
    facts.measures += gates.map {
      .init(name: $0.measure, role: .condition, needsQuota: $0.at.isShare)
    }
    for multiplier in multipliers {
      switch multiplier {
      case .measure(let name, _):
        facts.measures.append(.init(name: name, role: .condition, needsQuota: true))
      case .score(let name): facts.scores.append(name)
      }
    }
    facts.paysByDeal = true
    facts.isPaidByPeriod = isPaidByPeriod
    facts.mayFall = mayFall
    facts.isMeasuredWithinYear = period != .deal && period.monthCount < 12
    facts.isProportional = isProportional
    if period != .deal, part == nil, !isByDeal {
      facts.carry = accumulate == .yearToDate ? .creditAndPay : .nothing
    }
    if period == .deal {
      facts.withoutDeals = .monthsAsDeals
    } else if case .bands(let bands, .byDeal) = scale, bands.count > 1 {
      facts.withoutDeals = .marginalTiers
    }
    return facts
  }

  func terms(of component: Component) -> [PlanTerm] {
    func term(
      _ kind: PlanTerm.Kind, from: Level?, isOpen: Bool = false, to: Level?,
      includesEnd: Bool = false, pay: PlanTerm.Pay, place: Place?
    ) -> PlanTerm {
      PlanTerm(
        kind, of: component, measure: measure, period: period, from: from, isOpen: isOpen, to: to,
        includesEnd: includesEnd, pay: pay, place: place)
    }
    switch scale {
    case .bands(let bands, _):
      var from: Level?
      var isOpen = false
      return bands.map { band in
        defer { (from, isOpen) = (band.to, band.includesEnd) }
        return term(
          .band, from: from, isOpen: isOpen, to: band.to, includesEnd: band.includesEnd,
          pay: .rate(band.pay), place: band.place)
      }
    case .interpolated(let corners):
      return corners.map {
        term(.corner, from: $0.at, to: nil, pay: .level($0.pay), place: $0.place)
      }
    }
  }
}

extension Commission {
  /// Whether something that is paid is a share of the target.
  var needsTarget: Bool {
    let scaleNeeds =
      switch scale {
      case .bands(let bands, _): bands.contains { $0.pay.isMultiple }
      case .interpolated(let corners): corners.contains { $0.pay.isShare }
      }
    if scaleNeeds { return true }
    if case .pay(.share) = cap { return true }
    return gates.contains { if case .atMost = $0.otherwise { true } else { false } }
  }

  /// Whether something that is paid depends on the quota of the period.
  var needsQuota: Bool {
    if withoutQuota == .nothing || threshold?.at.isShare == true { return true }
    if case .attainment(.share) = cap { return true }
    return scaleNeedsQuota
  }

  var scaleNeedsQuota: Bool {
    switch scale {
    case .bands(let bands, let tiers):
      if case .retroactive(let anchor?) = tiers, anchor.isShare { return true }
      return bands.contains { $0.to?.isShare == true || $0.pay.isMultiple }
    case .interpolated(let corners): return corners.contains { $0.at.isShare }
    }
  }

  /// Whether a whole deal takes one rate.
  private var isByDeal: Bool {
    if case .bands(_, .byDeal) = scale { true } else { false }
  }

  /// Whether twice the credit is paid twice as much.
  private var isProportional: Bool {
    guard threshold == nil, cap == nil else { return false }
    return if case .bands(let bands, _) = scale { bands.count == 1 } else { false }
  }

  /// Whether more credit may pay less.
  private var mayFall: Bool {
    switch scale {
    case .bands(let bands, let tiers):
      let reachesBack = bands.contains { $0.backTo != nil }
      guard tiers != .marginal && tiers != .byDeal || reachesBack else { return false }
      return !zip(bands, bands.dropFirst()).allSatisfy { $0.pay.isAtMost($1.pay) }
    case .interpolated(let corners):
      return !zip(corners, corners.dropFirst()).allSatisfy { $0.pay.isAtMost($1.pay) }
    }
  }
}

extension Rate {
  /// Whether another rate is surely not lower: of two kinds it is not known.
  fileprivate func isAtMost(_ other: Rate) -> Bool {
    switch (self, other) {
    case (.multiple(let left), .multiple(let right)), (.share(let left), .share(let right)),
      (.each(let left), .each(let right)):
      left <= right
    default: false
    }
  }
}

extension Level {
  /// Whether another level of pay is surely not lower: of two kinds it is not known.
  fileprivate func isAtMost(_ other: Level) -> Bool {
    isShare == other.isShare && number <= other.number
  }
}

extension Component {
  /// The commission, where it is one: for what is only asked of bands, thresholds and caps.
  package var commission: Commission? {
    if case .commission(let commission) = rule { commission } else { nil }
  }
}

extension Plan {
  /// The first commission: the component whose attainment stands for that of the plan.
  package var primaryComponent: Component? { components.first { $0.commission != nil } }
}
