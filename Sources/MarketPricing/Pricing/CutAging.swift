public import Amounts

#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif

/// How the pay of survey cuts is brought to one day at a rate per year.
///
/// The three methods differ by tenths of a percent over some years, and so do the two counts of days: both
/// belong to the answer.
public struct CutAging: Hashable, Sendable {
  /// How the years add up.
  public enum Method: String, Hashable, Sendable, CaseIterable {
    /// 1 + rate × years.
    case simple
    /// (1 + rate) to the power of the years.
    case compound
    /// (1 + rate) for each full year, and 1 + rate × rest for what is left of one.
    case stepped
  }

  /// How the part of a year is counted.
  public enum DayCount: String, Hashable, Sendable, CaseIterable {
    /// Full months and the days of one that has begun, over 12.
    case months
    /// Days over 365.
    case days
  }

  /// How the years add up.
  public var method: Method
  /// How the part of a year is counted.
  public var dayCount: DayCount
  /// The day to bring pay to.
  public var target: CalendarDate

  /// Creates a way of aging; simple by months is the commonest.
  public init(
    to target: CalendarDate, _ method: Method = .simple, by dayCount: DayCount = .months
  ) {
    self.target = target
    self.method = method
    self.dayCount = dayCount
  }

  /// Returns what pay of a day is multiplied by, exactly but for `compound`, which has fifteen decimals.
  ///
  /// A step back in time divides by the factor of the same step forward.
  public func factor(
    from date: CalendarDate, yearly rate: Ratio
  ) throws(ArithmeticFailure) -> Ratio {
    guard date <= target else {
      return try .one / Self(to: date, method, by: dayCount).factor(from: target, yearly: rate)
    }
    let growth = try .one + rate
    switch method {
    case .simple: return try .one + rate * years(from: date)
    case .compound:
      let years = try years(from: date)
      return try Ratio(estimate: pow(growth.doubleValue, years.doubleValue))
    case .stepped:
      let whole = date.fullMonths(to: target) / 12
      let rest = try years(from: date.addingMonths(12 * whole))
      var factor = try .one + rate * rest
      for _ in 0..<whole { factor = try factor * growth }
      return factor
    }
  }

  /// Returns the years from a day to the target, exactly.
  public func years(from date: CalendarDate) throws(ArithmeticFailure) -> Ratio {
    guard dayCount == .months else { return try Ratio(date.distance(to: target)) / 365 }
    let whole = date.fullMonths(to: target)
    let begun = date.addingMonths(whole)
    let length = begun.distance(to: date.addingMonths(whole + 1))
    return try (Ratio(whole) + Ratio(begun.distance(to: target)) / Ratio(length)) / 12
  }
}

extension CalendarDate {
  /// The months that are over on a later day.
  fileprivate func fullMonths(to end: CalendarDate) -> Int {
    let months = yearMonth.distance(to: end.yearMonth)
    return addingMonths(months) <= end ? months : months - 1
  }
}

/// Where in the market of a plan year pay is to stand.
public enum PayPolicy: String, Hashable, Sendable, CaseIterable {
  /// At the market of the first day, and behind it from then on.
  case lag
  /// At the market of the middle, which is the commonest.
  case leadLag = "lead-lag"
  /// At the market of the end, and ahead of it until then.
  case lead

  /// Returns the day to bring pay to, for a plan year that begins on a day.
  public func target(ofYearFrom start: CalendarDate) -> CalendarDate {
    switch self {
    case .lag: start
    case .leadLag: start.addingMonths(6)
    case .lead: start.addingMonths(12)
    }
  }
}
