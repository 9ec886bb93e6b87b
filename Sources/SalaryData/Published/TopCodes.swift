public import Amounts
internal import CSVReading
public import Findings

/// The pay at and above which OEWS publishes no number, by reference period.
public struct TopCodes: Hashable, Sendable {
  private struct Span: Hashable {
    var months: ClosedRange<YearMonth>
    var annual: Double
  }

  private var spans: [Span] = []

  /// Reads the bounds from a table with the columns `first_period`, `last_period` and `annual`.
  ///
  /// - Complexity: O(size of the file).
  public init(path: String) throws(InputFailure) {
    var spans: [Span] = []
    try ReferenceTable.read(
      path, columns: ["first_period", "last_period", "annual"]
    ) { (record, columns, _) throws(InputFailure) in
      guard let first = YearMonth(iso: record.text(columns[0])) else {
        throw ReferenceTable.badCell(record, columns[0], expected: "a month like 2021-05")
      }
      guard let last = YearMonth(iso: record.text(columns[1])), last >= first else {
        throw ReferenceTable.badCell(
          record, columns[1], expected: "a month at or after \(first)")
      }
      guard let annual = Double(record.text(columns[2])), annual > 0 else {
        throw ReferenceTable.badCell(record, columns[2], expected: "an amount")
      }
      spans.append(Span(months: first...last, annual: annual))
    }
    self.spans = spans
  }

  /// Returns the bound for yearly pay in dollars, or nil where none is known.
  public func annualBound(for period: YearMonth) -> Double? {
    spans.first { $0.months.contains(period) }?.annual
  }
}
