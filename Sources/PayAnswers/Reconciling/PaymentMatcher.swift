internal import Amounts
internal import Answers
internal import Findings
internal import PayPlans
internal import Reporting

/// Finds what was owed for each payment, what was not paid at all, and why amounts differ.
///
/// Every amount that is owed belongs to one row: to the finest that names it. A row of a deal takes
/// its lines, one of a component the lines of it that are left, and one of a person what is then left
/// of the incentive of its time; among equals the shorter time goes first. So files in which some
/// things are paid by deal and others by person add up, and the order of their rows says nothing.
struct PaymentMatcher {
  private typealias Row = Reconciliation.Row

  private let plan: Plan
  private let period: CalendarPeriod?
  private let statements: [String: Statement]
  private let reps: [String]
  /// The lines of each rep, so that they are made once.
  private let lines: [String: [StatementLine]]
  /// The rows of the deals file by deal and rep.
  private let deals: [DealKey: Deal]
  /// The components whose lines belong to deals; a bonus is on a deal, but for a period.
  private let paidByDeal: Set<String>

  /// The amounts, person by person and by time.
  private(set) var rows: [Reconciliation.Row] = []
  /// The rows of the file that nothing can be matched with.
  private(set) var findings = FindingLog()
  private var strangers: [Finding] = []
  /// What moved pay and is not in the grain of the file.
  private(set) var uncompared = Reconciliation.Uncompared()
  /// The payments for other times than the one that is compared.
  private(set) var elsewhere = 0
  /// What is owed in the time that is compared and belongs to rows that are only partly for it.
  private(set) var leftOut: Money
  /// Who is paid for a deal, by any row of the file.
  private let payees: [String: Set<String>]

  private struct DealKey: Hashable {
    var deal: String
    var rep: String
  }

  /// What tells amounts of the file apart.
  fileprivate struct Key: Hashable {
    var rep: String
    var period: CalendarPeriod?
    var topic: Topic

    var isWhole: Bool { topic == Topic() }
  }

  /// What an amount is for: a deal, a component, both, or neither.
  fileprivate struct Topic: Hashable {
    var deal: String?
    var component: String?
  }

  /// What rows tell apart.
  private struct Grain {
    var hasDeals = false
    /// Whether there are rows for a person's pay as a whole; a file without rows is taken for such.
    var hasWholes = true
    var isWholeOnly = true
    var wholesSayTime = false
    var componentsSayTime = false
    var components: Set<String> = []

    init(_ keys: some Collection<Key>) {
      if !keys.isEmpty { hasWholes = false }
      for key in keys {
        if key.topic.deal != nil {
          hasDeals = true
        } else if let component = key.topic.component {
          components.insert(component)
          if key.period != nil { componentsSayTime = true }
        } else {
          hasWholes = true
          if key.period != nil { wholesSayTime = true }
        }
        if !key.isWhole { isWholeOnly = false }
      }
    }
  }

  /// What the file says of a key.
  private struct Paid {
    var amount: Money
    /// The rows, by line.
    var payments: [Payment] = []
    /// Whether only a part of its time is compared: what it claims cannot be held against it.
    var isPartial = false

    /// Whether some of it was taken back.
    var isReduced: Bool { payments.contains { $0.amount.minorUnits < 0 } }
    /// Where the first of them is.
    var place: Place
  }

  /// An amount that a statement says is owed.
  private struct Share {
    var topic: Topic
    var date: CalendarDate
    /// The index of the month in which it counts.
    var month: Int?
    var pay: Money
    /// The line; nil for what a cancelled deal gives back.
    var line: StatementLine?
  }

  init(
    _ payments: [Payment], _ run: PayRun, plan: Plan, deals: Deals, period: CalendarPeriod?
  ) {
    self.plan = plan
    self.period = period
    reps = run.statements.map(\.rep)
    statements = Dictionary(run.statements.map { ($0.rep, $0) }) { first, _ in first }
    // What was taken back is matched by `clawbacks`: a row of a deal need not have it.
    lines = statements.mapValues { $0.lines.filter { $0.kind != .clawback } }
    self.deals = Dictionary(
      deals.rows.map { (DealKey(deal: $0.id, rep: $0.rep), $0) }
    ) { first, _ in first }
    let components = ([plan] + plan.versions.map(\.plan)).flatMap(\.components)
    paidByDeal = Set(components.filter(\.paysByDeal).map(\.name))
    leftOut = .zero(plan.currency)
    payees = Dictionary(grouping: payments.filter { $0.deal != nil }) { $0.deal ?? "" }
      .mapValues { Set($0.map(\.rep)) }
    let paid = grouped(payments)
    let keys = Dictionary(grouping: paid.keys, by: \.rep)
    // What is for other times says how the file tells amounts apart, too.
    let grain = Grain(payments.map(Key.init))
    for rep in reps + keys.keys.filter({ statements[$0] == nil }).sorted() {
      match(keys[rep] ?? [], of: rep, in: paid, grain)
    }
    for finding in strangers.sorted(by: { $0.place?.line ?? 0 < $1.place?.line ?? 0 }) {
      findings.add(finding)
    }
  }

  // MARK: What was paid

  private mutating func grouped(_ payments: [Payment]) -> [Key: Paid] {
    var paid: [Key: Paid] = [:]
    for payment in payments {
      let overlap = overlap(of: payment)
      if overlap != .whole { elsewhere += 1 }
      if overlap == .none { continue }
      let key = Key(payment)
      var sum = paid[key] ?? Paid(amount: .zero(plan.currency), place: payment.place)
      sum.amount += payment.amount
      sum.payments.append(payment)
      if payment.place.line ?? 0 < sum.place.line ?? 0 { sum.place = payment.place }
      if overlap == .part { sum.isPartial = true }
      paid[key] = sum
    }
    for key in paid.keys { paid[key]?.payments.sort { $0.place.line ?? 0 < $1.place.line ?? 0 } }
    return paid
  }

  /// How much of what a payment is for is compared.
  private enum Overlap {
    case none, part, whole
  }

  private mutating func overlap(of payment: Payment) -> Overlap {
    guard let period else { return .whole }
    if let own = payment.period {
      if period.days.lowerBound <= own.days.lowerBound,
        own.days.upperBound <= period.days.upperBound
      {
        return .whole
      }
      guard own.days.overlaps(period.days) else { return .none }
      leaveOut(payment, "this is paid for \(own.dated.plainText)")
      return .part
    }
    if let deal = payment.deal, let known = deals[DealKey(deal: deal, rep: payment.rep)] {
      let dates = (lines[payment.rep] ?? []).filter { $0.deal == deal }.map(\.date)
      let days = dates.isEmpty ? [known.closeDate] : dates
      let count = days.count(where: period.days.contains)
      guard count > 0 else { return .none }
      if count == days.count { return .whole }
      leaveOut(payment, "\(deal) earned at several times")
      return .part
    }
    // What does not say its time is taken as paid for the time that is asked for.
    return .whole
  }

  private mutating func leaveOut(_ payment: Payment, _ reason: String) {
    strangers.append(
      Finding(
        "reconcile.period", .warning, at: payment.place,
        "\(reason), of which only a part is compared, so it and what it pays for are left out",
        remedy: "compare a period that holds all of it"))
  }

  // MARK: What was owed

  /// Returns the finer rows first, and of equal ones those for a shorter time.
  private static func isFiner(_ left: Key, _ right: Key) -> Bool {
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
  private func shares(of statement: Statement) -> [Share] {
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
  private func payDay(_ share: Share, _ statement: Statement) -> CalendarDate {
    share.month.map { statement.months[$0].lastDay } ?? share.date
  }

  /// Matches the rows of one person.
  private mutating func match(
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
  private func claimant(
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
  private func restOf(
    _ key: Key, _ keys: [Topic: [Key]], _ statement: Statement, _ rest: [Money]
  ) -> Money {
    guard key.isWhole else { return .zero(plan.currency) }
    return zip(statement.months, rest).reduce(.zero(plan.currency)) { sum, month in
      let isOwn = keys[Topic()]?.first { $0.covers(month.0.lastDay) } == key
      return isOwn && period?.days.contains(month.0.lastDay) ?? true ? sum + month.1 : sum
    }
  }

  /// Takes deals out of a coarser row that is right without them: they are missing by themselves.
  private func release(
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
  private func missing(
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
  private mutating func uncovered(
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

  // MARK: Why

  /// One row with what it was made of.
  private struct Match: Comparable {
    let key: Key
    /// What the file says; nil for what it lacks.
    let inFile: Paid?
    let lines: [StatementLine]
    var row: Reconciliation.Row

    /// By time, then by name, whatever the order of the file.
    static func < (left: Match, right: Match) -> Bool {
      func day(_ match: Match) -> CalendarDate? {
        match.key.period?.days.lowerBound ?? match.lines.first?.date
      }
      switch (day(left), day(right)) {
      case (let first?, let second?) where first != second: return first < second
      case (nil, _?): return false
      case (_?, nil): return true
      default: break
      }
      func names(_ match: Match) -> [String] {
        [match.key.topic.deal, match.key.topic.component, match.key.period?.name]
          .map { $0 ?? "" }
      }
      return names(left).lexicographicallyPrecedes(names(right))
    }

    static func == (left: Match, right: Match) -> Bool { left.key == right.key }
  }

  /// Says why the rows of one person differ, and which of them nothing can be matched with.
  private mutating func explain(_ matches: inout [Match]) {
    let open = matches.indices.filter { matches[$0].row.difference.minorUnits != 0 }
    for index in matches.indices {
      let match = matches[index]
      let stranger = match.inFile.flatMap { unmatched(match, $0, among: matches) }
      guard match.row.difference.minorUnits != 0 else { continue }
      let found: (Reconciliation.Cause, Inline)
      // A draw also makes opposite differences in two periods, so what moves the pay of a period
      // comes before timing.
      if let stranger {
        found = stranger
      } else if let twice = match.inFile.flatMap({ repetition($0, match.row) }) {
        found = twice
      } else if let ledger = match.key.isWhole ? ledgerCause(match.row) : nil {
        found =
          match.inFile == nil
          ? (ledger.0, "\(noRow(for: match, among: matches)): \(ledger.1)") : ledger
      } else if let other = open.first(where: { matches[$0].row.isOpposite(of: match.row) }) {
        let period = matches[other].row.period?.dated ?? "another period"
        found = (.timing, "the opposite difference stands in \(period)")
      } else {
        found = cause(of: match, among: matches)
      }
      (matches[index].row.cause, matches[index].row.explanation) = found
    }
  }

  /// Why nothing that is owed can be matched with a row of the file; nil where something can.
  private mutating func unmatched(
    _ match: Match, _ paid: Paid, among matches: [Match]
  ) -> (Reconciliation.Cause, Inline)? {
    let row = match.row
    var cause = Reconciliation.Cause.unmatched
    let reason: Inline
    var remedy: Inline?
    if let statement = statements[row.rep] {
      guard match.lines.isEmpty else { return nil }
      let days = statement.yearStart...(statement.months.last?.lastDay ?? statement.yearEnd)
      let components = statement.components.map(\.component)
      if let period = row.period, !period.days.overlaps(days) {
        reason =
          "\(period.dated) is outside of what is owed, \(days.lowerBound) to \(days.upperBound)"
      } else if let component = row.component, component != StatementLine.adjustment,
        !components.contains(component)
      {
        reason = "no component of the plan is called \"\(component)\""
        remedy = NearMiss.remedy(for: component, among: components)
      } else if let deal = row.deal {
        // A deal that earned nothing, or nothing then, is no stranger.
        if deals[DealKey(deal: deal, rep: row.rep)] != nil { return nil }
        (cause, reason) = extra(deal, row, among: matches)
        remedy = NearMiss.closest(
          to: deal, among: deals.keys.filter { $0.rep == row.rep }.map(\.deal).sorted()
        ).map { "did you mean \"\($0)\"?" }
      } else {
        return nil
      }
    } else {
      reason = "nobody called \"\(row.rep)\" is on the plan"
      remedy =
        statements.values.first { $0.name == row.rep }.map { "write \"\($0.rep)\"" }
        ?? NearMiss.remedy(for: row.rep, among: reps)
    }
    strangers.append(
      Finding(
        "reconcile.unmatched", .warning, at: paid.place, reason, remedy: remedy))
    return (cause, reason)
  }

  /// What is paid once too often, or more, by rows of the same amount for the same thing.
  private func repetition(
    _ paid: Paid, _ row: Reconciliation.Row
  ) -> (Reconciliation.Cause, Inline)? {
    for payment in paid.payments where payment.amount.minorUnits != 0 {
      let same = paid.payments.filter { $0.amount == payment.amount }
      let (extra, isOverflow) = payment.amount.minorUnits.multipliedReportingOverflow(
        by: Int64(same.count - 1))
      guard same.count > 1, !isOverflow, row.difference.minorUnits == extra else { continue }
      let numbers = same.compactMap(\.place.line).map { Inline("\($0)") }
      if same.count == 2, numbers.count == 2 {
        return (.duplicate, "paid twice (lines \(numbers[0]) and \(numbers[1]))")
      }
      let list = numbers.joined(separator: ", ")
      return (.duplicate, "paid \(.number(same.count)) times (lines \(list))")
    }
    return nil
  }

  /// Says that the file lacks a row, and of what, where it has others of the same person and time.
  private func noRow(for match: Match, among matches: [Match]) -> Inline {
    let row = match.row
    let who: Inline = row.component.map { "\($0) of \(row.rep)" } ?? Inline(row.rep)
    let subject: Inline = row.period.map { "\(who) in \($0.dated)" } ?? who
    let hasOthers = matches.contains { other in
      guard other.inFile != nil else { return false }
      if let component = row.component, other.row.component != component { return false }
      guard let period = row.period else { return true }
      return other.row.period.map { $0.days.overlaps(period.days) }
        ?? other.lines.contains { period.days.contains($0.date) }
    }
    guard hasOthers else { return "no row of the file is for \(subject)" }
    let components = Dictionary(grouping: match.lines, by: \.component)
      .mapValues { $0.reduce(Money.zero(plan.currency)) { $0 + $1.pay } }
    let isAll = components.values.reduce(Money.zero(plan.currency), +) == row.owed
    let parts: Inline =
      isAll
      ? components.sorted { $0.key < $1.key }.map { "\(.amount($0.value)) of \($0.key)" as Inline }
        .joined(separator: ", ")
      : .amount(row.owed)
    return "the file has rows for \(subject), but none for \(parts)"
  }

  /// Says of which deal the file lacks something: all of it, or a part.
  private func missingDeal(
    _ deal: String, _ match: Match
  ) -> (Reconciliation.Cause, Inline) {
    let row = match.row
    let payees = payees[deal] ?? []
    if let component = row.component, payees.contains(row.rep) {
      return (.unpaid, "\(deal) is in the file, but not its \(.amount(row.owed)) of \(component)")
    }
    if payees.contains(row.rep), let day = match.lines.first?.date {
      return (.unpaid, "\(deal) is in the file, but not its \(.amount(row.owed)) of \(day)")
    }
    if !payees.isEmpty {
      let others = payees.sorted().map { Inline($0) }.joined(separator: ", ")
      return (
        .missingDeal, "\(deal) earned \(.amount(row.owed)) and is in the file only for \(others)"
      )
    }
    return (.missingDeal, "\(deal) earned \(.amount(row.owed)) and is not in the file")
  }

  private func cause(
    of match: Match, among matches: [Match]
  ) -> (Reconciliation.Cause, Inline) {
    let (row, lines) = (match.row, match.lines)
    if match.inFile == nil {
      if let deal = row.deal { return missingDeal(deal, match) }
      return (.unpaid, noRow(for: match, among: matches))
    }
    if let deal = row.deal, lines.isEmpty { return extra(deal, row, among: matches) }
    if row.difference.minorUnits.magnitude <= UInt64(max(1, lines.count)) {
      return (.rounding, lines.count == 1 ? "within a cent" : "within a cent for each of its lines")
    }
    if row.paid.minorUnits == 0 { return (.unpaid, "the file says that nothing was paid") }
    if row.deal != nil || row.component != nil {
      return lineCause(row, lines) ?? partCause(row, lines) ?? rateCause(row, lines)
    }
    return partCause(row, lines) ?? rateCause(row, lines)
  }

  private func extra(
    _ deal: String, _ row: Reconciliation.Row, among matches: [Match]
  ) -> (Reconciliation.Cause, Inline) {
    if let known = deals[DealKey(deal: deal, rep: row.rep)] {
      let earned = (lines[row.rep] ?? []).filter {
        $0.deal == deal && row.period?.days.contains($0.date) ?? true
      }
      if let component = row.component, !earned.isEmpty,
        !earned.contains(where: { $0.component == component })
      {
        return (.extraDeal, "\(deal) earned nothing of \(component)")
      }
      // What it earned belongs to another row.
      if !earned.isEmpty {
        let other = matches.first { $0.inFile != nil && $0.lines.contains { $0.deal == deal } }
        if let line = other?.inFile?.place.line {
          return (.duplicate, "what \(deal) earned is held against line \(Inline("\(line)"))")
        }
        return (.unexplained, "nothing that this checks accounts for it")
      }
      return (
        .extraDeal,
        row.period.map { "\(deal) closed on \(known.closeDate) and earned nothing in \($0.dated)" }
          ?? "\(deal) closed on \(known.closeDate) and earned nothing"
      )
    }
    if let other = deals.keys.first(where: { $0.deal == deal }) {
      return (.extraDeal, "\(deal) is credited to \(other.rep), not to \(row.rep)")
    }
    return (.extraDeal, "\(deal) is not among the deals")
  }

  /// Tries the ways in which one line goes wrong.
  private func lineCause(
    _ row: Reconciliation.Row, _ lines: [StatementLine]
  ) -> (Reconciliation.Cause, Inline)? {
    guard lines.count == 1, let line = lines.first else { return nil }
    let paid = row.paid.majorUnits
    if let deal = line.deal.flatMap({ deals[DealKey(deal: $0, rep: row.rep)] }) {
      if deal.share < 1, let whole = try? row.owed.majorUnits / deal.share, isNear(paid, whole) {
        return (
          .split, "paid as if the whole deal counted; the share is \(.percentage(deal.share))"
        )
      }
      if deal.amount != line.credit, let rate = line.rate, rate > 0,
        let raw = try? deal.amount * rate, isNear(paid, raw)
      {
        return (
          .credit,
          "paid on the amount of \(amount(deal.amount)); credited is \(amount(line.credit))"
        )
      }
    }
    guard let period = line.period, let curve = statements[row.rep]?.periods[period].curve else {
      return nil
    }
    for piece in curve.pieces where piece.slope > 0 && piece.slope != line.rate {
      if let other = try? line.credit * piece.slope, isNear(paid, other) {
        let owed: Inline = line.rate.map { .rate($0) } ?? "several rates"
        return (
          .tier,
          """
          paid at tier \(piece.tier + 1), \(.rate(piece.slope)), where the deal ends in tier \
          \(line.tier ?? 1) at \(owed)
          """
        )
      }
    }
    // Of a retroactive tier the deal that reaches it is paid more than this, and not less.
    if let rate = line.rate, rate > 0, row.paid > row.owed,
      let whole = try? line.credit * rate, isNear(paid, whole)
    {
      return (
        .tier,
        """
        the whole deal was paid at \(.rate(rate)), the rate that it reaches; the part below that \
        tier pays less
        """
      )
    }
    if let rate = line.rate, rate > 0, let credit = try? paid / rate, credit > 0, credit.isInteger,
      credit != line.credit
    {
      return (
        .credit,
        "at the right rate it would be a credit of \(amount(credit)), not \(amount(line.credit))"
      )
    }
    return nil
  }

  /// Compares the rates, where all that is owed was earned by lines on one credit.
  private func rateCause(
    _ row: Reconciliation.Row, _ lines: [StatementLine]
  ) -> (Reconciliation.Cause, Inline) {
    let unknown: (Reconciliation.Cause, Inline) = (
      .unexplained, "nothing that this checks accounts for it"
    )
    // A deal that several components pay is credited once, and a bonus for a period repeats what
    // its deals are credited.
    var credits: [String: Ratio] = [:]
    var credit = Ratio.zero
    for line in lines where paidByDeal.contains(line.component) {
      if let deal = line.deal {
        if let known = credits[deal] {
          guard known == line.credit else { return unknown }
          continue
        }
        credits[deal] = line.credit
      }
      guard let sum = try? credit + line.credit else { return unknown }
      credit = sum
    }
    guard credit > 0, row.paid.minorUnits > 0, row.owed.minorUnits > 0,
      lines.reduce(.zero(plan.currency), { $0 + $1.pay }) == row.owed,
      let paid = try? row.paid.majorUnits / credit, let owed = try? row.owed.majorUnits / credit,
      case (let rate, let right) = (Inline.rate(paid), Inline.rate(owed)),
      rate.plainText != right.plainText
    else { return unknown }
    return (.rate, "paid is \(rate) of the credit of \(amount(credit)), owed \(right)")
  }

  /// Tries what moves the pay of a period as a whole: salary, draw, clawback, due dates.
  private func ledgerCause(_ row: Reconciliation.Row) -> (Reconciliation.Cause, Inline)? {
    guard let whole = statements[row.rep] else { return nil }
    let statement = PeriodStatement(whole, in: row.period?.days ?? period?.days)
    let difference = row.difference
    if statement.base.minorUnits != 0, difference == statement.base {
      return (.base, "the salary of \(.amount(statement.base)) is in what was paid")
    }
    if statement.draw.minorUnits != 0, difference == -statement.draw {
      let draw = statement.draw
      return draw.minorUnits > 0
        ? (.draw, "the advance of \(.amount(draw)) is not in what was paid")
        : (.draw, "\(.amount(-draw)) of earlier advances was not recovered")
    }
    let due = statement.earned - statement.notDue
    let taken = statement.incentivePaid - due - statement.guarantee - statement.draw
    if taken.minorUnits < 0, difference == -taken {
      return (.clawback, "\(.amount(-taken)) for cancelled deals was not taken back")
    }
    if statement.notDue.minorUnits != 0, difference == statement.notDue {
      return (
        .timing, "what was earned was paid, although \(.amount(statement.notDue)) is not due"
      )
    }
    return nil
  }

  /// Tries single deals and components that earned just what was not paid.
  private func partCause(
    _ row: Reconciliation.Row, _ lines: [StatementLine]
  ) -> (Reconciliation.Cause, Inline)? {
    guard lines.count > 1 || row.deal == nil else { return nil }
    if row.deal == nil {
      let byDeal = lines.filter { $0.deal != nil && paidByDeal.contains($0.component) }
      let sums = Dictionary(grouping: byDeal) { $0.deal ?? "" }
        .mapValues { $0.reduce(Money.zero(plan.currency)) { $0 + $1.pay } }
      if let line = byDeal.first(where: { sums[$0.deal ?? ""] == -row.difference }),
        let deal = line.deal
      {
        return (.missingDeal, "\(deal) of \(line.date) earned just this")
      }
    }
    guard lines.count > 1, let line = lines.first(where: { $0.pay == -row.difference }) else {
      return nil
    }
    return (.unpaid, "\(line.component) of \(line.date) earned just this")
  }

  /// Whether an amount rounds to another within a minor unit.
  private func isNear(_ paid: Ratio, _ other: Ratio) -> Bool {
    guard let unit = try? Ratio(1, over: Int128(plan.currency.minorUnitsPerMajor)),
      let distance = try? paid - other
    else { return false }
    return distance <= unit && -unit <= distance
  }

  private func amount(_ value: Ratio) -> Inline {
    .number(value, places: value.isInteger ? 0 : Int(plan.currency.minorUnitDigits))
  }
}

extension PaymentMatcher.Key {
  fileprivate init(_ payment: Payment) {
    self.init(
      rep: payment.rep, period: payment.period,
      topic: .init(deal: payment.deal, component: payment.component))
  }

  /// Whether a day is in the time of the row; without one it is for all time.
  fileprivate func covers(_ day: CalendarDate) -> Bool { period?.days.contains(day) ?? true }
}

extension Component {
  /// Whether each of its lines is for a deal, and not for a period that a deal completes.
  fileprivate var paysByDeal: Bool {
    switch rule {
    case .commission, .spiff: true
    case .bonus, .objectives: false
    }
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

extension Reconciliation.Row {
  /// Whether another row of the same thing in another period makes up for this one.
  fileprivate func isOpposite(of other: Self) -> Bool {
    rep == other.rep && deal == other.deal && component == other.component
      && period != other.period && difference == -other.difference
  }
}
