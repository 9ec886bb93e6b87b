public import Amounts
internal import CSVReading
public import Findings

/// A month from which the figures of a published series are not strictly comparable with earlier ones.
public struct SeriesBreak: Hashable, Sendable {
  /// The first month after the break.
  public let firstPeriod: YearMonth
  /// What changed, as a clause.
  public let what: String

  /// Creates a break.
  public init(firstPeriod: YearMonth, what: String) {
    self.firstPeriod = firstPeriod
    self.what = what
  }

  /// Reads breaks from a table with the columns `first_period` and `what`.
  ///
  /// - Complexity: O(size of the file).
  public static func read(path: String) throws(InputFailure) -> [SeriesBreak] {
    var breaks: [SeriesBreak] = []
    try ReferenceTable.read(
      path, columns: ["first_period", "what"]
    ) { (record, columns, _) throws(InputFailure) in
      guard let period = YearMonth(iso: record.text(columns[0])) else {
        throw ReferenceTable.badCell(record, columns[0], expected: "a month like 2021-05")
      }
      breaks.append(SeriesBreak(firstPeriod: period, what: record.text(columns[1])))
    }
    return breaks
  }
}

extension Datasets {
  /// Returns the breaks in the series of OEWS.
  public func seriesBreaks() throws(InputFailure) -> [SeriesBreak] {
    try SeriesBreak.read(path: path(of: dataset(named: "oews-breaks", kind: .reference)))
  }
}
