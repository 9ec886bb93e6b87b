internal import Findings

/// Makes records of blocks; each thread has its own.
///
/// Records without quotes are split by the field index. libcsv reads every other record, line by
/// line, so that an error is known to the line and reading can go on with the next.
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
    var run = Run(file: file, bytes: bytes, block: block)
    run.tally.foreignLines = (foreignLines.first, foreignLines.count)
    run.checksUTF8 =
      !index.isASCII && file.invalidUTF8 == .reject && !UTF8Repair.isValid(bytes)
    let (offsets, marks, columns) = (index.offsets, index.marks, file.header.count)
    var record = CSVRecord(
      count: columns, name: file.name, delimiter: file.delimiter,
      fields: UnsafePointer(buffer.bytes), ends: UnsafePointer(offsets))
    var (entry, mark, start) = (0, 0, 0)
    while start < block.end, !run.isStopped {
      let endEntry = Int(marks[mark])
      let end = Int(offsets[endEntry])
      if bytes[end] == Byte.quote || file.readsAllByLibCSV && end > start {
        try parseQuoted(from: start, at: mark, &run, &record, body)
        start = run.next
        while mark < index.markCount, Int(offsets[Int(marks[mark])]) < start { mark += 1 }
        entry = mark > 0 ? Int(marks[mark - 1]) + 1 : 0
        record.fields = UnsafePointer(buffer.bytes)
        continue
      }
      if end > start {
        record.line = run.line
        record.ends = UnsafePointer(offsets + entry)
        record.source = UnsafeBufferPointer(rebasing: bytes[start..<end])
        let count = endEntry - entry + 1
        // Nothing but delimiters: an empty row.
        try run.deliver(&record, count: count, isEmpty: end - start == count - 1, body)
      }
      run.line += 1
      let isPair =
        bytes[end] == Byte.carriageReturn && end + 1 < bytes.count
        && bytes[end + 1] == Byte.lineFeed
      start = end + (isPair ? 2 : 1)
      mark += isPair ? 2 : 1
      entry = endEntry + (isPair ? 2 : 1)
    }
    return run.tally
  }

  /// Rewrites lines that are not UTF-8, and returns their numbers.
  private func repairUTF8(_ block: inout Block, _ buffer: BlockBuffer) -> [Int] {
    let records = UnsafeBufferPointer(rebasing: buffer.contents[..<block.end])
    guard !index.isASCII, file.invalidUTF8 == .windows1252, !UTF8Repair.isValid(records)
    else { return [] }
    let (bytes, lines) = UTF8Repair.repaired(records, firstLine: block.firstLine)
    let rest = Array(buffer.contents[block.end...])
    block.end = bytes.count
    buffer.count = 0
    buffer.append(bytes + rest)
    index.build(buffer.contents, delimiter: file.delimiter)
    return lines
  }

  /// Has libcsv read one record that holds a quote, and leaves `run` at what follows.
  private func parseQuoted(
    from start: Int, at firstMark: Int, _ run: inout Run, _ record: inout CSVRecord,
    _ body: (inout CSVRecord) throws(InputFailure) -> Void
  ) throws(InputFailure) {
    let bytes = run.bytes
    var mark = firstMark
    var lineStart = start
    var lines = 0
    var firstEnd: (text: Int, line: Int)?
    var problem: Run.Problem?
    libcsv.beginRecord()
    repeat {
      while mark < index.markCount, bytes[Int(index.offsets[Int(index.marks[mark])])] == Byte.quote
      {
        mark += 1
      }
      // After the last line end comes part of a line, which may hold the evidence of an error.
      let isWhole = mark < index.markCount
      let textEnd = isWhole ? Int(index.offsets[Int(index.marks[mark])]) : bytes.count
      let isPair =
        textEnd + 1 < bytes.count && bytes[textEnd] == Byte.carriageReturn
        && bytes[textEnd + 1] == Byte.lineFeed
      let lineEnd = textEnd + (isPair ? 2 : isWhole ? 1 : 0)
      mark += isPair ? 2 : 1
      if firstEnd == nil { firstEnd = (textEnd, lineEnd) }
      lines += 1
      let line = UnsafeBufferPointer(rebasing: bytes[lineStart..<lineEnd])
      let consumed = libcsv.feed(line)
      if consumed < line.count, lineStart + consumed - start <= file.recordLimit {
        problem = .malformed(at: lineStart - start + consumed)
      } else if lineEnd - start > file.recordLimit || !isWhole && !run.block.isLast {
        problem = .open(limit: file.recordLimit)
      } else if !isWhole {
        problem = .open(limit: nil)
      } else if libcsv.isBetweenRecords {
        record.line = run.line
        record.fields = UnsafePointer(libcsv.text)
        record.ends = UnsafePointer(libcsv.ends)
        record.source = UnsafeBufferPointer(rebasing: bytes[start..<textEnd])
        try run.deliver(
          &record, count: libcsv.count, isEmpty: textEnd - start == libcsv.count - 1, body)
        run.line += lines
        run.next = lineEnd
        return
      }
      lineStart = lineEnd
    } while problem == nil

    libcsv.restart()
    // Only the line with the fault is lost: what an open quote swallowed is read again.
    let end = firstEnd ?? (bytes.count, bytes.count)
    run.reject(problem ?? .open(limit: nil), from: start, to: end.text)
    run.line += 1
    run.next = end.line
  }
}
