internal import Amounts

extension Bonus {
  /// Pays one period: on the deal that reaches a level, or on the last day if none does.
  func pay<Source>(
    in run: inout ComponentRun<Source>, _ period: ComponentPeriod,
    _ year: inout ComponentRun<Source>.YearSoFar
  ) throws(ArithmeticFailure) {
    let (index, months) = (period.index, period.terms.months)
    let plan = run.plan(period.terms)
    guard let measure = plan.measure(named: measure) else { return }
    let quota = try run.terms.quota(of: measure, months: months)
    let variable = try run.terms.part(of: plan.variable, measure: measure, months: months)
    year.quota = try year.quota + (quota ?? .zero)
    let within = try curve(quota: quota, variable: variable)
    let toDate = try curve(quota: quota == nil ? nil : year.quota, variable: variable)
    let isYearToDate = accumulate == .yearToDate
    let start = year.credit
    var credit = Ratio.zero
    // Levels that were reached on another plan are its affair.
    var elsewhere = Ratio.zero
    func reached(_ credit: Ratio) throws(ArithmeticFailure) -> Ratio {
      switch accumulate {
      case .withinPeriod: try within.pay(at: credit) - elsewhere
      case .yearToDate: try toDate.pay(at: start + credit) - elsewhere
      case .either:
        try max(within.pay(at: credit), toDate.pay(at: start + credit)) - elsewhere
      }
    }
    // What the year so far has reached before any deal is held until the last day.
    var held = try reached(.zero)
    var paid = Ratio.zero
    var kept = Ratio.zero
    for event in try run.credit(measure, period.terms.version, months, quota: quota) {
      let before = credit
      credit = try credit + event.credit
      let value = try reached(credit)
      if event.kind == .carried {
        elsewhere = try max(.zero, elsewhere + value - reached(before))
        continue
      }
      if event.kind == .reduction {
        // A bonus stays when a deal is cancelled, and is not paid again.
        if value < (try paid + held) { kept = try max(kept, paid + held - value) }
        continue
      }
      held = min(held, value)
      let due = try max(value, min(paid + held, value + kept)) - held
      // Most deals reach nothing.
      if due == paid { continue }
      let line = try run.minorUnits(due) - run.minorUnits(paid)
      paid = due
      if line == 0 { continue }
      run.lines.append(
        PayLine(
          component: index, period: run.periods.count, pool: run.periods.count, date: event.date,
          row: event.row,
          before: isYearToDate ? try start + before : before,
          after: isYearToDate ? try start + credit : credit, pay: line))
    }
    year.credit = try start + credit
    let settled = try run.minorUnits(paid + held) - run.minorUnits(paid)
    let lastDay = run.lastDay(period.terms)
    if settled != 0 {
      let shown = isYearToDate ? year.credit : credit
      run.lines.append(
        PayLine(
          component: index, period: run.periods.count, pool: run.periods.count, date: lastDay,
          row: nil, before: shown, after: shown, pay: settled))
    }
    run.periods.append(
      PeriodResult(
        component: index, terms: period.terms, firstDay: run.terms.days(of: months).lowerBound,
        lastDay: lastDay, quota: isYearToDate && quota != nil ? year.quota : quota,
        target: variable, pricing: PeriodPricing(curve: isYearToDate ? toDate : within),
        opening: isYearToDate ? start : .zero, credit: isYearToDate ? year.credit : credit))
  }

  func addCorners(
    to finder: inout CornerFinder, _ period: RepTerms.Period, _ before: ArraySlice<RepTerms.Period>
  ) throws(ArithmeticFailure) {
    let plan = finder.terms.versions[period.version].plan
    guard let measure = plan.measure(named: measure) else { return }
    let levels = steps.map { $0.at }
    if accumulate != .yearToDate {
      try finder.add(levels, measure, period, [], everyMonth: finder.hasDates)
    }
    if accumulate != .withinPeriod {
      try finder.add(levels, measure, period, before, everyMonth: true)
    }
  }
}
