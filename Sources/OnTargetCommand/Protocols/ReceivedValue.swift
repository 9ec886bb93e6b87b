import FoundationEssentials

/// A value of JSON that somebody sent.
enum ReceivedValue: Decodable, Equatable {
  case null
  case bool(Bool)
  case number(Decimal)
  case text(String)
  case array([ReceivedValue])
  case object([String: ReceivedValue])

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(Bool.self) {
      self = .bool(value)
    } else if let value = try? container.decode(String.self) {
      self = .text(value)
    } else if let value = try? container.decode(Decimal.self) {
      self = .number(value)
    } else if let value = try? container.decode([ReceivedValue].self) {
      self = .array(value)
    } else {
      self = .object(try container.decode([String: ReceivedValue].self))
    }
  }

  /// The value behind a key; nil in what is no object.
  subscript(key: String) -> ReceivedValue? {
    guard case .object(let members) = self else { return nil }
    return members[key]
  }

  /// The text; nil for another value.
  var text: String? {
    guard case .text(let text) = self else { return nil }
    return text
  }

  /// A text or a number as it would be typed; nil for another value.
  var typed: String? {
    switch self {
    case .text(let text): text
    case .number(let number): "\(number)"
    case .null, .bool, .array, .object: nil
    }
  }
}
