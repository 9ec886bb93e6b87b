/// A year, half, quarter or month, of the calendar or of the years of a plan, by the name that people
/// write.
public struct CalendarPeriod: Hashable, Sendable {
  /// The name, such as "2021-Q2", or "FY2021-Q2" for the second quarter of the plan's year.
  public let name: String
  /// Its first and last day, both in it.
  public let days: ClosedRange<CalendarDate>

  /// Reads "2021", "2021-H1", "2021-Q2" or "2021-05"; nil for other text, a single day too, because
  /// nobody is paid for one.
  ///
  /// With FY before it the name means a part of the year that begins on the day and month of
  /// `yearStarts`, and that is named by the calendar year in which it begins: "FY2021", "FY2021-H1",
  /// "FY2021-Q2" or "FY2021-M5" for its fifth month.
  ///
  /// - Parameters:
  ///   - text: The name.
  ///   - yearStarts: A day on which a year of the plan begins; nil for the first of January.
  public init?(_ text: some StringProtocol, yearStarts: CalendarDate? = nil) {
    name = text.uppercased()
    if let month = YearMonth(iso: text) {
      days = month.firstDay...month.lastDay
      return
    }
    let isOfPlan = name.hasPrefix("FY")
    let parts = name.dropFirst(isOfPlan ? 2 : 0)
      .split(separator: "-", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), parts[0].utf8.count == 4,
      let year = decimal(parts[0].utf8),
      let months = parts.count == 1 ? 0..<12 : Self.months(parts[1], isOfPlan: isOfPlan),
      let january = CalendarDate(year: year, month: 1, day: 1)
    else { return nil }
    let start =
      isOfPlan
      ? yearStarts.map { $0.addingMonths(12 * (year - $0.year)) } ?? january : january
    days =
      start.addingMonths(
        months.lowerBound)...start.addingMonths(months.upperBound)
      .advanced(by: -1)
  }

  /// Returns the period of the same kind that comes after it; nil after the last year that is known.
  ///
  /// - Parameter yearStarts: The day that its name was read with.
  /// - Returns: The next month, quarter, half or year.
  public func following(yearStarts: CalendarDate? = nil) -> CalendarPeriod? {
    if let month = YearMonth(iso: name) {
      return CalendarPeriod("\(month.advanced(by: 1))", yearStarts: yearStarts)
    }
    let prefix = name.hasPrefix("FY") ? "FY" : ""
    let parts = name.dropFirst(prefix.count).split(separator: "-")
    guard let year = parts.first.flatMap({ decimal($0.utf8) }) else { return nil }
    let following = "\(prefix)\(padded(year + 1, to: 4))"
    guard parts.count == 2, let kind = parts[1].first,
      let number = decimal(parts[1].dropFirst().utf8)
    else { return CalendarPeriod(following, yearStarts: yearStarts) }
    return CalendarPeriod("\(prefix)\(parts[0])-\(kind)\(number + 1)", yearStarts: yearStarts)
      ?? CalendarPeriod("\(following)-\(kind)1", yearStarts: yearStarts)
  }

  /// The months of a part of the year, counted from 0; those of the calendar have names of their own.
  private static func months(_ part: Substring, isOfPlan: Bool) -> Range<Int>? {
    guard let kind = part.first, let number = decimal(part.dropFirst().utf8) else { return nil }
    let (length, digits) =
      switch kind {
      case "H": (6, 1)
      case "Q": (3, 1)
      case "M" where isOfPlan: (1, 2)
      default: (0, 0)
      }
    guard length > 0, part.count <= 1 + digits, (1...12 / length).contains(number) else {
      return nil
    }
    return (number - 1) * length..<number * length
  }
}
