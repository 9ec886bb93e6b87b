public import Statistics

/// The mean and the usual percentiles of equally likely amounts in major units.
public struct OutcomeRange: Hashable, Sendable {
  /// The mean, with its Monte Carlo standard error.
  public let mean: Estimate
  /// The mean.
  public var expected: Double { mean.value }
  /// What one outcome in ten does not exceed.
  public let p10: Double
  /// The median.
  public let p50: Double
  /// What nine outcomes in ten do not exceed.
  public let p90: Double

  /// Creates the range of amounts; without any, or with one that is not finite, all is 0.
  ///
  /// - Complexity: O(n) on average.
  public init(of amounts: [Double]) {
    var scratch = amounts
    let quantiles = Sample.quantiles([0.1, 0.5, 0.9], rearranging: &scratch) ?? [0, 0, 0]
    mean = amounts.isEmpty ? Estimate(0, nil) : Spread(of: amounts).mean
    (p10, p50, p90) = (quantiles[0], quantiles[1], quantiles[2])
  }
}
