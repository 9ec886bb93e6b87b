internal import Amounts
package import Reporting
internal import SalaryData

extension SummaryTrend {
  /// The median of a series over the years, as published and in the money of the trend.
  package func chart(of series: Series) -> Chart {
    func points(_ group: (Point) -> SummaryGroup?) -> [Mark.Point] {
      series.points.map { point in
        Mark.Point(Double(point.period.year), group(point)?.median.value ?? .nan)
      }
    }
    return .trend(
      name: "pay-over-the-years", title: "Median pay, \(series.occupation.shortOccupationName)",
      xTitle: "Year", yTitle: "Pay for a year", unit: .money(.usd),
      series: [
        Chart.Series("as published", points { $0.nominal }),
        Chart.Series("in money of \(.month(month))", points { $0.real }),
      ])
  }
}
