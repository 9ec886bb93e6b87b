public import Amounts
internal import CSVReading
public import Findings
public import PayPlans
public import Tables

extension Adjustment {
  /// Reads an adjustments file with the columns rep, date, amount, reason, in the currency of the
  /// plan; "-" is standard input.
  ///
  /// - Throws: `.noInput` when the file cannot be opened, `.badData` with every error in it.
  /// - Complexity: O(size of the file).
  public static func read(
    path: String, currency: Currency, _ options: TableOptions = TableOptions()
  ) throws(InputFailure) -> [Adjustment] {
    try readWithFindings(path: path, currency: currency, options).adjustments
  }

  /// Reads the same, with what was found that is no error.
  package static func readWithFindings(
    path: String, currency: Currency, _ options: TableOptions = TableOptions()
  ) throws(InputFailure) -> (adjustments: [Adjustment], findings: FindingLog) {
    var table = try InputTable(path: path, .adjustments, options)
    return try read(&table, currency)
  }

  /// Reads the text of an adjustments file; `file` is the name that findings show.
  public static func read(
    csv: String, file: String, currency: Currency, _ options: TableOptions = TableOptions()
  ) throws(InputFailure) -> [Adjustment] {
    var table = try InputTable(csv: csv, file: file, .adjustments, options)
    return try read(&table, currency).adjustments
  }

  /// Reads a table that is open.
  package static func read(
    _ table: inout InputTable, _ currency: Currency
  ) throws(InputFailure) -> (adjustments: [Adjustment], findings: FindingLog) {
    let (rep, date) = (table.required("rep"), table.required("date"))
    let (amount, reason) = (table.required("amount"), table.required("reason"))
    try table.check()
    guard let rep, let date, let amount, let reason else {
      throw InputFailure(.badData, table.log)
    }
    let own = table.column("currency")
    let (result, _) = try table.rows(into: { [Adjustment]() }) {
      (result, record, cells) throws(InputFailure) in
      let id = cells.name(rep, &record)
      let why = cells.name(reason, &record)
      let day = cells.date(date, &record)
      let stated = own.flatMap { cells.currency($0, &record) }
      let value = cells.amount(amount, in: stated ?? currency, &record)
      for column in [date, amount] where cells.isBlank(column, record) {
        record.reject(
          record.finding(
            "adjustments.empty", field: column.position, "\(column.name) is empty"))
      }
      if let day, let value {
        result.append(
          Adjustment(
            rep: id, date: day, amount: value, currency: stated, reason: why,
            place: record.place(rep.position)))
      }
    }
    try table.check()
    return (result, table.log)
  }
}
