internal import Amounts

extension Plan {
  /// What each component pays in a year at 100 %, nil where the plan does not say.
  ///
  /// A component without a target of its own takes what the others leave of the variable. Where there are
  /// several, it is the one that is paid on a quota: without one there is no 100 %.
  func yearTargets() throws(ArithmeticFailure) -> [Ratio?] {
    var targets: [Ratio?] = []
    var rest = variable
    var open: [Int] = []
    for (index, component) in components.enumerated() {
      switch component.facts.target {
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
    if open.count > 1 { open = open.filter { hasTarget(components[$0].facts) } }
    if open.count == 1 { targets[open[0]] = rest.map { max(.zero, $0) } }
    return targets
  }

  private func hasTarget(_ facts: RuleFacts) -> Bool {
    facts.needsTarget || facts.measure.flatMap { measure(named: $0) }?.yearQuota != nil
  }
}
