import Amounts
import Answers
import MarketAnswers
import SalaryData
import Testing

@Suite("Published groups taken together")
struct SummaryPoolTests {
  private let occupation = SummaryGroup.Class(code: "41-3091", title: "Sales")
  private let industry = SummaryGroup.Class(code: "51", title: "Information")

  private func group(
    _ employment: SummaryCell, mean: Double, rse: Double = 2,
    _ percentiles: [SummaryGroup.Percentile: SummaryCell], occupation code: String = "41-3091"
  ) -> SummaryGroup {
    SummaryGroup(
      referencePeriod: YearMonth(year: 2022, month: 5),
      occupation: .init(code: code, title: code), industry: industry, area: "United States",
      employment: employment, employmentRSE: .value(rse), mean: .value(mean), meanRSE: .value(rse),
      percentiles: percentiles)
  }

  private func together(_ groups: [SummaryGroup]) -> SummaryPool? {
    SummaryPool(groups, occupation: occupation, industry: industry, area: "US")
  }

  private let curve: [SummaryGroup.Percentile: SummaryCell] = [
    .p10: .value(30_000), .p25: .value(40_000), .p50: .value(55_000), .p75: .value(75_000),
    .p90: .value(100_000),
  ]

  @Test("Two equal groups have together the percentiles of each")
  func equal() throws {
    let one = group(.value(100), mean: 60_000, curve)
    let pool = try #require(together([one, one]))
    for percentile in SummaryGroup.Percentile.allCases {
      let value = try #require(pool.group[percentile].value)
      let expected = try #require(curve[percentile]?.value)
      #expect(abs(value / expected - 1) < 1e-9)
    }
    #expect(pool.group.employment == .value(200))
    // Two independent halves: the relative error falls by √2.
    let error = try #require(pool.group.meanRSE.value)
    #expect(abs(error - 2 / 2.0.squareRoot()) < 1e-9)
  }

  @Test("The mean is weighted by jobs, percentiles are no averages")
  func mean() throws {
    let low = group(.value(300), mean: 40_000, curve)
    let high = group(.value(100), mean: 120_000, curve.mapValues { $0.map { $0 * 3 } })
    let pool = try #require(together([low, high]))
    #expect(pool.group.mean == .value(60_000))
    let median = try #require(pool.group.median.value)
    // The average of the medians would be 82,500; three quarters of the jobs are in the lower group.
    #expect(median > 55_000 && median < 75_000)
  }

  @Test("A top code stays a bound for all, and groups without jobs are counted as left out")
  func topCode() throws {
    var open = curve
    open[.p90] = .topCoded(lowerBound: 90_000)
    let pool = try #require(
      together([
        group(.value(100), mean: 60_000, open), group(.value(10), mean: 60_000, curve),
        group(.suppressed, mean: 60_000, curve),
      ]))
    #expect(pool.group[.p90] == .topCoded(lowerBound: 90_000))
    #expect(pool.count == 2)
    #expect(pool.leftOut == 1)
  }

  @Test("Totals are not counted beside their parts")
  func totals() {
    let groups = ["00-0000", "41-0000", "41-3091"].map {
      group(.value(1), mean: 1, curve, occupation: $0)
    }
    #expect(SummaryPool.withoutTotals(groups).map(\.occupation.code) == ["41-3091"])
  }

  @Test("Nothing published makes no pool")
  func nothing() {
    #expect(together([group(.suppressed, mean: 1, curve), group(.value(1), mean: 1, [:])]) == nil)
  }
}
