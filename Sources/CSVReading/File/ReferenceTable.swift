package import Findings

/// Reading a small table of reference data, in which every row has to be right.
package enum ReferenceTable {
  /// Calls a function with each row and the positions of the columns asked for, in their order.
  ///
  /// An optional column that the table lacks has the position nil.
  package static func read(
    _ path: String, columns: [String], optional: [String] = [],
    _ body: (borrowing CSVRecord, [Int], [Int?]) throws(InputFailure) -> Void
  ) throws(InputFailure) {
    let file = try CSVFile(path: path, options: options)
    try read(file, columns: columns, optional: optional, body)
  }

  /// How such a table is opened: nothing above the header, and no row may be wrong.
  package static let options: CSVOptions = CSVOptions(header: .line(1), isStrict: true)

  /// Calls a function with each row of an open table.
  package static func read(
    _ file: CSVFile, columns: [String], optional: [String] = [],
    _ body: (borrowing CSVRecord, [Int], [Int?]) throws(InputFailure) -> Void
  ) throws(InputFailure) {
    var positions: [Int] = []
    for column in columns {
      guard let position = file.header.firstIndex(of: column) else {
        throw InputFailure(
          .badData,
          Finding(
            "dataset.missing-column", at: file.place.at(line: 1),
            "the table has no column \"\(column)\"",
            remedy: NearMiss.remedy(for: column, among: file.header)))
      }
      positions.append(position)
    }
    let optionalPositions = optional.map { file.header.firstIndex(of: $0) }
    try file.records { (record) throws(InputFailure) in
      try body(record, positions, optionalPositions)
    }
  }

  /// The failure for a cell that does not hold what its column is for.
  package static func badCell(
    _ record: borrowing CSVRecord, _ field: Int, expected: Inline
  ) -> InputFailure {
    InputFailure(
      .badData,
      record.finding(
        "dataset.bad-cell", field: field, "\"\(record.text(field))\" is not \(expected)"))
  }
}
