internal import Amounts

extension Spiff {
  /// Pays the deals of one month, as long as the budget lasts.
  func pay<Source>(
    in run: inout ComponentRun<Source>, _ period: ComponentPeriod,
    _ year: inout ComponentRun<Source>.YearSoFar
  ) throws(ArithmeticFailure) {
    // The budget is the cap of the year's deals, each of which stands at its own pay.
    let pricing = PeriodPricing(
      curve: .zero, steps: budget.map { [.limit($0)] } ?? [], basis: .dealPay(threshold: nil))
    if year.pricing == nil { year.pool = run.pool(isTracked: run.source.hasInstalments) }
    year.pricing = pricing
    for deal in paidDeals(run, period.terms) {
      let event = CreditEvent(
        date: deal.date, row: deal.row, credit: try pay(for: deal, run.source))
      try run.settle(
        before: event.date, pricing, &year.pool, isYearToDate: false, period.index)
      let stretch = try year.pool.standing.add(event.credit, own: event.credit, row: event.row)
      try run.payLine(
        event, stretch, period.index, nil, pricing, &year.pool, isYearToDate: false)
      run.awaitCancellation(of: stretch, &year.pool, period: nil, unpaidUntil: nil)
    }
    try run.settle(
      before: run.lastDay(period.terms).advanced(by: 1), pricing, &year.pool, isYearToDate: false,
      period.index)
  }

  /// Returns the deals of the period that are paid, before the budget.
  private func paidDeals<Source>(
    _ run: ComponentRun<Source>, _ period: RepTerms.Period
  ) -> [OwnDeal] {
    // Which deals are the first ones is known from the beginning of their period.
    let counted = first?.period.months(around: period.months.lowerBound) ?? period.months
    let deals = run.source.ownDeals(matching: period, in: counted, run.terms).filter { deal in
      from.map { $0 <= deal.date } ?? true && to.map { deal.date <= $0 } ?? true
    }
    guard let first else { return deals }
    var sold = 0
    let firstDeals = deals.filter { deal in
      // A return takes back the last of what is sold: it costs nothing while enough deals are left.
      let isReturn = deal.amount < .zero
      defer { sold += isReturn ? -1 : 1 }
      return isReturn ? sold <= first.count : sold < first.count
    }
    let days = run.terms.days(of: period.months)
    return firstDeals.filter { days.contains($0.date) }
  }

  /// What a deal pays before the budget.
  private func pay(
    for deal: OwnDeal, _ source: some CreditSource
  ) throws(ArithmeticFailure) -> Ratio {
    let whole: Ratio =
      switch pay {
      case .each(let amount): deal.amount < .zero ? -amount : amount
      case .share(let share): try source.converted(deal) * share
      case .multiple: .zero
      }
    return try whole * deal.share
  }
}
