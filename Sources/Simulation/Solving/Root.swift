/// Where a function that may jump crosses zero.
enum Root {
  /// Returns a point between two ends at which the function has opposite signs.
  ///
  /// The Illinois variant of false position (Dowell, Jarratt, BIT 11, 1971), with a bisection
  /// whenever three steps do not halve the stretch, so that a jump is found as surely as a crossing.
  ///
  /// - Returns: A zero, or the end of the last stretch on the side of `low`.
  static func find(
    between low: Double, _ atLow: Double, and high: Double, _ atHigh: Double, tolerance: Double,
    _ function: (Double) throws -> Double
  ) rethrows -> Double {
    var (a, fa, b, fb) = (low, atLow, high, atHigh)
    if fa == 0 { return a }
    if fb == 0 { return b }
    let isNegative = fa < 0
    var width = b - a
    var steps = 0
    var lastMovedLow: Bool?
    while b - a > tolerance {
      steps += 1
      var x = (a * fb - b * fa) / (fb - fa)
      if steps.isMultiple(of: 3) {
        if b - a > width / 2 { x = a + (b - a) / 2 }
        width = b - a
      }
      if !(a < x && x < b) { x = a + (b - a) / 2 }
      guard a < x, x < b else { break }
      let fx = try function(x)
      if fx == 0 { return x }
      let movesLow = (fx < 0) == isNegative
      if movesLow { (a, fa) = (x, fx) } else { (b, fb) = (x, fx) }
      // The end that stays twice counts half, so that it moves next.
      if movesLow == lastMovedLow { if movesLow { fb /= 2 } else { fa /= 2 } }
      lastMovedLow = movesLow
    }
    return a
  }
}
