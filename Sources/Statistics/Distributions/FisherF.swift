internal import CSpecialFunctions

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
