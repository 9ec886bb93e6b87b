package import Amounts

/// A full plan year of a person, paid by what is sold in each month, in whole numbers.
///
/// Pay is cumulative: after each deal a component has paid the rounded value of its curve at the credit
/// so far. Where no rule looks at single deals, what a month pays is the value at its end less the value
/// at its start, whatever deals it is made of. So the terms are resolved once for any number of years, and
/// a year costs some values of its curves. The months go through the ledger of statements, with its draws
/// and guarantees. Everything is what a statement says, to the minor unit.
package struct CompiledYear: Sendable {
  /// A whole number for each month of the plan year, kept in place: there are many years.
  package typealias Months = InlineArray<12, Int64>

  /// What is sold in each month of the plan year.
  package struct Sales: Sendable {
    /// The amounts in hundredths of the plan's currency.
    fileprivate var hundredths: Months = Months(repeating: 0)
    /// The number of deals.
    fileprivate var deals: Months = Months(repeating: 0)

    /// Creates a year without sales.
    package init() {}

    /// Adds a deal of an amount from 0 on, in hundredths of the plan's currency, in a month from 0.
    package mutating func add(_ amount: Int64, in month: Int) {
      hundredths[month] = min(Self.most, hundredths[month] + min(Self.most, amount))
      deals[month] += 1
    }

    /// Where amounts of a month end that can be added up over the year.
    private static let most: Int64 = 1 << 58
    fileprivate var isTooLarge: Bool {
      hundredths.indices.contains { hundredths[$0] == Self.most }
    }
  }

  /// What a year pays, in minor units; the names mean what they mean in a `Statement`.
  package struct Pay: Sendable {
    /// What each component earns.
    package var components: [Int64]
    /// What is paid in each month, salary included.
    package var paid: Months
    /// What is owed on the draw at the end of each month.
    package var owed: Months
    /// What a draw pays on top, less what is taken back of it.
    package var draw: Int64
    /// What is owed on the draw at the end of the year.
    package var owedDraw: Int64
  }

  fileprivate struct Period {
    var months: Range<Int>
    var curve: MinorUnitCurve
  }

  fileprivate struct Component {
    /// What it earns in each month whatever is sold: for scores.
    var fixed: [Int64] = Array(repeating: 0, count: 12)
    var periods: [Period] = []
    /// Whether deals count as one each, and not as their amounts.
    var countsDeals: Bool = false
    var carry: RuleFacts.Carry = .nothing
    /// Whether a period is paid on its last day.
    var isPaidByPeriod: Bool = false
  }

  /// The names of the components, in the order of the plan.
  package let names: [String]
  /// The first day of each month, and the day after the year at the end.
  package let monthStarts: [CalendarDate]
  /// The currency.
  package let currency: Currency
  private let components: [Component]
  private let ledger: PaymentLedger
  private let cap: Int64?
  /// Whether no deal can take back what another one earned.
  private let neverFalls: Bool

  /// Resolves the terms of a person.
  ///
  /// Carried are plans without later versions whose pay is due on the close, of commissions, bonuses and
  /// objectives. Their measures credit amounts or numbers of deals in full; gates and multipliers look at
  /// scores. By-deal tiers, `period: deal`, parts, spiffs, bonuses of `either` accumulation and
  /// year-to-date commissions that may fall look at single deals.
  ///
  /// - Returns: Nil where single deals matter, or numbers are too large: a statement says what is paid.
  package init?(_ plan: Plan, _ rep: Rep, scores: Scores, starting start: CalendarDate) {
    guard plan.versions.isEmpty, plan.paid == [.onClose] else { return nil }
    let year = PlanYear(start: start)
    let context = PayContext(
      plan: plan, deals: Deals([]), owners: DealOwners([]), rates: MonthlyRates(), scores: scores,
      year: year)
    guard let terms = try? RepTerms(plan, rep, year), terms.service.isAlwaysAssigned,
      let payments = try? PaymentTerms(terms), payments.isSmall,
      (plan.variable ?? .zero) < Ratio(Int128(MinorUnitCurve.most / 1000)),
      // A year without deals has the curves of all periods, and what scores pay.
      let idle = try? ComponentRun(
        terms,
        DealCredit(context, PlanCrediting(context), rep, team: [], in: terms.service))
    else { return nil }
    do throws(ArithmeticFailure) {
      cap = try terms.yearlyCap().map { (cap) throws(ArithmeticFailure) in
        try idle.minorUnits(cap)
      }
    } catch {
      return nil
    }
    var components: [Component] = []
    for index in idle.names.indices {
      guard let component = Component(index, of: plan, idle) else { return nil }
      components.append(component)
    }
    names = idle.names
    currency = plan.currency
    monthStarts = year.monthStarts
    self.components = components
    ledger = PaymentLedger(payments)
    neverFalls = components.allSatisfy { component in
      component.fixed.allSatisfy { 0 <= $0 } && component.periods.allSatisfy { $0.curve.neverFalls }
    }
  }

  /// Returns what a year of sales pays; nil where it takes single deals to say it, or numbers are too large.
  ///
  /// - Complexity: O(components × months).
  package func pay(for sales: Sales) -> Pay? {
    if sales.isTooLarge { return nil }
    var months = Months(repeating: 0)
    var earned: [Int64] = []
    earned.reserveCapacity(components.count)
    for component in components {
      guard let total = try? component.earn(for: sales, addingTo: &months) else { return nil }
      earned.append(total)
    }
    if let cap, cap < earned.reduce(0, +) || !neverFalls {
      // Which component a cap cuts depends on the order of deals.
      guard earned.count == 1 else { return nil }
      earned[0] = Self.cut(&months, at: cap)
    }
    var ledger = ledger
    for month in months.indices { ledger.add(months[month], in: month) }
    guard (try? ledger.settle()) != nil else { return nil }
    var pay = Pay(
      components: earned, paid: Months(repeating: 0), owed: Months(repeating: 0), draw: 0,
      owedDraw: ledger.owedDraw)
    for index in months.indices {
      let month = ledger.months[index]
      pay.paid[index] = month.base + month.paid
      pay.owed[index] = month.owedDraw
      pay.draw += month.advanced - month.recovered
    }
    return pay
  }

  /// Cuts the months where the running total goes above a cap, and returns what is left of all.
  private static func cut(_ months: inout Months, at cap: Int64) -> Int64 {
    var total: Int64 = 0
    for month in months.indices {
      let before = min(total, cap)
      total += months[month]
      months[month] = min(total, cap) - before
    }
    return min(total, cap)
  }
}

extension CompiledYear.Component {
  /// Takes a component out of a year without deals; nil where single deals matter.
  fileprivate init?(_ index: Int, of plan: Plan, _ idle: ComponentRun<DealCredit>) {
    guard let rule = plan.components.first(where: { $0.name == idle.names[index] }) else {
      return nil
    }
    let facts = rule.facts
    let measures = facts.measures.map { use in (use.role, plan.measure(named: use.name)) }
    guard let carry = facts.carry,
      measures.allSatisfy({ $0.0 == .paid || $0.1?.isScored ?? false })
    else { return nil }
    guard let measure = measures.first(where: { $0.0 == .paid })?.1, !measure.isScored else {
      // What scores pay is known.
      for line in idle.lines where line.component == index {
        guard line.pay.magnitude <= MinorUnitCurve.most else { return nil }
        fixed[idle.terms.year.month(of: line.date)] += line.pay
      }
      return
    }
    guard let countsDeals = measure.countsWholeDeals else { return nil }
    self.countsDeals = countsDeals
    self.carry = carry
    isPaidByPeriod = facts.isPaidByPeriod
    for period in idle.periods where period.component == index {
      guard let curve = MinorUnitCurve(period.pricing, idle.currency, idle.rounding) else {
        return nil
      }
      periods.append(.init(months: period.terms.months, curve: curve))
    }
    switch carry {
    case .nothing: break
    // What was reached before is taken off before it is rounded.
    case .credit: guard periods.allSatisfy({ $0.curve.isWhole }) else { return nil }
    // What was paid too much is kept, after each deal.
    case .creditAndPay:
      guard isPaidByPeriod || periods.allSatisfy({ $0.curve.neverFalls }) else { return nil }
    }
    if !facts.paysByDeal, !periods.allSatisfy({ $0.curve.neverFalls && $0.curve.isWhole }) {
      return nil
    }
  }

  /// Adds what each month earns, and returns what the year does.
  fileprivate func earn(
    for sales: CompiledYear.Sales, addingTo months: inout CompiledYear.Months
  ) throws(ArithmeticFailure) -> Int64 {
    var total: Int64 = 0
    for month in fixed.indices {
      months[month] += fixed[month]
      total += fixed[month]
    }
    var credit: Int64 = 0
    var paid: Int64 = 0
    for period in periods {
      if carry == .nothing { credit = 0 }
      var opening: Int64 = 0
      if carry != .creditAndPay {
        paid = 0
        // What is paid without a deal of the period waits for its end.
        opening = try period.curve.pay(at: credit)
      }
      for month in period.months {
        let isLast = month == period.months.upperBound - 1
        credit += countsDeals ? 100 * sales.deals[month] : sales.hundredths[month]
        guard isLast || !isPaidByPeriod && sales.deals[month] > 0 else { continue }
        let value = try period.curve.pay(at: credit)
        let pay =
          carry == .creditAndPay ? max(0, value - paid) : (isLast ? value : value - opening) - paid
        paid += pay
        months[month] += pay
        total += pay
      }
    }
    return total
  }
}

extension Measure {
  /// Whether each deal counts as one, and not as its amount; nil where more than that decides its credit.
  fileprivate var countsWholeDeals: Bool? {
    guard filters.isEmpty, multipliers.isEmpty, windfall == nil, team == nil else { return nil }
    return switch unit {
    case .money: credit == "amount" ? false : nil
    case .deals: true
    case .column: nil
    }
  }
}

extension PaymentTerms {
  /// Whether sums of all that it pays are far from what does not fit.
  fileprivate var isSmall: Bool {
    let amounts = base + guarantees.map { $0.amount } + draws.map { $0.amount }
    return amounts.allSatisfy { $0.magnitude <= MinorUnitCurve.most }
  }
}
