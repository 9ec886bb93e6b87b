import Amounts
import PlanFiles
import Testing

@testable import PayPlans

/// Whose the pay is, in figures that follow from the rule by hand. In minor units.
@Suite("Holdings of deals")
struct DealHoldingsTests {
  private static let pool = DealHoldings.PoolKey(component: 0, pool: 0)

  /// Holdings after lines that paid each deal an amount while it stood at another.
  private static func holdings(
    _ deals: (pay: Int64, stands: Int64)...
  ) throws -> DealHoldings {
    var holdings = DealHoldings()
    for (row, deal) in deals.enumerated() {
      try pay(deal.pay, to: row, standsAt: deal.stands, in: &holdings)
    }
    return holdings
  }

  private static func line(_ amount: Int64, of row: Int, standsAt stands: Int64) throws -> PayLine {
    PayLine(
      component: 0, period: 0, pool: 0,
      date: try #require(CalendarDate(year: 2026, month: 3, day: row + 1)), row: row, before: .zero,
      after: .zero, pay: amount, standings: [.init(row: row, minorUnits: stands)])
  }

  private static func pay(
    _ amount: Int64, to row: Int, standsAt stands: Int64, in holdings: inout DealHoldings
  ) throws {
    let line = try line(amount, of: row, standsAt: stands)
    try holdings.pay(line, shares: [DueShare(share: .one, day: line.date)], rounding: .halfUp)
  }

  private static func paid(_ holdings: DealHoldings, _ count: Int) -> [Int64] {
    (0..<count).map { holdings.paid($0, of: pool) }
  }

  @Test(
    "A payment fills the deals that stand above their pay, in their order, and to the last unit")
  func takersInOrder() throws {
    // The first lacks 300, the second 200.
    var holdings = try Self.holdings((300, 600), (0, 200))
    try Self.pay(301, to: 2, standsAt: 301, in: &holdings)
    #expect(Self.paid(holdings, 3) == [600, 1, 0])
  }

  @Test("What a cancelled deal holds above its standing is handed on once")
  func handedOnOnce() throws {
    var holdings = try Self.holdings((1000, 1000), (300, 600), (0, 200))
    let lapsed = holdings.take(
      try Self.line(-100, of: 0, standsAt: 600), netted: 1300, capHoldsOverAll: false)
    #expect(lapsed == 0)
    // 100 is taken back, and the 300 above the 600 that still stand fill the first that lacks as much.
    #expect(Self.paid(holdings, 3) == [600, 600, 0])
  }

  @Test("A single unit above its standing is the rounding of a deal's lines, and is left there")
  func unitOfRounding() throws {
    var holdings = try Self.holdings((101, 100), (105, 100), (0, 0))
    _ = holdings.take(
      try Self.line(-5, of: 2, standsAt: 0), netted: 206, capHoldsOverAll: false)
    #expect(Self.paid(holdings, 3) == [101, 100, 0])
  }
}

/// What cancelled deals leave below a yearly cap, where the deals of a month have a cap of their own.
@Suite("Deals that share a yearly cap")
struct SharedCapTests {
  @Test("A month is given no more than its own cap leaves, so that what was never due lapses")
  func monthlyCap() throws {
    let plan = try Plan.read(
      yaml: """
        plan: P
        currency: USD
        base: 60000
        variable: 40000
        measures: {sales: {quota: 400000}}
        components:
          - commission: C
            measure: sales
            period: month
            target: 40000
            rates: [{through: 50%, pay: 2.0x}, {pay: 2.8x}]
            tiers: {retroactive to: 60%}
            threshold: 10%
            cap: 150%
        clawback: {within: 20 months, attainment: reduces, take: full, instalments: 2}
        paid: paid_date
        cap: 8000
        """, file: "plan.yaml"
    ).plan
    // The first two fill the cap, and are never due; the third stands above the 5,000 of its month.
    let statement = try #require(
      plan.run(
        """
        deal_id,rep,close_date,amount,cancelled_date,paid_date
        D1,ann,2026-03-04,60344,2027-01-16,
        D4,ann,2026-04-03,76000,2027-02-15,
        D6,ann,2026-10-27,6000,2027-06-04,
        D7,ann,2026-08-15,58682,2027-08-29,2027-02-10
        """
      ).first)
    #expect(statement.earned.fixedPoint == "8000.00")
    #expect(
      statement.clawbacks.map(\.lapsed.fixedPoint) == ["0.00", "1800.00", "1200.00", "5000.00"])
    #expect(statement.clawback.minorUnits == 0)
    #expect(statement.owedClawback.minorUnits == 0)
  }
}
