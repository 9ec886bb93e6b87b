internal import Amounts

/// The pieces of a function that is piecewise linear, found by evaluating it.
///
/// Jumps are expected at known corners. Between them a stretch on which five points lie on a line is
/// a piece; another one is split where its first and last lines meet, or in the middle. So the exact
/// engine itself says what the compiled functions are, whatever a plan can express. What still rises
/// within next to nothing is a jump, and never a steep piece: moments would cancel on it.
struct PiecewiseFit {
  /// Where each piece starts.
  private(set) var starts: [Ratio] = []
  /// The values at each start, one for each output of the function.
  private(set) var values: [[Double]] = []
  /// The slopes of each piece.
  private(set) var slopes: [[Double]] = []

  /// How far a point may lie off a line: more than rounding to a millionth a few dozen times.
  private let tolerance = 1e-4
  /// A stretch this short is a point, and what happens within a jump at its end.
  private let shortest = 1e-9

  private let function: (Ratio) throws(ArithmeticFailure) -> [Double]

  /// Finds the pieces from 0 on, and the one below 0.
  ///
  /// - Complexity: 5 evaluations for each piece, and some 10 for each bend between corners.
  init(
    corners: [Ratio], _ function: @escaping (Ratio) throws(ArithmeticFailure) -> [Double]
  ) throws(ArithmeticFailure) {
    self.function = function
    // Nobody sells a hundred times a quota; beyond, the last piece goes on.
    var points = Set(corners + [-1, 0]).sorted()
    points.append(max(100, try (points.last ?? .one) * 2))
    for (start, end) in zip(points, points.dropFirst()) {
      try add(from: start, try function(start), to: end)
    }
    join()
  }

  private mutating func add(
    from start: Ratio, _ first: [Double], to end: Ratio
  ) throws(ArithmeticFailure) {
    let width = (try end - start).doubleValue
    var points: [[Double]] = []
    let offsets: [Double] = [0.25, 0.5, 0.75, 1 - 0x1p-20]
    for offset in Self.fractions { points.append(try function(start + (end - start) * offset)) }
    let slopes = zip(points[3], first).map { ($0 - $1) / (width * offsets[3]) }
    let isLine = (0..<3).allSatisfy { point in
      first.indices.allSatisfy { output in
        abs(first[output] + slopes[output] * width * offsets[point] - points[point][output])
          <= tolerance
      }
    }
    if isLine || width < shortest {
      starts.append(start)
      values.append(first)
      self.slopes.append(isLine ? slopes : self.slopes.last ?? slopes.map { _ in 0 })
      return
    }
    var middle = try start + (end - start) / 2
    if let bend = try bend(start, end, first, points) { middle = bend }
    try add(from: start, first, to: middle)
    try add(from: middle, try function(middle), to: end)
  }

  /// The four places within a stretch that are looked at.
  private static let fractions: [Ratio] = [
    try? Ratio(1, over: 4), try? Ratio(1, over: 2), try? Ratio(3, over: 4),
    try? Ratio(1_048_575, over: 1_048_576),
  ].compactMap { $0 }

  /// Where the line through the first two points meets the line through the last two.
  private func bend(
    _ start: Ratio, _ end: Ratio, _ first: [Double], _ points: [[Double]]
  ) throws(ArithmeticFailure) -> Ratio? {
    let width = (try end - start).doubleValue
    var best: (gap: Double, point: Double)?
    for output in first.indices {
      let left = (points[0][output] - first[output]) / 0.25
      let right = (points[3][output] - points[2][output]) / (0.25 - 0x1p-20)
      let gap = abs(right - left)
      guard gap > tolerance else { continue }
      let point = (points[2][output] - 0.75 * right - first[output]) / (left - right)
      if point > 0.25, point < 0.75, gap > best?.gap ?? 0 {
        best = (gap: gap, point: point)
      }
    }
    // A point in the outer quarters would contradict the line that it came from.
    guard let best else { return nil }
    let offset = try Ratio(Int128((best.point * width * 1e12).rounded()), over: 1_000_000_000_000)
    let bend = try start + offset
    return start < bend && bend < end ? bend : nil
  }

  /// Joins neighbouring pieces that lie on one line.
  private mutating func join() {
    var kept: [Int] = []
    for index in starts.indices {
      if let last = kept.last, continues(last, index) { continue }
      kept.append(index)
    }
    starts = kept.map { starts[$0] }
    values = kept.map { values[$0] }
    slopes = kept.map { slopes[$0] }
  }

  private func continues(_ last: Int, _ next: Int) -> Bool {
    guard let gap = try? starts[next] - starts[last] else { return false }
    return values[last].indices.allSatisfy { output in
      let slope = slopes[last][output]
      return abs(values[last][output] + slope * gap.doubleValue - values[next][output]) <= tolerance
        && abs(slope - slopes[next][output]) <= tolerance
    }
  }
}
