internal import Amounts

extension Commission {
  func pay<Source>(
    in run: inout ComponentRun<Source>, _ period: ComponentPeriod,
    _ year: inout ComponentRun<Source>.YearSoFar
  ) throws(ArithmeticFailure) {
    try run.pay(self, period, &year)
  }
}

extension ComponentRun {
  /// Pays one period of a commission.
  fileprivate mutating func pay(
    _ written: Commission, _ toPay: ComponentPeriod, _ year: inout YearSoFar
  ) throws(ArithmeticFailure) {
    let (index, period, before) = (toPay.index, toPay.terms, toPay.before)
    year.isPaidToDate = written.accumulate == .yearToDate
    guard let measure = plan(period).measure(named: written.measure) else { return }
    let yearTarget = terms.versions[period.version].targets[period.component]
    var quota = try terms.quota(of: measure, months: period.months)
    var target = try terms.part(
      of: yearTarget, measure: measure, months: period.months, carrying: !measure.isScored)
    // What the days on this plan can pay is smaller where attainment comes along from another one.
    var ownTarget = try terms.part(of: yearTarget, measure: measure, months: period.months)
    let events = try credit(measure, period.version, period.months, quota: quota)
    let isYearToDate = written.accumulate == .yearToDate
    if isYearToDate {
      year.quota = try year.quota + (quota ?? .zero)
      year.target = try year.target + (target ?? .zero)
      year.ownTarget = try year.ownTarget + (ownTarget ?? .zero)
      if quota != nil { quota = year.quota }
      if target != nil { (target, ownTarget) = (year.target, year.ownTarget) }
    }
    if written.period == .deal {
      // One deal has no period: the base commission rate is that of the year.
      (quota, target, ownTarget) = (measure.yearQuota, yearTarget, yearTarget)
    }
    let commission = try written.inPeriod(
      quota: quota, yearQuota: measure.yearQuota, yearTarget: yearTarget)
    var pricing = try pricing(
      commission, period, before, quota: quota, target: target, ownTarget: ownTarget)
    let parts = try parts(of: commission, period, quota: quota, target: target)
    if parts != nil { pricing.basis = .part }
    let lastDay = lastDay(period)
    if isYearToDate {
      if commission.isPaidByPeriod, let last = year.pricing {
        // Until this period is paid, a cancellation is settled on the last one that has ended.
        try settle(before: lastDay.advanced(by: 1), last, &year.pool, isYearToDate: true, index)
      }
      year.pool.standing.beginPeriod()
    } else {
      year.pool = pool(isTracked: !commission.isPaidByPeriod && source.hasInstalments)
    }
    let opening = year.pool.standing.credit
    periods.append(
      PeriodResult(
        component: index, terms: period, firstDay: terms.days(of: period.months).lowerBound,
        lastDay: lastDay, quota: quota, target: ownTarget,
        part: parts == nil ? nil : commission.part?.measure, paysByDeal: true,
        pricing: pricing, opening: opening, credit: opening))
    let place = PeriodPlace(component: index, period: periods.count - 1, lastDay: lastDay)

    if commission.period == .deal {
      try payDeals(events, place, pricing)
      return
    }
    var rates: DealRates?
    if case .bands(let bands, .byDeal) = commission.scale, source.hasDeals {
      rates = try dealRates(commission, bands, quota: quota, target: target)
    }
    try payEvents(events, place, commission, pricing, rates, parts, &year)
    periods[place.period].credit = year.pool.standing.credit
    year.pricing = pricing
  }

  /// The component and period that lines belong to.
  struct PeriodPlace {
    var component: Int
    var period: Int
    var lastDay: CalendarDate
  }

  /// Returns an empty pool, which follows single deals where one of them is cancelled.
  func pool(isTracked: Bool) -> DealPool {
    var pool = DealPool()
    pool.number = periods.count
    if isTracked, source.hasCancellations { pool.tracking = DealPool.Tracking(currency) }
    return pool
  }

  /// Pays each event by what the deals stand at after it, less what was paid before.
  private mutating func payEvents(
    _ events: ArraySlice<CreditEvent>, _ place: PeriodPlace, _ commission: Commission,
    _ pricing: PeriodPricing, _ rates: DealRates?, _ parts: Parts?, _ year: inout YearSoFar
  ) throws(ArithmeticFailure) {
    let isYearToDate = commission.accumulate == .yearToDate
    let isPooled = commission.isPaidByPeriod
    let component = place.component
    if !isYearToDate, !isPooled {
      year.pool.held = try minorUnits(year.pool.standing.pay(pricing))
    }
    for event in events {
      if !isPooled || !isYearToDate {
        try settle(
          before: event.date, pricing, &year.pool, isYearToDate: isYearToDate, component)
      }
      switch event.kind {
      case .sale: break
      case .reduction:
        try year.pool.standing.reduce(by: -event.credit)
        continue
      case .carried:
        try year.pool.standing.carry(event.credit)
        periods[place.period].carried = try periods[place.period].carried + event.credit
        continue
      }
      let before = year.pool.standing.credit
      let own = try rates?.pay(from: before, to: before + event.credit) ?? .zero
      let stretch = try year.pool.standing.add(
        event.credit, own: own, row: event.row, part: parts?.part(of: event))
      if isPooled {
        if let row = event.row {
          pooled.append(
            Pooled(
              row: row, period: place.period,
              credit: .init(before: before, after: year.pool.standing.credit)))
        }
        year.pool.track(stretch, growing: false)
      } else {
        try payLine(
          event, stretch, component, place.period, pricing, &year.pool,
          isYearToDate: isYearToDate)
      }
      awaitCancellation(
        of: stretch, &year.pool, period: place.period, unpaidUntil: isPooled ? place.lastDay : nil)
    }
    let nextDay = place.lastDay.advanced(by: 1)
    try settle(before: nextDay, pricing, &year.pool, isYearToDate: isYearToDate, component)
    try payEnd(
      events.isEmpty, place, commission, pricing, &year)
    if !isYearToDate {
      try settle(before: nil, pricing, &year.pool, isYearToDate: false, component)
    }
  }

  /// Pays one deal or return.
  mutating func payLine(
    _ event: CreditEvent, _ stretch: Standing.Stretch, _ component: Int, _ period: Int?,
    _ pricing: PeriodPricing, _ pool: inout DealPool, isYearToDate: Bool
  ) throws(ArithmeticFailure) {
    let value = try minorUnits(pool.standing.pay(pricing)) - pool.held
    let pay = isYearToDate ? max(0, value - pool.netted) : value - pool.netted
    pool.netted = try PayLimit.checked(pool.netted + pay)
    var standings: [DealHoldings.DealStanding] = []
    if pool.tracking != nil, let row = event.row {
      pool.track(stretch, growing: source.hasInstalments && source.keepsPart(of: row))
      try pool.grow(by: row, pricing)
      standings = try pool.standings(of: row, period: period, pricing)
    }
    let line = PayLine(
      component: component, period: period, pool: pool.number, date: event.date, row: event.row,
      before: stretch.before, after: stretch.after, pay: pay, standings: standings,
      part: stretch.part)
    if isYearToDate, let row = event.row, pool.tracking != nil {
      try pool.hold(line, try source.dueShares(of: row), rounding)
    }
    lines.append(line)
  }

  /// Pays what no deal has paid at the end of a period: the whole of one with gates, what a curve pays
  /// without credit, and what the year to date earns without a deal.
  private mutating func payEnd(
    _ isEmpty: Bool, _ place: PeriodPlace, _ commission: Commission, _ pricing: PeriodPricing,
    _ year: inout YearSoFar
  ) throws(ArithmeticFailure) {
    let isYearToDate = commission.accumulate == .yearToDate
    let isPooled = commission.isPaidByPeriod
    year.pool.held = 0
    let value = try minorUnits(year.pool.standing.pay(pricing))
    let pay = isYearToDate ? max(0, value - year.pool.netted) : value - year.pool.netted
    year.pool.netted = try PayLimit.checked(year.pool.netted + pay)
    guard pay != 0 || isPooled && !isEmpty else { return }
    let credit = year.pool.standing.credit
    let line = PayLine(
      component: place.component, period: place.period, pool: year.pool.number,
      date: place.lastDay, row: nil, before: isPooled ? periods[place.period].opening : credit,
      after: credit, pay: pay,
      standings: try year.pool.standings(of: nil, period: place.period, pricing))
    if isYearToDate {
      try year.pool.hold(line, [DueShare(share: .one, day: line.date)], rounding)
    }
    lines.append(line)
  }

  /// Lets a deal wait for its cancellation.
  mutating func awaitCancellation(
    of stretch: Standing.Stretch, _ pool: inout DealPool, period: Int?, unpaidUntil: CalendarDate?
  ) {
    // As if a deal had never been: that is another run, without it.
    guard let row = stretch.row, let cancellation = source.cancellation(of: row),
      cancellation.attainment != .restates
    else { return }
    pool.wait(
      for: DealPool.Waiting(
        cancellation: cancellation, stretch: stretch, period: period, unpaidUntil: unpaidUntil))
  }

  /// Takes back what falls away by the cancellations before a day, or by all that are left.
  mutating func settle(
    before date: CalendarDate?, _ pricing: PeriodPricing, _ pool: inout DealPool,
    isYearToDate: Bool, _ component: Int
  ) throws(ArithmeticFailure) {
    while let deal = pool.nextCancelled(before: date) {
      try cancel(deal, pricing, &pool, isYearToDate: isYearToDate, component)
    }
  }

  private mutating func cancel(
    _ deal: DealPool.Waiting, _ pricing: PeriodPricing, _ pool: inout DealPool,
    isYearToDate: Bool, _ component: Int
  ) throws(ArithmeticFailure) {
    guard let row = deal.stretch.row else { return }
    let cancellation = deal.cancellation
    let value = try pool.standing.standing(of: deal.stretch, pricing)
    var fall: Int64 = 0
    var keeps: Int64 = 0
    let isUnpaid = deal.unpaidUntil.map { cancellation.date <= $0 } ?? false
    if isUnpaid {
      pool.standing.cancel(deal.stretch, kept: .zero, atMost: .zero)
    } else if cancellation.isInWindow {
      let kept = try .one - cancellation.take
      let own = try value - pool.notDue(of: row, on: cancellation.date, source)
      let most = value < .zero ? nil : max(.zero, try min(kept * value, own))
      pool.standing.cancel(deal.stretch, kept: kept, atMost: most)
      // A cancellation never pays: what the component stands at above that waits for the next line.
      fall = try max(0, pool.netted + pool.held - minorUnits(pool.standing.pay(pricing)))
      if isYearToDate, let holdings = pool.tracking?.holdings {
        let key = DealHoldings.PoolKey(component: component, pool: pool.number)
        let paid = holdings.paid(row, of: key)
        let share = try cancellation.take.part(of: paid, rounding)
        let most = max(0, share, holdings.notDue(row, of: key, on: cancellation.date))
        fall = min(fall, most)
        keeps = max(0, paid - most)
      }
      pool.netted -= fall
    }
    let line = PayLine(
      component: component, period: deal.period, pool: pool.number, date: cancellation.date,
      row: row, before: deal.stretch.before, after: deal.stretch.after, pay: -fall,
      clawback: PayLine.Clawback(
        standing: try minorUnits(value), unpaidUntil: isUnpaid ? deal.unpaidUntil : nil,
        kept: keeps),
      standings: try pool.standings(of: row, period: deal.period, pricing))
    if isYearToDate { pool.release(line) }
    lines.append(line)
  }

  /// Pays each deal along the curve from 0; a return is paid like the deal that it takes back.
  private mutating func payDeals(
    _ events: ArraySlice<CreditEvent>, _ place: PeriodPlace, _ pricing: PeriodPricing
  ) throws(ArithmeticFailure) {
    let alone = PeriodPricing(curve: .zero, basis: .dealPay(threshold: nil))
    for event in events where event.kind == .sale {
      let size = event.credit < .zero ? -event.credit : event.credit
      let value = try pricing.pay(for: pricing.curve.pay(at: size))
      var pool = pool(isTracked: source.hasInstalments)
      let stretch = try pool.standing.add(
        event.credit, own: event.credit < .zero ? -value : value, row: event.row)
      try payLine(
        event, stretch, place.component, place.period, alone, &pool, isYearToDate: false)
      awaitCancellation(of: stretch, &pool, period: place.period, unpaidUntil: nil)
      try settle(before: nil, alone, &pool, isYearToDate: false, place.component)
    }
  }

  /// What of each deal is paid along the scale, and at which rate the rest.
  private struct Parts {
    var credits: [Int: Ratio]
    var rest: Ratio

    func part(of event: CreditEvent) throws(ArithmeticFailure) -> Standing.Part {
      let credit = event.row.flatMap { credits[$0] } ?? .zero
      return Standing.Part(
        credit: credit, share: event.credit == .zero ? .zero : try credit / event.credit,
        rest: try rest * (event.credit - credit))
    }
  }

  /// Returns the part of each deal that is paid; nil where all is, or no deals are known.
  private func parts(
    of commission: Commission, _ period: RepTerms.Period, quota: Ratio?, target: Ratio?
  ) throws(ArithmeticFailure) -> Parts? {
    guard let part = commission.part, let measure = plan(period).measure(named: part.measure),
      let credits = try source.creditByRow(
        of: measure, version: period.version, months: period.months, terms: terms)
    else { return nil }
    return Parts(
      credits: credits, rest: try part.rest?.resolved(quota: quota, target: target) ?? .zero)
  }

  /// The rates at which by-deal tiers pay whole deals.
  private struct DealRates {
    var curve: PayoutCurve
    /// Credit above it is not paid.
    var limit: Ratio?
    /// Credit below it is not paid.
    var floor: Ratio?

    /// Pays a deal at the rate of the band in which attainment stood before it.
    func pay(from before: Ratio, to after: Ratio) throws(ArithmeticFailure) -> Ratio {
      let rate = curve.pieces[curve.pieceIndex(at: before)].slope
      return try rate * (counted(after) - counted(before))
    }

    private func counted(_ credit: Ratio) -> Ratio {
      let limited = limit.map { min(credit, $0) } ?? credit
      return floor.map { max(limited, $0) } ?? limited
    }
  }

  /// Returns the rates of the bands alone, which by-deal tiers look up.
  private func dealRates(
    _ commission: Commission, _ bands: [Band], quota: Ratio?, target: Ratio?
  ) throws(ArithmeticFailure) -> DealRates {
    let whole = quota ?? .zero
    var rates = DealRates(curve: .zero)
    if commission.threshold?.paysAbove == true {
      rates.floor = try commission.threshold?.at.resolved(of: whole)
    }
    if case .attainment(let level) = commission.cap {
      rates.limit = try level.resolved(of: whole)
    }
    // A threshold in percent pays nothing without a quota, as the bands would.
    if commission.needsQuota, whole <= .zero { return rates }
    var alone = commission
    alone.scale = .bands(bands, .marginal)
    alone.threshold = nil
    alone.cap = nil
    rates.curve = try alone.curve(quota: quota, target: target)
    return rates
  }

  /// Works out gates, multipliers and the cap of a period.
  private mutating func pricing(
    _ commission: Commission, _ period: RepTerms.Period, _ before: [RepTerms.Period],
    quota: Ratio?, target: Ratio?, ownTarget: Ratio?
  ) throws(ArithmeticFailure) -> PeriodPricing {
    var steps: [PeriodPricing.Step] = []
    var isFirstRateOnly = false
    let isYearToDate = commission.accumulate == .yearToDate
    for gate in commission.gates {
      let other = try state(
        of: gate.measure, period, before: before,
        yearToDate: isYearToDate || gate.overYearToDate)
      // Where there is no quota there is no attainment that could reach a percentage.
      let isMet =
        try gate.at.resolved(of: other.quota) <= other.credit
        && (!gate.at.isShare || .zero < other.quota)
      if isMet { continue }
      switch gate.otherwise {
      case .share(let share): steps.append(.scale(share))
      case .firstRate: isFirstRateOnly = true
      case .atMost(let share): steps.append(.limit(try share * (ownTarget ?? .zero)))
      }
    }
    for multiplier in commission.multipliers {
      switch multiplier {
      case .measure(let name, let table):
        let other = try state(of: name, period, before: before, yearToDate: isYearToDate)
        let attainment = .zero < other.quota ? try other.credit / other.quota : .zero
        steps.append(.scale(table.times(at: attainment) ?? .one))
      case .score(let name): steps.append(.scale(score(name, period)))
      }
    }
    let limit = try commission.payLimit(target: ownTarget)
    var curve =
      isFirstRateOnly
      ? try commission.firstRateCurve(quota: quota, target: target)
      : try commission.curve(quota: quota, target: target)
    if let limit {
      // The curve begins with credit that is not paid here where it was sold on another plan.
      if steps.isEmpty, target == ownTarget {
        curve = try curve.capped(at: limit)
      } else {
        steps.append(.limit(limit))
      }
    }
    var pricing = PeriodPricing(curve: curve, steps: steps)
    if case .bands(_, .byDeal) = commission.scale, source.hasDeals, !isFirstRateOnly {
      pricing.basis = .dealPay(threshold: try commission.threshold?.at.resolved(of: quota ?? .zero))
      if let limit, steps.isEmpty { pricing.steps = [.limit(limit)] }
    }
    return pricing
  }
}

extension DealPool {
  /// Notes whose the pay of a line is.
  mutating func hold(
    _ line: PayLine, _ shares: [DueShare], _ rounding: RoundingRule
  ) throws(ArithmeticFailure) {
    try tracking?.holdings.pay(line, shares: shares, rounding: rounding)
  }

  /// Notes whose pay a cancelled deal leaves.
  mutating func release(_ line: PayLine) {
    _ = tracking?.holdings.take(line, netted: 0, capHoldsOverAll: false)
  }
}
