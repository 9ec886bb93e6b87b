internal import CSpecialFunctions

/// The noncentral t distribution: (Z + δ) / √(χ²/ν).
public struct NoncentralT: ContinuousDistribution {
  /// The degrees of freedom ν.
  public let degreesOfFreedom: Double
  /// The noncentrality δ; 0 is Student's t.
  public let noncentrality: Double

  /// Creates a distribution; fails unless the degrees of freedom are positive.
  public init(degreesOfFreedom: Double, noncentrality: Double) throws(ParameterFailure) {
    try ParameterFailure.checkPositive("number of degrees of freedom", degreesOfFreedom)
    try ParameterFailure.checkFinite("noncentrality", noncentrality)
    self.degreesOfFreedom = degreesOfFreedom
    self.noncentrality = noncentrality
  }

  /// Γ((ν−1)/2) √(ν/2) / Γ(ν/2), the mean per unit of noncentrality.
  private var meanFactor: Double {
    let half = degreesOfFreedom / 2
    return half.squareRoot() * exp(sf_log_gamma(half - 0.5) - sf_log_gamma(half))
  }

  public var mean: Double { degreesOfFreedom > 1 ? noncentrality * meanFactor : .nan }
  public var variance: Double {
    guard degreesOfFreedom > 2 else { return .nan }
    let square = degreesOfFreedom * (1 + noncentrality * noncentrality) / (degreesOfFreedom - 2)
    return square - mean * mean
  }

  public func density(at x: Double) -> Double {
    sf_noncentral_t_density(degreesOfFreedom, noncentrality, x)
  }

  public func cumulative(at x: Double) -> Double {
    sf_noncentral_t_cdf(degreesOfFreedom, noncentrality, x)
  }

  public func upperTail(at x: Double) -> Double {
    sf_noncentral_t_upper(degreesOfFreedom, noncentrality, x)
  }

  public func quantile(_ p: Double) -> Double {
    sf_noncentral_t_quantile(degreesOfFreedom, noncentrality, p)
  }
}
