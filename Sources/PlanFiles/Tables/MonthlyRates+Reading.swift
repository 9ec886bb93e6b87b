internal import Amounts
internal import CSVReading
public import Findings
public import PayPlans

extension MonthlyRates {
  /// Reads a rates file with the columns currency, month, rate; "-" is standard input.
  ///
  /// - Throws: `.noInput` when the file cannot be opened, `.badData` with every error in it.
  /// - Complexity: O(size of the file).
  public static func read(path: String) throws(InputFailure) -> MonthlyRates {
    try readWithFindings(path: path).rates
  }

  /// Reads the same, with what was found that is no error.
  package static func readWithFindings(
    path: String
  ) throws(InputFailure) -> (rates: MonthlyRates, findings: FindingLog) {
    try read(try TableReader(path: path))
  }

  /// Reads the text of a rates file; `file` is the name that findings show.
  public static func read(csv: String, file: String) throws(InputFailure) -> MonthlyRates {
    try read(try TableReader(csv: csv, file: file)).rates
  }

  private static func read(
    _ reader: consuming TableReader
  ) throws(InputFailure) -> (rates: MonthlyRates, findings: FindingLog) {
    var table = reader
    let currency = table.required("currency")
    let month = table.required("month")
    let rate = table.required("rate")
    try table.check()
    var rates = MonthlyRates()
    let tally = try table.file.records { (record) throws(InputFailure) in
      let code = record.text(currency)
      guard let foreign = Currency(code: code) else {
        record.reject(
          record.finding("rates.currency", field: currency, "\"\(code)\" is not a currency"))
        return
      }
      let text = record.text(month)
      guard let day = YearMonth(iso: text) ?? CalendarDate(iso: text)?.yearMonth else {
        record.reject(
          record.finding(
            "rates.month", field: month, "\"\(text)\" is not a month",
            remedy: "write year and month, such as 2021-05"))
        return
      }
      guard let value = record.amount(rate, "rate", in: nil), .zero < value else {
        record.reject(record.finding("rates.rate", field: rate, "a rate must be above 0"))
        return
      }
      if rates.rate(of: foreign, in: day) != nil {
        record.reject(
          record.finding("rates.duplicate", field: month, "\(code) has two rates for \(day)"))
      }
      rates.set(value, of: foreign, in: day)
    }
    table.add(tally)
    try table.check()
    return (rates, table.log)
  }
}
