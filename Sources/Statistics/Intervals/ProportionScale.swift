internal import CSpecialFunctions

/// The scale on which the interval of a proportion is symmetric.
public enum ProportionScale: String, Sendable, Hashable, CaseIterable {
  /// The proportion itself: F ± t·SE (Woodruff 1952).
  case linear
  /// The logarithm of the odds.
  case logit
  /// The arcsine of the square root.
  case arcsine
  /// Clopper-Pearson limits at the effective sample size (Korn, Graubard, Surv. Methodol. 1998).
  ///
  /// With `logit` the better choice near 0 and 1, so for P10 and P90.
  case beta

  /// The limits of a proportion; nil for a limit outside [0, 1], and at 0 or 1 without an error.
  func limits(
    of proportion: Double, standardError: Double, count: Int, degreesOfFreedom: Double,
    level: Double
  ) -> (lower: Double?, upper: Double?) {
    guard standardError > 0, proportion > 0, proportion < 1 else { return (nil, nil) }
    let t = StudentT.quantile(0.5 + level / 2, degreesOfFreedom)
    switch self {
    case .linear:
      let (low, high) = (proportion - t * standardError, proportion + t * standardError)
      return (low < 0 ? nil : low, high > 1 ? nil : high)
    case .logit:
      let center = log(proportion / (1 - proportion))
      let margin = t * standardError / (proportion * (1 - proportion))
      func inverse(_ x: Double) -> Double { 1 / (1 + exp(-x)) }
      return (inverse(center - margin), inverse(center + margin))
    case .arcsine:
      let center = asin(proportion.squareRoot())
      let margin = t * standardError / (2 * (proportion * (1 - proportion)).squareRoot())
      func inverse(_ x: Double) -> Double? {
        (0...Double.pi / 2).contains(x) ? sin(x) * sin(x) : nil
      }
      return (inverse(center - margin), inverse(center + margin))
    case .beta:
      let ratio = StudentT.quantile(0.5 + level / 2, Double(count - 1)) / t
      let effective =
        proportion * (1 - proportion) / (standardError * standardError) * ratio * ratio
      let (inside, outside) = (effective * proportion, effective * (1 - proportion))
      return (
        sf_beta_quantile(inside, outside + 1, 0.5 - level / 2),
        sf_beta_quantile(inside + 1, outside, 0.5 + level / 2)
      )
    }
  }
}
