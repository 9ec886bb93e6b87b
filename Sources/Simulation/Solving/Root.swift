/// Where a function that may jump crosses zero.
enum Root {
  /// A point and the value of the function there.
  typealias Point = (x: Double, value: Double)

  /// Returns two points next to each other between which the function crosses zero.
  ///
  /// The Illinois variant of false position (Dowell, Jarratt, BIT 11, 1971), with a bisection
  /// whenever three steps do not halve the stretch, so that a jump is found as surely as a crossing.
  /// Only the values of the two points tell the one from the other.
  ///
  /// - Parameters:
  ///   - low: A point.
  ///   - high: A higher one, where the function has the opposite sign or is zero.
  ///   - tolerance: How far apart the two points may be.
  ///   - function: The function.
  /// - Returns: The points, from the lower to the higher; twice the same where it is zero.
  static func find(
    between low: Point, and high: Point, tolerance: Double,
    _ function: (Double) throws -> Double
  ) rethrows -> (low: Point, high: Point) {
    if low.value == 0 { return (low, low) }
    if high.value == 0 { return (high, high) }
    var (a, b) = (low, high)
    // What the line is drawn through: the end that stays twice counts half, so that it moves next.
    var (fa, fb) = (a.value, b.value)
    let isNegative = fa < 0
    var width = b.x - a.x
    var steps = 0
    var lastMovedLow: Bool?
    while b.x - a.x > tolerance {
      steps += 1
      var x = (a.x * fb - b.x * fa) / (fb - fa)
      if steps.isMultiple(of: 3) {
        if b.x - a.x > width / 2 { x = a.x + (b.x - a.x) / 2 }
        width = b.x - a.x
      }
      if !(a.x < x && x < b.x) { x = a.x + (b.x - a.x) / 2 }
      guard a.x < x, x < b.x else { break }
      let fx = try function(x)
      if fx == 0 { return ((x, fx), (x, fx)) }
      let movesLow = (fx < 0) == isNegative
      if movesLow {
        (a, fa) = ((x, fx), fx)
        if lastMovedLow == true { fb /= 2 }
      } else {
        (b, fb) = ((x, fx), fx)
        if lastMovedLow == false { fa /= 2 }
      }
      lastMovedLow = movesLow
    }
    return (a, b)
  }
}
