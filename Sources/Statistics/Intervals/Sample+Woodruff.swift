extension Sample {
  /// A quantile with its confidence interval; nil for an empty sample or a bad share.
  ///
  /// - Complexity: O(n log n).
  public func quantileEstimate(
    _ p: Double, _ rule: QuantileRule? = nil, level: Double = 0.95,
    scale: ProportionScale = .linear
  ) throws(SampleFailure) -> Estimate? {
    try quantileEstimates([p], rule, level: level, scale: scale)?[0]
  }

  /// Several quantiles with their intervals; nil for an empty sample or a bad share.
  ///
  /// The interval holds the values up to which the share of the sample is one to be expected if it is p
  /// in the population: Woodruff's interval centred at p, and with `.beta` that of exact order
  /// statistics. With a design the number of records is the effective one, p(1 − p) over the
  /// linearised variance of the share; reliability weights are treated as sampling weights. A limit
  /// between two records is interpolated; where records inside the interval are tied, the population
  /// may be so as well, and the limits are records, which is never too narrow. A limit is nil where it
  /// would lie beyond the outermost record. The standard error is the width divided by 2t.
  ///
  /// Sources: Woodruff, "Confidence intervals for medians and other position measures", JASA 47 (1952);
  /// Francisco, Fuller, "Quantile estimation with a complex survey design", Ann. Stat. 19 (1991).
  ///
  /// - Complexity: O(n log n), once for all quantiles; without weights O(n) for values of few digits.
  public func quantileEstimates(
    _ shares: [Double], _ rule: QuantileRule? = nil, level: Double = 0.95,
    scale: ProportionScale = .linear
  ) throws(SampleFailure) -> [Estimate]? {
    try quantileEstimates(
      shares, from: QuantileSource(self, rule), level: level, scale: scale)
  }

  /// The same of a plain sample whose parts are sorted already, by `sort()`; nothing is sorted again.
  ///
  /// The parts have each record of the sample once.
  package func quantileEstimates(
    _ shares: [Double], _ rule: QuantileRule?, sortedParts parts: [Sample], level: Double,
    scale: ProportionScale
  ) throws(SampleFailure) -> [Estimate]? {
    try quantileEstimates(
      shares, from: QuantileSource(sortedParts: parts, rule), level: level, scale: scale)
  }

  private func quantileEstimates(
    _ shares: [Double], from source: @autoclosure () -> QuantileSource, level: Double,
    scale: ProportionScale
  ) throws(SampleFailure) -> [Estimate]? {
    guard count > 0, shares.allSatisfy({ (0...1).contains($0) }) else { return nil }
    let source = source()
    let values = source.quantiles(shares)
    var laws: [Law?] = []
    for share in shares {
      let precision = try sharePrecision(share, in: source)
      laws.append(
        precision.map {
          Law(
            law: ShareLaw(
              source: .scale(scale, degreesOfFreedom: $0.degreesOfFreedom),
              effectiveCount: $0.count),
            degreesOfFreedom: $0.degreesOfFreedom)
        })
    }
    return Self.estimates(of: shares, values, laws, level: level, from: source)
  }

  /// Several quantiles with bootstrap intervals; nil for an empty sample or a bad share.
  ///
  /// What is drawn is the share of each sample up to the quantile: a sample drawn from a sample has
  /// only its values, so quantiles of quantiles are too narrow for few records, while shares are as
  /// fine as they should be. Their limits are mapped back as those of the other methods are.
  ///
  /// - Complexity: O(replicates · n · shares + n log n).
  public func quantileEstimates(
    _ shares: [Double], _ rule: QuantileRule? = nil, level: Double = 0.95, bootstrap: Bootstrap
  ) -> [Estimate]? {
    guard count > 0, shares.allSatisfy({ (0...1).contains($0) }) else { return nil }
    let source = QuantileSource(self, rule)
    let values = source.quantiles(shares)
    let records = source.quantiles(shares, .hyndmanFan1)
    let splits = zip(shares, records).map { TieSplit(self, $0, at: $1) }
    let drawn = bootstrap.replicates(of: self) { sample in
      splits.map { split in sample.weightedMean(of: split.part) }
    }
    let laws = shares.enumerated().map { index, p -> Law? in
      let replicates = drawn.map { $0[index] }.sorted()
      guard let variance = (try? Sample(replicates))?.variance, variance > 0 else { return nil }
      let law = ShareLaw(source: .drawn(replicates), effectiveCount: p * (1 - p) / variance)
      return Law(law: law, degreesOfFreedom: .infinity)
    }
    return Self.estimates(of: shares, values, laws, level: level, from: source)
  }

  /// What is known of the share up to a quantile.
  private struct Law {
    var law: ShareLaw
    var degreesOfFreedom: Double
  }

  private static func estimates(
    of shares: [Double], _ values: [Double], _ laws: [Law?], level: Double,
    from source: QuantileSource
  ) -> [Estimate] {
    let limits = zip(shares, laws).map { p, law in
      p > 0 && p < 1 ? law?.law.limits(of: p, level: level) : nil
    }
    // "Up to and including" of the lower limit is "more than" of the upper one. All limits at once.
    let records = source.quantiles(
      limits.flatMap { [$0?.lower?.record ?? 0, min(1, ($0?.upper?.record ?? 1) + 1e-9)] },
      .hyndmanFan1)
    let between = source.quantiles(
      limits.flatMap { [$0?.lower?.between ?? 0, $0?.upper?.between ?? 1] }, .hyndmanFan5)
    return values.indices.map { index in
      let value = values[index]
      guard let law = laws[index], let limits = limits[index] else {
        return Estimate(value: value, standardError: nil, degreesOfFreedom: nil, interval: nil)
      }
      let (low, high) = (2 * index, 2 * index + 1)
      let isTied = source.hasTies(
        from: limits.lower == nil ? -.infinity : records[low],
        to: limits.upper == nil ? .infinity : records[high])
      let lower = limits.lower.map { _ in min(isTied ? records[low] : between[low], value) }
      let upper = limits.upper.map { _ in max(isTied ? records[high] : between[high], value) }
      var standardError: Double?
      if let lower, let upper {
        standardError =
          (upper - lower) / (2 * StudentT.quantile(0.5 + level / 2, law.degreesOfFreedom))
      }
      return Estimate(
        value: value, standardError: standardError, degreesOfFreedom: law.degreesOfFreedom,
        interval: ConfidenceInterval(lower: lower, upper: upper, level: level))
    }
  }

  /// The number of records drawn one by one that would know the share up to a quantile as well.
  ///
  /// Nil where nothing is known of the variance, or it is 0.
  private func sharePrecision(
    _ p: Double, in source: QuantileSource
  ) throws(SampleFailure) -> (count: Double, degreesOfFreedom: Double)? {
    let total = totalWeight
    if weighting == .frequency || weighting == .none, !isDesignBased {
      return total > 1 ? (total, .infinity) : nil
    }
    let split = TieSplit(self, p, at: source.quantiles([p], .hyndmanFan1)[0])
    guard let design = try meanVariance({ split.part(values[$0]) - p }) else { return nil }
    // The variance at p is p(1 − p)/n times the design effect, which alone is an estimate; Student's t
    // matters where it comes from a few clusters, strata or replicates.
    let freedom = tiesItsParts ? design.degreesOfFreedom : .infinity
    // As many records of equal weight would have this variance, ties and all.
    let simple = weightedMean { (split.part($0) - p) * (split.part($0) - p) }
    guard simple > 0 else { return (effectiveCount, freedom) }
    return design.variance > 0 ? (simple / design.variance, freedom) : nil
  }

  /// The share of values up to and including x with its interval; nil for an empty sample.
  ///
  /// - Complexity: O(n), O(n log n) with clusters or strata.
  public func shareEstimate(
    atMost x: Double, level: Double = 0.95, scale: ProportionScale = .logit
  ) throws(SampleFailure) -> Estimate? {
    guard let share = share(atMost: x) else { return nil }
    var error: (variance: Double, degreesOfFreedom: Double)?
    if weighting == .frequency || weighting == .none, !isDesignBased {
      let total = totalWeight
      error = total > 1 ? (share * (1 - share) / (total - 1), total - 1) : nil
    } else {
      error = try meanVariance { (values[$0] <= x ? 1 : 0) - share }
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

/// Records up to a quantile, those equal to it in such a part that together they are the share p.
private struct TieSplit: Sendable {
  let record: Double
  /// The part of the records equal to it that counts.
  let share: Double

  init(_ sample: Sample, _ p: Double, at record: Double) {
    self.record = record
    let upTo = sample.share(atMost: record) ?? 1
    let below = sample.share(atMost: record.nextDown) ?? 0
    share = upTo > below ? (p - below) / (upTo - below) : 1
  }

  func part(_ value: Double) -> Double { value < record ? 1 : value == record ? share : 0 }
}
