extension Document {
  /// The document as plain text for a screen of so many columns, with a line end at its end.
  ///
  /// Paragraphs and tables are wrapped to the width; a table that cannot be made narrow enough is
  /// written in parts one below the other, or as one line for each cell. Only code keeps longer lines, so that it can be copied.
  ///
  /// - Complexity: O(length of the document).
  public func text(width: Int = 80, style: TextStyle = .plain) -> String {
    let words = Phrasebook(language)
    var writer = TextWriter(words: words, style: style)
    return writer.write(translated(by: words), width: max(width, 20))
  }
}

/// Writes blocks as plain text and collects their footnotes.
struct TextWriter {
  private let words: Phrasebook
  private let style: TextStyle
  private var footnotes: Footnotes = Footnotes()

  init(words: Phrasebook, style: TextStyle) {
    self.words = words
    self.style = style
  }

  mutating func write(_ document: Document, width: Int) -> String {
    var parts: [[String]] = []
    if let title = document.title {
      parts.append(underlined(plain(title), by: "═", width: width))
    }
    parts += write(document.blocks, width: width)
    var notes: [[String]] = []
    while notes.count < footnotes.notes.count {
      let note = plain(footnotes.notes[notes.count])
      notes.append(hanging("[\(notes.count + 1)] ", [wrapped(note, width: width - 4)]))
    }
    if !notes.isEmpty {
      parts.append(underlined(words.text("Notes and sources"), by: "─", width: width))
      parts.append(Array(notes.joined()))
    }
    return parts.isEmpty ? "" : joined(parts).joined(separator: "\n") + "\n"
  }

  /// Returns the lines of each block.
  private mutating func write(_ blocks: [Block], width: Int) -> [[String]] {
    blocks.map { write($0, width: max(width, 10)) }.filter { !$0.isEmpty }
  }

  private mutating func write(_ block: Block, width: Int) -> [String] {
    switch block {
    case .heading(let level, let text):
      if text.isEmpty { return [] }
      return level <= 2
        ? underlined(plain(text), by: level == 1 ? "═" : "─", width: width)
        : wrapped(plain(text), width: width).map(style.strong)
    case .paragraph(let text):
      return text.isEmpty ? [] : wrapped(plain(text), width: width)
    case .list(let marker, let items):
      let isTight = items.allSatisfy { $0.count <= 1 }
      let lines = items.enumerated().map { index, blocks in
        let lead = marker == .bullet ? "• " : "\(index + 1). "
        return hanging(lead, write(blocks, width: width - lead.count))
      }
      return isTight ? Array(lines.joined()) : joined(lines)
    case .table(let table):
      let caption =
        table.caption.map { wrapped(plain($0), width: width).map(style.strong) + [""] } ?? []
      var layout = TextTable(
        alignments: table.columns.map(\.alignment), header: table.columns.map { plain($0.title) },
        rows: table.rows.map { row in row.map { plain($0) } })
      if let bars = table.bars { layout.add(bars, width: width) }
      let empty = table.rows.isEmpty ? [words.text("(no rows)")] : []
      return table.columns.isEmpty ? [] : caption + layout.lines(width: width, style) + empty
    case .callout(let callout, let blocks):
      let label = words.text(callout.word) + ": "
      let lines = hanging(label, write(blocks, width: width - label.displayWidth))
      let lead = callout == .warning ? style.warning(label) : style.strong(label)
      return [lead + lines[0].dropFirst(label.count)] + lines.dropFirst()
    case .chart(let chart):
      let title = wrapped(chart.title.plainText, width: width).map(style.strong)
      return joined([
        title + sparklines(of: chart, width: width), wrapped(plain(chart.summary), width: width),
        write(.table(chart.data), width: width),
      ])
    case .code(let code, _):
      return code.plainText.codeLines.map { $0.isEmpty ? "" : "    " + $0 }
    }
  }

  /// A line of block characters for each line of a chart, all on one scale.
  private func sparklines(of chart: Chart, width: Int) -> [String] {
    let values = chart.yValues.filter(\.isDrawable)
    return chart.marks.compactMap { mark in
      guard case .line(let points, _, let label) = mark else { return nil }
      let name = label.plainText.oneLine
      let room = min(48, max(8, width - name.displayWidth - 1))
      let heights = points.heights(atMost: room)
      guard heights.count > 1 else { return nil }
      let line = TextGraphic.sparkline(heights, from: values.min(), to: values.max())
      return wrapped("\(line) \(name)", width: width).first
    }
  }

  /// The characters of a text, with addresses and the numbers of footnotes.
  private mutating func plain(_ inline: Inline) -> String {
    var result = ""
    for run in inline.runs {
      switch run {
      case .text(let text), .code(let text): result += text
      case .phrase, .value, .name, .parameter:
        result += plain(Inline(runs: run.translated(by: words)))
      case .emphasis(let content), .strong(let content): result += plain(content)
      case .link(let content, let destination):
        let text = plain(content)
        result += text
        if let address = destination.linkAddress, address != text { result += " <\(address)>" }
      case .footnote(let note): result += "[\(footnotes.number(of: note))]"
      }
    }
    return result
  }

  private func underlined(_ text: String, by mark: String, width: Int) -> [String] {
    let lines = wrapped(text, width: width)
    let longest = lines.reduce(0) { max($0, $1.displayWidth) }
    return lines.map(style.strong) + [style.faint(String(repeating: mark, count: longest))]
  }

  /// Puts a lead before the first line of blocks and as many blanks before the others.
  private func hanging(_ lead: String, _ blocks: [[String]]) -> [String] {
    let indent = String(repeating: " ", count: lead.displayWidth)
    let lines = joined(blocks)
    guard !lines.isEmpty else { return [lead] }
    return lines.enumerated().map { index, line in
      index == 0 ? lead + line : line.isEmpty ? "" : indent + line
    }
  }

  private func joined(_ blocks: [[String]]) -> [String] { Array(blocks.joined(separator: [""])) }
}
