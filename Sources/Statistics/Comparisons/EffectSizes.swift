internal import CSpecialFunctions

/// Hedges' g: the difference of two means in pooled standard deviations, without small-sample bias.
///
/// g = J·d, d = (x̄₁ − x̄₂)/s_pooled, J = Γ(ν/2)/(√(ν/2) Γ((ν−1)/2)), ν = n₁ + n₂ − 2; the exact J, not
/// the approximation 1 − 3/(4N − 9). The interval is J times that of the noncentral-t pivot. Source:
/// Hedges, J. Educ. Stat. 6 (1981); Cumming, Finch, Educ. Psychol. Meas. 61 (2001).
public struct HedgesG: Sendable, Hashable {
  /// g.
  public let value: Double
  /// d, before the correction.
  public let cohenD: Double
  /// The interval; a limit is nil where the noncentral t distribution could not be inverted.
  public let interval: ConfidenceInterval

  /// Compares two samples; nil without two values in each, without variation, or with weights.
  ///
  /// - Complexity: O(n).
  public init?(_ first: Sample, _ second: Sample, level: Double = 0.95) throws(SampleFailure) {
    try first.requireUnweighted("Hedges' g")
    try second.requireUnweighted("Hedges' g")
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

/// Cliff's delta, P(X > Y) − P(X < Y), with its interval.
///
/// The variance is Cliff's unbiased one and the interval Feng and Cliff's asymmetric one, which
/// stays within [−1, 1]. Source: Cliff, Psych. Bull. 114 (1993); Feng, Cliff, J. Mod. Appl. Stat.
/// Methods 3 (2004).
public struct CliffDelta: Sendable, Hashable {
  /// The estimate; its interval is nil for fewer than two values in a sample.
  public let estimate: Estimate

  /// Compares two samples; nil when one is empty.
  ///
  /// - Complexity: O(n log n).
  public init?(_ first: Sample, _ second: Sample, level: Double = 0.95) throws(SampleFailure) {
    try first.requireUnweighted("Cliff's delta")
    try second.requireUnweighted("Cliff's delta")
    guard first.count > 0, second.count > 0 else { return nil }
    let (n1, n2) = (Double(first.count), Double(second.count))
    // Row means of the dominance matrix sign(x − y), from sorted columns.
    let dominance1 = dominance(of: first.values, over: second.values)
    let dominance2 = dominance(of: second.values, over: first.values)
    let delta = dominance1.mean.reduce(0, +) / n1
    guard n1 > 1, n2 > 1 else {
      estimate = Estimate(value: delta, standardError: nil, degreesOfFreedom: nil, interval: nil)
      return
    }
    let rows = dominance1.mean.reduce(0) { $0 + ($1 - delta) * ($1 - delta) }
    let columns = dominance2.mean.reduce(0) { $0 + ($1 + delta) * ($1 + delta) }
    // Σ(sign − δ)² over all pairs: sign² is 1 but for ties.
    let pairs = n1 * n2 - dominance1.ties - n1 * n2 * delta * delta
    let unbiased =
      (n2 * n2 * rows + n1 * n1 * columns - pairs) / (n1 * n2 * (n1 - 1) * (n2 - 1))
    let smallest = (1 - delta * delta) / (n1 * n2 - 1)
    let variance = max(unbiased, smallest)
    let t = StudentT.quantile(0.5 + level / 2, n1 + n2 - 2)
    let rest = 1 - delta * delta
    let root = (variance * (rest * rest + t * t * variance)).squareRoot()
    let divisor = rest + t * t * variance
    var interval = ConfidenceInterval(lower: nil, upper: nil, level: level)
    if divisor > 0 {
      let center = delta - delta * delta * delta
      interval = ConfidenceInterval(
        lower: max(-1, (center - t * root) / divisor),
        upper: min(1, (center + t * root) / divisor), level: level)
    }
    estimate = Estimate(
      value: delta, standardError: variance.squareRoot(), degreesOfFreedom: n1 + n2 - 2,
      interval: interval)
  }
}

/// For each value the mean of sign(value − other), and the number of ties in all.
private func dominance(
  of values: [Double], over others: [Double]
) -> (mean: [Double], ties: Double) {
  let sorted = SortedRecords(values: others, weights: nil)
  var ties = 0.0
  let mean = values.map { value in
    let upTo = sorted.weight(upTo: value)
    let below = sorted.weight(upTo: value.nextDown)
    ties += upTo - below
    return (below - (Double(others.count) - upTo)) / Double(others.count)
  }
  return (mean, ties)
}
