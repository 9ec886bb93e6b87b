public import Amounts

extension Plan {
  /// The measure that `sales` and `quota` are about: that of the first commission, else the first.
  public var primaryMeasure: Measure? {
    guard let primary = primaryComponent?.commission else { return measures.first }
    return measure(named: primary.measure)
  }

  /// The measures that components look at besides the primary one.
  package var otherMeasures: [String] {
    let uses = components.flatMap { $0.facts.measures.map { $0.name } }
    return uses.reduce(into: []) { names, name in
      if name != primaryMeasure?.name, !names.contains(name) { names.append(name) }
    }
  }

  /// Returns the plan with another quota for the primary measure.
  public func withQuota(_ quota: Ratio) -> Plan {
    var plan = self
    guard let name = primaryMeasure?.name else { return plan }
    for index in plan.measures.indices where plan.measures[index].name == name {
      plan.measures[index].quota = quota
    }
    plan.versions = versions.map { version in
      PlanVersion(from: version.from, plan: version.plan.withQuota(quota))
    }
    return plan
  }

  /// Returns the plan with a person's own pay and quotas in place of its own.
  package func on(_ terms: Assignment) -> Plan {
    var plan = self
    plan.base = terms.base ?? base
    plan.variable = terms.variable ?? variable
    for index in plan.measures.indices {
      guard let quota = terms.quotas[plan.measures[index].name] else { continue }
      plan.measures[index].quota = quota
    }
    plan.versions = versions.map { PlanVersion(from: $0.from, plan: $0.plan.on(terms)) }
    return plan
  }

  /// Returns what a full year pays for an amount sold on a quota of the year.
  ///
  /// The amount is spread over the year like the quota; other measures reach the same attainment.
  public func earnings(sales: Ratio, quota: Ratio) throws(ArithmeticFailure) -> Earnings {
    try withQuota(quota).earnings(attainment: sales / quota)
  }

  /// Returns what a full year pays for an amount sold on the plan's own quota, or without one.
  public func earnings(sales: Ratio) throws(ArithmeticFailure) -> Earnings {
    try earnings(SpreadCredit(self, sales: sales))
  }

  /// Returns what a full year pays for an amount that is sold in its first months, and for single sales on top.
  ///
  /// The amount is spread over those months like the quota. The single sales are credit of the primary
  /// measure on the last day of their month; other measures reach the attainment of the amount alone.
  ///
  /// - Parameters:
  ///   - sales: What is sold in the first months.
  ///   - months: Their number, 1 to 12.
  ///   - added: What is sold on top.
  /// - Returns: What the year pays.
  /// - Throws: When an amount does not fit.
  package func earnings(
    sales: Ratio, inFirst months: Int, adding added: [AddedSale]
  ) throws(ArithmeticFailure) -> Earnings {
    var credit = try SpreadCredit(self, sales: sales)
    credit.monthsSold = months
    credit.added = primaryMeasure.map { ($0.name, added) }
    return try earnings(credit)
  }

  /// Returns what a full year pays when each period reaches one attainment of its quota.
  ///
  /// What is sold is spread over the months like the quota. Every measure that is paid reaches the
  /// attainment; scores that only gates, multipliers and objectives look at are on target. Nothing
  /// is known of single deals: by-deal tiers pay as marginal, `period: deal` takes a month's credit
  /// as one deal, and rules that pay deals alone pay nothing.
  ///
  /// - Throws: when an amount does not fit.
  /// - Complexity: O(components × months).
  public func earnings(attainment: Ratio) throws(ArithmeticFailure) -> Earnings {
    try earnings(
      SpreadCredit(self, attainment: attainment, sales: nil, takesMonthsAsDeals: false))
  }

  /// The terms of a full year of service.
  func yearTerms() throws(ArithmeticFailure) -> RepTerms {
    // Whole months only: nothing depends on which year it is.
    let year = yearStarts?.year ?? versions.first?.from.year ?? 2021
    let start = yearStarts ?? CalendarDate(year: year, month: 1, day: 1)
    return try RepTerms(self, Rep(""), PlanYear(start: start ?? CalendarDate(dayNumber: 0)))
  }

  func earnings(_ credit: SpreadCredit) throws(ArithmeticFailure) -> Earnings {
    let terms = try yearTerms()
    var run = try ComponentRun(terms, credit)
    let order = run.lines.indices.sorted {
      (run.lines[$0].date, run.lines[$0].component, $0)
        < (run.lines[$1].date, run.lines[$1].component, $1)
    }
    try run.applyYearlyCap(order)
    var ledger = try PaymentLedger(PaymentTerms(terms))
    for index in order { ledger.add(run.lines[index].pay, on: run.lines[index].date) }
    try ledger.settle()

    func money(_ units: Int64) -> Money { Money(minorUnits: units, currency: currency) }
    var earned = Array(repeating: Int64(0), count: run.names.count)
    for line in run.lines { earned[line.component] += line.pay }
    let draws = ledger.months.reduce(0) { $0 + $1.advanced - $1.recovered }
    return Earnings(
      base: money(ledger.months.reduce(0) { $0 + $1.base }),
      components: zip(run.names, earned).map { .init(name: $0, earned: money($1)) },
      incentive: money(earned.reduce(0, +)), draw: money(draws),
      owedDraw: money(ledger.owedDraw), owedClawback: money(ledger.owedClawback))
  }
}

/// Credit of a single sale in a month of the plan year, from 0.
package struct AddedSale: Hashable, Sendable {
  /// The month of the plan year, 0 for the first.
  package var month: Int
  /// The credit.
  package var credit: Ratio

  /// Creates a sale.
  package init(month: Int, credit: Ratio) {
    self.month = month
    self.credit = credit
  }
}
