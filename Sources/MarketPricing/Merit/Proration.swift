public import Amounts

/// The part of an increase that a person gets who was there for a part of the period.
public struct Proration: Hashable, Sendable {
  /// How the part is counted.
  public enum Count: String, Hashable, Sendable, CaseIterable {
    /// Days, both ends included, over the days of the period.
    case days
    /// Months that begin with the month of the first day, over those of the period.
    case months
  }

  /// The first day of the period.
  public var start: CalendarDate
  /// Its last day.
  public var end: CalendarDate
  /// How the part is counted.
  public var count: Count
  /// The decimals that the part is rounded to before it is used; nil leaves it exact.
  public var places: Int?

  /// Creates a rule.
  public init(
    from start: CalendarDate, to end: CalendarDate, by count: Count = .days, places: Int? = nil
  ) {
    self.start = start
    self.end = end
    self.count = count
    self.places = places
  }

  /// Returns the part for somebody who is there since a day: 1 from the first day on, 0 after the last.
  public func part(since day: CalendarDate) throws(ArithmeticFailure) -> Ratio {
    let first = max(day, start)
    guard first <= end else { return .zero }
    let part =
      switch count {
      case .days: try Ratio(first.distance(to: end) + 1) / Ratio(start.distance(to: end) + 1)
      case .months:
        try Ratio(first.yearMonth.distance(to: end.yearMonth) + 1)
          / Ratio(start.yearMonth.distance(to: end.yearMonth) + 1)
      }
    guard let places else { return part }
    var step = Ratio.one
    for _ in 0..<places { step = try step / 10 }
    return try part.rounded(toMultipleOf: step)
  }
}
