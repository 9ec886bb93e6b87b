/// A year, half, quarter or month of the calendar, or a single day, by the name that people write.
public struct CalendarPeriod: Hashable, Sendable {
  /// The name, such as "2021-Q2".
  public let name: String
  /// The days of it.
  public let days: ClosedRange<CalendarDate>

  /// Reads "2021", "2021-H1", "2021-Q2", "2021-05" or "2021-05-31"; nil for other text.
  public init?(_ text: some StringProtocol) {
    name = text.uppercased()
    if let day = CalendarDate(iso: text) {
      days = day...day
      return
    }
    if let month = YearMonth(iso: text) {
      days = month.firstDay...month.lastDay
      return
    }
    let parts = name.split(separator: "-", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), parts[0].utf8.count == 4,
      let year = decimal(parts[0].utf8),
      let months = parts.count == 1 ? 1...12 : Self.months[String(parts[1])],
      let first = YearMonth(year: year, month: months.lowerBound),
      let last = YearMonth(year: year, month: months.upperBound)
    else { return nil }
    days = first.firstDay...last.lastDay
  }

  private static let months: [String: ClosedRange<Int>] = [
    "H1": 1...6, "H2": 7...12, "Q1": 1...3, "Q2": 4...6, "Q3": 7...9, "Q4": 10...12,
  ]
}
