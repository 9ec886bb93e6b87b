/// A calendar month of a year, the unit in which indices and reference periods are dated.
public struct YearMonth: Hashable, Sendable {
  /// Months since January of year 0.
  public let monthNumber: Int

  /// Creates a month from its number since January of year 0.
  public init(monthNumber: Int) {
    self.monthNumber = monthNumber
  }

  /// Creates a month; nil when the month is not in 1 to 12 or the year not in 1 to 9999.
  public init?(year: Int, month: Int) {
    guard (1...12).contains(month), (1...9999).contains(year) else { return nil }
    monthNumber = year * 12 + month - 1
  }

  /// Creates a month from ISO 8601 text such as "2021-05"; nil for other text.
  public init?(iso text: some StringProtocol) {
    let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].count == 4, parts[1].count == 2,
      let year = decimal(parts[0]), let month = decimal(parts[1])
    else { return nil }
    self.init(year: year, month: month)
  }

  /// The calendar year, such as 2021; 0 is the one before year 1.
  public var year: Int { (monthNumber < 0 ? monthNumber - 11 : monthNumber) / 12 }
  /// The month, 1 to 12.
  public var month: Int { monthNumber - year * 12 + 1 }

  /// The last month of the calendar quarter that holds this month.
  public var quarterEnd: YearMonth { advanced(by: 2 - (month - 1) % 3) }

  /// The number of days in the month.
  public var dayCount: Int { firstDay.distance(to: advanced(by: 1).firstDay) }

  /// The first day of the month.
  public var firstDay: CalendarDate {
    // Days-from-civil of Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms" (2013).
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return CalendarDate(dayNumber: Int32(era * 146_097 + dayOfEra - 719_468))
  }

  /// The last day of the month.
  public var lastDay: CalendarDate { firstDay.advanced(by: dayCount - 1) }
}

extension YearMonth: Strideable {
  public func distance(to other: YearMonth) -> Int { other.monthNumber - monthNumber }
  public func advanced(by months: Int) -> YearMonth {
    YearMonth(monthNumber: monthNumber + months)
  }
}

extension YearMonth: CustomStringConvertible {
  /// The month in ISO 8601, such as "2021-05".
  public var description: String { "\(padded(year, to: 4))-\(padded(month, to: 2))" }
}
