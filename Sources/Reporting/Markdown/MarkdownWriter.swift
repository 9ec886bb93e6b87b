extension Document {
  /// The document as GitHub-flavoured Markdown, with a line end at its end.
  ///
  /// All text is escaped, so that nothing in it can become markup or break a table. The columns of
  /// tables line up in a view of fixed-width characters. Footnotes stand at the end.
  ///
  /// With a folder, charts are images in it, under the names of `chartFiles` after a prefix, and
  /// their data can be unfolded; without one, their summaries and data stand in their place.
  ///
  /// - Complexity: O(length of the document).
  public func markdown(chartFolder: String? = nil, chartPrefix: String = "") -> String {
    let words = Phrasebook(language)
    var writer = MarkdownWriter(words: words, chartFolder: chartFolder, chartPrefix: chartPrefix)
    return writer.write(translated(by: words))
  }
}

/// Writes blocks as Markdown and collects their footnotes.
struct MarkdownWriter {
  private let words: Phrasebook
  let chartFolder: String?
  let chartPrefix: String
  private var footnotes: Footnotes = Footnotes()
  private var chartNames: Slugs = Slugs()

  init(words: Phrasebook, chartFolder: String?, chartPrefix: String) {
    self.words = words
    self.chartFolder = chartFolder
    self.chartPrefix = chartPrefix
  }

  mutating func write(_ document: Document) -> String {
    var parts: [String] = []
    if let title = document.title, !title.isEmpty { parts.append(heading(title, level: 1)) }
    let body = write(document.blocks)
    if !body.isEmpty { parts.append(body) }
    // Notes may hold marks of further notes, which are met while they are written.
    var notes: [String] = []
    while notes.count < footnotes.notes.count {
      let text = MarkdownText.write(footnotes.notes[notes.count], .paragraph, &footnotes)
      notes.append("[^\(notes.count + 1)]: " + indented(text, by: "    ").drop { $0 == " " })
    }
    if !notes.isEmpty { parts.append(notes.joined(separator: "\n")) }
    return parts.isEmpty ? "" : parts.joined(separator: "\n\n") + "\n"
  }

  private mutating func write(_ blocks: [Block]) -> String {
    var parts: [String] = []
    var previous: Block?
    for block in blocks {
      let text = write(block)
      guard !text.isEmpty else { continue }
      // Two lists in a row would be read as one.
      if case .list(let first, _) = previous, case .list(first, _) = block {
        parts.append("<!-- -->")
      }
      parts.append(text)
      previous = block
    }
    return parts.joined(separator: "\n\n")
  }

  private mutating func write(_ block: Block) -> String {
    switch block {
    case .heading(let level, let text): heading(text, level: level)
    case .paragraph(let text): MarkdownText.write(text, .paragraph, &footnotes)
    case .list(let marker, let items): list(marker, items)
    case .table(let table): write(table)
    case .callout(let callout, let blocks): write(callout, blocks)
    case .code(let code, let language): fenced(code.plainText, language)
    case .chart(let chart): write(chart)
    }
  }

  private mutating func heading(_ text: Inline, level: Int) -> String {
    let line = MarkdownText.write(text, .heading, &footnotes)
    return line.isEmpty ? "" : String(repeating: "#", count: min(max(level, 1), 6)) + " " + line
  }

  private mutating func list(_ marker: ListMarker, _ items: [[Block]]) -> String {
    let isTight = items.allSatisfy { $0.count <= 1 }
    return items.enumerated().map { index, blocks in
      let lead = marker == .bullet ? "- " : "\(index + 1). "
      let text = write(blocks)
      return lead + indented(text, by: String(repeating: " ", count: lead.count)).drop { $0 == " " }
    }.joined(separator: isTight ? "\n" : "\n\n")
  }

  private mutating func write(_ callout: Callout, _ blocks: [Block]) -> String {
    let label: Inline = .strong(Inline(words.text(callout.word) + ":"))
    var blocks = blocks
    if case .paragraph(let text) = blocks.first {
      blocks[0] = .paragraph("\(label) \(text)")
    } else {
      blocks.insert(.paragraph(label), at: 0)
    }
    return write(blocks).split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? ">" : "> \($0)" }
      .joined(separator: "\n")
  }

  private func fenced(_ code: String, _ language: String?) -> String {
    let fence = String(repeating: "`", count: max(3, code.longestRun(of: "`") + 1))
    let info = (language ?? "").filter { $0.isLetter || $0.isNumber || "+-#".contains($0) }
    let lines = code.codeLines
    return ([fence + info] + lines + [fence]).joined(separator: "\n")
  }

  private mutating func write(_ chart: Chart) -> String {
    guard let chartFolder else {
      return write([
        .paragraph(.strong(chart.title)), .paragraph(chart.summary), .table(chart.data),
      ])
    }
    let folder = chartFolder.isEmpty ? "" : chartFolder + "/"
    let file = folder + chartPrefix + chartNames.fileName(of: chart)
    let address = file.fileAddress.linkAddress ?? ""
    let alternative = MarkdownText.write(
      "\(chart.title.plainText): \(chart.summary.plainText)", .heading, &footnotes)
    return """
      ![\(alternative)](\(address))

      <details>
      <summary>\(words.text("The data of this chart"))</summary>

      \(write(chart.data))

      </details>
      """
  }

  private mutating func write(_ table: Table) -> String {
    guard !table.columns.isEmpty else { return "" }
    let caption = table.caption.map { MarkdownText.write(.strong($0), .paragraph, &footnotes) }
    let header = table.columns.map { MarkdownText.write($0.title, .cell, &footnotes) }
    let rows = table.rows.map { row in row.map { MarkdownText.write($0, .cell, &footnotes) } }
    let widths = table.columns.indices.map { index in
      ([header] + rows).reduce(3) { max($0, $1[index].displayWidth) }
    }
    func line(_ cells: [String]) -> String {
      let padded = table.columns.indices.map { index in
        cells[index].padded(to: widths[index], table.columns[index].alignment)
      }
      return "| " + padded.joined(separator: " | ") + " |"
    }
    let rule = zip(table.columns, widths).map { column, width in
      switch column.alignment {
      case .leading: String(repeating: "-", count: width)
      case .trailing: String(repeating: "-", count: width - 1) + ":"
      case .center: ":" + String(repeating: "-", count: width - 2) + ":"
      }
    }
    let lines = [line(header), "| " + rule.joined(separator: " | ") + " |"] + rows.map(line)
    return [caption, lines.joined(separator: "\n")].compactMap { $0 }.joined(separator: "\n\n")
  }
}

extension Callout {
  var word: Inline { self == .note ? "Note" : "Warning" }
}

extension String {
  /// The lines of code, without a last line end and without anything that steers a screen.
  var codeLines: [String] {
    var lines = split(omittingEmptySubsequences: false) { $0.isNewline }.map { line in
      line.split(separator: "\t", omittingEmptySubsequences: false).map(\.printable)
        .joined(separator: "\t")
    }
    if lines.last == "" { lines.removeLast() }
    return lines
  }
}

/// Puts blanks before each line but empty ones.
func indented(_ text: String, by indent: String) -> String {
  text.split(separator: "\n", omittingEmptySubsequences: false)
    .map { $0.isEmpty ? "" : indent + $0 }
    .joined(separator: "\n")
}
