internal import CSpecialFunctions

/// The replicates of a statistic, and the intervals that follow from them.
public struct BootstrapDistribution: Sendable {
  /// The statistic of the sample itself.
  public let estimate: Double
  /// The finite replicates, in the order in which they were drawn.
  public let replicates: [Double]
  /// The number of replicates without a finite value; many of them make the intervals doubtful.
  public let failures: Int
  /// The statistic with one unit, or group of units, left out, for each sample of its own.
  private let jackknife: [[Double]]

  /// Creates a distribution from replicates, nil where one failed, and from a jackknife.
  public init(
    estimate: Double, replicates: [Double?], jackknife: [Double], jackknifeOfSecond: [Double] = []
  ) {
    self.estimate = estimate
    self.replicates = replicates.compactMap { $0.flatMap { $0.isFinite ? $0 : nil } }
    failures = replicates.count - self.replicates.count
    self.jackknife = [jackknife, jackknifeOfSecond].map { $0.filter(\.isFinite) }
  }

  /// The standard deviation of the replicates; nil for fewer than two.
  ///
  /// - Complexity: O(replicates).
  public var standardError: Double? { (try? Sample(replicates))?.standardDeviation }

  /// The mean of the replicates less the estimate; nil without replicates.
  ///
  /// - Complexity: O(replicates).
  public var bias: Double? { (try? Sample(replicates))?.mean.map { $0 - estimate } }

  /// The interval between two quantiles, of type 7, of the replicates; nil without replicates.
  ///
  /// With a number of records the tails are those of t·√(n/(n−1)) instead of z, as in `bcaInterval`.
  ///
  /// - Complexity: O(replicates).
  public func percentileInterval(
    level: Double = 0.95, expandedFor count: Int? = nil
  ) -> ConfidenceInterval? {
    let tail = Self.tail(level, expandedFor: count)
    return interval(from: tail, to: 1 - tail, level)
  }

  /// The t interval of the logarithm, corrected for bias, for what is positive, such as an index of
  /// inequality; nil where more than a tenth of the replicates have no logarithm.
  ///
  /// 2 ln θ − mean(ln θ*) ± t·√(n/(n−1))·sd(ln θ*), brought back by exp. Such an index is too low in
  /// small samples and skewed, so quantiles of its replicates miss far too often on one side: of 20 people
  /// with lognormal pay those of the Gini coefficient hold in 77 of 100 samples, this in 94.
  ///
  /// - Complexity: O(replicates).
  public func logarithmicInterval(level: Double = 0.95, count: Int) -> ConfidenceInterval? {
    let positive = replicates.filter { $0 > 0 }
    guard count > 1, estimate > 0, positive.count * 10 >= (replicates.count + failures) * 9,
      let logarithms = try? Sample(positive.map { log($0) }), let mean = logarithms.mean,
      let deviation = logarithms.standardDeviation
    else { return nil }
    let n = Double(count)
    let margin =
      StudentT.quantile(0.5 + level / 2, n - 1) * (n / (n - 1)).squareRoot() * deviation
    let center = 2 * log(estimate) - mean
    return ConfidenceInterval(
      lower: exp(center - margin), upper: exp(center + margin), level: level)
  }

  private static func tail(_ level: Double, expandedFor count: Int?) -> Double {
    let tail = 0.5 - level / 2
    guard let count, count > 1 else { return tail }
    let n = Double(count)
    return sf_normal_cdf(StudentT.quantile(tail, n - 1) * (n / (n - 1)).squareRoot())
  }

  /// The interval with bias correction and acceleration; nil where they cannot be had.
  ///
  /// z₀ = Φ⁻¹ of the mid-rank share of replicates below the estimate, a = ΣL³ / 6(ΣL²)^1.5 from the
  /// jackknife, type-7 quantiles: the conventions of scipy, not those of R's boot. Nil when every
  /// replicate lies on one side of the estimate, or the jackknife shows no variation. Source: Efron,
  /// "Better bootstrap confidence intervals", JASA 82 (1987).
  ///
  /// With a number of records the tails are those of t·√(n/(n−1)) instead of z, because replicates
  /// of few records vary too little (Hesterberg, "What teachers should know about the bootstrap",
  /// Am. Stat. 69, 2015).
  ///
  /// - Complexity: O(replicates + jackknife).
  public func bcaInterval(
    level: Double = 0.95, expandedFor count: Int? = nil
  ) -> ConfidenceInterval? {
    guard let z0 = biasCorrection, let acceleration else { return nil }
    let tail = Self.tail(level, expandedFor: count)
    func adjusted(_ share: Double) -> Double {
      let z = z0 + sf_normal_quantile(share)
      return sf_normal_cdf(z0 + z / (1 - acceleration * z))
    }
    return interval(from: adjusted(tail), to: adjusted(1 - tail), level)
  }

  /// The bias correction z₀; nil when every replicate lies on one side of the estimate.
  ///
  /// - Complexity: O(replicates).
  public var biasCorrection: Double? {
    let below = Double(replicates.count { $0 < estimate })
    let equal = Double(replicates.count { $0 == estimate })
    let share = (below + equal / 2) / Double(replicates.count)
    return share > 0 && share < 1 ? sf_normal_quantile(share) : nil
  }

  /// The acceleration a; nil when the jackknife shows no variation.
  ///
  /// - Complexity: O(jackknife).
  public var acceleration: Double? {
    var (cubes, squares) = (0.0, 0.0)
    for values in jackknife where values.count > 1 {
      // Influences of a sample of n: (n − 1) L / n, so that two samples add up on one scale.
      let n = Double(values.count)
      let mean = values.reduce(0, +) / n
      for value in values {
        let influence = (n - 1) * (mean - value) / n
        cubes += influence * influence * influence
        squares += influence * influence
      }
    }
    return squares > 0 ? cubes / (6 * pow(squares, 1.5)) : nil
  }

  private func interval(from low: Double, to high: Double, _ level: Double) -> ConfidenceInterval? {
    var values = replicates
    guard let limits = Sample.quantiles([low, high], rearranging: &values) else { return nil }
    return ConfidenceInterval(lower: limits[0], upper: limits[1], level: level)
  }
}
