internal import CSpecialFunctions

/// An estimated number with what is known of its precision.
public struct Estimate: Sendable, Hashable {
  /// The point estimate, in the unit of what is estimated.
  public let value: Double
  /// Its standard error; nil when there are too few records for one.
  public let standardError: Double?
  /// The degrees of freedom of the standard error; infinite for a normal approximation.
  public let degreesOfFreedom: Double?
  /// The confidence interval; nil when there is no standard error.
  public let interval: ConfidenceInterval?

  /// Creates an estimate from all its parts.
  public init(
    value: Double, standardError: Double?, degreesOfFreedom: Double?, interval: ConfidenceInterval?
  ) {
    self.value = value
    self.standardError = standardError
    self.degreesOfFreedom = degreesOfFreedom
    self.interval = interval
  }

  /// Creates an estimate with the t interval value ± t · SE.
  public init(
    value: Double, standardError: Double?, degreesOfFreedom: Double?, level: Double
  ) {
    var interval: ConfidenceInterval?
    if let standardError, let degreesOfFreedom, degreesOfFreedom > 0 {
      let margin = StudentT.quantile(0.5 + level / 2, degreesOfFreedom) * standardError
      interval = ConfidenceInterval(lower: value - margin, upper: value + margin, level: level)
    }
    self.init(
      value: value, standardError: standardError, degreesOfFreedom: degreesOfFreedom,
      interval: interval)
  }

  /// Creates an estimate with the t interval of a variance; nil where that is not known.
  init(
    value: Double, _ error: (variance: Double, degreesOfFreedom: Double)?, level: Double
  ) {
    self.init(
      value: value, standardError: error?.variance.squareRoot(),
      degreesOfFreedom: error?.degreesOfFreedom, level: level)
  }

  /// The estimate with the t interval of its logarithm, for what cannot be negative; none unless it is
  /// positive and has a standard error.
  ///
  /// The error of the logarithm is that of the delta method, SE / θ.
  public func withLogarithmicInterval(level: Double) -> Estimate {
    var interval: ConfidenceInterval?
    if value > 0, let standardError, let degreesOfFreedom, degreesOfFreedom > 0 {
      let margin =
        StudentT.quantile(0.5 + level / 2, degreesOfFreedom) * standardError / value
      interval = ConfidenceInterval(
        lower: value * exp(-margin), upper: value * exp(margin), level: level)
    }
    return Estimate(
      value: value, standardError: standardError, degreesOfFreedom: degreesOfFreedom,
      interval: interval)
  }

  /// The two-sided p-value of the true value being the one given; nil without a standard error.
  ///
  /// Nil too when the standard error is 0, because then nothing varies.
  public func pValue(against value: Double = 0) -> Double? {
    guard let standardError, standardError > 0, let degreesOfFreedom else { return nil }
    return StudentT.twoSided((self.value - value) / standardError, degreesOfFreedom)
  }

  /// The estimate in other units.
  public func scaled(by factor: Double) -> Estimate {
    mapped(slope: factor) { $0 * factor }
  }

  /// e^d − 1 of a difference of logarithms d: by which fraction the one is larger than the other.
  ///
  /// The standard error is that of the delta method; the interval is that of d on the new scale.
  public var fractionFromLogarithms: Estimate {
    mapped(slope: exp(value)) { expm1($0) }
  }

  /// The estimate on another scale, its interval through the same increasing function.
  private func mapped(slope: Double, _ transform: (Double) -> Double) -> Estimate {
    Estimate(
      value: transform(value), standardError: standardError.map { $0 * slope },
      degreesOfFreedom: degreesOfFreedom,
      interval: interval.map { interval in
        ConfidenceInterval(
          lower: interval.lower.map(transform), upper: interval.upper.map(transform),
          level: interval.level)
      })
  }
}
