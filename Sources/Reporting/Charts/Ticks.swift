/// Round numbers along an axis.
struct Ticks: Hashable {
  /// The distance between two ticks.
  let step: Double
  /// The decimal places that tell ticks apart.
  let places: Int
  /// The ticks inside the bounds, from low to high.
  let values: [Double]

  /// Finds at most `limit` + 1 round numbers between two bounds.
  ///
  /// - Precondition: `low` is less than `high`, both are finite, and so is their distance.
  init(from low: Double, to high: Double, limit: Int, unit: Axis.Unit) {
    let factor = unit == .percentage ? 100.0 : 1
    let steps = RoundSteps(unit: unit)
    var index = steps.firstIndex(atLeast: (high - low) * factor / Double(max(limit, 1)))
    var step = steps[index].value / factor
    var first = (low / step - 1e-9).rounded(.up)
    var last = (high / step + 1e-9).rounded(.down)
    while last - first > Double(max(limit, 1)) {
      index += 1
      step = steps[index].value / factor
      first = (low / step - 1e-9).rounded(.up)
      last = (high / step + 1e-9).rounded(.down)
    }
    self.init(step: step, places: steps[index].places, first: first, last: last)
  }

  /// Finds the ticks between two bounds that are ticks themselves.
  init(from low: Double, to high: Double, step ticks: Ticks) {
    self.init(
      step: ticks.step, places: ticks.places, first: (low / ticks.step).rounded(),
      last: (high / ticks.step).rounded())
  }

  private init(step: Double, places: Int, first: Double, last: Double) {
    self.step = step
    self.places = places
    // Adding zero turns a negative zero into one without a sign.
    values = last < first ? [] : (0...Int(last - first)).map { (first + Double($0)) * step + 0 }
  }
}

/// The steps between ticks that people take for round, in rising order.
private struct RoundSteps {
  let unit: Axis.Unit

  /// Returns a step and the decimal places it needs.
  subscript(index: Int) -> (value: Double, places: Int) {
    switch unit {
    case .month:
      let monthSteps: [Double] = [1, 2, 3, 6, 12]
      if index < monthSteps.count { return (monthSteps[max(index, 0)], 0) }
      let years = decimal(index - monthSteps.count + 1, of: [1, 2, 5])
      return (12 * years.value, 0)
    case .year: return decimal(max(index, 0), of: [1, 2, 5])
    case .number, .money, .percentage: return decimal(index, of: [1, 2, 2.5, 5])
    }
  }

  func firstIndex(atLeast raw: Double) -> Int {
    var index = 0
    while self[index].value < raw, index < 4000 { index += 1 }
    // Months and years have no parts.
    let hasParts = unit != .month && unit != .year
    while hasParts, index > -4000, self[index - 1].value >= raw { index -= 1 }
    return index
  }

  private func decimal(_ index: Int, of mantissas: [Double]) -> (value: Double, places: Int) {
    let exponent = index >= 0 ? index / mantissas.count : (index + 1) / mantissas.count - 1
    let mantissa = mantissas[index - exponent * mantissas.count]
    let power = (0..<abs(exponent)).reduce(1.0) { power, _ in power * 10 }
    let places = max(0, -exponent + (mantissa == 2.5 ? 1 : 0))
    return (exponent < 0 ? mantissa / power : mantissa * power, places)
  }
}
