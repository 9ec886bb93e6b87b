internal import Amounts
internal import PayPlans

extension OfferTerms {
  /// The parts of pay that are given once, or end.
  ///
  /// They are a sign-on, a grant of equity, and a guarantee or a draw of some months.
  package var endingParts: [OfferPart] {
    var parts: [OfferPart] = []
    if plan.guarantee != nil || plan.draw?.months != nil { parts.append(.guaranteeAndDraw) }
    if signOn.map({ $0.amount > .zero }) ?? false { parts.append(.signOn) }
    if grant != nil { parts.append(.equity) }
    return parts
  }

  /// Whether its first months are slower than the later ones.
  package var startsSlowly: Bool { (rampUp?.months ?? planRampMonths) > 0 }

  /// The offer without what is given once or ends, as it is once its first months are over.
  package var lasting: OfferTerms {
    var offer = self
    offer.signOn = nil
    if grant != nil { offer.equity = nil }
    offer.rampUp = RampUp(months: 0, sales: .one, quota: nil)
    offer.plan = plan.lasting
    return offer
  }
}

extension Plan {
  /// The plan without what holds for the first months of service only.
  fileprivate var lasting: Plan {
    var plan = self
    plan.guarantee = nil
    if plan.draw?.months != nil { plan.draw = nil }
    for index in plan.measures.indices { plan.measures[index].ramp = nil }
    plan.versions = versions.map { PlanVersion(from: $0.from, plan: $0.plan.lasting) }
    return plan
  }
}
