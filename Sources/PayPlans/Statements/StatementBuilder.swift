internal import Amounts
internal import Findings

/// Makes the statement of one person: runs the components, the cap, the due dates and the draws.
struct StatementBuilder: Sendable {
  let context: PayContext
  let rep: Rep
  let team: [Reports]
  let adjustments: [RoundedAdjustment]

  /// The scores that a plan looks for, and those that it does not find, in words.
  typealias ScoreUse = (asked: Set<Scores.Key>, missing: [Inline])

  /// The year of a person, paid.
  private struct PaidYear {
    var terms: RepTerms
    var credits: DealCredit
    var run: ComponentRun<DealCredit>
    var ledger: PaymentLedger
    /// The lines by date and then by deal.
    var order: [Int]
    /// What was added by hand.
    var adjusted: Int64
  }

  private func paidYear(_ crediting: PlanCrediting) throws(ArithmeticFailure) -> PaidYear {
    let terms = try RepTerms(context.plan, rep, context.year, asOf: context.asOf)
    let credits = DealCredit(context, crediting, rep, team: team, in: terms.service)
    var run = try ComponentRun(terms, credits)
    // A period that is under way pays at its end what waits for it.
    if let asOf = context.asOf { run.lines.removeAll { asOf < $0.date } }
    var ledger = try PaymentLedger(PaymentTerms(terms))
    let order = context.sorted(run.lines)
    try run.applyYearlyCap(order)
    for index in order {
      try ledger.add(
        &run.lines[index], paysByDeal: run.paysByDeal(run.lines[index]), credits)
    }
    var adjusted: Int64 = 0
    for adjustment in adjustments {
      adjusted = try PayLimit.checked(adjusted + PayLimit.checked(adjustment.pay.minorUnits))
      ledger.add(adjustment.pay.minorUnits, on: adjustment.date)
    }
    try ledger.settle()
    return PaidYear(
      terms: terms, credits: credits, run: run, ledger: ledger, order: order, adjusted: adjusted)
  }

  /// Makes the statement.
  func statement(
    _ crediting: PlanCrediting
  ) throws(ArithmeticFailure) -> (Statement, ScoreUse) {
    let year = try paidYear(crediting)
    let (terms, run) = (year.terms, year.run)
    let currency = context.plan.currency
    let missing = run.missingScores
      .filter { missing in
        missing.firstDay <= context.lastDate
          && (context.asOf.map { missing.periodEnd <= $0 } ?? true)
      }
      .sorted { ($0.periodEnd, $0.name) < ($1.periodEnd, $1.name) }
      .map { key -> Inline in "\"\(key.name)\" for the period to \(key.periodEnd)" }
    let days = context.year.start..<context.year.monthStarts[12]
    let variable = try terms.plan(in: 0..<12).variable ?? .zero
    let target = try Money(
      rounding: variable * terms.service.weight(over: days, ramp: []), currency: currency,
      rule: context.plan.rounding)
    let credit = try run.credit(of: context.plan.primaryMeasure?.name)
    return (statement(year, credit, target), (year.credits.askedScores, missing))
  }

  private func statement(_ year: PaidYear, _ credit: Ratio, _ target: Money) -> Statement {
    let (terms, run, ledger, adjusted) = (year.terms, year.run, year.ledger, year.adjusted)
    let currency = context.plan.currency
    func money(_ units: Int64) -> Money { Money(minorUnits: units, currency: currency) }
    var earned = Array(repeating: Int64(0), count: run.names.count)
    var periodPay = Array(repeating: Int64(0), count: run.periods.count)
    var taken: Int64 = 0
    for index in run.lines.indices {
      let pay = run.lines[index].pay
      if run.lines[index].isClawback {
        taken += pay
        continue
      }
      earned[run.lines[index].component] += pay
      if let period = run.lines[index].period { periodPay[period] += pay }
    }
    let sum = earned.reduce(adjusted, +)
    let base = ledger.months.reduce(0) { $0 + $1.base }
    let paid = ledger.months.reduce(0) { $0 + $1.paid }
    let draw = ledger.months.reduce(0) { $0 + $1.advanced - $1.recovered }
    let last = rep.assignments(to: context.plan).last?.assignment
    return Statement(
      rep: rep.id, name: rep.name, employeeID: last?.employeeID, kept: last?.kept ?? [],
      plan: context.plan.name, assignments: rep.assignments, yearStart: context.year.start,
      yearEnd: context.year.end, asOf: context.asOf, credit: credit, target: target,
      base: money(base),
      components: run.names.indices.map {
        Statement.ComponentPay(
          component: run.names[$0], earned: money(earned[$0]), overpaid: money(run.overpaid[$0]))
      },
      adjustments: money(adjusted), earned: money(sum), notDue: money(ledger.notDue),
      lapsed: money(ledger.months.reduce(0) { $0 + $1.lapsed }),
      clawback: money(taken), guarantee: money(ledger.months.reduce(0) { $0 + $1.guarantee }),
      draw: money(draw), incentivePaid: money(paid), owedClawback: money(ledger.owedClawback),
      owedDraw: money(ledger.owedDraw), total: money(base + paid),
      months: months(ledger, money),
      periods: zip(run.periods, periodPay).map { period, pay in
        statementPeriod(period, terms, run.names, money(pay))
      },
      clawbacks: year.order.compactMap { clawback(run.lines[$0], run.names, money) },
      builder: self)
  }

  private func clawback(
    _ line: PayLine, _ names: [String], _ money: (Int64) -> Money
  ) -> ClawbackLine? {
    guard let clawback = line.clawback, let row = line.row,
      let cancellation = context.cancellation(of: row)
    else { return nil }
    var untaken: ClawbackLine.Untaken?
    if line.pay == 0 {
      if let day = clawback.unpaidUntil {
        untaken = .notPaidBefore(day)
      } else if cancellation.rule == nil {
        untaken = .noRule
      } else if !cancellation.isInWindow {
        untaken = .outsideWindow(until: cancellation.windowEnd ?? cancellation.date)
      } else if clawback.standing <= 0 {
        untaken = .nothingPaid
      } else if line.lapsed == 0 {
        untaken = .othersStand
      }
    }
    return ClawbackLine(
      deal: context.deals.rows[row].id, date: line.date, component: names[line.component],
      standing: money(clawback.standing), lapsed: money(line.lapsed), taken: money(line.pay),
      untaken: untaken)
  }

  private func clawbackPlaces(_ lines: [PayLine], _ order: [Int]) -> [Int: Place] {
    var places: [Int: Place] = [:]
    for (position, index) in order.enumerated() where lines[index].isClawback {
      places[position] = lines[index].row.flatMap { context.cancellation(of: $0)?.rule?.place }
    }
    return places
  }

  private func months(_ ledger: PaymentLedger, _ money: (Int64) -> Money) -> [PayMonth] {
    ledger.months.enumerated().map { index, month in
      PayMonth(
        firstDay: context.year.start.addingMonths(index),
        lastDay: context.year.start.addingMonths(index + 1).advanced(by: -1),
        base: money(month.base), earned: money(month.earned), due: money(month.due),
        clawback: money(-month.clawback), lapsed: money(month.lapsed),
        guarantee: money(month.guarantee),
        drawAdvanced: money(month.advanced), drawRecovered: money(month.recovered),
        incentivePaid: money(month.paid), owedClawback: money(month.owedClawback),
        owedDraw: money(month.owedDraw))
    }
  }

  private func statementPeriod(
    _ period: PeriodResult, _ terms: RepTerms, _ names: [String], _ earned: Money
  ) -> StatementPeriod {
    let plan = terms.versions[period.terms.version].plan
    let component = plan.components[period.terms.component]
    let measure = component.facts.measure.flatMap { plan.measure(named: $0) }
    return StatementPeriod(
      component: names[period.component], measure: measure?.name,
      version: terms.versions[period.terms.version].number, unit: measure?.unit ?? .money,
      firstDay: period.firstDay, lastDay: period.lastDay, quota: period.quota,
      target: period.target, credit: period.credit, curve: period.pricing.curve, earned: earned,
      rule: component.place)
  }

  /// Pays the year once more for its lines, which are as many as the deals of everybody together, so that
  /// they are not kept.
  var details: StatementDetails {
    guard let year = try? paidYear(PlanCrediting(context)) else {
      // What was paid once can be paid again.
      return StatementDetails(currency: context.plan.currency)
    }
    return details(year)
  }

  /// What of each deal is not due or lapsed.
  var holds: [DealHold] {
    guard context.hasInstalments, let year = try? paidYear(PlanCrediting(context)),
      let holds = try? year.ledger.holds(
        of: year.run.lines, paysByDeal: year.run.paysByDeal, year.credits)
    else { return [] }
    func money(_ units: Int64) -> Money {
      Money(minorUnits: units, currency: context.plan.currency)
    }
    return holds.sorted {
      ($0.key.component, $0.key.row ?? -1) < ($1.key.component, $1.key.row ?? -1)
    }.map { key, held in
      DealHold(
        component: year.run.names[key.component],
        deal: key.row.map { context.deals.rows[$0].id }, notDue: money(held.notDue),
        lapsed: money(held.lapsed))
    }
  }

  private func details(_ year: PaidYear) -> StatementDetails {
    let (terms, run, order) = (year.terms, year.run, year.order)
    var places: [String: Place] = [:]
    for component in terms.versions.flatMap({ $0.plan.components })
    where places[component.name] == nil {
      places[component.name] = component.place
    }
    return StatementDetails(
      lines: order.map { run.lines[$0] }, adjustments: adjustments, names: run.names,
      places: places, periods: run.periods,
      bandPlaces: terms.versions.map { $0.plan.components.map { $0.terms.map { $0.place } } },
      deals: order.map { index in run.lines[index].row.map { context.deals.rows[$0].id } },
      facts: context.deals.facts.isEmpty
        ? [] : order.map { index in run.lines[index].row.map { context.deals.facts[$0] } },
      clawbackPlaces: clawbackPlaces(run.lines, order),
      pooled: run.pooled.map { pooled in
        let deal = context.deals.rows[pooled.row]
        return PooledDeal(
          deal: deal.id, row: pooled.row, date: deal.closeDate, period: pooled.period,
          credit: pooled.credit)
      },
      currency: context.plan.currency)
  }
}

extension PayContext {
  /// Returns the order of lines: by date, then deals, cancellations and the ends of periods; within
  /// those by deal, then by component.
  func sorted(_ lines: [PayLine]) -> [Int] {
    // Numbers alone, because lines are large and there are many.
    struct Key {
      var time: UInt64
      /// The row of a deal, or the number of a cancellation.
      var deal: Int
      var place: UInt64
    }
    let (ofDeal, ofCancellation, ofEnd): (UInt64, UInt64, UInt64) = (0, 1, 2)
    let keys = lines.indices.map { index in
      let day = UInt64(max(0, year.start.distance(to: lines[index].date)))
      let place = UInt64(lines[index].component) << 40 | UInt64(index)
      guard let row = lines[index].row else {
        return Key(time: day << 2 | ofEnd, deal: 0, place: place)
      }
      guard lines[index].isClawback else {
        return Key(time: day << 2 | ofDeal, deal: row, place: place)
      }
      return Key(
        time: day << 2 | ofCancellation, deal: cancellation(of: row)?.order ?? 0, place: place)
    }
    return keys.sorted { left, right in
      if left.time != right.time { return left.time < right.time }
      if left.deal == right.deal { return left.place < right.place }
      return left.time & 3 == ofDeal
        ? comes(left.deal, before: right.deal) : left.deal < right.deal
    }.map { Int($0.place & (1 << 40 - 1)) }
  }
}

extension ComponentRun {
  /// Returns the credit of the year for a measure, from the first component that pays on it; what was sold on
  /// another plan is that plan's.
  func credit(of measure: String?) throws(ArithmeticFailure) -> Ratio {
    guard
      let first = periods.first(where: { period in
        component(period).commission.map { $0.measure == measure } ?? false
      })
    else { return .zero }
    var sum = Ratio.zero
    for period in periods where period.component == first.component {
      sum = try sum + period.credit - period.opening - period.carried
    }
    // Deals that walk alone have no credit together.
    let isAlone = periods.map { component($0).period == .deal }
    if !isAlone.contains(true) { return sum }
    for line in lines where line.component == first.component && !line.isClawback {
      if let period = line.period, isAlone[period] { sum = try sum + line.after }
    }
    return sum
  }

  private func component(_ period: PeriodResult) -> Component {
    plan(period.terms).components[period.terms.component]
  }
}
