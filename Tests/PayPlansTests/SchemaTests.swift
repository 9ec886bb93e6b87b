import Foundation
import PayPlans
import PlanFiles
import TestSupport
import Testing
import YAMLReading

@Suite("The schema of the plan file")
struct SchemaTests {
  /// Every plan of the project: samples, published ones, and those of the documentation.
  static func plans() throws -> [String] {
    var plans = try PlanExample.all.examples.map { try DocumentationTests.completed($0.yaml) }
    for folder in ["plans", "../Tests/PayPlansTests/Published"] {
      for name in try FileManager.default.contentsOfDirectory(atPath: datasets(folder))
      where name.hasSuffix(".yaml") {
        plans.append(try Checkout.text("datasets/\(folder)/\(name)"))
      }
    }
    return plans
  }

  @Test("The file for editors is the schema of the library")
  func file() throws {
    let file = try Checkout.recorded("docs/plan.schema.json", as: Plan.schema)
    #expect(file == Plan.schema)
  }

  @Test("The manual has the key table of the grammar for every group of more than two keys")
  func manual() throws {
    let path = "docs/plan-format.md"
    let (text, shown) = Grammar.plan.writingTables(into: try Checkout.text(path))
    #expect(try Checkout.recorded(path, as: text) == text)
    // A version has the keys of a plan.
    let large = Grammar.plan.groups.filter { $0.keys.count > 2 }.map(\.name)
    #expect(Set(large).subtracting(shown) == ["version"])
  }

  @Test("It accepts what the reader accepts, and every key of it is in a plan that the reader read")
  func accepted() throws {
    var checker = try SchemaChecker(Plan.schema)
    for plan in try Self.plans() {
      #expect(checker.accepts(try YAMLDocument(text: plan, file: "plan.yaml").root), "\(plan)")
    }
    // The same keys as at the top, inside a version; one of each is enough to know that they are read.
    let unused = checker.properties.subtracting(checker.used).filter {
      !$0.hasPrefix("#/definitions/version/")
    }
    #expect(unused.sorted() == [])
  }

  @Test(
    "It refuses what the reader refuses",
    arguments: [
      ("currency: USD", "curency: USD"), ("measure: bookings", "mesure: bookings"),
      ("tiers: marginal", "tiers: margin"), ("pay: 1x}", "pay: 1x, form: 2}"),
      ("period: year", "period: week"), ("quota: 500000", "quotas: 500000"),
      ("base: 50000", "base: 50%"), ("{to: 100%, pay: 1x}", "{to: 100%, at: 50%, pay: 1x}"),
    ])
  func refused(_ text: String, by other: String) throws {
    var checker = try SchemaChecker(Plan.schema)
    let sound = PlanFindingsTests.sound
    #expect(checker.accepts(try YAMLDocument(text: sound, file: "plan.yaml").root))
    let broken = sound.replacing(text, with: other)
    #expect(!checker.accepts(try YAMLDocument(text: broken, file: "plan.yaml").root))
    #expect(!failure(broken).isEmpty)
  }
}
