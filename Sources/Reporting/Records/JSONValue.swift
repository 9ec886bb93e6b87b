public import Amounts

/// A JSON value whose objects keep the order in which their members were added.
public indirect enum JSONValue: Hashable, Sendable {
  /// No value: what is missing is written `null`.
  case null
  /// True or false.
  case bool(Bool)
  /// A whole number, written without a fraction.
  case integer(Int)
  /// An estimate, written as the shortest decimal that reads back as the same; not finite: null.
  case double(Double)
  /// An amount, written in major units with all its digits.
  case money(Money)
  /// An exact number: all its digits where they end within 30 places, else as the nearest double.
  case ratio(Ratio)
  /// Text.
  case string(String)
  /// An array, in its order.
  case array([JSONValue])
  /// Named values; the names should be distinct.
  case object([Member])

  /// A named value of an object.
  public struct Member: Hashable, Sendable {
    /// The key, in snake case by convention.
    public var name: String
    /// The value that stands behind the key.
    public var value: JSONValue

    /// Creates a member.
    public init(_ name: String, _ value: JSONValue) {
      self.name = name
      self.value = value
    }
  }
}

extension JSONValue: ExpressibleByDictionaryLiteral, ExpressibleByArrayLiteral,
  ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByNilLiteral
{
  public init(dictionaryLiteral elements: (String, JSONValue)...) {
    self = .object(elements.map { Member($0, $1) })
  }

  public init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
  public init(stringLiteral value: String) { self = .string(value) }
  public init(integerLiteral value: Int) { self = .integer(value) }
  public init(booleanLiteral value: Bool) { self = .bool(value) }
  public init(nilLiteral: ()) { self = .null }
}

extension JSONValue {
  /// The value as JSON text (RFC 8259), indented by two blanks, with a line end.
  ///
  /// Objects and arrays without further ones inside stand on one line, so that a table has a line
  /// for each record.
  ///
  /// - Complexity: O(length of the text).
  public func text() -> String {
    var output = ""
    write(to: &output, indent: 0)
    output += "\n"
    return output
  }

  private func write(to output: inout String, indent: Int) {
    switch self {
    case .array(let values):
      let isFlat = values.allSatisfy { $0.isScalar }
      write(values, in: "[]", isFlat: isFlat, to: &output, indent: indent) { value, output in
        value.write(to: &output, indent: indent + 1)
      }
    case .object(let members):
      // The outermost object is always spread out: it is the table of contents of the rest.
      let isFlat = indent > 0 && members.allSatisfy { $0.value.isScalar }
      write(members, in: "{}", isFlat: isFlat, to: &output, indent: indent) { member, output in
        output += Self.quoted(member.name) + ": "
        member.value.write(to: &output, indent: indent + 1)
      }
    default: output += scalarText
    }
  }

  private func write<Element>(
    _ elements: [Element], in brackets: String, isFlat: Bool, to output: inout String, indent: Int,
    writeElement: (Element, inout String) -> Void
  ) {
    output.append(contentsOf: brackets.prefix(1))
    let lineBreak = "\n" + String(repeating: "  ", count: indent)
    for (index, element) in elements.enumerated() {
      if index > 0 { output += isFlat ? ", " : "," }
      if !isFlat { output += lineBreak + "  " }
      writeElement(element, &output)
    }
    if !isFlat, !elements.isEmpty { output += lineBreak }
    output.append(contentsOf: brackets.suffix(1))
  }

  private var isScalar: Bool {
    switch self {
    case .array, .object: false
    default: true
    }
  }

  private var scalarText: String {
    switch self {
    case .string(let text): Self.quoted(text)
    default: plainText ?? "null"
    }
  }

  /// The text of a single value without quotes, as it stands in a CSV field; nil where there is none.
  var plainText: String? {
    switch self {
    case .null, .array, .object: nil
    case .bool(let value): value ? "true" : "false"
    case .integer(let value): "\(value)"
    case .double(let value): value.isFinite ? Self.digits(of: value) : nil
    case .money(let value): value.fixedPoint
    case .ratio(let value): value.exactDecimal ?? Self.digits(of: value.doubleValue)
    case .string(let text): text
    }
  }

  /// Swift writes "5.0", "1e-07" and "-0.0", which JSON reads; only the needless ".0" goes.
  private static func digits(of value: Double) -> String {
    let text = "\(value)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      // The separators are legal in JSON, but not in JavaScript before 2019, nor the mark in a
      // script element; C1 controls could steer a terminal.
      case "\0"..."\u{1f}", "\u{7f}"..."\u{9f}", "\u{2028}", "\u{2029}":
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}

extension Ratio {
  /// All digits of the value, when they end within 30 decimal places.
  var exactDecimal: String? {
    guard let places = decimalPlaces, places <= 30 else { return nil }
    return fixedPoint(places: places)
  }
}
