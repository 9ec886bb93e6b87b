internal import Amounts
internal import PayPlans
internal import Phrases
internal import Reporting

extension Calculator {
  /// The pay curve of a plan with the point at which it stands; of several plans in one currency that
  /// count money, the others too.
  mutating func chart(_ position: PlanPosition, _ plan: Int) throws(ArithmeticFailure) -> Chart {
    let reference = position.reference
    var series: [Chart.Series] = []
    let others = plans.indices.filter { $0 != plan && isComparable(plans[$0], with: position.plan) }
    for index in [plan] + others {
      // One curve needs no other name than what it shows.
      let name: Inline = others.isEmpty ? "total pay" : Inline(plans[index].name)
      var own = plans[index]
      if index == plan, let quota = position.quota { own = own.withQuota(quota) }
      series.append(Chart.Series(name, curve(index, own, position, reference)))
    }
    let isMoney = position.unit == .money
    let xUnit: Axis.Unit =
      position.sales == nil
      ? .percentage : isMoney ? .money(position.plan.currency) : .number
    let pay = try position.earnings().kept.majorUnits.doubleValue
    return Chart.payCurve(
      title: "Total pay", xTitle: position.sales == nil ? "Score" : "Sales in the year",
      xUnit: xUnit,
      yTitle: "Total pay for a year", currency: position.plan.currency, curves: series,
      marking: [
        Chart.NamedPoint("here", Mark.Point(position.amount.doubleValue, pay))
      ]
    ).translated(by: book)
  }

  private func isComparable(_ plan: Plan, with other: Plan) -> Bool {
    plan.currency == other.currency && plan.primaryMeasure?.isScored != true
      && other.primaryMeasure?.isScored != true
      && plan.primaryMeasure?.unit == other.primaryMeasure?.unit
  }

  private mutating func curve(
    _ index: Int, _ plan: Plan, _ position: PlanPosition, _ reference: Ratio
  ) -> [Mark.Point] {
    let key = QuotaKey(plan: index, reference: reference)
    if let known = curves[key] { return known }
    let sales = position.sales == nil ? nil : reference
    let scale = sales?.doubleValue ?? 1
    let points = PayCurveChart.points(of: YearPay(plan: plan, sales: sales)) ?? []
    let curve = points.map { Mark.Point($0.x * scale, $0.y) }
    // Moving a quota must not fill the memory.
    if curves.count > 64 { curves = [:] }
    curves[key] = curve
    return curve
  }
}
