import Foundation
import Reporting
import TestSupport
import Testing

/// Texts that people's data may hold and that Markdown would take for markup.
private let awkwardTexts: [String] = [
  "plain", "a|b", "|", "||", "\\|", "\\\\|", "a\\", "\\", "\\\\", "ends in bar |",
  "`code`", "`", "``|``", "`a`|`b`", "``` |", "\\`",
  "*", "**bold**", "* item", "_em_", "snake_case_name", "__init__", "~~gone~~", "~",
  "a * b * c", "2 * 3", "* * *", "\\*x\\*",
  "<script>alert(1)</script>", "<b>", "<!-- -->", "a < b > c", "<br>", "&lt;b&gt;",
  "&amp;", "&#124;", "AT&T", "R&D;", "&", "&copy", "&copy;",
  "[link](x)", "![img](x)", "[^1]", "[x]: y", "[ ] task", "[x] done", "!", "![", "]",
  "# heading", "#1", "1. one", "1) one", "12345678901. x", "- item", "-5", "-", "+ plus", "+3",
  "---", "===", "| - |", ":--", ":-:|:-:", "> quote", "```", "~~~", "    code", "  lead",
  "http://example.com/a_b", "www.example.com", "https://x.org?a=b&c=d", "ftp://example.com",
  "$x$", "$57,504 and $60,000", "57.504 $ und 60.000 $", "$$\\alpha$$", "$`x`$",
  "日本語", "e\u{301}", "👩‍👩‍👧‍👦 family", "עברית", "a\u{200b}b", "tab\there", "\u{1b}[31mred",
  "\u{202e}reversed", "nul\u{0}", "(paren)", "\"quoted\"", "'single'", "line\\", "trailing ",
  "%20", "@user", ":smile:", "two\nlines", "two\r\n- items", "1\n\n2", "a\n---", "a | b\n--- | ---",
  "x\n    y", "\n", "",
]

private let cmark = Program(name: "cmark-gfm")

@Suite("Markdown through a real parser", .enabled(if: cmark.isUsable))
struct MarkdownParsingTests {
  func html(_ markdown: String) throws -> String {
    let extensions = ["table", "strikethrough", "autolink", "tasklist", "footnotes", "tagfilter"]
    return try cmark.run(["--unsafe"] + extensions.flatMap { ["-e", $0] }, input: markdown)
  }

  /// The content of the elements of a kind, as markup, with line breaks for `br`.
  func contents(of element: String, in html: String) throws -> [String] {
    let pattern = try Regex("(?s)<\(element)[^>]*>(.*?)</\(element)>").matchingSemantics(
      .unicodeScalar)
    return html.matches(of: pattern).map { match in
      squeezed(
        String(match.output[1].substring ?? "")
          .replacing("<br />\n", with: "\n").replacing("<br>", with: "\n")
          .replacing(/(<(?:strong|em|code)>) +/) { "\($0.output.1)" }
          .replacing(/\ +(<\/(?:strong|em|code)>)/) { "\($0.output.1)" })
    }
  }

  /// Text as the parser writes it when nothing in it is markup.
  func escaped(_ text: String) -> String {
    squeezed(
      Inline(text).plainText.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
        .replacing(">", with: "&gt;").replacing("\"", with: "&quot;"))
  }

  /// Blanks as a browser shows them.
  func squeezed(_ text: String) -> String {
    text.split(separator: "\n").map { $0.split(separator: " ").joined(separator: " ") }
      .filter { !$0.isEmpty }.joined(separator: "\n")
  }

  @Test("Every awkward text survives in the cells of one table")
  func cells() throws {
    let table = Table(
      [.text("Text"), .number("Strong"), .text("Code")],
      rows: awkwardTexts.map { [Inline($0), .strong(Inline($0)), .code($0)] })
    let cells = try contents(
      of: "td", in: html(Document(blocks: [.table(table)]).markdown()))
    try #require(cells.count == 3 * awkwardTexts.count)
    for (index, text) in awkwardTexts.enumerated() {
      let expected = escaped(text)
      #expect(cells[3 * index] == expected)
      #expect(
        cells[3 * index + 1] == (expected.isEmpty ? "" : "<strong>\(expected)</strong>"))
      let code = expected.replacing("\n", with: " ")
      #expect(cells[3 * index + 2] == (code.isEmpty ? "" : "<code>\(code)</code>"))
    }
  }

  @Test(
    "Every awkward text survives in headings, paragraphs, lists and notes", arguments: awkwardTexts)
  func blocks(text: String) throws {
    let inline = Inline(text)
    let document = Document(blocks: [
      .section(inline), .paragraph(inline), .bullets([inline]), .numbered([inline]),
      .note(inline), .paragraph("\(.strong(inline)) and \(.emphasis(inline))"),
    ])
    let html = try html(document.markdown())
    let expected = escaped(text)
    let oneLine = expected.replacing("\n", with: " ")
    #expect(try contents(of: "h2", in: html) == (oneLine.isEmpty ? [] : [oneLine]))
    #expect(try contents(of: "li", in: html) == [expected, expected])
    let note = "<strong>Note:</strong> \(expected)"
    #expect(
      try contents(of: "p", in: html)
        == (expected.isEmpty
          ? ["<strong>Note:</strong>", "and"]
          : [expected, squeezed(note), "<strong>\(expected)</strong> and <em>\(expected)</em>"]))
  }

  @Test("Random runs of markup characters survive in cells and paragraphs")
  func randomTexts() throws {
    var generator = SeededGenerator(seed: 3)
    let alphabet = Array("aZ09 \n  \\`*_~|[]()<>#+-=.:!&;$'\"/@wé日")
    let texts = (0..<400).map { _ in
      String(
        (0..<Int.random(in: 1...9, using: &generator)).map { _ in
          alphabet.randomElement(using: &generator) ?? "a"
        })
    }
    let table = Table(
      [.text("Text"), .text("Strong")],
      rows: texts.map { [Inline($0), "x\(.strong(Inline($0)))y"] })
    let cells = try contents(of: "td", in: html(Document(blocks: [.table(table)]).markdown()))
    try #require(cells.count == 2 * texts.count)
    let document = Document(
      blocks: texts.map { .paragraph("x \(Inline($0))") } + texts.map { .paragraph(Inline($0)) })
    let headings = try contents(
      of: "h2", in: html(Document(blocks: texts.map { .section(Inline($0)) }).markdown()))
    let shown = texts.map { escaped($0).replacing("\n", with: " ") }.filter { !$0.isEmpty }
    for (found, expected) in zip(headings, shown) { #expect(found == expected) }
    #expect(headings.count == shown.count)
    let paragraphs = try contents(of: "p", in: html(document.markdown()))
    let expected = texts.map { escaped("x " + $0) } + texts.map(escaped)
    for (found, expected) in zip(paragraphs, expected.filter { !$0.isEmpty }) {
      #expect(found == expected)
    }
    #expect(paragraphs.count == expected.count { !$0.isEmpty })
    for (index, text) in texts.enumerated() {
      #expect(cells[2 * index] == escaped(text))
      let strong = cells[2 * index + 1].replacing("<strong>", with: "")
        .replacing("</strong>", with: "")
      #expect(
        strong.filter { !$0.isWhitespace } == "x\(escaped(text))y".filter { !$0.isWhitespace })
    }
  }
}
