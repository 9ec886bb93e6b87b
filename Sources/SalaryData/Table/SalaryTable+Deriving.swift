extension SalaryTable {
  /// Adds a column of numbers made from the row number.
  ///
  /// - Complexity: O(rows).
  public mutating func derive(_ name: String, numbers: (Int) -> Double) {
    self[name] = .numbers(PackedColumn(rows: rowCount, numbers))
  }

  /// Adds a column of categories made from the values of another one, and lists the values that the
  /// function has no answer for.
  ///
  /// - Complexity: O(rows), and one call for each distinct value.
  @discardableResult
  public mutating func derive(
    _ name: String, from column: CategoryColumn,
    unmatched policy: CategoryColumn.Unmatched = .missing, _ meaning: (String) -> String?
  ) -> Classification {
    let classification = column.classified(unmatched: policy, meaning)
    self[name] = .categories(classification.column)
    return classification
  }
}
