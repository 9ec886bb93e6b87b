/// The test of Brunner and Munzel of P(X > Y) + ½P(X = Y) = ½, right under unequal spreads.
///
/// Source: Brunner, Munzel, "The nonparametric Behrens-Fisher problem", Biom. J. 42 (2000). Not
/// reliable with fewer than 10 values in a sample.
public struct BrunnerMunzelTest: Sendable, Hashable {
  /// The probability that a value of the first is larger than one of the second, plus half of ties.
  ///
  /// Its interval is the t interval.
  public let superiority: Estimate
  /// The statistic; positive when the first sample tends to be larger. Nil without variation.
  public let statistic: Double?
  /// The two-sided p-value from Student's t; nil without variation.
  public let pValue: Double?

  /// Compares two samples; nil unless both have two values.
  ///
  /// When the samples do not overlap, or all values are equal, nothing varies: the superiority is
  /// known but the statistic is not.
  ///
  /// - Complexity: O(n log n).
  public init?(_ first: UnweightedSample, _ second: UnweightedSample, level: Double = 0.95) {
    guard first.count > 1, second.count > 1 else { return nil }
    let (n1, n2) = (Double(first.count), Double(second.count))
    let all = Ranks(first.values + second.values).ranks
    let placements1 = zip(all[..<first.count], Ranks(first.values).ranks).map { $0 - $1 }
    let placements2 = zip(all[first.count...], Ranks(second.values).ranks).map { $0 - $1 }
    func variance(_ placements: [Double]) -> Double {
      let mean = placements.reduce(0, +) / Double(placements.count)
      return placements.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(placements.count - 1)
    }
    // Per unit of superiority: the placements of one sample run from 0 to the size of the other.
    let part1 = variance(placements1) / (n2 * n2 * n1)
    let part2 = variance(placements2) / (n1 * n1 * n2)
    let value = placements1.reduce(0, +) / (n1 * n2)
    let total = part1 + part2
    guard total > 0 else {
      superiority = Estimate(
        value: value, standardError: nil, degreesOfFreedom: nil, interval: nil)
      (statistic, pValue) = (nil, nil)
      return
    }
    let degreesOfFreedom = total * total / (part1 * part1 / (n1 - 1) + part2 * part2 / (n2 - 1))
    superiority = Estimate(
      value: value, standardError: total.squareRoot(), degreesOfFreedom: degreesOfFreedom,
      level: level)
    let statistic = (value - 0.5) / total.squareRoot()
    self.statistic = statistic
    pValue = StudentT.twoSided(statistic, degreesOfFreedom)
  }
}
