internal import Amounts
internal import Tables

/// A date as it stands in a file, to the month.
struct WrittenDate: Hashable {
  /// The years that are taken for years.
  static let years = 1900...2200

  /// What the numbers say, before the order of the column is known.
  private enum Form: Hashable {
    case month(YearMonth)
    /// Two numbers before a year, of which either may be the month.
    case open(first: Int, second: Int, year: Int)
  }

  private let form: Form
  /// Whether points stand between the parts.
  private let hasPoints: Bool

  /// Reads "2021-05-31", "2021-05", "2021", "4/27/2021 11:02:10" and "27.04.2021".
  ///
  /// A year alone stands for its middle, June. The time of day is not looked at.
  init?(_ text: Span<UInt8>) {
    var parts = (0, 0, 0)
    var count = 0
    var position = 0
    var separator: UInt8 = 0
    while position < text.count, text[position] == UInt8(ascii: " ") { position += 1 }
    while true {
      var number = 0
      let start = position
      while position < text.count, text[position] &- UInt8(ascii: "0") < 10 {
        guard position - start < 4 else { return nil }
        number = number * 10 + Int(text[position] &- UInt8(ascii: "0"))
        position += 1
      }
      guard position > start else { return nil }
      switch count {
      case 0: parts.0 = number
      case 1: parts.1 = number
      case 2: parts.2 = number
      default: return nil
      }
      count += 1
      guard position < text.count, !Self.endsDay(text[position]) else { break }
      separator = text[position]
      guard Self.separates(separator) else { return nil }
      position += 1
    }
    hasPoints = separator == UInt8(ascii: ".")
    let month: YearMonth? =
      switch count {
      case 1: Self.month(parts.0, 6)
      case 2: Self.month(parts.0, parts.1) ?? Self.month(parts.1, parts.0)
      default: Self.month(parts.0, parts.1)
      }
    if let month {
      form = .month(month)
    } else if count == 3, Self.years.contains(parts.2), (1...31).contains(parts.0),
      (1...31).contains(parts.1), min(parts.0, parts.1) <= 12
    {
      form = .open(first: parts.0, second: parts.1, year: parts.2)
    } else {
      return nil
    }
  }

  /// Reads a date from text.
  init?(_ text: String) { self.init(text.utf8.span) }

  /// Returns the month in an order of day and month; nil where the order has no such day.
  func month(_ order: DateOrder) -> YearMonth? {
    switch form {
    case .month(let month): month
    case .open(let first, let second, let year):
      Self.month(year, order == .monthFirst ? first : second)
    }
  }

  /// Whether the numbers alone tell the month, so that the date says nothing about its column.
  var isCertain: Bool {
    if case .month = form { true } else { false }
  }

  /// Adds what the date says about the order of its column.
  func add(to evidence: inout DateEvidence) {
    if case .open(let first, let second, _) = form {
      evidence.add(first: first, second: second, hasPoints: hasPoints)
    }
  }

  private static func endsDay(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "T")
  }

  private static func separates(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "-") || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ".")
  }

  private static func month(_ year: Int, _ month: Int) -> YearMonth? {
    years.contains(year) ? YearMonth(year: year, month: month) : nil
  }
}
