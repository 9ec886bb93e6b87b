public import Amounts
public import Findings

/// The statements of everyone on a plan.
public struct PayRun: Sendable {
  /// One statement for each person, in the order of the roster, or of the first deals.
  public let statements: [Statement]
  /// What is worth knowing about the inputs.
  public let findings: FindingLog

  /// The sums over everyone on the plan.
  public let totals: PlanTotals

  /// The won deals of people on the plan that nothing in it counts, in the order of the file.
  public let uncounted: [UncountedDeal]

  /// The columns of the roster whose texts statements carry on.
  public let keptColumns: [String]

  /// Returns the sums over some of the people.
  ///
  /// - Throws: `.badData` where these alone, without what others owe, are too large.
  package func totals(
    of statements: [Statement], on plan: Plan
  ) throws(InputFailure) -> PlanTotals {
    do throws(ArithmeticFailure) {
      return try PlanTotals(statements, currency: plan.currency)
    } catch {
      throw InputFailure(
        .badData,
        plan.tooLarge(plan.place, "the pay of everyone together cannot be added exactly"))
    }
  }
}

/// What a plan costs for some people, and what for.
public struct PlanTotals: Hashable, Sendable {
  /// The salaries.
  public let base: Money
  /// The incentive that was earned.
  public let earned: Money
  /// The incentive that was paid.
  public let incentivePaid: Money
  /// What was credited for the measure of the first commission.
  public let credit: Ratio
  /// The parts of the variable for the times in service.
  public let target: Money
  /// Salaries and incentive paid.
  public var cost: Money { base + incentivePaid }

  /// The cost over the credit; nil without credit.
  public var costOfCredit: Ratio? {
    credit == .zero ? nil : try? cost.majorUnits / credit
  }

  /// What was earned over the target; nil without a target.
  public var shareOfTarget: Ratio? {
    target.minorUnits == 0 ? nil : try? earned.majorUnits / target.majorUnits
  }

  init(_ statements: [Statement], currency: Currency) throws(ArithmeticFailure) {
    var credit = Ratio.zero
    for statement in statements { credit = try credit + statement.credit }
    self.credit = credit
    // Half of what fits, so that the cost, a sum of two of these, fits as well.
    func sum(_ value: (Statement) -> Money) throws(ArithmeticFailure) -> Money {
      let units = statements.reduce(Int128(0)) { $0 + Int128(value($1).minorUnits) }
      guard units.magnitude <= UInt128(Int64.max / 2) else { throw .overflow }
      return Money(minorUnits: Int64(units), currency: currency)
    }
    base = try sum { $0.base }
    earned = try sum { $0.earned }
    incentivePaid = try sum { $0.incentivePaid }
    target = try sum { $0.target }
  }
}

extension Plan {
  /// The first day on which a deal closed that the plan looks at.
  private func firstClose(of deals: Deals) -> CalendarDate? {
    guard let closes = deals.closes, closes.lowerBound.year != closes.upperBound.year else {
      return deals.closes?.lowerBound
    }
    return deals.rows.lazy.filter { self.looksAt($0, in: deals) }.map { $0.closeDate }.min()
  }

  /// Returns what everyone on the plan is paid for a year of deals.
  ///
  /// Without a roster everyone who has a deal is on the plan for the whole year.
  ///
  /// As of a day nothing later is known: no deal, cancellation, payment, score, adjustment or new terms,
  /// and no month that is not over has a salary, a guarantee or a draw.
  ///
  /// - Throws: `.badData` with everything that makes the deals or the roster unusable.
  /// - Complexity: O(deals × components + people × periods), and sorting the deals.
  public func statements(
    for deals: Deals, roster: Roster? = nil, rates: MonthlyRates = MonthlyRates(),
    scores: Scores = Scores(), adjustments: [Adjustment] = [], asOf day: CalendarDate? = nil
  ) throws(InputFailure) -> PayRun {
    try statements(
      for: deals, roster: roster, rates: rates, scores: scores, adjustments: adjustments,
      asOf: day, sharing: .alone)
  }

  /// Returns what everyone on the plan is paid, whoever shares the work.
  ///
  /// - Throws: like `statements(for:roster:rates:scores:adjustments:asOf:)`.
  package func statements(
    for deals: Deals, roster: Roster?, rates: MonthlyRates, scores: Scores,
    adjustments: [Adjustment], asOf day: CalendarDate?, sharing work: WorkSharing
  ) throws(InputFailure) -> PayRun {
    // The year is that of the file, whatever of it is known.
    let year = year(of: deals)
    if let day, day < year.start {
      throw InputFailure(
        .usage,
        Finding(
          "pay.as-of", at: place ?? deals.place(line: nil),
          "\(day) is before the plan year, which starts on \(year.start)"))
    }
    // Whether any deal has a value is asked of all: those of later months are there to tell slips.
    let allKinds = DealKinds(self, deals)
    let values = valueFindings(deals, allKinds)
    let deals = day.map { deals.known(by: $0) } ?? deals
    let roster = day.map { day in roster?.known(by: day) } ?? roster
    let scores = day.map { scores.known(by: $0) } ?? scores
    let adjustments = day.map { day in adjustments.filter { $0.date <= day } } ?? adjustments
    var log = FindingLog()
    let (context, reps, owners) = try context(
      for: deals, roster: roster, rates: rates, scores: scores, adjustments: adjustments,
      in: year, asOf: day, &log)
    for finding in values { log.add(finding) }
    let uncounted = uncounted(
      deals, day == nil ? allKinds : DealKinds(self, deals), owners, of: reps, in: year)
    let teams = usesTeams ? Teams.overTime(roster) { context.hasDeals(of: $0) } : []
    var byRep: [String: [RoundedAdjustment]] = [:]
    for adjustment in adjustments {
      do throws(ArithmeticFailure) {
        byRep[adjustment.rep, default: []].append(try RoundedAdjustment(adjustment, on: self))
      } catch {
        throw InputFailure(.badData, tooLarge(adjustment.place, "the adjustment is too large"))
      }
    }
    var statements: [Statement] = []
    statements.reserveCapacity(reps.count)
    var asked: Set<Scores.Key> = []
    let builders = reps.map { rep in
      StatementBuilder(
        context: context, rep: rep,
        team: teams.map { Reports(days: $0.days, reps: $0.teams.reports(of: rep.id)) },
        adjustments: (byRep[rep.id] ?? []).filter { rep.isPaid(on: $0.date, by: self) })
    }
    let made = Self.statements(builders, of: context, sharing: work)
    let haveReturns = deals.haveReturns
    var current: StatementBuilder?
    let totals: PlanTotals
    do throws(ArithmeticFailure) {
      for (index, rep) in reps.enumerated() {
        current = builders[index]
        let (statement, use) = try made[index].get()
        statements.append(statement)
        asked.formUnion(use.asked)
        for finding in findingsWithoutQuota(
          statement, at: roster?.place(line: rep.line) ?? deals.place(line: rep.line))
        {
          log.add(finding)
        }
        if haveReturns {
          for finding in statement.returnFindings(deals, rows: context.rows(of: rep.id)) {
            log.add(finding)
          }
        }
        for what in use.missing {
          log.add(
            Finding(
              "scores.missing", .warning,
              at: roster?.place(line: rep.line) ?? deals.place(line: rep.line),
              "there is no score \(what) of \"\(rep.id)\"; it counts as 0%"))
        }
      }
      current = nil
      totals = try PlanTotals(statements, currency: currency)
    } catch {
      let fault =
        current.map { tooLarge($0, rates, roster) }
        ?? tooLarge(deals.place(line: nil), "the pay of everyone together cannot be added exactly")
      throw InputFailure(.badData, fault)
    }
    let paid = reps.map { $0.id }
    let others = Set(roster?.reps.map { $0.id } ?? []).subtracting(paid)
    for finding in scores.unused(asked, by: paid, others: others) { log.add(finding) }
    return PayRun(
      statements: statements, findings: log, totals: totals, uncounted: uncounted,
      keptColumns: roster?.keptColumns ?? [])
  }

  /// The year that deals are paid in: that of the plan, or the calendar year of the first of them.
  private func year(of deals: Deals) -> PlanYear {
    PlanYear(
      start: yearStarts
        ?? firstClose(of: deals).flatMap { CalendarDate(year: $0.year, month: 1, day: 1) }
        ?? CalendarDate(dayNumber: 0))
  }

  /// Checks everything, and returns what people share, and who is on the plan.
  private func context(
    for deals: Deals, roster: Roster?, rates: MonthlyRates, scores: Scores,
    adjustments: [Adjustment], in year: PlanYear, asOf day: CalendarDate?, _ log: inout FindingLog
  ) throws(InputFailure) -> (PayContext, [Rep], DealOwners) {
    let owners = DealOwners(deals.rows)
    let people = DealChecks(
      plan: self, deals: deals, owners: owners, roster: roster, rates: rates,
      adjustments: adjustments, year: year)
    let reps = people.check(&log)
    if log.hasErrors { throw InputFailure(.badData, log) }
    let context = PayContext(
      plan: self, deals: deals, owners: owners, rates: rates, scores: scores, year: year, asOf: day)
    for finding in context.creditFindings() { log.add(finding) }
    if log.hasErrors { throw InputFailure(.badData, log) }
    return (context, reps, owners)
  }

  /// Checks deals and people as `statements` does, and pays nobody.
  ///
  /// - Returns: The first day of the plan year, who is on the plan, and what is worth knowing.
  /// - Throws: `.badData` with everything that makes the deals or the roster unusable.
  /// - Complexity: O(deals × components + people), and sorting the deals.
  package func check(
    _ deals: Deals, roster: Roster?, rates: MonthlyRates, scores: Scores,
    adjustments: [Adjustment]
  ) throws(InputFailure) -> (yearStart: CalendarDate, people: [Rep], findings: FindingLog) {
    var log = FindingLog()
    let year = year(of: deals)
    let (_, people, owners) = try context(
      for: deals, roster: roster, rates: rates, scores: scores, adjustments: adjustments,
      in: year, asOf: nil, &log)
    let kinds = DealKinds(self, deals)
    for finding in valueFindings(deals, kinds) { log.add(finding) }
    let uncounted = uncounted(deals, kinds, owners, of: people, in: year)
    if let finding = uncounted.finding(on: self, at: deals.place(line: nil)) { log.add(finding) }
    return (year.start, people, log)
  }

  /// What is worth knowing of deals although nobody is paid: values of the plan that none of them has, and
  /// won deals of people on it that nothing counts.
  ///
  /// - Complexity: O(deals), and the size of the plan for each kind of them.
  package func findings(on deals: Deals, roster: Roster?) -> [Finding] {
    let (kinds, owners, year) = (DealKinds(self, deals), DealOwners(deals.rows), year(of: deals))
    let people = roster?.reps ?? owners.names.map { Rep($0) }
    let uncounted = uncounted(deals, kinds, owners, of: people.filter { $0.isOn(self) }, in: year)
    return valueFindings(deals, kinds)
      + [uncounted.finding(on: self, at: deals.place(line: nil))].compactMap { $0 }
  }

  /// Makes the statements, some dozens of pieces one after another or side by side.
  private static func statements(
    _ builders: [StatementBuilder], of context: PayContext, sharing work: WorkSharing
  ) -> [Result<(Statement, StatementBuilder.ScoreUse), ArithmeticFailure>] {
    // What a crediting remembers of texts is for one thread.
    let size = max(1, builders.count / 64)
    return work.map((builders.count + size - 1) / size) { piece in
      let crediting = PlanCrediting(context)
      return builders[piece * size..<min(builders.count, (piece + 1) * size)].map { builder in
        Result { () throws(ArithmeticFailure) in try builder.statement(crediting) }
      }
    }.flatMap { $0 }
  }

  /// Returns what one person on the plan is paid; nil when nobody of that name is on it.
  ///
  /// - Throws: like `statements(for:roster:rates:scores:adjustments:asOf:)`.
  /// - Complexity: that of all statements; ask for those to look at several people.
  public func statement(
    for rep: String, deals: Deals, roster: Roster? = nil, rates: MonthlyRates = MonthlyRates(),
    scores: Scores = Scores(), adjustments: [Adjustment] = []
  ) throws(InputFailure) -> Statement? {
    try statements(
      for: deals, roster: roster, rates: rates, scores: scores, adjustments: adjustments
    ).statements.first { $0.rep == rep }
  }

  /// Says at which row a statement becomes impossible: the first up to which it cannot be made.
  ///
  /// The engine knows no rows where it adds, so the statement is tried again with fewer of them.
  private func tooLarge(
    _ builder: StatementBuilder, _ rates: MonthlyRates, _ roster: Roster?
  ) -> Finding {
    let (context, rep) = (builder.context, builder.rep)
    let people = Set(builder.team.flatMap { $0.reps } + [rep.id])
    let order = context.rows(of: people)
    func fails(_ rows: Int, _ adjustments: Int) -> Bool {
      var deals = context.deals
      deals.rows = order.prefix(rows).map { context.deals.rows[$0] }
      let fewer = PayContext(
        plan: self, deals: deals, owners: DealOwners(deals.rows), rates: rates,
        scores: context.scores, year: context.year,
        asOf: context.asOf)
      let builder = StatementBuilder(
        context: fewer, rep: rep, team: builder.team,
        adjustments: Array(builder.adjustments.prefix(adjustments)))
      return (try? builder.statement(PlanCrediting(fewer))) == nil
    }
    /// The number of rows from which on it fails; nil when it fails without any.
    func first(of count: Int, _ fails: (Int) -> Bool) -> Int? {
      if fails(0) { return nil }
      var (low, high) = (0, count)
      while low + 1 < high {
        let middle = (low + high) / 2
        if fails(middle) { high = middle } else { low = middle }
      }
      return high
    }
    let why: Inline = "the pay of \"\(rep.id)\" can no longer be added exactly"
    if !fails(order.count, 0) {
      let number = first(of: builder.adjustments.count) { fails(order.count, $0) } ?? 1
      return tooLarge(builder.adjustments[number - 1].place, "with this adjustment \(why)")
    }
    guard let number = first(of: order.count, { fails($0, 0) }) else {
      return tooLarge(
        roster?.place(line: rep.line) ?? context.deals.place(line: rep.line),
        "even without a deal \(why)")
    }
    let deal = context.deals.rows[order[number - 1]]
    return tooLarge(
      context.deals.place(line: deal.line), "with the deal \"\(deal.id)\" \(why)")
  }

  fileprivate func tooLarge(_ place: Place?, _ message: Inline) -> Finding {
    let most = Money(minorUnits: PayLimit.minorUnits, currency: currency).majorUnits.rounded(.down)
    return Finding(
      "deals.too-large", at: place ?? Place(file: "adjustments"),
      "\(message): a number is too large, or has too many decimals",
      remedy: """
        look for a slip in the amount, its currency or share, or in the rates and factors of the plan; pay \
        goes up to \(.rounded(most, currency)), and what is added up to 154 \
        digits
        """)
  }

  /// Warns of what was sold without a quota where the plan does not say what that pays.
  private func findingsWithoutQuota(_ statement: Statement, at place: Place) -> [Finding] {
    statement.periods.compactMap { period in
      let terms = versions.last { $0.from <= period.firstDay }?.plan ?? self
      let component = terms.components.first { $0.name == period.component }
      guard period.paysNothingWithoutQuota, .zero < period.credit,
        let commission = component?.commission, commission.withoutQuota == nil
      else { return nil }
      return Finding(
        "pay.no-quota", .warning, at: place,
        "\"\(statement.rep)\" has credit but no quota from \(period.firstDay) to \(period.lastDay), so there is no attainment, and \"\(period.component)\" pays nothing for it",
        remedy: commission.remedyWithoutQuota)
    }
  }

  /// Whether somebody is credited what others sell.
  package var usesTeams: Bool {
    ([self] + versions.map { $0.plan }).contains { $0.measures.contains { $0.team != nil } }
  }

  /// Whether the quota is that of a team.
  package var hasTeamQuota: Bool { primaryMeasure?.team != nil }
}
