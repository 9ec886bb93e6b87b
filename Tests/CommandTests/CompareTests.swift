import Foundation
import TestSupport
import Testing

@Suite("ontarget compare")
struct CompareTests {
  // Published figures: OEWS natsector_M2022_dl; CPI-U 269.195 and 292.296; ECI 145.8 and 154.1.
  @Test("A sector's figures, and the baseline aged both ways")
  func sector() throws {
    let rows = try rows([
      "datasets/oews-2022-sector.csv", "--by", "sector", "--occupation", "41-3091",
    ])
    #expect(rows.count == 20)
    let information = try #require(rows.first { $0["naics"] as? String == "51" })
    #expect(information["employment"] as? Double == 167_050)
    #expect(information["p50"] as? Double == 63_940)
    #expect(information["baseline_nominal"] as? Double == 57_504)
    #expect(information["gap_nominal"] as? Double == 6_436)
    let prices = try #require(information["baseline_cpi"] as? Double)
    #expect(abs(prices - 57_504 * 292.296 / 269.195) < 0.005)
    let wages = try #require(information["baseline_eci"] as? Double)
    #expect(abs(wages - 57_504 * 154.1 / 145.8) < 0.005)
    let fraction = try #require(information["gap_eci_fraction"] as? Double)
    #expect(abs(fraction - (63_940 / wages - 1)) < 1e-6)
  }

  @Test("Sectors come in the order of their medians")
  func order() throws {
    let rows = try rows([
      "datasets/oews-2022-sector.csv", "--by", "sector", "--occupation", "41-3091",
    ])
    let medians = rows.compactMap { $0["p50"] as? Double }
    #expect(medians == medians.sorted(by: >))
  }

  @Test("A top-coded cell is a bound, never a number or a blank")
  func topCoded() throws {
    let arguments = ["datasets/oews-2021-national.csv", "--by", "occupation", "--occupation"]
    let row = try #require(try rows(arguments + ["11-2022"]).first)
    #expect(row["p90"] is NSNull)
    #expect(row["p90_status"] as? String == "top_coded")
    #expect(row["p90_lower_bound"] as? Double == 208_000)
    let text = try Executable.run(["compare"] + arguments + ["sales managers"])
    #expect(text.output.contains("| ≥ 208,000 |"))
  }

  @Test("Where the ECI has a hole, it is named and the other measures stay")
  func hole() throws {
    let text = try Executable.run(["compare", "datasets/oews-2023-sector.csv", "--by", "sector"])
    #expect(text.status == 0)
    #expect(text.output.contains("ECI: no aged baseline, because ECI has no value for 2023 Q2"))
    #expect(text.output.contains("(CPI-U)"))
    let row = try #require(try rows(["datasets/oews-2023-sector.csv", "--by", "sector"]).first)
    #expect(row["baseline_eci"] is NSNull)
    #expect(row["gap_cpi"] is Double)
  }

  @Test("An occupation that is not there lists those that are")
  func unknownOccupation() throws {
    let result = try Executable.run([
      "compare", "datasets/oews-2022-sector.csv", "--by", "sector", "--occupation", "astronaut",
    ])
    #expect(result.status == 64)
    #expect(result.errors.contains("no occupation is \"astronaut\""))
    #expect(result.errors.contains("41-3011 Advertising Sales Agents"))
  }

  private func rows(_ arguments: [String]) throws -> [[String: Any]] {
    let json = try Executable.json(["compare"] + arguments)
    return try #require((json["result"] as? [String: Any])?["rows"] as? [[String: Any]])
  }
}
