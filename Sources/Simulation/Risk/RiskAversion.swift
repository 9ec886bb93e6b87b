#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Constant relative risk aversion: how much certain pay is worth the same as uncertain pay.
///
/// The utility of an amount c is c^(1 − γ) / (1 − γ), and log c for γ = 1. With γ = 0 risk does not
/// matter; 1 to 4 are usual for decisions about a whole income. Source: Pratt, "Risk Aversion in the
/// Small and in the Large", Econometrica 32 (1964).
public struct RiskAversion: Hashable, Sendable {
  /// The coefficient γ of relative risk aversion.
  public let coefficient: Double

  /// Creates a risk aversion; nil for a coefficient that is negative, above 50 or not a number.
  public init?(_ coefficient: Double) {
    guard coefficient >= 0, coefficient <= 50 else { return nil }
    self.coefficient = coefficient
  }

  /// Returns the certain amount with the same expected utility as amounts that are equally likely.
  ///
  /// Amounts below 0 count as 0. An amount of 0 makes it 0 when γ is 1 or more: nothing outweighs
  /// the chance of having nothing. Nil without amounts.
  ///
  /// - Complexity: O(n).
  public func certaintyEquivalent(of amounts: [Double]) -> Double? {
    guard !amounts.isEmpty else { return nil }
    let count = Double(amounts.count)
    let mean = amounts.reduce(0) { $0 + max(0, $1) } / count
    guard mean > 0, coefficient != 0 else { return mean }
    let power = 1 - coefficient
    if power <= 0, amounts.contains(where: { $0 <= 0 }) { return 0 }
    // Amounts over their mean keep the powers near 1.
    if power == 0 { return mean * exp(amounts.reduce(0) { $0 + log($1 / mean) } / count) }
    let utility = amounts.reduce(0) { $0 + pow(max(0, $1) / mean, power) } / count
    return mean * pow(utility, 1 / power)
  }

  /// Returns by how much each career moves the certainty equivalent of all its years, to first order.
  ///
  /// The sampling error of a certainty equivalent, or of the difference of two, is that of the mean
  /// of these numbers or of their differences (the delta method).
  ///
  /// - Parameters:
  ///   - years: The pay of every career in each year.
  ///   - certaintyEquivalent: That of all of them; 0 has no influence.
  /// - Returns: A number for each career, in the unit of pay; their mean is 0 up to rounding.
  public func influence(
    ofCareers years: [[Double]], certaintyEquivalent: Double
  ) -> [Double] {
    guard let first = years.first else { return [] }
    guard certaintyEquivalent > 0 else { return Array(repeating: 0, count: first.count) }
    let power = 1 - coefficient
    return first.indices.map { career in
      let sum = years.reduce(0) { sum, pay in
        let relative = max(0, pay[career]) / certaintyEquivalent
        return sum + (power == 0 ? log(relative) : (pow(relative, power) - 1) / power)
      }
      return certaintyEquivalent * sum / Double(years.count)
    }
  }
}
