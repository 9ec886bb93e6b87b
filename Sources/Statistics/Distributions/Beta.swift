internal import CSpecialFunctions

/// The beta distribution on [0, 1].
public struct Beta: DrawableDistribution {
  /// The first shape, that of x.
  public let alpha: Double
  /// The second shape, that of 1 − x.
  public let beta: Double

  /// Creates a distribution; fails unless both shapes are positive.
  public init(alpha: Double, beta: Double) throws(ParameterFailure) {
    try ParameterFailure.checkPositive("first shape", alpha)
    try ParameterFailure.checkPositive("second shape", beta)
    self.alpha = alpha
    self.beta = beta
  }

  public var mean: Double { alpha / (alpha + beta) }
  public var variance: Double {
    let sum = alpha + beta
    return alpha * beta / (sum * sum * (sum + 1))
  }

  public func density(at x: Double) -> Double {
    guard (0...1).contains(x) else { return x.isNaN ? .nan : 0 }
    func edge(_ shape: Double, other: Double) -> Double {
      shape > 1 ? 0 : shape == 1 ? other : .infinity
    }
    if x == 0 { return edge(alpha, other: beta) }
    if x == 1 { return edge(beta, other: alpha) }
    let constant = sf_log_gamma(alpha + beta) - sf_log_gamma(alpha) - sf_log_gamma(beta)
    return exp(constant + (alpha - 1) * log(x) + (beta - 1) * log1p(-x))
  }

  public func cumulative(at x: Double) -> Double {
    x.isNaN ? .nan : sf_beta_cdf(alpha, beta, min(max(x, 0), 1))
  }

  public func upperTail(at x: Double) -> Double {
    x.isNaN ? .nan : sf_beta_upper(alpha, beta, min(max(x, 0), 1))
  }

  public func quantile(_ p: Double) -> Double { sf_beta_quantile(alpha, beta, p) }

  @inlinable
  public func draw(using generator: inout some RandomNumberGenerator) -> Double {
    let first = generator.standardGamma(shape: alpha)
    return first / (first + generator.standardGamma(shape: beta))
  }
}
