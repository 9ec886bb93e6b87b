import Foundation
import TestSupport
import Testing

@Suite("ontarget rank")
struct RankTests {
  @Test("Among people the share has the interval of survey's svyciprop")
  func people() throws {
    let json = try Executable.json(["rank", "60k", PeopleComparisonTests.people])
    let row = try #require(try PeopleComparisonTests.table(json, "rows").last)
    // R: svyciprop(~I(y <= 60000), svydesign(ids=~1, weights=~1), method="logit", df=239)
    try expect(
      row,
      [
        "share_at_most": 0.508333333333333, "share_at_most_conf_low": 0.444838304907000,
        "share_at_most_conf_high": 0.571560646059602, "p50": 59_800,
        "compa_ratio": 60_000 / 59_800.0,
        "range_penetration": (60_000 - 43_850) / (87_010 - 43_850.0), "next_percentile": 75,
        "next_pay": 73_350, "next_gap": 13_350,
      ])
  }

  @Test("Years of aging are those in which the median grows to the amount")
  func years() throws {
    let json = try Executable.json([
      "rank", "72000", "datasets/oews-2022-sector.csv", "--occupation", "41-3091", "--age-by", "4%",
    ])
    for row in try PeopleComparisonTests.table(json, "rows") {
      let median = try #require(row["p50"] as? Double)
      let years = try #require(row["years_of_aging"] as? Double)
      #expect(abs(median * pow(1.04, years) - 72_000) < 1e-6)
    }
  }

  @Test("Pay in another currency is not moved by US wages, nor ranked in dollars")
  func currencies() throws {
    let folder = try ScratchFolder()
    let file = try folder.write("Gehalt (EUR)\n50000\n60000\n70000\n", to: "a.csv")
    let json = try Executable.json(["rank", "€65k", file])
    #expect((json["result"] as? [String: Any])?["growth_yearly"] is NSNull)
    let row = try #require(try PeopleComparisonTests.table(json, "rows").first)
    #expect(row["years_of_aging"] is NSNull)
    #expect(row["p50"] as? Double == 60_000)
    let text = try Executable.run(["rank", "65k", file]).output
    #expect(text.contains("so there are no years of aging"))
    #expect(text.contains("3 rows read = 3 used"))
    for arguments in [
      ["$65k", file], ["65k", file, "--range", "$50k..$80k"],
      ["65,000 EUR", "datasets/oews-2022-sector.csv", "--occupation", "41-3091"],
    ] {
      let result = try Executable.run(["rank"] + arguments)
      #expect(result.status == 64)
      #expect(result.errors.contains("the pay of the market in"), "\(result.errors)")
    }
  }

  @Test("At a published percentile the share is that percentile")
  func published() throws {
    let json = try Executable.json([
      "rank", "63,940", "datasets/oews-2022-sector.csv", "--occupation", "41-3091", "--range",
      "50k..80k",
    ])
    let row = try #require(
      try PeopleComparisonTests.table(json, "rows").first {
        $0["sector"] as? String == "Information"
      })
    try expect(
      row,
      [
        "share_at_most": 0.5, "compa_ratio": 63_940 / 65_000.0,
        "range_penetration": 13_940 / 30_000.0, "next_percentile": 75, "next_pay": 98_100,
      ])
    #expect(row["share_at_most_conf_low"] is NSNull)
    #expect(row["certainty"] as? String == "interpolated")
  }

  @Test("Beyond the published percentiles the share is called a guess")
  func beyond() throws {
    let text = try Executable.run([
      "rank", "400000", "datasets/oews-2022-sector.csv", "--occupation", "41-3091",
    ]).output
    #expect(text.contains("It lies above the highest published percentile"))
    #expect(text.contains("It is above P90."))
  }

  private static func lines(
    _ staff: String, _ tables: String, _ options: [String] = []
  ) throws -> (rows: [[String: Any]], errors: String) {
    let folder = try ScratchFolder()
    let path = try folder.write(staff, to: "staff.csv")
    let call = ["rank", "datasets/\(tables)", "--people", path] + options
    let rows = try PeopleComparisonTests.table(try Executable.json(call), "people")
    return (rows, try Executable.run(call + ["--format", "csv"]).errors)
  }

  @Test("Whoever has neither title nor occupation is ranked in the one that was asked for, or not")
  func noOccupation() throws {
    let staff = "employee,title,state,salary\nA,,TX,80000\nB,Account Executive,TX,80000\n"
    let (rows, errors) = try Self.lines(staff, "oews-2025-state.csv")
    #expect(rows[0]["share_at_most"] is NSNull && rows[0]["median"] is NSNull)
    #expect(rows[0]["market_status"] as? String == "no_occupation")
    #expect(rows[1]["market_status"] is NSNull && rows[1]["area"] as? String == "Texas")
    #expect(errors.contains("one person is not ranked, \"A\": neither title nor occupation"))

    let asked = ["--title", "account executive"]
    let chosen = try Self.lines(staff, "oews-2025-state.csv", asked).rows
    #expect(chosen[0]["share_at_most"] as? Double == chosen[1]["share_at_most"] as? Double)
    #expect(chosen[0]["occupation"] as? String == chosen[1]["occupation"] as? String)
    // Words that several occupations have say no more about anybody than none.
    let several = try Self.lines(staff, "oews-2025-state.csv", ["--occupation", "sales"]).rows
    #expect(several[0]["market_status"] as? String == "no_occupation")
  }

  @Test("A table of the whole country compares everybody with it, and says so")
  func national() throws {
    let staff = "employee,title,state,salary\nA,Account Executive,TX,80000\n"
    let (rows, errors) = try Self.lines(staff, "oews-2025-national.csv")
    #expect(rows[0]["area"] as? String == "United States")
    #expect(errors.contains("is compared with the United States"))
    let local = try Self.lines(staff, "oews-2025-state.csv")
    #expect(local.rows[0]["area"] as? String == "Texas")
    #expect(!local.errors.contains("is compared with"))
    let (without, said) = try Self.lines(
      "employee,title,salary\nA,Account Executive,80000\n", "oews-2025-national.csv")
    #expect(without[0]["area"] as? String == "United States" && !said.contains("compared with"))
  }

  @Test("Nobody is compared with the one area that is left")
  func otherArea() throws {
    let staff = """
      employee,title,area,salary
      A,Account Executive,Ohio,80000
      B,Account Executive,TX,80000
      C,Account Executive,Narnia,80000
      D,Account Executive,,80000

      """
    let rows = try Self.lines(staff, "oews-2025-state.csv", ["--area", "Texas"]).rows
    #expect(
      rows.map { $0["market_status"] as? String } == ["unknown_area", nil, "unknown_area", nil])
    let states = try Self.lines(staff, "oews-2025-state.csv").rows
    #expect(
      states.map { $0["market_status"] as? String } == [nil, nil, "unknown_area", "no_area"])
    #expect(states.map { $0["area"] as? String } == ["Ohio", "Texas", nil, nil])
  }

  @Test("An hourly amount is brought to a year of 2,080 hours")
  func hourly() throws {
    let json = try Executable.json(["rank", "35/hour", PeopleComparisonTests.people])
    #expect((json["result"] as? [String: Any])?["amount"] as? Double == 72_800)
  }

  @Test("Of several dates the latest counts, and a warning says so")
  func dates() throws {
    let result = try Executable.run([
      "rank", "72000", "datasets/oews-2022-sector.csv", "datasets/oews-2024-sector.csv",
    ])
    #expect(result.output.contains("in the market, May 2024"))
    #expect(result.errors.contains("only 2024-05 is used"))
  }

  @Test(
    "What is no amount or range is refused",
    arguments: [
      ["rank", "much", PeopleComparisonTests.people],
      ["rank", "50k-60k", PeopleComparisonTests.people],
      ["rank", "60k", PeopleComparisonTests.people, "--range", "90k..60k"],
    ])
  func refusals(arguments: [String]) throws {
    #expect(try Executable.run(arguments).status == 64)
  }

  @Test(
    "Without data a job takes the bundled table that fits",
    arguments: [
      (["--state", "TX"], "state"), (["--by", "state"], "state"), (["--area", "Dallas"], "metro"),
      ([], "sector"), (["--by", "occupation"], "national"),
    ])
  func bundledTable(options: [String], table: String) throws {
    let question = ["--title", "account executive", "--format", "csv"] + options
    let result = try Executable.run(["rank", "72000"] + question)
    let named = try Executable.run(
      ["rank", "72000", "ontarget:oews-2025-\(table)"] + question)
    #expect(result.output == named.output)
    #expect(result.errors.contains("\"ontarget:oews-2025-\(table)\" is taken"))
    let refused = try Executable.run(["rank", "72000"] + options)
    #expect(refused.status == 64)
    #expect(refused.errors.contains("--title"))
  }
}
