extension Document {
  /// Returns the document as a part of another one: its title becomes a heading below a level, and
  /// its headings move down with it, to level 6 at most.
  public func nested(below level: Int) -> Document {
    var blocks = blocks.map { $0.movingHeadings(by: level) }
    if let title { blocks.insert(.heading(level: min(6, level + 1), title), at: 0) }
    return Document(title: nil, language: language, blocks: blocks)
  }
}

extension Block {
  fileprivate func movingHeadings(by levels: Int) -> Block {
    switch self {
    case .heading(let level, let text): .heading(level: min(6, level + levels), text)
    case .callout(let kind, let blocks):
      .callout(kind, blocks.map { $0.movingHeadings(by: levels) })
    case .list(let marker, let items):
      .list(marker, items: items.map { $0.map { $0.movingHeadings(by: levels) } })
    default: self
    }
  }
}
