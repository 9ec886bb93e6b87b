internal import Statistics

/// The mean and the usual percentiles of equally likely amounts in major units.
public struct OutcomeRange: Hashable, Sendable {
  /// The mean.
  public let expected: Double
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
    expected = amounts.isEmpty ? 0 : amounts.reduce(0, +) / Double(amounts.count)
    (p10, p50, p90) = (quantiles[0], quantiles[1], quantiles[2])
  }
}
