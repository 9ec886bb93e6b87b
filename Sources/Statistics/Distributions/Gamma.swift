internal import CSpecialFunctions

/// The gamma distribution with a shape and a scale; its mean is their product.
public struct Gamma: DrawableDistribution, PartialMoments {
  /// The shape a, which is above 0; 1 is the exponential distribution.
  public let shape: Double
  /// The scale, in the unit of the values.
  public let scale: Double

  /// Creates a distribution; fails unless both parameters are positive.
  public init(shape: Double, scale: Double) throws(ParameterFailure) {
    try ParameterFailure.checkPositive("shape", shape)
    try ParameterFailure.checkPositive("scale", scale)
    self.shape = shape
    self.scale = scale
  }

  /// Creates a distribution from its mean and coefficient of variation: shape = 1/v².
  public init(mean: Double, coefficientOfVariation: Double) throws(ParameterFailure) {
    try ParameterFailure.checkPositive("mean", mean)
    try ParameterFailure.checkPositive("coefficient of variation", coefficientOfVariation)
    let squared = coefficientOfVariation * coefficientOfVariation
    try self.init(shape: 1 / squared, scale: mean * squared)
  }

  public var mean: Double { shape * scale }
  public var variance: Double { shape * scale * scale }

  public func density(at x: Double) -> Double {
    guard x >= 0 else { return x.isNaN ? .nan : 0 }
    if x == 0 { return shape > 1 ? 0 : shape == 1 ? 1 / scale : .infinity }
    return exp((shape - 1) * log(x / scale) - x / scale - sf_log_gamma(shape)) / scale
  }

  public func cumulative(at x: Double) -> Double {
    x > 0 ? sf_gamma_p(shape, x / scale) : x.isNaN ? .nan : 0
  }

  public func upperTail(at x: Double) -> Double {
    x > 0 ? sf_gamma_q(shape, x / scale) : x.isNaN ? .nan : 1
  }

  public func quantile(_ p: Double) -> Double {
    guard (0...1).contains(p) else { return .nan }
    return p == 1 ? .infinity : scale * sf_gamma_p_inverse(shape, p)
  }

  /// Returns E[Xᵏ; X ≤ bound] = scaleᵏ · shape (shape+1) … (shape+k−1) · P(shape + k, bound/scale).
  public func partialMoment(_ order: Int, upTo bound: Double) -> Double {
    guard order >= 0, !bound.isNaN else { return .nan }
    guard bound > 0 else { return 0 }
    var factor = 1.0
    for k in 0..<order { factor *= scale * (shape + Double(k)) }
    return factor * (bound == .infinity ? 1 : sf_gamma_p(shape + Double(order), bound / scale))
  }

  @inlinable
  public func draw(using generator: inout some RandomNumberGenerator) -> Double {
    scale * generator.standardGamma(shape: shape)
  }
}
