public import Statistics

/// The pay of some people in numbers: how many they are, their mean and their percentiles.
public struct PaySummary: Hashable, Sendable {
  /// The percentiles, as shares.
  public static let shares: [Double] = [0.1, 0.25, 0.5, 0.75, 0.9]

  /// The number of people in the data.
  public let count: Int
  /// What their weights add up to; their number without weights.
  public let weightedCount: Double
  /// The number of equally weighted people that are worth as much (Kish).
  public let effectiveCount: Double
  /// The mean.
  public let mean: Estimate
  /// P10, P25, P50, P75 and P90.
  public let percentiles: [Estimate]

  /// The median.
  public var median: Double { percentiles[2].value }

  /// Measures a sample; nil for nobody.
  init?(_ sample: Sample, _ options: ComparisonOptions) throws(SampleFailure) {
    guard let mean = sample.mean else { return nil }
    count = sample.count
    weightedCount = sample.totalWeight
    effectiveCount = sample.effectiveCount
    guard let measured = try Self.estimates(sample, mean, options) else { return nil }
    (self.mean, percentiles) = measured
  }

  private static func estimates(
    _ sample: Sample, _ mean: Double, _ options: ComparisonOptions
  ) throws(SampleFailure) -> (mean: Estimate, percentiles: [Estimate])? {
    let scale: ProportionScale
    switch options.interval {
    case .none:
      guard let quantiles = sample.quantiles(shares, options.rule) else { return nil }
      func alone(_ value: Double) -> Estimate {
        Estimate(value: value, standardError: nil, degreesOfFreedom: nil, interval: nil)
      }
      return (alone(mean), quantiles.map(alone))
    case .bootstrap, .bca:
      let rule = options.rule
      let statistics: [@Sendable (Sample) -> Double?] =
        [{ $0.mean }]
        + shares.map { share in { @Sendable sample in sample.quantile(share, rule) } }
      let estimates = statistics.compactMap { bootstrap(sample, options, $0) }
      guard estimates.count == statistics.count else { return nil }
      return (estimates[0], Array(estimates.dropFirst()))
    case .woodruff: scale = .linear
    case .logit: scale = .logit
    case .beta: scale = .beta
    }
    guard let meanEstimate = try sample.meanEstimate(level: options.level),
      let percentiles = try sample.quantileEstimates(
        shares, options.rule, level: options.level, scale: scale)
    else { return nil }
    return (meanEstimate, percentiles)
  }

  private static func bootstrap(
    _ sample: Sample, _ options: ComparisonOptions, _ statistic: @Sendable (Sample) -> Double?
  ) -> Estimate? {
    guard let distribution = options.bootstrap.distribution(in: sample, of: statistic) else {
      return nil
    }
    let interval =
      options.interval == .bca
      ? distribution.bcaInterval(level: options.level)
      : distribution.percentileInterval(level: options.level)
    // One person drawn again and again varies not at all, which is no certainty.
    let isKnown = sample.count > 1
    return Estimate(
      value: distribution.estimate, standardError: isKnown ? distribution.standardError : nil,
      degreesOfFreedom: nil, interval: isKnown ? interval : nil)
  }
}
