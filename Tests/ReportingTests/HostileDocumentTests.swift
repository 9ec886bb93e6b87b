import Foundation
import Reporting
import TestSupport
import Testing

private let tidy = Program(name: "tidy")
private let cmark = Program(name: "cmark-gfm")

@Suite("Documents of hostile data")
struct HostileDocumentTests {
  /// A document with awkward text in every place that takes text.
  static func document() -> Document {
    let hostile = [
      "a|b", "<script>alert(1)</script>", "line\nbreak", "\u{202e}עברית",
      "\"><img src=x onerror=alert(1)>",
      "]]>", "-->", "&lt;", "\u{0}\u{7}", "javascript:alert(1)", "'", "{{x}}", "日本語", "",
    ]
    var blocks: [Block] = hostile.flatMap { text -> [Block] in
      let inline = Inline(text)
      return [
        .heading(level: 6, inline), .section(inline), .paragraph(inline), .note(inline),
        .code(text, language: text),
        .bullets([inline, inline]),
        .paragraph("\(.link(inline, to: text))\(.code(text))\(.footnote(inline))"),
        .table(
          Table([.text(inline), .number(inline)], rows: [[inline, inline]], caption: inline)),
        .chart(
          .percentileStrips(
            name: text, title: inline, xTitle: inline, unit: .number,
            groups: [.init(inline, p50: 1), .init(inline)],
            reference: .init(inline, 2))),
      ]
    }
    blocks.append(.table(Table([.text("none")])))
    blocks.append(.table(Table([])))
    blocks.append(.list(.number, items: []))
    blocks.append(.list(.bullet, items: [[]]))
    blocks.append(.callout(.warning, []))
    let many = (0..<300).map { "Group \($0)" }
    blocks.append(.table(Table([.text("Group")], rows: many.map { [Inline($0)] })))
    blocks.append(
      .chart(
        .rankedDifferences(
          title: "Many", xTitle: "", unit: .percentage,
          differences: many.enumerated().map {
            .init(Inline($1), estimate: Double($0) / 300, low: 0, high: 1)
          })))
    return Document(title: "<b>|\n\u{202e}title", blocks: blocks)
  }

  @Test("Nothing in people's data becomes markup in HTML")
  func html() throws {
    let html = Self.document().html()
    #expect(!html.contains("<script"))
    #expect(!html.contains("<img"))
    #expect(!html.contains("href=\"javascript:"))
    #expect(
      html.unicodeScalars.allSatisfy { $0 == "\n" || $0.properties.generalCategory != .control })
    #expect(!html.unicodeScalars.contains("\u{202e}"))
  }

  @Test("Nor in Markdown, as a real parser reads it", .enabled(if: cmark.isUsable))
  func markdown() throws {
    let markdown = Self.document().markdown(chartFolder: "charts")
    let html = try cmark.run(
      ["--unsafe", "-e", "table", "-e", "footnotes", "-e", "autolink"], input: markdown)
    #expect(html.contains("&lt;script&gt;"))
    #expect(!html.contains("<script"))
    #expect(!html.contains("<img src=\"x") && !html.contains("<img src=x"))
    #expect(!html.contains("href=\"javascript:"))
    let tables = Self.document().blocks.count { block in
      switch block {
      case .table(let table): !table.columns.isEmpty
      case .chart: true
      default: false
      }
    }
    #expect(html.matches(of: /<table>/).count == tables)
  }

  @Test("Values in a sentence keep to themselves, and numbers to their units")
  func isolation() {
    let html = Document(blocks: [.paragraph("\("עברית"): \("57.504 $"), \("≥ 5 %")")]).html()
    #expect(html.contains("<bdi>עברית</bdi>: 57.504\u{a0}$, ≥\u{a0}5\u{a0}%"))
  }

  @Test("Headings of one level in a document are of one level in the page")
  func siblings() {
    let levels = [3, 3, 5, 5, 4, 3, 2, 4, 4]
    let html = Document(
      title: "Title", blocks: levels.map { .heading(level: $0, "Heading") }
    ).html()
    #expect(
      html.matches(of: /<h([1-6])/).compactMap { Int($0.output.1) }
        == [1, 2, 2, 3, 3, 3, 2, 2, 3, 3])
  }

  @Test("Levels of headings are never skipped, and names are used once")
  func outline() throws {
    let html = Self.document().html()
    let levels = html.matches(of: /<h([1-6])/).compactMap { Int($0.output.1) }
    #expect(levels.first == 1)
    #expect(levels.dropFirst().allSatisfy { $0 > 1 })
    for (above, below) in zip(levels, levels.dropFirst()) { #expect(below <= above + 1) }
    let ids = html.matches(of: /\sid="([^"]*)"/).map { String($0.output.1) }
    #expect(Set(ids).count == ids.count)
    for target in html.matches(of: /href="#([^"]*)"/) {
      #expect(ids.contains(String(target.output.1)))
    }
  }

  @Test("A real validator finds nothing wrong with the HTML", .enabled(if: tidy.isUsable))
  func validHTML() throws {
    // tidy exits with 1 on warnings and 2 on errors, which `run` throws.
    for document in [Self.document(), sampleReport(.english), Document()] {
      _ = try tidy.run(
        ["-errors", "-quiet", "--drop-empty-elements", "no", "--mute-id", "yes"],
        input: document.html())
    }
  }

  @Test("Chart files cannot leave their folder, and no two have one name")
  func chartFiles() {
    let charts = [
      "../../etc/passwd", "../../etc/passwd", "/", "", "CON", String(repeating: "x", count: 500),
      "ä b",
    ]
    let document = Document(
      blocks: charts.map {
        .chart(.trend(name: $0, title: "", yTitle: "", unit: .number, series: []))
      })
    let names = document.chartFiles.map(\.name)
    #expect(
      names == [
        "etcpasswd.svg", "etcpasswd-1.svg", "section.svg", "section-1.svg", "con.svg",
        String(repeating: "x", count: 60) + ".svg", "ä-b.svg",
      ])
  }

  @Test("Text for a terminal holds nothing that steers it", arguments: [20, 80])
  func terminal(width: Int) {
    let text = Self.document().text(width: width)
    #expect(
      text.unicodeScalars.allSatisfy { $0 == "\n" || $0.properties.generalCategory != .control })
    #expect(!text.unicodeScalars.contains("\u{202e}"))
  }
}
