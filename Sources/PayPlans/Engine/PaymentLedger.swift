internal import Amounts

/// When the lines of one person are due, what is taken back, and what is paid, in minor units.
struct PaymentLedger {
  /// One calendar month, counted from the first of the plan year.
  struct Month {
    var base: Int64 = 0
    var earned: Int64 = 0
    var due: Int64 = 0
    var clawback: Int64 = 0
    /// What can be paid after earlier negative months; never negative.
    var payable: Int64 = 0
    var guarantee: Int64 = 0
    var advanced: Int64 = 0
    var recovered: Int64 = 0
    var paid: Int64 { payable + guarantee + advanced - recovered }
    var owedClawback: Int64 = 0
    var owedDraw: Int64 = 0
  }

  /// What a deal gave back in a component.
  struct Taken {
    var stretch: Stretch
    var month: Int
    /// What the deal stood at, what was not yet due of it, and what is taken.
    var standing: Int64
    var lapsed: Int64
    var taken: Int64
  }

  /// The months of the plan year, and later ones in which something is due or taken back.
  private(set) var months: [Month] = Array(repeating: Month(), count: 12)
  /// What is earned and not due, or lapsed.
  private(set) var notDue: Int64 = 0
  private(set) var taken: [Taken] = []
  private(set) var owedDraw: Int64 = 0
  private(set) var owedClawback: Int64 = 0

  private let terms: RepTerms
  private var lapsedByLine: [Int: Int64] = [:]
  private let currency: Currency
  private let rounding: RoundingRule

  init(_ terms: RepTerms) {
    self.terms = terms
    currency = terms.versions[0].plan.currency
    rounding = terms.versions[0].plan.rounding
  }

  private func minorUnits(_ amount: Ratio) throws(ArithmeticFailure) -> Int64 {
    try PayLimit.checked(Money(rounding: amount, currency: currency, rule: rounding).minorUnits)
  }

  /// Rounds a share of an amount of minor units.
  private func share(_ share: Ratio, of amount: Int64) throws(ArithmeticFailure) -> Int64 {
    guard let units = Int64(exactly: try (share * Ratio(Int128(amount))).rounded(rounding)) else {
      throw .overflow
    }
    return units
  }

  private mutating func change(_ month: Int, _ body: (inout Month) -> Void) {
    // Nothing is due more than a century after the plan year.
    let index = min(max(month, 0), 1500)
    while months.count <= index { months.append(Month()) }
    body(&months[index])
  }

  /// Adds the salary, month by month, rounded so that it sums to the rounded salary of the time.
  mutating func addBase() throws(ArithmeticFailure) {
    var exact = Ratio.zero
    var paid: Int64 = 0
    for month in 0..<12 {
      let days = terms.days(of: month..<month + 1)
      guard let base = terms.plan(on: days.lowerBound).base else { continue }
      let served = try Ratio(
        Int128(terms.service.employedDays(in: days)), over: Int128(days.count))
      exact = try exact + base / 12 * served
      let value = try minorUnits(exact)
      months[month].base = value - paid
      paid = value
    }
  }

  /// Adds a line that is due on one day.
  mutating func add(_ pay: Int64, on date: CalendarDate) {
    let month = terms.year.ledgerMonth(of: date)
    change(month) {
      $0.earned += pay
      $0.due += pay
    }
  }

  /// Adds the line of a deal in the shares in which it is due.
  mutating func add(
    _ line: PayLine, index: Int, row: Int, _ context: PayContext
  ) throws(ArithmeticFailure) {
    change(terms.year.ledgerMonth(of: line.date)) { $0.earned += line.pay }
    let shares = context.paymentShares(on: line.date)
    if shares == [.onClose] {
      change(terms.year.ledgerMonth(of: line.date)) { $0.due += line.pay }
      return
    }
    let cancelled = context.cancellation(of: row)?.date
    var rest = line.pay
    for (number, share) in shares.enumerated() {
      let part =
        number == shares.count - 1 ? rest : try self.share(share.share, of: line.pay)
      rest -= part
      guard let day = context.dueDate(share, row: row) else {
        notDue += part
        if cancelled != nil { lapsedByLine[index, default: 0] += part }
        continue
      }
      if let cancelled, cancelled < day {
        notDue += part
        lapsedByLine[index, default: 0] += part
      } else {
        change(terms.year.ledgerMonth(of: day)) { $0.due += part }
      }
    }
  }

  /// Takes back what cancelled deals were paid.
  mutating func takeBack(
    _ stretches: [Stretch], _ lines: [PayLine], _ periods: [PeriodResult], _ context: PayContext
  ) throws(ArithmeticFailure) {
    var sum: Int64 = 0
    for stretch in stretches {
      guard let cancellation = context.cancellation(of: stretch.row),
        let clawback = cancellation.clawback
      else { continue }
      var standing: Int64
      var month = terms.year.ledgerMonth(of: cancellation.date)
      if stretch.period < 0 {
        // A spiff is not re-rated: its line stands.
        standing = stretch.line.map { lines[$0].pay } ?? 0
      } else {
        let period = standingPeriod(of: stretch, at: cancellation.date, periods)
        let credit = standingCredit(of: stretch, at: cancellation.date, period, lines)
        standing =
          try minorUnits(period.pricing.standing(upTo: stretch.after, at: credit))
          - minorUnits(period.pricing.standing(upTo: stretch.before, at: credit))
        // A period that is one line is paid on its last day; the clawback waits for it.
        if stretch.line == nil { month = max(month, terms.year.ledgerMonth(of: period.lastDay)) }
        standing -= stretch.line.map { lines[$0].cut } ?? 0
      }
      guard standing > 0 else { continue }
      let lapsed = stretch.line.flatMap { lapsedByLine[$0] } ?? 0
      let paid = max(0, standing - lapsed)
      let keeps = standing - (try share(cancellation.take, of: standing))
      let back = paid - min(keeps, paid)
      sum = try PayLimit.checked(sum + back)
      taken.append(
        Taken(stretch: stretch, month: month, standing: standing, lapsed: lapsed, taken: back))
      var rest = back
      for instalment in 0..<clawback.instalments {
        let part =
          instalment == clawback.instalments - 1
          ? rest : try share(Ratio(1, over: Int128(clawback.instalments)), of: back)
        rest -= part
        change(month + instalment) { $0.clawback += part }
      }
    }
  }

  /// The period whose rates count: the deal's own, or with the year to date that of the cancellation.
  private func standingPeriod(
    of stretch: Stretch, at date: CalendarDate, _ periods: [PeriodResult]
  ) -> PeriodResult {
    let own = periods[stretch.period]
    guard isYearToDate(own) else { return own }
    return periods.last {
      $0.component == stretch.component && $0.firstDay <= max(date, own.firstDay)
    } ?? own
  }

  private func isYearToDate(_ period: PeriodResult) -> Bool {
    let plan = terms.versions[period.terms.version].plan
    guard case .commission(let commission) = plan.components[period.terms.component].rule else {
      return false
    }
    return commission.accumulate == .yearToDate
  }

  /// The credit at which the period stands after the deals of a day.
  private func standingCredit(
    of stretch: Stretch, at date: CalendarDate, _ period: PeriodResult, _ lines: [PayLine]
  ) -> Ratio {
    let plan = terms.versions[period.terms.version].plan
    if case .commission(let commission) = plan.components[period.terms.component].rule,
      commission.period == .deal
    {
      return stretch.after
    }
    guard stretch.line != nil else { return period.credit }
    var (low, high) = (period.lines.lowerBound, period.lines.upperBound)
    while low < high {
      let middle = (low + high) / 2
      if lines[middle].date <= date { low = middle + 1 } else { high = middle }
    }
    return low > period.lines.lowerBound ? lines[low - 1].after : period.opening
  }

  /// Sets negative months against later ones, then pays guarantees and draws.
  mutating func settle() throws(ArithmeticFailure) {
    var owed: Int64 = 0
    for index in months.indices {
      let net = months[index].due - months[index].clawback - owed
      months[index].payable = max(0, net)
      owed = max(0, -net)
      months[index].owedClawback = owed
    }
    owedClawback = owed
    try payGuarantees()
    try payDraws()
  }

  private mutating func payGuarantees() throws(ArithmeticFailure) {
    guard terms.service.hireDate != nil else { return }
    var month = 0
    while month < 12 {
      let plan = terms.plan(on: terms.year.monthStarts[month])
      guard let guarantee = plan.guarantee else {
        month += 1
        continue
      }
      let range = month..<guarantee.per.months(around: month).upperBound
      defer { month = range.upperBound }
      let floor = try minorUnits(amount(of: guarantee, plan, months: range))
      let payable = months[range].reduce(0) { $0 + $1.payable }
      months[range.upperBound - 1].guarantee += max(0, floor - payable)
    }
  }

  /// Returns what is guaranteed for a range of months, by days in service.
  private func amount(
    of guarantee: Guarantee, _ plan: Plan, months range: Range<Int>
  ) throws(ArithmeticFailure) -> Ratio {
    let covered = range.filter { month in
      number(of: month).map { (1...guarantee.months).contains($0) } ?? false
    }
    var sum = Ratio.zero
    switch guarantee.amount {
    case .share(let share):
      for month in covered {
        let days = terms.days(of: month..<month + 1)
        let served = try Ratio(Int128(terms.service.days(in: days)), over: Int128(days.count))
        sum = try sum + share * (plan.variable ?? .zero) / 12 * served
      }
    case .amounts(let amounts):
      guard let last = number(of: range.upperBound - 1), last >= 1 else { return .zero }
      let index = (last - 1) / guarantee.per.monthCount
      guard amounts.indices.contains(index) else { return .zero }
      sum = try amounts[index] * served(covered, of: range)
    }
    return sum
  }

  /// The days in service in some months as a share of the days of a range.
  private func served(_ covered: [Int], of range: Range<Int>) throws(ArithmeticFailure) -> Ratio {
    let days = covered.reduce(0) { $0 + terms.service.days(in: terms.days(of: $1..<$1 + 1)) }
    return try Ratio(Int128(days), over: Int128(terms.days(of: range).count))
  }

  /// The month of service of a month of the plan year.
  private func number(of month: Int) -> Int? {
    terms.service.number(of: terms.year.monthStarts[month].yearMonth)
  }

  private mutating func payDraws() throws(ArithmeticFailure) {
    var draw: Draw?
    var month = 0
    while month < 12 {
      // When a version ends the draw, what is owed is still taken back.
      let current = terms.plan(on: terms.year.monthStarts[month]).draw
      draw = current ?? draw
      guard let draw else {
        month += 1
        continue
      }
      let range = month..<draw.per.months(around: month).upperBound
      defer { month = range.upperBound }
      let covered = range.filter { month in
        guard let limit = draw.months else { return true }
        return (1...limit).contains(number(of: month) ?? month + 1)
      }
      let amount =
        current == nil ? 0 : try minorUnits(draw.amount * served(covered, of: range))
      for index in range { months[index].owedDraw = owedDraw }
      if draw.kind == .recoverable { try recover(by: draw, above: amount, in: range) }
      let due = months[range].reduce(0) { $0 + $1.payable + $1.guarantee }
      let advance = draw.kind == .added ? amount : max(0, amount - due)
      let last = range.upperBound - 1
      months[last].advanced += advance
      if draw.kind == .recoverable { owedDraw += advance }
      months[last].owedDraw = owedDraw
    }
    if draw?.isForgiven == true { owedDraw = 0 }
    for index in months.indices.dropFirst(12) { months[index].owedDraw = owedDraw }
  }

  /// Takes back what is owed, in each month as far as the incentive of the draw's period is above
  /// the draw by then: at the end it could be more than what the last month pays.
  private mutating func recover(
    by draw: Draw, above amount: Int64, in range: Range<Int>
  ) throws(ArithmeticFailure) {
    let owed = owedDraw
    var due: Int64 = 0
    for index in range {
      due += months[index].payable + months[index].guarantee
      let left = owed - min(owed, try share(draw.recover, of: max(0, due - amount)))
      months[index].recovered += owedDraw - left
      owedDraw = left
      months[index].owedDraw = left
    }
  }
}

extension PlanYear {
  /// The number of the calendar month of a day, from 0 for the first of the plan year and on past its end.
  func ledgerMonth(of date: CalendarDate) -> Int {
    let month = start.yearMonth.distance(to: date.yearMonth)
    return date < start.addingMonths(month) ? month - 1 : month
  }
}
