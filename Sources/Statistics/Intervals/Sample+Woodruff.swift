extension Sample {
  /// A quantile with Woodruff's confidence interval; nil for an empty sample or a bad share.
  ///
  /// The interval of the share of values up to the quantile, mapped back by the same rule; the
  /// standard error is its width divided by 2t. Where the share's limit leaves [0, 1] the quantile
  /// has no limit, which happens for few records and shares near 0 or 1, and where more records
  /// are tied at the end than the share leaves. Design-based errors of the share are those of
  /// `meanEstimate`; reliability weights are treated as sampling weights. Source: Woodruff,
  /// "Confidence intervals for medians and other position measures", JASA 47 (1952), centred at the
  /// share as in R's survey package.
  ///
  /// - Complexity: O(n log n).
  public func quantileEstimate(
    _ p: Double, _ rule: QuantileRule? = nil, level: Double = 0.95,
    scale: ProportionScale = .linear
  ) throws(SampleFailure) -> Estimate? {
    try quantileEstimates([p], rule, level: level, scale: scale)?[0]
  }

  /// Several quantiles with Woodruff's intervals; nil for an empty sample or a bad share.
  ///
  /// - Complexity: O(n log n), once for all quantiles.
  public func quantileEstimates(
    _ shares: [Double], _ rule: QuantileRule? = nil, level: Double = 0.95,
    scale: ProportionScale = .linear
  ) throws(SampleFailure) -> [Estimate]? {
    guard count > 0, shares.allSatisfy({ (0...1).contains($0) }) else { return nil }
    var source = QuantileSource(self, rule)
    let quantiles = source.quantiles(shares)
    var shareEstimates: [Estimate] = []
    for quantile in quantiles {
      guard let share = try shareEstimate(atMost: quantile, level: level, scale: scale) else {
        return nil
      }
      shareEstimates.append(share)
    }
    // All limits at once.
    let limits = shareEstimates.map { [$0.interval?.lower, $0.interval?.upper] }
    let known = limits.joined().compactMap { $0 }
    let mapped = Dictionary(zip(known, source.quantiles(known))) { first, _ in first }
    return zip(quantiles, zip(shareEstimates, limits)).map { quantile, share in
      let (estimate, limits) = share
      guard let degreesOfFreedom = estimate.degreesOfFreedom else {
        return Estimate(value: quantile, standardError: nil, degreesOfFreedom: nil, interval: nil)
      }
      let lower = limits[0].flatMap { mapped[$0] }
      let upper = limits[1].flatMap { mapped[$0] }
      var standardError: Double?
      if let lower, let upper {
        standardError =
          (upper - lower) / (2 * StudentT.quantile(0.5 + level / 2, degreesOfFreedom))
      }
      return Estimate(
        value: quantile, standardError: standardError, degreesOfFreedom: degreesOfFreedom,
        interval: ConfidenceInterval(lower: lower, upper: upper, level: level))
    }
  }

  /// The share of values up to and including x with its interval; nil for an empty sample.
  ///
  /// - Complexity: O(n), O(n log n) with clusters or strata.
  public func shareEstimate(
    atMost x: Double, level: Double = 0.95, scale: ProportionScale = .logit
  ) throws(SampleFailure) -> Estimate? {
    guard let share = share(atMost: x) else { return nil }
    let total = totalWeight
    var error: (variance: Double, degreesOfFreedom: Double)?
    if weighting == .frequency || weighting == .none, !isDesignBased {
      error = total > 1 ? (share * (1 - share) / (total - 1), total - 1) : nil
    } else {
      error = try designVariance { row in
        (weights?[row] ?? 1) * ((values[row] <= x ? 1 : 0) - share) / total
      }
    }
    guard let error else {
      return Estimate(value: share, standardError: nil, degreesOfFreedom: nil, interval: nil)
    }
    let limits = scale.limits(
      of: share, standardError: error.variance.squareRoot(), count: count,
      degreesOfFreedom: error.degreesOfFreedom, level: level)
    return Estimate(
      value: share, standardError: error.variance.squareRoot(),
      degreesOfFreedom: error.degreesOfFreedom,
      interval: ConfidenceInterval(lower: limits.lower, upper: limits.upper, level: level))
  }
}
