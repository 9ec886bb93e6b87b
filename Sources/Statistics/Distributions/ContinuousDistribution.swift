/// A continuous probability distribution on the real line.
///
/// The distributions here compute either tail as such, not as 1 minus the other.
public protocol ContinuousDistribution: Sendable, Hashable {
  /// The probability density at a point.
  func density(at x: Double) -> Double
  /// The probability of a value up to and including `x`.
  func cumulative(at x: Double) -> Double
  /// The probability of a value above `x`.
  func upperTail(at x: Double) -> Double
  /// The value below which the probability is `p`; NaN for a `p` outside [0, 1].
  func quantile(_ p: Double) -> Double
  /// The expected value; NaN or infinite where the distribution has none.
  var mean: Double { get }
  /// The variance; NaN or infinite where the distribution has none.
  var variance: Double { get }
}

extension ContinuousDistribution {
  /// 1 minus the cumulative probability, which far out loses its digits.
  public func upperTail(at x: Double) -> Double { 1 - cumulative(at: x) }

  /// The square root of the variance.
  public var standardDeviation: Double { variance.squareRoot() }

  /// The probability of a value above `lower`, up to and including `upper`.
  public func probability(from lower: Double, to upper: Double) -> Double {
    guard lower < upper else { return 0 }
    // The difference of the two smaller tails loses the fewest digits.
    let below = cumulative(at: lower)
    return below > 0.5
      ? upperTail(at: lower) - upperTail(at: upper) : cumulative(at: upper) - below
  }
}
