public import Amounts

/// What one unit of a foreign currency is worth in the plan's currency, month by month.
public struct MonthlyRates: Sendable {
  private struct Key: Hashable {
    var currency: Currency
    var month: YearMonth
  }

  private var rates: [Key: Ratio] = [:]

  /// Creates an empty table.
  public init() {}

  /// Returns the rate of a month.
  public func rate(of currency: Currency, in month: YearMonth) -> Ratio? {
    rates[Key(currency: currency, month: month)]
  }

  /// Sets the rate of a month.
  public mutating func set(_ rate: Ratio, of currency: Currency, in month: YearMonth) {
    rates[Key(currency: currency, month: month)] = rate
  }
}
