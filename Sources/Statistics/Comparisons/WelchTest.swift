/// Welch's test of equal means, which does not assume equal variances.
///
/// t = (x̄₁ − x̄₂)/√(SE₁² + SE₂²), with Satterthwaite's degrees of freedom
/// (SE₁² + SE₂²)²/(SE₁⁴/ν₁ + SE₂⁴/ν₂). Standard errors and ν are those of `meanEstimate`, so weights
/// and clusters count. Source: Welch, Biometrika 34 (1947). On logarithms of pay the difference is
/// the logarithm of the ratio of geometric means.
public struct WelchTest: Sendable, Hashable {
  /// The first mean less the second, with its interval.
  public let difference: Estimate
  /// The t statistic; nil when neither sample varies.
  public let statistic: Double?
  /// The probability, if the means were equal, of a difference at least as large.
  ///
  /// Nil when neither sample varies.
  public let pValue: Double?

  /// Compares the means of two independent samples, as `Sample.meanEstimate` gives them.
  ///
  /// Nil unless both have a standard error, which takes two records each.
  public init?(_ one: Estimate?, _ two: Estimate?, level: Double = 0.95) {
    guard let one, let error1 = one.standardError, let freedom1 = one.degreesOfFreedom,
      let two, let error2 = two.standardError, let freedom2 = two.degreesOfFreedom
    else { return nil }
    let (variance1, variance2) = (error1 * error1, error2 * error2)
    let variance = variance1 + variance2
    let gap = one.value - two.value
    guard variance > 0 else {
      difference = Estimate(
        value: gap, standardError: 0, degreesOfFreedom: freedom1 + freedom2, level: level)
      (statistic, pValue) = (nil, nil)
      return
    }
    let degreesOfFreedom =
      variance * variance / (variance1 * variance1 / freedom1 + variance2 * variance2 / freedom2)
    difference = Estimate(
      value: gap, standardError: variance.squareRoot(), degreesOfFreedom: degreesOfFreedom,
      level: level)
    let statistic = gap / variance.squareRoot()
    self.statistic = statistic
    pValue = StudentT.twoSided(statistic, degreesOfFreedom)
  }
}
