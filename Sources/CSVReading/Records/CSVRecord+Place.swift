public import Findings

extension CSVRecord {
  /// Where the record begins in its file: the line, or the row of a sheet.
  public var place: Place { origin.at(line: line) }

  /// Returns where a field begins in its file, also after line breaks inside quotes; in a workbook
  /// the cell.
  ///
  /// - Complexity: O(length of the record); nothing is kept for it while reading.
  public borrowing func place(_ field: Int) -> Place {
    if origin.sheet != nil { return origin.at(line: line, column: field + 1) }
    let found = locate(field)
    return origin.at(line: found.line, column: found.column)
  }

  /// Returns a finding about a field: its place, and its line with every other cell masked.
  public borrowing func finding(
    _ kind: Finding.Kind, _ severity: Severity = .error, field: Int, _ message: Inline,
    remedy: Inline? = nil
  ) -> Finding {
    if origin.sheet != nil {
      return Finding(
        kind, severity, at: origin.at(line: line, column: field + 1), message,
        excerpt: cells(showing: field), remedy: remedy)
    }
    let found = locate(field)
    return Finding(
      kind, severity, at: origin.at(line: found.line, column: found.column), message,
      excerpt: SourceLine.excerpt(
        source, from: found.lineStart, column: found.column, showing: found.cell,
        delimiter: delimiter),
      remedy: remedy)
  }

  /// The cells of a sheet's row that are not empty, each with its letter, all but one masked.
  private borrowing func cells(showing field: Int) -> String? {
    var cells: [String] = []
    for index in 0..<count where index == field || !isEmpty(index) {
      let text = text(index)
      let shown = index == field ? text : String(repeating: "·", count: text.count)
      cells.append("\(Place.columnName(index + 1)): \(shown)")
      // A cell far to the right gets no excerpt, as in a text.
      if index == field {
        let row = cells.joined(separator: " | ")
        return row.count <= SourceLine.excerptLimit ? row : nil
      }
    }
    return nil
  }

  private borrowing func locate(_ field: Int) -> Located {
    var index = 0
    var (start, end) = (0, source.count)
    _ = RecordScanner(delimiter: delimiter).scan(source, from: 0, isFinal: true) { offset in
      if index == field { start = offset }
      if index == field + 1 { end = offset - 1 }
      index += 1
    }
    let (line, lineStart) = SourceLine.of(start, in: source, firstLine: line)
    return Located(
      line: line, lineStart: lineStart,
      column: SourceLine.column(of: start, in: source, lineStart: lineStart), cell: start..<end)
  }
}

private struct Located {
  var line: Int
  var lineStart: Int
  var column: Int
  var cell: Range<Int>
}
