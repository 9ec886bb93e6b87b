internal import Amounts

extension Objectives {
  /// Pays one period, on its last day.
  func pay<Source>(
    in run: inout ComponentRun<Source>, _ period: ComponentPeriod,
    _ year: inout ComponentRun<Source>.YearSoFar
  ) throws(ArithmeticFailure) {
    let months = period.terms.months
    let yearTarget = run.terms.versions[period.terms.version].targets[period.terms.component]
    let target = try run.terms.part(of: yearTarget, measure: nil, months: months) ?? .zero
    let day = run.lastDay(period.terms)
    var achieved = Ratio.zero
    for goal in goals {
      achieved = try achieved + goal.weight * min(.one, run.score(goal.name, period.terms))
    }
    let pay = try run.minorUnits(target * achieved)
    if pay != 0 {
      run.lines.append(
        PayLine(
          component: period.index, period: run.periods.count, pool: run.periods.count, date: day,
          row: nil, before: .zero, after: achieved, pay: pay))
    }
    // Full scores pay the target: the curve is a straight line from 0 to 100 %.
    let curve = try PayoutCurve(
      bands: [PayoutCurve.ResolvedBand(start: .zero, rate: target)], threshold: nil,
      paysAbove: false, creditLimit: nil)
    run.periods.append(
      PeriodResult(
        component: period.index, terms: period.terms,
        firstDay: run.terms.days(of: months).lowerBound, lastDay: day, quota: .one, target: target,
        pricing: PeriodPricing(curve: curve), opening: .zero, credit: achieved))
  }
}
