public import Amounts
internal import CSVReading
public import Findings
public import PayPlans

extension Adjustment {
  /// Reads an adjustments file with the columns rep, date, amount, reason, in the currency of the
  /// plan; "-" is standard input.
  ///
  /// - Throws: `.noInput` when the file cannot be opened, `.badData` with every error in it.
  /// - Complexity: O(size of the file).
  public static func read(
    path: String, currency: Currency
  ) throws(InputFailure) -> [Adjustment] {
    try readWithFindings(path: path, currency: currency).adjustments
  }

  /// Reads the same, with what was found that is no error.
  package static func readWithFindings(
    path: String, currency: Currency
  ) throws(InputFailure) -> (adjustments: [Adjustment], findings: FindingLog) {
    try read(try TableReader(path: path), currency)
  }

  /// Reads the text of an adjustments file; `file` is the name that findings show.
  public static func read(
    csv: String, file: String, currency: Currency
  ) throws(InputFailure) -> [Adjustment] {
    try read(try TableReader(csv: csv, file: file), currency).adjustments
  }

  private static func read(
    _ reader: consuming TableReader, _ currency: Currency
  ) throws(InputFailure) -> (adjustments: [Adjustment], findings: FindingLog) {
    var table = reader
    let rep = table.required("rep")
    let date = table.required("date")
    let amount = table.required("amount")
    let reason = table.required("reason")
    try table.check()
    var result: [Adjustment] = []
    let tally = try table.file.records { (record) throws(InputFailure) in
      let id = record.name(rep, "rep")
      let why = record.name(reason, "reason")
      let day = record.date(date, "date")
      let value = record.amount(amount, "amount", in: currency)
      for (field, label) in [(date, "date"), (amount, "amount")] where record.isEmpty(field) {
        record.reject(record.finding("adjustments.empty", field: field, "\(label) is empty"))
      }
      if let day, let value {
        result.append(
          Adjustment(
            rep: id, date: day, amount: value, reason: why, place: record.place(rep)))
      }
    }
    table.add(tally)
    try table.check()
    return (result, table.log)
  }
}
