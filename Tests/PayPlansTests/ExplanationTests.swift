import Amounts
import Findings
import PayPlans
import PlanFiles
import TestSupport
import Testing

@Suite("What a statement explains")
struct ExplanationTests {
  static let retroactive = """
    plan: Test
    currency: USD
    variable: 40000
    measures: {sales: {quota: 400000}}
    components:
      - commission: Sales
        measure: sales
        period: quarter
        tiers: retroactive
        rates: [{to: 100%, pay: 1x}, {pay: 1.5x}]
    clawback: {within: 12 months}
    """

  @Test("A deal's way in sentences")
  func deal() throws {
    let plan = try Plan.read(yaml: Self.retroactive, file: "plan.yaml").plan
    let statement = try plan.run(
      "deal_id,rep,close_date,amount,cancelled_date\n1,ann,2021-01-05,60000,\n"
        + "2,ann,2021-02-05,50000,2021-03-01\n")[0]
    #expect(
      statement.explanation(of: "2").map(\.plainText) == [
        "\"Sales\" credits 50000.00 USD on 2021-02-05, in the period from 2021-01-01 to 2021-03-31: "
          + "attainment goes from 60% to 110%.",
        "40000.00 USD lie in band 1 and are paid 10%: 4000.00 USD.",
        "Reaching 100000.00 USD changes the pay for what was sold before by 5000.00 USD.",
        "10000.00 USD lie in band 2 and are paid 15%: 1500.00 USD.",
        "That pays 10500.00 USD (plan.yaml:10:34).",
        "It was cancelled on 2021-03-01, when \"Sales\" stood at 7500.00 USD for it at the rates of its "
          + "period; 7500.00 USD are taken back.",
      ])
  }

  @Test("A deal of a period that is one line")
  func pooled() throws {
    let gated = try Plan.read(
      yaml: Self.retroactive.replacing(
        "tiers: retroactive",
        with: "tiers: retroactive\n    gate: {measure: sales, at: 100%, otherwise: 50%}"),
      file: "plan.yaml"
    ).plan
    let statement = try gated.run([("2021-01-05", "60000"), ("2021-02-05", "20000")])
    #expect(statement.deals == ["D1", "D2"])
    #expect(
      statement.explanation(of: "D2").map(\.plainText) == [
        "\"Sales\" credits 20000.00 USD on 2021-02-05, in the period from 2021-01-01 to 2021-03-31: "
          + "attainment goes from 60% to 80%.",
        "The period is paid as one line on its last day: 4000.00 USD for 80000.00 USD (plan.yaml:6:5).",
      ])
  }

  @Test(
    "What is credited of what was sold: a currency, a large deal, a factor, and whose share it is")
  func credit() throws {
    let plan = try Plan.read(
      yaml: """
        plan: Test
        currency: USD
        variable: 40000
        measures:
          sales:
            quota: 400000
            windfall: {over: 200000, credit: 50%}
            multiply: {term: {3 years: 1.2}}
        components:
          - {commission: Sales, measure: sales, period: quarter, pay: 10%}
          - {commission: More, measure: sales, period: quarter, pay: 1%}
        """, file: "plan.yaml"
    ).plan
    let deals = try Deals.read(
      csv: """
        deal_id,rep,close_date,amount,currency,share,term
        1,ann,2021-02-05,200000,EUR,25%,3 years
        1,bob,2021-02-05,200000,EUR,75%,3 years
        2,ann,2021-02-06,50000,USD,,1 year

        """, file: "deals.csv", for: plan
    ).deals
    let rates = try MonthlyRates.read(
      csv: "currency,month,rate\nEUR,2021-02,1.2\n", file: "rates.csv")
    let statement = try plan.statements(for: deals, rates: rates).statements[0]
    // 200,000 € are 240,000 $; of the 40,000 above 200,000 a half counts; times 1.2; a quarter of it.
    #expect(
      statement.explanation(of: "1").map(\.plainText).prefix(6) == [
        "It was sold for 200000 EUR.", "A EUR is worth 1.2 USD in 2021-02: 240000.00 USD.",
        "What is above 200000.00 USD counts 50%: 220000.00 USD.",
        "Its \"term\" is \"3 years\", and it counts 1.2 times: 264000.00 USD.",
        "25% of it is the share of ann: 66000.00 USD.",
        "\"Sales\" credits 66000.00 USD on 2021-02-05, in the period from 2021-01-01 to 2021-03-31: "
          + "attainment goes from 0% to 66%.",
      ])
    // Two components pay on the measure, and its credit is told once.
    let told = statement.explanation(of: "1").map(\.plainText)
    #expect(told.count { $0.hasPrefix("It was sold") } == 1)
    #expect(told.contains { $0.hasPrefix("\"More\" credits 66000.00 USD") })
    #expect(
      statement.explanation(of: "2").first?.plainText.hasPrefix("\"Sales\" credits 50000.00 USD")
        == true)
  }

  @Test("Why a deal has no line")
  func uncredited() throws {
    let plan = try Plan.read(
      yaml: """
        plan: Test
        currency: USD
        variable: 40000
        measures:
          sales: {quota: 400000, where: {stage: Closed Won, product: {not: Legacy}}}
          team: {team: true}
          retention: {scored: true}
        components:
          - {commission: Sales, measure: sales, period: quarter, pay: 1x}
          - {bonus: Club, measure: sales, period: year, at: 100%, pay: 1000}
          - {override: Team, measure: team, period: quarter, pay: 1%}
          - {commission: Kept, measure: retention, period: quarter, pay: 1x, target: 0}
          - {spiff: Push, pay: 10 each, where: {product: New}, from: 2021-03-01}
        """, file: "plan.yaml"
    ).plan
    let deals = try Deals.read(
      csv: """
        deal_id,rep,close_date,amount,stage,product
        1,ann,2021-01-05,60000,Lost,Legacy
        2,ann,2021-01-06,60000,Closed Won,New

        """, file: "deals.csv", for: plan
    ).deals
    #expect(
      plan.reasonsUncredited(deals.rows[0], in: deals).map(\.plainText) == [
        "The measure \"sales\" counts deals whose stage is Closed Won, and this one's is Lost.",
        "The measure \"team\" counts deals that are won, and this one is not.",
        "The measure \"retention\" is scored and counts no deals.",
        "The spiff \"Push\" pays for deals that are won, and this one is not.",
      ])
    #expect(
      plan.reasonsUncredited(deals.rows[1], in: deals).map(\.plainText) == [
        "The bonus \"Club\" counts it, but pays only on the deal that reaches its level.",
        "The measure \"team\" counts the deals of the people who report to a person.",
        "The measure \"retention\" is scored and counts no deals.",
        "The spiff \"Push\" begins on 2021-03-01.",
      ])
  }

  @Test("The next step of the quarter")
  func nextStep() throws {
    let plan = try Plan.read(
      yaml: Self.retroactive.replacing("tiers: retroactive", with: "tiers: marginal"),
      file: "p.yaml"
    ).plan
    let statement = try plan.run([("2021-01-05", "68750")])
    let march = try #require(CalendarDate(iso: "2021-03-01"))
    let step = try #require(statement.nextSteps(on: march).first)
    #expect(step.needed == 31250)
    #expect(step.rate == (try Ratio(1, over: 10)))
    #expect(step.nextRate == (try Ratio(15, over: 100)))
    #expect(step.jump == 0)
    #expect(statement.nextSteps(on: march.addingMonths(12)).isEmpty)
  }

  @Test("Portions sum to the difference of the curve", arguments: 0..<4)
  func portions(_ seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    for _ in 0..<40 {
      let (yaml, _, _, _) = BruteForceTests.plan(using: &random)
      let plan = try Plan.read(yaml: yaml, file: "random.yaml").plan
      let curve = try plan.periodCurves()[0].curve
      for _ in 0..<10 {
        let ends = [
          Int.random(in: -50...400, using: &random), Int.random(in: -50...400, using: &random),
        ]
        let (low, high) = (Ratio(ends.min() ?? 0), Ratio(ends.max() ?? 0))
        var sum = Ratio.zero
        for portion in try curve.portions(from: low, to: high) { sum = try sum + portion.pay }
        #expect(sum == (try curve.pay(at: high) - curve.pay(at: low)))
      }
    }
  }

  @Test("Other readings of bands and draws, priced")
  func readings() throws {
    let plan = try Plan.read(
      yaml: Self.retroactive + "\ndraw: {kind: recoverable, amount: 1000, per: month}",
      file: "p.yaml"
    ).plan
    let readings = plan.otherReadings
    #expect(
      readings.map(\.name) == ["marginal", "by deal", "draw: non-recoverable", "draw: added"])
    let attainment = try Ratio(12, over: 10)
    #expect(try plan.earnings(attainment: attainment).incentive.fixedPoint == "72000.00")
    // A quarter of 120,000: 100,000 at 10 % and 20,000 at 15 %.
    #expect(try readings[0].earnings(attainment: attainment).incentive.fixedPoint == "52000.00")
    // Three deals of 40,000: the third starts at 80 % and is paid 10 % as a whole.
    #expect(try readings[1].earnings(attainment: attainment).incentive.fixedPoint == "48000.00")
    #expect(try readings[3].earnings(attainment: attainment).draw.fixedPoint == "12000.00")
  }

  @Test("The totals of a plan")
  func totals() throws {
    let plan = try Plan.read(yaml: Self.retroactive, file: "plan.yaml").plan
    let deals = try Deals.read(
      csv: "deal_id,rep,close_date,amount\n1,ann,2021-01-05,60000\n2,bob,2021-02-05,40000\n",
      file: "deals.csv", for: plan
    ).deals
    let totals = try plan.statements(for: deals).totals
    #expect(totals.credit == 100_000)
    #expect(totals.cost.fixedPoint == "10000.00")
    #expect(totals.costOfCredit == (try Ratio(1, over: 10)))
    #expect(totals.shareOfTarget == (try Ratio(1, over: 8)))
  }
}
