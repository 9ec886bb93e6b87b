public import Amounts

/// Percentiles of pay, exact, in major units for a year.
///
/// Of some only an amount is known that they are not below: publishers such as OEWS print no pay from a
/// limit on. What is computed from such a percentile is known in the same way, and never a number.
public struct PayPercentiles: Hashable, Sendable {
  /// The percentiles that surveys publish.
  public static let usual: [Int] = [10, 25, 50, 75, 90]

  private var values: [Int: Ratio]
  /// The amounts that the other percentiles are not below.
  private var bounds: [Int: Ratio]

  /// Creates percentiles from pay by the number of the percentile, such as 50.
  ///
  /// - Parameters:
  ///   - values: The pay at percentiles.
  ///   - bounds: The amounts that further percentiles are not below.
  public init(_ values: [Int: Ratio], atLeast bounds: [Int: Ratio] = [:]) {
    self.values = values
    self.bounds = bounds.filter { values[$0.key] == nil }
  }

  /// The pay at a percentile; nil where it was not published, or only as a bound.
  public subscript(percentile: Int) -> Ratio? { values[percentile] }

  /// The pay at a percentile, or the amount that it is not below.
  public func lowerBound(at percentile: Int) -> Ratio? {
    values[percentile] ?? bounds[percentile]
  }

  /// Whether of some percentile only a bound is known.
  public var hasBounds: Bool { !bounds.isEmpty }

  /// The numbers of the percentiles, ascending, those with a bound among them.
  public var published: [Int] { (Array(values.keys) + bounds.keys).sorted() }

  /// The first percentile that is above the next one, with that; nil where none is.
  public var inversion: (lower: Int, higher: Int)? {
    zip(published, published.dropFirst()).first { lower, higher in
      guard let low = lowerBound(at: lower), let high = lowerBound(at: higher) else {
        return false
      }
      return high < low
    }.map { (lower: $0, higher: $1) }
  }

  /// Returns the pay at any percentile, on a straight line between the published neighbours.
  ///
  /// There is none beyond the ends, and beside a bound: scaling the median instead has P60 at 20 % above it.
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
    for (percentile, bound) in bounds { scaled.bounds[percentile] = try bound * factor }
    return scaled
  }

  /// Returns all of them in whole steps: pay to the nearest one, halves up, and bounds down, so that they
  /// still are bounds.
  public func rounded(toMultipleOf step: Ratio) throws(ArithmeticFailure) -> PayPercentiles {
    var rounded = self
    for (percentile, pay) in values {
      rounded.values[percentile] = try pay.rounded(toMultipleOf: step)
    }
    for (percentile, bound) in bounds {
      rounded.bounds[percentile] = try (bound / step).rounded(.down) * step
    }
    return rounded
  }

  /// Returns the weighted mean of each percentile that all have; the weights are normalised.
  ///
  /// It is no percentile of the pooled pay, for which the pay of each person would be needed. Where one
  /// of them is a bound, so is the mean.
  public static func blend(
    _ parts: [(pay: PayPercentiles, weight: Ratio)]
  ) throws(ArithmeticFailure) -> PayPercentiles {
    var blended = PayPercentiles([:])
    guard let first = parts.first else { return blended }
    let total = try parts.map(\.weight).sum()
    for percentile in first.pay.published {
      let pays = parts.compactMap { $0.pay.lowerBound(at: percentile) }
      guard pays.count == parts.count else { continue }
      let products = try zip(pays, parts).map { (pay, part) throws(ArithmeticFailure) in
        try pay * part.weight
      }
      let mean = try products.sum() / total
      if parts.allSatisfy({ $0.pay[percentile] != nil }) {
        blended.values[percentile] = mean
      } else {
        blended.bounds[percentile] = mean
      }
    }
    return blended
  }
}
