internal import Amounts
internal import PayPlans

/// Where a plan stands in a state of the controls: the quota it is on and what is sold or attained. A class,
/// because plans are large to copy.
final class PlanPosition {
  let plan: Plan
  /// The quota of the year; nil where the plan has none, or is on a score.
  let quota: Ratio?
  /// What is sold in the year; nil on a score.
  let sales: Ratio?
  /// Sales ÷ quota, or the score; nil without a quota.
  let attainment: Ratio?

  /// What is sold where neither a person nor the plan says anything of it.
  private static let usualSales: Ratio = 1_000_000

  /// Places a plan; a state that says nothing of sales stands at the quota.
  init(_ plan: Plan, _ state: PageState) throws(ArithmeticFailure) {
    self.plan = plan
    if plan.primaryMeasure?.isScored == true {
      (quota, sales) = (nil, nil)
      attainment = state.attainment ?? .one
      return
    }
    quota = state.quota ?? plan.primaryMeasure?.positiveQuota
    guard let quota else {
      sales = state.sales ?? Self.usualSales
      attainment = nil
      return
    }
    if let sales = state.sales {
      self.sales = sales
      attainment = try sales / quota
    } else {
      attainment = state.attainment ?? .one
      sales = try (attainment ?? .one) * quota
    }
  }

  private init(_ plan: Plan, quota: Ratio?, sales: Ratio?, attainment: Ratio?) {
    (self.plan, self.quota, self.sales, self.attainment) = (plan, quota, sales, attainment)
  }

  /// What a full year pays here.
  func earnings() throws(ArithmeticFailure) -> Earnings {
    guard let sales else { return try plan.earnings(attainment: attainment ?? .one) }
    guard let quota else { return try plan.earnings(sales: sales) }
    return try plan.earnings(sales: sales, quota: quota)
  }

  /// The same quota with other sales, or the same score's plan with another score.
  func at(_ amount: Ratio) throws(ArithmeticFailure) -> PlanPosition {
    guard sales != nil else {
      return PlanPosition(plan, quota: nil, sales: nil, attainment: amount)
    }
    return PlanPosition(
      plan, quota: quota, sales: amount,
      attainment: try quota.map { (quota) throws(ArithmeticFailure) in try amount / quota })
  }

  /// The same sales on another quota.
  func on(quota: Ratio) throws(ArithmeticFailure) -> PlanPosition {
    PlanPosition(
      plan, quota: quota, sales: sales,
      attainment: try sales.map { (sales) throws(ArithmeticFailure) in try sales / quota })
  }

  /// What the first slider moves: sales, or the score.
  var amount: Ratio { sales ?? attainment ?? .one }

  /// What a share of 1 stands for on the axis of the curve.
  var reference: Ratio {
    if sales == nil { return .one }
    return quota ?? Self.usualSales
  }

  /// What sales are counted in.
  var unit: Measure.Unit { plan.primaryMeasure?.unit ?? .money }
}
