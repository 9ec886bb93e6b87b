public import Amounts
internal import CSVReading
public import Findings
public import Tables

/// The gifts of a firm and its people, as their register has them.
public struct GiftRegister: Sendable {
  /// The gifts, in the order of the register.
  public let gifts: [Gift]
  /// The rows that were read.
  public let rows: Int
  /// The rows that could not be understood.
  public let rejected: Int
  /// What was found in the file.
  public let findings: FindingLog
  /// The fields of a complete record for which the file has no column.
  public let absentFields: Set<Gift.Field>
  /// The name of the file.
  public let file: String

  /// Reads a register; "-" is standard input.
  ///
  /// Rows that cannot be understood are rejected with their place; rows that merely leave something
  /// empty are kept, and the review tells what they lack.
  ///
  /// - Throws: `.noInput` when the file cannot be opened, `.badData` when a column is missing without
  ///   which nothing can be added up, or can be read in two ways.
  /// - Complexity: O(size of the file).
  public init(
    path: String, currency: Currency, _ options: TableOptions = TableOptions()
  ) throws(InputFailure) {
    var table = try InputTable(path: path, .gifts, options)
    try self.init(&table, currency: currency)
  }

  /// Takes text for a register; `name` is what findings call it.
  public init(
    csv: String, name: String, currency: Currency, _ options: TableOptions = TableOptions()
  ) throws(InputFailure) {
    var table = try InputTable(csv: csv, file: name, .gifts, options)
    try self.init(&table, currency: currency)
  }

  /// Reads a table that is open.
  package init(_ table: inout InputTable, currency: Currency) throws(InputFailure) {
    let reader = GiftRowReader(columns: try GiftColumns(&table), currency: currency)
    let (gifts, tally) = try table.rows(into: { [Gift]() }) {
      (gifts, record, cells) throws(InputFailure) in
      if let gift = reader.gift(&record, &cells) { gifts.append(gift) }
    }
    self.gifts = gifts
    file = table.file.name
    rows = tally.rows
    rejected = tally.rejected
    findings = table.log
    absentFields = reader.columns.absentFields
  }
}
