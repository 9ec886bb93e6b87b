import Amounts
import Findings
import PayPlans
import PlanFiles
import TestSupport
import Testing

/// Who comes from another plan within the year: what counts there toward attainment, worked out by hand.
@Suite("Transfers between plans")
struct TransferTests {
  static func plan(_ component: String, transfers: String? = "keep attainment") throws -> Plan {
    let yaml = """
      plan: Enterprise
      currency: USD
      base: 60000
      variable: 36500
      year starts: 2026-01-01
      \(transfers.map { "transfers: \($0)" } ?? "")
      measures:
        bookings: {quota: 600000}
      components:
        - \(component)
      """
    return try Plan.read(yaml: yaml, file: "enterprise.yaml").plan
  }

  static let tiers =
    "{commission: New business, measure: bookings, period: year, tiers: marginal, rates: [{to: 100%, pay: 10%}, {pay: 15%}]}"
  static let roster = "rep,plan,from\nann,Commercial,\nann,Enterprise,2026-07-01\n"
  static let deals =
    "deal_id,rep,close_date,amount\nD1,ann,2026-03-10,400000\nD2,ann,2026-08-20,300000\n"

  func pays(
    _ component: String, transfers: String? = "keep attainment", deals: String = deals
  ) throws -> [String] {
    try #require(
      Self.plan(component, transfers: transfers).run(deals, roster: Self.roster).first
    ).pays
  }

  /// From 400,000 to the quota of 600,000 at 10 %, and 100,000 more at 15 %.
  @Test("What was sold on the other plan lifts the rates, and is not paid again")
  func kept() throws {
    let statement = try #require(Self.plan(Self.tiers).run(Self.deals, roster: Self.roster).first)
    #expect(statement.pays == ["35000.00"])
    #expect(statement.periods.map { $0.quota } == [600_000])
    #expect(statement.base.fixedPoint == "30000.00")
    // What was sold on the other plan is in its credit, and in the attainment of this one.
    #expect(statement.credit == 300_000)
    #expect(statement.periods.map { $0.credit } == [700_000])
  }

  /// The quota of 184 of 365 days is 302,465.75, which 300,000 do not reach.
  @Test("Without a word attainment starts anew", arguments: [nil, "start anew"])
  func anew(_ transfers: String?) throws {
    #expect(try pays(Self.tiers, transfers: transfers) == ["30000.00"])
  }

  /// 700,000 are above the quota, and 300,000 of them were sold here, at 15 %.
  @Test("A rate that reaches back reaches to what was sold here alone")
  func retroactive() throws {
    let component =
      "{commission: All, measure: bookings, period: year, tiers: retroactive, rates: [{to: 100%, pay: 10%}, {pay: 15%}]}"
    #expect(try pays(component) == ["45000.00"])
  }

  /// 1x is 36,500 for 600,000; a cap of half of the target of the 184 days is 9,200.
  @Test(
    "A cap on pay is that of the days on the plan",
    arguments: [("", "18250.00"), ("cap: 50%, ", "9200.00")])
  func cap(_ cap: String, _ pay: String) throws {
    #expect(try pays("{commission: All, measure: bookings, period: year, \(cap)pay: 1x}") == [pay])
  }

  /// The quotas of three quarters are 450,000, of which 405,000 are at half of 36,500 for 600,000, and the
  /// rest at twice that: 205,000 and 45,000 of the 250,000 that are sold here.
  @Test("The year to date begins with what was sold on the other plan")
  func yearToDate() throws {
    let component =
      "{commission: All, measure: bookings, period: quarter, accumulate: year to date, tiers: marginal, rates: [{to: 90%, pay: 0.5x}, {pay: 2x}]}"
    let deals =
      "deal_id,rep,close_date,amount\nD1,ann,2026-03-10,200000\nD2,ann,2026-08-20,250000\n"
    #expect(try pays(component, deals: deals) == ["11710.42"])
  }

  @Test(
    "A bonus that was reached on the other plan is its affair",
    arguments: [(60, []), (80, ["1000.00"])])
  func bonus(_ level: Int, _ expected: [String]) throws {
    #expect(
      try pays(
        "{bonus: Level, measure: bookings, period: year, steps: [{at: \(level)%, pay: 1000}]}")
        == expected)
  }

  /// A score is of the days on this plan: the target of 184 of 365 days is 18,400.
  @Test("A score pays the days on the plan")
  func score() throws {
    let plan = try Plan.read(
      yaml: """
        plan: Enterprise
        currency: USD
        variable: 36500
        year starts: 2026-01-01
        transfers: keep attainment
        measures:
          margin: {scored: true}
        components:
          - {commission: Margin, measure: margin, period: year, pay: 1x}
        """, file: "enterprise.yaml"
    ).plan
    let statements = try plan.run(
      Self.deals, roster: Self.roster,
      scores: "rep,period_end,name,score\nann,2026-12-31,margin,100%\n")
    #expect(statements.first?.earned.fixedPoint == "18400.00")
  }

  /// A deal of the other plan that is cancelled later lowers what is sold next, and takes nothing back.
  @Test("A cancelled deal of the other plan takes back no pay of this one")
  func cancelled() throws {
    let plan = try Self.plan(Self.tiers + "\nclawback: {within: 12 months, attainment: reduces}")
    let statement = try #require(
      plan.run(
        "deal_id,rep,close_date,amount,cancelled_date\nD1,ann,2026-03-10,400000,2026-08-01\nD2,ann,2026-08-20,300000,\n",
        roster: Self.roster
      ).first)
    #expect(statement.pays == ["30000.00"])
    #expect(statement.clawback.minorUnits == 0)
  }

  /// Where each deal is paid by what stands before it, it does not matter which plan that was sold on.
  @Test("Deals after the transfer are paid as if the whole year had been on the plan")
  func likeOnePlan() throws {
    let components = [
      Self.tiers,
      "{commission: All, measure: bookings, period: year, tiers: by deal, rates: [{to: 50%, pay: 5%}, {to: 100%, pay: 10%}, {pay: 15%}]}",
      "{commission: All, measure: bookings, period: quarter, pay: 1x}",
      "{commission: All, measure: bookings, period: month, tiers: interpolated, rates: [{at: 0%, pay: 0%}, {at: 80%, pay: 50%}, {at: 100%, pay: 100%}, {at: 150%, pay: 200%}]}",
    ]
    for (number, component) in components.enumerated() {
      for seed in 0..<40 {
        var generator = SeededGenerator(seed: UInt64(number * 1000 + seed))
        let start = CalendarDate(year: 2026, month: 1, day: 1) ?? CalendarDate(dayNumber: 0)
        let rows = (0..<12).map { index in
          let day = start.advanced(by: Int.random(in: 0..<365, using: &generator))
          return "D\(index),ann,\(day),\(Int.random(in: 1...150_000, using: &generator))\n"
        }
        let deals = "deal_id,rep,close_date,amount\n" + rows.joined()
        let moved = start.advanced(by: Int.random(in: 1..<365, using: &generator))
        let plan = try Self.plan(component)
        let whole = try plan.run(deals, roster: "rep,plan,from\nann,Enterprise,\n")
        let part = try plan.run(
          deals, roster: "rep,plan,from\nann,Commercial,\nann,Enterprise,\(moved)\n")
        let expected = whole.flatMap(\.lines).filter { $0.date >= moved }
        let lines = part.flatMap(\.lines)
        #expect(lines.map(\.deal) == expected.map(\.deal))
        // A line of the year so far is rounded as a difference of sums, which another start shifts by a cent.
        for (line, other) in zip(lines, expected) {
          #expect(abs(line.pay.minorUnits - other.pay.minorUnits) <= 1, "\(component), \(seed)")
        }
      }
    }
  }

  @Test("A scale that pays without credit does not say what is paid for another plan's credit")
  func withoutCredit() throws {
    let yaml = """
      plan: P
      currency: USD
      variable: 1000
      transfers: keep attainment
      measures: {bookings: {quota: 12000}}
      components:
        - {commission: All, measure: bookings, period: year, tiers: interpolated, rates: [{at: 0%, pay: 20%}, {at: 100%, pay: 100%}]}
      """
    #expect(failure(yaml).map(\.kind) == ["plan.transfers"])
  }
}
