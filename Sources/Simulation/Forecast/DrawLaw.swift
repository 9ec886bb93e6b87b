public import Statistics

/// What is known of a model's draws: a sample of them, or the closed form.
protocol DrawLaw {
  /// The number of draws; nil for the closed form.
  var trials: Int? { get }
  /// Returns mean and deviation of a function of the draws.
  func spread(of curve: CompiledCurve) -> Spread
  /// Returns the probability of the stretches, with its standard error.
  func probability(of stretches: [Range<Double>]) -> Estimate
  /// Returns a quantile of a function of the draws, with its standard error.
  func quantile(_ p: Double, of curve: CompiledCurve) -> Estimate
  /// Returns between which values a quantile may lie: one standard error to either side.
  func quantileRange(_ p: Double, of curve: CompiledCurve) -> (low: Double, high: Double)
}

/// The mean and the standard deviation of something that varies.
public struct Spread: Hashable, Sendable {
  /// The mean, with its Monte Carlo standard error.
  public let mean: Estimate
  /// The standard deviation, with its Monte Carlo standard error.
  public let standardDeviation: Estimate
}

extension Spread {
  /// Creates a spread from the mean and the central moments of a sample.
  init(mean: Double, second: Double, fourth: Double, count: Double) {
    let deviation = (second * count / max(1, count - 1)).squareRoot()
    // Var(s²) ≈ (m₄ − m₂²)/n, and s = √s².
    let error =
      second > 0 ? (max(0, fourth - second * second) / (4 * second * count)).squareRoot() : 0
    self.init(
      mean: Estimate(mean, deviation / count.squareRoot()),
      standardDeviation: Estimate(deviation, error))
  }
}

extension Estimate {
  /// Creates an estimate with a Monte Carlo standard error, or an exact value without one.
  init(_ value: Double, _ standardError: Double?) {
    self.init(
      value: value, standardError: standardError,
      degreesOfFreedom: standardError == nil ? nil : .infinity, interval: nil)
  }
}
