import Amounts
import Answers
import CareerAnswers
import Employment
import Findings
import Foundation
import PayPlans
import PlanFiles
import Simulation
import TestSupport
import Testing
import YAMLReading

/// An example of `docs/offer-format.md`: an offer and the figures that follow it.
struct OfferExample: CustomTestStringConvertible, Sendable {
  var line: Int
  var yaml: String
  var figures: [String] = []
  var testDescription: String { "line \(line)" }

  /// The keys of an offer that examples leave out, and the examples.
  static let all: (defaults: [String], examples: [OfferExample]) = {
    let text = (try? Checkout.text("docs/offer-format.md")) ?? ""
    var defaults: [String] = []
    var examples: [OfferExample] = []
    for block in FencedBlock.all(in: text) {
      switch block.kind {
      case "yaml defaults": defaults = block.lines
      case "yaml": examples.append(OfferExample(line: block.line, yaml: block.text))
      case "text": examples[examples.count - 1].figures = block.lines
      default: break
      }
    }
    return (defaults, examples)
  }()

  /// The offer with the defaults for what it leaves out; `ote` says what `base` and `variable` do, and
  /// `chance of quota` what `model` does.
  var completed: String {
    let missing = Self.all.defaults.filter { line in
      let key = String(line.prefix { $0 != ":" })
      let isSaid = yaml.hasPrefix("\(key):") || yaml.contains("\n\(key):")
      let isSaidOtherwise =
        ["base", "variable"].contains(key) && yaml.hasPrefix("ote:")
        || key == "model" && yaml.contains("chance of quota:")
      return !isSaid && !isSaidOtherwise
    }
    return yaml + missing.map { $0 + "\n" }.joined()
  }
}

@Suite("The documentation of the offer file")
struct OfferDocumentationTests {
  @Test("The file for editors is the schema of the library")
  func schema() throws {
    #expect(try Checkout.recorded("docs/offer.schema.json", as: Offer.schema) == Offer.schema)
  }

  @Test(
    "The manual has the key table of the grammar for every group of more than two keys of an offer")
  func manual() throws {
    let path = "docs/offer-format.md"
    let (text, shown) = Grammar.offer.writingTables(into: try Checkout.text(path))
    #expect(try Checkout.recorded(path, as: text) == text)
    let ofPlans = Set(Grammar.plan.groups.map(\.name))
    let large = Grammar.offer.groups.filter { $0.keys.count > 2 }.map(\.name)
    #expect(Set(large).subtracting(ofPlans).subtracting(shown) == [])
  }

  @Test("The schema accepts what the reader accepts, and every key of an offer is in an example")
  func accepted() throws {
    var checker = try SchemaChecker(Offer.schema)
    for example in OfferExample.all.examples {
      let text = example.completed
      guard (try? Offer.read(yaml: text, file: "offer.yaml")) != nil else { continue }
      #expect(checker.accepts(try YAMLDocument(text: text, file: "offer.yaml").root), "\(text)")
    }
    // Groups of plans are used by plans, which the schema of plans is held against.
    let ofPlans = Set(Grammar.plan.groups.map(\.name))
    let own = Grammar.offer.groups.map(\.name).filter { !ofPlans.contains($0) }
    let unused = checker.properties.subtracting(checker.used).filter { path in
      !path.hasPrefix("#/definitions/") || own.contains { path.hasPrefix("#/definitions/\($0)/") }
    }
    #expect(unused.sorted() == [])
  }

  @Test("Groups of offers and plans that share a name are the same group")
  func names() {
    let plans = Dictionary(uniqueKeysWithValues: Grammar.plan.groups.map { ($0.name, $0) })
    var kept = 0
    func check(_ grammar: Grammar) {
      if let other = plans[grammar.name] {
        kept += 1
        #expect(other.keys.map(\.name) == grammar.keys.map(\.name))
      }
    }
    for grammar in Grammar.offer.groups { check(grammar) }
    #expect(kept > 10)
  }

  @Test("There are examples, and each has figures")
  func examples() {
    #expect(OfferExample.all.examples.count > 15)
    #expect(OfferExample.all.examples.allSatisfy { !$0.figures.isEmpty })
  }

  @Test("An example comes out as it is printed", arguments: OfferExample.all.examples)
  func example(_ example: OfferExample) throws {
    let offer: Offer
    do {
      offer = try Offer.read(yaml: example.completed, file: "offer.yaml").offer
    } catch {
      #expect(
        example.figures
          == error.log.findings.map {
            "error: \($0.message.plainText)" + ($0.remedy.map { "; \($0.plainText)" } ?? "")
          }
      )
      return
    }
    let comparison = try OfferComparison(
      [offer], OfferAssumptions(years: 3, trials: 2000, riskAversion: #require(RiskAversion(2))))
    let outlook = comparison.outlooks[0]
    for figure in example.figures {
      let parts = figure.split(separator: ":", maxSplits: 1).map(String.init)
      let (key, printed) = (parts[0], String(parts[1].dropFirst()))
      #expect(try Self.value(key, outlook) == printed, "\(key)")
    }
  }

  private static func value(_ key: String, _ outlook: OfferOutlook) throws -> String {
    func text(_ number: Double?) throws -> String {
      String(format: "%.2f", try #require(number))
    }
    switch key {
    case "quota to ote": return try text(outlook.quotaToEarnings)
    case "effective rate": return try text(outlook.effectiveRate)
    case "chance of quota": return try text(outlook.chanceOfQuota)
    case "ask": return outlook.offer.questions.map(\.term).joined(separator: ", ")
    case "expected equity in 3 years":
      // To the nearest thousand: its price is drawn.
      let sum = outlook.breakdown.reduce(0) { $0 + $1[.equity] }
      return try text((sum / 1000).rounded() * 1000)
    default: break
    }
    let words = key.split(separator: " ").map(String.init)
    let number = try #require(Int(words[1]))
    if words[0] == "month" { return try text(outlook.firstYearCash[number - 1].expected) }
    let breakdown = outlook.breakdown[number - 1]
    if words[2] == "owed" { return try text(breakdown.owedDraw.expected) }
    let part = try #require(
      [
        "base": OfferPart.base, "variable": .variable, "guarantee_and_draw": .guaranteeAndDraw,
        "sign_on": .signOn, "bonus": .bonus, "equity": .equity, "benefits": .benefits,
      ][words[2]])
    return try text(breakdown[part])
  }
}
