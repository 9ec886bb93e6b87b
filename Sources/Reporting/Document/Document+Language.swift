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
    case .list(_, let items): items.flatMap { $0.flatMap { $0.texts } }
    case .table(let table): table.texts
    case .callout(_, let blocks): blocks.flatMap { $0.texts }
    case .chart(let chart): chart.texts
    case .code(let lines, _): [lines]
    }
  }
}
