internal import CSpecialFunctions

/// The normal distribution.
public struct Normal: DrawableDistribution, PartialMoments {
  /// The mean μ, which is the median too.
  public let mean: Double
  /// The standard deviation σ, which is above 0.
  public let standardDeviation: Double

  /// The normal distribution with mean 0 and standard deviation 1.
  public static let standard: Normal = Normal(unchecked: 0, 1)

  /// Creates a distribution; fails unless the mean is finite and the deviation positive.
  public init(mean: Double, standardDeviation: Double) throws(ParameterFailure) {
    try ParameterFailure.checkFinite("mean", mean)
    try ParameterFailure.checkPositive("standard deviation", standardDeviation)
    self.init(unchecked: mean, standardDeviation)
  }

  init(unchecked mean: Double, _ standardDeviation: Double) {
    self.mean = mean
    self.standardDeviation = standardDeviation
  }

  public var variance: Double { standardDeviation * standardDeviation }

  private func standardized(_ x: Double) -> Double { (x - mean) / standardDeviation }

  public func density(at x: Double) -> Double {
    let z = standardized(x)
    return exp(-0.5 * z * z) / (standardDeviation * (2 * Double.pi).squareRoot())
  }

  public func cumulative(at x: Double) -> Double { sf_normal_cdf(standardized(x)) }
  public func upperTail(at x: Double) -> Double { sf_normal_cdf(-standardized(x)) }
  public func quantile(_ p: Double) -> Double {
    mean + standardDeviation * sf_normal_quantile(p)
  }

  /// Returns E[Xᵏ; X ≤ bound], by the recursion M(k) = μ M(k−1) + (k−1) σ² M(k−2) − σ² cᵏ⁻¹ f(c).
  ///
  /// - Complexity: O(order).
  public func partialMoment(_ order: Int, upTo bound: Double) -> Double {
    guard order >= 0, !bound.isNaN else { return .nan }
    let density = density(at: bound)
    var (beforeLast, last) = (0.0, cumulative(at: bound))
    for k in 0..<order {
      // An infinite bound has no boundary term; the density is then 0 and cᵏ⁻¹ infinite.
      let boundary = density == 0 ? 0 : pow(bound, Double(k)) * density
      (beforeLast, last) = (
        last, mean * last + Double(k) * variance * beforeLast - variance * boundary
      )
    }
    return last
  }

  @inlinable
  public func draw(using generator: inout some RandomNumberGenerator) -> Double {
    mean + standardDeviation * generator.standardNormal()
  }
}
