import Amounts
import Findings
import PayPlans
import PlanFiles
import Testing

/// A ramp at 0 % leaves a period without a quota, where "10 % to quota, then 15 %" means nothing.
@Suite("Periods without a quota")
struct WithoutQuotaTests {
  static func yaml(
    _ pay: String = "tiers: marginal, rates: [{to: 100%, pay: 10%}, {pay: 15%}]",
    _ more: String = "", quota: String = "quota: 400000, ramp: [0%, 50%]", around: String = ""
  ) -> String {
    """
    plan: Ramp
    currency: USD
    variable: 40000
    measures: {bookings: {\(quota)}}
    components:
      - {commission: New business, measure: bookings, period: month, \(pay)\(more)}
    \(around)
    """
  }

  static let deals = "deal_id,rep,close_date,amount\nD1,ann,2021-01-20,100000\n"
  static let roster = "rep,hire_date\nann,2021-01-01\n"

  static func run(_ yaml: String, _ deals: String = deals) throws -> (Statement, [String]) {
    let plan = try Plan.read(yaml: yaml, file: "plan.yaml").plan
    let run = try plan.statements(
      for: Deals.read(csv: deals, file: "deals.csv", for: plan).deals,
      roster: Roster.read(csv: roster, file: "roster.csv", for: plan).roster)
    return (try #require(run.statements.first), run.findings.findings.map(\.message.plainText))
  }

  // 100,000 at 10 % is 10,000, as a flat rate pays it.
  @Test(
    "The first rate pays for all credit, and without a word nothing is paid",
    arguments: [
      ("tiers: marginal, rates: [{to: 100%, pay: 10%}, {pay: 15%}]", "10000.00"),
      ("tiers: retroactive, rates: [{to: 100%, pay: 10%}, {pay: 15%}]", "10000.00"),
      ("tiers: by deal, rates: [{to: 100%, pay: 10%}, {pay: 15%}]", "10000.00"),
      ("pay: 10%, threshold: 50%", "10000.00"),
      ("pay: 10%, threshold: {at: 50%, pays: above}", "10000.00"),
      ("pay: 10%, cap: {attainment: 150%}", "10000.00"),
      // A multiple is then one of the base rate of the year, 40,000 ÷ 400,000.
      ("pay: 1x", "10000.00"),
      ("tiers: marginal, rates: [{to: 100%, pay: 0.5x}, {pay: 2x}]", "5000.00"),
      ("pay: 10%, threshold: 50%, cap: 3000", "3000.00"),
    ])
  func pays(_ pay: String, amount: String) throws {
    let (silent, warned) = try Self.run(Self.yaml(pay))
    #expect(silent.earned.fixedPoint == "0.00")
    #expect(
      warned == [
        "\"ann\" has credit but no quota from 2021-01-01 to 2021-01-31, so there is no attainment, and \"New business\" pays nothing for it"
      ])
    let (first, none) = try Self.run(Self.yaml(pay, ", without quota: first rate"))
    #expect(first.earned.fixedPoint == amount)
    #expect(none == [])
    let (nothing, silence) = try Self.run(Self.yaml(pay, ", without quota: nothing"))
    #expect(nothing.earned.fixedPoint == "0.00")
    #expect(silence == [])
  }

  @Test("Where there is a quota the key changes nothing, and a flat rate needs none")
  func otherwise() throws {
    let deals = "deal_id,rep,close_date,amount\nD1,ann,2021-03-20,100000\n"
    let tiers = "tiers: marginal, rates: [{to: 100%, pay: 10%}, {pay: 15%}]"
    // A month's quota is 33,333.33; 3,333.33 and 15 % of 66,666.67.
    for key in ["", ", without quota: first rate", ", without quota: nothing"] {
      #expect(try Self.run(Self.yaml(tiers, key), deals).0.earned.fixedPoint == "13333.33")
    }
    #expect(try Self.run(Self.yaml("pay: 10%")).0.earned.fixedPoint == "10000.00")
    #expect(try Self.run(Self.yaml("pay: 10%")).1 == [])
    // Who writes it down means it for a flat rate, too.
    #expect(
      try Self.run(Self.yaml("pay: 10%", ", without quota: nothing")).0.earned.fixedPoint == "0.00")
  }

  @Test("A year to date that begins without a quota goes on from what was paid")
  func yearToDate() throws {
    let deals =
      "deal_id,rep,close_date,amount\nD1,ann,2021-01-20,10000\nD2,ann,2021-02-20,10000\n"
    let (statement, _) = try Self.run(
      Self.yaml(
        "accumulate: year to date, tiers: marginal, rates: [{to: 100%, pay: 10%}, {pay: 15%}]",
        ", without quota: first rate"), deals)
    // February's quota is 16,666.67: 20,000 pays 1,666.67 + 15 % of 3,333.33 in all.
    #expect(statement.pays == ["1000.00", "1166.67"])
  }

  @Test("An explanation says why")
  func explains() throws {
    let silent = try Self.run(Self.yaml()).0.explanation(of: "D1").map(\.plainText)
    #expect(
      silent.contains(
        "The period has no quota, so there is no attainment, and what depends on it pays nothing."))
    #expect(!silent.contains { $0.contains("band 1") })
    let first = try Self.run(Self.yaml(Self.tiers, ", without quota: first rate")).0
      .explanation(of: "D1").map(\.plainText)
    #expect(first.contains("The period has no quota, so there is no attainment."))
    #expect(first.contains("100000.00 USD lie in band 1 and are paid 10%: 10000.00 USD."))
  }

  private static let tiers = "tiers: marginal, rates: [{to: 100%, pay: 10%}, {pay: 15%}]"

  @Test(
    "A plan that can come to have no quota is warned about",
    arguments: [
      (
        yaml(),
        "the quota of \"bookings\" is 0% in month 1 of service: without a quota there is no attainment, and \"New business\" pays nothing for what is sold then"
      ),
      (
        yaml(quota: "quota: 400000, ramp: [0%, 50%, 0%]"),
        "the quota of \"bookings\" is 0% in some of the months 1 to 3 of service: without a quota there is no attainment, and \"New business\" pays nothing for what is sold then"
      ),
      (
        yaml(quota: "quota: 400000, phasing: [0%, 50%, 25%, 25%]"),
        "the quota of \"bookings\" is 0% in a part of the year: without a quota there is no attainment, and \"New business\" pays nothing for what is sold then"
      ),
      (
        yaml("pay: 10%, gate: {measure: bookings, at: 50%}"),
        "the quota of \"bookings\" is 0% in month 1 of service: without a quota there is no attainment, and the gate of \"New business\" is not met"
      ),
      (
        yaml(
          "pay: 1x, cap: 200%, without quota: first rate",
          quota: "quota: 400000, ramp: {quota: [0%], target: [0%]}"),
        "the quota of \"bookings\" is 0% in month 1 of service, and so is the target, of which the cap of \"New business\" is a share: nothing is paid then"
      ),
    ])
  func warns(_ yaml: String, message: String) throws {
    let found = try Plan.read(yaml: yaml, file: "plan.yaml").findings.findings
      .filter { $0.kind == "plan.no-quota" }
    #expect(found.map(\.message.plainText) == [message])
    #expect(found.allSatisfy { $0.severity == .warning && $0.remedy?.plainText != nil })
  }

  @Test(
    "What cannot be meant is refused",
    arguments: [
      (
        "pay: 10%, without quota: base rate",
        "without quota must be one of nothing, first rate"
      ),
      (
        "tiers: interpolated, rates: [{at: 0%, pay: 0%}, {at: 100%, pay: 100%}], without quota: first rate",
        "`interpolated` rates have no first rate"
      ),
    ])
  func refuses(_ pay: String, message: String) throws {
    let found = failure(Self.yaml(pay)).map(\.message.plainText)
    #expect(found.count == 1 && found[0].contains(message), "\(found)")
  }

  @Test("The summary says it")
  func summary() throws {
    let plan = try Plan.read(
      yaml: Self.yaml(Self.tiers, ", without quota: first rate"), file: "plan.yaml"
    ).plan
    #expect(
      plan.summary.map(\.plainText).contains {
        $0.contains("; the first rate where there is no quota")
      })
  }
}
