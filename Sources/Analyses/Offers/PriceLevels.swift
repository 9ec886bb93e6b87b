internal import Amounts
internal import CSVReading
public import Findings

/// Price levels by location, from a table of one's own; 1 is the average.
public struct PriceLevels: Hashable, Sendable {
  /// The level of each location.
  public let levels: [String: Double]

  /// Reads a table with the columns `location` and `index`; an index of 100 is the average.
  ///
  /// - Throws: `.noInput` when it cannot be opened, `.badData` for a row that is not right.
  /// - Complexity: O(size of the file).
  public init(path: String) throws(InputFailure) {
    var levels: [String: Double] = [:]
    try ReferenceTable.read(
      path, columns: ["location", "index"]
    ) { (record, columns, _) throws(InputFailure) in
      let location = record.text(columns[0])
      guard levels[location] == nil else {
        throw ReferenceTable.badCell(record, columns[0], expected: "a location of its own")
      }
      guard let index = Ratio(decimal: record.text(columns[1])), index > 0, index <= 1000 else {
        throw ReferenceTable.badCell(
          record, columns[1], expected: "an index from 0 to 1000, such as 112.4")
      }
      levels[location] = index.doubleValue / 100
    }
    self.levels = levels
  }
}
