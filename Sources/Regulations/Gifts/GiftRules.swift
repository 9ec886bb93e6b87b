public import Amounts
internal import CSVReading
public import Findings

/// The limits on business gifts to one person in a year, each from a day on.
///
/// A help for keeping a register under FINRA Rule 3220, not legal advice.
public struct GiftRules: Hashable, Sendable {
  /// A limit and since when it is in force.
  public struct Limit: Hashable, Sendable {
    /// The first day on which it is in force.
    public let from: CalendarDate
    /// The most that one person may be given in a year.
    public let amount: Money
    /// The text that sets the limit, such as a rule or a notice.
    public let source: String
  }

  /// The limits, the earliest first.
  public let limits: [Limit]
  /// The currency of all limits, and so of a register.
  public let currency: Currency

  /// Reads limits from a table with the columns `from`, `limit`, `currency` and `source`.
  ///
  /// - Throws: `.badData` for a row that is not right, days that do not rise, and mixed currencies.
  /// - Complexity: O(size of the file).
  public init(path: String) throws(InputFailure) {
    var limits: [Limit] = []
    try ReferenceTable.read(
      path, columns: ["from", "limit", "currency", "source"]
    ) { (record, columns, _) throws(InputFailure) in
      guard let from = CalendarDate(iso: record.text(columns[0])),
        limits.last.map({ $0.from < from }) ?? true
      else {
        throw ReferenceTable.badCell(
          record, columns[0], expected: "a date like 2026-03-30, after the one above it")
      }
      guard let currency = Currency(code: record.text(columns[2])),
        limits.last.map({ $0.amount.currency == currency }) ?? true
      else {
        throw ReferenceTable.badCell(
          record, columns[2], expected: "a currency, the same in every row")
      }
      guard let value = Ratio(decimal: record.text(columns[1])), value > 0,
        let amount = try? Money(rounding: value, currency: currency)
      else {
        throw ReferenceTable.badCell(record, columns[1], expected: "an amount above 0")
      }
      limits.append(Limit(from: from, amount: amount, source: record.text(columns[3])))
    }
    guard let first = limits.first else {
      throw InputFailure(
        .badData, Finding("dataset.empty", at: Place(file: path), "the table has no rows"))
    }
    self.limits = limits
    currency = first.amount.currency
  }

  /// Returns the limit in force on a day; nil for a day before the first.
  public func limit(on date: CalendarDate) -> Limit? { limits.last { $0.from <= date } }
}
