package import Amounts
package import PayPlans

/// What a plan pays for a year, as a function of what is sold or attained.
package struct YearPay {
  let plan: Plan
  /// The sales that a share of 1 stands for; nil when shares are attainments of the plan's own quota.
  package let sales: Ratio?

  package init(plan: Plan, sales: Ratio?) {
    self.plan = plan
    self.sales = sales
  }

  /// Returns the pay for a share of the sales, or for an attainment.
  package func callAsFunction(_ share: Ratio) throws(ArithmeticFailure) -> Earnings {
    guard let sales else { return try plan.earnings(attainment: share) }
    guard let quota = plan.primaryMeasure?.positiveQuota else {
      return try plan.earnings(sales: share * sales)
    }
    return try plan.earnings(attainment: share * sales / quota)
  }

  /// The shares up to a percentage at which corners are to be expected: whole percentages of the
  /// plan's own quota, unless the sales are so far from it that there would be too many or too few.
  package func shares(upTo percent: Int) -> [Ratio] {
    var step = Ratio(1)
    if let sales, let quota = plan.primaryMeasure?.positiveQuota, let own = try? quota / sales,
      own.doubleValue > 0.25, own.doubleValue < 4
    {
      step = own
    }
    let end = Ratio(percent)
    let inner = (0...4 * percent).compactMap { try? Ratio($0) * step }.prefix { $0 < end }
    return (inner + [end]).compactMap { try? $0 / 100 }
  }
}
