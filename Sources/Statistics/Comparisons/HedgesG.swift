internal import CSpecialFunctions

/// Hedges' g: the difference of two means in pooled standard deviations, without small-sample bias.
///
/// g = J·d, d = (x̄₁ − x̄₂)/s_pooled, J = Γ(ν/2)/(√(ν/2) Γ((ν−1)/2)), ν = n₁ + n₂ − 2; the exact J, not
/// the approximation 1 − 3/(4N − 9). The interval is J times that of the noncentral-t pivot. Source:
/// Hedges, J. Educ. Stat. 6 (1981); Cumming, Finch, Educ. Psychol. Meas. 61 (2001).
public struct HedgesG: Sendable, Hashable {
  /// g: the difference of means in pooled standard deviations, corrected for small samples.
  public let value: Double
  /// Cohen's d, which is g before the correction.
  public let cohenD: Double
  /// The interval; a limit is nil where the noncentral t distribution could not be inverted.
  public let interval: ConfidenceInterval

  /// Compares two samples; nil without two values in each or without variation.
  ///
  /// - Complexity: O(n).
  public init?(_ first: UnweightedSample, _ second: UnweightedSample, level: Double = 0.95) {
    guard let mean1 = first.mean, let mean2 = second.mean, let variance1 = first.variance,
      let variance2 = second.variance
    else { return nil }
    let (n1, n2) = (Double(first.count), Double(second.count))
    let freedom = n1 + n2 - 2
    let pooled = ((n1 - 1) * variance1 + (n2 - 1) * variance2) / freedom
    guard pooled > 0 else { return nil }
    cohenD = (mean1 - mean2) / pooled.squareRoot()
    let correction =
      exp(sf_log_gamma(freedom / 2) - sf_log_gamma((freedom - 1) / 2))
      / (freedom / 2).squareRoot()
    value = correction * cohenD
    let unit = (1 / n1 + 1 / n2).squareRoot()
    let t = cohenD / unit
    let tail = 0.5 - level / 2
    func limit(_ probability: Double) -> Double? {
      noncentrality(degreesOfFreedom: freedom, t: t, cumulative: probability)
        .map { correction * $0 * unit }
    }
    interval = ConfidenceInterval(lower: limit(1 - tail), upper: limit(tail), level: level)
  }
}

/// The noncentrality at which t is the given quantile: the cumulative probability falls with it.
private func noncentrality(
  degreesOfFreedom: Double, t: Double, cumulative: Double
) -> Double? {
  // The pivot is close to normal with standard deviation √(1 + t²/2ν).
  let spread = (1 + t * t / (2 * degreesOfFreedom)).squareRoot()
  func excess(_ delta: Double) -> Double {
    sf_noncentral_t_cdf(degreesOfFreedom, delta, t) - cumulative
  }
  var (low, high) = (t - 12 * spread, t + 12 * spread)
  guard excess(low) > 0, excess(high) < 0 else { return nil }
  while true {
    let middle = low + (high - low) / 2
    guard middle > low, middle < high else { return middle }
    if excess(middle) > 0 { low = middle } else { high = middle }
  }
}
