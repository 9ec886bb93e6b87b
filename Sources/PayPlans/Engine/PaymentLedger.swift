internal import Amounts

/// When the lines of one person are due, what is taken back, and what is paid, in minor units.
struct PaymentLedger {
  /// One calendar month, counted from the first of the plan year.
  struct Month {
    var base: Int64 = 0
    var earned: Int64 = 0
    var due: Int64 = 0
    var clawback: Int64 = 0
    /// What had not been due and is lost with deals that were cancelled.
    var lapsed: Int64 = 0
    /// What can be paid after earlier negative months; never negative.
    var payable: Int64 = 0
    var guarantee: Int64 = 0
    var advanced: Int64 = 0
    var recovered: Int64 = 0
    var paid: Int64 { payable + guarantee + advanced - recovered }
    var owedClawback: Int64 = 0
    var owedDraw: Int64 = 0
  }

  /// The months of the plan year, and later ones in which something is due or taken back.
  private(set) var months: [Month] = Array(repeating: Month(), count: 12)
  /// What is earned and not due, or lapsed.
  private(set) var notDue: Int64 = 0
  private(set) var owedDraw: Int64 = 0
  private(set) var owedClawback: Int64 = 0

  private let terms: PaymentTerms
  /// Whose the pay of a component is, where a deal of it was cancelled before all was due.
  private var holdings: DealHoldings?
  /// What the lines of a component have paid so far, less what fell away.
  private var netted: [Int64]

  /// Opens a year with the salaries of its months.
  init(_ terms: PaymentTerms) {
    self.terms = terms
    netted = Array(repeating: 0, count: terms.componentCount)
    for month in months.indices { months[month].base = terms.base[month] }
  }

  private mutating func change(_ month: Int, _ body: (inout Month) -> Void) {
    // Nothing is due more than a century after the plan year.
    let index = min(max(month, 0), 1500)
    while months.count <= index { months.append(Month()) }
    body(&months[index])
  }

  /// Adds an amount that is earned and due on one day.
  mutating func add(_ pay: Int64, on date: CalendarDate) {
    add(pay, in: terms.year.ledgerMonth(of: date))
  }

  /// Adds an amount that is earned and due in a month, from 0 for the first of the plan year.
  mutating func add(_ pay: Int64, in month: Int) {
    change(month) {
      $0.earned += pay
      $0.due += pay
    }
  }

  /// Adds the next line of the year, in the shares in which it is due if deals are paid by them.
  ///
  /// On a line that takes back, what had not been due lapses: its pay becomes what is taken.
  mutating func add(
    _ line: inout PayLine, paysByDeal: Bool, _ source: DealCredit
  ) throws(ArithmeticFailure) {
    defer { netted[line.component] += line.pay - line.lapsed }
    if line.isClawback {
      try takeBack(&line, source)
      return
    }
    let isFollowed = source.hasInstalments && source.hasCancellations && paysByDeal
    guard isFollowed || source.hasInstalments && paysByDeal && line.row != nil else {
      add(line.pay, on: line.date)
      return
    }
    change(terms.year.ledgerMonth(of: line.date)) { $0.earned += line.pay }
    let shares = try dueShares(of: line, source)
    if isFollowed {
      if holdings == nil { holdings = DealHoldings() }
      try holdings?.pay(line, shares: shares, rounding: terms.rounding)
    } else {
      for (share, part) in zip(shares, try shares.parts(of: line.pay, terms.rounding)) {
        addPart(part, due: share.day)
      }
    }
  }

  private func dueShares(
    of line: PayLine, _ source: DealCredit
  ) throws(ArithmeticFailure) -> [DueShare] {
    guard let row = line.row else { return [DueShare(share: .one, day: line.date)] }
    return try source.dueShares(of: row)
  }

  private mutating func addPart(_ amount: Int64, due day: CalendarDate?) {
    guard let day, isKnown(day) else {
      notDue += amount
      return
    }
    change(terms.year.ledgerMonth(of: day)) { $0.due += amount }
  }

  /// Takes back what a cancelled deal was paid, after what of it had not been due has lapsed.
  private mutating func takeBack(
    _ line: inout PayLine, _ source: DealCredit
  ) throws(ArithmeticFailure) {
    guard let row = line.row, let cancellation = source.cancellation(of: row) else { return }
    let fall = -line.pay
    var lapsed: Int64 = 0
    if let restated = line.clawback?.restated {
      lapsed = try restate(line, restated, source)
    } else if cancellation.isInWindow {
      lapsed =
        holdings?.take(
          line, netted: netted[line.component], capHoldsOverAll: terms.hasCap) ?? 0
    } else {
      // The deal stands, so that the component falls by nothing: only what is not due is lost.
      lapsed = holdings?.lapse(line) ?? 0
      lose(lapsed, on: &line)
      netted[line.component] += lapsed
      return
    }
    lose(lapsed, on: &line)
    line.pay = lapsed - fall
    // The last instalment takes the remainder, so that they sum to what is taken.
    let count = cancellation.rule?.instalments ?? 1
    var rest = -line.pay
    let month = terms.year.ledgerMonth(of: line.date)
    for instalment in 0..<count {
      let part =
        instalment == count - 1
        ? rest : try Ratio(1, over: Int128(count)).part(of: -line.pay, terms.rounding)
      rest -= part
      change(month + instalment) { $0.clawback += part }
    }
  }

  private mutating func lose(_ lapsed: Int64, on line: inout PayLine) {
    line.lapsed = lapsed
    notDue += lapsed
    if lapsed != 0 { change(terms.year.ledgerMonth(of: line.date)) { $0.lapsed += lapsed } }
  }

  /// Puts the instalments of a component in the place of its own, as if a deal had never been.
  ///
  /// What would have been due by the day is settled against what was; later ones become those of
  /// the restated lines.
  ///
  /// - Returns: what is no longer due later.
  private mutating func restate(
    _ line: PayLine, _ restated: [PayLine], _ source: DealCredit
  ) throws(ArithmeticFailure) -> Int64 {
    guard var holdings else { return 0 }
    let old = holdings.removeComponent(line.component, on: line.date)
    for part in old.due { addPart(part.amount, due: part.day) }
    // The yearly cap holds for the restated lines together, and cuts the last ones.
    let all = netted[line.component] + line.pay
    var paid: Int64 = 0
    for var past in restated {
      if past.pay > 0 { past.pay = min(past.pay, max(0, all - paid)) }
      defer { paid += past.pay }
      if past.isClawback {
        _ = holdings.take(past, netted: paid, capHoldsOverAll: terms.hasCap)
      } else {
        try holdings.pay(
          past, shares: try dueShares(of: past, source), rounding: terms.rounding,
          settledUntil: line.date
        )
      }
    }
    self.holdings = holdings
    return old.notDue - holdings.notDue(ofComponent: line.component, on: line.date)
  }

  /// Adds what is due of the components whose deals were followed.
  private mutating func addFollowed() {
    for part in holdings?.schedule ?? [] where !part.isSettled {
      addPart(part.amount, due: part.day)
    }
  }

  /// Whether a day has come, as of the day that is asked about.
  private func isKnown(_ day: CalendarDate) -> Bool { terms.asOf.map { day <= $0 } ?? true }

  /// What is not due, or lapsed, of each deal and component; the sums are those of all.
  ///
  /// - Parameters:
  ///   - lines: All lines that were added.
  ///   - paysByDeal: Whether a line is due in the shares of its deal.
  ///   - source: What they were credited from.
  /// - Returns: The amounts in minor units.
  /// - Throws: where a share of a line does not fit.
  func holds(
    of lines: [PayLine], paysByDeal: (PayLine) -> Bool, _ source: DealCredit
  ) throws(ArithmeticFailure) -> [HoldKey: (notDue: Int64, lapsed: Int64)] {
    var holds: [HoldKey: (notDue: Int64, lapsed: Int64)] = [:]
    func add(notDue: Int64, lapsed: Int64, to key: HoldKey) {
      holds[key, default: (0, 0)].notDue += notDue + lapsed
      holds[key, default: (0, 0)].lapsed += lapsed
    }
    for line in lines where source.hasInstalments && line.row != nil && paysByDeal(line) {
      let key = HoldKey(component: line.component, row: line.row)
      if line.isClawback {
        // Of others the deals know whose parts lapsed.
        if line.clawback?.restated != nil { add(notDue: 0, lapsed: line.lapsed, to: key) }
      } else if !source.hasCancellations {
        let shares = try dueShares(of: line, source)
        for (share, part) in zip(shares, try shares.parts(of: line.pay, terms.rounding))
        where !(share.day.map { isKnown($0) } ?? false) {
          add(notDue: part, lapsed: 0, to: key)
        }
      }
    }
    for (key, amount) in holdings?.notDue(on: terms.asOf) ?? [:] {
      add(notDue: amount, lapsed: 0, to: key)
    }
    for (key, amount) in holdings?.lapsed ?? [:] { add(notDue: 0, lapsed: amount, to: key) }
    return holds.filter { $0.value != (0, 0) }
  }

  /// Sets negative months against later ones, then pays guarantees and draws; months that have not begun
  /// on the day as of which is asked go, and what is to be taken back in them is owed.
  mutating func settle() throws(ArithmeticFailure) {
    addFollowed()
    var owed: Int64 = 0
    for index in months.indices {
      let net = months[index].due - months[index].clawback - owed
      months[index].payable = max(0, net)
      owed = max(0, -net)
      months[index].owedClawback = owed
    }
    owedClawback = owed
    payGuarantees()
    try payDraws()
    guard let asOf = terms.asOf else { return }
    let begun = max(1, terms.year.ledgerMonth(of: asOf) + 1)
    guard begun < months.count else { return }
    owedClawback = months[begun...].reduce(months[begun - 1].owedClawback) { $0 + $1.clawback }
    months.removeSubrange(begun...)
  }

  private mutating func payGuarantees() {
    for floor in terms.guarantees {
      let payable = months[floor.months].reduce(0) { $0 + $1.payable }
      months[floor.months.upperBound - 1].guarantee += max(0, floor.amount - payable)
    }
  }

  private mutating func payDraws() throws(ArithmeticFailure) {
    for period in terms.draws {
      let range = period.months
      for index in range { months[index].owedDraw = owedDraw }
      if period.kind == .recoverable { try recover(by: period) }
      // What is advanced for a time shows at its end.
      guard period.isOver else { break }
      let due = months[range].reduce(0) { $0 + $1.payable + $1.guarantee }
      let isAdded = period.kind == .added
      let advance = isAdded ? period.amount : max(0, period.amount - due)
      let last = range.upperBound - 1
      months[last].advanced += advance
      if period.kind == .recoverable { owedDraw += advance }
      months[last].owedDraw = owedDraw
    }
    if terms.forgivesDraw { owedDraw = 0 }
    for index in months.indices.dropFirst(12) { months[index].owedDraw = owedDraw }
  }

  /// Takes back what is owed, in each month as far as the incentive of the draw's period is above
  /// the draw by then: at the end it could be more than what the last month pays.
  private mutating func recover(by period: PaymentTerms.DrawPeriod) throws(ArithmeticFailure) {
    let owed = owedDraw
    var due: Int64 = 0
    for index in period.months {
      due += months[index].payable + months[index].guarantee
      let above = max(0, due - period.amount)
      let share = try period.recover?.part(of: above, terms.rounding) ?? above
      let left = owed - min(owed, share)
      months[index].recovered += owedDraw - left
      owedDraw = left
      months[index].owedDraw = left
    }
  }
}

extension PlanYear {
  /// The number of the calendar month of a day, from 0 for the first of the plan year and on past its end.
  func ledgerMonth(of date: CalendarDate) -> Int {
    if let month = monthStarts.lastIndex(where: { $0 <= date }), month < 12 { return month }
    let month = start.yearMonth.distance(to: date.yearMonth)
    return date < start.addingMonths(month) ? month - 1 : month
  }
}
