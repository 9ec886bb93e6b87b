internal import Amounts

extension Spiff {
  /// Its deals are looked at month by month.
  var period: PlanPeriod { .month }

  var facts: RuleFacts {
    var facts = RuleFacts(target: .onTop)
    facts.filters = filters
    facts.paysByDeal = true
    facts.withoutDeals = .nothing
    return facts
  }

  func terms(of component: Component) -> [PlanTerm] {
    [PlanTerm(.deal, of: component, pay: .rate(pay))]
  }
}
