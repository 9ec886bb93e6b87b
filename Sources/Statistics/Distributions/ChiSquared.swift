/// The chi-squared distribution.
public struct ChiSquared: ContinuousDistribution {
  private let gamma: Gamma
  /// The degrees of freedom; above 0, and not always whole.
  public var degreesOfFreedom: Double { 2 * gamma.shape }

  /// Creates a distribution; fails unless the degrees of freedom are positive.
  public init(degreesOfFreedom: Double) throws(ParameterFailure) {
    try ParameterFailure.checkPositive("number of degrees of freedom", degreesOfFreedom)
    gamma = try Gamma(shape: degreesOfFreedom / 2, scale: 2)
  }

  public var mean: Double { gamma.mean }
  public var variance: Double { gamma.variance }
  public func density(at x: Double) -> Double { gamma.density(at: x) }
  public func cumulative(at x: Double) -> Double { gamma.cumulative(at: x) }
  public func upperTail(at x: Double) -> Double { gamma.upperTail(at: x) }
  public func quantile(_ p: Double) -> Double { gamma.quantile(p) }
}
