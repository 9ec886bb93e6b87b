internal import CSpecialFunctions

/// Student's t distribution with any positive number of degrees of freedom, infinity included.
public struct StudentT: ContinuousDistribution {
  /// The degrees of freedom ν.
  public let degreesOfFreedom: Double

  /// Creates a distribution; fails unless the degrees of freedom are positive.
  public init(degreesOfFreedom: Double) throws(ParameterFailure) {
    guard degreesOfFreedom > 0 else {
      throw ParameterFailure(
        parameter: "number of degrees of freedom", value: degreesOfFreedom,
        requirement: "positive")
    }
    self.degreesOfFreedom = degreesOfFreedom
  }

  public var mean: Double { degreesOfFreedom > 1 ? 0 : .nan }
  public var variance: Double {
    guard degreesOfFreedom.isFinite else { return 1 }
    return degreesOfFreedom > 2
      ? degreesOfFreedom / (degreesOfFreedom - 2) : degreesOfFreedom > 1 ? .infinity : .nan
  }

  public func density(at x: Double) -> Double {
    guard degreesOfFreedom.isFinite else { return Normal.standard.density(at: x) }
    let half = degreesOfFreedom / 2
    let constant = sf_log_gamma(half + 0.5) - sf_log_gamma(half)
    let kernel = -(half + 0.5) * log1p(x * x / degreesOfFreedom)
    return exp(constant + kernel) / (degreesOfFreedom * Double.pi).squareRoot()
  }

  public func cumulative(at x: Double) -> Double { Self.cumulative(x, degreesOfFreedom) }
  public func upperTail(at x: Double) -> Double { Self.cumulative(-x, degreesOfFreedom) }
  public func quantile(_ p: Double) -> Double { Self.quantile(p, degreesOfFreedom) }

  // Estimators whose degrees of freedom are positive by construction call these.
  static func cumulative(_ t: Double, _ degreesOfFreedom: Double) -> Double {
    if t.isInfinite { return t < 0 ? 0 : 1 }
    return degreesOfFreedom.isFinite
      ? sf_student_t_cdf(degreesOfFreedom, t) : sf_normal_cdf(t)
  }

  static func quantile(_ p: Double, _ degreesOfFreedom: Double) -> Double {
    degreesOfFreedom.isFinite
      ? sf_student_t_quantile(degreesOfFreedom, p) : sf_normal_quantile(p)
  }

  /// The probability of a value at least as far from 0 as `t`.
  static func twoSided(_ t: Double, _ degreesOfFreedom: Double) -> Double {
    min(1, 2 * cumulative(-abs(t), degreesOfFreedom))
  }
}
