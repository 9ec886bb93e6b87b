import Amounts
import Findings
import PayPlans
import PlanFiles
import TestSupport
import Testing
import YAMLReading

/// The examples of `docs/plan-format.md`: a plan with the files and figures that follow it.
struct PlanExample: CustomTestStringConvertible, Sendable {
  var line: Int
  var yaml: String
  var tables: [String] = []
  var figures: [String] = []
  var testDescription: String { "line \(line)" }

  func table(startingWith header: String) -> String? {
    tables.first { $0.hasPrefix(header) }
  }

  /// The plan that gives what an example leaves out, and the examples.
  static let all: (defaults: String, examples: [PlanExample]) = {
    let text = (try? Checkout.text("docs/plan-format.md")) ?? ""
    var defaults = ""
    var examples: [PlanExample] = []
    for block in FencedBlock.all(in: text) {
      switch block.kind {
      case "yaml defaults": defaults = block.text
      case "yaml": examples.append(PlanExample(line: block.line, yaml: block.text))
      case "csv": examples[examples.count - 1].tables.append(block.text)
      default: examples[examples.count - 1].figures += block.lines
      }
    }
    return (defaults, examples)
  }()
}

/// Runs every example of `docs/plan-format.md`.
@Suite("The documentation of the plan file")
struct DocumentationTests {
  /// Adds the default of every top-level key that an example leaves out.
  static func completed(_ yaml: String) throws -> String {
    let written = try YAMLDocument(text: yaml, file: "example").root.entries?.map(\.name) ?? []
    let missing = PlanExample.all.defaults.split(separator: "\n").filter { line in
      let key = String(line.prefix { $0 != ":" })
      // `ote` says what `variable` does.
      return !written.contains(key) && !(key == "variable" && written.contains("ote"))
    }
    return yaml + missing.joined(separator: "\n") + "\n"
  }

  @Test("There are examples, and each has figures")
  func examples() {
    #expect(PlanExample.all.examples.count > 40)
    #expect(PlanExample.all.examples.allSatisfy { !$0.figures.isEmpty })
  }

  @Test("An example comes out as it is printed", arguments: PlanExample.all.examples)
  func example(_ example: PlanExample) throws {
    let yaml = try Self.completed(example.yaml)
    let result: (plan: Plan, findings: FindingLog)
    do {
      result = try Plan.read(yaml: yaml, file: "example.yaml")
    } catch {
      #expect(example.figures == error.log.findings.map { "error: \($0.message.plainText)" })
      return
    }
    let plan = result.plan
    let deals = example.table(startingWith: "deal_id")
    let statement = try deals.flatMap {
      try plan.run(
        $0,
        roster: example.tables.first {
          $0.hasPrefix("rep") && !$0.hasPrefix("rep,period_end") && !$0.hasPrefix("rep,date")
        },
        scores: example.table(startingWith: "rep,period_end"),
        rates: example.table(startingWith: "currency"),
        adjustments: example.table(startingWith: "rep,date"),
        receipts: example.table(startingWith: "deal,date")
      ).first
    }
    for figure in example.figures {
      let parts = figure.split(separator: ":", maxSplits: 1).map(String.init)
      let key = parts[0]
      let printed = parts[1].dropFirst()
      let actual = try Self.value(key, printed: String(printed), plan, statement, result.findings)
      #expect(actual == printed, "\(key)")
    }
  }

  static func value(
    _ key: String, printed: String, _ plan: Plan, _ statement: Statement?, _ findings: FindingLog
  ) throws -> String {
    let words = key.split(separator: " ")
    if words.count == 3, words[1] == "at" {
      let percent = try #require(Ratio(decimal: words[2].dropLast()))
      let earnings = try plan.earnings(attainment: percent / 100)
      return (words[0] == "total" ? earnings.paid : earnings.incentive).fixedPoint
    }
    switch key {
    case "warning": return findings.findings.map(\.message.plainText).joined(separator: ", ")
    case "base" where statement == nil: return try plan.earnings(attainment: 1).base.fixedPoint
    default: break
    }
    let statement = try #require(statement)
    let first = statement.periods.filter { $0.component == statement.periods.first?.component }
    let count = printed.split(separator: ",").count
    switch key {
    case "lines":
      return statement.lines.map { "\($0.deal ?? $0.date.description) \($0.pay.fixedPoint)" }
        .joined(separator: ", ")
    case "paid":
      return statement.months.filter {
        $0.incentivePaid.minorUnits != 0 || printed.contains("\($0.firstDay.yearMonth) 0.00")
      }.map { "\($0.firstDay.yearMonth) \($0.incentivePaid.fixedPoint)" }.joined(separator: ", ")
    case "quota":
      return first.prefix(count).map { $0.quota?.fixedPoint(places: 2) ?? "none" }
        .joined(separator: ", ")
    case "target":
      return first.prefix(count).map { $0.target?.fixedPoint(places: 2) ?? "none" }
        .joined(separator: ", ")
    case "base": return statement.base.fixedPoint
    case "earned": return statement.earned.fixedPoint
    case "not due": return statement.notDue.fixedPoint
    case "lapsed": return statement.lapsed.fixedPoint
    case "clawback": return statement.clawback.fixedPoint
    case "guarantee": return statement.guarantee.fixedPoint
    case "draw": return statement.draw.fixedPoint
    case "owed draw": return statement.owedDraw.fixedPoint
    case "owed clawback": return statement.owedClawback.fixedPoint
    case "overpaid": return statement.components[0].overpaid.fixedPoint
    default: return "unknown figure"
    }
  }
}
