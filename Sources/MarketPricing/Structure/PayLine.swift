public import Amounts
public import Statistics

#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif

/// The line of market pay over the points or the grade of jobs, by least squares.
public struct PayLine: Hashable, Sendable {
  /// What the line is straight in.
  public enum Scale: String, Hashable, Sendable, CaseIterable {
    /// ln pay = a + b × points: each point adds the same percentage.
    case logarithm
    /// pay = a + b × points, which prices low jobs at or below nothing where a is negative.
    case linear
  }

  /// A job with its points or grade and its market pay.
  public typealias Job = (points: Double, pay: Double)

  /// What the line is straight in.
  public let scale: Scale
  /// a.
  public let intercept: Double
  /// b.
  public let slope: Double
  /// The part of the variance of pay, or of ln pay, that the line explains.
  public let rSquared: Double?

  /// Fits the line; two jobs with different points at least.
  public init(_ jobs: [Job], _ scale: Scale = .logarithm) throws(RegressionFailure) {
    self.scale = scale
    let fit = try LinearRegression(
      jobs.map { scale == .logarithm ? log($0.pay) : $0.pay },
      on: Predictors([.number("points", jobs.map(\.points))], rows: jobs.count))
    intercept = fit.coefficients.first?.estimate.value ?? 0
    slope = fit["points"]?.estimate.value ?? 0
    rSquared = fit.rSquared
  }

  /// The pay at points.
  public func pay(at points: Double) -> Double {
    let value = intercept + slope * points
    return scale == .logarithm ? exp(value) : value
  }

  /// What one point adds, as a fraction of pay; nil of a linear line, where it is an amount.
  public var progression: Double? { scale == .logarithm ? expm1(slope) : nil }

  /// Returns the midpoint at points under a policy, which is how the organisation pays over the market.
  ///
  /// It throws `.overflow` for pay that no range has.
  public func midpoint(
    at points: Ratio, policy: Ratio = .one
  ) throws(ArithmeticFailure) -> Ratio {
    try Ratio(estimate: pay(at: points.doubleValue)) * policy
  }
}
