/// An estimated number with what is known of its precision.
public struct Estimate: Sendable, Hashable {
  /// The estimate itself.
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
}
