package import Amounts

/// A day as a cell has it, perhaps with a time of day and a zone behind it.
package struct WrittenDay: Hashable, Sendable {
  /// In which order day, month and year stand.
  package enum Form: Hashable, Sendable {
    /// The one day that it can be: "2026-10-31", "31-Oct-2026".
    case day(CalendarDate)
    /// Two numbers before the year, of which the first or the second is the day.
    case open(first: Int, second: Int, year: Int, hasPoints: Bool)
    /// The number of days since 30 December 1899, as spreadsheets count them.
    case serial(Int)
  }

  package var form: Form
  /// The zone behind a time: "Z", "+02:00"; nil where there is none.
  package var zone: String?

  /// Reads a cell; nil where it holds no day.
  ///
  /// The day of a date with a time is the one that is written, whatever the zone.
  package init?(_ text: some StringProtocol) {
    let trimmed = Self.plain(text)
    guard !trimmed.isEmpty, trimmed.count <= 48 else { return nil }
    var scanner = Scanner(trimmed)
    guard let form = scanner.form() else { return nil }
    self.form = form
    guard let zone = scanner.time() else { return nil }
    self.zone = zone.isEmpty ? nil : zone
  }

  /// Returns the day in an order; nil where the calendar has no such day.
  package func day(_ order: DateOrder) -> CalendarDate? {
    switch form {
    case .day(let day): day
    case .open(let first, let second, let year, _):
      switch order {
      case .monthFirst: CalendarDate(year: year, month: first, day: second)
      case .dayFirst: CalendarDate(year: year, month: second, day: first)
      }
    // 46,326 is 31 October 2026; 25,569 is 1 January 1970.
    case .serial(let number): CalendarDate(dayNumber: Int32(number - 25_569))
    }
  }

  /// The text with plain blanks, in lower case, without blanks around it.
  private static func plain(_ text: some StringProtocol) -> [UInt8] {
    var bytes: [UInt8] = []
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\u{A0}", "\u{202F}", "\t": bytes.append(0x20)
      case "ä": bytes += Array("ae".utf8)
      case "\u{200E}", "\u{200F}", "\u{FEFF}", "\u{200B}": break
      case "A"..."Z": bytes.append(UInt8(scalar.value + 32))
      default: bytes += Array(String(scalar).utf8)
      }
    }
    return Array(bytes.drop { $0 == 0x20 }.reversed().drop { $0 == 0x20 }.reversed())
  }
}

/// Which of two numbers before a year is the day.
public enum DateOrder: String, Hashable, Sendable, CaseIterable {
  /// Month, day, year, as in the United States: 10/31/2026.
  case monthFirst = "mdy"
  /// Day, month, year: 31/10/2026.
  case dayFirst = "dmy"

  /// The order with day and month swapped.
  var opposite: DateOrder { self == .dayFirst ? .monthFirst : .dayFirst }
}

extension WrittenDay {
  private struct Scanner {
    let bytes: [UInt8]
    var position = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    func peek(_ offset: Int = 0) -> UInt8? {
      position + offset < bytes.count ? bytes[position + offset] : nil
    }

    mutating func digits(upTo limit: Int) -> (value: Int, count: Int)? {
      var value = 0
      var count = 0
      while count <= limit, let byte = peek(), byte &- 0x30 < 10 {
        value = value * 10 + Int(byte - 0x30)
        count += 1
        position += 1
      }
      return count > 0 && count <= limit ? (value, count) : nil
    }

    mutating func letters() -> String {
      let start = position
      while let byte = peek(), byte >= 0x61 && byte <= 0x7A || byte >= 0x80 { position += 1 }
      return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    mutating func skip(_ characters: String) -> Bool {
      let start = position
      while let byte = peek(), characters.utf8.contains(byte) { position += 1 }
      return position > start
    }

    /// Reads the day and leaves the position behind it.
    mutating func form() -> Form? {
      if peek().map({ $0 >= 0x61 }) ?? false { return named(day: nil) }
      guard let first = digits(upTo: 8) else { return nil }
      if first.count == 8 {
        return CalendarDate(
          year: first.value / 10_000, month: first.value / 100 % 100, day: first.value % 100
        ).map { .day($0) }
      }
      guard let separator = peek() else {
        // Serials of the years 1954 to 2119; a decimal part is the time of day.
        return first.count == 5 && (20_000...80_000).contains(first.value)
          ? .serial(first.value) : nil
      }
      if first.count == 5 { return serial(first.value) }
      if first.count == 4 {
        guard separator == 0x2D || separator == 0x2F || separator == 0x2E else { return nil }
        position += 1
        guard let month = digits(upTo: 2), peek() == separator else { return nil }
        position += 1
        guard let day = digits(upTo: 2) else { return nil }
        return CalendarDate(year: first.value, month: month.value, day: day.value).map { .day($0) }
      }
      guard first.count <= 2 else { return nil }
      let start = position
      if skip(".- /"), peek().map({ $0 >= 0x61 }) ?? false { return named(day: first.value) }
      position = start + 1
      guard separator == 0x2D || separator == 0x2F || separator == 0x2E,
        let second = digits(upTo: 2), peek() == separator
      else { return nil }
      position += 1
      guard let year = digits(upTo: 4), year.count == 4 || year.count == 2 else { return nil }
      return .open(
        first: first.value, second: second.value,
        year: year.count == 2 ? 2000 + year.value : year.value, hasPoints: separator == 0x2E)
    }

    private mutating func serial(_ number: Int) -> Form? {
      guard peek() == 0x2E, (20_000...80_000).contains(number) else { return nil }
      position += 1
      guard digits(upTo: 18) != nil, position == bytes.count else { return nil }
      return .serial(number)
    }

    /// Reads "31 Oct 2026" from the month on, or "Oct 31, 2026".
    private mutating func named(day: Int?) -> Form? {
      guard let month = WrittenDay.months[String(letters().prefix(3))] else { return nil }
      _ = skip(".- /,")
      var day = day
      if day == nil {
        guard let number = digits(upTo: 2) else { return nil }
        day = number.value
        _ = letters()
        _ = skip(".- /,")
      }
      guard let day, let year = digits(upTo: 4), year.count != 3, year.count > 1 else { return nil }
      return CalendarDate(
        year: year.count == 2 ? 2000 + year.value : year.value, month: month, day: day
      ).map { .day($0) }
    }

    /// Reads a time of day, if there is one, to the end; the zone, empty without one, nil for other text.
    mutating func time() -> String? {
      if position == bytes.count { return "" }
      guard skip(" t,") else { return nil }
      _ = skip(" ")
      guard let hour = digits(upTo: 2), hour.value < 25, peek() == 0x3A else { return nil }
      position += 1
      guard let minute = digits(upTo: 2), minute.value < 60 else { return nil }
      if peek() == 0x3A {
        position += 1
        guard let second = digits(upTo: 2), second.value < 61 else { return nil }
        if peek() == 0x2E || peek() == 0x2C {
          position += 1
          guard digits(upTo: 9) != nil else { return nil }
        }
      }
      _ = skip(" ")
      if let byte = peek(), byte == 0x61 || byte == 0x70, peek(1) == 0x6D {
        position += 2
        _ = skip(" ")
      }
      let zone = String(decoding: bytes[position...], as: UTF8.self)
      let isZone = zone.utf8.allSatisfy {
        $0 &- 0x30 < 10 || $0 >= 0x61 && $0 <= 0x7A || "+-:/_ ".utf8.contains($0)
      }
      guard zone.utf8.count <= 16, isZone else { return nil }
      return zone
    }
  }
}

extension WrittenDay {
  /// The months by the first letters of their English and German names, with ae for ä.
  static let months: [String: Int] = {
    let english = "jan feb mar apr may jun jul aug sep oct nov dec".split(separator: " ")
    let german = "jan feb mae apr mai jun jul aug sep okt nov dez".split(separator: " ")
    var months: [String: Int] = [:]
    for (index, name) in english.enumerated() { months[String(name)] = index + 1 }
    for (index, name) in german.enumerated() { months[String(name)] = index + 1 }
    return months
  }()
}
