/// The layout of a table on a screen of fixed-width characters.
struct TextTable {
  var alignments: [Table.Alignment]
  var header: [String]
  var rows: [[String]]

  private static let gap = "  "

  /// Returns the lines of the table, none of them wider than `width` where that is possible at all.
  func lines(width: Int) -> [String] {
    guard let widths = columnWidths(total: width) else { return stacked(width: width) }
    let rule = widths.map { String(repeating: "─", count: $0) }.joined(separator: Self.gap)
    return lines(of: header, widths, fromBottom: true) + [rule]
      + rows.flatMap { lines(of: $0, widths, fromBottom: false) }
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

  /// Wraps the widest columns until all fit; nil when they cannot be made narrow enough.
  ///
  /// Words wrap in the header, and in the cells of columns of words; numbers are never broken.
  private func columnWidths(total: Int) -> [Int]? {
    var widths: [Int] = []
    var least: [Int] = []
    for (index, alignment) in alignments.enumerated() {
      let cells = rows.reduce(0) { max($0, $1[index].longestLineWidth) }
      let word = header[index].split { $0 == " " || $0 == "\n" }
        .reduce(0) { max($0, $1.displayWidth) }
      widths.append(naturalWidth(of: index))
      let narrow = alignment == .leading ? min(cells, 12) : cells
      least.append(max(1, narrow, word))
    }
    var excess = widths.reduce(0, +) + Self.gap.count * (widths.count - 1) - total
    while excess > 0 {
      let candidates = widths.indices.filter { widths[$0] > least[$0] }
      guard let widest = candidates.max(by: { widths[$0] < widths[$1] }) else { return nil }
      widths[widest] -= 1
      excess -= 1
    }
    return widths
  }

  private func lines(of row: [String], _ widths: [Int], fromBottom: Bool) -> [String] {
    let cells = zip(row, widths).map { wrapped($0, width: $1) }
    let height = cells.reduce(0) { max($0, $1.count) }
    return (0..<height).map { line in
      let parts = cells.indices.map { column in
        let index = fromBottom ? line - (height - cells[column].count) : line
        let text = cells[column].indices.contains(index) ? cells[column][index] : ""
        return text.padded(to: widths[column], alignments[column])
      }
      return parts.joined(separator: Self.gap).trimmingTrailingBlanks
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
