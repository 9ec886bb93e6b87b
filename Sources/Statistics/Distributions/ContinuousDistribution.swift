/// A continuous probability distribution on the real line.
///
/// Probabilities in either tail are computed as such, not as 1 minus the other.
public protocol ContinuousDistribution: Sendable, Hashable {
  /// The probability density at a point.
  func density(at x: Double) -> Double
  /// The probability of a value up to and including `x`.
  func cumulative(at x: Double) -> Double
  /// The probability of a value above `x`.
  func upperTail(at x: Double) -> Double
  /// The value below which the probability is `p`; NaN for a `p` outside [0, 1].
  func quantile(_ p: Double) -> Double
  /// The expected value; NaN or infinite where the distribution has none.
  var mean: Double { get }
  /// The variance; NaN or infinite where the distribution has none.
  var variance: Double { get }
}

extension ContinuousDistribution {
  public func upperTail(at x: Double) -> Double { 1 - cumulative(at: x) }
  /// The square root of the variance.
  public var standardDeviation: Double { variance.squareRoot() }
  /// The probability of a value above `lower`, up to and including `upper`.
  public func probability(from lower: Double, to upper: Double) -> Double {
    guard lower < upper else { return 0 }
    // The difference of the two smaller tails loses the fewest digits.
    let below = cumulative(at: lower)
    return below > 0.5
      ? upperTail(at: lower) - upperTail(at: upper) : cumulative(at: upper) - below
  }
}

/// A distribution whose moments over part of its range have a closed form.
public protocol PartialMoments: ContinuousDistribution {
  /// Returns E[Xᵏ; X ≤ bound], the k-th moment counted only where X does not exceed the bound.
  ///
  /// Order 0 is the cumulative probability. NaN for a negative order.
  func partialMoment(_ order: Int, upTo bound: Double) -> Double
}

/// A distribution that can be drawn from.
public protocol DrawableDistribution: ContinuousDistribution {
  /// Returns a draw.
  func draw(using generator: inout some RandomNumberGenerator) -> Double
}

/// A parameter that a distribution cannot have.
public struct ParameterFailure: Error, Hashable, Sendable {
  /// The parameter's name, such as "standard deviation".
  public let parameter: String
  /// The value that was given.
  public let value: Double
  /// What the value has to be, such as "positive and finite".
  public let requirement: String

  /// Creates a failure.
  public init(parameter: String, value: Double, requirement: String) {
    self.parameter = parameter
    self.value = value
    self.requirement = requirement
  }
}

extension ParameterFailure: CustomStringConvertible {
  public var description: String { "the \(parameter) is \(value) but must be \(requirement)" }
}

extension ParameterFailure {
  static func checkPositive(_ parameter: String, _ value: Double) throws(ParameterFailure) {
    guard value > 0, value.isFinite else {
      throw ParameterFailure(
        parameter: parameter, value: value, requirement: "positive and finite")
    }
  }

  static func checkFinite(_ parameter: String, _ value: Double) throws(ParameterFailure) {
    guard value.isFinite else {
      throw ParameterFailure(parameter: parameter, value: value, requirement: "finite")
    }
  }
}
