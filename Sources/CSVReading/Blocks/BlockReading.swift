internal import Findings

/// The state of reading one block: where it is, and what became of the rows so far.
struct BlockReading {
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
    if checksUTF8, let fault = UTF8Repair.firstFault(in: record.source) {
      let (line, start) = SourceLine.of(fault, in: record.source, firstLine: record.line)
      let column = SourceLine.column(of: fault, in: record.source, lineStart: start)
      let place = file.place.at(line: line, column: column)
      reject([CSVFault.notUTF8(place)], record.source, line: record.line)
      return
    }
    if !isEmpty, count == record.count || hasOnlyEmptySurplus(record, count: count) {
      try body(&record)
      if record.verdict != nil { settle(&record) }
    } else {
      refuse(record, count: count, isEmpty: isEmpty)
    }
  }

  /// Whether a record is only longer by empty fields: delimiters at the end of a row mean nothing.
  private func hasOnlyEmptySurplus(_ record: borrowing CSVRecord, count: Int) -> Bool {
    guard count > record.count else { return false }
    return Int(record.ends[count - 1] - record.ends[record.count - 1]) == count - record.count
  }

  private mutating func refuse(_ record: borrowing CSVRecord, count: Int, isEmpty: Bool) {
    if isEmpty || record.source.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == file.delimiter }) {
      setAside(CSVTally.emptyRow, line: record.line)
      return
    }
    if file.setsRemarksAside, count < record.count, isRemark(record, count: count) {
      setAside(CSVTally.remark, line: record.line)
      return
    }
    if count > record.count {
      let extra = record.finding("csv.too-many-fields", field: record.count, "")
      let bytes = UnsafeBufferPointer(
        start: record.fields + Int(record.ends[record.count - 1]) + 1,
        count: Int(record.ends[record.count] - record.ends[record.count - 1]) - 1)
      var finding = CSVFault.tooManyFields(
        extra.place ?? file.place, count: count, header: file.header,
        value: String(decoding: bytes, as: UTF8.self))
      finding.excerpt = extra.excerpt
      reject([finding], record.source, line: record.line)
    } else {
      let end = SourceLine.of(record.source.count, in: record.source, firstLine: record.line)
      let column = SourceLine.column(
        of: record.source.count, in: record.source, lineStart: end.start)
      var finding = CSVFault.tooFewFields(
        file.place.at(line: end.line, column: column), count: count, header: file.header)
      finding.excerpt = SourceLine.excerpt(
        record.source, from: end.start, column: column, showing: 0..<0, delimiter: file.delimiter)
      reject([finding], record.source, line: record.line)
    }
  }

  /// Whether the one field of a short row that is not empty is a line about the export.
  private func isRemark(_ record: borrowing CSVRecord, count: Int) -> Bool {
    var text: String?
    for field in 0..<count {
      let start = Int(record.ends[field - 1]) + 1
      let bytes = UnsafeBufferPointer(
        start: record.fields + start, count: Int(record.ends[field]) - start)
      if bytes.isEmpty { continue }
      guard text == nil else { return false }
      text = String(decoding: bytes, as: UTF8.self)
    }
    return text.map { RemarkLine.matches($0) } ?? false
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
    if let rule = verdict.rule { setAside(rule, line: record.line) }
  }

  private mutating func setAside(_ rule: String, line: Int) {
    tally.setAside[rule, default: 0] += 1
    if file.keepsFates { tally.fates.append(.init(line: line, rule: rule, reasons: [])) }
  }

  /// Rejects a row, and keeps it as it was written if that was asked for.
  mutating func reject(
    _ findings: [Finding], _ source: UnsafeBufferPointer<UInt8>, line: Int
  ) {
    tally.rejected += 1
    for finding in findings { tally.findings.add(finding) }
    if file.isStrict { isStopped = true }
    if file.keepsFates {
      tally.fates.append(.init(line: line, rule: nil, reasons: findings.map(\.message)))
    }
    guard file.keepsRejects else { return }
    let separator = Character(Unicode.Scalar(file.delimiter))
    let reason = findings.map(\.message.plainText).joined(separator: "; ")
    let lead = CSVWriter(delimiter: separator).record([String(line), reason]).dropLast()
    tally.rejects += lead.utf8
    tally.rejects.append(file.delimiter)
    tally.rejects += source
    tally.rejects.append(Byte.lineFeed)
  }
}
