import Amounts
import PayPlans
import PlanFiles
import Testing

/// What cancelled deals give back, worked out by hand on quarters of 100,000 at 10 %.
@Suite("Clawbacks")
struct ClawbackTests {
  static let header = "deal_id,rep,close_date,amount,cancelled_date,paid_date,kind\n"

  static func run(_ components: String, _ around: String, _ deals: String) throws -> Statement {
    let plan = try Plan.read(
      yaml: """
        plan: Test
        currency: USD
        variable: 40000
        measures:
          sales: {quota: 400000}
          extra: {quota: 4000, where: {kind: extra}}
        components:
        \(components)
        \(around)
        """, file: "plan.yaml"
    ).plan
    return try #require(plan.run(header + deals).first)
  }

  static func commission(_ more: String) -> String {
    """
      - commission: Sales
        measure: sales
        period: quarter
        rates: [{to: 100%, pay: 1x}, {pay: 2x}]
    \(more)
    """
  }

  @Test(
    "A period that is one line is paid without what was cancelled, and its gate counts",
    arguments: [("licence", "6000.00"), ("extra", "12000.00")])
  func gated(kind: String, line: String) throws {
    let statement = try Self.run(
      Self.commission(
        "    tiers: retroactive\n    gate: {measure: extra, at: 100%, otherwise: 50%}"),
      "clawback: {within: 6 months}",
      "D1,ann,2021-01-10,60000,2021-02-15,,\nD2,ann,2021-02-10,60000,,,\(kind)\n")
    // D2's 60,000 at 2x, for the credit of D1 goes on counting; without the gate half of it.
    #expect(statement.pays == [line])
    #expect(statement.clawback.minorUnits == 0)
    let day = try #require(CalendarDate(year: 2021, month: 3, day: 31))
    #expect(statement.clawbacks.map(\.untaken) == [.notPaidBefore(day)])
  }

  @Test("After its period was paid as one line, a deal gives back its share of it")
  func gatedLater() throws {
    let statement = try Self.run(
      Self.commission(
        "    tiers: retroactive\n    gate: {measure: extra, at: 100%, otherwise: 50%}"),
      "clawback: {within: 6 months}",
      "D1,ann,2021-01-10,60000,2021-04-15,,\nD2,ann,2021-02-10,60000,,,\n")
    #expect(statement.pays == ["12000.00"])
    #expect(statement.months[3].clawback.fixedPoint == "-6000.00")
  }

  @Test("What the yearly cap cut was not paid")
  func capped() throws {
    let statement = try Self.run(
      Self.commission("    tiers: marginal"), "cap: 10000\nclawback: {within: 6 months}",
      "D1,ann,2021-01-10,80000,,,\nD2,ann,2021-04-10,40000,2021-05-01,,\n")
    #expect(statement.pays == ["8000.00", "2000.00"])
    #expect(statement.clawback.fixedPoint == "-2000.00")
  }

  @Test("With by-deal tiers a deal gives back its own rate")
  func byDeal() throws {
    let statement = try Self.run(
      Self.commission("    tiers: by deal"), "clawback: {within: 6 months}",
      "D1,ann,2021-01-10,90000,2021-04-01,,\nD2,ann,2021-01-20,40000,2021-04-01,,\n"
        + "D3,ann,2021-02-10,10000,2021-04-01,,\n")
    #expect(statement.pays == ["9000.00", "4000.00", "2000.00"])
    #expect(statement.clawbacks.map(\.taken.fixedPoint) == ["-9000.00", "-4000.00", "-2000.00"])
    #expect(statement.owedClawback.minorUnits == 1_500_000)
    #expect(statement.incentivePaid.fixedPoint == "15000.00")
  }

  @Test("A bonus that the year had reached before a cancellation stays, and is paid on its day")
  func bonusOfYear() throws {
    let components =
      "  - {bonus: Club, measure: sales, period: quarter, accumulate: year to date, at: 100%, pay: 1000}\n"
    let around = "clawback: {within: 12 months, attainment: reduces}"
    // The year stands at 250,000 of 200,000 when the second quarter begins, and at 150,000 from April on.
    let statement = try Self.run(
      components, around,
      "D1,ann,2021-01-10,150000,,,\nD2,ann,2021-02-10,100000,2021-04-20,,\n")
    let days = statement.lines.filter { $0.kind != .clawback }.map(\.date.description)
    #expect(days == ["2021-01-10", "2021-06-30"])
    #expect(statement.earned.fixedPoint == "2000.00")
  }

  @Test("Bonuses stay and spiffs do not")
  func bonus() throws {
    let statement = try Self.run(
      "  - {bonus: Club, measure: sales, period: quarter, at: 100%, pay: 1000}\n"
        + "  - {spiff: Extra, pay: 500 each, where: {kind: extra}}",
      "clawback: {within: 6 months}", "D1,ann,2021-01-10,100000,2021-02-01,,extra\n")
    #expect(statement.earned.fixedPoint == "1500.00")
    #expect(statement.clawback.fixedPoint == "-500.00")
  }

  @Test(
    "The rep keeps the rest, at most what was paid",
    arguments: [("full", "4000.00"), ("50%", "0.00"), ("80%", "2000.00"), ("0%", "0.00")])
  func keeps(take: String, taken: String) throws {
    // 10,000: 4,000 are paid on the close, 6,000 lapse because the customer had not paid.
    let statement = try Self.run(
      Self.commission("    tiers: marginal"),
      "clawback: {within: 6 months, take: \(take)}\npaid: {close_date: 40%, paid_date: 60%}",
      "D1,ann,2021-01-10,100000,2021-02-01,,\n")
    #expect(statement.notDue.fixedPoint == "6000.00")
    #expect(statement.lapsed.fixedPoint == "6000.00")
    #expect(statement.months[1].lapsed.fixedPoint == "6000.00")
    #expect(
      statement.clawback
        == (try Money(
          rounding: -(#require(Ratio(decimal: taken))), currency: .usd)))
  }

  @Test("With the year to date, the rates of the year at the cancellation count")
  func yearToDate() throws {
    let statement = try Self.run(
      Self.commission("    tiers: retroactive\n    accumulate: year to date"),
      "clawback: {within: 12 months}",
      "D1,ann,2021-01-10,60000,2021-05-01,,\nD2,ann,2021-04-10,160000,,,\n")
    // The half year stands at 110 %, so that D1's 60,000 stand at 2x.
    #expect(statement.pays == ["6000.00", "38000.00"])
    #expect(statement.clawback.fixedPoint == "-12000.00")
  }

  @Test("Each deal that walks alone gives back its own pay")
  func period() throws {
    let statement = try Self.run(
      """
        - commission: Sales
          measure: sales
          period: deal
          tiers: retroactive
          rates: [{to: 50000, pay: 1%}, {pay: 2%}]
      """, "clawback: {within: 12 months}",
      "D1,ann,2021-01-10,60000,2021-05-01,,\nD2,ann,2021-04-10,160000,,,\n")
    #expect(statement.clawback.fixedPoint == "-1200.00")
  }

  @Test("A version's clawback holds for deals that close under it")
  func version() throws {
    let statement = try Self.run(
      Self.commission("    tiers: marginal"),
      "versions: [{from: 2021-04-01, clawback: {within: 12 months}}]",
      "D1,ann,2021-01-10,10000,2021-05-01,,\nD2,ann,2021-04-10,20000,2021-05-01,,\n")
    #expect(statement.clawback.fixedPoint == "-2000.00")
  }
}
