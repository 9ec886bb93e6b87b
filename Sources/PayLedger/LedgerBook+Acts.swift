internal import Amounts

extension LedgerBook {
  // MARK: A month

  /// Calculates what a period would post.
  ///
  /// - Parameters:
  ///   - name: The period, which has to be the one after the last closed.
  ///   - owed: What is owed as of its last day.
  ///   - plans: The plans that were calculated.
  ///   - left: Who has left which of the plans by then: what is owed on its draws is taken from other pay.
  ///   - payees: The people.
  ///   - changes: What changed since the last close, beside the deals.
  ///   - reversed: Deals for which it is meant that they are gone; nil means all of them.
  ///   - stamp: Who asks, and when.
  /// - Returns: The step, which posts nothing.
  /// - Throws: for another period, for plans and people that were paid before and are not here, and for
  ///   deals that are gone without a word.
  public func calculating(
    _ name: String, owed: [Owed], plans: Set<PlanYear>, left: Set<PersonOnPlan>,
    payees: [Payee], changes: Settlement.Changes, reversed: Set<String>?, _ stamp: LedgerStamp
  ) throws(LedgerObstacle) -> LedgerStep {
    let period = try require(name) { !$0.isPosted }
    let sums = posted
    try refuseUnopened(owed, sums)
    try refuseOtherCurrencies(owed, sums)
    try refuseMissingPlans(plans, of: period, sums)
    try refuseMissingPeople(owed, plans, sums)
    let settlement = Settlement(
      of: owed, with: sums, plans: plans, closedUntil: closedUntil,
      changes: changes)
    try refuseGone(settlement.gone, besides: reversed)
    return LedgerStep(
      try event(.calculate, period, stamp),
      calculation: Calculation(
        postings: settlement.postings
          + recoveries(after: settlement.postings, in: period, left: left),
        payees: payees))
  }

  /// The last day that was posted: of the last closed period, or the one before the first, where that was
  /// opened.
  private var closedUntil: CalendarDate? {
    periods.lastClosed?.time.days.upperBound
      ?? (events.contains { $0.verb == .open } ? first.days.lowerBound.advanced(by: -1) : nil)
  }

  /// Approves the last calculation of a period.
  public func approving(_ name: String, _ stamp: LedgerStamp) throws(LedgerObstacle) -> LedgerStep {
    let period = try require(name) { state in
      if case .calculated = state { true } else { false }
    }
    guard case .calculated(let calculation) = state(of: period) else { throw notReady(name) }
    try refuseStale(calculation, period)
    return LedgerStep(try event(.approve, period, about: calculation, stamp))
  }

  /// Posts what was approved, and locks the period.
  public func closing(_ name: String, _ stamp: LedgerStamp) throws(LedgerObstacle) -> LedgerStep {
    let period = try require(name) { state in
      if case .approved = state { true } else { false }
    }
    guard case .approved(let number) = state(of: period), let calculation = calculations[number]
    else { throw notReady(name) }
    try refuseStale(number, period)
    guard period.days.upperBound <= stamp.on else {
      throw .notOver(period: period.name, until: period.days.upperBound)
    }
    return LedgerStep(
      try event(.close, period, about: number, stamp), postings: calculation.postings)
  }

  /// Opens the last closed period again, and takes back what it posted.
  ///
  /// - Throws: for a period that is not the last closed one, or whose payroll file was made: after
  ///   that, differences go forward.
  public func reopening(
    _ name: String, reason: String, _ stamp: LedgerStamp
  ) throws(LedgerObstacle) -> LedgerStep {
    let period = try require(name) { state in
      if case .closed = state { true } else { false }
    }
    guard periods.lastClosed?.time == period, case .closed(let close) = state(of: period) else {
      throw .notLastClosed(period: period.name)
    }
    let postings = entries.filter { $0.event == close }.map { entry in
      var posting = entry.posting
      posting.amount = -posting.amount
      posting.cause = .reopened(reason)
      return posting
    }
    return LedgerStep(
      try event(.reopen, period, about: close, reason: reason, stamp), postings: postings)
  }

  /// Says what everyone gets for a period.
  ///
  /// - Parameters:
  ///   - name: The period.
  ///   - event: The event by which its payroll file was made, before which all counts; nil for now.
  /// - Returns: What everyone gets.
  /// - Throws: while the period is not closed, or an earlier one is not paid.
  public func payroll(
    of name: String, before event: Int? = nil
  ) throws(LedgerObstacle) -> Payroll {
    let period = try require(name) { $0.isPosted }
    for earlier in periods.periods where earlier.time.days.upperBound < period.days.lowerBound {
      guard earlier.state == .paid else {
        throw .earlierUnpaid(period: earlier.time.name, earlier.state)
      }
    }
    return Payroll(of: period, in: self, before: event ?? .max)
  }

  /// Says that the payroll file of a period was made; after it the period is never opened again.
  public func exporting(_ name: String, _ stamp: LedgerStamp) throws(LedgerObstacle) -> LedgerStep {
    let period = try require(name) { state in
      if case .closed = state { true } else { false }
    }
    _ = try payroll(of: name)
    return LedgerStep(try event(.payroll, period, stamp))
  }

  /// Says that what the payroll file says was paid.
  public func paying(_ name: String, _ stamp: LedgerStamp) throws(LedgerObstacle) -> LedgerStep {
    let period = try require(name) { state in
      if case .exported = state { true } else { false }
    }
    guard case .exported(let file) = state(of: period) else { throw notReady(name) }
    let payroll = try payroll(of: name, before: file)
    return LedgerStep(
      try event(.pay, period, about: file, stamp),
      postings: payroll.postings.map { posting in
        var paid = posting
        paid.facts.day = stamp.on
        return paid
      })
  }

  // MARK: Before the first month

  /// Posts what stood before the first period: what plans paid earlier in their years, as paid, and
  /// balances that are owed either way.
  ///
  /// - Throws: for a plan that posted something in that year already, and for a balance that was said.
  public func opening(
    owed: [Owed], balances: [OpeningBalance], _ stamp: LedgerStamp
  ) throws(LedgerObstacle) -> LedgerStep {
    let before = posted
    let years = before.planYears
    let said = balances.map(\.key)
    guard !owed.contains(where: { years.contains(PlanYear($0.key)) }),
      !said.contains(where: { before.sums[$0] != nil }), Set(said).count == said.count
    else { throw .begun }
    let settlement = Settlement(
      of: owed, with: before, plans: [], closedUntil: nil, changes: Settlement.Changes())
    var payable: [OwedKey: Money] = [:]
    var postings = settlement.postings
    for posting in postings where posting.account == .payable {
      let key = OwedKey(
        rep: posting.key.rep, plan: posting.key.plan, planYear: posting.key.planYear, item: .paid)
      payable[key, default: .zero(posting.amount.currency)] += posting.amount
    }
    for (key, amount) in payable.sorted(by: { $0.key < $1.key }) where amount.minorUnits != 0 {
      postings.append(Posting(key, .payout, .payable, -amount))
    }
    for balance in balances {
      postings.append(Posting(balance.key, .openingBalance, balance.account, balance.amount))
    }
    return LedgerStep(try event(.open, nil, stamp), postings: postings)
  }

  // MARK: Disputes

  /// Says that somebody disputes an entry.
  public func disputing(
    entry number: Int, reason: String, _ stamp: LedgerStamp
  ) throws(LedgerObstacle) -> LedgerStep {
    guard let entry = entries.first(where: { $0.number == number }) else {
      throw .noEntry(number)
    }
    return LedgerStep(
      try event(.dispute, named: entry.period, about: number, reason: reason, stamp))
  }

  /// Answers a dispute.
  public func answering(
    dispute number: Int, reason: String, _ stamp: LedgerStamp
  ) throws(LedgerObstacle) -> LedgerStep {
    guard openDisputes.contains(where: { $0.number == number }) else {
      throw .noDispute(number, open: openDisputes.map(\.number))
    }
    return LedgerStep(try event(.answer, named: nil, about: number, reason: reason, stamp))
  }

  /// The disputes that nobody has answered.
  public var openDisputes: [LedgerEvent] {
    let answered = Set(events.filter { $0.verb == .answer }.compactMap(\.about))
    return events.filter { $0.verb == .dispute && !answered.contains($0.number) }
  }

  /// The first event of a ledger.
  public func beginning(_ stamp: LedgerStamp) throws(LedgerObstacle) -> LedgerStep {
    LedgerStep(try event(.begin, first, stamp))
  }
}

// MARK: What is refused

extension LedgerBook {
  private func state(of period: CalendarPeriod) -> PeriodState {
    periods.period(named: period.name)?.state ?? .open
  }

  /// The period of a name, which has to be in a state.
  private func require(
    _ name: String, _ isReady: (PeriodState) -> Bool
  ) throws(LedgerObstacle) -> CalendarPeriod {
    guard let period = periods.period(named: name), isReady(period.state) else {
      throw notReady(name)
    }
    return period.time
  }

  private func notReady(_ name: String) -> LedgerObstacle {
    guard let period = periods.period(named: name) else {
      return .notBegun(period: name, next: periods.current?.time.name ?? first.name)
    }
    return .state(period: period.time.name, period.state)
  }

  private func event(
    _ verb: LedgerEvent.Verb, _ period: CalendarPeriod?, about: Int? = nil, reason: String? = nil,
    _ stamp: LedgerStamp
  ) throws(LedgerObstacle) -> LedgerEvent {
    try event(verb, named: period?.name, about: about, reason: reason, stamp)
  }

  private func event(
    _ verb: LedgerEvent.Verb, named period: String?, about: Int?, reason: String?,
    _ stamp: LedgerStamp
  ) throws(LedgerObstacle) -> LedgerEvent {
    if let last = events.last, stamp.on < last.on {
      throw .earlierDay(stamp.on, last: last.on)
    }
    return LedgerEvent(
      number: events.count + 1, verb: verb, period: period, about: about, by: stamp.by,
      on: stamp.on, reason: reason, version: stamp.version)
  }

  /// Refuses a calculation after which something else was posted; what was paid out in the meantime changes
  /// nothing of what is owed.
  private func refuseStale(_ calculation: Int, _ period: CalendarPeriod) throws(LedgerObstacle) {
    let isStale = entries.reversed().prefix { $0.event > calculation }
      .contains { $0.posting.key.item != .paid }
    if isStale { throw .stale(period: period.name) }
  }

  /// Refuses a plan that owes something from before the first period, as long as nothing says what was
  /// paid of it: the first payroll would pay it again.
  private func refuseUnopened(
    _ owed: [Owed], _ sums: PostedSums
  ) throws(LedgerObstacle) {
    let known = sums.planYears
    let years = owed.lazy.filter { amount in
      guard let day = amount.facts.day ?? amount.key.origin else { return false }
      return amount.amount.minorUnits != 0 && day < first.days.lowerBound
    }.map { PlanYear($0.key) }
    let unopened = Set(years).subtracting(known)
    if !unopened.isEmpty { throw .unopened(unopened.sorted()) }
  }

  /// Refuses to leave out a plan that paid in this year of its own: under another name it would pay
  /// the whole year again.
  private func refuseMissingPlans(
    _ plans: Set<PlanYear>, of period: CalendarPeriod, _ sums: PostedSums
  ) throws(LedgerObstacle) {
    let missing = sums.planYears.subtracting(plans)
      .filter { period.days.lowerBound < $0.start.addingMonths(12) }
    if !missing.isEmpty { throw .plansMissing(missing.sorted()) }
  }

  /// Refuses a plan whose amounts cannot be held against what it posted.
  private func refuseOtherCurrencies(
    _ owed: [Owed], _ sums: PostedSums
  ) throws(LedgerObstacle) {
    for amount in owed {
      guard let before = sums.sums[amount.key]?.amount.currency,
        before != amount.amount.currency
      else { continue }
      throw .otherCurrency(PlanYear(amount.key), was: before, isNow: amount.amount.currency)
    }
  }

  /// Refuses people who were paid by a plan that does not know them any more.
  private func refuseMissingPeople(
    _ owed: [Owed], _ plans: Set<PlanYear>, _ sums: PostedSums
  ) throws(LedgerObstacle) {
    func people(_ keys: some Sequence<OwedKey>) -> Set<PersonOnPlan> {
      Set(keys.lazy.map { .init(rep: $0.rep, year: PlanYear($0)) })
    }
    let before = people(
      sums.sums.lazy.filter {
        $0.value.amount.minorUnits != 0 && $0.key.item.isCalculated
      }.map(\.key))
    let missing = before.subtracting(people(owed.lazy.map(\.key)))
      .filter { plans.contains($0.year) }
    if !missing.isEmpty {
      throw .peopleMissing(missing.sorted { ($0.rep, $0.year) < ($1.rep, $1.year) })
    }
  }

  /// Asks about deals that are gone: a changed filter or mapping looks just like it.
  private func refuseGone(
    _ gone: [Settlement.GoneDeal], besides reversed: Set<String>?
  ) throws(LedgerObstacle) {
    guard let reversed else { return }
    let asked = gone.filter { !reversed.contains($0.deal) }
    if !asked.isEmpty { throw .dealsGone(asked) }
  }
}
