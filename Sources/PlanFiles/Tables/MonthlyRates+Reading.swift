internal import Amounts
internal import CSVReading
public import Findings
public import PayPlans
public import Tables

extension MonthlyRates {
  /// Reads a rates file with the columns currency, month, rate, and optionally to; "-" is standard input.
  ///
  /// - Throws: `.noInput` when the file cannot be opened, `.badData` with every error in it.
  /// - Complexity: O(size of the file).
  public static func read(
    path: String, _ options: TableOptions = TableOptions()
  ) throws(InputFailure) -> MonthlyRates {
    try readWithFindings(path: path, options).rates
  }

  /// Reads the same, with what was found that is no error.
  package static func readWithFindings(
    path: String, _ options: TableOptions = TableOptions()
  ) throws(InputFailure) -> (rates: MonthlyRates, findings: FindingLog) {
    var table = try InputTable(path: path, .rates, options)
    return try read(&table)
  }

  /// Reads the text of a rates file; `file` is the name that findings show.
  public static func read(
    csv: String, file: String, _ options: TableOptions = TableOptions()
  ) throws(InputFailure) -> MonthlyRates {
    var table = try InputTable(csv: csv, file: file, .rates, options)
    return try read(&table).rates
  }

  /// Reads a table that is open.
  package static func read(
    _ table: inout InputTable
  ) throws(InputFailure) -> (rates: MonthlyRates, findings: FindingLog) {
    let (currency, month) = (table.required("currency"), table.required("month"))
    let rate = table.required("rate")
    let to = table.column("to")
    try table.check()
    guard let currency, let month, let rate else { throw InputFailure(.badData, table.log) }
    let (rates, _) = try table.rows(into: { MonthlyRates() }) {
      (rates, record, cells) throws(InputFailure) in
      let code = cells.label(currency, record)
      guard let foreign = Currency(code: code) else {
        record.reject(
          record.finding(
            "rates.currency", field: currency.position, "\"\(code)\" is not a currency"))
        return
      }
      var target: Currency?
      if let to {
        // Left empty it would be any plan's currency, beside rates to one of them.
        target = cells.currency(to, &record)
        if target == nil {
          if !record.isRejected { cells.empty(to, &record) }
          return
        }
      }
      guard let day = cells.month(month, &record) else { return }
      guard let value = cells.amount(rate, in: nil, &record), .zero < value else {
        if !record.isRejected {
          record.reject(
            record.finding("rates.rate", field: rate.position, "a rate must be above 0"))
        }
        return
      }
      if rates.rate(of: foreign, in: day, to: target) != nil {
        record.reject(
          record.finding(
            "rates.duplicate", field: month.position, "\(code) has two rates for \(day)"))
      }
      rates.set(value, of: foreign, in: day, to: target)
    }
    try table.check()
    return (rates, table.log)
  }
}
