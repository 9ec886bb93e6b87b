public import Statistics

extension Lognormal: AttainmentModel {
  public var label: String {
    "lognormal, mean \(mean.short), coefficient of variation \((variance.squareRoot() / mean).short)"
  }

  public func partialMoment(_ order: Int, below bound: Double) -> Double? {
    partialMoment(order, upTo: bound)
  }
}

extension Gamma: AttainmentModel {
  public var label: String {
    "gamma, mean \(mean.short), coefficient of variation \((variance.squareRoot() / mean).short)"
  }

  public func partialMoment(_ order: Int, below bound: Double) -> Double? {
    partialMoment(order, upTo: bound)
  }
}

extension TruncatedNormal: AttainmentModel {
  public var label: String {
    "normal, mean \(parent.mean.short), standard deviation \(parent.standardDeviation.short), none below \(lowerBound.short)"
  }

  public func partialMoment(_ order: Int, below bound: Double) -> Double? {
    partialMoment(order, upTo: bound)
  }
}

extension Double {
  /// The number in six significant digits, without what rounding left behind them.
  package var short: String {
    guard isFinite, self != 0 else { return "0" }
    var scale = 1.0
    while (magnitude * scale) < 1e5 { scale *= 10 }
    let rounded = (self * scale).rounded() / scale
    return rounded == rounded.rounded() && rounded.magnitude < 1e15
      ? "\(Int(rounded))" : "\(rounded)"
  }
}
