internal import CSpecialFunctions

/// The range of k independent standard normal values, divided by an independent √(χ²_ν/ν).
///
/// P(Q ≤ q) = ∫ f(s) k ∫ φ(z) (Φ(z) − Φ(z − qs))^(k−1) dz ds, f the density of √(χ²_ν/ν), both
/// integrals by Gauss-Legendre rules on pieces. Source: Copenhaver, Holland, J. Stat. Comput. Simul.
/// 30 (1988).
public struct StudentizedRange: Sendable, Hashable {
  /// The number k of values.
  public let count: Int
  /// The degrees of freedom ν; infinite for a known variance.
  public let degreesOfFreedom: Double

  /// Creates a distribution; fails for fewer than 2 values or 1 degree of freedom.
  public init(count: Int, degreesOfFreedom: Double) throws(ParameterFailure) {
    guard count >= 2 else {
      throw ParameterFailure(
        parameter: "number of values", value: Double(count), requirement: "at least 2")
    }
    guard degreesOfFreedom >= 1 else {
      throw ParameterFailure(
        parameter: "number of degrees of freedom", value: degreesOfFreedom,
        requirement: "at least 1")
    }
    self.count = count
    self.degreesOfFreedom = degreesOfFreedom
  }

  /// The probability of a value up to and including q, to about 1e-12.
  public func cumulative(at q: Double) -> Double { 1 - upperTail(at: q) }

  /// The probability of a value above q, to about 1e-12.
  public func upperTail(at q: Double) -> Double {
    guard q > 0 else { return q.isNaN ? .nan : 1 }
    guard q < .infinity else { return 0 }
    let nu = degreesOfFreedom
    // Beyond, the scale varies by less than its own rounding matters.
    guard nu < 1e8 else { return 1 - rangeCumulative(q) }
    // ln f(s) = ln 2 + (ν/2) ln(ν/2) − ln Γ(ν/2) + (ν − 1) ln s − νs²/2, relative to s = 1 so that
    // large terms cancel before they are rounded.
    let half = nu / 2
    let constant = log(2) + half * log(half) - half - sf_log_gamma(half)
    let spread = 1 / (2 * nu).squareRoot()
    let (low, high) = (max(0, 1 - 10 * spread), 1 + 11 * spread)
    let tail = GaussLegendre.nodes(from: low, to: high, pieces: 8).reduce(0) { sum, node in
      let s = node.point
      let density = exp(constant + (nu - 1) * log(s) - half * (s - 1) * (s + 1))
      guard density > 1e-18 else { return sum }
      return sum + node.weight * density * (1 - rangeCumulative(q * s))
    }
    return min(1, max(0, tail))
  }

  /// Where the inner integral is evaluated, with Φ(z) and the weight times φ(z).
  private static let normalNodes: [(z: Double, cumulative: Double, weight: Double)] =
    GaussLegendre.nodes(from: -8.5, to: 8.5, pieces: 12).map { node in
      let density = exp(-0.5 * node.point * node.point) / (2 * Double.pi).squareRoot()
      return (node.point, sf_normal_cdf(node.point), node.weight * density)
    }

  /// P(range of k normal values ≤ w).
  private func rangeCumulative(_ w: Double) -> Double {
    let power = Double(count - 1)
    let integral = Self.normalNodes.reduce(0) { sum, node in
      sum + node.weight * pow(node.cumulative - sf_normal_cdf(node.z - w), power)
    }
    return min(1, Double(count) * integral)
  }

  /// The value below which the probability is p; NaN for a p outside [0, 1].
  public func quantile(_ p: Double) -> Double {
    guard (0...1).contains(p) else { return .nan }
    if p == 0 { return 0 }
    if p == 1 { return .infinity }
    func excess(_ q: Double) -> Double { (1 - p) - upperTail(at: q) }
    var (low, high) = (0.0, 4.0)
    while excess(high) < 0 {
      guard high < 1e12 else { return .infinity }
      (low, high) = (high, 2 * high)
    }
    // Regula falsi with the halving of Illinois: about ten evaluations.
    var (below, above) = (excess(low), excess(high))
    var lastSide = 0
    for _ in 0..<100 where high - low > 1e-12 * high {
      let next = min(max((low * above - high * below) / (above - below), low), high)
      let value = excess(next)
      if value == 0 { return next }
      if value < 0 {
        (low, below) = (next, value)
        if lastSide == -1 { above /= 2 }
        lastSide = -1
      } else {
        (high, above) = (next, value)
        if lastSide == 1 { below /= 2 }
        lastSide = 1
      }
      if abs(value) < 1e-14 { return next }
    }
    return (low + high) / 2
  }
}
