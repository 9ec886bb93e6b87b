internal import Findings

/// What the threads share about a file while they read it.
final class FileContext: Sendable {
  let name: String
  let header: [String]
  let delimiter: UInt8
  let recordLimit: Int
  let isStrict: Bool
  let keepsRejects: Bool

  init(
    name: String, header: [String], delimiter: UInt8, recordLimit: Int, isStrict: Bool,
    keepsRejects: Bool
  ) {
    self.name = name
    self.header = header
    self.delimiter = delimiter
    self.recordLimit = recordLimit
    self.isStrict = isStrict
    self.keepsRejects = keepsRejects
  }
}

/// The state of reading one block: where it is, and what became of the rows so far.
struct Run {
  /// Why a record is none.
  enum Problem {
    case malformed(at: Int)
    case open(limit: Int?)
  }

  let file: FileContext
  let bytes: UnsafeBufferPointer<UInt8>
  var line: Int
  var tally = CSVTally()
  var isStopped = false
  /// Where to go on after a record that libcsv read.
  var next = 0

  init(file: FileContext, bytes: UnsafeBufferPointer<UInt8>, line: Int) {
    self.file = file
    self.bytes = bytes
    self.line = line
  }

  /// Hands a record over if it has as many fields as the header, and takes note of what became of it.
  @inline(__always)
  mutating func deliver(
    _ record: inout CSVRecord, count: Int, isEmpty: Bool,
    _ body: (inout CSVRecord) throws(InputFailure) -> Void
  ) throws(InputFailure) {
    tally.rows &+= 1
    if count == record.count && !(isEmpty && count > 1)
      || count != record.count && accepts(record, count: count, isEmpty: isEmpty)
    {
      try body(&record)
      if record.verdict != nil { settle(&record) }
    } else {
      refuse(record, count: count, isEmpty: isEmpty)
    }
  }

  /// Whether a record of another length still fits: delimiters at the end of a row mean nothing.
  private func accepts(_ record: borrowing CSVRecord, count: Int, isEmpty: Bool) -> Bool {
    guard !isEmpty, count > record.count else { return false }
    return Int(record.ends[count - 1]) - Int(record.ends[record.count - 1]) == count - record.count
  }

  private mutating func refuse(_ record: borrowing CSVRecord, count: Int, isEmpty: Bool) {
    if isEmpty {
      tally.setAside["empty row", default: 0] += 1
      return
    }
    if count > record.count {
      let extra = record.finding("csv.too-many-fields", field: record.count, "")
      let bytes = UnsafeBufferPointer(
        start: record.fields + Int(record.ends[record.count - 1]) + 1,
        count: Int(record.ends[record.count] - record.ends[record.count - 1]) - 1)
      var finding = CSVFault.tooManyFields(
        extra.place, count: count, header: file.header,
        value: String(decoding: bytes, as: UTF8.self))
      finding.excerpt = extra.excerpt
      reject([finding], record.source, line: record.line)
    } else {
      let end = SourceLine.of(record.source.count, in: record.source, firstLine: record.line)
      let column = SourceLine.column(
        of: record.source.count, in: record.source, lineStart: end.start)
      var finding = CSVFault.tooFewFields(
        Place(file: file.name, line: end.line, column: column), count: count, header: file.header)
      finding.excerpt = SourceLine.excerpt(
        record.source, from: end.start, column: column, showing: 0..<0, delimiter: file.delimiter)
      reject([finding], record.source, line: record.line)
    }
  }

  /// Carries out what the caller decided about a record.
  private mutating func settle(_ record: inout CSVRecord) {
    guard let verdict = record.verdict else { return }
    record.verdict = nil
    if verdict.isRejected {
      reject(verdict.findings, record.source, line: record.line)
      return
    }
    for finding in verdict.findings { tally.findings.add(finding) }
    if let rule = verdict.rule { tally.setAside[rule, default: 0] += 1 }
  }

  private mutating func reject(
    _ findings: [Finding], _ source: UnsafeBufferPointer<UInt8>, line: Int
  ) {
    tally.rejected += 1
    for finding in findings { tally.findings.add(finding) }
    if file.isStrict { isStopped = true }
    guard file.keepsRejects else { return }
    let separator = Character(Unicode.Scalar(file.delimiter))
    let reason = findings.map(\.message).joined(separator: "; ")
    let lead = CSVWriter(delimiter: separator).record([String(line), reason]).dropLast()
    tally.rejects += lead.utf8
    tally.rejects.append(file.delimiter)
    tally.rejects += source
    tally.rejects.append(Byte.lineFeed)
  }

  /// Rejects the first line of a record that libcsv could not read.
  mutating func reject(_ problem: Problem, from start: Int, to end: Int) {
    tally.rows += 1
    let source = UnsafeBufferPointer(rebasing: bytes[start..<end])
    let rest = UnsafeBufferPointer(rebasing: bytes[start...])
    reject([finding(problem, in: rest, from: start, firstLineEnd: end - start)], source, line: line)
  }

  private func finding(
    _ problem: Problem, in rest: UnsafeBufferPointer<UInt8>, from start: Int, firstLineEnd: Int
  ) -> Finding {
    var fieldStart = 0
    let outcome = RecordScanner(delimiter: file.delimiter).scan(rest, from: 0, isFinal: true) {
      fieldStart = $0
    }
    var at = fieldStart
    var quote: Int?
    switch outcome {
    case .malformed(let offset, let opened): (at, quote) = (offset, opened)
    case .unfinished(let opened): quote = opened
    case .complete: break
    }
    let end =
      rest[max(at, fieldStart)...].firstIndex {
        $0 == file.delimiter || $0 == Byte.lineFeed || $0 == Byte.carriageReturn
      } ?? rest.count
    func text(from offset: Int) -> String { String(decoding: rest[offset..<end], as: UTF8.self) }
    let isOpen = if case .open = problem { true } else { at > firstLineEnd }
    let anchor = isOpen ? quote ?? fieldStart : at
    let found = SourceLine.of(anchor, in: rest, firstLine: line)
    let column = SourceLine.column(of: anchor, in: rest, lineStart: found.start)
    let place = Place(file: file.name, line: found.line, column: column)
    var finding: Finding
    switch problem {
    case .open(let limit): finding = CSVFault.openQuote(place, until: nil, limit: limit)
    case .malformed where isOpen:
      let until = SourceLine.of(at, in: rest, firstLine: line).line
      finding = CSVFault.openQuote(place, until: until, limit: nil)
    case .malformed where quote != nil:
      finding = CSVFault.textAfterQuote(place, value: text(from: at))
    case .malformed: finding = CSVFault.strayQuote(place, value: text(from: fieldStart))
    }
    finding.excerpt = SourceLine.excerpt(
      rest, from: found.start, column: column, showing: fieldStart..<end, delimiter: file.delimiter)
    return finding
  }
}
