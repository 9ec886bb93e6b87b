/// The layout of a table on a screen of fixed-width characters.
struct TextTable {
  var alignments: [Table.Alignment]
  var header: [String]
  var rows: [[String]]

  private static let gap = "  "

  /// Returns the lines of the table, none of them wider than `width` where that is possible at all.
  ///
  /// A table that is too wide stands closer together, then in parts one below the other, and at last with a
  /// line for each cell.
  func lines(width: Int, _ style: TextStyle) -> [String] {
    for gap in [Self.gap, " "] {
      guard let widths = columnWidths(total: width, gap: gap.count) else { continue }
      let rule = widths.map { String(repeating: "─", count: $0) }.joined(separator: gap)
      return lines(of: header, widths, gap, fromBottom: true).map(style.strong)
        + [style.faint(rule)] + rows.flatMap { lines(of: $0, widths, gap, fromBottom: false) }
    }
    guard let parts = parts(width: width) else { return stacked(width: width) }
    return Array(parts.map { $0.lines(width: width, style) }.joined(separator: [""]))
  }

  /// Tables of some of the columns each, the first one in all of them; nil where not even two columns fit.
  private func parts(width: Int) -> [TextTable]? {
    let least = columnBounds.least
    guard let first = least.first else { return nil }
    var parts: [[Int]] = []
    var taken = width
    for column in least.indices.dropFirst() {
      let needed = Self.gap.count + least[column]
      guard first + needed <= width else { return nil }
      if taken + needed > width {
        parts.append([0])
        taken = first
      }
      parts[parts.count - 1].append(column)
      taken += needed
    }
    guard parts.count > 1 else { return nil }
    return parts.map { columns in
      TextTable(
        alignments: columns.map { alignments[$0] }, header: columns.map { header[$0] },
        rows: rows.map { row in columns.map { row[$0] } })
    }
  }

  /// Adds bars right of their column where there is room without wrapping anything.
  ///
  /// Below 8 columns a bar tells little, and above 20 it only leads away from the numbers.
  mutating func add(_ bars: Table.Bars, width: Int) {
    let taken = header.indices.reduce(0) { sum, index in
      sum + naturalWidth(of: index) + Self.gap.count
    }
    let room = min(width - taken, 20)
    guard room >= 8, bars.full > 0, header.indices.contains(bars.column) else { return }
    alignments.insert(.leading, at: bars.column + 1)
    header.insert("", at: bars.column + 1)
    for index in rows.indices {
      let share = bars.lengths.indices.contains(index) ? bars.lengths[index] / bars.full : .nan
      rows[index].insert(TextGraphic.bar(share, width: room), at: bars.column + 1)
    }
  }

  private func naturalWidth(of index: Int) -> Int {
    rows.reduce(max(1, header[index].longestLineWidth)) { max($0, $1[index].longestLineWidth) }
  }

  /// How wide each column is by itself, and how narrow it can be made.
  ///
  /// Words wrap in the header, and in the cells of columns of words; numbers are never broken.
  private var columnBounds: (natural: [Int], least: [Int]) {
    var bounds: (natural: [Int], least: [Int]) = ([], [])
    for (index, alignment) in alignments.enumerated() {
      let cells = rows.reduce(0) { max($0, $1[index].longestLineWidth) }
      let word = header[index].split { $0 == " " || $0 == "\n" }
        .reduce(0) { max($0, $1.displayWidth) }
      bounds.natural.append(naturalWidth(of: index))
      let narrow = alignment == .leading ? min(cells, 12) : cells
      bounds.least.append(max(1, narrow, word))
    }
    return bounds
  }

  /// Wraps the widest columns until all fit; nil when they cannot be made narrow enough.
  private func columnWidths(total: Int, gap: Int) -> [Int]? {
    var (widths, least) = columnBounds
    var excess = widths.reduce(0, +) + gap * (widths.count - 1) - total
    while excess > 0 {
      let candidates = widths.indices.filter { widths[$0] > least[$0] }
      guard let widest = candidates.max(by: { widths[$0] < widths[$1] }) else { return nil }
      widths[widest] -= 1
      excess -= 1
    }
    return widths
  }

  private func lines(
    of row: [String], _ widths: [Int], _ gap: String, fromBottom: Bool
  ) -> [String] {
    let cells = zip(row, widths).map { wrapped($0, width: $1) }
    let height = cells.reduce(0) { max($0, $1.count) }
    return (0..<height).map { line in
      let parts = cells.indices.map { column in
        let index = fromBottom ? line - (height - cells[column].count) : line
        let text = cells[column].indices.contains(index) ? cells[column][index] : ""
        return text.padded(to: widths[column], alignments[column])
      }
      return parts.joined(separator: gap).trimmingTrailingBlanks
    }
  }

  /// One line for each cell, its title before it, for tables that do not fit in any other way.
  private func stacked(width: Int) -> [String] {
    let titleWidth = min(header.reduce(0) { max($0, $1.longestLineWidth) }, width / 2)
    return Array(
      rows.map { row in
        zip(header, row).flatMap { title, cell in
          let titles = wrapped(title, width: titleWidth)
          let cells = wrapped(cell, width: width - titleWidth - Self.gap.count)
          return (0..<max(titles.count, cells.count)).map { line in
            let left = line < titles.count ? titles[line] : ""
            let right = line < cells.count ? cells[line] : ""
            return (left.padded(to: titleWidth, .leading) + Self.gap + right).trimmingTrailingBlanks
          }
        }
      }.joined(separator: [""]))
  }
}

extension String {
  var longestLineWidth: Int {
    split(separator: "\n").reduce(0) { max($0, $1.displayWidth) }
  }
}
