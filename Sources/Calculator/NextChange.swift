internal import Amounts
internal import PayPlans
internal import Phrases
internal import Simulation

/// How much more has to be sold until the pay for more of it changes, or something is paid at once.
struct NextChange {
  /// What is missing.
  let needed: Ratio
  /// The pay for a unit of sales now.
  let rate: Ratio
  /// The pay for a unit from then on.
  let nextRate: Ratio
  /// What is paid at once.
  let jump: Ratio

  /// Looks for the next piece of the pay above a position on which more is paid at once, or at another rate;
  /// nil where there is none.
  ///
  /// - Parameters:
  ///   - position: Where the plan stands.
  ///   - pay: What it pays by the share of the position's reference, draws and all.
  init?(above position: PlanPosition, on pay: CompiledCurve) {
    // On a score there is nothing of which a unit could be paid.
    guard let sales = position.sales else { return nil }
    let reference = position.reference.doubleValue
    let share = sales.doubleValue / reference
    // A share is off by some units of the last place.
    let here = pay.starts.lastIndex { $0 <= share + 1e-12 } ?? 0
    for index in pay.starts.indices.dropFirst(here + 1) {
      let width = pay.starts[index] - pay.starts[index - 1]
      let jump = pay.values[index] - (pay.values[index - 1] + pay.slopes[index - 1] * width)
      guard jump > 1 || abs(pay.slopes[index] - pay.slopes[here]) > 0.0005 * reference else {
        continue
      }
      // What is shown is a cent and a hundredth of a per cent; a curve's corners are off by less.
      guard let corner = Self.decimal(pay.starts[index] * reference, 100),
        let rate = Self.decimal(pay.slopes[here] / reference, 10_000),
        let nextRate = Self.decimal(pay.slopes[index] / reference, 10_000),
        let jump = Self.decimal(jump > 1 ? jump : 0, 100), let needed = try? corner - sales
      else { return nil }
      (self.needed, self.rate, self.nextRate, self.jump) = (needed, rate, nextRate, jump)
      return
    }
    return nil
  }

  private static func decimal(_ value: Double, _ unit: Double) -> Ratio? {
    Ratio(shortestDecimalOf: (value * unit).rounded() / unit)
  }
}
