internal import Amounts
internal import PayPlans

/// What a plan pays for a year, as a function of what is sold or attained.
struct YearPay {
  let plan: Plan
  /// The sales that a share of 1 stands for; nil when shares are attainments of the plan's own quota.
  let sales: Ratio?

  /// Returns the pay for a share of the sales, or for an attainment.
  func callAsFunction(_ share: Ratio) throws(ArithmeticFailure) -> Earnings {
    guard let sales else { return try plan.earnings(attainment: share) }
    guard let quota = plan.primaryMeasure?.positiveQuota else {
      return try plan.earnings(sales: share * sales)
    }
    return try plan.earnings(attainment: share * sales / quota)
  }
}

extension Measure {
  /// The quota of a year, where there is one that attainment can be measured by.
  var positiveQuota: Ratio? { quota.flatMap { .zero < $0 ? $0 : nil } }
}
