public import Amounts

/// Percentiles of pay, exact, in major units for a year.
public struct PayPercentiles: Hashable, Sendable {
  /// The percentiles that surveys publish.
  public static let usual: [Int] = [10, 25, 50, 75, 90]

  private var values: [Int: Ratio]

  /// Creates percentiles from pay by the number of the percentile, such as 50.
  public init(_ values: [Int: Ratio]) {
    self.values = values
  }

  /// The pay at a percentile; nil where it was not published.
  public subscript(percentile: Int) -> Ratio? { values[percentile] }

  /// The numbers of the percentiles, ascending.
  public var published: [Int] { values.keys.sorted() }

  /// The first percentile that is above the next one, with that; nil where none is.
  public var inversion: (lower: Int, higher: Int)? {
    zip(published, published.dropFirst()).first { lower, higher in
      guard let low = values[lower], let high = values[higher] else { return false }
      return high < low
    }.map { (lower: $0, higher: $1) }
  }

  /// Returns the pay at any percentile, on a straight line between the published neighbours.
  ///
  /// There is none beyond the ends: scaling the median instead has P60 at 20 % above it.
  public func interpolated(at percentile: Ratio) throws(ArithmeticFailure) -> Ratio? {
    guard let lower = published.last(where: { Ratio($0) <= percentile }),
      let higher = published.first(where: { percentile <= Ratio($0) }),
      let low = values[lower], let high = values[higher]
    else { return nil }
    if lower == higher { return low }
    let share = try (percentile - Ratio(lower)) / Ratio(higher - lower)
    return try low + share * (high - low)
  }

  /// Returns all of them times a factor.
  public func scaled(by factor: Ratio) throws(ArithmeticFailure) -> PayPercentiles {
    var scaled = self
    for (percentile, pay) in values { scaled.values[percentile] = try pay * factor }
    return scaled
  }

  /// Returns the weighted mean of each percentile that all have; the weights are normalised.
  ///
  /// It is no percentile of the pooled pay, for which the pay of each person would be needed.
  public static func blend(
    _ parts: [(pay: PayPercentiles, weight: Ratio)]
  ) throws(ArithmeticFailure) -> PayPercentiles {
    var blended = PayPercentiles([:])
    guard let first = parts.first else { return blended }
    let total = try parts.map(\.weight).sum()
    for percentile in first.pay.published {
      let pays = parts.compactMap { $0.pay[percentile] }
      guard pays.count == parts.count else { continue }
      let products = try zip(pays, parts).map { (pay, part) throws(ArithmeticFailure) in
        try pay * part.weight
      }
      blended.values[percentile] = try products.sum() / total
    }
    return blended
  }
}
