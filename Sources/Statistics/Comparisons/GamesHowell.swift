/// All pairwise differences of means, adjusted together, without assuming equal variances.
///
/// t = (x̄ᵢ − x̄ⱼ)/√(SEᵢ² + SEⱼ²) with Welch's degrees of freedom, p = P(Q > |t|√2) from the studentised
/// range of as many means as there are groups. Source: Games, Howell, J. Educ. Stat. 1 (1976).
public struct GamesHowell: Sendable {
  /// Two groups and the difference of their means.
  public struct Pair: Sendable, Hashable {
    /// The index of the first group.
    public let first: Int
    /// The index of the second group.
    public let second: Int
    /// The first mean less the second, with the simultaneous interval.
    public let difference: Estimate
    /// The adjusted p-value; nil when neither group varies.
    public let pValue: Double?
  }

  /// The pairs of groups of two or more records, ordered by first and second group.
  public let pairs: [Pair]

  /// Compares groups; those of fewer than two records have no standard error and are left out.
  ///
  /// - Complexity: O(n + pairs), with some milliseconds for a pair.
  public init(_ groups: [Sample], level: Double = 0.95) throws(SampleFailure) {
    let usable = groups.indices.filter { groups[$0].variance != nil }
    var means: [Estimate?] = []
    for group in groups { means.append(try group.meanEstimate()) }
    var pairs: [Pair] = []
    for (position, first) in usable.enumerated() {
      for second in usable[(position + 1)...] {
        guard let test = WelchTest(means[first], means[second], level: level) else { continue }
        let difference = test.difference
        guard let error = difference.standardError, let freedom = difference.degreesOfFreedom,
          let statistic = test.statistic,
          let range = try? StudentizedRange(count: usable.count, degreesOfFreedom: max(1, freedom))
        else {
          pairs.append(Pair(first: first, second: second, difference: difference, pValue: nil))
          continue
        }
        let margin = range.quantile(level) * error / 2.0.squareRoot()
        pairs.append(
          Pair(
            first: first, second: second,
            difference: Estimate(
              value: difference.value, standardError: error, degreesOfFreedom: freedom,
              interval: ConfidenceInterval(
                lower: difference.value - margin, upper: difference.value + margin, level: level)),
            pValue: range.upperTail(at: abs(statistic) * 2.0.squareRoot())))
      }
    }
    self.pairs = pairs
  }
}
