/// The words of a language for the English phrases of documents, from the language's file.
public struct Phrasebook: Sendable {
  /// The language that it translates into.
  public let language: Language
  private var entries: [Phrase: Translation]
  /// How settings of questions are spelled with a value; by default by their names.
  private var spell: @Sendable (Parameter, String?) -> String

  /// Creates the words of a language.
  ///
  /// - Parameter language: The language.
  public init(_ language: Language) {
    self.language = language
    entries = language.file.entries.words
    spell = { parameter, value in parameter.name + (value.map { " \($0)" } ?? "") }
  }

  /// The same words, with the settings of questions spelled as on a command line or in another place.
  public func spelling(
    _ spell: @escaping @Sendable (Parameter, String?) -> String
  ) -> Phrasebook {
    var book = self
    book.spell = spell
    return book
  }

  func spelling(_ parameter: Parameter, _ value: String?) -> String { spell(parameter, value) }

  /// Adds phrases that the language's file does not have.
  ///
  /// - Parameter entries: The phrase for each English one, with values in the places %1, %2 … of it.
  /// - Returns: A phrasebook with these entries too; they win over those that were there.
  public func adding(_ entries: [String: String]) -> Phrasebook {
    var book = self
    for (english, words) in entries { book.entries[Phrase(english)] = .plain(words) }
    return book
  }

  /// Whether the language has words for a phrase.
  func knows(_ phrase: Phrase) -> Bool {
    entries[phrase] != nil || language == .english || !Self.hasWords(phrase.english)
  }

  /// The words of the language for a phrase, in the form for what stands in its places; nil where the
  /// phrasebook has none.
  func words(for phrase: Phrase, _ values: [Inline] = []) -> String? {
    switch entries[phrase] {
    case nil: nil
    case .plain(let words)?: words
    case .plural(let place, let forms)?:
      forms[category(of: values.indices.contains(place - 1) ? values[place - 1] : .empty)]
        ?? forms[.other]
    }
  }

  /// The plural category of a value that is text already.
  private func category(of value: Inline) -> PluralCategory {
    language.file.head.category(of: value.plainText)
  }

  /// The phrase as plain text.
  package func text(_ phrase: Inline) -> String { phrase.translated(by: self).plainText }

  /// Whether there is anything to translate, beside values, marks and abbreviations such as "P10".
  private static func hasWords(_ template: String) -> Bool {
    zip(template, template.dropFirst()).contains { $0.isLetter && $1.isLowercase }
  }
}

extension Inline {
  /// The text with the words and numbers of a language.
  public func translated(by book: Phrasebook) -> Inline {
    Inline(runs: runs.flatMap { $0.translated(by: book) })
  }

  /// The words in English whatever the language, for sentences that have no others; settings of the
  /// question stay what they are, to be spelled as whoever asks writes them.
  package var inEnglish: Inline { Inline(runs: runs.flatMap { $0.inEnglish }) }

  /// The text with settings of the question spelled already; its words stay phrases.
  package func spelling(_ spell: (Parameter, String?) -> String) -> Inline {
    Inline(runs: runs.map { $0.spelling(spell) })
  }

  /// The English phrases that a phrasebook does not know, in their order.
  package func unknownPhrases(to book: Phrasebook) -> [String] {
    runs.flatMap { run -> [String] in
      switch run {
      case .text, .code, .value, .name, .parameter: []
      case .emphasis(let content), .strong(let content), .link(let content, _),
        .footnote(let content):
        content.unknownPhrases(to: book)
      case .phrase(let phrase, let values):
        (book.knows(phrase) ? [] : [phrase.english])
          + values.flatMap { $0.unknownPhrases(to: book) }
      }
    }
  }
}

extension Inline.Run {
  fileprivate func spelling(_ spell: (Parameter, String?) -> String) -> Inline.Run {
    switch self {
    case .text, .code, .value, .name: self
    case .parameter(let parameter, let value): .code(spell(parameter, value))
    case .phrase(let phrase, let values): .phrase(phrase, values.map { $0.spelling(spell) })
    case .emphasis(let content): .emphasis(content.spelling(spell))
    case .strong(let content): .strong(content.spelling(spell))
    case .link(let content, let destination):
      .link(content.spelling(spell), destination: destination)
    case .footnote(let content): .footnote(content.spelling(spell))
    }
  }

  fileprivate var inEnglish: [Inline.Run] {
    switch self {
    case .phrase(let phrase, let values):
      Self.words(for: phrase, with: values.map { $0.inEnglish }, in: Phrasebook(.english))
    case .text, .code, .parameter: [self]
    case .emphasis(let content): [.emphasis(content.inEnglish)]
    case .strong(let content): [.strong(content.inEnglish)]
    case .link(let content, let destination):
      [.link(content.inEnglish, destination: destination)]
    case .footnote(let content): [.footnote(content.inEnglish)]
    case .value, .name: translated(by: Phrasebook(.english))
    }
  }

  package func translated(by book: Phrasebook) -> [Inline.Run] {
    switch self {
    case .text, .code: [self]
    case .parameter(let parameter, let value): [.code(book.spelling(parameter, value))]
    case .emphasis(let content): [.emphasis(content.translated(by: book))]
    case .strong(let content): [.strong(content.translated(by: book))]
    case .link(let content, let destination):
      [.link(content.translated(by: book), destination: destination)]
    case .footnote(let content): [.footnote(content.translated(by: book))]
    case .value(let value): Inline(value.text(in: book.language)).runs
    case .phrase(let phrase, let values):
      Self.words(for: phrase, with: values.map { $0.translated(by: book) }, in: book)
    case .name(let name, let isShort):
      Inline(
        book.words(for: name).map { isShort ? $0 : "\($0) (\(name.english))" } ?? name.english
      ).runs
    }
  }

  /// The words of a language for a phrase; those of English where it has none.
  private static func words(
    for phrase: Phrase, with values: [Inline], in book: Phrasebook
  ) -> [Inline.Run] {
    let words =
      book.words(for: phrase, values) ?? Phrasebook(.english).words(for: phrase, values)
      ?? phrase.english
    return filling(words, with: values)
  }

  /// Puts values into the places of a template that are written %1, %2 …
  private static func filling(_ template: String, with values: [Inline]) -> [Inline.Run] {
    guard !values.isEmpty else { return Inline(template).runs }
    var parts = template.split(separator: "%", omittingEmptySubsequences: false)[...]
    var runs = Inline(parts.popFirst() ?? "").runs
    for part in parts {
      let digits = part.prefix { ("0"..."9").contains($0) }
      if let number = Int(digits), values.indices.contains(number - 1) {
        runs += values[number - 1].runs + Inline(part.dropFirst(digits.count)).runs
      } else {
        runs += Inline("%" + part).runs
      }
    }
    return runs
  }
}
