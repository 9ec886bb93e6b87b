import Amounts
import PayPlans
import PlanFiles
import Testing

/// Months stay months, also where a draw or guarantee looks at a longer time.
@Suite("Months of a statement")
struct PayMonthTests {
  static func plan(_ around: String) throws -> Plan {
    try Plan.read(
      yaml: """
        plan: Test
        currency: USD
        base: 36000
        variable: 40000
        measures: {sales: {quota: 400000}}
        components: [{commission: Sales, measure: sales, period: month, pay: 10%}]
        \(around)
        """, file: "plan.yaml"
    ).plan
  }

  static let deals = [("2021-01-10", "10000"), ("2021-05-10", "60000")]

  @Test("A quarterly draw pays each month what is due in it, and the shortfall at its end")
  func advance() throws {
    let statement = try Self.plan("draw: {kind: recoverable, amount: 3000, per: quarter}")
      .run(Self.deals)
    #expect(statement.months.map(\.firstDay.month) == Array(1...12))
    #expect(
      statement.months.prefix(4).map(\.earned.fixedPoint) == ["1000.00", "0.00", "0.00", "0.00"])
    #expect(statement.months.allSatisfy { $0.base.fixedPoint == "3000.00" })
    #expect(
      statement.months.prefix(6).map(\.incentivePaid.fixedPoint) == [
        "1000.00", "0.00", "2000.00", "0.00", "4000.00", "0.00",
      ])
    #expect(
      statement.months.prefix(6).map(\.owedDraw.fixedPoint) == [
        "0.00", "0.00", "2000.00", "2000.00", "0.00", "0.00",
      ])
  }

  @Test(
    "What is owed is taken from the months that earn it, so that no month pays less than nothing")
  func recovery() throws {
    let statement = try Self.plan(
      "draw: {kind: recoverable, amount: 3000, per: quarter, recover: 50%}"
    ).run([("2021-04-10", "40000"), ("2021-05-10", "10000")])
    // 3,000 are owed; April earns 1,000 above the draw and May 1,000 more: half of each is taken.
    #expect(
      statement.months.prefix(6).map(\.drawRecovered.fixedPoint) == [
        "0.00", "0.00", "0.00", "500.00", "500.00", "0.00",
      ])
    #expect(
      statement.months.prefix(6).map(\.incentivePaid.fixedPoint) == [
        "0.00", "0.00", "3000.00", "3500.00", "500.00", "0.00",
      ])
  }

  @Test("A floor, an addition and a guarantee of a quarter stand in its last month")
  func others() throws {
    for (around, pays) in [
      ("draw: {kind: non-recoverable, amount: 3000, per: quarter}", "2000.00"),
      ("draw: {kind: added, amount: 3000, per: quarter}", "3000.00"),
    ] {
      let months = try Self.plan(around).run(Self.deals).months
      #expect(months[0].incentivePaid.fixedPoint == "1000.00")
      #expect(months[2].incentivePaid.fixedPoint == pays)
    }
    let guaranteed = try Self.plan("guarantee: {amount: [3000], months: 3, per: quarter}").run(
      "deal_id,rep,close_date,amount\n1,ann,2021-01-10,10000\n",
      roster: "rep,hire_date\nann,2021-01-01\n")
    #expect(
      guaranteed[0].months.prefix(3).map(\.incentivePaid.fixedPoint) == [
        "1000.00", "0.00", "2000.00",
      ])
  }
}
