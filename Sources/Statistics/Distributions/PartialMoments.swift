/// A distribution whose moments over part of its range have a closed form.
public protocol PartialMoments: ContinuousDistribution {
  /// Returns E[Xᵏ; X ≤ bound], the k-th moment counted only where X does not exceed the bound.
  ///
  /// Order 0 is the cumulative probability. NaN for a negative order.
  func partialMoment(_ order: Int, upTo bound: Double) -> Double
}
