/// A part of a document that stands on lines of its own.
public indirect enum Block: Hashable, Sendable {
  /// A heading; level 2 is a section, 3 to 6 are parts of one. Level 1 is the document's title.
  case heading(level: Int, Inline)
  /// A paragraph.
  case paragraph(Inline)
  /// A list, each item of which is a run of blocks.
  case list(ListMarker, items: [[Block]])
  /// A table.
  case table(Table)
  /// Something set apart from the text, such as a limit that a reader must know.
  case callout(Callout, [Block])
  /// Lines as typed on or printed by a machine; the language is that of the code, such as "yaml".
  case code(Inline, language: String?)
  /// A chart, with its summary and its data.
  case chart(Chart)

  /// Returns a section heading.
  public static func section(_ title: Inline) -> Block { .heading(level: 2, title) }

  /// Returns lines as they are typed or printed, the same in every language.
  public static func code(_ lines: String, language: String?) -> Block {
    .code(.verbatim(lines), language: language)
  }

  /// Returns a bulleted list of one-paragraph items.
  public static func bullets(_ items: [Inline]) -> Block {
    .list(.bullet, items: items.map { [.paragraph($0)] })
  }

  /// Returns a numbered list of one-paragraph items.
  public static func numbered(_ items: [Inline]) -> Block {
    .list(.number, items: items.map { [.paragraph($0)] })
  }

  /// Returns a note of one paragraph.
  public static func note(_ text: Inline) -> Block { .callout(.note, [.paragraph(text)]) }

  /// Returns a warning of one paragraph.
  public static func warning(_ text: Inline) -> Block { .callout(.warning, [.paragraph(text)]) }
}
