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
  public init?(_ first: UnweightedSample, _ second: UnweightedSample, level: Double = 0.95) {
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
