internal import Amounts
internal import CSVReading
public import Findings
public import Tables

extension TableKind {
  /// What people reached in past periods.
  public static let history: TableKind = TableKind(
    "history", "history of attainment", [TableRole("attainment", .share, isNeeded: true)])
}

/// Past attainments, read from a table.
public struct AttainmentHistory: Sendable {
  /// The path as given.
  public let path: String
  /// The name of the column.
  public let column: String
  /// The attainments as fractions of quota, in the order of the file.
  public let values: [Double]
  /// The rows that were read.
  public let rows: Int
  /// The rows that could not be used.
  public let rejected: Int
  /// What was found in the file.
  public let findings: FindingLog

  /// Reads the column that is named, or else that of attainments, or the only one.
  ///
  /// A cell is a fraction or a percentage: 0.93 or 93%, or 93 in a column of percentages. Empty cells
  /// are passed over.
  ///
  /// - Throws: `.noInput` when the file cannot be opened, `.usage` when there is no column of the name,
  ///   `.badData` when there is none of attainments or no attainment in it.
  /// - Complexity: O(size of the file).
  public init(
    path: String, column name: String? = nil, _ options: TableOptions = TableOptions()
  ) throws(InputFailure) {
    var options = options
    if let name { try options.mapping.add("attainment=\(name)", to: .history, among: [.history]) }
    var table = try InputTable(path: path, .history, options)
    try self.init(&table, path: path)
  }

  /// Reads a table that is open.
  package init(_ table: inout InputTable, path: String) throws(InputFailure) {
    let role = "attainment"
    var found = table.column(role)
    if found == nil, table.columns.count == 1 {
      found = table.reading(table.columns[0], as: .share)
    }
    guard let column = found else {
      throw InputFailure(
        .badData,
        Finding(
          "history.column", at: table.headerPlace, "there is no column \"\(role)\"",
          remedy: NearMiss.remedy(for: role, among: table.file.header)))
    }
    let (values, tally) = try table.rows(into: { [Double]() }) {
      (values, record, cells) throws(InputFailure) in
      if cells.isBlank(column, record) {
        record.setAside("empty attainment")
      } else if let value = cells.share(column, upTo: 10, &record) {
        values.append(value.doubleValue)
      }
    }
    guard !values.isEmpty else {
      table.log.add(
        Finding(
          "history.empty", at: table.headerPlace,
          "there is no attainment in the column \"\(column.name)\""))
      throw InputFailure(.badData, table.log)
    }
    self.path = path
    self.column = column.name
    self.values = values
    rows = tally.rows
    rejected = tally.rejected
    findings = table.log
  }
}
