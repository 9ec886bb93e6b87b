public import Findings

extension CSVFile {
  /// Calls a function with each row, in order, and returns what became of all rows.
  ///
  /// A row with a problem is rejected with its place and reason, and reading goes on with the next
  /// line. The memory used does not depend on the size of the file.
  ///
  /// - Throws: What the function throws; `.inputOutput` when reading breaks off; `.badData` for the
  ///   first rejected row of a strict reading, for damaged gzip data, for a line without end, and for
  ///   another number of rows than is expected.
  ///   Standard input can be read only once (`.usage`).
  @discardableResult
  public func records(
    _ body: (inout CSVRecord) throws(InputFailure) -> Void
  ) throws(InputFailure) -> CSVTally {
    let reader = try blockReader()
    let parser = BlockParser(context)
    let buffer = BlockBuffer(capacity: blockSize + blockSize / 8)
    var tally = CSVTally()
    while let block = try reader.next(into: buffer) {
      tally.append(try parser.parse(block, in: buffer, body))
      if isStrict, tally.rejected > 0 { break }
    }
    return try finished(tally)
  }

  func blockReader() throws(InputFailure) -> BlockReader {
    BlockReader(
      try openRows(), delimiter: delimiter, recordLimit: options.recordLimit, firstLine: dataLine,
      name: name, blockSize: blockSize, lineLimit: lineLimit,
      needsLastLineEnd: options.expectedRows != nil)
  }

  @usableFromInline
  var isStrict: Bool { options.isStrict }

  /// Completes the tally of a whole reading, or fails if a strict one met a bad row.
  @usableFromInline
  func finished(_ tally: CSVTally) throws(InputFailure) -> CSVTally {
    if isStrict, tally.rejected > 0 { throw InputFailure(.badData, tally.findings) }
    if let expected = options.expectedRows, tally.rows != expected {
      throw CSVFault.otherRowCount(place, expected: expected, read: tally.rows)
    }
    var complete = tally
    if let first = tally.foreignLines.first {
      complete.findings.add(
        CSVFault.mixedEncoding(place, first, of: tally.foreignLines))
    }
    if !tally.rejects.isEmpty {
      let names = ["rejected_line", "rejected_reason"] + header
      let row = CSVWriter(delimiter: dialect.delimiter).record(names)
      complete.rejects = Array(row.utf8) + tally.rejects
    }
    return complete
  }
}
