public import Findings

extension CSVRecord {
  /// Returns where a field begins in its file, also after line breaks inside quotes.
  ///
  /// - Complexity: O(length of the record); nothing is kept for it while reading.
  public borrowing func place(_ field: Int) -> Place {
    let found = locate(field)
    return Place(file: name, line: found.line, column: found.column)
  }

  /// Returns a finding about a field: its place, and its line with every other cell masked.
  public borrowing func finding(
    _ kind: Finding.Kind, _ severity: Severity = .error, field: Int, _ message: Inline,
    remedy: Inline? = nil
  ) -> Finding {
    let found = locate(field)
    return Finding(
      kind, severity, at: Place(file: name, line: found.line, column: found.column), message,
      excerpt: SourceLine.excerpt(
        source, from: found.lineStart, column: found.column, showing: found.cell,
        delimiter: delimiter),
      remedy: remedy)
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
