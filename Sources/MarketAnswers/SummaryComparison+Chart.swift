internal import Amounts
public import Reporting
internal import SalaryData

extension SummaryComparison {
  public var charts: [Chart] { parts.map(chart) }

  /// The percentiles of a part's groups, with the baseline as a line.
  package func chart(of part: Part) -> Chart {
    let reference = part.baseline?.measures.last.flatMap { measure in
      part.baseline?.amount(measure).map {
        Chart.NamedValue(
          measure == .nominal ? "baseline" : "baseline, aged by \(measure.heading)",
          $0.majorUnits.doubleValue)
      }
    }
    let what: Inline = part.occupation.map { ", \($0.shortOccupationName)" } ?? .empty
    return .percentileStrips(
      name: "pay-by-\(grouping.rawValue)",
      title: "\(grouping.payTitle)\(what), \(part.period)",
      xTitle: "Pay for a year", unit: .money(.usd),
      groups: part.groups.map { group in
        Chart.Percentiles(
          grouping.name(of: group, isShort: true), p10: group[.p10].value, p25: group[.p25].value,
          p50: group[.p50].value, p75: group[.p75].value, p90: group[.p90].value,
          topCode: SummaryGroup.Percentile.allCases.lazy.compactMap { percentile in
            if case .topCoded(let bound) = group[percentile] { bound } else { nil }
          }.first)
      }, reference: reference)
  }
}
