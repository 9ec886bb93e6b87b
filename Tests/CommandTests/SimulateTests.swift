import Foundation
import TestSupport
import Testing

@Suite("ontarget simulate")
struct SimulateTests {
  static let plan = "datasets/plans/account-executive-2021.yaml"

  // 57,504 + 57,504 × (1 + 0.15008 × 1.5) + 5,000 and so on, by hand in exact decimals.
  @Test(
    "The same dollars sold pay differently on each quota",
    arguments: [("600000", 132_953.30), ("690048", 120_008.00), ("800000", 107_104.65)])
  func sameSales(quota: String, total: Double) throws {
    let rows = try rows(["--quota", quota, "--sales", "690048"])
    #expect(rows.count == 1)
    #expect(rows[0]["total"] == total)
  }

  @Test(
    "Pay at an attainment is base, commission and bonus",
    arguments: [
      ("80%", 57_504.00, 46_003.20, 0.00, 103_507.20),
      ("100%", 57_504.00, 57_504.00, 5_000.00, 120_008.00),
      ("130%", 57_504.00, 83_380.80, 5_000.00, 145_884.80),
      ("200%", 57_504.00, 158_136.00, 5_000.00, 220_640.00),
    ])
  func attainment(
    attainment: String, base: Double, commission: Double, bonus: Double, total: Double
  ) throws {
    let result = try result(["--attainment", attainment])
    let row = try #require((result["rows"] as? [[String: Double]])?.first)
    #expect(row["base"] == base)
    #expect(row["incentive"] == ((commission + bonus) * 100).rounded() / 100)
    #expect(row["total"] == total)
    let components = try #require(result["components"] as? [[String: Any]])
    #expect(components.map { $0["component"] as? String } == ["New business", "Quota club"])
    #expect(components.map { $0["earned"] as? Double } == [commission, bonus])
  }

  @Test("Attainments that differ are told apart")
  func decimals() throws {
    let output = try Executable.run(
      ["simulate", Self.plan, "--attainment", "99.99%,100%,100.01%"]
    ).output
    for attainment in ["99.99%", "100.00%", "100.01%"] { #expect(output.contains(attainment)) }
  }

  @Test(
    "A bare number that may be a percentage is asked about",
    arguments: [
      ["simulate", plan, "--team", "5", "--market", "3"],
      ["solve", plan, "--find", "quota", "--share", "3"],
      ["solve", plan, "--find", "mix", "--risk", "3"],
    ])
  func bare(arguments: [String]) throws {
    let result = try Executable.run(arguments)
    #expect(result.status == 64)
    #expect(result.errors.contains("may be 3% or 300%\n  did you mean 3%?"))
  }

  @Test(
    "The chart is named like its row where a draw stays owed, and solve says what it leaves out")
  func owed() throws {
    let folder = try ScratchFolder()
    let plan = try folder.write(Self.drawn, to: "drawn.yaml")
    let outlook = try Executable.run(
      ["simulate", plan, "--model", "lognormal:mean=0.9,cv=0.3", "--exact"])
    #expect(outlook.output.contains("Paid less owed in a year, Drawn"))
    #expect(!outlook.output.contains("Total pay"))
    let solved = try Executable.run(["solve", plan, "--find", "attainment", "--pay", "90000"])
    #expect(solved.status == 0)
    #expect(solved.output.contains("total pay is without them here"))
    // 60,000 + 60,000 just below the quota, and the bonus of 20,000 from there on.
    let jump = try Executable.run(["solve", plan, "--find", "attainment", "--pay", "125000"])
    #expect(jump.status == 1)
    #expect(jump.output.contains("at an attainment of 100.00% pay jumps from"))
    let german = try Executable.run(
      ["solve", plan, "--find", "attainment", "--pay", "125000", "--locale", "de"])
    #expect(german.output.contains("springt die Vergütung"))
  }

  private static let drawn = """
    plan: Drawn
    currency: USD
    base: 60000
    variable: 60000
    measures: {bookings: {quota: 600000}}
    components:
      - commission: New business
        measure: bookings
        period: year
        tiers: marginal
        rates: [{to: 100%, pay: 1x}, {pay: 2x}]
      - {bonus: Club, measure: bookings, period: year, at: 100%, pay: 20000}
    draw: {kind: recoverable, amount: 3000, per: month, months: 6}
    """

  @Test("A range counts up to its end, a list keeps its order")
  func series() throws {
    let range = try rows(["--quota", "600000,690048", "--sales", "480000..1040000/80000"])
    #expect(range.count == 16)
    #expect(Set(range.compactMap { $0["sales"] }).count == 8)
    let list = try rows(["--sales", "0.8m,$480000,690_048.50"])
    #expect(list.map { $0["sales"] } == [800_000, 480_000, 690_048.50])
    let percentages = try rows(["--attainment", "70%..150%/10%,2"])
    #expect(percentages.map { $0["attainment"] } == [0.7, 0.8, 0.9, 1, 1.1, 1.2, 1.3, 1.4, 1.5, 2])
  }

  @Test("A plan that pays a rate of credit pays differently at one attainment on each quota")
  func flatRate() throws {
    let folder = try ScratchFolder()
    let plan = try folder.write(
      """
      plan: Flat
      currency: USD
      base: 50000
      measures: {sales: {quota: 500000}}
      components: [{commission: Sales, measure: sales, period: year, target: 0, pay: 8%}]
      """, to: "flat.yaml")
    let arguments = ["simulate", plan, "--quota", "500000,600000", "--attainment", "100%"]
    let json = try Executable.json(arguments)
    let rows = try #require(
      (json["result"] as? [String: Any])?["rows"] as? [[String: Double]])
    #expect(rows.map { $0["total"] } == [90_000, 98_000])
    let text = try Executable.run(arguments).output
    #expect(text.contains("90,000.00") && text.contains("98,000.00"))
  }

  @Test("CSV has the names of the JSON, and --table the components")
  func csv() throws {
    let main = try Executable.run(
      ["simulate", Self.plan, "--attainment", "100%", "--format", "csv"])
    #expect(
      main.output == """
        quota,sales,attainment,base,incentive,draw,owed_draw,total,kept
        690048,690048,1,57504.00,62504.00,0.00,0.00,120008.00,120008.00

        """)
    let components = try Executable.run([
      "simulate", Self.plan, "--attainment", "100%", "--format", "csv", "--table", "components",
    ])
    #expect(components.output.contains("Quota club,690048,690048,1,5000.00"))
  }

  @Test("The output file appears whole, in the format of its name, or not at all")
  func outputFile() throws {
    let folder = try ScratchFolder()
    let file = folder.url.appending(path: "grid.json")
    let done = try Executable.run(["simulate", Self.plan, "--output", file.path])
    #expect(done.status == 0 && done.output.isEmpty)
    let object = try JSONSerialization.jsonObject(with: Data(contentsOf: file))
    #expect((object as? [String: Any])?["result"] != nil)

    let failed = try Executable.run(["simulate", Self.plan, "--output", "\(file.path)/no/grid.md"])
    #expect(failed.status == 73)
    #expect(failed.errors.contains("grid.md: error: the output cannot be created"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == ["grid.json"])
  }

  @Test("--chart writes the pay curve, and says so when there is no chart")
  func chart() throws {
    let folder = try ScratchFolder()
    let file = folder.url.appending(path: "curve.svg")
    let arguments = ["simulate", Self.plan, "--chart", file.path]
    #expect(try Executable.run(arguments).status == 0)
    let svg = try String(contentsOf: file, encoding: .utf8)
    #expect(svg.hasPrefix("<svg") && svg.contains("$120,008"))
    let none = try Executable.run(["datasets", "--chart", file.path])
    #expect(none.status == 64)
    #expect(none.errors.contains("has no chart"))
  }

  private func result(_ options: [String]) throws -> [String: Any] {
    try #require(
      try Executable.json(["simulate", Self.plan] + options)["result"] as? [String: Any])
  }

  private func rows(_ options: [String]) throws -> [[String: Double]] {
    try #require(try result(options)["rows"] as? [[String: Double]])
  }
}
