public import Amounts

/// What one unit of a foreign currency is worth in the plan's currency, month by month.
public struct MonthlyRates: Sendable {
  private struct Key: Hashable {
    var currency: Currency
    var month: YearMonth
    /// What it is converted to; nil for the currency of whichever plan is paid.
    var target: Currency?
  }

  private var rates: [Key: Ratio] = [:]

  /// Creates an empty table.
  public init() {}

  /// Returns the rate of a month, to a currency if it is said, and else to that of the plan.
  public func rate(
    of currency: Currency, in month: YearMonth, to target: Currency? = nil
  ) -> Ratio? {
    rates[Key(currency: currency, month: month, target: target)]
  }

  /// Sets the rate of a month, to a currency or to that of the plan.
  public mutating func set(
    _ rate: Ratio, of currency: Currency, in month: YearMonth, to target: Currency? = nil
  ) {
    rates[Key(currency: currency, month: month, target: target)] = rate
  }

  /// The rates to the currency of whichever plan is paid, by currency and month.
  package var toPlan: [(currency: Currency, month: YearMonth, rate: Ratio)] {
    rates.filter { $0.key.target == nil }
      .map { (currency: $0.key.currency, month: $0.key.month, rate: $0.value) }
      .sorted { ($0.currency.code, $0.month) < ($1.currency.code, $1.month) }
  }

  /// Whether each rate says to which currency it converts, so that plans in several can use them.
  public var nameTargets: Bool { rates.keys.allSatisfy { $0.target != nil } }

  /// Returns the rates for a plan: those to its currency, and those that do not say to which.
  public func converting(to currency: Currency) -> MonthlyRates {
    var own = MonthlyRates()
    for (key, rate) in rates where key.target == nil || key.target == currency {
      own.set(rate, of: key.currency, in: key.month)
    }
    return own
  }
}
