internal import Findings
internal import Statistics

/// A model whose partial moments are known.
///
/// Pay is linear on each piece of a curve, so its moments follow from the partial moments of the model
/// over the pieces, and its distribution function is a sum of probabilities.
struct ClosedForm: DrawLaw, Sendable {
  private let partialMoment: @Sendable (Int, Double) -> Double?
  private let modelQuantile: @Sendable (Double) -> Double?

  /// Fails for a model without partial moments.
  init(_ model: some AttainmentModel) throws(ModelFailure) {
    for order in 0...2 {
      guard let moment = model.partialMoment(order, below: .infinity), moment.isFinite else {
        throw ModelFailure.noClosedForm(model.label)
      }
    }
    partialMoment = { model.partialMoment($0, below: $1) }
    modelQuantile = { model.quantile($0) }
  }

  var trials: Int? { nil }

  private func moment(_ order: Int, _ stretch: Range<Double>) -> Double {
    let above = partialMoment(order, stretch.upperBound) ?? .nan
    guard stretch.lowerBound > -.infinity else { return above }
    return above - (partialMoment(order, stretch.lowerBound) ?? .nan)
  }

  /// A piece of a curve: how likely it is, its expected value, and how its values vary within it.
  private struct Part {
    var probability: Double
    var mean: Double
    /// The expected squared distance from the mean, counted on the piece alone.
    var within: Double
  }

  private func parts(of curve: CompiledCurve) -> [Part] {
    curve.starts.indices.compactMap { index in
      let start = index == 0 ? -Double.infinity : curve.starts[index]
      let end = index + 1 < curve.starts.count ? curve.starts[index + 1] : .infinity
      let probability = moment(0, start..<end)
      guard probability > 0 else { return nil }
      let (value, slope) = (curve.values[index], curve.slopes[index])
      guard slope != 0 else { return Part(probability: probability, mean: value, within: 0) }
      // Differences of moments of nearly the same size keep some digits only; what they may be is
      // known all the same, by Popoviciu's inequality for the variance.
      let first = moment(1, start..<end)
      let mean = min(end, max(start, first / probability))
      var within = moment(2, start..<end) - first * (first / probability)
      let noise = 64 * Double.ulpOfOne * (partialMoment(2, end) ?? 0)
      within = within > noise ? min(within, probability * (end - start) * (end - start) / 4) : 0
      return Part(
        probability: probability, mean: value + slope * (mean - curve.starts[index]),
        within: slope * slope * within)
    }
  }

  /// Returns the expected value of a curve.
  func mean(of curve: CompiledCurve) -> Double {
    parts(of: curve).reduce(0) { $0 + $1.probability * $1.mean }
  }

  /// The variance is that within the pieces and that of their means: a sum without a difference.
  func spread(of curve: CompiledCurve) -> Spread {
    let parts = parts(of: curve)
    let mean = parts.reduce(0) { $0 + $1.probability * $1.mean }
    var (variance, largest) = (0.0, 0.0)
    for part in parts {
      variance += part.within + part.probability * (part.mean - mean) * (part.mean - mean)
      largest = max(largest, part.mean.magnitude)
    }
    let deviation = variance.squareRoot()
    return Spread(
      mean: Estimate(mean, nil),
      // What the rounding of the mean alone makes is none.
      standardDeviation: Estimate(deviation <= 64 * Double.ulpOfOne * largest ? 0 : deviation, nil))
  }

  /// Returns the probability of a draw below a bound.
  func probability(below bound: Double) -> Double { partialMoment(0, bound) ?? .nan }

  /// Returns the smallest draw up to which a share `p` of all lies, between 0 and 1.
  func draw(_ p: Double) -> Double {
    // Known wherever the moments are.
    modelQuantile(p) ?? .nan
  }

  func probability(of stretches: [Range<Double>]) -> Estimate {
    Estimate(min(1, max(0, stretches.reduce(0) { $0 + moment(0, $1) })), nil)
  }

  func quantile(_ p: Double, of curve: CompiledCurve) -> Estimate {
    if curve.isNondecreasing, let draw = modelQuantile(p) { return Estimate(curve(draw), nil) }
    // The smallest pay that is not exceeded with probability p, by bisection.
    func isBelow(_ pay: Double) -> Bool {
      1 - probability(of: curve.stretches(atLeast: pay.nextUp)).value < p
    }
    var (low, high) = (-1.0, 1.0)
    while !isBelow(low), low > -1e15 { low *= 2 }
    while isBelow(high), high < 1e15 { high *= 2 }
    while high - low > 1e-6 {
      let middle = (low + high) / 2
      if isBelow(middle) { low = middle } else { high = middle }
    }
    return Estimate(high, nil)
  }
  /// A quantile is known as well as its share is: to a ten-thousandth of a percentage point.
  func quantileRange(_ p: Double, of curve: CompiledCurve) -> (low: Double, high: Double) {
    (quantile(p - 1e-6, of: curve).value, quantile(p + 1e-6, of: curve).value)
  }
}
