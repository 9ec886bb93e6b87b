internal import Amounts

/// What is taken for granted where a plan is priced by one attainment, or one amount sold, alone.
///
/// Each case names the components, measures or scores that it is about.
public enum EarningsAssumption: Hashable, Sendable {
  /// Scores and goals that attainment says nothing about are at 100 %.
  case onTarget([String])
  /// Rules that pay deals alone pay nothing: there are no deals.
  case withoutDeals([String])
  /// Attainment is of credit: what multiplies or limits the credit of a deal is in it already.
  case creditAfterFactors([String])
  /// By-deal tiers pay as marginal ones, since there are no deals.
  case dealsAsMarginal([String])
  /// The credit of each month stands for one deal.
  case monthsAsDeals([String])
  /// Periods that are shorter than the year all have its attainment, where uneven ones are paid otherwise.
  case evenPeriods([String])
  /// All that is sold is of the part that is paid along the scale.
  case allOfPart([String])
  /// Other measures with a quota reach the same attainment of theirs.
  case sameAttainment([String])
  /// Of measures without a quota nothing is sold.
  case withoutSales([String])
  /// Of measures without a quota as much is sold as of the first one.
  case sameSales([String])
  /// The draw runs in the first months of the year, as for someone who is hired at its beginning.
  case drawFromStart(months: Int)
  /// Ramps and guarantees of a first year of service do not count.
  case withoutFirstYear([String])
}

extension Plan {
  /// Returns what `earnings` takes for granted. That sales are spread like the quota is among it where it matters.
  ///
  /// - Parameter bySales: Whether an amount sold is priced that is not turned into an attainment.
  /// - Returns: The assumptions that matter for this plan.
  public func earningsAssumptions(bySales: Bool) -> [EarningsAssumption] {
    let all = [self] + versions.map { $0.plan }
    var names: [Term: [String]] = [:]
    func add(_ name: String, _ term: Term) {
      if names[term]?.contains(name) != true { names[term, default: []].append(name) }
    }
    for plan in all {
      for component in plan.components {
        let facts = component.facts
        switch facts.withoutDeals {
        case .nothing: add(component.name, .withoutDeals)
        case .marginalTiers: add(component.name, .dealsAsMarginal)
        case .monthsAsDeals: add(component.name, .monthsAsDeals)
        case nil: break
        }
        // Scores do not follow from sales, however these are spread.
        let sold = facts.measures.filter { plan.measure(named: $0.name)?.isScored != true }
        let isBent = !facts.isProportional && sold.contains { $0.role == .paid }
        if facts.isMeasuredWithinYear, isBent || sold.contains(where: { $0.role == .condition }) {
          add(component.name, .evenPeriods)
        }
        if facts.measures.contains(where: { $0.role == .part }) { add(component.name, .allOfPart) }
        for name in facts.scores { add(name, .onTarget) }
      }
      let uses = plan.components.flatMap { $0.facts.measures }.filter { $0.role != .part }
      let paid = Set(uses.filter { $0.role == .paid }.map { $0.name })
      for measure in plan.measures where uses.contains(where: { $0.name == measure.name }) {
        if measure.isScored {
          if !paid.contains(measure.name) { add(measure.name, .onTarget) }
        } else if measure.yearQuota == nil {
          if measure.name != primaryMeasure?.name { add(measure.name, .withoutQuota) }
        } else if measure.name != primaryMeasure?.name {
          add(measure.name, .sameAttainment)
        }
        if !measure.multipliers.isEmpty || measure.windfall != nil {
          add(measure.name, .creditAfterFactors)
        }
        if measure.ramp != nil { add("ramp", .firstYear) }
      }
      if plan.guarantee != nil { add("guarantee", .firstYear) }
    }
    func list(_ term: Term, _ assumption: ([String]) -> EarningsAssumption) -> [EarningsAssumption]
    {
      names[term].map { [assumption($0)] } ?? []
    }
    var result = list(.sameAttainment) { .sameAttainment($0) }
    result += list(.evenPeriods) { .evenPeriods($0) }
    result += list(.withoutQuota) { bySales ? .sameSales($0) : .withoutSales($0) }
    result += list(.onTarget) { .onTarget($0) } + list(.withoutDeals) { .withoutDeals($0) }
    result += list(.creditAfterFactors) { .creditAfterFactors($0) }
    result += list(.dealsAsMarginal) { .dealsAsMarginal($0) }
    result += list(.monthsAsDeals) { .monthsAsDeals($0) }
    result += list(.allOfPart) { .allOfPart($0) }
    result += list(.firstYear) { .withoutFirstYear($0) }
    if let months = all.compactMap({ $0.draw?.months }).first {
      result.append(.drawFromStart(months: months))
    }
    return result
  }

  /// What a name can be listed under.
  private enum Term: Hashable {
    case onTarget, withoutDeals, creditAfterFactors, dealsAsMarginal, monthsAsDeals, sameAttainment
    case withoutQuota, firstYear, allOfPart, evenPeriods
  }
}
