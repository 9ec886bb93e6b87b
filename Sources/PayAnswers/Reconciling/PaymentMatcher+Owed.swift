internal import Amounts
internal import Answers
internal import Findings
internal import PayPlans
internal import Reporting

// What was owed, and the row that each amount belongs to.
extension PaymentMatcher {
  /// Returns the finer rows first, and of equal ones those for a shorter time.
  static func isFiner(_ left: Key, _ right: Key) -> Bool {
    func length(_ key: Key) -> Int {
      key.period.map { $0.days.lowerBound.distance(to: $0.days.upperBound) } ?? .max
    }
    let lengths = (length(left), length(right))
    if lengths.0 != lengths.1 { return lengths.0 < lengths.1 }
    let days = (left.period?.days.lowerBound, right.period?.days.lowerBound)
    if let first = days.0, let second = days.1, first != second { return first < second }
    return left.period?.name ?? "" < right.period?.name ?? ""
  }

  /// What a statement owes: its lines, and what cancelled deals give back.
  func shares(of statement: Statement) -> [Share] {
    func share(
      _ deal: String?, _ component: String, _ date: CalendarDate, _ pay: Money,
      _ line: StatementLine?
    ) -> Share {
      Share(
        topic: Topic(deal: deal, component: component), date: date,
        month: statement.months.firstIndex { $0.firstDay <= date && date <= $0.lastDay }, pay: pay,
        line: line)
    }
    return (lines[statement.rep] ?? []).map { share($0.deal, $0.component, $0.date, $0.pay, $0) }
      + statement.clawbacks.map { share($0.deal, $0.component, $0.date, $0.taken, nil) }
  }

  /// The day by which it is decided whether a share or month lies in a period of pay.
  func payDay(_ share: Share, _ statement: Statement) -> CalendarDate {
    share.month.map { statement.months[$0].lastDay } ?? share.date
  }

  /// Matches the rows of one person.
  mutating func match(
    _ own: [Key], of rep: String, in paid: [Key: Paid], _ file: Grain
  ) {
    // Of somebody who is not in the file the same is missing as of the others.
    let grain = own.isEmpty ? file : Grain(own)
    let zero = Money.zero(plan.currency)
    var claimed: [Key: [Share]] = [:]
    var owed: [Key: Money] = [:]
    if let statement = statements[rep] {
      let keys = Dictionary(grouping: own.sorted(by: Self.isFiner), by: \.topic)
      var open: [Share] = []
      var rest = statement.months.map(\.incentivePaid)
      for share in shares(of: statement) {
        guard period?.days.contains(payDay(share, statement)) ?? true else { continue }
        let claimant = claimant(of: share, among: keys, paid, statement)
        // What a row of a deal does not take back, the person's pay of the month does.
        if share.line == nil, claimant == nil { continue }
        if let month = share.month { rest[month] -= share.pay }
        if let claimant { claimed[claimant, default: []].append(share) } else { open.append(share) }
      }
      if grain.hasDeals {
        for key in own where key.topic.deal == nil && !(paid[key]?.isPartial ?? false) {
          open += release(from: key, &claimed, paid, rest: restOf(key, keys, statement, rest))
        }
      }
      for (key, shares) in claimed { owed[key] = shares.reduce(zero) { $0 + $1.pay } }
      for share in open {
        let key = missing(share, of: statement, keys, grain, file)
        claimed[key, default: []].append(share)
        owed[key, default: zero] += share.pay
      }
      for (index, month) in statement.months.enumerated()
      where period?.days.contains(month.lastDay) ?? true {
        if let key = keys[Topic()]?.first(where: { $0.covers(month.lastDay) }) {
          owed[key, default: zero] += rest[index]
        } else {
          let (key, amount) = uncovered(month, index, of: statement, grain, rest: rest[index])
          if let key { owed[key, default: zero] += amount }
        }
      }
    }
    for key in own where paid[key]?.isPartial ?? false {
      leftOut += owed.removeValue(forKey: key) ?? zero
      claimed[key] = nil
    }
    let compared = own.filter { !(paid[$0]?.isPartial ?? false) }
    var found = Set(compared).union(owed.keys.filter { (owed[$0] ?? zero).minorUnits != 0 }).map {
      key in
      Match(
        key: key, inFile: paid[key], lines: claimed[key]?.compactMap(\.line) ?? [],
        row: Row(
          rep: rep, period: key.period, deal: key.topic.deal, component: key.topic.component,
          paid: paid[key]?.amount ?? zero, owed: owed[key] ?? zero))
    }
    found.sort()
    explain(&found)
    rows += found.map(\.row)
  }

  /// The row that an amount belongs to.
  func claimant(
    of share: Share, among keys: [Topic: [Key]], _ paid: [Key: Paid], _ statement: Statement
  ) -> Key? {
    let (deal, component) = (share.topic.deal, share.topic.component)
    var topics = [Topic(component: component), Topic()]
    if deal != nil {
      let byDeal = Topic(deal: deal)
      // Who pays bonuses by person means them there, although a deal reached them.
      if component.map(paidByDeal.contains) ?? false {
        topics.insert(byDeal, at: 0)
      } else {
        topics.append(byDeal)
      }
      topics.insert(share.topic, at: 0)
    }
    for topic in topics {
      if share.line == nil, topic.deal == nil { continue }
      let day = topic == Topic() ? payDay(share, statement) : share.date
      let key = keys[topic]?.first { key in
        key.covers(day) && (share.line != nil || paid[key]?.isReduced ?? false)
      }
      if let key { return key }
    }
    return nil
  }

  /// What a row of a person owes beside lines.
  func restOf(
    _ key: Key, _ keys: [Topic: [Key]], _ statement: Statement, _ rest: [Money]
  ) -> Money {
    guard key.isWhole else { return .zero(plan.currency) }
    return zip(statement.months, rest).reduce(.zero(plan.currency)) { sum, month in
      let isOwn = keys[Topic()]?.first { $0.covers(month.0.lastDay) } == key
      return isOwn && period?.days.contains(month.0.lastDay) ?? true ? sum + month.1 : sum
    }
  }

  /// Takes deals out of a coarser row that is right without them: they are missing by themselves.
  func release(
    from key: Key, _ claimed: inout [Key: [Share]], _ paid: [Key: Paid], rest: Money
  ) -> [Share] {
    func sum(_ shares: [Share]) -> Money { shares.reduce(.zero(plan.currency)) { $0 + $1.pay } }
    func isOfDeal(_ share: Share) -> Bool {
      share.topic.deal != nil && (share.topic.component.map(paidByDeal.contains) ?? false)
    }
    guard let shares = claimed[key], let amount = paid[key]?.amount,
      amount != sum(shares) + rest,
      case let others = shares.filter({ !isOfDeal($0) }), amount == sum(others) + rest
    else { return [] }
    claimed[key] = others
    return shares.filter(isOfDeal)
  }

  /// The row that the file lacks for an amount, at the grain that the file has.
  func missing(
    _ share: Share, of statement: Statement, _ keys: [Topic: [Key]], _ grain: Grain, _ file: Grain
  ) -> Key {
    let component = share.topic.component ?? ""
    // A deal that is paid component by component lacks this one, if that is how the file pays it.
    if let deal = share.topic.deal, !file.components.contains(component),
      keys.keys.contains(where: { $0.deal == deal && $0.component != nil })
    {
      return Key(rep: statement.rep, topic: share.topic)
    }
    let isByComponent = file.components.contains(component) || !grain.hasWholes
    if let deal = share.topic.deal, grain.hasDeals,
      paidByDeal.contains(component) || !grain.hasWholes && !file.components.contains(component)
    {
      return Key(rep: statement.rep, topic: Topic(deal: deal))
    }
    let saysTime = isByComponent ? file.componentsSayTime : grain.wholesSayTime
    return Key(
      rep: statement.rep,
      period: saysTime ? share.month.flatMap { statement.calendarPeriod(ofMonth: $0) } : nil,
      topic: isByComponent ? Topic(component: component) : Topic())
  }

  /// The row that the file lacks for a month, with what is owed in it beside lines.
  mutating func uncovered(
    _ month: PayMonth, _ index: Int, of statement: Statement, _ grain: Grain, rest: Money
  ) -> (Key?, Money) {
    if !grain.isWholeOnly {
      // Rows of deals and components are held against what was earned.
      uncompared.clawback += month.clawback.minorUnits
      uncompared.notDue += month.earned.minorUnits - month.due.minorUnits
    }
    guard grain.hasWholes else {
      uncompared.guarantee += month.guarantee.minorUnits
      uncompared.draw += month.drawAdvanced.minorUnits - month.drawRecovered.minorUnits
      return (nil, rest)
    }
    let period = grain.wholesSayTime ? statement.calendarPeriod(ofMonth: index) : nil
    return (
      Key(rep: statement.rep, period: period, topic: Topic()),
      grain.isWholeOnly ? rest : month.guarantee + month.drawAdvanced - month.drawRecovered
    )
  }
}

extension Statement {
  /// The name of a month in which something is paid: that of the calendar where it is one of its.
  fileprivate func calendarPeriod(ofMonth index: Int) -> CalendarPeriod? {
    let first = months[index].firstDay
    let year = YearMonth(year: yearStart.year + index / 12, month: index % 12 + 1)
    return first.day == 1
      ? CalendarPeriod("\(first.yearMonth)")
      : year.flatMap {
        CalendarPeriod("FY\("\($0)".prefix(4))-M\($0.month)", yearStarts: yearStart)
      }
  }
}
