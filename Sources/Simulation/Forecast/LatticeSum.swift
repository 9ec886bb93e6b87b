internal import Foundation
internal import Statistics

/// The distribution of a sum of independent amounts, without draws: each amount is rounded to multiples of one
/// step, and the multiples are convolved, by the product of their Fourier transforms.
///
/// Rounding to the nearest multiple moves an amount by half a step at most, so a quantile of a sum of n amounts
/// is off by n/2 steps at most (`error`), and by some √(n/12) steps as a rule. What else is neglected are
/// the ends of each amount's distribution with a probability of 10⁻¹² each, and as much of the sum's.
struct LatticeSum {
  /// Amounts that are spread alike: what a curve makes of a draw.
  struct Terms {
    /// What is made of a draw.
    var curve: CompiledCurve
    /// The number of amounts.
    var count: Int
  }

  /// The most that an amount of the sum may be off.
  let error: Double
  /// The amount of the first probability.
  private let first: Double
  private let step: Double
  /// The probability of sums up to each multiple.
  private let cumulated: [Double]

  /// How likely the neglected ends are.
  private static let neglected = 1e-12

  /// Convolves amounts of one law.
  ///
  /// - Parameters:
  ///   - terms: The amounts.
  ///   - law: The closed form of the draws, which are independent.
  ///   - steps: The number of steps: a power of two, and more than there are amounts.
  ///   - threads: The number of threads; nil for one a core.
  /// - Complexity: O(kinds of terms × steps × log steps).
  init(_ terms: [Terms], _ law: ClosedForm, steps: Int, threads: Int?) {
    let amounts = terms.map { Amounts($0, law) }
    let count = amounts.reduce(0) { $0 + $1.count }
    let reach = Self.reach(of: amounts)
    let base = amounts.reduce(0) { $0 + $1.count * $1.low }
    // What cannot vary by more than rounding is one amount.
    let smallest = amounts.reduce(1e-9) { $0 + $1.count * $1.high.magnitude } * 1e-12
    let step = max(2 * reach / (Double(steps) - count - 4), smallest)
    var spectrum = Fourier(unitOf: steps)
    // As many pieces as memory holds, and the same ones on any number of threads.
    let pieces = min(amounts.count, 8)
    let products = Parallel.map(pieces, threads: threads) { piece in
      var product = Fourier(unitOf: steps)
      for index in stride(from: piece, to: amounts.count, by: pieces) {
        var transform = Fourier(of: amounts[index].rounded(to: step), steps)
        product.multiply(by: &transform, times: Int(amounts[index].count))
      }
      return product
    }
    for var product in products { spectrum.multiply(by: &product, times: 1) }
    // Multiples are known up to multiples of the number of steps; those around the mean are meant.
    let mean = amounts.reduce(0) { $0 + $1.count * ($1.mean - $1.low) }
    let lowest = Int((mean / step).rounded()) - steps / 2
    let probabilities = spectrum.inverse()
    var sum = 0.0
    cumulated = (0..<steps).map { place in
      sum += max(0, probabilities[(lowest + place) & (steps - 1)])
      return sum
    }
    first = base + Double(lowest) * step
    self.step = step
    error = count * step / 2
  }

  /// How far from its mean the sum lies, but for the neglected ends, by Bernstein's inequality.
  private static func reach(of amounts: [Amounts]) -> Double {
    let below = amounts.reduce(0) { $0 + $1.count * ($1.mean - $1.low) }
    let above = amounts.reduce(0) { $0 + $1.count * ($1.high - $1.mean) }
    let variance = amounts.reduce(0) { $0 + $1.count * $1.variance }
    let farthest = amounts.reduce(0) { max($0, $1.mean - $1.low, $1.high - $1.mean) }
    let weight = log(2 / neglected)
    let linear = farthest * weight / 3
    return min(
      max(below, above), linear + (linear * linear + 2 * weight * variance).squareRoot())
  }

  /// Returns the smallest sum up to which at least a share `p` lies.
  func quantile(_ p: Double) -> Double {
    var (low, high) = (0, cumulated.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if cumulated[middle] >= p - Self.neglected { high = middle } else { low = middle + 1 }
    }
    return first + Double(low) * step
  }

  /// Returns how likely a sum of at least an amount is, and how much that may be off.
  func probability(atLeast amount: Double) -> (value: Double, error: Double) {
    func reached(_ amount: Double) -> Double {
      // A hundredth of a step is what the rounding of sums of steps leaves.
      let steps = ((amount - first) / step - 0.01).rounded(.up)
      let place = Int(min(Double(cumulated.count), max(0, steps)))
      return place == 0 ? 1 : max(0, 1 - cumulated[place - 1])
    }
    let value = reached(amount)
    return (
      value, max(reached(amount - error) - value, value - reached(amount + error))
    )
  }

  /// The amounts of one kind, and between which ends they lie.
  private struct Amounts: Sendable {
    let curve: CompiledCurve
    let law: ClosedForm
    let count: Double
    let mean: Double
    let variance: Double
    /// The least and the most amount.
    let low: Double
    let high: Double
    /// The ends of the draws.
    let draws: ClosedRange<Double>

    init(_ terms: Terms, _ law: ClosedForm) {
      (curve, self.law, count) = (terms.curve, law, Double(terms.count))
      let spread = law.spread(of: curve)
      mean = spread.mean.value
      variance = spread.standardDeviation.value * spread.standardDeviation.value
      let from = law.draw(LatticeSum.neglected)
      draws = from...max(from, law.draw(1 - LatticeSum.neglected))
      let ends = Self.pieces(of: curve, draws).flatMap { [$0.atStart, $0.atEnd] }
      low = min(mean, ends.min() ?? mean)
      high = max(mean, ends.max() ?? mean)
    }

    /// The pieces that draws lie on, with the values at both ends of what of them is reached.
    private static func pieces(
      of curve: CompiledCurve, _ draws: ClosedRange<Double>
    ) -> [(index: Int, end: Double, atStart: Double, atEnd: Double)] {
      curve.starts.indices.compactMap { index in
        let start = index == 0 ? -Double.infinity : curve.starts[index]
        let end = index + 1 < curve.starts.count ? curve.starts[index + 1] : .infinity
        guard start <= draws.upperBound, end > draws.lowerBound else { return nil }
        func value(_ draw: Double) -> Double {
          curve.values[index] + curve.slopes[index] * (draw - curve.starts[index])
        }
        return (
          index, end, value(max(start, draws.lowerBound)), value(min(end, draws.upperBound))
        )
      }
    }

    /// How likely each multiple of a step above the least amount is, when amounts are rounded to it.
    func rounded(to step: Double) -> [Double] {
      func cell(_ value: Double) -> Int { Int(((value - low) / step).rounded()) }
      var probabilities = [Double](repeating: 0, count: cell(high) + 1)
      var below = 0.0
      func add(_ cell: Int, upTo draw: Double) {
        let next = max(below, draw == .infinity ? 1 : law.probability(below: draw))
        probabilities[cell] += next - below
        below = next
      }
      let pieces = Self.pieces(of: curve, draws)
      for (place, piece) in pieces.enumerated() {
        let (start, value) = (curve.starts[piece.index], curve.values[piece.index])
        let slope = curve.slopes[piece.index]
        let (from, to) = (cell(piece.atStart), cell(piece.atEnd))
        for cell in stride(from: from, to: to, by: from < to ? 1 : -1) {
          let edge = low + (Double(cell) + (from < to ? 0.5 : -0.5)) * step
          // The end of a piece is the start of the next, however rounding puts the edge.
          add(cell, upTo: min(piece.end, start + (edge - value) / slope))
        }
        add(to, upTo: place == pieces.count - 1 ? .infinity : piece.end)
      }
      return probabilities
    }
  }
}

/// A discrete Fourier transform of so many complex numbers, a power of two.
///
/// It is our own, by Cooley and Tukey: libraries that transform doubles bind whoever links them to the GPL.
private struct Fourier: Sendable {
  private var real: [Double]
  private var imaginary: [Double]

  /// Creates the transform of the probability 1 at 0.
  init(unitOf points: Int) {
    real = Array(repeating: 1, count: points)
    imaginary = Array(repeating: 0, count: points)
  }

  /// Transforms values, which go on with zeros.
  init(of values: [Double], _ points: Int) {
    real = Array(repeating: 0, count: points)
    imaginary = real
    for (index, value) in values.enumerated() { real[index & (points - 1)] += value }
    transform()
  }

  /// Multiplies by another transform, so many times; that one is changed.
  mutating func multiply(by other: inout Fourier, times: Int) {
    var times = times
    while times > 0 {
      if times & 1 == 1 { multiply(by: other) }
      times >>= 1
      if times > 0 { other.multiply(by: other) }
    }
  }

  private mutating func multiply(by other: Fourier) {
    for index in real.indices {
      let (a, b, c, d) = (
        real[index], imaginary[index], other.real[index], other.imaginary[index]
      )
      real[index] = a * c - b * d
      imaginary[index] = a * d + b * c
    }
  }

  /// Returns the real parts of what this is the transform of.
  consuming func inverse() -> [Double] {
    // The transform of the conjugate is the conjugate of the inverse, times the number of points.
    for index in imaginary.indices { imaginary[index] = -imaginary[index] }
    transform()
    let scale = 1 / Double(real.count)
    for index in real.indices { real[index] *= scale }
    return real
  }

  private mutating func transform() {
    Self.transform(&real, &imaginary)
  }

  private static func transform(_ realParts: inout [Double], _ imaginaryParts: inout [Double]) {
    let points = realParts.count
    let bits = points.trailingZeroBitCount
    let roots = (0..<points / 2).map { index in
      let angle = -2 * Double.pi * Double(index) / Double(points)
      return (cos(angle), sin(angle))
    }
    var real = realParts.mutableSpan
    var imaginary = imaginaryParts.mutableSpan
    for index in 0..<points {
      let other = Int(UInt(index).reversedBits >> UInt(UInt.bitWidth - bits))
      if index < other {
        real.swapAt(index, other)
        imaginary.swapAt(index, other)
      }
    }
    var half = 1
    while half < points {
      let stride = points / (2 * half)
      for start in Swift.stride(from: 0, to: points, by: 2 * half) {
        for offset in 0..<half {
          let (cosine, sine) = roots[offset * stride]
          let (low, high) = (start + offset, start + offset + half)
          let x = real[high] * cosine - imaginary[high] * sine
          let y = real[high] * sine + imaginary[high] * cosine
          (real[high], imaginary[high]) = (real[low] - x, imaginary[low] - y)
          real[low] += x
          imaginary[low] += y
        }
      }
      half *= 2
    }
  }
}

extension UInt {
  /// The number with its bits in the reverse order.
  fileprivate var reversedBits: UInt {
    var (rest, result) = (self, UInt(0))
    for _ in 0..<UInt.bitWidth {
      result = result << 1 | rest & 1
      rest >>= 1
    }
    return result
  }
}
