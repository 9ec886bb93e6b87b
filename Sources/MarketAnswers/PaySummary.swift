public import Statistics

/// The pay of some people in numbers: how many they are, their mean and their percentiles.
public struct PaySummary: Hashable, Sendable {
  /// The percentiles, as shares.
  public static let shares: [Double] = [0.1, 0.25, 0.5, 0.75, 0.9]

  /// How the interval of a mean was found.
  public enum MeanMethod: String, Hashable, Sendable, CaseIterable {
    /// Student's t.
    case t
    /// The bootstrap-t, because the people are few for how skewed their pay is, or it was asked for.
    case bootstrapT = "bootstrap_t"
    /// Bootstrap with bias correction and acceleration.
    case bca
    /// Quantiles of bootstrap replicates, where no better interval can be had.
    case percentile
    /// There is none.
    case none
  }

  /// The number of people in the data.
  public let count: Int
  /// What their weights add up to; their number without weights.
  public let weightedCount: Double
  /// The number of equally weighted people that are worth as much (Kish).
  public let effectiveCount: Double
  /// The mean.
  public let mean: Estimate
  /// How its interval was found.
  public let meanMethod: MeanMethod
  /// P10, P25, P50, P75 and P90.
  public let percentiles: [Estimate]

  /// The median.
  public var median: Double { percentiles[2].value }

  /// Measures the pay of people; nil for nobody.
  ///
  /// The people are left in the order of their pay where `sorts(_:_:)` says so. `sortedParts` are parts of
  /// such a sample that were left so; then the sample itself is not sorted.
  init?(
    _ sample: inout Sample, _ options: ComparisonOptions, sortedParts: [Sample]? = nil
  ) throws(SampleFailure) {
    if Self.sorts(sample, options) {
      // The sums of the mean round in the order of the file.
      guard let mean = try Self.mean(sample, options) else { return nil }
      if sortedParts == nil { sample.sort() }
      guard
        let percentiles = try Self.quantiles(
          Self.shares, sample, options, sortedParts: sortedParts)
      else { return nil }
      self.init(sample, percentiles: percentiles, mean: mean)
    } else {
      guard let percentiles = try Self.quantiles(Self.shares, sample, options),
        let mean = try Self.mean(sample, options)
      else { return nil }
      self.init(sample, percentiles: percentiles, mean: mean)
    }
  }

  /// Whether percentiles and their intervals follow from the order of pay alone: neither weights nor a
  /// design nor draws belong to records.
  static func sorts(_ sample: Sample, _ options: ComparisonOptions) -> Bool {
    switch options.interval {
    case .woodruff, .logit, .beta: sample.isPlain
    case .none, .bootstrap, .bca: false
    }
  }

  private init(
    _ sample: Sample, percentiles: [Estimate], mean: (estimate: Estimate, method: MeanMethod)
  ) {
    count = sample.count
    weightedCount = sample.totalWeight
    effectiveCount = sample.effectiveCount
    self.percentiles = percentiles
    self.mean = mean.estimate
    meanMethod = mean.estimate.interval == nil ? .none : mean.method
  }

  /// The quantiles of a sample with their intervals; nil for nobody.
  ///
  /// `sortedParts` have each record of the sample once and are sorted; nil sorts the sample.
  static func quantiles(
    _ shares: [Double], _ sample: Sample, _ options: ComparisonOptions,
    sortedParts: [Sample]? = nil
  ) throws(SampleFailure) -> [Estimate]? {
    let scale: ProportionScale
    switch options.interval {
    case .none:
      return sample.quantiles(shares, options.rule)?.map { Estimate(withoutError: $0) }
    case .bootstrap, .bca:
      return sample.quantileEstimates(
        shares, options.rule, level: options.level, bootstrap: options.bootstrap)
    case .woodruff: scale = .linear
    case .logit: scale = .logit
    case .beta: scale = .beta
    }
    if let sortedParts {
      return try sample.quantileEstimates(
        shares, options.rule, sortedParts: sortedParts, level: options.level, scale: scale)
    }
    return try sample.quantileEstimates(shares, options.rule, level: options.level, scale: scale)
  }

  private static func mean(
    _ sample: Sample, _ options: ComparisonOptions
  ) throws(SampleFailure) -> (estimate: Estimate, method: MeanMethod)? {
    guard let value = sample.mean else { return nil }
    switch options.interval {
    case .none: return (Estimate(withoutError: value), .none)
    case .woodruff, .logit, .beta:
      // What the bootstrap draws are people, and replicate weights know better.
      if sample.replicates == nil, isSkewedForItsSize(sample),
        let estimate = try options.bootstrap.studentizedMean(of: sample, level: options.level)
      {
        return (estimate, .bootstrapT)
      }
      return try sample.meanEstimate(level: options.level).map { ($0, .t) }
    case .bootstrap:
      if let estimate = try options.bootstrap.studentizedMean(of: sample, level: options.level) {
        return (estimate, .bootstrapT)
      }
    case .bca: break
    }
    guard let distribution = options.bootstrap.distribution(in: sample, of: { $0.mean }) else {
      return nil
    }
    // One person drawn again and again varies not at all, which is no certainty.
    guard sample.count > 1 else { return (Estimate(withoutError: value), .none) }
    let bca =
      options.interval == .bca
      ? distribution.bcaInterval(level: options.level, expandedFor: sample.count) : nil
    let estimate = Estimate(
      value: value, standardError: distribution.standardError, degreesOfFreedom: nil,
      interval: bca ?? distribution.percentileInterval(level: options.level))
    return (estimate, bca == nil ? .percentile : .bca)
  }

  /// Whether the t interval of the mean would lean to one side: n < 25 G₁², G₁ the skewness.
  ///
  /// Beyond 10,000 people the bootstrap costs more than it tells. Source: Cochran, *Sampling
  /// Techniques*, 1977, section 2.15.
  private static func isSkewedForItsSize(_ sample: Sample) -> Bool {
    guard (10...10_000).contains(sample.count), let skewness = sample.skewness else { return false }
    return sample.effectiveCount < 25 * skewness * skewness
  }
}

extension Estimate {
  /// An estimate of whose precision nothing is said.
  init(withoutError value: Double) {
    self.init(value: value, standardError: nil, degreesOfFreedom: nil, interval: nil)
  }
}

extension Sample {
  /// Measures the pay of its people; nil for nobody.
  ///
  /// - Complexity: O(n) on average without weights, else O(n log n), and as often for each replicate.
  public func paySummary(_ options: ComparisonOptions) throws(SampleFailure) -> PaySummary? {
    var people = self
    return try PaySummary(&people, options)
  }
}
