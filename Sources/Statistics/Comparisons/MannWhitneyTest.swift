internal import CSpecialFunctions

/// The test of Mann, Whitney and Wilcoxon: does a value of the first sample tend to be the larger?
///
/// Source: Mann, Whitney, Ann. Math. Stat. 18 (1947). With unequal spreads it is not a test of
/// location; see `BrunnerMunzelTest`.
public struct MannWhitneyTest: Sendable, Hashable {
  /// How the p-value is found.
  public enum Method: String, Sendable, Hashable {
    /// Exactly when both samples have fewer than 50 values and there are no ties, as R does.
    case automatic
    /// From the exact distribution of U without ties, up to 4,000,000 pairs; beyond, as `normal`.
    case exact
    /// From the normal distribution, with corrections for ties and, of ½, for continuity.
    case normal
  }

  /// U of the first sample: the pairs in which its value is larger, ties counting half.
  public let u: Double
  /// The probability that a value of the first is larger than one of the second, plus half of ties.
  public let superiority: Double
  /// The two-sided p-value; nil when all values are equal.
  public let pValue: Double?
  /// The method that was used, `exact` or `normal`.
  public let method: Method

  /// Cliff's delta: superiority scaled to run from −1 to 1, 2U/(n₁n₂) − 1.
  public var cliffDelta: Double { 2 * superiority - 1 }

  /// Compares two samples; nil when one is empty. Tied values have no exact p-value.
  ///
  /// - Complexity: O(n log n); the exact p-value O(n₁² n₂).
  public init?(
    _ first: UnweightedSample, _ second: UnweightedSample, method: Method = .automatic
  ) {
    guard first.count > 0, second.count > 0 else { return nil }
    let (n1, n2) = (Double(first.count), Double(second.count))
    let ranks = Ranks(first.values + second.values)
    u = ranks.ranks[..<first.count].reduce(0, +) - n1 * (n1 + 1) / 2
    superiority = u / (n1 * n2)
    let canBeExact = ranks.tieSum == 0 && n1 * n2 <= 4_000_000
    let isSmall = first.count < 50 && second.count < 50
    if canBeExact, method == .exact || (method == .automatic && isSmall) {
      self.method = .exact
      let lower = Self.lowerTail(of: min(u, n1 * n2 - u), first.count, second.count)
      pValue = min(1, 2 * lower)
    } else {
      self.method = .normal
      let n = n1 + n2
      let variance = n1 * n2 / 12 * (n + 1 - ranks.tieSum / (n * (n - 1)))
      guard variance > 0 else {
        pValue = nil
        return
      }
      let distance = max(0, abs(u - n1 * n2 / 2) - 0.5)
      pValue = min(1, 2 * sf_normal_cdf(-distance / variance.squareRoot()))
    }
  }

  /// P(U ≤ u) without ties: the coefficients of the Gaussian binomial, by dynamic programming.
  private static func lowerTail(of u: Double, _ first: Int, _ second: Int) -> Double {
    let (small, large) = (min(first, second), max(first, second))
    let size = small * large
    // Π (1 − q^(large+i)) / (1 − q^i), i = 1…small; probabilities, so that nothing overflows.
    var probabilities = [Double](repeating: 0, count: size + 1)
    probabilities[0] = 1
    for i in 1...small {
      for power in stride(from: size, through: large + i, by: -1) {
        probabilities[power] -= probabilities[power - large - i]
      }
      for power in stride(from: i, through: size, by: 1) {
        probabilities[power] += probabilities[power - i]
      }
      let scale = Double(i) / Double(large + i)
      for power in probabilities.indices { probabilities[power] *= scale }
    }
    return probabilities[...min(size, Int(u))].reduce(0, +)
  }
}
