internal import Statistics

/// A model whose partial moments are known.
///
/// Pay is linear on each piece of a curve, so its moments are sums of partial moments of the model
/// over the pieces, and its distribution function a sum of probabilities.
struct ClosedForm: DrawLaw {
  private let model: any AttainmentModel

  /// Fails for a model without partial moments.
  init(_ model: any AttainmentModel) throws(ModelFailure) {
    for order in 0...2 {
      guard let moment = model.partialMoment(order, below: .infinity), moment.isFinite else {
        throw ModelFailure(
          "no closed form is known for the model \"\(model.label)\"", remedy: "simulate it instead")
      }
    }
    self.model = model
  }

  var trials: Int? { nil }

  private func moment(_ order: Int, _ stretch: Range<Double>) -> Double {
    let above = model.partialMoment(order, below: stretch.upperBound) ?? .nan
    guard stretch.lowerBound > -.infinity else { return above }
    return above - (model.partialMoment(order, below: stretch.lowerBound) ?? .nan)
  }

  /// The mean and the mean square of a curve about a number, and the size of the square's terms.
  private func moments(
    of curve: CompiledCurve, about center: Double
  ) -> (first: Double, second: Double, size: Double) {
    var (first, second, size) = (0.0, 0.0, 0.0)
    for index in curve.starts.indices {
      let start = index == 0 ? -Double.infinity : curve.starts[index]
      let end = index + 1 < curve.starts.count ? curve.starts[index + 1] : .infinity
      // The piece as intercept + slope · x.
      let slope = curve.slopes[index]
      let intercept = curve.values[index] - slope * curve.starts[index] - center
      let m0 = moment(0, start..<end)
      let m1 = slope == 0 ? 0 : moment(1, start..<end)
      let m2 = slope == 0 ? 0 : moment(2, start..<end)
      first += intercept * m0 + slope * m1
      second += intercept * intercept * m0 + 2 * intercept * slope * m1 + slope * slope * m2
      size += intercept * intercept * m0 + slope * slope * m2
    }
    return (first, second, size)
  }

  /// Returns the expected value of a curve.
  func mean(of curve: CompiledCurve) -> Double { moments(of: curve, about: 0).first }

  func spread(of curve: CompiledCurve) -> Spread {
    let mean = mean(of: curve)
    let (rest, square, size) = moments(of: curve, about: mean)
    // A variance within the rounding errors of its terms is none.
    let variance = square < 64 * Double.ulpOfOne * size ? 0 : square - rest * rest
    return Spread(
      mean: Estimate(mean + rest, nil),
      standardDeviation: Estimate(max(0, variance).squareRoot(), nil))
  }

  func probability(of stretches: [Range<Double>]) -> Estimate {
    Estimate(min(1, max(0, stretches.reduce(0) { $0 + moment(0, $1) })), nil)
  }

  func quantile(_ p: Double, of curve: CompiledCurve) -> Estimate {
    if curve.isNondecreasing, let draw = model.quantile(p) { return Estimate(curve(draw), nil) }
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
}
