extension Document {
  /// The document with other addresses in its links.
  public func replacingAddresses(_ address: (String) -> String) -> Document {
    Document(
      title: title?.replacingAddresses(address), language: language,
      blocks: blocks.map { block in
        block.mapping({ $0.replacingAddresses(address) }, charts: { $0 })
      })
  }
}

extension Block {
  /// The block with every text in it and every chart replaced.
  func mapping(_ text: (Inline) -> Inline, charts chart: (Chart) -> Chart) -> Block {
    switch self {
    case .heading(let level, let title): .heading(level: level, text(title))
    case .paragraph(let content): .paragraph(text(content))
    case .list(let marker, let items):
      .list(marker, items: items.map { $0.map { $0.mapping(text, charts: chart) } })
    case .table(let table): .table(table.mapping(text))
    case .callout(let kind, let blocks):
      .callout(kind, blocks.map { $0.mapping(text, charts: chart) })
    case .chart(let content): .chart(chart(content))
    case .code(let lines, let language): .code(text(lines), language: language)
    }
  }
}

extension Inline {
  fileprivate func replacingAddresses(_ address: (String) -> String) -> Inline {
    Inline(
      runs: runs.map { run in
        switch run {
        case .text, .code, .value, .name, .parameter: run
        case .emphasis(let content): .emphasis(content.replacingAddresses(address))
        case .strong(let content): .strong(content.replacingAddresses(address))
        case .link(let content, let destination):
          .link(content.replacingAddresses(address), destination: address(destination))
        case .footnote(let content): .footnote(content.replacingAddresses(address))
        case .phrase(let template, let values):
          .phrase(template, values.map { $0.replacingAddresses(address) })
        }
      })
  }
}
