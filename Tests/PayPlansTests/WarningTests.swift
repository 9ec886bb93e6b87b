import Amounts
import Findings
import PayPlans
import PlanFiles
import Testing

@Suite("Warnings of a plan")
struct WarningTests {
  static func warnings(_ yaml: String) throws -> [Finding] {
    try Plan.read(yaml: yaml, file: "plan.yaml").findings.findings
  }

  static func plan(
    rates: String = "[{to: 100%, pay: 1x}, {pay: 2x}]", tiers: String = "marginal",
    period: String = "quarter", more: String = "", around: String = "", quota: Int = 600_000,
    target: String = ""
  ) -> String {
    """
    plan: Test
    currency: USD
    base: 60000
    variable: 60000
    measures:
      sales: {quota: \(quota)}
    components:
      - commission: Sales
        measure: sales
        period: \(period)
        tiers: \(tiers)
        rates: \(rates)
    \(target)\(more)\(around)
    """
  }

  struct Case: CustomTestStringConvertible, Sendable {
    let yaml: String
    let kind: Finding.Kind
    let message: String
    var testDescription: String { kind.rawValue }
  }

  @Test("A sound plan gives none")
  func sound() throws {
    #expect(try Self.warnings(Self.plan()) == [])
  }

  @Test("What is paid on a measure without a quota hides no trap of the main commission")
  func besides() throws {
    let plan = try Plan.read(
      yaml: """
        plan: Kicker
        currency: USD
        base: 95000
        variable: 95000
        measures:
          acv: {quota: 1100000, multiply: {region: {West: 50%}}}
          multi-year: {multiply: {term: [{to: 24, times: 0}, {through: 36, times: 50%}, {times: 1}]}}
        components:
          - {commission: ACV, measure: acv, period: year, pay: 10%}
          - {commission: Kicker, measure: multi-year, period: deal, pay: 2%}
        draw: {kind: non-recoverable, amount: 7900, per: month}
        """, file: "plan.yaml")
    #expect(plan.findings.findings.map(\.kind) == ["plan.target", "plan.floor-period"])
    #expect(
      plan.plan.summary.map(\.plainText).dropFirst().prefix(2) == [
        "\"acv\" counts the amount of deals, times 50% where region is west, with a quota of 1,100,000 USD a year.",
        "\"multi-year\" counts the amount of deals, times, by its term, 0% below 24, 50% through 36, 100% from there on.",
      ])
  }

  @Test(
    "A trap is named",
    arguments: [
      Case(
        yaml: plan(target: "    target: 90%\n"), kind: "plan.weights",
        message:
          "the targets of the components sum to 90% of the variable, 54000.00 USD of 60000.00 USD"),
      Case(
        yaml: plan(rates: "[{to: 50%, pay: 0.5x}, {to: 100%, pay: 1x}, {pay: 1.5x}]"),
        kind: "plan.target",
        message:
          "at exactly 100% of quota \"Sales\" pays 75% of its target, 11250.00 USD of 15000.00 USD"),
      Case(
        yaml: plan(tiers: "retroactive"), kind: "plan.cliff",
        message: "at 100% the pay of the quarter jumps by 15000.00 USD: the last cent of credit "
          + "pays that at once, and to reach it, it pays to move deals between periods"),
      Case(
        yaml: plan(rates: "[{to: 120%, pay: 1x}, {pay: 0.5x}]", tiers: "retroactive"),
        kind: "plan.falling-rate",
        message:
          "at 120% the pay of the quarter falls by 9000.00 USD: a lower rate pays for all credit"),
      Case(
        yaml: plan(rates: "[{to: 100%, pay: 10%}, {pay: 1.5x}]"), kind: "plan.multiple",
        message: "a multiple stands beside other rates: 1x is target ÷ quota, 10% of the credit, "
          + "and not the rate of the band before"),
      Case(
        yaml: plan(tiers: "by deal"), kind: "plan.by-deal",
        message: "\"Sales\" pays by deal: the same deals in another order pay differently"),
      Case(
        yaml: plan(quota: 50000), kind: "plan.quota-period",
        message:
          "the quota of \"sales\", 50000.00 USD a year, is less than twice the target that it pays, 60000.00 USD"
      ),
      Case(
        yaml: plan(rates: "[{to: 600000, pay: 10%}, {pay: 20%}]"), kind: "plan.quota-period",
        message:
          "the band ends at 600000, the quota of the year, but attainment starts again every quarter"
      ),
      Case(
        yaml: plan(rates: "[{to: 149999.99, pay: 10%}, {pay: 20%}]"), kind: "plan.closed-bound",
        message: "a band that ends at 149999.99 leaves out the last cent before 150000"),
      Case(
        yaml: plan(around: "guarantee: {share: 50%, months: 6, per: month}"),
        kind: "plan.floor-period",
        message:
          "the guarantee is compared with what is due in a month, but commission is earned by a "
          + "longer period: a weak month and a strong one pay twice"),
      Case(
        yaml: plan(
          rates: "[{to: 100%, pay: 1x}, {to: 250%, pay: 2x}, {pay: 3x}]", more: "    cap: 150%\n"),
        kind: "plan.cap",
        message: "the cap of \"Sales\" is reached below the last band, which never pays"),
      Case(
        yaml: plan(around: "draw: {kind: recoverable, amount: 6000, per: month}"),
        kind: "plan.draw",
        message: "at 100% of quota 12000.00 USD of the draw are still owed at the end of the year"),
      Case(
        yaml: plan(around: "clawback: {within: 12 months}"), kind: "plan.clawback-leavers",
        message: "a deal that closes late in the year can be cancelled after it: the plan does not "
          + "say what a rep who has left gives back"),
      Case(
        yaml: plan(around: "versions:\n  - {from: 2021-05-01, variable: 70000}"),
        kind: "plan.version",
        message:
          "\"Sales\" counts by quarter, so the terms from 2021-05-01 hold for it from 2021-07-01 on"
      ),
      Case(
        yaml: plan().replacing("sales: {quota: 600000}", with: "sales: {quota: 600000}\n  rest:"),
        kind: "plan.unused-measure", message: "nothing is paid on the measure \"rest\""),
    ])
  func trap(_ trap: Case) throws {
    let warnings = try Self.warnings(trap.yaml)
    let finding = warnings.first { $0.kind == trap.kind }
    #expect(finding?.message.plainText == trap.message, "\(warnings.map(\.description))")
    #expect(finding?.place?.line != nil)
    #expect(finding?.severity != .error)
  }

  @Test(
    "Published mistakes are caught",
    arguments: [
      ("sourcegraph-ce", "plan.weights"), ("revopsmasters-decelerator", "plan.target"),
      ("scribd-462556092", "plan.target"), ("earnbase-retroactive", "plan.cliff"),
    ] as [(String, Finding.Kind)])
  func published(_ name: String, kind: Finding.Kind) throws {
    let plan = try PayPlansTests.published(name)
    #expect(plan.warnings().contains { $0.kind == kind })
  }

  @Test("A gate on a measure that nobody credits is named when deals are paid")
  func uncredited() throws {
    let plan = try Plan.read(
      yaml: Self.plan(more: "    gate: {measure: services, at: 80%}\n").replacing(
        "sales: {quota: 600000}",
        with: "sales: {quota: 600000}\n  services: {quota: 60000, where: {kind: services}}"),
      file: "plan.yaml"
    ).plan
    let deals = try Deals.read(
      csv: "deal_id,rep,close_date,amount,kind\n1,ann,2021-02-01,1,service\n", file: "deals.csv",
      for: plan
    ).deals
    let findings = try plan.statements(for: deals).findings.findings
    #expect(
      findings.map(\.message.plainText) == [
        "\"Sales\" depends on the measure \"services\", but no deal counts for it",
        "no deal has \"services\" in \"kind\", and 1 has \"service\", which the plan does not name",
      ])
    #expect(findings.first?.place?.description == "plan.yaml:9:5")
  }

  @Test("The first plan has no warnings")
  func first() throws {
    #expect(
      try Plan.read(path: datasets("plans/account-executive-2021.yaml")).findings.findings == [])
  }
}
