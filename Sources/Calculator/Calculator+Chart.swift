internal import Amounts
internal import PayPlans
internal import Phrases
internal import Reporting
internal import Simulation

extension Calculator {
  /// The pay curve of a plan with the point at which it stands; beside it the plan as it is written,
  /// where something is changed, and other plans in the same currency that count money too.
  mutating func chart(_ shown: Shown) throws(ArithmeticFailure) -> Chart {
    let position = shown.position
    let reference = position.reference
    var own: [(name: Inline, plan: CompiledPlan)] = []
    own.append((name: Inline(position.plan.name), plan: try compiled(shown)))
    if shown.isChanged {
      own.append((name: "as written", plan: try compiled(shown.index, reference)))
    }
    for index in plans.indices where isComparable(index, with: shown) {
      own.append((name: Inline(plans[index].name), plan: try compiled(index, reference)))
    }
    // One curve needs no other name than what it shows.
    if own.count == 1 { own[0].name = "total pay" }
    if shown.isChanged, plans.count == 1 { own[0].name = "as changed" }
    let scale = position.sales == nil ? 1 : reference.doubleValue
    let isMoney = position.unit == .money
    let xUnit: Axis.Unit =
      position.sales == nil
      ? .percentage : isMoney ? .money(position.plan.currency) : .number
    let pay = try position.earnings().kept.majorUnits.doubleValue
    return Chart.payCurve(
      title: "Total pay", xTitle: position.sales == nil ? "Score" : "Sales in the year",
      xUnit: xUnit,
      yTitle: "Total pay for a year", currency: position.plan.currency,
      curves: own.map { Chart.Series($0.name, Self.points(of: $0.plan.kept, scale)) },
      marking: [
        Chart.NamedPoint("here", Mark.Point(position.amount.doubleValue, pay))
      ]
    ).translated(by: book)
  }

  /// Whether another plan of the page can be drawn over the same axis, and paid for the same sales.
  func isComparable(_ index: Int, with shown: Shown) -> Bool {
    let (plan, other) = (plans[index], shown.position.plan)
    return index != shown.index && plan.currency == other.currency
      && plan.primaryMeasure?.isScored != true && other.primaryMeasure?.isScored != true
      && plan.primaryMeasure?.unit == other.primaryMeasure?.unit
  }

  /// The pay of the plan that is looked at as a function of sales over the reference.
  mutating func compiled(_ shown: Shown) throws(ArithmeticFailure) -> CompiledPlan {
    let position = shown.position
    return try compiled(
      QuotaKey(
        plan: shown.index, terms: shown.turned.lines, quota: position.quota,
        reference: position.reference), position.plan)
  }

  /// The pay of a plan as it is written, on its own quota.
  mutating func compiled(_ index: Int, _ reference: Ratio) throws(ArithmeticFailure) -> CompiledPlan
  {
    try compiled(QuotaKey(plan: index, reference: reference), plans[index])
  }

  mutating func compiled(
    _ key: QuotaKey, _ plan: Plan
  ) throws(ArithmeticFailure) -> CompiledPlan {
    if let known = curves[key] { return known }
    let compiled = try CompiledPlan(plan, quota: key.quota, referenceQuota: key.reference)
    // Moving a quota must not fill the memory.
    if curves.count > 64 { curves = [:] }
    curves[key] = compiled
    return compiled
  }

  /// The corners of a curve up to twice what the axis counts by; a jump is two points at one place.
  private static func points(of curve: CompiledCurve, _ scale: Double) -> [Mark.Point] {
    var points: [Mark.Point] = []
    for index in curve.starts.indices {
      let start = curve.starts[index]
      let end = min(2, index + 1 < curve.starts.count ? curve.starts[index + 1] : .infinity)
      guard max(0, start) < end else { continue }
      for x in [max(0, start), end] {
        let point = Mark.Point(x * scale, curve.values[index] + curve.slopes[index] * (x - start))
        if let last = points.last, last.x == point.x, abs(last.y - point.y) < 0.5 { continue }
        points.append(point)
      }
    }
    return points
  }
}
