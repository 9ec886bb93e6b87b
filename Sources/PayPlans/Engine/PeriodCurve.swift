public import Amounts

/// The curve of one component in one period of a full year of service.
public struct PeriodCurve: Hashable, Sendable {
  /// The index of the component in the plan.
  public let component: Int
  /// The first month of the period, from 0 for the first of the plan year.
  public let firstMonth: Int
  /// The number of months.
  public let monthCount: Int
  /// The quota: of the period, or of the year so far when that counts; nil when there is none.
  public let quota: Ratio?
  /// The target, over the same time.
  public let target: Ratio?
  /// The curve from credit to pay, before what gates and multipliers change.
  public let curve: PayoutCurve
}

extension Plan {
  /// Returns the curve of each component and period for a full year of service.
  ///
  /// They are what a simulation at the level of attainment needs. Rules that pay deals alone have none, and by-deal
  /// tiers stand as marginal.
  ///
  /// - Complexity: O(components × periods).
  public func periodCurves() throws(ArithmeticFailure) -> [PeriodCurve] {
    let run = try ComponentRun(
      yearTerms(), SpreadCredit(self, attainment: .one, sales: nil, takesMonthsAsDeals: false))
    return run.periods.map { period in
      PeriodCurve(
        component: period.component, firstMonth: period.terms.months.lowerBound,
        monthCount: period.terms.months.count, quota: period.quota, target: period.target,
        curve: period.pricing.curve)
    }
  }
}
