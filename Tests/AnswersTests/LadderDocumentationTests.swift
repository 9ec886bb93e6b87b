import Amounts
import CareerAnswers
import PayPlans
import PlanFiles
import Simulation
import Statistics
import TestSupport
import Testing
import YAMLReading

/// An example of `docs/ladder-format.md`: a ladder and what careers on it come to.
struct LadderExample: CustomTestStringConvertible, Sendable {
  var line: Int
  var yaml: String
  var figures: [String] = []
  var testDescription: String { "line \(line)" }

  /// The keys that examples leave out, and the examples.
  static let all: (defaults: [String], examples: [LadderExample]) = {
    let text = (try? Checkout.text("docs/ladder-format.md")) ?? ""
    var defaults: [String] = []
    var examples: [LadderExample] = []
    for block in FencedBlock.all(in: text) {
      switch block.kind {
      case "yaml defaults": defaults = block.lines
      case "yaml": examples.append(LadderExample(line: block.line, yaml: block.text))
      case "text": examples[examples.count - 1].figures = block.lines
      default: break
      }
    }
    return (defaults, examples)
  }()

  /// The ladder with the defaults for what it leaves out.
  var completed: String {
    let missing = Self.all.defaults.filter { line in
      let key = "\(line.prefix { $0 != ":" }):"
      return !yaml.hasPrefix(key) && !yaml.contains("\n\(key)")
    }
    return missing.map { $0 + "\n" }.joined() + yaml
  }
}

@Suite("The documentation of the ladder file")
struct LadderDocumentationTests {
  @Test("The file for editors is the schema of the library")
  func schema() throws {
    #expect(try Checkout.recorded("docs/ladder.schema.json", as: Ladder.schema) == Ladder.schema)
  }

  @Test("The manual has the key table of the grammar for every group of a ladder")
  func manual() throws {
    let path = "docs/ladder-format.md"
    let (text, shown) = Grammar.ladder.writingTables(into: try Checkout.text(path))
    #expect(try Checkout.recorded(path, as: text) == text)
    // The others are those of plans, and of offers.
    let others = Set(Grammar.plan.groups.map(\.name)).union(Grammar.offer.groups.map(\.name))
    #expect(Set(Grammar.ladder.groups.map(\.name)).subtracting(others) == Set(shown))
  }

  @Test("The schema accepts what the reader accepts, and every key of a ladder is in an example")
  func accepted() throws {
    var checker = try SchemaChecker(Ladder.schema)
    let bundled = try Checkout.text("datasets/ladders/technology-sales.yaml")
    for ladder in LadderExample.all.examples.map(\.completed) + [bundled] {
      #expect(checker.accepts(try YAMLDocument(text: ladder, file: "x.yaml").root), "\(ladder)")
    }
    let unused = checker.properties.subtracting(checker.used).filter {
      $0.hasPrefix("#/definitions/rung/") || !$0.hasPrefix("#/definitions/")
    }
    #expect(unused.filter { $0.split(separator: "/").count < 5 }.sorted() == [])
  }

  @Test(
    "It refuses what the reader refuses",
    arguments: [
      ("currency: USD", "curency: USD"), ("base: 50000", "base: 50%"),
      ("chance of promotion", "chance of promotin"),
      ("months before promotion: 24", "months before promotion: soon"),
      ("money of: 2021-05", "money of: May 2021"), ("rungs:", "steps:"),
    ])
  func refused(_ text: String, by other: String) throws {
    let sound = try #require(LadderExample.all.examples.first?.completed)
    var checker = try SchemaChecker(Ladder.schema)
    #expect(checker.accepts(try YAMLDocument(text: sound, file: "x.yaml").root))
    let broken = sound.replacing(text, with: other)
    #expect(broken != sound)
    #expect(!checker.accepts(try YAMLDocument(text: broken, file: "x.yaml").root))
    #expect(throws: (any Error).self) { try Ladder.read(yaml: broken, file: "x.yaml") }
  }

  @Test("There are examples, and each has figures")
  func examples() {
    #expect(LadderExample.all.examples.count > 5)
    #expect(LadderExample.all.examples.allSatisfy { !$0.figures.isEmpty })
  }

  @Test("An example comes out as it is printed", arguments: LadderExample.all.examples)
  func example(_ example: LadderExample) throws {
    let ladder = try Ladder.read(yaml: example.completed, file: "ladder.yaml").ladder
    let path = CareerPath(ladder, .init(years: 3, discountRate: 0, trials: 100_000))
    for figure in example.figures {
      let parts = figure.split(separator: ":", maxSplits: 1).map(String.init)
      #expect(try Self.value(parts[0], path) == parts[1].dropFirst(), "\(figure)")
    }
  }

  private static func value(_ key: String, _ path: CareerPath) throws -> String {
    func percentage(_ share: Double) -> String { "\(Int((share * 100).rounded()))%" }
    if key == "money of" { return "\(try #require(path.ladder.moneyOf))" }
    if key == "left after 3 years" { return percentage(path.forecast.shareLeft.value) }
    if let match = key.wholeMatch(of: /year (\d)/) {
      let year = try #require(Int(match.output.1))
      let range = path.forecast.years[year - 1]
      // What is certain is exact; what is drawn is known to some tens.
      let step = range.p10 == range.p90 ? 1.0 : 500
      return "\(Int((range.expected / step).rounded() * step))"
    }
    let index = try #require(
      path.ladder.careers.rungs.firstIndex { key.hasPrefix($0.name) }, "\(key)")
    let arrival = path.forecast.arrivals[index]
    return key.hasSuffix("after")
      ? "\(try #require(arrival.medianMonths)) months" : percentage(arrival.share.value)
  }
}
