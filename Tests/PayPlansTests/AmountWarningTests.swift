import Findings
import Foundation
import PayPlans
import PlanFiles
import Testing

@Suite("Numbers without a percent sign")
struct AmountWarningTests {
  static func warnings(_ yaml: String) throws -> [String] {
    try WarningTests.warnings(yaml).map {
      "\($0.subject): \($0.message.plainText) | \($0.remedy?.plainText ?? "")"
    }
  }

  struct Case: CustomTestStringConvertible, Sendable {
    let yaml: String
    let message: String
    var testDescription: String { message }
  }

  static let gated = WarningTests.plan(more: "    gate: {measure: margin, at: 80}\n")

  @Test(
    "A percentage is probably meant",
    arguments: [
      Case(
        yaml: WarningTests.plan(more: "    threshold: 50\n"),
        message:
          "plan.yaml:8:5: the threshold of \"Sales\" is 50.00 USD here, hardly anything beside the quota of 150000.00 USD | did you mean 50%?"
      ),
      Case(
        yaml: WarningTests.plan(more: "    cap: 150\n"),
        message:
          "plan.yaml:8:5: the cap of \"Sales\" is 150.00 USD here, hardly anything beside its target of 15000.00 USD | did you mean 150%?"
      ),
      Case(
        yaml: WarningTests.plan(more: "    cap: {attainment: 150}\n"),
        message:
          "plan.yaml:8:5: the cap on the attainment of \"Sales\" is 150.00 USD here, hardly anything beside the quota of 150000.00 USD | did you mean 150%?"
      ),
      Case(
        yaml: WarningTests.plan(around: "cap: 300"),
        message:
          "plan.yaml:1:1: the cap of the plan is 300.00 USD here, hardly anything beside the variable of 60000.00 USD | did you mean 300%?"
      ),
      Case(
        yaml: gated.replacing(
          "sales: {quota: 600000}", with: "sales: {quota: 600000}\n  margin: {quota: 100000}"),
        message:
          "plan.yaml:14:11: `at` of the gate of \"Sales\" is 80.00 USD here, hardly anything beside the quota of 25000.00 USD | did you mean 80%?"
      ),
      Case(
        yaml: gated.replacing(
          "sales: {quota: 600000}", with: "sales: {quota: 600000}\n  margin: {scored: true}"),
        message:
          "plan.yaml:14:11: `at` of the gate of \"Sales\" is 80, and a score of 100% is 1 | did you mean 80%?"
      ),
      Case(
        yaml: WarningTests.plan(
          more: "    multiplier: {measure: sales, steps: [{to: 90%, times: 80}, {times: 1}]}\n"),
        message: "plan.yaml:8:5: the multiplier of \"Sales\" is times 80 | did you mean 80%?"
      ),
      Case(
        yaml: WarningTests.plan(
          more: "  - {bonus: Club, measure: sales, period: year, at: 100, pay: 5000}\n"),
        message:
          "plan.yaml:13:5: `at` of \"Club\" is 100.00 USD here, hardly anything beside the quota of 600000.00 USD | did you mean 100%?"
      ),
      Case(
        yaml: WarningTests.plan(rates: "[{to: 100, pay: 10%}, {pay: 20%}]"),
        message:
          "plan.yaml:12:13: `to` of a band of \"Sales\" is 100.00 USD here, hardly anything beside the quota of 150000.00 USD | did you mean 100%?"
      ),
      Case(
        yaml: WarningTests.plan(more: "    cap: 10%\n"),
        message:
          "plan.yaml:8:5: the cap of \"Sales\" stops its pay at 1500.00 USD, before its target of 15000.00 USD | is it the cap above 100%? write 110% for a tenth above the target"
      ),
    ])
  func warned(_ trap: Case) throws {
    let found = try Self.warnings(trap.yaml)
    #expect(found.contains(trap.message), "\(found)")
  }

  @Test(
    "What the same number can mean is left alone",
    arguments: [
      WarningTests.plan(more: "    threshold: 50%\n"), WarningTests.plan(more: "    cap: 60000\n"),
      WarningTests.plan(more: "    threshold: 20000\n"), WarningTests.plan(quota: 130_000),
    ])
  func sound(_ yaml: String) throws {
    #expect(try WarningTests.warnings(yaml).filter { $0.kind == "plan.amount" } == [])
  }

  @Test("No plan of the project is suspected")
  func samples() throws {
    for folder in ["plans", "../Tests/PayPlansTests/Published"] {
      for name in try FileManager.default.contentsOfDirectory(atPath: datasets(folder))
      where name.hasSuffix(".yaml") {
        let findings = try Plan.read(path: datasets("\(folder)/\(name)")).findings.findings
        #expect(findings.filter { $0.kind == "plan.amount" } == [], "\(name)")
      }
    }
  }

  @Test(
    "A remedy can be written as it is proposed",
    arguments: [
      (
        "commission: C, measure: sales, period: month, pay: 0.08",
        "write 8% of the credit, or 0.08x for a multiple"
      ),
      (
        "commission: C, measure: sales, period: month, pay: $5",
        "the measure counts money: write a percentage of the credit"
      ),
      ("commission: C, measure: seats, period: month, pay: 250", "write 250 each"),
      ("spiff: S, pay: 500", "write 500 each"),
      ("spiff: S, pay: $500", "write $500 each"),
    ])
  func remedies(_ component: String, remedy: String) {
    let yaml = """
      plan: Flat
      currency: USD
      measures: {sales: {}, seats: {unit: seats}}
      components: [{\(component)}]
      """
    #expect(failure(yaml).map(\.remedy?.plainText) == [remedy])
  }
}
