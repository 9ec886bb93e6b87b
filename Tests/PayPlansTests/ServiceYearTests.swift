import Amounts
import PayPlans
import PlanFiles
import Testing

/// A year of service against the statement of deals that sell the same, by the engine for real deals.
@Suite("A year of service, month by month")
struct ServiceYearTests {
  static let plans: [(name: String, ramp: String, components: String)] = [
    // Ramps that are level within each period: the engine weighs their months by days.
    (
      "marginal by quarter", "[25%, 25%, 25%, 75%, 75%, 75%]",
      "{commission: S, measure: sales, period: quarter, tiers: marginal, rates: [{to: 100%, pay: 1x}, {pay: 2x}]}"
    ),
    (
      "flat rate", "{quota: [0%, 40%], target: [50%, 50%]}",
      "{commission: S, measure: sales, period: month, pay: 10%}"
    ),
    (
      "retroactive by month", "[50%, 60%, 70%, 80%]",
      "{commission: S, measure: sales, period: month, tiers: retroactive, rates: [{to: 80%, pay: 0.5x}, {pay: 1x}]}"
    ),
    (
      "cliff and bonus", "[60%, 60%, 60%, 60%, 60%, 60%]",
      "{commission: S, measure: sales, period: quarter, threshold: 60%, pay: 1x}, {bonus: Club, measure: sales, period: half, at: 90%, pay: 1000}"
    ),
  ]

  @Test("It earns what deals at the end of each month earn", arguments: plans, [40, 90, 130])
  func deals(plan: (name: String, ramp: String, components: String), percent: Int) throws {
    let yaml = """
      plan: P
      currency: USD
      variable: 12000
      measures: {sales: {quota: 120000, ramp: \(plan.ramp)}}
      components: [\(plan.components)]

      """
    let read = try Plan.read(yaml: yaml, file: "plan.yaml").plan
    let ramp = try #require(read.measures[0].ramp?.quota)
    for salesShares in try [nil, [Ratio(30, over: 100), Ratio(60, over: 100)]] as [[Ratio]?] {
      let attainment = try Ratio(Int128(percent), over: 100)
      let months = try ServiceYear(read, salesShares: salesShares).incentive(attainment: attainment)
      var rows = "deal_id,rep,close_date,amount\n"
      let days = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
      for month in 0..<12 {
        let shares = salesShares ?? ramp
        let share = month < shares.count ? shares[month] : .one
        let amount = try (10_000 * attainment * share).fixedPoint(places: 2)
        let text = "\(month + 1)"
        let number = month < 9 ? "0\(text)" : text
        rows += "D\(text),ann,2021-\(number)-\(days[month]),\(amount)\n"
      }
      let statement = try #require(
        try read.run(rows, roster: "rep,hire_date\nann,2021-01-01\n").first)
      #expect(months.reduce(Money.zero(.usd)) { $0 + $1 } == statement.earned)
      let paid = statement.months.prefix(12).map(\.incentivePaid)
      #expect(months == paid)
    }
  }

  @Test(
    "A later year of full service earns what a year of the plan does",
    arguments: ["marginal", "retroactive", "by deal"], [80, 100, 130])
  func fullService(tiers: String, percent: Int) throws {
    let plan = try Plan.read(
      yaml: """
        plan: P
        currency: USD
        variable: 12000
        measures: {sales: {quota: 120000}}
        components:
          - {commission: S, measure: sales, period: quarter, tiers: \(tiers), rates: [{to: 100%, pay: 1x}, {pay: 2x}]}
        """, file: "plan.yaml"
    ).plan
    let attainment = try Ratio(percent) / 100
    let months = try ServiceYear(plan, number: 1).incentive(attainment: attainment)
    let incentive = try plan.earnings(attainment: attainment).incentive
    #expect(months.reduce(.zero(.usd), +) == incentive)
  }
}
