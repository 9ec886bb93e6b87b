internal import Amounts
internal import Answers
internal import Findings
internal import PayPlans
internal import Reporting

// Why rows differ.
extension PaymentMatcher {
  /// One row with what it was made of.
  struct Match: Comparable {
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
  mutating func explain(_ matches: inout [Match]) {
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
      } else if let known = cause(of: match, among: matches) {
        found = known
      } else {
        found = arithmetic(match.row, match.lines)
        matches[index].row.isArithmetic = true
      }
      (matches[index].row.cause, matches[index].row.explanation) = found
    }
  }

  /// Why nothing that is owed can be matched with a row of the file; nil where something can.
  mutating func unmatched(
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
  func repetition(
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
  func noRow(for match: Match, among matches: [Match]) -> Inline {
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
  func missingDeal(
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

  func cause(
    of match: Match, among matches: [Match]
  ) -> (Reconciliation.Cause, Inline)? {
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
    if let currency = currencyCause(row, lines) { return currency }
    if row.deal != nil || row.component != nil, let cause = lineCause(row, lines) { return cause }
    return partCause(row, lines)
  }

  func extra(
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
}

extension Reconciliation.Row {
  /// Whether another row of the same thing in another period makes up for this one.
  fileprivate func isOpposite(of other: Self) -> Bool {
    rep == other.rep && deal == other.deal && component == other.component
      && period != other.period && difference == -other.difference
  }
}
