public import Findings

extension CSVFile {
  /// Calls a function with each row, in order, and returns what became of all rows.
  ///
  /// A row with a problem is rejected with its place and reason, and reading goes on with the next
  /// line. The memory used does not depend on the size of the file.
  ///
  /// - Throws: What the function throws; `.inputOutput` when reading breaks off; `.badData` for the
  ///   first rejected row of a strict reading, for damaged gzip data and for a line without end.
  ///   Standard input can be read only once (`.usage`).
  @discardableResult
  public func records(
    _ body: (inout CSVRecord) throws(InputFailure) -> Void
  ) throws(InputFailure) -> CSVTally {
    let context = context
    let reader = BlockReader(
      try openRows(), delimiter: delimiter, recordLimit: options.recordLimit, firstLine: dataLine,
      name: name)
    let parser = BlockParser(context)
    let buffer = BlockBuffer(capacity: 2 * BlockReader.blockSize)
    var tally = CSVTally()
    while let block = try reader.next(into: buffer) {
      tally.append(try parser.parse(block, in: buffer, body))
      if options.isStrict, tally.rejected > 0 { throw InputFailure(.badData, tally.findings) }
    }
    return finished(tally)
  }

  /// Puts the header above the rejected rows.
  func finished(_ tally: CSVTally) -> CSVTally {
    guard !tally.rejects.isEmpty else { return tally }
    var complete = tally
    let names = ["rejected_line", "rejected_reason"] + header
    complete.rejects =
      Array(CSVWriter(delimiter: dialect.delimiter).record(names).utf8) + tally.rejects
    return complete
  }
}
