import Amounts
import SalaryData
import Testing

@Suite("A price index")
struct PriceIndexTests {
  func month(_ text: String) throws -> YearMonth { try #require(YearMonth(iso: text)) }

  @Test("CPI-U moves the baseline to what it buys later")
  func cpi() throws {
    let datasets = try BundledData.open()
    let baseline = try datasets.baseline()
    let index = try datasets.priceIndex(named: "cpi-u")
    let factor = try baseline.factor(to: month("2022-05"), by: .index(index))
    // 292.296 / 269.195, both as BLS published them.
    #expect(abs(factor.value - 1.085_815_115) < 1e-9)
    #expect(try factor.apply(to: baseline.amount).description == "62438.71 USD")
    guard case .index(let steps) = factor.rule else {
      Issue.record("the rule should name the index")
      return
    }
    #expect(steps.fromPeriod == "2021-05" && steps.toPeriod == "2022-05")
    #expect(steps.vintages.isEmpty)
  }

  @Test("ECI takes the quarter that holds the month and names its vintage")
  func eci() throws {
    let index = try BundledData.open().priceIndex(named: "eci")
    let factor = try index.factor(from: month("2021-05"), to: month("2022-05"))
    #expect(abs(factor.value - 154.1 / 145.8) < 1e-15)
    guard case .index(let steps) = factor.rule else { return }
    #expect(steps.fromPeriod == "2021 Q2" && steps.toPeriod == "2022 Q2")
    #expect(steps.vintages == ["late 2022"] && !steps.mixesVintages)
  }

  @Test("says when a factor mixes two vintages")
  func vintages() throws {
    let index = try BundledData.open().priceIndex(named: "eci")
    let factor = try index.factor(from: month("2021-06"), to: month("2026-03"))
    #expect(abs(factor.value - 1.21741) < 5e-6)
    guard case .index(let steps) = factor.rule else { return }
    #expect(steps.mixesVintages && steps.vintages == ["late 2022", "April 2026 release"])
  }

  @Test("reports a hole and does not fill it")
  func hole() throws {
    let cpi = try BundledData.open().priceIndex(named: "cpi-u")
    let gap = #expect(throws: IndexGap.self) {
      try cpi.factor(from: month("2021-05"), to: month("2025-10"))
    }
    #expect(
      gap?.description
        == "CPI-U has no value for 2025-10 (there are values for 2025-09 and 2025-11)")
    #expect(gap?.isBeyondEnd == false)
    #expect(throws: IndexGap.self) {
      try cpi.factor(from: month("2021-05"), to: month("2025-10"), extrapolatingAt: 0.03)
    }
  }

  @Test("beyond its end is an error, or goes on at a rate")
  func beyondEnd() throws {
    let index = PriceIndex(
      name: "TEST", frequency: .month,
      observations: [
        .init(period: try month("2020-01"), level: 100),
        .init(period: try month("2020-06"), level: 105),
      ])
    let end = try month("2021-06")
    let gap = #expect(throws: IndexGap.self) {
      try index.factor(from: month("2020-01"), to: end)
    }
    #expect(gap?.isBeyondEnd == true)
    let factor = try index.factor(from: month("2020-01"), to: end, extrapolatingAt: 0.02)
    #expect(abs(factor.value - 1.05 * 1.02) < 1e-12)
  }

  @Test("of a year stands for each of its months")
  func yearly() throws {
    let index = try BundledData.open().priceIndex(named: "awi")
    let factor = try index.factor(from: month("2021-05"), to: month("2024-11"))
    #expect(abs(factor.value - 1.15306) < 5e-6)
  }

  @Test(
    "a rate moves pay there and back to where it was",
    arguments: RateOfAging.Method.allCases, [1, 7, 12, 30])
  func thereAndBack(_ method: RateOfAging.Method, _ months: Int) {
    let rate = RateOfAging(yearly: 0.035, method: method)
    #expect(abs(rate.factor(months: months) * rate.factor(months: -months) - 1) < 1e-15)
  }

  @Test("simple and compound rates agree after one year only")
  func methods() {
    let compound = RateOfAging(yearly: 0.04, method: .compound)
    let simple = RateOfAging(yearly: 0.04, method: .simple)
    #expect(abs(compound.factor(months: 12) - simple.factor(months: 12)) < 1e-15)
    #expect(abs(compound.factor(months: 24) - 1.0816) < 1e-12)
    #expect(abs(simple.factor(months: 24) - 1.08) < 1e-12)
  }
}
