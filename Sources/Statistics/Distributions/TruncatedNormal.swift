internal import CSpecialFunctions

/// The normal distribution, given that the value is above a lower bound.
///
/// Values below the bound are rejected, not moved to it, so that there is no mass at the bound.
public struct TruncatedNormal: DrawableDistribution, PartialMoments {
  /// The normal distribution before truncation.
  public let parent: Normal
  /// The bound below which there is nothing.
  public let lowerBound: Double
  /// The share of the parent above the bound.
  @usableFromInline let share: Double

  /// Creates a distribution; fails when less than a billionth of the parent is above the bound.
  ///
  /// Further out the moments lose their digits, and no model of pay means such a distribution.
  public init(_ parent: Normal, above lowerBound: Double) throws(ParameterFailure) {
    let share = parent.upperTail(at: lowerBound)
    guard share >= 1e-9 else {
      throw ParameterFailure(
        parameter: "lower bound", value: lowerBound,
        requirement: "at most 6 standard deviations above the mean")
    }
    self.parent = parent
    self.lowerBound = lowerBound
    self.share = share
  }

  public var mean: Double { partialMoment(1, upTo: .infinity) }
  public var variance: Double {
    // Hazard λ = φ(α)/share; var = σ² (1 + αλ − λ²).
    let alpha = (lowerBound - parent.mean) / parent.standardDeviation
    guard alpha.isFinite else { return parent.variance }
    let hazard = parent.density(at: lowerBound) * parent.standardDeviation / share
    return parent.variance * (1 + alpha * hazard - hazard * hazard)
  }

  public func density(at x: Double) -> Double {
    x < lowerBound ? 0 : parent.density(at: x) / share
  }

  public func cumulative(at x: Double) -> Double {
    parent.probability(from: lowerBound, to: x) / share
  }

  public func upperTail(at x: Double) -> Double {
    x <= lowerBound ? 1 : parent.upperTail(at: x) / share
  }

  public func quantile(_ p: Double) -> Double {
    guard (0...1).contains(p) else { return .nan }
    // By the upper tail, which is the well-conditioned one when the bound is far out.
    let x = parent.mean - parent.standardDeviation * sf_normal_quantile(share * (1 - p))
    return max(lowerBound, x)
  }

  public func partialMoment(_ order: Int, upTo bound: Double) -> Double {
    guard bound > lowerBound else { return bound.isNaN || order < 0 ? .nan : 0 }
    let whole = parent.partialMoment(order, upTo: bound)
    return (whole - parent.partialMoment(order, upTo: lowerBound)) / share
  }

  /// Returns a draw: by rejection when most of the parent is above the bound, else by the quantile.
  @inlinable
  public func draw(using generator: inout some RandomNumberGenerator) -> Double {
    guard share > 0.25 else { return quantile(generator.openUniform()) }
    while true {
      let x = parent.draw(using: &generator)
      if x >= lowerBound { return x }
    }
  }
}
