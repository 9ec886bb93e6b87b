import Amounts
import Reporting
import TestSupport
import Testing

/// A small report that holds every kind of block.
func sampleReport(_ language: Language) -> Document {
  let baseline = Money(minorUnits: 5_750_400, currency: .usd)
  let source: Inline =
    "Bureau of Labor Statistics, \(.link("OEWS", to: "https://www.bls.gov/oes/")), May 2021"
  let table = Table(
    [.text("Sector"), .number("Employment"), .number("Median"), .number("Gap to the baseline")],
    rows: [
      [
        "Finance & insurance", .number(12_340),
        .amount(baseline, places: 0),
        .percentage(0.125, sign: .always),
      ],
      [
        "Données | 日本語", .number(980), .atLeast(.number(208_000)),
        .missing,
      ],
      ["Mining", "(suppressed)", .missing, .missing],
    ],
    caption: "Pay by sector, May 2021")
  return Document(
    title: "Account Executive, May 2021", language: language,
    blocks: [
      .paragraph(
        "The baseline of \(.strong(.money(baseline))) is base pay.\(.footnote(source))"
      ),
      .section("Sectors"),
      .table(table),
      .note(
        "OEWS pay contains commission.\(.footnote(source)) It is \(.emphasis("not")) base pay."),
      .heading(level: 3, "Steps"),
      .numbered(["Read the data.", "Compare \(.code("P10|P90")).\(.footnote("Nearest rank."))"]),
      .list(
        .bullet,
        items: [
          [.paragraph("Outer"), .bullets(["inner one", "inner two"])],
          [.paragraph("Last"), .code("a: 1\n\nb: 2\n", language: "yaml")],
        ]),
      .bullets(["a list that directly follows"]),
      .warning(
        "Top-coded cells are bounds, so that no mean can be taken of them. "
          + "This sentence is here to make the paragraph longer than one line."),
    ])
}

@Suite("Documents in every writer")
struct DocumentWritingTests {
  @Test("Markdown is as stored", arguments: Language.all)
  func markdown(language: Language) throws {
    try expectSnapshot(sampleReport(language).markdown(), "sample.\(language.code).md")
  }

  @Test("Text for a terminal is as stored", arguments: [40, 80])
  func text(width: Int) throws {
    try expectSnapshot(sampleReport(.english).text(width: width), "sample.\(width).txt")
  }

  @Test("HTML is as stored, charts inside", arguments: Language.all)
  func html(language: Language) throws {
    var document = sampleReport(language)
    document.append(.section("Charts"))
    for chart in sampleCharts(language) { document.append(.chart(chart)) }
    try expectSnapshot(document.html(), "sample.\(language.code).html")
  }

  @Test("Charts are images in Markdown, or data where there is no folder for them")
  func charts() throws {
    let document = Document(blocks: sampleCharts().map(Block.chart))
    try expectSnapshot(document.markdown(chartFolder: "charts"), "charts.md")
    try expectSnapshot(document.text(width: 72), "charts.72.txt")
    for file in document.chartFiles {
      #expect(document.markdown(chartFolder: "charts").contains("](charts/\(file.name))"))
      try expectSnapshot(file.svg, file.name)
    }
  }

  @Test("An empty document is empty in every writer but HTML")
  func empty() {
    #expect(Document().markdown() == "")
    #expect(Document().text() == "")
  }

  @Test("Equal footnotes share a number, and notes may have notes")
  func footnotes() {
    let document = Document(blocks: [
      .paragraph(
        "a\(.footnote("one")) b\(.footnote("two\(.footnote("three"))")) c\(.footnote("one"))")
    ])
    #expect(
      document.markdown() == """
        a[^1] b[^2] c[^1]

        [^1]: one
        [^2]: two[^3]
        [^3]: three

        """)
  }

  @Test(
    "Only addresses that lead somewhere become links",
    arguments: [
      ("https://example.com/a?b=c&d#e", "[x](https://example.com/a?b=c&d#e)"),
      ("mailto:a@example.com", "[x](mailto:a@example.com)"),
      ("charts/pay.svg", "[x](charts/pay.svg)"),
      ("#sources", "[x](#sources)"), ("javascript:alert(1)", "x"), (" JavaScript:alert(1)", "x"),
      ("data:text/html,x", "x"), ("java\nscript:alert(1)", "x"),
      ("https://a.b/(c) d|<e>", "[x](https://a.b/%28c%29%20d%7C%3Ce%3E)"),
      ("\u{1}javascript:alert(1)", "x"),
    ])
  func links(destination: String, expected: String) {
    let document = Document(blocks: [.paragraph("\(.link("x", to: destination))")])
    #expect(document.markdown() == expected + "\n")
  }
}

@Suite("Layout for fixed-width characters")
struct LayoutTests {
  @Test(
    "Display widths follow Unicode",
    arguments: [
      ("", 0), ("abc", 3), ("é", 1), ("e\u{301}", 1), ("日本語", 6), ("ｱ", 1), ("Ａ", 2), ("한국", 4),
      ("\u{1112}\u{1161}\u{11ab}", 2), ("👍", 2), ("👍🏽", 2), ("👩‍👩‍👧‍👦", 2), ("🇩🇪", 2), ("❤️", 2), ("❤", 1),
      ("☃", 1),
      ("a\u{200b}b", 2), ("—", 1), ("≥", 1), ("€", 1), ("עברית", 5), ("नि", 1), ("\u{301}", 0),
      ("〜", 2), ("…", 1), ("𠀋", 2),
    ])
  func displayWidth(text: String, width: Int) {
    #expect(text.displayWidth == width)
  }

  @Test("Markdown tables line up, whatever is in the cells")
  func alignedColumns() {
    let texts = ["a|b", "日本語", "e\u{301}", "👩‍👩‍👧‍👦", "", "x\ny", "עברית"]
    let table = Table(
      [.text("Text"), .number("Number"), Table.Column("Middle", .center)],
      rows: texts.map { [Inline($0), .code($0), .strong(Inline($0))] })
    let lines = Document(blocks: [.table(table)]).markdown().split(separator: "\n")
    #expect(lines.count == texts.count + 2)
    #expect(Set(lines.map(\.displayWidth)).count == 1)
  }

  @Test("No line of text but code is wider than the screen", arguments: [20, 33, 60, 80, 200])
  func fits(width: Int) {
    var generator = SeededGenerator(seed: 11)
    let words = [
      "a", "Unternehmensberatung", "日本語のとても長い名前", "57,504.00", "≥", "$", "👍", "\n", "of",
    ]
    func text(_ count: Int) -> Inline {
      Inline(
        (0..<count).map { _ in words.randomElement(using: &generator)! }.joined(separator: " "))
    }
    for _ in 0..<50 {
      let columns = Int.random(in: 0...12, using: &generator)
      let table = Table(
        (0..<columns).map { Table.Column(text(3), $0.isMultiple(of: 2) ? .leading : .trailing) },
        rows: (0..<Int.random(in: 0...5, using: &generator)).map { _ in
          (0..<columns).map { _ in text(4) }
        },
        caption: text(9))
      let document = Document(
        title: text(9),
        blocks: [
          .table(table), .paragraph(text(20)), .warning(text(9)), .numbered([text(8), text(8)]),
          .heading(level: 3, text(9)),
        ])
      for line in document.text(width: width).split(separator: "\n") {
        #expect(line.displayWidth <= width)
      }
    }
  }
}
