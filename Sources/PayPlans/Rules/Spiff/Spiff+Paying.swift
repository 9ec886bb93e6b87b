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
    for deal in run.source.ownDeals(matching: period.terms, run.terms) {
      if let from, deal.date < from { continue }
      if let to, to < deal.date { continue }
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
