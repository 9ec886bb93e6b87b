/// Numbers that lie together group by group.
public struct GroupedNumbers: Sendable {
  /// The numbers of all groups, one group after the other.
  ///
  /// In a group they are in the order of the rows, until `mapGroups` reorders them.
  public private(set) var values: [Double]
  /// Where each group starts in `values`, and the end.
  public let starts: [Int]

  init(values: [Double], starts: [Int]) {
    self.values = values
    self.starts = starts
  }

  /// The number of groups.
  public var count: Int { starts.count - 1 }

  /// The numbers of a group.
  public subscript(group: Int) -> ArraySlice<Double> { values[starts[group]..<starts[group + 1]] }

  /// Calls a function with the numbers of each group, which it may reorder in place, as selection and
  /// sorting do, and returns its results in the order of the groups.
  ///
  /// No number is copied. The groups are handed out to the threads one by one.
  public mutating func mapGroups<Result: Sendable>(
    threads: Int = 1,
    _ body: @Sendable (_ group: Int, _ numbers: inout UnsafeMutableBufferPointer<Double>) -> Result
  ) -> [Result] {
    let starts = starts
    let count = count
    return values.withUnsafeMutableBufferPointer { numbers in
      // Each group has its own part of the buffer, so the threads share nothing that changes.
      nonisolated(unsafe) let numbers = numbers
      return ParallelSteps.map(count, threads: threads) { group in
        var part = UnsafeMutableBufferPointer(rebasing: numbers[starts[group]..<starts[group + 1]])
        return body(group, &part)
      }
    }
  }
}
