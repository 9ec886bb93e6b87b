internal import CSpecialFunctions

extension Sample {
  /// The mean, weighted where there are weights; nil for an empty sample.
  ///
  /// - Complexity: O(n).
  public var mean: Double? {
    guard count > 0 else { return nil }
    guard weights == nil else { return weightedMean { $0 } }
    let first = sum(above: 0) / Double(count)
    return first + sum(above: first) / Double(count)
  }

  /// The variance; nil for fewer than two records, or frequencies that add up to less than two.
  ///
  /// Unweighted Σ(x−m)²/(n−1); frequency Σw(x−m)²/(W−1); sampling and reliability
  /// Σw(x−m)²/(W − Σw²/W), which is unbiased when the variance of a record does not depend on its
  /// weight. Two passes: the variance of 1e9 + {4, 7, 13, 16} is 30.
  ///
  /// - Complexity: O(n).
  public var variance: Double? {
    guard let mean else { return nil }
    let total = totalWeight
    let divisor: Double
    if weighting == .none || weighting == .frequency {
      divisor = total - 1
    } else {
      divisor = count < 2 ? 0 : total - total / effectiveCount
    }
    guard divisor > 0 else { return nil }
    return squaredDeviations(from: mean) / divisor
  }

  /// The square root of the variance.
  ///
  /// - Complexity: O(n).
  public var standardDeviation: Double? { variance?.squareRoot() }

  /// The standard deviation divided by the mean; nil when the mean is zero.
  ///
  /// - Complexity: O(n).
  public var coefficientOfVariation: Double? {
    guard let mean, mean != 0, let standardDeviation else { return nil }
    return standardDeviation / mean
  }

  /// The skewness m₃ / m₂^1.5 with population moments; nil when all values are equal.
  ///
  /// - Complexity: O(n).
  public var skewness: Double? {
    guard let mean else { return nil }
    let second = weightedMean { ($0 - mean) * ($0 - mean) }
    guard second > 0 else { return nil }
    return weightedMean { ($0 - mean) * ($0 - mean) * ($0 - mean) } / pow(second, 1.5)
  }

  /// The mean with its standard error and t interval; nil for an empty sample.
  ///
  /// The standard error depends on what the weights mean: unweighted and frequency s/√W;
  /// reliability √(Σw(x−m)²/((n−1)W)); sampling by linearisation, between clusters within strata
  /// where there are any (Särndal, Swensson, Wretman, *Model Assisted Survey Sampling*, 1992), or over
  /// replicate weights. A
  /// single record has a mean but no standard error; equal values have a standard error of 0.
  ///
  /// - Complexity: O(n), O(n log n) with clusters or strata.
  public func meanEstimate(level: Double = 0.95) throws(SampleFailure) -> Estimate? {
    guard let mean else { return nil }
    if isDesignBased {
      return Estimate(value: mean, try meanVariance { values[$0] - mean }, level: level)
    }
    let degreesOfFreedom = weighting == .frequency ? totalWeight - 1 : Double(count - 1)
    guard degreesOfFreedom > 0 else {
      return Estimate(value: mean, standardError: nil, degreesOfFreedom: nil, interval: nil)
    }
    let variance = squaredDeviations(from: mean) / (degreesOfFreedom * totalWeight)
    return Estimate(
      value: mean, standardError: variance.squareRoot(), degreesOfFreedom: degreesOfFreedom,
      level: level)
  }

  /// Σ(x − offset) without weights: eight sums side by side, which do not wait for each other.
  private func sum(above offset: Double) -> Double {
    values.withUnsafeBufferPointer { values in
      var sums = SIMD8<Double>()
      let whole = values.count - values.count % 8
      for start in stride(from: 0, to: whole, by: 8) {
        let next = SIMD8(
          values[start], values[start + 1], values[start + 2], values[start + 3],
          values[start + 4], values[start + 5], values[start + 6], values[start + 7])
        sums += next - offset
      }
      return values[whole...].reduce(sums.sum()) { $0 + ($1 - offset) }
    }
  }

  /// The weighted mean of a function of the values, corrected by a second pass.
  func weightedMean(of function: (Double) -> Double) -> Double {
    let total = totalWeight
    func average(_ offset: Double) -> Double {
      var sum = 0.0
      if let weights {
        for row in values.indices { sum += weights[row] * (function(values[row]) - offset) }
      } else {
        for value in values { sum += function(value) - offset }
      }
      return sum / total
    }
    let first = average(0)
    // The mean of the residuals is what rounding lost in the first pass.
    return first.isFinite ? first + average(first) : first
  }

  /// Σw(x−m)².
  func squaredDeviations(from mean: Double) -> Double {
    var sum = 0.0
    if let weights {
      for row in values.indices {
        let deviation = values[row] - mean
        sum += weights[row] * deviation * deviation
      }
    } else {
      for value in values { sum += (value - mean) * (value - mean) }
    }
    return sum
  }
}
