internal import Findings

/// What is done about bytes that are not UTF-8.
enum InvalidUTF8Policy {
  /// Nothing: the decoder lets none through.
  case impossible
  /// The line is read as windows-1252 and counted.
  case windows1252
  /// The row is rejected.
  case reject
}

/// What the threads share about a file while they read it.
final class FileContext: Sendable {
  let name: String
  let header: [String]
  let delimiter: UInt8
  let recordLimit: Int
  let isStrict: Bool
  let keepsRejects: Bool
  let invalidUTF8: InvalidUTF8Policy
  let readsAllByLibCSV: Bool

  init(_ file: CSVFile) {
    name = file.name
    header = file.header
    delimiter = file.delimiter
    recordLimit = file.options.recordLimit
    isStrict = file.options.isStrict
    keepsRejects = file.options.keepsRejects
    readsAllByLibCSV = file.readsAllByLibCSV
    invalidUTF8 =
      if file.dialect.encoding != .utf8 { .impossible } else {
        file.options.encoding == .utf8 ? .reject : .windows1252
      }
  }
}

/// The state of reading one block: where it is, and what became of the rows so far.
struct Run {
  /// Why a record is none.
  enum Problem {
    /// A byte, counted from the start of the record, may not stand there.
    case malformed(at: Int)
    /// A quote is open where the file ends, or when the limit is reached.
    case open(limit: Int?)
  }

  let file: FileContext
  let bytes: UnsafeBufferPointer<UInt8>
  let block: Block
  var line: Int
  var tally = CSVTally()
  var isStopped = false
  /// Whether rows must be checked for bytes that are not UTF-8.
  var checksUTF8 = false
  /// Where to go on after a record that libcsv read line by line: the offset and the mark.
  var next = (start: 0, mark: 0)

  init(file: FileContext, bytes: UnsafeBufferPointer<UInt8>, block: Block) {
    self.file = file
    self.bytes = bytes
    self.block = block
    line = block.firstLine
  }

  /// Hands a record over if it has as many fields as the header, and takes note of what became of it.
  @inline(__always)
  mutating func deliver(
    _ record: inout CSVRecord, count: Int, isEmpty: Bool,
    _ body: (inout CSVRecord) throws(InputFailure) -> Void
  ) throws(InputFailure) {
    tally.rows &+= 1
    if checksUTF8, !UTF8Repair.isValid(record.source) {
      let place = Place(file: file.name, line: record.line)
      reject([CSVFault.notUTF8(place)], record.source, line: record.line)
      return
    }
    if count == record.count && !isEmpty
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
    let place = Place(file: file.name, line: line, column: column)
    func text(from offset: Int) -> String { String(decoding: rest[offset..<end], as: UTF8.self) }
    var finding: Finding
    switch (outcome, problem) {
    case (.malformed, _) where isAfterQuote:
      finding = CSVFault.textAfterQuote(place, value: text(from: at))
    case (.malformed, _): finding = CSVFault.strayQuote(place, value: text(from: fieldStart))
    case (.complete, _):
      return CSVFault.rowTooLong(Place(file: file.name, line: line), limit: file.recordLimit)
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
