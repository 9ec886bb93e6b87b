import Foundation
import TestSupport
import Testing

@Suite("ontarget offers")
struct OffersTests {
  static let offers = ["offers", "datasets/offers/northwind.yaml", "datasets/offers/harbor.yaml"]

  @Test("The recommendation says on what it depends, and figures are the same on every run")
  func recommendation() throws {
    let first = try Executable.run(Self.offers + ["--trials", "500"])
    #expect(first.status == 0)
    #expect(first.output.contains("**Take Northwind.**"))
    #expect(first.output.contains("It depends on this: Northwind pays more from"))
    #expect(first.output.contains("## What to ask"))
    #expect(try Executable.run(Self.offers + ["--trials", "500"]).output == first.output)
  }

  @Test(
    "Where one offer is silent on its chance of quota, all have the stated one, in every format")
  func silentOffer() throws {
    let folder = try ScratchFolder()
    func offer(_ name: String, _ pay: Int, _ more: String = "") throws -> String {
      try folder.write(
        "offer: \(name)\ncurrency: USD\nbase: \(pay)\nvariable: \(pay)\nquota: 1000000\n\(more)",
        to: "\(name).yaml")
    }
    let offers = try ["offers", offer("A", 100_000), offer("B", 95_000, "chance of quota: 40%\n")]
    let text = try Executable.run(offers + ["--trials", "500"]).output
    #expect(text.contains("**Take A.**"))
    #expect(text.contains("compared at one chance: chance of quota 40%, as stated by B"))
    #expect(text.contains("B is worth more only if the chance of quota at A is under"))
    let json = try Executable.json(offers + ["--trials", "500"])
    let result = try #require(json["result"] as? [String: Any])
    #expect(result["recommended"] as? String == "A")
    #expect(result["chance_basis"] as? String == "common")
    let rows = try #require(result["offers"] as? [[String: Any]])
    #expect(rows.map { $0["dominated_by"] as? String } == [nil, "A"])
    #expect(rows.map { $0["states_chance"] as? Bool } == [false, true])
    #expect(rows.map { $0["quota_to_ote"] as? Double }.first == 5)
    let turns = try #require(result["turning_points"] as? [[String: Any]])
    #expect(turns.first?["order_changes"] as? String == "below")
    let csv = try Executable.run(
      offers + ["--trials", "500", "--format", "csv", "--table", "years"])
    #expect(
      csv.output.hasPrefix("offer,year,base,variable,guarantee_and_draw,sign_on,bonus,equity"))
  }

  @Test("Tax and prices change the figures and are named")
  func netAndPrices() throws {
    let json = try Executable.json(
      Self.offers + [
        "--trials", "500", "--net", "--filing-status", "married_joint", "--cost-of-living",
        "datasets/offers/cost-of-living.csv",
      ])
    let result = try #require(json["result"] as? [String: Any])
    #expect(result["after_tax"] as? Bool == true)
    #expect(result["filing_status"] as? String == "married_joint")
    let rows = try #require(result["offers"] as? [[String: Any]])
    #expect(rows.map { $0["price_level"] as? Double } == [1.12, 0.92])
    #expect((result["cash"] as? [Any])?.count == 24)
  }

  @Test("A plan file is looked for beside the offer")
  func planFile() throws {
    let folder = try ScratchFolder()
    let offer = "offer: A\nbase: 60000\nplan: plan.yaml\nmodel: fixed:1\n"
    let path = try folder.write(offer, to: "offer.yaml")
    let missing = try Executable.run(["offers", path])
    #expect(missing.status == 66)
    #expect(missing.errors.contains("plan.yaml: error: there is no such file"))
    let plan = try String(
      contentsOf: Executable.root.appending(path: SimulateTests.plan), encoding: .utf8)
    _ = try folder.write(plan, to: "plan.yaml")
    let json = try Executable.json(["offers", path, "--years", "1", "--trials", "100"])
    let rows = (json["result"] as? [String: Any])?["offers"] as? [[String: Any]]
    // The base of the offer, the variable of the plan, and its quota bonus.
    let total = try #require(rows?.first?["expected_total"] as? Double)
    #expect(abs(total - (60_000 + 57_504 + 5_000)) < 0.005)
  }

  @Test(
    "Options out of range are wrong usage",
    arguments: [
      ["--years", "6"], ["--trials", "1"], ["--risk-aversion", "-1"], ["--filing-status", "widow"],
    ])
  func usage(options: [String]) throws {
    let result = try Executable.run(Self.offers + options)
    #expect(result.status == 64)
    #expect(result.errors.contains(options[0]))
  }
}
