/// The words of a language for the English phrases of documents.
public struct Phrasebook: Sendable {
  /// The language that it translates into.
  public let language: Language
  private var entries: [String: String]
  /// How settings of questions are spelled with a value; by default by their names.
  private var spell: @Sendable (Parameter, String?) -> String

  /// Creates the words of a language.
  ///
  /// - Parameters:
  ///   - language: The language.
  ///   - entries: The phrase for each English one, with values in the places %1, %2 … of it.
  public init(_ language: Language, _ entries: [String: String] = [:]) {
    self.language = language
    self.entries = entries
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

  /// Adds the phrases of a module.
  ///
  /// - Parameter entries: The phrase for each English one, with values in the places %1, %2 … of it.
  /// - Returns: A phrasebook with these entries too; they win over those that were there.
  public func adding(_ entries: [String: String]) -> Phrasebook {
    var book = self
    book.entries.merge(entries) { $1 }
    return book
  }

  /// The phrase in the language; nil where the phrasebook has none.
  func phrase(for english: String) -> String? {
    // Short words such as "On" look like no words, so the entries come first.
    entries[english] ?? (language == .english || !Self.hasWords(english) ? english : nil)
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

  /// The text with settings of the question spelled already; its words stay phrases.
  package func spelling(_ spell: (Parameter, String?) -> String) -> Inline {
    Inline(runs: runs.map { $0.spelling(spell) })
  }

  /// The English phrases that a phrasebook does not know, in their order.
  package func unknownPhrases(to book: Phrasebook) -> [String] {
    runs.flatMap { run -> [String] in
      switch run {
      case .text, .code, .value, .parameter: []
      case .emphasis(let content), .strong(let content), .link(let content, _),
        .footnote(let content):
        content.unknownPhrases(to: book)
      case .phrase(let english, let values):
        (book.phrase(for: english) == nil ? [english] : [])
          + values.flatMap { $0.unknownPhrases(to: book) }
      }
    }
  }
}

extension Inline.Run {
  fileprivate func spelling(_ spell: (Parameter, String?) -> String) -> Inline.Run {
    switch self {
    case .text, .code, .value: self
    case .parameter(let parameter, let value): .code(spell(parameter, value))
    case .phrase(let english, let values): .phrase(english, values.map { $0.spelling(spell) })
    case .emphasis(let content): .emphasis(content.spelling(spell))
    case .strong(let content): .strong(content.spelling(spell))
    case .link(let content, let destination):
      .link(content.spelling(spell), destination: destination)
    case .footnote(let content): .footnote(content.spelling(spell))
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
    case .phrase(let english, let values):
      Self.filling(
        book.phrase(for: english) ?? english, with: values.map { $0.translated(by: book) })
    }
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
