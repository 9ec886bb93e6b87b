public import CSVReading

extension SalaryTable {
  /// Writes the table as CSV, the header first, one record for each call of the function.
  ///
  /// A missing value is an empty field. Numbers are written with as many digits as it takes to read
  /// the same number again.
  ///
  /// - Complexity: O(rows × columns).
  public func writeCSV<Failure: Error>(
    _ writer: CSVWriter = CSVWriter(), _ write: (String) throws(Failure) -> Void
  ) throws(Failure) {
    let columns = names.compactMap { self[$0] }
    try write(writer.record(names))
    for row in 0..<rowCount {
      try write(
        writer.record(
          columns.map { column in
            switch column {
            case .numbers(let numbers):
              let number = numbers[row]
              if number.isNaN { return "" }
              return Int(exactly: number).map { String($0) } ?? "\(number)"
            case .categories(let categories): return categories[row] ?? ""
            }
          }))
    }
  }
}
