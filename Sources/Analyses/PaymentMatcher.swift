internal import Amounts
internal import PayPlans
internal import Reporting

/// Finds what was owed for each payment, what was not paid at all, and why amounts differ.
struct PaymentMatcher {
  private typealias Row = Reconciliation.Row

  private let plan: Plan
  private let statements: [String: Statement]
  private let reps: [String]
  /// The lines of each rep, so that they are made once.
  private let lines: [String: [StatementLine]]
  /// The rows of the deals file by deal and rep.
  private let deals: [DealKey: Deal]

  private struct DealKey: Hashable {
    var deal: String
    var rep: String
  }

  /// What tells amounts of the file apart.
  private struct Key: Hashable {
    var rep: String
    var period: CalendarPeriod?
    var deal: String?
    var component: String?
  }

  init(_ run: PayRun, plan: Plan, deals: Deals) {
    self.plan = plan
    reps = run.statements.map(\.rep)
    statements = Dictionary(run.statements.map { ($0.rep, $0) }) { first, _ in first }
    lines = statements.mapValues { $0.lines }
    self.deals = Dictionary(
      deals.rows.map { (DealKey(deal: $0.id, rep: $0.rep), $0) }
    ) { first, _ in first }
  }

  func rows(for payments: [Payment]) -> [Reconciliation.Row] {
    var order: [Key] = []
    var paid: [Key: Money] = [:]
    for payment in payments {
      let key = Key(
        rep: payment.rep, period: payment.period, deal: payment.deal, component: payment.component)
      if paid[key] == nil { order.append(key) }
      paid[key, default: .zero(plan.currency)] += payment.amount
    }
    for key in unpaid(besides: order) {
      order.append(key)
      paid[key] = .zero(plan.currency)
    }
    var rows = order.map { key in
      Row(
        rep: key.rep, period: key.period, deal: key.deal, component: key.component,
        paid: paid[key] ?? .zero(plan.currency), owed: owed(key))
    }
    let open = rows.indices.filter { rows[$0].difference.minorUnits != 0 }
    for index in open {
      let row = rows[index]
      // A draw also makes opposite differences in two periods, so what moves the pay of a period
      // comes before timing.
      let found: (Reconciliation.Cause, Inline)
      if let ledger = row.isOfPeriod ? ledgerCause(row) : nil {
        found = ledger
      } else if let other = open.first(where: { rows[$0].isOpposite(of: row) }) {
        let period = rows[other].period.map { Inline($0.name) } ?? "another period"
        found = (.timing, "the opposite difference stands in \(period)")
      } else {
        found = cause(of: row)
      }
      (rows[index].cause, rows[index].explanation) = found
    }
    return rows
  }

  // MARK: What was owed

  /// The lines that a payment is about.
  private func lines(for key: Key) -> [StatementLine] {
    (lines[key.rep] ?? []).filter { line in
      (key.deal == nil || line.deal == key.deal)
        && (key.component == nil || line.component == key.component)
        && (key.period?.days.contains(line.date) ?? true)
    }
  }

  private func owed(_ key: Key) -> Money {
    if key.deal != nil || key.component != nil { return sum(lines(for: key)) }
    guard let statement = statements[key.rep] else { return .zero(plan.currency) }
    return PeriodStatement(statement, in: key.period?.days).incentivePaid
  }

  private func sum(_ lines: [StatementLine]) -> Money {
    lines.reduce(.zero(plan.currency)) { $0 + $1.pay }
  }

  /// What was earned and stands nowhere in the file, at the grain that the file has.
  private func unpaid(besides paid: [Key]) -> [Key] {
    guard let sample = paid.first else { return reps.map { Key(rep: $0) } }
    if sample.deal != nil {
      let names = Set(paid.map { DealKey(deal: $0.deal ?? "", rep: $0.rep) })
      return reps.flatMap { rep in
        var seen: Set<String> = []
        return (lines[rep] ?? []).compactMap { line -> Key? in
          guard let deal = line.deal, line.pay.minorUnits != 0,
            !names.contains(DealKey(deal: deal, rep: rep)), seen.insert(deal).inserted
          else { return nil }
          return Key(rep: rep, deal: deal)
        }
      }
    }
    // By rep, and by every component that the file knows, each month that no payment covers.
    let components = Set(paid.map(\.component))
    return reps.flatMap { rep in
      components.flatMap { component -> [Key] in
        let covered = paid.filter { $0.rep == rep && $0.component == component }.map(\.period)
        guard !covered.isEmpty || sample.period != nil else {
          return [Key(rep: rep, component: component)]
        }
        guard !covered.contains(nil) else { return [] }
        return uncoveredMonths(of: rep, component, besides: covered.compactMap(\.self))
          .map { Key(rep: rep, period: $0, component: component) }
      }
    }.filter { owed($0).minorUnits != 0 }
      .sorted {
        ($0.rep, $0.period?.name ?? "", $0.component ?? "")
          < ($1.rep, $1.period?.name ?? "", $1.component ?? "")
      }
  }

  /// The months in which a rep is owed something and that lie in none of some periods.
  private func uncoveredMonths(
    of rep: String, _ component: String?, besides periods: [CalendarPeriod]
  ) -> [CalendarPeriod] {
    let days =
      component == nil
      ? (statements[rep]?.months ?? []).map(\.lastDay)
      : lines(for: Key(rep: rep, component: component)).map(\.date)
    let open = days.filter { day in !periods.contains { $0.days.contains(day) } }
    return Set(open.map(\.yearMonth)).sorted().compactMap { CalendarPeriod("\($0)") }
  }

  // MARK: Why

  private func cause(of row: Reconciliation.Row) -> (Reconciliation.Cause, Inline) {
    let key = Key(rep: row.rep, period: row.period, deal: row.deal, component: row.component)
    let lines = lines(for: key)
    if let deal = row.deal {
      if lines.isEmpty { return extra(deal, row) }
      if row.paid.minorUnits == 0 {
        return (.missingDeal, "\(deal) earned \(.amount(row.owed)) and is not in the file")
      }
    }
    if row.difference.minorUnits.magnitude <= UInt64(max(1, lines.count)) {
      return (.rounding, lines.count == 1 ? "within a cent" : "within a cent for each of its lines")
    }
    if row.deal != nil || row.component != nil {
      return lineCause(row, lines) ?? rateCause(row, lines)
    }
    return periodCause(row, lines)
  }

  private func extra(
    _ deal: String, _ row: Reconciliation.Row
  ) -> (Reconciliation.Cause, Inline) {
    if let known = deals[DealKey(deal: deal, rep: row.rep)] {
      return (
        .extraDeal,
        row.period.map { "\(deal) closed on \(known.closeDate) and earned nothing in \($0.name)" }
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
      if let rate = line.rate, rate > 0, let raw = try? deal.amount * rate, isNear(paid, raw) {
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
    if let rate = line.rate, rate > 0, let whole = try? line.credit * rate, isNear(paid, whole) {
      return (
        .tier,
        """
        the whole deal was paid at \(.rate(rate)), the rate that it reaches; the part below that \
        tier pays less
        """
      )
    }
    if let rate = line.rate, rate > 0, let credit = try? paid / rate, credit.isInteger {
      return (
        .credit,
        "at the right rate it would be a credit of \(amount(credit)), not \(amount(line.credit))"
      )
    }
    return nil
  }

  private func rateCause(
    _ row: Reconciliation.Row, _ lines: [StatementLine]
  ) -> (Reconciliation.Cause, Inline) {
    let credit = lines.reduce(Ratio.zero) { (try? $0 + $1.credit) ?? $0 }
    guard credit > 0, row.paid.minorUnits > 0, let paid = try? row.paid.majorUnits / credit,
      let owed = try? row.owed.majorUnits / credit
    else { return (.unexplained, "nothing that this checks accounts for it") }
    return (
      .rate,
      "paid is \(.rate(paid)) of the credit of \(amount(credit)), owed \(.rate(owed))"
    )
  }

  /// Tries what moves the pay of a period as a whole: salary, draw, clawback, due dates.
  private func ledgerCause(_ row: Reconciliation.Row) -> (Reconciliation.Cause, Inline)? {
    guard let whole = statements[row.rep] else {
      return (.unexplained, "nobody called \"\(row.rep)\" is on the plan")
    }
    let statement = PeriodStatement(whole, in: row.period?.days)
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

  /// Tries single deals, then the rate of the period as a whole.
  private func periodCause(
    _ row: Reconciliation.Row, _ lines: [StatementLine]
  ) -> (Reconciliation.Cause, Inline) {
    if let line = lines.first(where: { $0.pay == -row.difference }), let deal = line.deal {
      return (.missingDeal, "\(deal) of \(line.date) earned just this")
    }
    return rateCause(row, lines)
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

extension Reconciliation.Row {
  /// Whether it is the pay of a rep for some time, not of a deal or component.
  fileprivate var isOfPeriod: Bool { deal == nil && component == nil }

  /// Whether another row of the same thing in another period makes up for this one.
  fileprivate func isOpposite(of other: Self) -> Bool {
    rep == other.rep && deal == other.deal && component == other.component
      && period != other.period && difference == -other.difference
  }
}
