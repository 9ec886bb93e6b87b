import Foundation
import TestSupport
import Testing

/// Numbers against R 4.2.2 on the example data; the indices by their double sums over all pairs, such as
/// `sum(outer(w, w) * abs(outer(y, y, "-"))) / (2 * sum(w)^2 * mean)` for Gini.
@Suite("ontarget compare --inequality")
struct InequalityTests {
  private static let options = ["--by", "industry", "--inequality", "--replicates", "200"]

  @Test("The indices of a group and of everybody, and what is within and between groups")
  func indices() throws {
    let json = try Executable.json(["compare", PeopleComparisonTests.people] + Self.options)
    let rows = try PeopleComparisonTests.table(json, "inequality")
    #expect(rows.count == 6)
    let advertising = try #require(rows.first { $0["industry"] as? String == "Advertising" })
    try expect(
      advertising,
      [
        "n": 20, "gini": 0.1642418392418392, "theil_t": 0.04296251181502139,
        "theil_l": 0.04223069455887295, "atkinson": 0.02112707017007587,
      ])
    let all = try #require(rows.first { $0["industry_status"] as? String == "total" })
    try expect(
      all,
      [
        "gini": 0.1533564383716802, "theil_t": 0.03743006873928041,
        "theil_l": 0.03660079179491425, "atkinson": 0.01834705090914834,
        // quantile(y, .9) / quantile(y, .1)
        "p90_p10": 1.984264538198404,
        // s <- sort(y); sum(s[193:240]) / sum(s[1:48])
        "s80_s20": 2.1272368674235134,
      ])
    for name in ["gini", "theil_t", "atkinson", "p90_p10"] {
      let value = try #require(all[name] as? Double)
      #expect(try #require(all["\(name)_conf_low"] as? Double) < value)
      #expect(try #require(all["\(name)_conf_high"] as? Double) > value)
    }
    // sum(s * T_g), sum(s * log(m_g / m)): s the shares of the groups in all pay
    let result = try #require(json["result"] as? [String: Any])
    try expect(
      result,
      [
        "theil_within": 0.03599104149593413, "theil_between": 0.001439027243346262,
        "atkinson_epsilon": 0.5, "replicates": 200,
      ])
  }

  @Test("Weights count, and intervals can be left out")
  func weighted() throws {
    let rows = try PeopleComparisonTests.table(
      Executable.json(
        ["compare", PeopleComparisonTests.people] + Self.options + [
          "--weight", "survey_weight", "--weight-kind", "sampling", "--interval", "none",
        ]), "inequality")
    let all = try #require(rows.first { $0["industry_status"] as? String == "total" })
    try expect(
      all,
      [
        "gini": 0.1491412382338772, "theil_t": 0.03548238973793313,
        "theil_l": 0.03472800456154282, "atkinson": 0.01740582209559627,
      ])
    #expect(all["gini_conf_low"] is NSNull)
  }

  @Test("Atkinson with ε = 1 is 1 less the geometric over the arithmetic mean")
  func atkinson() throws {
    let folder = try ScratchFolder()
    let file = try folder.write("salary\n40000\n90000\n", to: "a.csv")
    let options = ["compare", file, "--keep", "all", "--inequality", "--atkinson", "1"]
    let row = try #require(
      try PeopleComparisonTests.table(Executable.json(options), "inequality").first)
    // √(40,000 · 90,000) = 60,000
    try expect(row, ["atkinson": 1 - 60_000.0 / 65_000, "gini": 50_000.0 / (4 * 65_000)])
    let refused = try Executable.run(["compare", file, "--atkinson", "1"])
    #expect(refused.status == 64)
    #expect(refused.errors.contains("--inequality"))
  }

  @Test("Of one person there is no interval, and of no pay neither Theil nor Atkinson")
  func awkward() throws {
    let folder = try ScratchFolder()
    let file = try folder.write(
      "industry,commission,base_salary\nA,0,50000\nA,9000,50000\nB,5000,50000\n", to: "a.csv")
    let options = [
      "compare", file, "--by", "industry", "--keep", "all", "--inequality", "--pay", "commission",
    ]
    let rows = try PeopleComparisonTests.table(Executable.json(options), "inequality")
    let zero = try #require(rows.first { $0["industry"] as? String == "A" })
    #expect(zero["gini"] as? Double == 0.5)
    #expect(zero["theil_t"] is NSNull)
    #expect(zero["atkinson"] is NSNull)
    // 900 and 8,100 between 0 and 9,000
    try expect(zero, ["p90_p10": 9])
    let one = try #require(rows.first { $0["industry"] as? String == "B" })
    #expect(one["gini"] as? Double == 0)
    #expect(one["gini_conf_low"] is NSNull)
    let text = try Executable.run(options).output
    #expect(text.contains("The pay of 1 person is zero or negative"))
  }

  @Test("Hidden groups have no index")
  func hidden() throws {
    let options = Self.options + ["--min-contributors", "12"]
    let json = try Executable.json(["compare", PeopleComparisonTests.people] + options)
    let summaries = try PeopleComparisonTests.table(json, "rows")
    let rows = try PeopleComparisonTests.table(json, "inequality")
    #expect(summaries.contains { $0["n_status"] as? String == "suppressed" })
    for (summary, row) in zip(summaries, rows) {
      #expect((summary["p50"] is NSNull) == (row["gini"] is NSNull))
      #expect(summary["n_status"] as? String == row["n_status"] as? String)
    }
  }
}
