internal import CSpecialFunctions

/// The lognormal distribution: the logarithm of the value is normal.
public struct Lognormal: DrawableDistribution, PartialMoments {
  /// The mean of the logarithm.
  public let logMean: Double
  /// The standard deviation of the logarithm.
  public let logDeviation: Double

  /// Creates a distribution from the mean and standard deviation of the logarithm.
  public init(logMean: Double, logDeviation: Double) throws(ParameterFailure) {
    try ParameterFailure.checkFinite("log mean", logMean)
    try ParameterFailure.checkPositive("log standard deviation", logDeviation)
    self.logMean = logMean
    self.logDeviation = logDeviation
  }

  /// Creates a distribution from its mean and coefficient of variation: σ² = ln(1 + v²).
  public init(mean: Double, coefficientOfVariation: Double) throws(ParameterFailure) {
    try ParameterFailure.checkPositive("mean", mean)
    try ParameterFailure.checkPositive("coefficient of variation", coefficientOfVariation)
    let logVariance = log1p(coefficientOfVariation * coefficientOfVariation)
    try self.init(
      logMean: log(mean) - logVariance / 2, logDeviation: logVariance.squareRoot())
  }

  private var logarithm: Normal { Normal(unchecked: logMean, logDeviation) }

  public var mean: Double { exp(logMean + logDeviation * logDeviation / 2) }
  public var variance: Double { expm1(logDeviation * logDeviation) * mean * mean }
  /// The median, e^μ.
  public var median: Double { exp(logMean) }

  public func density(at x: Double) -> Double {
    x > 0 ? logarithm.density(at: log(x)) / x : 0
  }

  public func cumulative(at x: Double) -> Double {
    x > 0 ? logarithm.cumulative(at: log(x)) : x.isNaN ? .nan : 0
  }

  public func upperTail(at x: Double) -> Double {
    x > 0 ? logarithm.upperTail(at: log(x)) : x.isNaN ? .nan : 1
  }

  public func quantile(_ p: Double) -> Double { exp(logarithm.quantile(p)) }

  /// Returns E[Xᵏ; X ≤ bound] = exp(kμ + k²σ²/2) Φ((ln bound − μ)/σ − kσ).
  public func partialMoment(_ order: Int, upTo bound: Double) -> Double {
    guard order >= 0, !bound.isNaN else { return .nan }
    guard bound > 0 else { return 0 }
    let k = Double(order)
    let z = (log(bound) - logMean) / logDeviation - k * logDeviation
    return exp(k * logMean + k * k * logDeviation * logDeviation / 2) * sf_normal_cdf(z)
  }

  @inlinable
  public func draw(using generator: inout some RandomNumberGenerator) -> Double {
    naturalExponential(logMean + logDeviation * generator.standardNormal())
  }
}
