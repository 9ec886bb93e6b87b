import Amounts
import Findings
import PayPlans
import PlanFiles
import Testing

/// The example that joins ramp, retroactive tiers, cap, draw and clawback, figure by figure.
@Suite("The example of the plan-file page, together")
struct TogetherTests {
  let statement: Statement

  init() throws {
    let plan = try Plan.read(
      yaml: """
        plan: Together
        currency: USD
        variable: 40000
        measures:
          bookings:
            quota: 400000
            ramp: [50%, 75%]
        components:
          - commission: New business
            measure: bookings
            period: quarter
            tiers: retroactive
            rates:
              - {to: 100%, pay: 1x}
              - {pay: 1.5x}
            cap: 200%
        draw: {kind: recoverable, amount: 2000, per: month, months: 3}
        clawback: {within: 12 months, of: cancelled_date, take: prorated}
        """, file: "together.yaml"
    ).plan
    let deals = try Deals.read(
      csv: """
        deal_id,rep,close_date,amount,cancelled_date
        D1,ann,2021-03-01,20000,
        D2,ann,2021-03-20,30000,2021-06-20
        D3,ann,2021-05-10,60000,
        D4,ann,2021-07-12,50000,
        """, file: "deals.csv", for: plan
    ).deals
    let roster = try Roster.read(
      csv: "rep,plan,hire_date\nann,Together,2021-02-15\n", file: "roster.csv", for: plan
    ).roster
    statement = try #require(plan.statements(for: deals, roster: roster).statements.first)
  }

  @Test("The first quarter's quota and target are ramped and by days")
  func quota() throws {
    let period = try #require(statement.periods.first)
    #expect(period.quota?.fixedPoint(places: 2) == "33611.11")
    #expect(period.target == 5000)
    #expect(period.curve.pieces[0].slope.fixedPoint(places: 5) == "0.14876")
  }

  @Test("The lines of the deals")
  func lines() {
    #expect(
      statement.lines.map { "\($0.deal ?? "") \($0.pay.fixedPoint)" } == [
        "D1 2975.21", "D2 7024.79", "D3 6000.00", "D2 -3849.88", "D4 5000.00",
      ])
    #expect(statement.lines.map(\.tier) == [1, 2, 1, nil, 1])
    #expect(statement.lines[1].attainmentAfter?.fixedPoint(places: 3) == "1.488")
    #expect(statement.lines.map(\.rule?.line) == [14, 15, 14, 18, 14])
  }

  @Test("The months")
  func months() {
    #expect(
      statement.months.prefix(7).map(\.incentivePaid.fixedPoint) == [
        "0.00", "1000.00", "9000.00", "2000.00", "4000.00", "0.00", "1150.12",
      ])
    #expect(
      statement.months.prefix(7).map(\.owedDraw.fixedPoint) == [
        "0.00", "1000.00", "0.00", "2000.00", "0.00", "0.00", "0.00",
      ])
    #expect(statement.months[2].due.fixedPoint == "10000.00")
    #expect(statement.months[2].drawRecovered.fixedPoint == "1000.00")
    #expect(statement.months[5].clawback.fixedPoint == "-3849.88")
  }

  @Test("The clawback takes the unserved days of the stretch that the deal was paid")
  func clawback() throws {
    let clawback = try #require(statement.clawbacks.first)
    #expect(clawback.standing.fixedPoint == "6694.21")
    #expect(clawback.taken.fixedPoint == "-3849.88")
  }

  @Test("The year")
  func year() {
    #expect(statement.earned.fixedPoint == "21000.00")
    #expect(statement.incentivePaid.fixedPoint == "17150.12")
  }
}
