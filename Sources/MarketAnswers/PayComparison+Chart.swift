public import Reporting
internal import Statistics

#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif

// MARK: Charts

extension PayComparison {
  /// The percentiles of each group; where differences can be told, those to all others; and how the pay of
  /// everybody is spread.
  public var charts: [Chart] {
    [percentileChart] + [differenceChart, distributionChart].compactMap(\.self)
  }

  private var percentileChart: Chart {
    .percentileStrips(
      title: title, xTitle: "Pay for a year", unit: .money(currency),
      groups: rows.compactMap { row in
        row.summary.map { summary in
          let values = summary.percentiles.map(\.value)
          return Chart.Percentiles(
            row.key.name, p10: values[0], p25: values[1], p50: values[2], p75: values[3],
            p90: values[4])
        }
      })
  }

  /// How many steps of the density are drawn.
  private static let steps = 160

  /// The shares of everybody in classes of pay, under the density; nil where some must be hidden, because a
  /// class may be one person, and where pay does not vary.
  ///
  /// The density is that of log pay, f(x) = g(ln x)/x, so that it has a long tail above and none below 0.
  private var distributionChart: Chart? {
    guard let sample, let whole, let width = Self.classWidth(sample),
      let lowest = sample.values.min(), let highest = sample.values.max()
    else { return nil }
    let first = (lowest / width).rounded(.down)
    let count = Int((highest / width).rounded(.down) - first) + 1
    var sums = [Double](repeating: 0, count: count)
    for (row, value) in sample.values.enumerated() {
      sums[Int((value / width).rounded(.down) - first)] += sample.weights?[row] ?? 1
    }
    let total = sample.totalWeight
    let bins = sums.enumerated().map { index, sum in
      let low = (first + Double(index)) * width
      return Chart.Bin(low, low + width, share: sum / total)
    }
    var density: [Mark.Point] = []
    if let logarithms = sample.logarithmic(),
      let estimate = KernelDensity(
        logarithms, bandwidth: sample.weighting == .none ? .sheatherJones : .silverman)
    {
      let (low, high) = (first * width, (first + Double(count)) * width)
      density = (0...Self.steps).compactMap { step in
        let pay = low + (high - low) * Double(step) / Double(Self.steps)
        return pay > 0 ? Mark.Point(pay, estimate(log(pay)) / pay) : nil
      }
    }
    let percentiles = whole.percentiles.map(\.value)
    return .distribution(
      title: "How the pay of all is spread", xTitle: "Pay for a year", unit: .money(currency),
      bins: bins, density: density,
      marking: [
        .init("P10", percentiles[0]), .init("P50", percentiles[2]), .init("P90", percentiles[4]),
      ])
  }

  /// The width of classes: 2 IQR n^(−1/3), rounded down to 1, 2 or 5 times a power of ten; nil without spread.
  ///
  /// Source: Freedman, Diaconis, Z. Wahrscheinlichkeitstheorie 57 (1981).
  private static func classWidth(_ sample: Sample) -> Double? {
    guard let quartiles = sample.quantiles([0.25, 0.75]), let lowest = sample.values.min(),
      let highest = sample.values.max(), quartiles[1] > quartiles[0]
    else { return nil }
    // A few very high amounts must not make thousands of classes.
    let ideal = max(
      2 * (quartiles[1] - quartiles[0]) / cbrt(sample.effectiveCount), (highest - lowest) / 200)
    let power = pow(10, log10(ideal).rounded(.down))
    return ([5, 2].first { $0 * power <= ideal } ?? 1) * power
  }

  private var differenceChart: Chart? {
    guard measure == .geometricMeans else { return nil }
    let differences = groups.compactMap { group -> Chart.Difference? in
      guard let estimate = group.againstRest?.estimate else { return nil }
      return Chart.Difference(
        group.key.name, estimate: estimate.value,
        low: estimate.interval?.lower ?? .nan, high: estimate.interval?.upper ?? .nan)
    }
    guard !differences.isEmpty else { return nil }
    return .rankedDifferences(
      title: "Each group against all others", xTitle: "Difference of geometric means",
      unit: .percentage, differences: differences)
  }
}
