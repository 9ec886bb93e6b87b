/// The rows of a table by the values of one or several of its columns.
public struct RowGroups: Sendable {
  /// The columns that were grouped by.
  public let columns: [String]
  /// The values of each group, one for each column; a missing value is empty text.
  public let keys: [[String]]
  /// For each row the position of its group in `keys`.
  public let groupOfRow: [UInt32]
  /// The number of rows of each group.
  public let rowCounts: [Int]

  /// The number of groups.
  public var count: Int { keys.count }

  /// Returns the numbers of a column group by group; missing ones are left out.
  ///
  /// - Complexity: O(rows).
  public func values(of numbers: [Double]) -> GroupedNumbers {
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
}

/// Numbers that lie together group by group.
public struct GroupedNumbers: Sendable {
  /// The numbers of all groups, one group after the other; in a group in the order of the rows.
  public private(set) var values: [Double]
  /// Where each group starts in `values`, and the end.
  public let starts: [Int]

  init(values: [Double], starts: [Int]) {
    self.values = values
    self.starts = starts
  }

  /// The number of groups.
  public var count: Int { starts.count - 1 }

  /// Returns where the numbers of a group are.
  public func range(of group: Int) -> Range<Int> { starts[group]..<starts[group + 1] }

  /// The numbers of a group.
  public subscript(group: Int) -> ArraySlice<Double> { values[range(of: group)] }

  /// Calls a function with each group's numbers in place, which it may reorder, as selection and
  /// sorting do.
  public mutating func withEachGroup(
    _ body: (_ group: Int, _ numbers: inout UnsafeMutableBufferPointer<Double>) -> Void
  ) {
    let starts = starts
    values.withUnsafeMutableBufferPointer { buffer in
      for group in 0..<(starts.count - 1) {
        var part = UnsafeMutableBufferPointer(
          rebasing: buffer[starts[group]..<starts[group + 1]])
        body(group, &part)
      }
    }
  }
}
