public import Amounts

/// The year over which the gifts to one person are added up; a firm's written procedures say which.
public enum GiftYear: Hashable, Sendable {
  /// January to December, which is what a register without a word on it gets.
  case calendar
  /// A year that begins on this day of this month.
  case fiscal(month: Int, day: Int)
  /// The twelve months that end with each gift.
  case rolling

  /// Returns the first day whose gifts count together with one given on a day.
  public func start(for date: CalendarDate) -> CalendarDate {
    switch self {
    case .calendar: return Self.start(month: 1, day: 1, for: date)
    case .fiscal(let month, let day): return Self.start(month: month, day: day, for: date)
    case .rolling: return date.addingMonths(-12).advanced(by: 1)
    }
  }

  private static func start(month: Int, day: Int, for date: CalendarDate) -> CalendarDate {
    let candidate = first(month: month, day: day, year: date.year)
    return candidate <= date ? candidate : first(month: month, day: day, year: date.year - 1)
  }

  /// 29 February begins the year on the 28th where there is none.
  private static func first(month: Int, day: Int, year: Int) -> CalendarDate {
    let start = YearMonth(monthNumber: year * 12 + month - 1)
    return start.firstDay.advanced(by: min(day, start.dayCount) - 1)
  }
}

extension GiftYear {
  /// Reads "calendar", "rolling" or "fiscal:07-01"; nil for other text.
  public init?(_ text: String) {
    switch text.lowercased() {
    case "calendar": self = .calendar
    case "rolling": self = .rolling
    case let text where text.hasPrefix("fiscal:"):
      // 2024 is a leap year, so 29 February is a day of it.
      guard let date = CalendarDate(iso: "2024-\(text.dropFirst("fiscal:".count))") else {
        return nil
      }
      self = .fiscal(month: date.month, day: date.day)
    default: return nil
    }
  }
}

extension GiftYear: CustomStringConvertible {
  /// The year in words, such as "the fiscal year from 07-01".
  public var description: String {
    switch self {
    case .calendar: "the calendar year"
    case .fiscal(let month, let day):
      "the fiscal year from \("\(YearMonth(monthNumber: 2024 * 12 + month - 1).firstDay.advanced(by: day - 1))".suffix(5))"
    case .rolling: "the twelve months up to each gift"
    }
  }
}
