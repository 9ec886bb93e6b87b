public import Reporting
internal import Statistics

// MARK: Charts

extension PayComparison {
  /// The percentiles of each group and, where differences can be told, those to all others.
  public var charts: [Chart] { [percentileChart] + (differenceChart.map { [$0] } ?? []) }

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
