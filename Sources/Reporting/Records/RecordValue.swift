public import Amounts

/// A value of a record: a number, an amount, text, or the reason why there is none.
public struct RecordValue: Hashable, Sendable {
  /// Why a value is missing; new reasons may come.
  public struct Status: RawRepresentable, Hashable, Sendable {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Its publisher withholds it, so that nobody can be recognised or because it is too uncertain.
    public static let suppressed: Status = Status(rawValue: "suppressed")
    /// Only a value that it is not below is known.
    public static let topCoded: Status = Status(rawValue: "top_coded")
    /// Of a key: the record is that of all groups together.
    public static let total: Status = Status(rawValue: "total")
    /// Of a key: the record is that of the people who did not say.
    public static let notSaid: Status = Status(rawValue: "not_said")
  }

  let value: JSONValue
  private var status: JSONValue = .null
  private var lowerBound: JSONValue = .null

  private init(_ value: JSONValue) { self.value = value }

  /// Text; nil is missing.
  public static func text(_ value: String?) -> RecordValue {
    RecordValue(value.map(JSONValue.string) ?? .null)
  }

  /// A phrase in English, because programs read the same in every language; nil is missing.
  public static func text(_ value: Inline?) -> RecordValue { text(value?.plainText) }

  /// A whole number; nil is missing.
  public static func integer(_ value: Int?) -> RecordValue {
    RecordValue(value.map(JSONValue.integer) ?? .null)
  }

  /// An estimate; nil, infinite and undefined ones are missing.
  public static func double(_ value: Double?) -> RecordValue {
    RecordValue(value.map(JSONValue.double) ?? .null)
  }

  /// An exact amount, written in major units; nil is missing.
  public static func money(_ value: Money?) -> RecordValue {
    RecordValue(value.map(JSONValue.money) ?? .null)
  }

  /// An exact number, such as a rate as a fraction of one; nil is missing.
  public static func ratio(_ value: Ratio?) -> RecordValue {
    RecordValue(value.map(JSONValue.ratio) ?? .null)
  }

  /// True or false; nil is missing.
  public static func bool(_ value: Bool?) -> RecordValue {
    RecordValue(value.map(JSONValue.bool) ?? .null)
  }

  /// No value, and nothing to say about it.
  public static let missing: RecordValue = RecordValue(.null)

  /// No value, for a reason.
  public static func missing(_ status: Status) -> RecordValue {
    var result = missing
    result.status = .string(status.rawValue)
    return result
  }

  /// No value but a bound that it is not below.
  public static func topCoded(lowerBound: RecordValue) -> RecordValue {
    var result = missing(.topCoded)
    result.lowerBound = lowerBound.value
    return result
  }

  /// The value that it is not below, where only that is known.
  var bound: RecordValue? { lowerBound == .null ? nil : RecordValue(lowerBound) }

  /// Whether its publisher, or a rule of disclosure, withholds it.
  var isSuppressed: Bool { status == .string(Status.suppressed.rawValue) }

  /// Whether it is zero, empty, or missing without a reason.
  var isNothing: Bool {
    guard status == .null else { return false }
    return switch value {
    case .null: true
    case .string(let text): text.isEmpty
    case .integer(let number): number == 0
    case .double(let number): number == 0
    case .money(let money): money.minorUnits == 0
    case .ratio(let number): number == .zero
    default: false
    }
  }

  func companion(_ companion: RecordTable.Companion) -> JSONValue {
    switch companion {
    case .status: status
    case .lowerBound: lowerBound
    }
  }
}
