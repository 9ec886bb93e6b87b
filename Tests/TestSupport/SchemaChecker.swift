internal import Foundation
package import YAMLReading

/// Checks YAML against the parts of JSON Schema that our schemas use.
package struct SchemaChecker {
  private typealias Object = [String: Any]

  private let root: Object
  /// Every property that was used, as its path in the schema.
  package private(set) var used: Set<String> = []

  /// Reads a schema.
  package init(_ text: String) throws {
    root = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? Object ?? [:]
  }

  private func resolved(_ schema: Object, _ path: String) -> (Object, String) {
    guard let reference = schema["$ref"] as? String else { return (schema, path) }
    var current: Any = root
    for part in reference.dropFirst(2).split(separator: "/") {
      current = (current as? Object)?[String(part)] ?? [:]
    }
    return (current as? Object ?? [:], reference)
  }

  /// Whether the schema allows a value.
  package mutating func accepts(_ value: YAMLValue) -> Bool { accepts(value, root, "#") }

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
  package var properties: Set<String> {
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
