internal import Amounts
internal import CSVReading
public import Findings

extension PriceIndex {
  /// Reads an index from a table with the columns `reference_period`, `index` and, if it has one, `vintage`.
  ///
  /// A period is a month, "2021-05", or in a yearly index a year.
  ///
  /// - Complexity: O(size of the file).
  public init(path: String, name: String, frequency: IndexFrequency) throws(InputFailure) {
    var observations: [Observation] = []
    try ReferenceTable.read(
      path, columns: ["reference_period", "index"], optional: ["vintage"]
    ) { (record, columns, optional) throws(InputFailure) in
      let written = record.text(columns[0])
      guard let month = YearMonth(iso: frequency == .year ? "\(written)-12" : written) else {
        throw ReferenceTable.badCell(
          record, columns[0], expected: frequency == .year ? "a year" : "a month like 2021-05")
      }
      guard let level = Double(record.text(columns[1])), level > 0, level.isFinite else {
        throw ReferenceTable.badCell(record, columns[1], expected: "a positive number")
      }
      observations.append(
        Observation(
          period: frequency.period(holding: month), level: level,
          vintage: optional[0].map { record.text($0) }))
    }
    self.init(name: name, frequency: frequency, observations: observations)
  }
}
