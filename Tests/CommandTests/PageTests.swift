import Foundation
import TestSupport
import Testing

/// What a browser does with a page is tried by Tests/PageTests/drive-page.
@Suite("page")
struct PageTests {
  /// Whether the toolchain could build the engine of a page; where it could not, no page is written.
  static let hasEngine = FileManager.default.fileExists(
    atPath: Executable.root.appending(path: ".build/page-engine/page.wasm").path)

  @Test(
    "A page is one file of at most 800 KB that loads nothing", .enabled(if: hasEngine),
    arguments: ["en", "de"])
  func file(locale: String) throws {
    let folder = try ScratchFolder()
    let path = folder.url.appending(path: "page.html")
    let result = try Executable.run([
      "page", SimulateTests.plan, "--locale", locale, "--output", path.path,
    ])
    #expect(result.status == 0, "\(result.errors)")
    let page = try String(contentsOf: path, encoding: .utf8)
    // The words of another language come on top.
    #expect(page.utf8.count <= 800_000)
    #expect(page.contains("default-src 'none'") && !page.contains("unsafe-inline"))
    for link in ["src=", "href=", "url(", "@import"] { #expect(!page.contains(link), "\(link)") }
    #expect(page.matches(of: #/ on[a-z]+=/#).isEmpty)
  }

  @Test("Names of plans stay text", .enabled(if: hasEngine))
  func hostile() throws {
    let folder = try ScratchFolder()
    let plan = folder.url.appending(path: "plan.yaml")
    try """
    plan: "</title></script><img src=x>"
    currency: USD
    base: 60000
    variable: 40000
    measures:
      sales: {quota: 500000}
    components:
      - commission: Sales
        measure: sales
        period: year
        rates:
          - {pay: 1x}
    """.write(to: plan, atomically: true, encoding: .utf8)
    try Self.expectText(["page", plan.path])
  }

  /// Expects that markup in a name is written as text.
  private static func expectText(_ arguments: [String]) throws {
    let result = try Executable.run(arguments)
    #expect(result.status == 0, "\(result.errors)")
    #expect(!result.output.contains("<img") && !result.output.contains("<b>"))
    #expect(result.output.contains("&lt;img src=x&gt;"))
  }

  @Test("Names of offers stay text", .enabled(if: hasEngine))
  func hostileOffer() throws {
    let folder = try ScratchFolder()
    let offer = folder.url.appending(path: "offer.yaml")
    try """
    offer: "</title></script><img src=x>"
    currency: USD
    base: 60000
    variable: 40000
    quota: 500000
    location: "<b>here</b>"
    """.write(to: offer, atomically: true, encoding: .utf8)
    try Self.expectText(["page", "--offers", offer.path, "ontarget:offers/harbor"])
  }

  @Test(
    "A page is of plans or of offers",
    arguments: [
      ["page"], ["page", SimulateTests.plan, "--offers", "ontarget:offers/harbor"],
      ["page", "--offers", "ontarget:offers/harbor", "--quota", "500000"],
      ["page", "--offers", "ontarget:offers/harbor", "--model", "fixed:1"],
    ])
  func kinds(_ call: [String]) throws {
    let result = try Executable.run(call)
    #expect(result.status == 64 && result.errors.contains("offer"), "\(result.errors)")
  }

  @Test("A page is HTML, and nothing else", arguments: ["markdown", "json", "csv", "text"])
  func format(_ format: String) throws {
    let result = try Executable.run(["page", SimulateTests.plan, "--format", format])
    #expect(result.status == 64)
    #expect(result.errors.contains(".html"))
  }

  static let statement: [String] = [
    "pay", "datasets/plans/marginal-accelerators.yaml", "datasets/deals/team-2021.csv",
    "--roster", "datasets/deals/team-2021-roster.csv",
    "--rates", "datasets/deals/team-2021-rates.csv",
  ]

  @Test(
    "A statement that answers is one file, whose figures are those of the command",
    .enabled(if: hasEngine), arguments: ["en", "de"])
  func interactive(locale: String) throws {
    let folder = try ScratchFolder()
    let path = folder.url.appending(path: "statement.html")
    let result = try Executable.run(
      Self.statement + ["--rep", "kim", "--interactive", "--locale", locale, "-o", path.path])
    #expect(result.status == 0, "\(result.errors)")
    let page = try String(contentsOf: path, encoding: .utf8)
    // 800 KB, and the statement itself.
    #expect(page.utf8.count <= 800_000)
    #expect(page.contains("default-src 'none'") && !page.contains("unsafe-inline"))
    for link in ["src=", "href=", "url(", "@import"] { #expect(!page.contains(link), "\(link)") }
    #expect(page.matches(of: #/ on[a-z]+=/#).isEmpty)
    // Every line of the plain statement is there with its cells, before any script runs.
    let lines = try Executable.run(
      Self.statement + ["--rep", "kim", "--format", "csv", "--table", "lines"])
    let count = lines.output.split(separator: "\n").count - 1
    #expect(page.matches(of: #/<details class="line">/#).count == count && count > 40)
    let plain = try Executable.run(
      Self.statement + ["--rep", "kim", "--format", "html", "--locale", locale])
    for amount in plain.output.matches(of: #/<td class="number">([^<]+)</#) {
      #expect(page.contains(amount.output.1), "\(amount.output.1)")
    }
  }

  @Test("A statement that answers is HTML of one person", .enabled(if: hasEngine))
  func interactiveRefusals() throws {
    for options in [
      ["--rep", "kim", "--format", "json"], [], ["--rep", "kim", "--explain", "S1001"],
    ] {
      let result = try Executable.run(Self.statement + ["--interactive"] + options)
      #expect(result.status == 64, "\(options)")
    }
    let team = try Executable.run([
      "pay", "datasets/plans/manager-override.yaml", "datasets/deals/team-2021.csv",
      "--roster", "datasets/deals/team-2021-roster.csv",
      "--rates", "datasets/deals/team-2021-rates.csv",
      "--scores", "datasets/deals/team-2021-scores.csv", "--rep", "mia", "--interactive",
      "--format", "html",
    ])
    #expect(team.status == 0, "\(team.errors)")
    #expect(team.output.contains("What others sell counts toward this pay"))
    #expect(!team.output.contains("id=\"engine\""))
  }
}
