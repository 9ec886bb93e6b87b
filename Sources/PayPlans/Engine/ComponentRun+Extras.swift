internal import Amounts

extension ComponentRun {
  /// Pays one period of a bonus: on the deal that reaches it, or on the last day if none does.
  mutating func pay(
    _ bonus: Bonus, _ index: Int, _ period: RepTerms.Period, _ year: inout YearSoFar
  ) throws(ArithmeticFailure) {
    guard let measure = plan(period).measure(named: bonus.measure) else { return }
    let quota = try terms.quota(of: measure, months: period.months)
    let variable = try terms.part(
      of: plan(period).variable, measure: measure, months: period.months)
    year.quota = try year.quota + (quota ?? .zero)
    let within = try bonus.curve(quota: quota, variable: variable)
    let toDate = try bonus.curve(quota: quota == nil ? nil : year.quota, variable: variable)
    let isYearToDate = bonus.accumulate == .yearToDate
    let start = year.credit
    var credit = Ratio.zero
    func reached(_ credit: Ratio) throws(ArithmeticFailure) -> Ratio {
      switch bonus.accumulate {
      case .withinPeriod: try within.pay(at: credit)
      case .yearToDate: try toDate.pay(at: start + credit)
      case .either: try max(within.pay(at: credit), toDate.pay(at: start + credit))
      }
    }
    // What the year so far has reached before any deal is held until the last day.
    var held = try reached(.zero)
    var paid = Ratio.zero
    var kept = Ratio.zero
    for event in try self.credit(measure, period.version, period.months, quota: quota) {
      let before = credit
      credit = try credit + event.credit
      let value = try reached(credit)
      if event.isReduction {
        // A bonus stays when a deal is cancelled, and is not paid again.
        if value < (try paid + held) { kept = try max(kept, paid + held - value) }
        continue
      }
      held = min(held, value)
      let due = try max(value, min(paid + held, value + kept)) - held
      let line = try minorUnits(due) - minorUnits(paid)
      paid = due
      if line == 0 { continue }
      lines.append(
        PayLine(
          component: index, period: periods.count, pool: periods.count, date: event.date,
          row: event.row,
          before: isYearToDate ? try start + before : before,
          after: isYearToDate ? try start + credit : credit, pay: line))
    }
    year.credit = try start + credit
    let settled = try minorUnits(paid + held) - minorUnits(paid)
    if settled != 0 {
      let shown = isYearToDate ? year.credit : credit
      lines.append(
        PayLine(
          component: index, period: periods.count, pool: periods.count, date: lastDay(period),
          row: nil,
          before: shown, after: shown, pay: settled))
    }
    periods.append(
      PeriodResult(
        component: index, terms: period, firstDay: terms.days(of: period.months).lowerBound,
        lastDay: lastDay(period), quota: isYearToDate && quota != nil ? year.quota : quota,
        target: variable, pricing: PeriodPricing(curve: isYearToDate ? toDate : within),
        opening: isYearToDate ? start : .zero, credit: isYearToDate ? year.credit : credit))
  }

  /// Pays one period of objectives, on its last day.
  mutating func pay(
    _ objectives: Objectives, _ index: Int, _ period: RepTerms.Period
  ) throws(ArithmeticFailure) {
    let yearTarget = terms.versions[period.version].targets[period.component]
    let target = try terms.part(of: yearTarget, measure: nil, months: period.months) ?? .zero
    let day = lastDay(period)
    var achieved = Ratio.zero
    for goal in objectives.goals {
      achieved = try achieved + goal.weight * min(.one, score(goal.name, period))
    }
    let pay = try minorUnits(target * achieved)
    if pay != 0 {
      lines.append(
        PayLine(
          component: index, period: periods.count, pool: periods.count, date: day, row: nil,
          before: .zero,
          after: achieved, pay: pay))
    }
    // Full scores pay the target: the curve is a straight line from 0 to 100 %.
    let curve = try PayoutCurve(
      bands: [PayoutCurve.ResolvedBand(start: .zero, rate: target)], threshold: nil,
      paysAbove: false, creditLimit: nil)
    periods.append(
      PeriodResult(
        component: index, terms: period, firstDay: terms.days(of: period.months).lowerBound,
        lastDay: day, quota: .one, target: target, pricing: PeriodPricing(curve: curve),
        opening: .zero, credit: achieved))
  }

  /// Pays the deals of one month by a spiff, as long as its budget lasts.
  mutating func pay(
    _ spiff: Spiff, _ index: Int, _ period: RepTerms.Period, _ year: inout YearSoFar
  ) throws(ArithmeticFailure) {
    // The budget is the cap of the year's deals, each of which stands at its own pay.
    let pricing = PeriodPricing(
      curve: .zero, steps: spiff.budget.map { [.limit($0)] } ?? [],
      basis: .dealPay(threshold: nil))
    if year.pricing == nil { year.pool = pool(isTracked: source.hasInstalments) }
    year.pricing = pricing
    let events = try source.spiffPay(
      spiff, component: period.component, version: period.version, months: period.months,
      terms: terms)
    for event in events {
      try settle(before: event.date, pricing, &year.pool, isYearToDate: false, index)
      let stretch = try year.pool.standing.add(event.credit, own: event.credit, row: event.row)
      try payLine(event, stretch, index, nil, pricing, &year.pool, isYearToDate: false)
      awaitCancellation(of: stretch, &year.pool, period: nil, unpaidUntil: nil)
    }
    try settle(
      before: lastDay(period).advanced(by: 1), pricing, &year.pool, isYearToDate: false, index)
  }
}
