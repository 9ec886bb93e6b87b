internal import CSpecialFunctions

/// The Gauss-Legendre rule with 16 points on each of several pieces.
enum GaussLegendre {
  /// Points and weights on [−1, 1]: roots of the Legendre polynomial by Newton's method.
  private static let rule: [(point: Double, weight: Double)] = (1...16).map { index in
    let order = 16
    var x = cos(Double.pi * (Double(index) - 0.25) / (Double(order) + 0.5))
    var slope = 0.0
    for _ in 0..<100 {
      var (before, value) = (1.0, x)
      for n in 2...order {
        let n = Double(n)
        (before, value) = (value, ((2 * n - 1) * x * value - (n - 1) * before) / n)
      }
      slope = Double(order) * (x * value - before) / (x * x - 1)
      let step = value / slope
      x -= step
      if abs(step) < 1e-16 { break }
    }
    return (x, 2 / ((1 - x * x) * slope * slope))
  }

  static func nodes(
    from low: Double, to high: Double, pieces: Int
  ) -> [(point: Double, weight: Double)] {
    let half = (high - low) / Double(2 * pieces)
    return (0..<pieces).flatMap { piece in
      let center = low + Double(2 * piece + 1) * half
      return rule.map { (center + half * $0.point, half * $0.weight) }
    }
  }
}
