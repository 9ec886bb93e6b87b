internal import Amounts

extension Bonus {
  var facts: RuleFacts {
    var facts = RuleFacts(target: shareAtTarget.map { .level(.share($0)) } ?? .onTop)
    facts.needsVariable = steps.contains { $0.pay.isShare }
    facts.measures = [
      RuleFacts.MeasureUse(
        name: measure, role: .paid, needsQuota: steps.contains { $0.at.isShare })
    ]
    facts.isMeasuredWithinYear = period.monthCount < 12
    facts.isProportional = false
    facts.carry =
      switch accumulate {
      case .withinPeriod: .nothing
      case .yearToDate: .credit
      case .either: nil
      }
    return facts
  }

  func terms(of component: Component) -> [PlanTerm] {
    steps.map { step in
      PlanTerm(
        .step, of: component, measure: measure, period: period, from: step.at,
        isOpen: step.isAbove, pay: .level(step.pay), place: step.place)
    }
  }

  mutating func change(
    _ number: RuleNumber, _ change: (Ratio) throws(ArithmeticFailure) -> Ratio
  ) throws(ArithmeticFailure) {
    switch number {
    case .pay(let row) where steps.indices.contains(row):
      steps[row].pay = try steps[row].pay.changed(change)
    case .level(let row) where steps.indices.contains(row):
      steps[row].at = try steps[row].at.changed(change)
    default: break
    }
  }

  /// The share of the variable that the bonus pays at 100 % of quota; nil when it pays amounts.
  private var shareAtTarget: Ratio? {
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
}
