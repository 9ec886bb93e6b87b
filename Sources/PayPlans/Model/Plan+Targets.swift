internal import Amounts

extension Plan {
  /// What each component pays in a year at 100 %, nil where the plan does not say.
  ///
  /// A component without a target of its own takes what the others leave of the variable.
  func yearTargets() throws(ArithmeticFailure) -> [Ratio?] {
    var targets: [Ratio?] = []
    var rest = variable
    var open: [Int] = []
    for (index, component) in components.enumerated() {
      switch component.writtenTarget {
      case .open:
        open.append(index)
        targets.append(nil)
      case .onTop: targets.append(.zero)
      case .level(let level):
        let target = try level.resolved(of: variable ?? .zero)
        targets.append(target)
        if let left = rest { rest = try left - target }
      }
    }
    // A person's own variable may be smaller than the amounts that the plan names.
    if open.count == 1 { targets[open[0]] = rest.map { max(.zero, $0) } }
    return targets
  }
}

extension Component {
  /// What the component says about its part of the variable.
  enum WrittenTarget {
    /// Nothing: it takes what the others leave.
    case open
    /// It comes on top of the variable.
    case onTop
    /// A share of the variable, or an amount a year.
    case level(Level)
  }

  var writtenTarget: WrittenTarget {
    switch rule {
    case .commission(let commission):
      if commission.isOverride { .onTop } else { commission.target.map { .level($0) } ?? .open }
    case .objectives(let objectives): objectives.target.map { .level($0) } ?? .open
    case .bonus(let bonus): bonus.shareAtTarget.map { .level(.share($0)) } ?? .onTop
    case .spiff: .onTop
    }
  }

  /// Whether something that the component pays is a share of its target.
  var needsTarget: Bool {
    switch rule {
    case .commission(let commission): commission.needsTarget
    case .objectives: true
    case .bonus, .spiff: false
    }
  }
}

extension Bonus {
  /// The share of the variable that the bonus pays at 100 % of quota; nil when it pays amounts.
  var shareAtTarget: Ratio? {
    var total: Ratio?
    for step in steps {
      guard case .share(let pay) = step.pay else { continue }
      let isReached =
        if case .share(let at) = step.at { step.isAbove ? at < .one : at <= .one } else { true }
      guard isReached else { continue }
      total = isCumulative ? (total.flatMap { try? $0 + pay } ?? pay) : pay
    }
    return total
  }

  var paysShares: Bool { steps.contains { $0.pay.isShare } }
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
}
