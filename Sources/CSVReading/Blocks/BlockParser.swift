internal import Findings

/// Makes records of blocks; each thread has its own.
///
/// Fields without quotes are split by the field index, as long as the quotes on their line are sound.
/// libcsv reads all others: the run of fields from a line's first quote to its last, and where that
/// is no whole record, the record line by line, so that an error is known to the line and reading
/// can go on with the next.
final class BlockParser {
  private let file: FileContext
  private let libcsv: LibCSV
  private let index = FieldIndex()

  init(_ file: FileContext) {
    self.file = file
    libcsv = LibCSV(delimiter: file.delimiter)
  }

  /// Calls the body with each good record of a block and returns what became of its rows.
  ///
  /// In a strict reading it stops after the first rejected row.
  func parse(
    _ block: Block, in buffer: BlockBuffer,
    _ body: (inout CSVRecord) throws(InputFailure) -> Void
  ) throws(InputFailure) -> CSVTally {
    var block = block
    if block.isLast, let last = buffer.contents.last, last != Byte.lineFeed,
      last != Byte.carriageReturn
    {
      buffer.append([Byte.lineFeed])
      block.end += 1
    }
    index.build(buffer.contents, delimiter: file.delimiter)
    let foreignLines = repairUTF8(&block, buffer)
    let bytes = buffer.contents
    var state = BlockReading(file: file, bytes: bytes, block: block)
    state.tally.foreignLines = foreignLines
    state.checksUTF8 =
      !index.isASCII && file.invalidUTF8 == .reject && !UTF8Repair.isValid(bytes)
    let (offsets, marks) = (index.offsets, index.marks)
    var record = CSVRecord(
      count: file.header.count, place: file.place, delimiter: file.delimiter,
      fields: UnsafePointer(buffer.bytes), ends: UnsafePointer(offsets))
    // The entry at which the record's fields begin, the mark that ends it, and its first byte.
    var (entry, mark, start) = (0, 0, 0)
    while start < block.end, !state.isStopped {
      let endEntry = Int(marks[mark])
      let end = Int(offsets[endEntry])
      if bytes[end] == Byte.quote || file.readsAllByLibCSV && end > start {
        if let line = splitQuotedLine(from: start, entry: entry, mark: mark, bytes) {
          record.take(libcsv, line: state.line, source: bytes[start..<line.textEnd])
          try state.deliver(&record, count: libcsv.count, isEmpty: false, body)
          state.line += 1
          (start, mark) = (line.next, line.nextMark)
        } else {
          try parseLines(from: start, mark: mark, &state, &record, body)
          (start, mark) = (state.next.start, state.next.mark)
        }
        entry = Int(marks[mark - 1]) + 1
        record.fields = UnsafePointer(buffer.bytes)
        continue
      }
      let isPair =
        bytes[end] == Byte.carriageReturn && end + 1 < bytes.count
        && bytes[end + 1] == Byte.lineFeed
      let next = end + (isPair ? 2 : 1)
      if next - start > file.recordLimit {
        state.reject(.open(limit: file.recordLimit), from: start, to: end)
      } else if end > start {
        record.line = state.line
        record.ends = UnsafePointer(offsets + entry)
        record.source = UnsafeBufferPointer(rebasing: bytes[start..<end])
        let count = endEntry - entry + 1
        // Nothing but delimiters: an empty row.
        try state.deliver(&record, count: count, isEmpty: end - start == count - 1, body)
      }
      state.line += 1
      mark += next - end
      entry = endEntry + next - end
      start = next
    }
    return state.tally
  }

  /// Rewrites bytes that are not UTF-8, and returns where they are.
  private func repairUTF8(_ block: inout Block, _ buffer: BlockBuffer) -> ForeignLines {
    let records = UnsafeBufferPointer(rebasing: buffer.contents[..<block.end])
    guard !index.isASCII, file.invalidUTF8 == .windows1252, !UTF8Repair.isValid(records)
    else { return ForeignLines() }
    let (bytes, foreign) = UTF8Repair.repaired(records, firstLine: block.firstLine)
    let rest = Array(buffer.contents[block.end...])
    block.end = bytes.count
    buffer.count = 0
    buffer.append(bytes + rest)
    index.build(buffer.contents, delimiter: file.delimiter)
    return foreign
  }

  /// The end of a line: of its text, where the next line starts, and the mark after the line end.
  private struct LineEnd {
    var textEnd: Int
    var next: Int
    var nextMark: Int
  }

  /// Returns the first line end from a mark on, or nil if none is left.
  private func lineEnd(from mark: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> LineEnd? {
    var mark = mark
    while mark < index.markCount {
      let offset = Int(index.offsets[Int(index.marks[mark])])
      mark += 1
      if bytes[offset] == Byte.quote { continue }
      if bytes[offset] == Byte.carriageReturn, offset + 1 < bytes.count,
        bytes[offset + 1] == Byte.lineFeed
      {
        return LineEnd(textEnd: offset, next: offset + 2, nextMark: mark + 1)
      }
      return LineEnd(textEnd: offset, next: offset + 1, nextMark: mark)
    }
    return nil
  }

  /// Reads a line on which all quotes are sound into `libcsv`; returns nil for any other.
  ///
  /// libcsv gets what lies between the first quote and the last as a record of its own; the fields
  /// before and after it hold no quote and are taken as they are.
  private func splitQuotedLine(
    from start: Int, entry: Int, mark: Int, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> LineEnd? {
    guard !file.readsAllByLibCSV, let line = lineEnd(from: mark, bytes),
      line.next - start <= file.recordLimit
    else { return nil }
    let lastMark = line.nextMark - (line.next - line.textEnd) - 1
    let (firstEntry, lastEntry) = (Int(index.marks[mark]), Int(index.marks[lastMark]))
    let (first, last) = (Int(index.offsets[firstEntry]), Int(index.offsets[lastEntry]))
    guard first == start || bytes[first - 1] == file.delimiter,
      last + 1 == line.textEnd || bytes[last + 1] == file.delimiter
    else { return nil }
    libcsv.beginRecord()
    libcsv.append(
      UnsafeBufferPointer(rebasing: bytes[start..<first]), from: start,
      ends: index.offsets + entry, count: firstEntry - entry)
    guard libcsv.feedRecord(UnsafeBufferPointer(rebasing: bytes[first...last])) else { return nil }
    if last + 1 < line.textEnd {
      libcsv.append(
        UnsafeBufferPointer(rebasing: bytes[(last + 2)...line.textEnd]), from: last + 2,
        ends: index.offsets + lastEntry + 2, count: Int(index.marks[lastMark + 1]) - lastEntry - 1)
    }
    return line
  }

  /// Has libcsv read one record line by line, and leaves `state` at what follows.
  private func parseLines(
    from start: Int, mark: Int, _ state: inout BlockReading, _ record: inout CSVRecord,
    _ body: (inout CSVRecord) throws(InputFailure) -> Void
  ) throws(InputFailure) {
    let bytes = state.bytes
    // After the last line end comes part of a line, which may hold the evidence of an error.
    let rest = LineEnd(textEnd: bytes.count, next: bytes.count, nextMark: index.markCount)
    let first = lineEnd(from: mark, bytes) ?? rest
    var line = first
    var (lineStart, lines) = (start, 1)
    var problem: BlockReading.Problem?
    libcsv.beginRecord()
    while problem == nil {
      let isWhole = line.textEnd < bytes.count
      let count = line.next - lineStart
      let consumed = libcsv.feed(UnsafeBufferPointer(rebasing: bytes[lineStart..<line.next]))
      if consumed < count, lineStart + consumed - start <= file.recordLimit {
        problem = .malformed(at: lineStart - start + consumed)
      } else if line.next - start > file.recordLimit || !isWhole && !state.block.isLast {
        problem = .open(limit: file.recordLimit)
      } else if !isWhole {
        problem = .open(limit: nil)
      } else if libcsv.isBetweenRecords {
        record.take(libcsv, line: state.line, source: bytes[start..<line.textEnd])
        try state.deliver(
          &record, count: libcsv.count, isEmpty: record.source.count == libcsv.count - 1, body)
        state.line += lines
        state.next = (line.next, line.nextMark)
        return
      } else {
        lineStart = line.next
        lines += 1
        line = lineEnd(from: line.nextMark, bytes) ?? rest
      }
    }
    libcsv.restart()
    // Only the line with the fault is lost: what an open quote swallowed is read again.
    state.reject(problem ?? .open(limit: nil), from: start, to: first.textEnd)
    state.line += 1
    state.next = (first.next, first.nextMark)
  }
}

extension CSVRecord {
  /// Takes the fields that libcsv holds.
  fileprivate mutating func take(
    _ libcsv: LibCSV, line: Int, source: Slice<UnsafeBufferPointer<UInt8>>
  ) {
    self.line = line
    fields = UnsafePointer(libcsv.text)
    ends = UnsafePointer(libcsv.ends)
    self.source = UnsafeBufferPointer(rebasing: source)
  }
}
