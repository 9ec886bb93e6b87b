import Reporting
import Testing

@Suite("Text that is set off")
struct TextStyleTests {
  static let document = Document(
    title: "Pay",
    blocks: [
      .section("By quota"), .heading(level: 3, "In parts"), .paragraph("As **is**."),
      .warning("A cap stands at a point that is often reached, which is said here at some length."),
      .note("Nothing is assumed."), .bullets(["one", "two"]),
      .table(
        Table(
          [.text("Name"), .number("Pay")], rows: [["Ann", "100"], ["Ben", "20"]],
          caption: "Two people")),
    ])

  @Test("Without its control sequences it is the plain text", arguments: [24, 80])
  func same(width: Int) {
    let style = TextStyle(hasWeight: true, hasColour: true)
    let text = Self.document.text(width: width, style: style)
    #expect(
      text.replacing(#/\x1B\[[0-9;]*m/#, with: "") == Self.document.text(width: width))
    #expect(text.contains("\u{1B}[1mBy quota\u{1B}[0m\n\u{1B}[2m"))
    #expect(text.contains("\u{1B}[1;33mWarning: \u{1B}[0m"))
  }

  @Test("Without colour a warning is bold")
  func weight() {
    let text = Self.document.text(style: TextStyle(hasWeight: true, hasColour: false))
    #expect(text.contains("\u{1B}[1mWarning: \u{1B}[0m") && !text.contains("33m"))
  }
}
