/// The span of work that an amount of pay is for.
public enum PayPeriod: String, Hashable, Sendable, CaseIterable {
  case hour
  case day
  case week
  case twoWeeks = "two weeks"
  case halfMonth = "half month"
  case month
  case quarter
  case year

  /// How many of these spans make a year of full-time work.
  ///
  /// 2,080 hours are 52 weeks of 40 hours, the convention of the Bureau of Labor Statistics (OEWS);
  /// 260 days are 52 weeks of 5 days. Paid leave is counted as work.
  public var countPerYear: Int {
    switch self {
    case .hour: 2080
    case .day: 260
    case .week: 52
    case .twoWeeks: 26
    case .halfMonth: 24
    case .month: 12
    case .quarter: 4
    case .year: 1
    }
  }
}
