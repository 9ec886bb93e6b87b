/// The rows of a table by the values of one or several of its columns.
public struct RowGroups: Sendable {
  /// The columns that were grouped by.
  public let columns: [String]
  /// The values of each group, one for each column; a missing value is empty text.
  public let keys: [[String]]
  /// For each row the position of its group in `keys`.
  public let groupOfRow: PackedColumn<UInt32>
  /// The number of rows of each group.
  public let rowCounts: [Int]

  /// The number of groups.
  public var count: Int { keys.count }

  /// Returns the numbers of a column group by group; missing ones are left out.
  ///
  /// - Complexity: O(rows).
  public func values(of numbers: PackedColumn<Double>) -> GroupedNumbers {
    precondition(numbers.count == groupOfRow.count, "one number for each row of the table")
    var starts = [Int](repeating: 0, count: count + 1)
    for (row, number) in numbers.enumerated() where !number.isNaN {
      starts[Int(groupOfRow[row]) + 1] += 1
    }
    for group in 0..<count { starts[group + 1] += starts[group] }
    let total = starts[count]
    var next = starts
    let values = [Double](unsafeUninitializedCapacity: total) { buffer, initialized in
      for (row, number) in numbers.enumerated() where !number.isNaN {
        let group = Int(groupOfRow[row])
        buffer[next[group]] = number
        next[group] += 1
      }
      initialized = total
    }
    return GroupedNumbers(values: values, starts: starts)
  }

  /// Returns the rows group by group, for gathering several columns alike, such as pay and weight.
  ///
  /// - Complexity: O(rows).
  public func rowsByGroup() -> (rows: [UInt32], starts: [Int]) {
    var starts = [0]
    for count in rowCounts { starts.append(starts[starts.count - 1] + count) }
    var next = starts
    var rows = [UInt32](repeating: 0, count: groupOfRow.count)
    for (row, group) in groupOfRow.enumerated() {
      rows[next[Int(group)]] = UInt32(row)
      next[Int(group)] += 1
    }
    return (rows, starts)
  }
}
