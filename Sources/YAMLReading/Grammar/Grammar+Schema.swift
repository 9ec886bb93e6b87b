// The value comes first: the compiler takes its uses above it for a circular reference.

/// A value of a JSON Schema, with its members in their order.
private indirect enum SchemaValue {
  case text(String)
  case integer(Int)
  case bool(Bool)
  case array([SchemaValue])
  case object([(String, SchemaValue)])

  /// The widest line that is not broken.
  private static let width = 112

  /// The value as JSON; what fits on a line stands on it.
  func json(indentation: Int = 0, lead: Int = 0) -> String {
    let flat = flat
    let parts: [String]
    let marks: (String, String)
    let inner = indentation + 2
    switch self {
    case .array(let elements):
      parts = elements.map { $0.json(indentation: inner) }
      marks = ("[", "]")
    case .object(let members):
      parts = members.map { name, value in
        let key = "\(Self.quoted(name)): "
        return key + value.json(indentation: inner, lead: key.count)
      }
      marks = ("{", "}")
    default: return flat
    }
    if parts.isEmpty || indentation > 0 && indentation + lead + flat.count <= Self.width {
      return flat
    }
    let indent = String(repeating: " ", count: inner)
    return marks.0 + "\n" + parts.map { indent + $0 }.joined(separator: ",\n") + "\n"
      + indent.dropLast(2) + marks.1
  }

  private var flat: String {
    switch self {
    case .text(let text): Self.quoted(text)
    case .integer(let number): "\(number)"
    case .bool(let flag): "\(flag)"
    case .array(let elements): "[" + elements.map(\.flat).joined(separator: ", ") + "]"
    case .object(let members):
      "{" + members.map { "\(Self.quoted($0.0)): \($0.1.flat)" }.joined(separator: ", ") + "}"
    }
  }

  private static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}

extension Grammar {
  /// Returns the JSON Schema (draft 07) of a file whose top is this group.
  ///
  /// It says which keys there are and what they look like; what contradicts itself only reading a
  /// file finds out.
  ///
  /// - Complexity: O(number of keys).
  package func schema(title: String) -> String {
    var definitions = Definitions()
    let top = definitions.group(self)
    var members: [(String, SchemaValue)] = [
      ("$schema", .text("http://json-schema.org/draft-07/schema#")), ("title", .text(title)),
    ]
    members += top
    members.append(("definitions", .object(definitions.written.map { ($0.name, $0.schema) })))
    return SchemaValue.object(members).json() + "\n"
  }

  /// Returns the JSON Schema (draft 07) of a file whose top is one of several groups.
  ///
  /// - Complexity: O(number of keys).
  package static func schema(title: String, anyOf grammars: [Grammar]) -> String {
    var definitions = Definitions()
    var choices: [SchemaValue] = []
    for grammar in grammars { choices.append(.object(definitions.schema(of: .group(grammar)))) }
    return SchemaValue.object([
      ("$schema", .text("http://json-schema.org/draft-07/schema#")), ("title", .text(title)),
      ("type", .text("object")), ("anyOf", .array(choices)),
      ("definitions", .object(definitions.written.map { ($0.name, $0.schema) })),
    ]).json() + "\n"
  }
}

/// The kinds with a name of their own, in the order in which they are first met.
private struct Definitions {
  private(set) var written: [(name: String, schema: SchemaValue)] = []

  mutating func group(_ grammar: Grammar) -> [(String, SchemaValue)] {
    var members: [(String, SchemaValue)] = [("type", .text("object"))]
    let required = grammar.keys.filter(\.isRequired).map { SchemaValue.text($0.name) }
    if !required.isEmpty { members.append(("required", .array(required))) }
    if !grammar.oneOf.isEmpty {
      let choices = grammar.oneOf.map {
        SchemaValue.object([("required", .array([.text($0)]))])
      }
      members.append(("anyOf", .array(choices)))
    }
    members.append(("additionalProperties", .bool(false)))
    var properties: [(String, SchemaValue)] = []
    for key in grammar.keys {
      properties.append(
        (key.name, .object(schema(of: key.kind) + [("description", .text(key.help))])))
    }
    members.append(("properties", .object(properties)))
    return members
  }

  mutating func schema(of kind: ValueKind) -> [(String, SchemaValue)] {
    switch kind {
    case .scalar(let scalar):
      guard let name = scalar.name else { return Self.schema(of: scalar) }
      return reference(to: name) { _ in Self.schema(of: scalar) }
    case .words(let words): return [("enum", .array(words.map { .text($0) }))]
    case .flag: return [("type", .text("boolean"))]
    case .integer(let range):
      return [
        ("type", .text("integer")), ("minimum", .integer(range.lowerBound)),
        ("maximum", .integer(range.upperBound)),
      ]
    case .list(let element, let least):
      let count: [(String, SchemaValue)] = least > 0 ? [("minItems", .integer(least))] : []
      return [("type", .text("array"))] + count + [("items", .object(schema(of: element)))]
    case .named(let element, let mayBeEmpty):
      var value = SchemaValue.object(schema(of: element))
      if mayBeEmpty {
        value = .object([("anyOf", .array([.object([("type", .text("null"))]), value]))])
      }
      return [("type", .text("object")), ("additionalProperties", value)]
    case .group(let grammar):
      return reference(to: grammar.name) { $0.group(grammar) }
    case .either(let kinds):
      var choices: [SchemaValue] = []
      for kind in kinds { choices.append(.object(schema(of: kind))) }
      return [("anyOf", .array(choices))]
    case .defined(let name, let kind, _): return reference(to: name) { $0.schema(of: kind) }
    }
  }

  private mutating func reference(
    to name: String, _ schema: (inout Definitions) -> [(String, SchemaValue)]
  ) -> [(String, SchemaValue)] {
    if !written.contains(where: { $0.name == name }) {
      let index = written.count
      written.append((name, .object([])))
      written[index].schema = .object(schema(&self))
    }
    return [("$ref", .text("#/definitions/\(name)"))]
  }

  private static func schema(of scalar: ValueKind.Scalar) -> [(String, SchemaValue)] {
    var members: [(String, SchemaValue)] = [
      (
        "type",
        scalar.types.count == 1 ? .text(scalar.types[0]) : .array(scalar.types.map { .text($0) })
      )
    ]
    if let pattern = scalar.pattern { members.append(("pattern", .text(pattern))) }
    if let help = scalar.help { members.append(("description", .text(help))) }
    return members
  }
}
