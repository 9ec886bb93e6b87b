package import Amounts
package import PayPlans
package import Reporting

/// Total pay, less what is owed back, by attainment as a chart: the corners and jumps of a plan, its tiers, and the OTE.
package enum PayCurveChart {
  /// How finely the curve is sampled, and how far it goes, in per cent of quota.
  private static let lastPercent = 200

  /// Draws a plan; nil when it cannot be priced by attainment.
  package static func chart(of plan: Plan) -> Chart? {
    guard let points = points(of: YearPay(plan: plan, sales: nil)),
      let onTarget = try? plan.earnings(attainment: 1)
    else {
      return nil
    }
    return .payCurve(
      title: "Total pay by attainment", xTitle: "Attainment of quota",
      yTitle: "Total pay for a year", currency: plan.currency,
      curves: [Chart.Series("total pay", points)], regions: regions(of: plan),
      marking: [
        Chart.NamedPoint("at quota", Mark.Point(1, onTarget.kept.majorUnits.doubleValue))
      ])
  }

  /// Draws a plan and, if there is one, last year's, over what `xTitle` names; nil when the plan cannot
  /// be priced.
  package static func chart(of pay: YearPay, against previous: YearPay?, xTitle: Inline) -> Chart? {
    guard let points = points(of: pay) else { return nil }
    var curves = [Chart.Series("This plan", points)]
    if let previous, let points = Self.points(of: previous) {
      curves.append(Chart.Series("Last year's plan", points))
    }
    return .payCurve(
      title: "Total pay, \(pay.plan.name)", xTitle: xTitle, yTitle: "Total pay for a year",
      currency: pay.plan.currency, curves: curves, regions: regions(of: pay.plan))
  }

  /// Draws what a plan pays on each of some quotas, over what is sold from one amount to another; nil
  /// where it cannot be priced.
  package static func chart(
    of plan: Plan, quotas: [(name: Inline, quota: Ratio?)], from low: Ratio, to high: Ratio,
    unit: Axis.Unit, yTitle: Inline
  ) -> Chart? {
    var curves: [Chart.Series] = []
    for (name, quota) in quotas {
      let year = YearPay(plan: quota.map { plan.withQuota($0) } ?? plan, sales: high)
      guard let start = try? year(low / high).kept, let points = points(of: year, upTo: 100) else {
        return nil
      }
      let first = Mark.Point(low.doubleValue, start.majorUnits.doubleValue)
      let inner = points.map { Mark.Point($0.x * high.doubleValue, $0.y) }
      curves.append(Chart.Series(name, [first] + inner.filter { $0.x > first.x }))
    }
    return .payCurve(
      title: "Total pay by what is sold", xTitle: "Sold in the year", xUnit: unit, yTitle: yTitle,
      currency: plan.currency, curves: curves)
  }

  /// The curve without the points that lie on a line between their neighbours.
  static func points(of yearPay: YearPay, upTo percent: Int = lastPercent) -> [Mark.Point]? {
    var points: [Mark.Point] = []
    func append(_ point: Mark.Point) {
      if points.count >= 2 {
        let (first, middle) = (points[points.count - 2], points[points.count - 1])
        let width = point.x - first.x
        let onLine = first.y + (point.y - first.y) * (width == 0 ? 0 : (middle.x - first.x) / width)
        // Half a unit: the roundings of a component's periods are no corners.
        if width != 0, first.x != middle.x, middle.x != point.x, abs(onLine - middle.y) < 0.5 {
          points.removeLast()
        }
      }
      points.append(point)
    }
    for attainment in yearPay.shares(upTo: percent) {
      guard let below = try? attainment - Ratio(1, over: 1_000_000_000),
        let pay = try? yearPay(attainment).kept.majorUnits.doubleValue
      else { return nil }
      let x = attainment.doubleValue
      if x > 0,
        let before = try? yearPay(below).kept.majorUnits.doubleValue,
        pay - before > 1
      {
        append(Mark.Point(x, before))
      }
      append(Mark.Point(x, pay))
      // Above an end that a band includes.
      if let after = try? attainment + Ratio(1, over: 1_000_000_000),
        let above = try? yearPay(after).kept.majorUnits.doubleValue, above - pay > 1
      {
        append(Mark.Point(x, above))
      }
    }
    return points
  }

  /// The tiers of the first commission, where they are given in per cent of quota.
  private static func regions(of plan: Plan) -> [Chart.Region] {
    let name = plan.primaryComponent?.name
    var regions: [Chart.Region] = []
    for term in plan.terms where term.component == name {
      guard case .rate(let rate) = term.pay else { return [] }
      var ends: [Double] = []
      for (level, open) in [(term.from, 0.0), (term.to, Double(lastPercent) / 100)] {
        switch level {
        case .share(let share)?: ends.append(share.doubleValue)
        case .amount?: return []
        case nil: ends.append(open)
        }
      }
      let label: Inline =
        switch rate {
        case .multiple(let multiple): "\(.plain(multiple, upTo: 2))x"
        case .share(let share): .rate(share)
        case .each(let amount): "\(.plain(amount)) each"
        }
      regions.append(Chart.Region(label, from: ends[0], to: ends[1]))
    }
    return regions.count > 1 ? regions : []
  }
}
