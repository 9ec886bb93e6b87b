extension Sample {
  /// The median by the usual rule for the weighting; nil for an empty sample.
  ///
  /// - Complexity: O(n) on average without weights, else O(n log n).
  public var median: Double? { quantile(0.5) }

  /// Returns a quantile; nil for an empty sample or a share outside [0, 1].
  ///
  /// Without a rule it is the usual one for the weighting. A single value is its own quantile.
  ///
  /// - Complexity: O(n) on average without weights, else O(n log n).
  public func quantile(_ p: Double, _ rule: QuantileRule? = nil) -> Double? {
    quantiles([p], rule)?[0]
  }

  /// Returns several quantiles at once; nil for an empty sample or a share outside [0, 1].
  ///
  /// - Complexity: O(n log r) on average for r quantiles without weights, else O(n log n).
  public func quantiles(_ shares: [Double], _ rule: QuantileRule? = nil) -> [Double]? {
    guard count > 0, shares.allSatisfy({ (0...1).contains($0) }) else { return nil }
    guard weighting == .none else { return QuantileSource(self, rule).quantiles(shares) }
    var rearranged = values
    return QuantileSource.select(shares, rule ?? .standard(for: weighting), in: &rearranged)
  }

  /// Returns quantiles of values that may be rearranged: nothing is copied.
  ///
  /// The values must be finite, the shares in [0, 1]; nil where they are not, or without values.
  ///
  /// - Complexity: O(n log r) on average for r quantiles.
  public static func quantiles(
    _ shares: [Double], _ rule: QuantileRule = .hyndmanFan7, rearranging values: inout [Double]
  ) -> [Double]? {
    guard !values.isEmpty, shares.allSatisfy({ (0...1).contains($0) }),
      values.allSatisfy(\.isFinite)
    else { return nil }
    return QuantileSource.select(shares, rule, in: &values)
  }

  /// Puts the values of a plain sample in ascending order; sums over the records then round otherwise.
  ///
  /// - Complexity: O(n) for values of few digits.
  package mutating func sort() {
    precondition(isPlain, "weights and a design belong to records")
    DigitSort.sort(&values)
  }

  /// The weighted share of values up to and including x; nil for an empty sample.
  ///
  /// - Complexity: O(n).
  public func share(atMost x: Double) -> Double? {
    guard count > 0 else { return nil }
    guard let weights else { return Double(values.count { $0 <= x }) / Double(count) }
    var sum = 0.0
    for row in values.indices where values[row] <= x { sum += weights[row] }
    return sum / totalWeight
  }
}
