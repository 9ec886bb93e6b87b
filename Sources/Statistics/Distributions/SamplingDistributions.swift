internal import CSpecialFunctions

/// Student's t distribution with any positive number of degrees of freedom, infinity included.
public struct StudentT: ContinuousDistribution {
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

/// The chi-squared distribution.
public struct ChiSquared: ContinuousDistribution {
  private let gamma: Gamma
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

/// The F distribution of Fisher and Snedecor.
public struct FisherF: ContinuousDistribution {
  /// The degrees of freedom of the numerator.
  public let numerator: Double
  /// The degrees of freedom of the denominator.
  public let denominator: Double

  /// Creates a distribution; fails unless both degrees of freedom are positive.
  public init(numerator: Double, denominator: Double) throws(ParameterFailure) {
    try ParameterFailure.checkPositive("numerator's number of degrees of freedom", numerator)
    try ParameterFailure.checkPositive("denominator's number of degrees of freedom", denominator)
    self.numerator = numerator
    self.denominator = denominator
  }

  public var mean: Double { denominator > 2 ? denominator / (denominator - 2) : .nan }
  public var variance: Double {
    guard denominator > 4 else { return .nan }
    let less = denominator - 2
    return 2 * denominator * denominator * (numerator + less)
      / (numerator * less * less * (denominator - 4))
  }

  public func density(at x: Double) -> Double {
    guard x > 0 else {
      return x == 0 ? (numerator > 2 ? 0 : numerator == 2 ? 1 : .infinity) : x.isNaN ? .nan : 0
    }
    let (a, b) = (numerator / 2, denominator / 2)
    let constant = sf_log_gamma(a + b) - sf_log_gamma(a) - sf_log_gamma(b)
    let ratio = numerator * x / denominator
    return exp(constant + a * log(ratio) - (a + b) * log1p(ratio)) / x
  }

  public func cumulative(at x: Double) -> Double {
    x > 0 ? x == .infinity ? 1 : sf_fisher_f_cdf(numerator, denominator, x) : x.isNaN ? .nan : 0
  }

  public func upperTail(at x: Double) -> Double {
    x > 0 ? x == .infinity ? 0 : sf_fisher_f_upper(numerator, denominator, x) : x.isNaN ? .nan : 1
  }

  public func quantile(_ p: Double) -> Double {
    p == 1 ? .infinity : sf_fisher_f_quantile(numerator, denominator, p)
  }
}

/// The noncentral t distribution: (Z + δ) / √(χ²/ν).
public struct NoncentralT: ContinuousDistribution {
  public let degreesOfFreedom: Double
  /// The noncentrality δ.
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
