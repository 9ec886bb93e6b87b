public import Amounts

/// How often an index is published, and so which months one observation stands for.
public enum IndexFrequency: String, Hashable, Sendable, CaseIterable {
  case month
  case quarter
  case year

  /// The last month of the period that holds a month; observations are dated by it.
  public func period(holding month: YearMonth) -> YearMonth {
    switch self {
    case .month: month
    case .quarter: month.quarterEnd
    case .year: YearMonth(monthNumber: month.year * 12 + 11)
    }
  }

  /// Returns how the period that ends with a month is written: "2021-05", "2021 Q2", "2021".
  public func label(of period: YearMonth) -> String {
    switch self {
    case .month: "\(period)"
    case .quarter: "\(period.year) Q\((period.month + 2) / 3)"
    case .year: "\(period.year)"
    }
  }
}
