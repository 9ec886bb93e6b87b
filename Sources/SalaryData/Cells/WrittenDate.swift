internal import Amounts

/// A date as it stands in a file, to the month.
struct WrittenDate: Hashable {
  /// Whether the day or the month comes first where both are numbers with slashes or points.
  enum Order: Hashable {
    case monthFirst
    case dayFirst
  }

  /// The years that are taken for years.
  static let years = 1900...2200

  let month: YearMonth

  /// Reads "2021-05-31", "2021-05", "2021", "4/27/2021 11:02:10" and "27.04.2021".
  ///
  /// A year alone stands for its middle, June. The time of day is not looked at.
  init?(_ text: Span<UInt8>, order: Order) {
    var parts = (0, 0, 0)
    var count = 0
    var position = 0
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
      guard Self.separates(text[position]) else { return nil }
      position += 1
    }
    let found: YearMonth? =
      switch count {
      case 1: Self.month(parts.0, 6)
      case 2: Self.month(parts.0, parts.1) ?? Self.month(parts.1, parts.0)
      default:
        Self.month(parts.0, parts.1)
          ?? Self.month(parts.2, order == .monthFirst ? parts.0 : parts.1)
      }
    guard let found else { return nil }
    month = found
  }

  /// Reads a date from text.
  init?(_ text: String, order: Order) {
    self.init(text.utf8.span, order: order)
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
