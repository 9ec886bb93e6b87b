import Foundation
import TestSupport
import Testing

/// What a browser does with a page is tried by Tests/PageTests/drive-page.
@Suite("page")
struct PageTests {
  /// Whether the toolchain could build the engine of a page; where it could not, no page is written.
  static let hasEngine = FileManager.default.fileExists(
    atPath: Executable.root.appending(path: ".build/page-engine/engine.wasm").path)

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
    let result = try Executable.run(["page", plan.path])
    #expect(result.status == 0, "\(result.errors)")
    #expect(!result.output.contains("<img"))
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
    let result = try Executable.run(["page", "--offers", offer.path, "ontarget:offers/harbor"])
    #expect(result.status == 0, "\(result.errors)")
    #expect(!result.output.contains("<img") && !result.output.contains("<b>"))
    #expect(result.output.contains("&lt;img src=x&gt;"))
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
}
