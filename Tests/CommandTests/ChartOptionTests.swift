import Foundation
import TestSupport
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite("--chart")
struct ChartOptionTests {
  private static let paid: [String] = [
    "datasets/plans/marginal-accelerators.yaml", "datasets/deals/team-2021.csv", "--roster",
    "datasets/deals/team-2021-roster.csv", "--rates", "datasets/deals/team-2021-rates.csv",
  ]

  /// A call, its exit status, and words that its drawing has.
  struct Case: Sendable, CustomTestStringConvertible {
    var arguments: [String]
    var status: Int32 = 0
    var words: [String]

    var testDescription: String { arguments.prefix(2).joined(separator: " ") }
  }

  static let cases: [Case] = [
    Case(
      arguments: ["simulate", "datasets/plans/account-executive-2021.yaml"],
      words: ["Total pay by attainment", "at quota"]),
    Case(
      arguments: [
        "simulate", "datasets/plans/account-executive-2021.yaml", "--model", "tough-2025",
        "--exact",
      ], words: ["Total pay in a year", "P90"]),
    Case(
      arguments: ["compare", "datasets/oews-2022-sector.csv", "--by", "sector"],
      words: ["Utilities"]),
    Case(
      arguments: ["rank", "72000", "datasets/oews-2022-sector.csv", "--occupation", "41-3091"],
      words: ["amount: $72,000", "Utilities", "all"]),
    Case(
      arguments: ["rank", "72k", "datasets/examples/sales-people.csv"],
      words: ["amount: $72,000", "all"]),
    Case(
      arguments: ["gap", "datasets/examples/sales-people.csv", "--between", "gender"],
      words: ["Female", "Male", "$58,400"]),
    Case(
      arguments: ["fit", "datasets/examples/attainment-history.csv"],
      words: ["P50: 99.4%", "Share per 20%"]),
    Case(arguments: ["pay"] + paid, words: ["Pay of all people shown", "1,069,028.72"]),
    Case(
      arguments: ["pay"] + paid + ["--rep", "eva"], words: ["Pay of Eva Fink (eva)", "256,034.45"]),
    Case(
      arguments: ["reconcile"] + paid.prefix(2) + ["datasets/deals/team-2021-paid.csv"]
        + paid.dropFirst(2), status: 1, words: ["missing deal", "-3,124.86"]),
    Case(
      arguments: [
        "diff", "datasets/plans/marginal-accelerators-2020.yaml", paid[0], "--deals", paid[1],
      ] + paid.dropFirst(2), words: ["Old side", "New side", "New business"]),
    Case(
      arguments: [
        "offers", "datasets/offers/northwind.yaml", "datasets/offers/harbor.yaml", "--trials",
        "500",
      ], words: ["Northwind", "Harbor", "break-even"]),
    Case(arguments: ["path", "--trials", "500"], words: []),
  ]

  @Test("Of several charts the one is written that the file is named after, else the first")
  func named() throws {
    let folder = try ScratchFolder()
    for (name, word) in [("years", "Guarantee and draw"), ("other", "break-even")] {
      let file = folder.url.appending(path: "\(name).svg")
      let result = try Executable.run(
        OffersTests.offers + ["--trials", "500", "--chart", file.path])
      #expect(result.status == 0, "\(result.errors)")
      #expect(try String(contentsOf: file, encoding: .utf8).contains(word))
    }
  }

  @Test("The pay of all is drawn with its density, unless some of it must be hidden")
  func density() throws {
    let folder = try ScratchFolder()
    let file = folder.url.appending(path: "distribution.svg")
    let people = ["compare", PeopleComparisonTests.people, "--by", "industry"]
    #expect(try Executable.run(people + ["--chart", file.path]).status == 0)
    let drawing = try String(contentsOf: file, encoding: .utf8)
    #expect(drawing.contains("How the pay of all is spread"))
    #expect(drawing.contains("P50: $59,800"))
    // 2 IQR n^(-1/3) = 2 · 23,175 / 6.2145 = 7,458
    #expect(drawing.contains("Share per $5,000"))
    #expect(
      try Executable.run(people + ["--min-contributors", "5", "--chart", file.path]).status == 0)
    #expect(
      !(try String(contentsOf: file, encoding: .utf8)).contains("How the pay of all is spread"))
  }

  @Test(
    "A page shows the charts that Markdown leaves to --chart, and a grid has a line for each quota")
  func pages() throws {
    let grid = [
      "simulate", "datasets/plans/account-executive-2021.yaml", "--quota", "600000,800000",
      "--sales", "480000..960000/80000",
    ]
    #expect(!(try Executable.run(grid).output).contains("Total pay by what is sold"))
    let page = try Executable.run(grid + ["--format", "html"]).output
    // Pay at both ends, as it stands in the grid.
    for words in [
      "On 600,000: from $103,507 at $480,000 to $174,637 at $960,000.",
      "On 800,000: from $92,006 at $480,000 to $137,259 at $960,000.",
    ] { #expect(page.contains(words)) }
    #expect(page.matches(of: /<figure>/).count == 1)
  }

  @Test("Each verb with figures to draw draws them", arguments: cases)
  func draws(example: Case) throws {
    let folder = try ScratchFolder()
    let file = folder.url.appending(path: "chart.svg")
    let result = try Executable.run(example.arguments + ["--chart", file.path])
    #expect(result.status == example.status, "\(result.errors)")
    let svg = try Data(contentsOf: file)
    #expect(XMLParser(data: svg).parse(), "not well-formed")
    let text = String(decoding: svg, as: UTF8.self)
    for word in example.words { #expect(text.contains(word), "\(word) is missing") }
  }
}
