internal import Phrases

extension Table {
  /// The table with every text in it replaced.
  func mapping(_ text: (Inline) -> Inline) -> Table {
    var table = Table(
      columns.map { Column(text($0.title), $0.alignment) }, rows: rows.map { $0.map(text) },
      caption: caption.map(text))
    table.bars = bars
    return table
  }

  /// The table with the words and numbers of a language.
  func translated(by book: Phrasebook) -> Table { mapping { $0.translated(by: book) } }

  /// Every text in it.
  var texts: [Inline] {
    columns.map { $0.title } + rows.flatMap { $0 } + [caption].compactMap { $0 }
  }
}
