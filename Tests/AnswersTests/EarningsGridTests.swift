import Amounts
import PayAnswers
import PayPlans
import PlanFiles
import Reporting
import Testing

@testable import Answers

@Suite("Pay by attainment")
struct EarningsGridTests {
  private static func plan(_ lines: [String]) throws -> Plan {
    let head = ["plan: P", "currency: USD", "base: 36000", "variable: 60000"]
    return try Plan.read(yaml: (head + lines).joined(separator: "\n") + "\n", file: "p.yaml").plan
  }

  private static func grid(_ lines: [String], quotas: [Ratio] = []) throws -> EarningsGrid {
    let half = try Ratio(1, over: 2)
    return try EarningsGrid(plan: plan(lines), quotas: quotas, axis: .attainment([half, 1]))
  }

  static let quota = "measures: {sales: {quota: 600000}}"

  @Test(
    "It depends on the quota where rates are of sales or levels are amounts, however few are shown",
    arguments: [
      ("{commission: C, measure: sales, period: year, pay: 1x}", true),
      ("{commission: C, measure: sales, period: year, pay: 10%}", false),
      ("{bonus: B, measure: sales, period: year, at: 500000, pay: 1000}", false),
      ("{bonus: B, measure: sales, period: year, at: 100%, pay: 1000}", true),
    ])
  func dependence(component: String, isAlike: Bool) throws {
    for quotas in [[], [Ratio(700_000)], [Ratio(600_000), Ratio(1_200_000)]] {
      let grid = try Self.grid([Self.quota, "components:", "  - \(component)"], quotas: quotas)
      #expect(grid.paysAlikeOnEveryQuota == isAlike)
      let text = grid.document.markdown()
      #expect(text.contains("It does not depend on the quota") == isAlike)
    }
  }

  @Test("Where there is no quota nothing is said of one")
  func scored() throws {
    let grid = try Self.grid([
      "measures: {score: {scored: true}}", "components:",
      "  - {commission: C, measure: score, period: year, pay: 1x}",
    ])
    #expect(grid.paysAlikeOnEveryQuota == nil)
    #expect(!grid.document.markdown().contains("quota"))
  }

  @Test("What attainment does not say is listed, and only where there is something")
  func assumptions() throws {
    let plain = try Self.grid([
      Self.quota, "components:", "  - {commission: C, measure: sales, period: year, pay: 1x}",
    ])
    #expect(plain.assumptions.isEmpty)
    let grid = try Self.grid([
      "measures:", "  sales: {quota: 600000, multiply: {kind: {new: 2}}}",
      "  services: {quota: 100000}", "  health: {scored: true}", "components:",
      "  - {commission: C, measure: sales, period: quarter, target: 80%, tiers: by deal, rates: [{to: 100%, pay: 1x}, {pay: 2x}], gate: [{measure: services, at: 50%}, {measure: health, at: 80%}]}",
      "  - {objectives: Goals, period: quarter, target: 20%, goals: {Hire two people: 100%}}",
      "  - {spiff: Gold, pay: 100 each}", "draw: {kind: added, amount: 500, per: month, months: 3}",
    ])
    #expect(
      grid.assumptions == [
        .sameAttainment(["services"]), .evenPeriods(["C"]),
        .onTarget(["Hire two people", "health"]),
        .withoutDeals(["Gold"]), .creditAfterFactors(["sales"]), .dealsAsMarginal(["C"]),
        .drawFromStart(months: 3),
      ])
    let text = grid.document.markdown()
    for name in ["Hire two people, health", "Gold", "What was assumed"] {
      #expect(text.contains(name))
    }
  }

  // 36,000 of base; 12 advances of 6,000 less 2,500 a month that half of 60,000 earns.
  @Test("A recoverable draw is paid and owed, under the names of a statement")
  func draw() throws {
    let grid = try Self.grid([
      Self.quota, "components:", "  - {commission: C, measure: sales, period: month, pay: 1x}",
      "draw: {kind: recoverable, amount: 6000, per: month}",
    ])
    let points = try #require(grid.tables.first?.table)
    let keys = points.columns.map(\.key)
    let row = try #require(points.records.first)
    func value(_ key: String) throws -> RecordValue {
      row[try #require(keys.firstIndex(of: key))]
    }
    func money(_ dollars: Int64) -> RecordValue {
      .money(Money(minorUnits: dollars * 100, currency: .usd))
    }
    #expect(try value("incentive") == money(30_000))
    #expect(try value("draw") == money(42_000))
    #expect(try value("owed_draw") == money(42_000))
    #expect(try value("total") == money(108_000))
    #expect(try value("kept") == money(66_000))
    let text = grid.document.markdown()
    #expect(text.contains("Total paid") && text.contains("Owed on the draw"))
  }
}
