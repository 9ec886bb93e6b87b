/// A piecewise linear function in floating point, as flat arrays: what pay is estimated with.
///
/// A piece holds from its start up to, and without, the start of the next; the first also holds
/// below its start.
public struct CompiledCurve: Hashable, Sendable {
  /// Where each piece starts, in rising order; never empty.
  public let starts: [Double]
  /// The value at each start, any jump included.
  public let values: [Double]
  /// The slope of each piece.
  public let slopes: [Double]

  init(starts: [Double], values: [Double], slopes: [Double]) {
    self.starts = starts
    self.values = values
    self.slopes = slopes
  }

  /// The curve that is the same everywhere.
  static func constant(_ value: Double) -> CompiledCurve {
    CompiledCurve(starts: [0], values: [value], slopes: [0])
  }

  /// Returns the index of the piece that holds at a point.
  ///
  /// - Complexity: O(log of the number of pieces).
  public func pieceIndex(at x: Double) -> Int {
    var (low, high) = (0, starts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= x { low = middle } else { high = middle }
    }
    return low
  }

  /// Returns the value at a point.
  ///
  /// - Complexity: O(log of the number of pieces).
  public func callAsFunction(_ x: Double) -> Double {
    let index = pieceIndex(at: x)
    return values[index] + slopes[index] * (x - starts[index])
  }

  /// Whether the function never falls.
  ///
  /// A fall by less than a thousandth is what rounding leaves between pieces that join.
  public var isNondecreasing: Bool { neverTurns(1) }

  /// Whether the function never rises, to less than a thousandth.
  var isNonincreasing: Bool { neverTurns(-1) }

  /// Whether the function, times a sign, never falls.
  private func neverTurns(_ sign: Double) -> Bool {
    starts.indices.allSatisfy { index in
      guard sign * slopes[index] >= -1e-3 else { return false }
      guard index + 1 < starts.count else { return true }
      let end = values[index] + slopes[index] * (starts[index + 1] - starts[index])
      return sign * (values[index + 1] - end) >= -1e-3
    }
  }

  /// The pieces that hold somewhere from 0 on, with the stretch of each from there.
  private var upperPieces: [(index: Int, from: Double, to: Double)] {
    starts.indices.compactMap { index in
      let end = index + 1 < starts.count ? starts[index + 1] : .infinity
      return end > 0 ? (index: index, from: max(0, starts[index]), to: end) : nil
    }
  }

  /// The least number that no value from 0 on exceeds; infinite where the last piece rises.
  var supremum: Double {
    upperPieces.reduce(-.infinity) { most, piece in
      let atStart = values[piece.index] + slopes[piece.index] * (piece.from - starts[piece.index])
      guard slopes[piece.index] > Self.slopeOfRounding else { return max(most, atStart) }
      return max(most, atStart + slopes[piece.index] * (piece.to - piece.from))
    }
  }

  /// The amounts that the function keeps over whole stretches, each with those stretches.
  var levels: [(value: Double, stretches: [Range<Double>])] {
    var levels: [(value: Double, stretches: [Range<Double>])] = []
    for index in starts.indices where slopes[index].magnitude <= Self.slopeOfRounding {
      let start = index == 0 ? -Double.infinity : starts[index]
      let end = index + 1 < starts.count ? starts[index + 1] : .infinity
      guard start < end else { continue }
      let value = values[index]
      if let same = levels.firstIndex(where: { ($0.value - value).magnitude < 0.005 }) {
        levels[same].stretches.append(start..<end)
      } else {
        levels.append((value: value, stretches: [start..<end]))
      }
    }
    return levels
  }

  /// A slope of rounding leads nowhere.
  private static let slopeOfRounding = 1e-3

  /// Where the function jumps above 0 by more than a cent, with its values on either side.
  var jumps: [(at: Double, below: Double, above: Double)] {
    zip(starts.indices, starts.indices.dropFirst()).compactMap { left, right in
      let below = values[left] + slopes[left] * (starts[right] - starts[left])
      guard starts[right] > 0, (values[right] - below).magnitude > 0.01 else { return nil }
      return (at: starts[right], below: below, above: values[right])
    }
  }

  /// The function, or the constant 0 where it is 0 from 0 on.
  var orZero: CompiledCurve {
    upperPieces.allSatisfy { slopes[$0.index] == 0 && values[$0.index] == 0 } ? .constant(0) : self
  }

  /// Returns where the function is at least a number, as half-open stretches in rising order.
  ///
  /// - Complexity: O(number of pieces).
  public func stretches(atLeast limit: Double) -> [Range<Double>] {
    var stretches: [Range<Double>] = []
    for index in starts.indices {
      let start = index == 0 ? -Double.infinity : starts[index]
      let end = index + 1 < starts.count ? starts[index + 1] : .infinity
      let (value, slope) = (values[index], slopes[index])
      var (from, to) = (start, end)
      if slope == 0 {
        guard value >= limit else { continue }
      } else {
        let crossing = starts[index] + (limit - value) / slope
        if slope > 0 { from = max(start, crossing) } else { to = min(end, crossing.nextUp) }
      }
      guard from < to else { continue }
      if let last = stretches.last, last.upperBound == from {
        stretches[stretches.count - 1] = last.lowerBound..<to
      } else {
        stretches.append(from..<to)
      }
    }
    return stretches
  }

  /// Returns the difference of two curves, on the starts of both.
  ///
  /// - Complexity: O(number of pieces × log of it).
  public static func - (left: CompiledCurve, right: CompiledCurve) -> CompiledCurve {
    left.combined(with: right, -1)
  }

  /// Returns the sum of two curves, on the starts of both.
  ///
  /// - Complexity: O(number of pieces × log of it).
  public static func + (left: CompiledCurve, right: CompiledCurve) -> CompiledCurve {
    left.combined(with: right, 1)
  }

  private func combined(with other: CompiledCurve, _ factor: Double) -> CompiledCurve {
    let starts = Set(starts + other.starts).sorted()
    let pairs = starts.map { (pieceIndex(at: $0), other.pieceIndex(at: $0)) }
    return CompiledCurve(
      starts: starts, values: starts.map { self($0) + factor * other($0) },
      slopes: pairs.map { slopes[$0] + factor * other.slopes[$1] })
  }
}
