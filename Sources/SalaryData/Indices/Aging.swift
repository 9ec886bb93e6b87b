public import Amounts

/// A way to move pay to one date: by an index or at a rate per year.
public enum Aging: Hashable, Sendable {
  /// By a published index, beyond whose end there is no answer unless a yearly rate is given.
  case index(PriceIndex, extrapolatingAt: Double? = nil)
  /// At a rate per year.
  case rate(RateOfAging)

  /// Returns the factor between two months.
  public func factor(from start: YearMonth, to end: YearMonth) throws(IndexGap) -> AgingFactor {
    switch self {
    case .index(let index, let rate?):
      return try index.factor(from: start, to: end, extrapolatingAt: rate)
    case .index(let index, nil):
      return try index.factor(from: start, to: end)
    case .rate(let rate):
      let months = start.distance(to: end)
      return AgingFactor(value: rate.factor(months: months), rule: .rate(rate, months: months))
    }
  }
}
