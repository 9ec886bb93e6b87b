internal import Amounts
public import Reporting
internal import SalaryData

extension MarketRank {
  /// The percentiles of each market, with the amount as a line; none without a market.
  public var charts: [Chart] {
    let markets = places + (whole.map { [$0] } ?? [])
    guard !markets.isEmpty else { return [] }
    return [
      .percentileStrips(
        name: "market", title: "Where the amount stands in the market", xTitle: "Pay for a year",
        unit: .money(currency),
        groups: markets.map { place in
          let values = place.percentiles.map(\.value)
          return Chart.Percentiles(
            place.key.name, p10: values[0], p25: values[1], p50: values[2], p75: values[3],
            p90: values[4],
            topCode: place.percentiles.lazy.compactMap { cell in
              if case .topCoded(let bound) = cell { bound } else { nil }
            }.first)
        }, reference: Chart.NamedValue("amount", amount))
    ]
  }
}
