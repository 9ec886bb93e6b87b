public import Amounts

/// What an amount is multiplied by to stand at another date, and where that number is from.
public struct AgingFactor: Hashable, Sendable {
  /// Where a factor is from.
  public enum Rule: Hashable, Sendable {
    /// The quotient of two published values.
    case index(IndexSteps)
    /// The quotient of two published values, carried on at a rate for some months.
    case extrapolatedIndex(IndexSteps, RateOfAging, months: Int)
    /// A rate per year over some months.
    case rate(RateOfAging, months: Int)
  }

  /// The factor, 1 for no change.
  public let value: Double
  /// The index or the rate that the factor comes from.
  public let rule: Rule

  /// Returns an amount at the other date, rounded to the minor unit, ties to even.
  ///
  /// An aged amount is an estimate, so it goes through binary floating point.
  public func apply(to money: Money) throws(ArithmeticFailure) -> Money {
    let product = (Double(money.minorUnits) * value).rounded(.toNearestOrEven)
    guard let minorUnits = Int64(exactly: product) else { throw .overflow }
    return Money(minorUnits: minorUnits, currency: money.currency)
  }
}

/// The two published values that a factor was made from.
public struct IndexSteps: Hashable, Sendable {
  /// The short name of the index.
  public let name: String
  /// The period of the amount, such as "2021 Q2".
  public let fromPeriod: String
  /// The level at that period.
  public let fromLevel: Double
  /// The period that the amount is moved to.
  public let toPeriod: String
  /// The level at that period.
  public let toLevel: Double
  /// The releases that the two levels were read from, where the index is revised.
  public let vintages: [String]

  init(index: PriceIndex, from first: PriceIndex.Observation, to last: PriceIndex.Observation) {
    name = index.name
    fromPeriod = index.frequency.label(of: first.period)
    fromLevel = first.level
    toPeriod = index.frequency.label(of: last.period)
    toLevel = last.level
    let known = [first.vintage, last.vintage].compactMap(\.self)
    vintages = known.first == known.last ? Array(known.prefix(1)) : known
  }

  /// Whether the two levels are from releases that may not fit together exactly.
  public var mixesVintages: Bool { vintages.count > 1 }
}
