extension SalaryTable {
  /// Returns this table with the rows of another one below its own.
  ///
  /// A column that only one of them has is missing in the rows of the other; of two columns of one
  /// name the kind of this table's counts, and numbers become text where it holds categories.
  ///
  /// - Complexity: O(rows × columns).
  public func appending(_ other: SalaryTable) -> SalaryTable {
    var result = SalaryTable(rowCount: rowCount + other.rowCount)
    for name in names + other.names where result[name] == nil {
      switch self[name] ?? other[name] {
      case .numbers?:
        func numbers(of table: SalaryTable) -> [Double] {
          table.numbers(name) ?? [Double](repeating: .nan, count: table.rowCount)
        }
        result[name] = .numbers(numbers(of: self) + numbers(of: other))
      case .categories?:
        result[name] = .categories(
          CategoryColumn(labels(of: name) + other.labels(of: name)))
      case nil: break
      }
    }
    return result
  }

  /// The values of a column as text, empty where missing.
  private func labels(of name: String) -> [String] {
    switch self[name] {
    case .categories(let column)?: column.codes.map { column.labels[Int($0)] }
    case .numbers(let numbers)?: numbers.map { $0.isNaN ? "" : "\($0)" }
    case nil: [String](repeating: "", count: rowCount)
    }
  }
}
