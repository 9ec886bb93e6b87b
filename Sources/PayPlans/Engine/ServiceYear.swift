public import Amounts

/// A year of service on a plan, month by month: what its incentive earns before guarantees and draws.
///
/// The year of service starts with the plan year, so that ramps hold from its first month on.
public struct ServiceYear: Sendable {
  /// The plan.
  public let plan: Plan
  /// The number of the year, from 0; ramps count on from year to year.
  public let number: Int
  /// The share of the later sales that each of the first months of service brings; the months after
  /// them bring all.
  ///
  /// Nil means that nothing is known of it: sales are then as much lower as the plan's ramp makes
  /// the quota of their measure.
  public let salesShares: [Ratio]?

  /// Creates a year of service.
  public init(_ plan: Plan, number: Int = 0, salesShares: [Ratio]? = nil) {
    self.plan = plan
    self.number = number
    self.salesShares = salesShares
  }

  /// Returns what each month earns when sales, but for a slow start, are an attainment of the full quota.
  ///
  /// What is sold is spread over the months like the quota. Scores are not sold, and a slow start
  /// does not lower them; otherwise all is as `Plan.earnings(attainment:)` has it.
  ///
  /// - Throws: when an amount does not fit.
  /// - Complexity: O(components × months).
  public func incentive(attainment: Ratio) throws(ArithmeticFailure) -> [Money] {
    let terms = try terms()
    var run = try ComponentRun(terms, credit(attainment))
    let order = run.lines.indices.sorted {
      (run.lines[$0].date, run.lines[$0].component, $0)
        < (run.lines[$1].date, run.lines[$1].component, $1)
    }
    try run.applyYearlyCap(order)
    var months = Array(repeating: Int64(0), count: 12)
    for line in run.lines {
      months[min(max(0, terms.year.ledgerMonth(of: line.date)), 11)] += line.pay
    }
    return months.map { Money(minorUnits: $0, currency: plan.currency) }
  }

  func terms() throws(ArithmeticFailure) -> RepTerms {
    let year = plan.yearStarts?.year ?? plan.versions.first?.from.year ?? 2021
    let start =
      plan.yearStarts ?? CalendarDate(year: year, month: 1, day: 1) ?? CalendarDate(dayNumber: 0)
    let hired = start.addingMonths(-12 * number)
    return try RepTerms(
      plan, Rep("", hireDate: hired), PlanYear(start: start), weighsMonthsAlike: true)
  }

  private func credit(_ attainment: Ratio) -> SpreadCredit {
    var credit = SpreadCredit(
      plan, attainment: attainment, sales: nil, takesMonthsAsDeals: false)
    credit.pace = pace
    return credit
  }

  var pace: SellingPace { .service(monthsBefore: 12 * number, salesShares) }
}

/// How what is sold is spread over the months.
enum SellingPace {
  /// Like the quota of full service.
  case even
  /// The same with a slow start: shares of the later sales in the first months of service, or with
  /// nil as much lower as the quota of the measure.
  case service(monthsBefore: Int, [Ratio]?)

  /// The share of the later sales that a month of the year brings.
  func share(of measure: Measure, month: Int) -> Ratio {
    guard case .service(let before, let shares) = self else { return .one }
    let known = shares ?? measure.ramp?.quota ?? []
    return known.indices.contains(before + month) ? known[before + month] : .one
  }
}
