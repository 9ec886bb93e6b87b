import Amounts
import Reporting

/// One chart of each kind, with data like those of a report.
func sampleCharts(_ language: Language = .english) -> [Chart] {
  func usd(_ dollars: Int64) -> Money { Money(minorUnits: dollars * 100, currency: .usd) }

  let payCurve = Chart.payCurve(
    title: "Total pay by attainment", xTitle: "Attainment of quota", yTitle: "Total pay in a year",
    currency: .usd,
    curves: [
      .init(
        "2021 plan",
        [(0, 57_504), (0.5, 57_504), (0.5, 80_000), (1, 115_008), (1.5, 201_264)].map {
          Mark.Point($0.0, $0.1)
        }),
      .init(
        "2022 plan", [(0, 57_504), (1, 115_008), (1.5, 172_512)].map { Mark.Point($0.0, $0.1) }),
    ],
    regions: [
      .init("below threshold", from: 0, to: 0.5), .init("base rate", from: 0.5, to: 1),
      .init("accelerator", from: 1, to: 1.5),
    ],
    marking: [.init("OTE", Mark.Point(1, 115_008))])

  let distribution = Chart.distribution(
    title: "What the plan pays in a year", xTitle: "Total pay in a year", unit: .money(.usd),
    bins: (0..<24).map { index in
      let low = 57_504 + 5000 * Double(index)
      let z = (Double(index) - 9) / 5
      return Chart.Bin(low, low + 5000, share: 0.08 / (1 + z * z * z * z))
    },
    density: (0...96).map { index in
      let x = 57_504 + 1250 * Double(index)
      let z = (Double(index) / 4 - 9.5) / 5
      return Mark.Point(x, 0.08 / (1 + z * z * z * z) / 5000)
    },
    marking: [.init("P10", 76_000), .init("P50", 104_500), .init("P90", 135_250)])

  let strips = Chart.percentileStrips(
    title: "Pay of sales representatives by sector, May 2021", xTitle: "Annual pay",
    unit: .money(.usd),
    groups: [
      .init(
        "Finance and insurance", p10: 41_000, p25: 55_300, p50: 82_000, p75: 131_000,
        topCode: 208_000),
      .init("Information", p10: 38_500, p25: 51_000, p50: 74_200, p75: 110_100, p90: 168_900),
      .init("Wholesale trade", p10: 31_000, p25: 42_100, p50: 62_890, p75: 94_000, p90: 130_500),
      .init(
        "Manufacturing of machinery, equipment and electronic products", p10: 36_000, p25: 48_000,
        p50: 66_010, p75: 97_000, p90: 129_000),
      .init("Mining"),
      .init("Retail trade", p10: 23_000, p25: 29_500, p50: 37_200, p75: 56_000, p90: 83_000),
    ], reference: .init("Baseline", 57_504))

  let start = YearMonth(monthNumber: 2021 * 12)
  let fan = Chart.fan(
    title: "Pay received by the end of each month", yTitle: "Pay since January", currency: .usd,
    months: (0..<12).map { index in
      let n = Double(index + 1)
      return Chart.Outlook(
        start.advanced(by: index), p10: 4792 * n, p25: 5600 * n, p50: 7400 * n, p75: 9300 * n,
        p90: 11_800 * n)
    })

  let differences = Chart.rankedDifferences(
    title: "Median pay against all sectors", xTitle: "Difference to the median of all sectors",
    unit: .percentage,
    differences: [
      .init("Retail trade", estimate: -0.408, low: -0.44, high: -0.37),
      .init("Information", estimate: 0.18, low: 0.12, high: 0.24),
      .init("Finance and insurance", estimate: 0.304, low: 0.21, high: 0.40),
      .init("Wholesale trade", estimate: 0.001, low: -0.02, high: 0.022),
      .init("Mining", estimate: 0.06, low: -.infinity, high: .infinity),
    ])

  let trend = Chart.trend(
    title: "Median pay in dollars of 2021", yTitle: "Annual pay", unit: .money(.usd),
    series: [
      .init(
        "nominal", (2015...2022).map { Mark.Point(Double($0), 55_000 + 1500 * Double($0 - 2015)) }),
      .init(
        "in 2021 dollars",
        (2015...2022).map { Mark.Point(Double($0), 63_000 + 120 * Double($0 - 2015)) }),
      .init(
        "by wage index",
        (2015...2022).map {
          Mark.Point(Double($0), $0 == 2019 ? .nan : 64_000 + 90 * Double($0 - 2015))
        }),
    ])

  let waterfall = Chart.waterfall(
    title: "Statement of Q2", xTitle: "US dollars", currency: .usd,
    steps: [
      .init("Base", usd(14_376)), .init("Commission at the base rate", usd(9_200)),
      .init("Accelerator", usd(3_150)), .init("Clawback of a cancelled deal", usd(-1_840)),
      .init("Recovery of the draw", usd(-2_000)), .init("Paid", usd(22_886), isTotal: true),
    ])

  return [payCurve, distribution, strips, fan, differences, trend, waterfall].map {
    $0.translated(by: Phrasebook(language))
  }
}
