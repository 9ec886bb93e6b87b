public import Amounts
public import Findings

/// A salary file that has been read: the table, and everything that was decided on the way.
public struct SalaryReading: Sendable {
  /// The path of the file.
  public let path: String
  /// The rows that were used: the pay under its role's name, and the columns that were asked for.
  public let table: SalaryTable
  /// Which pay the table holds.
  public let pay: ColumnRole
  /// The currency of all pay in the table.
  public let currency: Currency
  /// How many rows were written in another currency.
  public let convertedRows: Int
  /// What each column was taken for.
  public let recognition: ColumnRecognition
  /// What became of the rows.
  public let account: RowAccount
  /// What was wrong with rows, and each assumption that was made.
  public let findings: FindingLog
  /// For each column that was held against a vocabulary, the values that no spelling fits.
  public let unmatched: [(column: String, values: [(value: String, rows: Int)])]
  /// What became of each row, in the order of the file; empty unless `SalaryReadingOptions.keepsRows`, and
  /// without the rows that were not used unless `CSVOptions.keepsFates` too.
  public let rows: [RowFate]
  /// The rejected rows as CSV, if the file was opened to keep them.
  public let rejects: [UInt8]
}
