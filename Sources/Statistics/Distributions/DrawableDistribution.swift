/// A distribution that can be drawn from.
public protocol DrawableDistribution: ContinuousDistribution {
  /// Returns a draw.
  func draw(using generator: inout some RandomNumberGenerator) -> Double
}
