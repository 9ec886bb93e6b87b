import Foundation
import PayPlans
import PlanFiles
import TestSupport
import Testing
import YAMLReading

/// Checks YAML against the parts of JSON Schema that the plan schema uses.
struct SchemaChecker {
  typealias Object = [String: Any]

  let root: Object
  /// Every property that was used, as its path in the schema.
  private(set) var used: Set<String> = []

  init(_ text: String) throws {
    root = try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? Object)
  }

  private func resolved(_ schema: Object, _ path: String) -> (Object, String) {
    guard let reference = schema["$ref"] as? String else { return (schema, path) }
    var current: Any = root
    for part in reference.dropFirst(2).split(separator: "/") {
      current = (current as? Object)?[String(part)] ?? [:]
    }
    return (current as? Object ?? [:], reference)
  }

  mutating func accepts(_ value: YAMLValue) -> Bool { accepts(value, root, "#") }

  private mutating func accepts(_ value: YAMLValue, _ schema: Object, _ path: String) -> Bool {
    let (schema, path) = resolved(schema, path)
    if let choices = schema["anyOf"] as? [Object] {
      var isMet = false
      for (index, choice) in choices.enumerated() {
        let before = used
        isMet = accepts(value, choice, "\(path)/anyOf/\(index)")
        if isMet { break }
        used = before
      }
      guard isMet else { return false }
    }
    if let allowed = schema["enum"] as? [String] {
      return value.text.map { allowed.contains($0.lowercased()) } ?? false
    }
    let types = (schema["type"] as? [String]) ?? (schema["type"] as? String).map { [$0] } ?? []
    if !types.isEmpty, !types.contains(where: { has(value, $0) }) { return false }
    if let pattern = schema["pattern"] as? String, let text = value.text,
      text.range(of: pattern, options: .regularExpression) == nil
    {
      return false
    }
    if let items = schema["items"] as? Object {
      for element in value.elements ?? [] {
        if !accepts(element, items, "\(path)/items") { return false }
      }
    }
    return acceptsKeys(value, schema, path)
  }

  private mutating func acceptsKeys(
    _ value: YAMLValue, _ schema: Object, _ path: String
  ) -> Bool {
    guard let entries = value.entries else { return true }
    for name in schema["required"] as? [String] ?? []
    where !entries.contains(where: { $0.name == name }) {
      return false
    }
    let properties = schema["properties"] as? Object ?? [:]
    for entry in entries {
      if let property = properties[entry.name] as? Object {
        used.insert("\(path)/\(entry.name)")
        if !accepts(entry.value, property, "\(path)/\(entry.name)") { return false }
      } else if let other = schema["additionalProperties"] as? Object {
        if !accepts(entry.value, other, "\(path)/*") { return false }
      } else if schema["additionalProperties"] as? Bool == false {
        return false
      }
    }
    return true
  }

  private func has(_ value: YAMLValue, _ type: String) -> Bool {
    switch type {
    case "object": value.entries != nil
    case "array": value.elements != nil
    case "null": value.isNull
    case "boolean": ["true", "false"].contains(value.text)
    case "integer": value.text.flatMap { Int($0) } != nil
    case "number": value.text.flatMap { Double($0.replacing("_", with: "")) } != nil
    default: value.text != nil
    }
  }

  /// Every property of the schema, as its path.
  var properties: Set<String> {
    var found: Set<String> = []
    func walk(_ schema: Object, _ path: String) {
      for (name, property) in schema["properties"] as? Object ?? [:] {
        found.insert("\(path)/\(name)")
        if let property = property as? Object { walk(property, "\(path)/\(name)") }
      }
      for (index, choice) in (schema["anyOf"] as? [Object] ?? []).enumerated() {
        walk(choice, "\(path)/anyOf/\(index)")
      }
      if let items = schema["items"] as? Object { walk(items, "\(path)/items") }
      if let other = schema["additionalProperties"] as? Object { walk(other, "\(path)/*") }
    }
    walk(root, "#")
    for (name, definition) in root["definitions"] as? Object ?? [:] {
      if let definition = definition as? Object { walk(definition, "#/definitions/\(name)") }
    }
    return found
  }
}

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
