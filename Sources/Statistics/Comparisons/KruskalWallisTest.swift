internal import CSpecialFunctions

/// The test of Kruskal and Wallis of several samples by ranks, with the correction for ties.
///
/// H = 12/(N(N+1)) Σ R_g²/n_g − 3(N+1), divided by 1 − Σ(t³−t)/(N³−N). Source: Kruskal, Wallis,
/// "Use of ranks in one-criterion variance analysis", JASA 47 (1952).
public struct KruskalWallisTest: Sendable, Hashable {
  /// H, corrected for ties; at least 0, and larger where the groups differ more.
  public let statistic: Double
  /// The number of samples less one.
  public let degreesOfFreedom: Int
  /// The p-value from the chi-squared distribution.
  public let pValue: Double

  /// Compares samples; nil for fewer than two that are not empty, or when all values are equal.
  ///
  /// - Complexity: O(N log N).
  public init?(_ samples: [UnweightedSample]) {
    let filled = samples.filter { $0.count > 0 }
    guard filled.count > 1 else { return nil }
    let ranks = Ranks(filled.flatMap(\.values))
    let n = Double(ranks.ranks.count)
    let correction = 1 - ranks.tieSum / (n * n * n - n)
    guard correction > 0 else { return nil }
    var sum = 0.0
    var start = 0
    for sample in filled {
      // Centred at the mean rank: the difference of two large sums would lose digits.
      let total = ranks.ranks[start..<start + sample.count].reduce(0) { $0 + $1 - (n + 1) / 2 }
      sum += total * total / Double(sample.count)
      start += sample.count
    }
    statistic = 12 / (n * (n + 1)) * sum / correction
    degreesOfFreedom = filled.count - 1
    pValue = statistic > 0 ? sf_gamma_q(Double(degreesOfFreedom) / 2, statistic / 2) : 1
  }
}
