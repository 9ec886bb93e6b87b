/// The words of a language for the English phrases of documents.
public struct Phrasebook: Sendable {
  /// The language that it translates into.
  public let language: Language
  private var entries: [String: String]

  /// The words that documents, tables and charts bring with them.
  public init(_ language: Language) {
    self.language = language
    switch language {
    case .english: entries = [:]
    case .german: entries = Self.german
    }
  }

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
  func text(_ phrase: Inline) -> String { phrase.translated(by: self).plainText }

  /// Whether there is anything to translate, beside values, marks and abbreviations such as "P10".
  private static func hasWords(_ template: String) -> Bool {
    zip(template, template.dropFirst()).contains { $0.isLetter && $1.isLowercase }
  }
}

extension Document {
  /// The document with the words and numbers of a language.
  ///
  /// Phrases that the phrasebook does not know stay English; `untranslated(by:)` names them.
  public func translated(by phrasebook: Phrasebook) -> Document {
    Document(
      title: title?.translated(by: phrasebook), language: phrasebook.language,
      blocks: blocks.map { $0.translated(by: phrasebook) })
  }

  /// The English phrases of the document that a phrasebook does not know, each once, in their order.
  public func untranslated(by phrasebook: Phrasebook) -> [String] {
    var seen: Set<String> = []
    return unknownPhrases(to: phrasebook).filter { seen.insert($0).inserted }
  }

  private func unknownPhrases(to phrasebook: Phrasebook) -> [String] {
    (title?.unknownPhrases(to: phrasebook) ?? [])
      + blocks.flatMap { $0.texts.flatMap { $0.unknownPhrases(to: phrasebook) } }
  }
}

extension Block {
  fileprivate func translated(by book: Phrasebook) -> Block {
    mapping({ $0.translated(by: book) }, charts: { $0.translated(by: book) })
  }

  /// Every text in the block.
  fileprivate var texts: [Inline] {
    switch self {
    case .heading(_, let text), .paragraph(let text): [text]
    case .list(_, let items): items.flatMap { $0.flatMap(\.texts) }
    case .table(let table): table.texts
    case .callout(_, let blocks): blocks.flatMap(\.texts)
    case .chart(let chart): chart.texts
    case .code: []
    }
  }
}

extension Table {
  func translated(by book: Phrasebook) -> Table { mapping { $0.translated(by: book) } }

  var texts: [Inline] { columns.map(\.title) + rows.flatMap(\.self) + [caption].compactMap(\.self) }
}

extension Inline {
  func translated(by book: Phrasebook) -> Inline {
    Inline(runs: runs.flatMap { $0.translated(by: book) })
  }

  func unknownPhrases(to book: Phrasebook) -> [String] {
    runs.flatMap { run -> [String] in
      switch run {
      case .text, .code, .value: []
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
  func translated(by book: Phrasebook) -> [Inline.Run] {
    switch self {
    case .text, .code: [self]
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
