public import Findings

extension SalaryTable {
  /// Returns the rows for which a function says yes, in their order.
  ///
  /// - Complexity: O(rows × columns).
  public func filtered(_ isIncluded: (Int) -> Bool) -> SalaryTable {
    // Most tables lose no row, and then nothing is listed or copied.
    guard let first = (0..<rowCount).first(where: { !isIncluded($0) }) else { return self }
    var kept = Array(0..<UInt32(first))
    for row in first + 1..<rowCount where isIncluded(row) { kept.append(UInt32(row)) }
    return rows(kept)
  }

  /// Returns the rows that fit every condition; without conditions the table itself.
  ///
  /// - Throws: `.usage` for a condition on a column that the table does not have.
  /// - Complexity: O(rows × columns).
  public func filtered(_ conditions: [RowCondition]) throws(InputFailure) -> SalaryTable {
    var tests: [(Int) -> Bool] = []
    for condition in conditions { tests.append(try condition.test(in: self)) }
    return tests.isEmpty ? self : filtered { row in tests.allSatisfy { $0(row) } }
  }

  /// Returns the rows at the given positions.
  func rows(_ positions: [UInt32]) -> SalaryTable {
    if positions.count == rowCount { return self }
    var table = SalaryTable(rowCount: positions.count)
    for name in names {
      table[name] =
        switch self[name] {
        case .numbers(let numbers):
          .numbers(PackedColumn(rows: positions.count) { numbers[Int(positions[$0])] })
        case .categories(let categories): .categories(categories.gather(positions))
        case nil: nil
        }
    }
    return table
  }
}
