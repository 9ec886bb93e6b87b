import Amounts
import Answers
import Findings
import Foundation
import PayAnswers
import PayPlans
import PlanFiles
import Reporting
import Reports
import TestSupport
import Testing

@Suite("Statement packs")
struct StatementPackTests {
  /// Statements of a team that the bundled plan pays, with a quota, a draw on cancelled deals.
  private static func team(
    in period: CalendarPeriod? = nil
  ) throws -> PayStatements {
    let datasets = Checkout.datasets
    let plan = try Plan.read(path: "\(datasets)/plans/marginal-accelerators.yaml").plan
    let deals = try Deals.read(path: "\(datasets)/deals/team-2021.csv", for: plan).deals
    let roster = try Roster.read(path: "\(datasets)/deals/team-2021-roster.csv", for: plan).roster
    let rates = try MonthlyRates.read(path: "\(datasets)/deals/team-2021-rates.csv")
    return try PayStatements(
      plan.statements(for: deals, roster: roster, rates: rates), plan: plan, period: period)
  }

  private static func statements(of reps: [String]) throws -> PayStatements {
    let plan = try Plan.read(
      path: "\(Checkout.datasets)/plans/account-executive-2021.yaml"
    ).plan
    var csv = "deal_id,rep,close_date,amount\n"
    for (index, rep) in reps.enumerated() {
      csv += "D\(index),\"\(rep)\",2021-02-0\(index % 9 + 1),\((index + 1) * 10_000)\n"
    }
    return try PayStatements(
      plan.statements(for: Deals.read(csv: csv, file: "deals.csv", for: plan).deals), plan: plan)
  }

  /// The cells of the Markdown table row that begins with some text, without marks.
  private static func cells(_ document: Document, row name: String) throws -> [String] {
    let line = try #require(
      document.markdown().split(separator: "\n").first {
        $0.hasPrefix("| \(name)") || $0.hasPrefix("| **\(name)")
      })
    return line.split(separator: "|").map {
      $0.replacing("*", with: "").replacing(",", with: "").trimmingCharacters(in: .whitespaces)
    }
  }

  @Test("The overview's totals are the sums of what the pages say")
  func sums() throws {
    let pack = StatementPack(try Self.team())
    #expect(pack.pages.count == 5)
    for (row, column) in [("Total paid", "Total"), ("Incentive paid", "Incentive paid")] {
      let pages = try pack.pages.map {
        try #require(Decimal(string: Self.cells($0.document, row: row)[1]))
      }
      let header = try Self.cells(pack.document, row: "Rep")
      let index = try #require(header.firstIndex(of: column))
      // The cell of attainment is empty in the row of the sums, and stays one between two bars.
      let all = try Self.cells(pack.document, row: "All")
      #expect(Decimal(string: all[index]) == pages.reduce(0, +))
    }
  }

  @Test("Each page has the total of the statement, and its waterfall ends there")
  func totals() throws {
    let statements = try Self.team()
    for (page, statement) in zip(StatementPack(statements).pages, statements.statements) {
      let total = Decimal(statement.total.minorUnits) / 100
      #expect(
        try Decimal(string: Self.cells(page.document, row: "Total paid")[1]) == total)
      let chart = try #require(page.document.charts.first)
      let last = try #require(chart.data.rows.last)
      #expect(last[2].plainText == last[1].plainText)
      #expect(Decimal(string: last[2].plainText.replacing(",", with: "")) == total)
      // The bars before the last one lead to it.
      let before = try #require(chart.data.rows.dropLast().last)
      #expect(before[2].plainText == last[2].plainText)
    }
  }

  @Test(
    "The waterfall of any part of the year adds up",
    arguments: ["2021-01", "2021-06", "2021-Q3", "2021-H2"])
  func parts(period: String) throws {
    let period = try #require(CalendarPeriod(period))
    for page in StatementPack(try Self.team(in: period)).pages {
      let rows = try #require(page.document.charts.first).data.rows
      #expect(rows[rows.count - 2][2].plainText == rows[rows.count - 1][2].plainText)
      // Only cancelled deals that pay does not cover make a step of their own.
      #expect(
        !rows.contains { $0[0].plainText == "Not taken back yet" }
          || page.document.markdown().contains("ancelled deals"))
    }
  }

  @Test("Pages of people with hostile names have different names that lead nowhere else")
  func names() throws {
    let reps = [
      "A/B", "a b", "A|B", "../x", "<script>", "x", "...", "/", "a+b", "A-B", "ab",
      String(repeating: "long ", count: 80), "Z" + String(repeating: "\u{301}", count: 300),
    ]
    let pack = StatementPack(try Self.statements(of: reps))
    let names = pack.pages.map(\.name)
    #expect(names.count == reps.count)
    #expect(Set(names.map { $0.lowercased() }).count == reps.count)
    for name in names {
      #expect(!name.isEmpty && name.utf8.count <= 200)
      #expect(name.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" })
    }
    for page in pack.pages { #expect(!page.document.html().contains("<script>")) }
  }

  @Test("Links between files appear where there are files, and nowhere else")
  func links() throws {
    let pack = StatementPack(try Self.statements(of: ["A/B", "a b"]))
    #expect(!pack.wholeDocument().markdown().contains("]("))
    #expect(!pack.wholeDocument().html().contains("<a href"))
    let linked = pack.linkedDocuments(file: "my pack.md", folder: "my pack", ending: "md")
    #expect(linked.document.markdown().contains("[A/B](my%20pack/ab.md)"))
    #expect(linked.document.markdown().contains("[a b](my%20pack/a-b.md)"))
    #expect(linked.pages.allSatisfy { $0.document.markdown().contains("](../my%20pack.md)") })
  }
}
