internal import CSpecialFunctions

extension Sample {
  /// The Gini coefficient, 2Σwx(C − w/2)/(WΣwx) − 1; nil unless the mean is positive.
  ///
  /// C is the weight up to and including a value; the mid-weights make it 0 for equal values and
  /// unchanged when a record is split. It is the population form, with no factor n/(n−1). With
  /// negative values it can exceed 1. Source: Cowell, *Measuring Inequality*, 2011.
  ///
  /// - Complexity: O(n log n).
  public var gini: Double? {
    guard let mean, mean > 0 else { return nil }
    let sorted = sortedRecords()
    let total = sorted.total
    var sum = 0.0
    var before = 0.0
    for (value, after) in zip(sorted.values, sorted.cumulated) {
      // C − w/2, measured from the middle: the coefficient is then a covariance, exactly 0 for
      // equal values.
      sum += (after - before) * (value - mean) * ((before + after) - total)
      before = after
    }
    return sum / (total * total * mean)
  }

  /// Theil's T, the mean of (x/μ) ln(x/μ); nil for an empty sample, refused unless x > 0.
  ///
  /// - Complexity: O(n).
  public func theilT() throws(SampleFailure) -> Double? {
    guard let mean = try positiveMean() else { return nil }
    return weightedMean { $0 / mean * log($0 / mean) }
  }

  /// Theil's L, the mean logarithmic deviation ln(μ/x); nil for an empty sample, refused unless x > 0.
  ///
  /// - Complexity: O(n).
  public func theilL() throws(SampleFailure) -> Double? {
    guard let mean = try positiveMean() else { return nil }
    return weightedMean { log(mean / $0) }
  }

  /// Atkinson's index 1 − (mean of (x/μ)^(1−ε))^(1/(1−ε)); at ε = 1, 1 − geometric mean/μ.
  ///
  /// The larger ε, the more the low values count. Refused unless x > 0 and ε is positive; nil for an
  /// empty sample. Source: Atkinson, J. Econ. Theory 2 (1970).
  ///
  /// - Complexity: O(n).
  public func atkinson(_ epsilon: Double) throws(SampleFailure) -> Double? {
    guard let mean = try positiveMean(), epsilon > 0 else { return nil }
    if epsilon == 1 { return -expm1(weightedMean { log($0 / mean) }) }
    let power = 1 - epsilon
    return 1 - pow(weightedMean { pow($0 / mean, power) }, 1 / power)
  }

  /// The ratio of two quantiles, such as P90/P10; nil without values or with a lower one of zero.
  ///
  /// - Complexity: O(n) on average without weights, else O(n log n).
  public func quantileRatio(
    _ upper: Double = 0.9, over lower: Double = 0.1, _ rule: QuantileRule? = nil
  ) -> Double? {
    guard let quantiles = quantiles([lower, upper], rule), quantiles[0] > 0 else { return nil }
    return quantiles[1] / quantiles[0]
  }

  /// The share of all pay that goes to the lowest `share` of records; nil unless the mean is > 0.
  ///
  /// An ordinate of the Lorenz curve, linear between records. S80/S20 is (1 − L(0.8))/L(0.2).
  ///
  /// - Complexity: O(n log n).
  public func lorenz(_ share: Double) -> Double? {
    guard let mean, mean > 0, (0...1).contains(share) else { return nil }
    let sorted = sortedRecords()
    let target = share * sorted.total
    var (sum, before) = (0.0, 0.0)
    for (value, after) in zip(sorted.values, sorted.cumulated) where before < target {
      sum += (min(after, target) - before) * value
      before = after
    }
    return sum / (sorted.total * mean)
  }

  private func positiveMean() throws(SampleFailure) -> Double? {
    let others = values.count { $0 <= 0 }
    guard others == 0 else { throw .notPositive(count: others) }
    return mean
  }
}
