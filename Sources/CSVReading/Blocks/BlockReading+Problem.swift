internal import Findings

extension BlockReading {
  /// Why a record is none.
  enum Problem {
    /// A byte, counted from the start of the record, may not stand there.
    case malformed(at: Int)
    /// A quote is open where the file ends, or when the limit is reached.
    case open(limit: Int?)
  }

  /// Rejects the first line of a record that libcsv could not read.
  mutating func reject(_ problem: Problem, from start: Int, to end: Int) {
    tally.rows += 1
    let source = UnsafeBufferPointer(rebasing: bytes[start..<end])
    let rest = UnsafeBufferPointer(rebasing: bytes[start...])
    reject([finding(problem, in: rest, firstLineEnd: end - start)], source, line: line)
  }

  /// Tells what is wrong with a record: at the fault itself if that is on the record's first line,
  /// else at the quote that opened there and swallowed the lines up to the fault.
  private func finding(
    _ problem: Problem, in rest: UnsafeBufferPointer<UInt8>, firstLineEnd: Int
  ) -> Finding {
    let scanner = RecordScanner(delimiter: file.delimiter)
    let firstLine = UnsafeBufferPointer(rebasing: rest[..<firstLineEnd])
    var fieldStart = 0
    let outcome = scanner.scan(firstLine, from: 0, isFinal: true) { fieldStart = $0 }
    var (at, isAfterQuote) = (fieldStart, false)
    if case .malformed(let offset, let quote) = outcome {
      (at, isAfterQuote) = (offset, quote != nil)
    }
    let end = firstLine[at...].firstIndex(of: file.delimiter) ?? firstLineEnd
    let column = SourceLine.column(of: at, in: rest, lineStart: 0)
    let place = file.place.at(line: line, column: column)
    func text(from offset: Int) -> String { String(decoding: rest[offset..<end], as: UTF8.self) }
    var finding: Finding
    switch (outcome, problem) {
    case (.malformed, _) where isAfterQuote:
      finding = CSVFault.textAfterQuote(place, value: text(from: at))
    case (.malformed, _): finding = CSVFault.strayQuote(place, value: text(from: fieldStart))
    case (.complete, _):
      return CSVFault.rowTooLong(file.place.at(line: line), limit: file.recordLimit)
    case (_, .malformed(let fault)):
      let faultLine = SourceLine.of(fault, in: rest, firstLine: line).line
      finding = CSVFault.openQuote(place, until: faultLine)
    case (_, .open(let limit?)): finding = CSVFault.openQuote(place, limit: limit)
    case (_, .open): finding = CSVFault.openQuote(place)
    }
    finding.excerpt = SourceLine.excerpt(
      firstLine, from: 0, column: column, showing: fieldStart..<end, delimiter: file.delimiter)
    return finding
  }
}
