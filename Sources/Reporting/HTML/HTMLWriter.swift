extension Document {
  /// The document as one HTML file that needs no other: style sheet and charts are inside.
  ///
  /// It follows the light or dark theme of the reader, prints in black on white, scrolls wide
  /// tables on a narrow screen, and runs no scripts.
  ///
  /// - Complexity: O(length of the document).
  public func html() -> String {
    let words = Phrasebook(language)
    var writer = HTMLWriter(words: words)
    return writer.write(translated(by: words))
  }
}

extension Document {
  /// The blocks as a part of a page that has a title of its own.
  ///
  /// - Returns: The markup, with footnotes at its end.
  /// - Complexity: O(length of the document).
  package func htmlBlocks() -> String {
    let words = Phrasebook(language)
    var writer = HTMLWriter(words: words)
    return writer.writeBlocks(of: translated(by: words))
  }
}

/// Writes blocks as HTML and collects their footnotes.
struct HTMLWriter {
  private let words: Phrasebook
  private var markup: Markup = Markup()
  private var footnotes: Footnotes = Footnotes()
  private var marked: Set<Int> = []
  private var slugs: Slugs = Slugs()
  private var headingLevel = 1
  private var tableCount = 0

  init(words: Phrasebook) {
    self.words = words
  }

  mutating func write(_ document: Document) -> String {
    let title = document.title?.plainText.replacing("\n", with: " ")
    markup.write(markup: "<!DOCTYPE html>\n")
    markup.open("html", ["lang": words.language.code])
    markup.write(
      markup: """
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">

        """)
    markup.element("title", title ?? words.text("Report"))
    markup.write(
      markup: "\n<style>\n\(StyleSheet.page)\(StyleSheet.chart)</style>\n</head>\n<body>\n")
    markup.open("main")
    markup.write(markup: "\n")
    if let title = document.title { heading(1, title) }
    for block in document.blocks { write(block) }
    writeNotes()
    markup.write(markup: "</main>\n</body>\n</html>\n")
    return markup.text
  }

  mutating func writeBlocks(of document: Document) -> String {
    for block in document.blocks { write(block) }
    writeNotes()
    return markup.text
  }

  private mutating func write(_ block: Block) {
    switch block {
    case .heading(let level, let text):
      // A level is never skipped, because screen readers build their outline from the levels.
      heading(min(max(level, 2), headingLevel + 1, 6), text)
    case .paragraph(let text):
      guard !text.isEmpty else { return }
      markup.open("p", ["dir": "auto"])
      write(text)
      markup.write(markup: "</p>\n")
    case .list(let marker, let items):
      let name = marker == .bullet ? "ul" : "ol"
      markup.write(markup: "<\(name)>\n")
      for item in items {
        markup.open("li")
        if item.count == 1, case .paragraph(let text) = item[0] {
          write(text)
        } else {
          for block in item { write(block) }
        }
        markup.write(markup: "</li>\n")
      }
      markup.write(markup: "</\(name)>\n")
    case .table(let table): write(table)
    case .callout(let callout, let blocks):
      markup.open("aside", ["class": callout == .note ? "note" : "warning"])
      markup.element("p", words.text(callout.word), ["class": "label"])
      markup.write(markup: "\n")
      for block in blocks { write(block) }
      markup.write(markup: "</aside>\n")
    case .code(let code, _):
      markup.open("pre", ["tabindex": "0"])
      markup.element("code", code.plainText.codeLines.joined(separator: "\n"))
      markup.write(markup: "</pre>\n")
    case .chart(let chart): write(chart)
    }
  }

  private mutating func heading(_ level: Int, _ text: Inline) {
    guard !text.isEmpty else { return }
    headingLevel = level
    markup.open("h\(level)", ["id": slugs.slug(of: text.plainText), "dir": "auto"])
    write(text)
    markup.write(markup: "</h\(level)>\n")
  }

  private mutating func write(_ table: Table) {
    guard !table.columns.isEmpty else { return }
    tableCount += 1
    let id = "table:\(tableCount)"
    // A region that scrolls must be reachable with the keyboard, and named.
    if table.caption == nil {
      let label = "\(words.text("Table")) \(tableCount)"
      markup.open(
        "div", ["class": "scroll", "role": "region", "aria-label": label, "tabindex": "0"])
    } else {
      markup.open(
        "div", ["class": "scroll", "role": "region", "aria-labelledby": id, "tabindex": "0"])
    }
    markup.write(markup: "\n<table>\n")
    if let caption = table.caption {
      markup.open("caption", ["id": id])
      write(caption)
      markup.write(markup: "</caption>\n")
    }
    markup.write(markup: "<thead>\n<tr>")
    for column in table.columns {
      cell("th", column.alignment, scope: "col", column.title)
    }
    markup.write(markup: "</tr>\n</thead>\n<tbody>\n")
    for row in table.rows {
      markup.open("tr")
      for (index, (column, text)) in zip(table.columns, row).enumerated() {
        let names = index == 0 && column.alignment == .leading
        cell(names ? "th" : "td", column.alignment, scope: names ? "row" : nil, text)
      }
      markup.write(markup: "</tr>\n")
    }
    if table.rows.isEmpty {
      markup.open("tr")
      markup.element(
        "td", words.text("(no rows)"), ["colspan": "\(table.columns.count)"])
      markup.write(markup: "</tr>\n")
    }
    markup.write(markup: "</tbody>\n</table>\n</div>\n")
  }

  private mutating func cell(
    _ name: String, _ alignment: Table.Alignment, scope: String?, _ text: Inline
  ) {
    let style =
      switch alignment {
      case .leading: text.plainText.count > 24 ? "text long" : "text"
      case .trailing: "number"
      case .center: "center"
      }
    if let scope {
      markup.open(name, ["scope": scope, "class": style, "dir": "auto"])
    } else {
      markup.open(name, ["class": style, "dir": "auto"])
    }
    write(text)
    markup.close(name)
  }

  private mutating func write(_ chart: Chart) {
    markup.write(markup: "<figure>\n")
    // Two drawings, of which the style sheet shows the one that fits: shrunk text cannot be read.
    for (style, width) in [("wide", Chart.pageWidth), ("narrow", Chart.telephoneWidth)] {
      markup.open("div", ["class": style])
      markup.write(markup: "\n\(chart.svg(.inline, width: width))</div>\n")
    }
    markup.write(markup: "<figcaption>")
    write(chart.summary)
    markup.write(markup: "</figcaption>\n</figure>\n<details>\n")
    markup.element("summary", words.text("The data of this chart"))
    markup.write(markup: "\n")
    write(chart.data)
    markup.write(markup: "</details>\n")
  }

  private mutating func write(_ inline: Inline) {
    for run in inline.runs {
      switch run {
      case .text(let text):
        // A value in a sentence must not turn around the words beside it.
        let isIsolated = inline.runs.count > 1 && text.isRightToLeft
        if isIsolated { markup.open("bdi") }
        write(text: text)
        if isIsolated { markup.close("bdi") }
      case .phrase, .value, .name, .parameter: write(Inline(runs: run.translated(by: words)))
      case .code(let code): markup.element("code", code.replacing("\n", with: " "))
      case .emphasis(let content): wrap(content, in: "em")
      case .strong(let content): wrap(content, in: "strong")
      case .link(let content, let destination):
        guard let address = destination.linkAddress else {
          write(content)
          continue
        }
        markup.open("a", ["href": address])
        write(content)
        markup.close("a")
      case .footnote(let note):
        let number = footnotes.number(of: note)
        markup.open("sup")
        // Only the first mark of a note is the place to come back to.
        if marked.insert(number).inserted {
          markup.open(
            "a", ["href": "#note:\(number)", "id": "mark:\(number)", "role": "doc-noteref"])
        } else {
          markup.open("a", ["href": "#note:\(number)", "role": "doc-noteref"])
        }
        markup.write("\(number)")
        markup.write(markup: "</a></sup>")
      }
    }
  }

  private mutating func write(text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      if index > 0 { markup.write(markup: "<br>") }
      // A number stays on one line with its sign and unit.
      markup.write(
        ["$", "€", "£", "%"].reduce(String(line).replacing("≥ ", with: "≥\u{a0}")) { text, unit in
          text.replacing(" \(unit)", with: "\u{a0}\(unit)")
        })
    }
  }

  private mutating func wrap(_ content: Inline, in element: String) {
    markup.open(element)
    write(content)
    markup.close(element)
  }

  private mutating func writeNotes() {
    guard !footnotes.notes.isEmpty else { return }
    markup.open("section", ["role": "doc-endnotes", "class": "notes"])
    markup.write(markup: "\n")
    heading(2, Inline(words.text("Notes and sources")))
    markup.write(markup: "<ol>\n")
    var number = 0
    while number < footnotes.notes.count {
      number += 1
      markup.open("li", ["id": "note:\(number)"])
      write(footnotes.notes[number - 1])
      markup.write(" ")
      markup.open(
        "a",
        [
          "href": "#mark:\(number)", "role": "doc-backlink",
          "aria-label": words.text("Back to the text"),
        ])
      markup.write(markup: "↩</a></li>\n")
    }
    markup.write(markup: "</ol>\n</section>\n")
  }
}

extension String {
  /// Whether there are letters that are written from right to left.
  fileprivate var isRightToLeft: Bool {
    unicodeScalars.contains { scalar in
      switch scalar.value {
      case 0x590...0x8ff, 0xfb1d...0xfdff, 0xfe70...0xfeff, 0x10800...0x10fff, 0x1e800...0x1efff:
        true
      default: false
      }
    }
  }
}
