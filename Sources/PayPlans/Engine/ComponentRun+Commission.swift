internal import Amounts

extension ComponentRun {
  /// Pays one period of a commission.
  mutating func pay(
    _ written: Commission, _ index: Int, _ period: RepTerms.Period,
    _ before: [RepTerms.Period], _ year: inout YearSoFar
  ) throws(ArithmeticFailure) {
    guard let measure = plan(period).measure(named: written.measure) else { return }
    let yearTarget = terms.versions[period.version].targets[period.component]
    var quota = try terms.quota(of: measure, months: period.months)
    var target = try terms.part(of: yearTarget, measure: measure, months: period.months)
    let events = try credit(measure, period.version, period.months, quota: quota)
    let isYearToDate = written.accumulate == .yearToDate
    if isYearToDate {
      year.quota = try year.quota + (quota ?? .zero)
      year.target = try year.target + (target ?? .zero)
      if quota != nil { quota = year.quota }
      if target != nil { target = year.target }
    } else {
      year.credit = .zero
      year.dealPay = .zero
    }
    if written.period == .deal {
      // One deal has no period: the base commission rate is that of the year.
      (quota, target) = (measure.yearQuota, yearTarget)
    }
    let commission = try written.inPeriod(
      quota: quota, yearQuota: measure.yearQuota, yearTarget: yearTarget)
    let pricing = try pricing(commission, period, before, quota: quota, target: target)
    let firstLine = lines.count
    let opening = year.credit
    periods.append(
      PeriodResult(
        component: index, terms: period, firstDay: terms.days(of: period.months).lowerBound,
        lastDay: lastDay(period), quota: quota, target: target, paysByDeal: true,
        pricing: pricing, opening: opening, credit: opening, lines: firstLine..<firstLine))
    let place = PeriodPlace(component: index, period: periods.count - 1)

    switch (commission.scale, commission.period) {
    case (_, .deal): try payDeals(events, place, pricing, &year)
    case (.bands(let bands, .byDeal), _) where source.hasDeals:
      let rates = try bandCurve(commission, bands, quota: quota, target: target)
      try payByDeal(events, place, commission, pricing, rates, quota: quota, &year)
    default:
      try payAlongCurve(events, place, commission, pricing, &year)
    }
    periods[place.period].credit = year.credit
    periods[place.period].lines = firstLine..<lines.count
  }

  /// The component and period that lines belong to.
  struct PeriodPlace {
    var component: Int
    var period: Int
  }

  /// Pays each event by the difference of the curve after and before it.
  private mutating func payAlongCurve(
    _ events: ArraySlice<CreditEvent>, _ place: PeriodPlace, _ commission: Commission,
    _ pricing: PeriodPricing, _ year: inout YearSoFar
  ) throws(ArithmeticFailure) {
    let result = periods[place.period]
    let isYearToDate = commission.accumulate == .yearToDate
    var credit = result.opening
    var drop = RatingDrop()
    var rounded = try isYearToDate ? 0 : minorUnits(pricing.pay(for: pricing.curve.pay(at: credit)))
    let latent = rounded
    for event in events {
      let before = credit
      credit = try credit + event.credit
      if event.isReduction {
        try drop.reduce(pricing, from: before, to: credit)
        continue
      }
      var line: Int?
      if !commission.isPaidByPeriod {
        if drop.jumps != .zero { try drop.consume(pricing, from: before, to: credit) }
        let value = try minorUnits(
          pricing.pay(for: pricing.curve.pay(at: credit)) + drop.offset)
        let pay = isYearToDate ? max(0, value - year.paid) : value - rounded
        rounded = value
        year.paid = try PayLimit.checked(year.paid + pay)
        lines.append(
          PayLine(
            component: place.component, period: place.period, date: event.date, row: event.row,
            before: before, after: credit, pay: pay))
        line = lines.count - 1
      }
      if let row = event.row, commission.isPaidByPeriod || source.isCancelled(row) {
        stretches.append(
          Stretch(
            row: row, component: place.component, period: place.period, before: before,
            after: credit, line: line,
            pooled: commission.isPaidByPeriod ? .init(before: before, after: credit) : nil))
      }
    }
    year.credit = credit
    // What no deal has paid: the whole of a period with gates, what a curve pays without credit, and
    // what the year to date earns in a period without a deal.
    let value = try minorUnits(pricing.pay(for: pricing.curve.pay(at: credit)) + drop.offset)
    let settled: Int64
    if isYearToDate {
      settled = max(0, value - year.paid)
    } else if commission.isPaidByPeriod {
      settled = value
    } else {
      settled = latent
    }
    year.paid += settled
    year.earned = isYearToDate ? value : year.paid
    if settled != 0 || commission.isPaidByPeriod && !events.isEmpty {
      lines.append(
        PayLine(
          component: place.component, period: place.period, date: result.lastDay, row: nil,
          before: commission.isPaidByPeriod ? result.opening : credit, after: credit, pay: settled))
    }
  }

  /// Pays each deal along the curve from 0; a return is paid like the deal that it takes back.
  private mutating func payDeals(
    _ events: ArraySlice<CreditEvent>, _ place: PeriodPlace, _ pricing: PeriodPricing,
    _ year: inout YearSoFar
  ) throws(ArithmeticFailure) {
    for event in events where !event.isReduction {
      let size = event.credit < .zero ? -event.credit : event.credit
      let value = try pricing.pay(for: pricing.curve.pay(at: size))
      let pay = try minorUnits(event.credit < .zero ? -value : value)
      lines.append(
        PayLine(
          component: place.component, period: place.period, date: event.date, row: event.row,
          before: .zero, after: event.credit, pay: pay))
      year.paid = try PayLimit.checked(year.paid + pay)
      if let row = event.row, source.isCancelled(row) {
        stretches.append(
          Stretch(
            row: row, component: place.component, period: place.period, before: .zero,
            after: event.credit, line: lines.count - 1))
      }
    }
    year.earned = year.paid
  }

  /// Pays each whole deal at the rate of the band in which attainment stood before it.
  private mutating func payByDeal(
    _ events: ArraySlice<CreditEvent>, _ place: PeriodPlace, _ commission: Commission,
    _ pricing: PeriodPricing, _ rates: PayoutCurve, quota: Ratio?, _ year: inout YearSoFar
  ) throws(ArithmeticFailure) {
    let isYearToDate = commission.accumulate == .yearToDate
    let whole = quota ?? .zero
    let threshold = try commission.threshold?.at.resolved(of: whole)
    let floor = commission.threshold?.paysAbove == true ? threshold : nil
    let isDue = { (credit: Ratio) in threshold.map { $0 <= credit } ?? true }
    var limit: Ratio?
    if case .attainment(let level) = commission.cap { limit = try level.resolved(of: whole) }
    func counted(_ credit: Ratio) -> Ratio {
      let limited = limit.map { min(credit, $0) } ?? credit
      return floor.map { max(limited, $0) } ?? limited
    }

    var rounded: Int64 = 0
    for event in events {
      let before = year.credit
      year.credit = try before + event.credit
      if event.isReduction { continue }
      let rate = rates.pieces[rates.pieceIndex(at: before)].slope
      let payBefore = year.dealPay
      year.dealPay = try payBefore + rate * (counted(year.credit) - counted(before))
      var line: Int?
      if !commission.isPaidByPeriod {
        let value = isDue(year.credit) ? try minorUnits(pricing.pay(for: year.dealPay)) : 0
        let pay = isYearToDate ? max(0, value - year.paid) : value - rounded
        rounded = value
        year.paid += pay
        year.earned = isYearToDate ? value : year.paid
        lines.append(
          PayLine(
            component: place.component, period: place.period, date: event.date, row: event.row,
            before: before, after: year.credit, pay: pay))
        line = lines.count - 1
      }
      if let row = event.row, commission.isPaidByPeriod || source.isCancelled(row) {
        stretches.append(
          Stretch(
            row: row, component: place.component, period: place.period, before: payBefore,
            after: year.dealPay, line: line,
            pooled: commission.isPaidByPeriod ? .init(before: before, after: year.credit) : nil))
      }
    }
    guard commission.isPaidByPeriod, !events.isEmpty else { return }
    let usesFirstRate = pricing.basis == .credit
    let raw = usesFirstRate ? try pricing.curve.pay(at: year.credit) : year.dealPay
    let value = isDue(year.credit) ? try minorUnits(pricing.pay(for: raw)) : 0
    let pay = isYearToDate ? max(0, value - year.paid) : value
    year.paid += pay
    year.earned = isYearToDate ? value : year.paid
    let result = periods[place.period]
    lines.append(
      PayLine(
        component: place.component, period: place.period, date: result.lastDay, row: nil,
        before: result.opening, after: year.credit, pay: pay))
  }

  /// Returns the rates of the bands alone, which by-deal tiers look up.
  private func bandCurve(
    _ commission: Commission, _ bands: [Band], quota: Ratio?, target: Ratio?
  ) throws(ArithmeticFailure) -> PayoutCurve {
    var alone = commission
    alone.scale = .bands(bands, .marginal)
    alone.threshold = nil
    alone.cap = nil
    // A threshold in percent pays nothing without a quota, as the bands would.
    if commission.needsQuota, (quota ?? .zero) <= .zero { return .zero }
    return try alone.curve(quota: quota, target: target)
  }

  /// Works out gates, multipliers and the cap of a period.
  private mutating func pricing(
    _ commission: Commission, _ period: RepTerms.Period, _ before: [RepTerms.Period],
    quota: Ratio?, target: Ratio?
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
      case .atMost(let share): steps.append(.limit(try share * (target ?? .zero)))
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
    let limit = try commission.payLimit(target: target)
    var curve =
      isFirstRateOnly
      ? try commission.firstRateCurve(quota: quota, target: target)
      : try commission.curve(quota: quota, target: target)
    if let limit {
      if steps.isEmpty { curve = try curve.capped(at: limit) } else { steps.append(.limit(limit)) }
    }
    var pricing = PeriodPricing(curve: curve, steps: steps)
    if case .bands(_, .byDeal) = commission.scale, source.hasDeals, !isFirstRateOnly {
      pricing.basis = .dealPay(threshold: try commission.threshold?.at.resolved(of: quota ?? .zero))
      if let limit, steps.isEmpty { pricing.steps = [.limit(limit)] }
    }
    return pricing
  }
}

/// Credit that cancelled deals took out of a period without re-rating the others.
///
/// The pay so far stays: `offset` is what the curve lost by it. What the others keep of a rate that
/// the credit no longer reaches, `jumps`, is not paid a second time when it is reached again.
struct RatingDrop {
  private(set) var offset: Ratio = .zero
  private(set) var jumps: Ratio = .zero

  /// Takes credit out.
  mutating func reduce(
    _ pricing: PeriodPricing, from: Ratio, to: Ratio
  ) throws(ArithmeticFailure) {
    let fall =
      try pricing.pay(for: pricing.curve.pay(at: from))
      - pricing.pay(for: pricing.curve.pay(at: to))
    let own = try pricing.standing(upTo: from, at: from) - pricing.standing(upTo: to, at: from)
    offset = try offset + fall
    jumps = try max(.zero, jumps + fall - own)
  }

  /// Takes a jump that was paid before out of the pay for new credit.
  mutating func consume(
    _ pricing: PeriodPricing, from: Ratio, to: Ratio
  ) throws(ArithmeticFailure) {
    let rise =
      try pricing.pay(for: pricing.curve.pay(at: to))
      - pricing.pay(for: pricing.curve.pay(at: from))
    let own = try pricing.standing(upTo: to, at: to) - pricing.standing(upTo: from, at: to)
    let again = try min(max(.zero, rise - own), jumps)
    offset = try offset - again
    jumps = try jumps - again
  }
}
