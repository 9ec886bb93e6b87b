import Foundation
import TestSupport
import Testing

@Suite("ontarget compare, published tables")
struct PublishedComparisonTests {
  @Test("Sectors taken together are the nation that the bureau publishes")
  func pooled() throws {
    let json = try Executable.json([
      "compare", "datasets/oews-2022-sector.csv", "--occupation", "41-3091",
    ])
    let row = try #require(try PeopleComparisonTests.table(json, "pooled").first)
    // national_M2022_dl.csv, 41-3091: 1,075,750 jobs, mean 77,390; percentiles of all jobs.
    #expect(row["employment"] as? Double == 1_075_750)
    #expect(abs(try #require(row["mean"] as? Double) - 77_390) < 10)
    for (key, published) in [
      ("p10", 34_390.0), ("p25", 45_280), ("p50", 62_400), ("p75", 94_170), ("p90", 135_210),
    ] {
      let value = try #require(row[key] as? Double)
      #expect(abs(value / published - 1) < 0.015, "\(key) \(value)")
    }
  }

  @Test("The interval of a mean is from its published relative error")
  func meanInterval() throws {
    let json = try Executable.json([
      "compare", "datasets/oews-2022-sector.csv", "--occupation", "41-3091",
    ])
    let row = try #require(
      try PeopleComparisonTests.table(json, "rows").first { $0["naics"] as? String == "51" })
    let margin = 1.959963984540054 * 0.021 * 81_700
    try expect(row, ["mean_conf_low": 81_700 - margin, "mean_conf_high": 81_700 + margin])
  }

  @Test("Occupations can be pooled, with one name for all sectors")
  func poolOccupations() throws {
    let json = try Executable.json([
      "compare", "datasets/oews-2022-sector.csv", "--occupation", "41-3091", "--occupation",
      "41-3011", "--pool",
    ])
    let rows = try PeopleComparisonTests.table(json, "rows")
    #expect(Set(rows.compactMap { $0["occ_code"] as? String }) == ["41-3011 + 41-3091"])
    #expect(Set(rows.compactMap { $0["naics"] as? String }).count == rows.count)
  }

  @Test("Years stand in the money of the last one, with the breaks named")
  func years() throws {
    let files = (2019...2025).map { "datasets/oews-\($0)-national.csv" }
    let arguments = ["compare"] + files + ["--by", "year", "--occupation", "11-2022"]
    let json = try Executable.json(arguments)
    let rows = try PeopleComparisonTests.table(json, "rows")
    #expect(rows.count == 7)
    // CPI-U: 256.092 in May 2019, 321.465 in May 2025; median 126,640.
    try expect(rows[0], ["factor": 321.465 / 256.092, "real_p50": 126_640 * 321.465 / 256.092])
    #expect(rows[0]["real_p90_lower_bound"] is Double)
    #expect(rows[0]["real_p50_change_fraction"] is NSNull)
    let breaks = try PeopleComparisonTests.table(json, "breaks")
    #expect(
      breaks.compactMap { $0["reference_period"] as? String } == ["2021-05", "2022-05", "2025-05"])
    let text = try Executable.run(arguments).output
    #expect(text.contains("† 2021-05: the bureau estimates with a model (MB3)"))
  }

  @Test("A hole of the index leaves a year without real figures, and is named")
  func hole() throws {
    let result = try Executable.run([
      "compare", "datasets/oews-2022-national.csv", "datasets/oews-2023-national.csv", "--by",
      "year", "--occupation", "11-2022", "--age-by", "eci", "--age-to", "2022-05",
    ])
    #expect(result.status == 0)
    #expect(result.output.contains("2023-05 has no real figures, because ECI has no value"))
  }
}
