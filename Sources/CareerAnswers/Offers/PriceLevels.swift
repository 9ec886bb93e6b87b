internal import Amounts
internal import CSVReading
public import Findings
public import SalaryData

/// Price levels by location, from a table of one's own; 1 is the average.
public struct PriceLevels: Sendable {
  private let levels: [String: Double]
  private let states: Vocabulary?

  /// Reads a table with the columns `state` (or `location`) and `index`; 100 is the average.
  ///
  /// With the vocabulary of the US states, "Washington" and "WA" are one location.
  ///
  /// - Throws: `.noInput` when it cannot be opened, `.badData` for a row that is not right.
  /// - Complexity: O(size of the file).
  public init(path: String, states: Vocabulary? = nil) throws(InputFailure) {
    let file = try CSVFile(path: path, options: ReferenceTable.options)
    var levels: [String: Double] = [:]
    try ReferenceTable.read(
      file, columns: [file.header.contains("location") ? "location" : "state", "index"]
    ) { (record, columns, _) throws(InputFailure) in
      let location = Self.key(record.text(columns[0]), states)
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
    self.states = states
  }

  /// Returns the level of a location; nil when the table does not have it.
  public func level(of location: String) -> Double? { levels[Self.key(location, states)] }

  private static func key(_ location: String, _ states: Vocabulary?) -> String {
    states?.entry(for: location, .whole)?.code ?? location.lowercased()
  }
}
