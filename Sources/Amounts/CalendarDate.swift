/// A day of the proleptic Gregorian calendar, without time or zone.
public struct CalendarDate: Hashable, Sendable {
  /// The number of days since 1970-01-01; negative before it.
  public let dayNumber: Int32

  /// Creates a day from its number since 1970-01-01.
  public init(dayNumber: Int32) {
    self.dayNumber = dayNumber
  }

  /// Creates a day; nil when the calendar has no such day, or the year is not in 1 to 9999.
  public init?(year: Int, month: Int, day: Int) {
    // Every month has 28 days, and most days are among these.
    guard let yearMonth = YearMonth(year: year, month: month), day > 0,
      day <= 28 || day <= yearMonth.dayCount
    else { return nil }
    self.init(dayNumber: yearMonth.firstDay.dayNumber + Int32(day - 1))
  }

  /// Creates a day from ISO 8601 text such as "2021-05-31"; nil for other text.
  public init?(iso text: some StringProtocol) {
    let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].count == 4, parts[1].count == 2, parts[2].count == 2,
      let year = decimal(parts[0]), let month = decimal(parts[1]), let day = decimal(parts[2])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// The month that the day lies in.
  public var yearMonth: YearMonth { components.yearMonth }
  /// The calendar year, such as 2021.
  public var year: Int { components.yearMonth.year }
  /// The month, 1 to 12.
  public var month: Int { components.yearMonth.month }
  /// The day of the month, from 1.
  public var day: Int { components.day }

  /// Returns the same day some months later, or the last day of that month where it is shorter.
  public func addingMonths(_ count: Int) -> CalendarDate {
    let (yearMonth, day) = components
    let target = yearMonth.advanced(by: count)
    return target.firstDay.advanced(by: min(day, target.dayCount) - 1)
  }

  /// Civil-from-days of Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms" (2013).
  private var components: (yearMonth: YearMonth, day: Int) {
    let shifted = Int(dayNumber) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    return (YearMonth(monthNumber: (yearOfEra + era * 400) * 12 + monthFromMarch + 2), day)
  }
}

extension CalendarDate: Strideable {
  public func distance(to other: CalendarDate) -> Int { Int(other.dayNumber) - Int(dayNumber) }
  public func advanced(by days: Int) -> CalendarDate {
    CalendarDate(dayNumber: dayNumber + Int32(clamping: days))
  }
}

extension CalendarDate: CustomStringConvertible {
  /// The day in ISO 8601, such as "2021-05-31".
  public var description: String { "\(yearMonth)-\(padded(day, to: 2))" }
}

/// Reads a short run of ASCII digits.
func decimal(_ digits: some Sequence<UInt8>) -> Int? {
  var value = 0
  for byte in digits {
    guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte), value < 100_000 else {
      return nil
    }
    value = value * 10 + Int(byte - UInt8(ascii: "0"))
  }
  return value
}

/// Writes a non-negative number with leading zeros.
package func padded(_ number: Int, to width: Int) -> String {
  let digits = "\(number)"
  return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
}
