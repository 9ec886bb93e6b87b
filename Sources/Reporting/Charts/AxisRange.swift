// Rounding of floating-point numbers is a function of the C library on Linux. Without an import of
// it, a program that uses this module and not Foundation would not be linked with it.
#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// The part of the number line that an axis shows, and where its numbers lie on the paper.
struct AxisRange {
  let low: Double
  let high: Double
  let ticks: Ticks
  /// Where the low end lies on the paper.
  var start: Double = 0
  /// Where the high end lies on the paper.
  var end: Double = 1

  /// Numbers beyond this are drawn like missing ones: their distances could not be computed.
  static let largest = 1e100

  /// Creates the range that shows the values, with at most `limit` + 1 ticks.
  init(
    showing values: some Sequence<Double>, unit: Axis.Unit, includesZero: Bool, fit: Axis.Fit,
    limit: Int
  ) {
    var low = includesZero ? 0 : Double.infinity
    var high = includesZero ? 0 : -Double.infinity
    for value in values where value.isDrawable {
      low = min(low, value)
      high = max(high, value)
    }
    if low > high { (low, high) = (0, 1) }
    // A range without width has no scale; neither has one whose width is lost in rounding.
    if high - low <= 1e-9 * max(abs(low), abs(high)) {
      let room =
        unit == .month || unit == .year ? 1 : low == 0 && high == 0 ? 1 : abs(high) * 0.1
      high += room
      if !includesZero || low < 0 { low -= room }
    }
    let ticks = Ticks(from: low, to: high, limit: limit, unit: unit)
    if fit == .round {
      low = (low / ticks.step + 1e-9).rounded(.down) * ticks.step
      high = (high / ticks.step - 1e-9).rounded(.up) * ticks.step
      self.ticks = Ticks(from: low, to: high, step: ticks)
    } else {
      self.ticks = ticks
    }
    self.low = low
    self.high = high
  }

  /// Where a number lies on the paper.
  func position(_ value: Double) -> Double {
    let share = min(max((value - low) / (high - low), 0), 1)
    return start + (end - start) * share
  }
}

extension Double {
  /// Whether a number has a place on an axis.
  var isDrawable: Bool { isFinite && abs(self) <= AxisRange.largest }
}
