internal import Amounts
internal import Findings

/// The words for what a reader of salary files assumed and counted.
struct SalaryNotes {
  let file: String
  let line: Int?

  private func note(
    _ kind: Finding.Kind, _ message: String, severity: Severity = .note, remedy: String? = nil
  ) -> Finding {
    Finding(kind, severity, at: Place(file: file, line: line), message, remedy: remedy)
  }

  /// What was assumed about the amounts of a file.
  func assumptions(_ pass: SalaryPass, _ currency: PayCurrency) -> [Finding] {
    var notes: [Finding] = []
    if currency.isAssumed {
      notes.append(
        note(
          "salary.currency-assumed",
          "pay is taken as \(currency.currency): nothing names a currency"))
    }
    let counts = pass.rows.remarks.rowsByPeriod
    for (period, rows) in zip(PayPeriod.allCases, counts) where rows > 0 {
      notes.append(
        note(
          "salary.annualized",
          "\(rows) \(rows == 1 ? "row" : "rows") of pay by the \(period.rawValue) "
            + "counted with \(period.countPerYear) to a year"))
    }
    if pass.assumedPeriod == nil, pass.recognition.position(of: .payPeriod) == nil,
      counts.allSatisfy({ $0 == 0 })
    {
      notes.append(
        note("salary.period-assumed", "pay is taken as yearly: nothing names a period"))
    }
    let decimal = pass.rows.decimal
    if pass.options.decimal == nil, decimal.isUncertain {
      notes.append(
        note(
          "salary.decimal-likely",
          "\(pass.decimal == .point ? "commas" : "points") in pay are taken as grouping thousands: "
            + "no amount shows which separator is the decimal one",
          remedy:
            "if it is the other way round, say so: --decimal \(pass.decimal.opposite.rawValue)"))
    }
    let remarks = pass.rows.remarks
    let counted: [(Int, Finding.Kind, String)] = [
      (remarks.ranges, "salary.ranges", "given as a range, taken at its middle"),
      (remarks.approximate, "salary.approximate", "marked as approximate"),
      (remarks.atLeast, "salary.at-least", "given as a lower bound, taken as it is"),
      (remarks.atMost, "salary.at-most", "given as an upper bound, taken as it is"),
      (remarks.extras, "salary.extras", "naming more pay behind a plus, which is not counted"),
    ]
    for (rows, kind, what) in counted where rows > 0 {
      notes.append(note(kind, "\(rows) \(rows == 1 ? "amount" : "amounts") \(what)"))
    }
    return notes
  }

  /// What to know about rows that were taken for copies.
  func copies(_ account: RowAccount) -> Finding? {
    let rows = account.rowsSetAside(by: .duplicateRow)
    guard rows > 0 else { return nil }
    return note(
      "salary.copies",
      "\(rows) \(rows == 1 ? "row is an exact copy" : "rows are exact copies") of earlier ones; "
        + "where two people can share every field, keep them")
  }

  /// A warning when pay is so low that it is hardly for a year in whole units.
  func smallPay(_ pay: [Double]) -> Finding? {
    let step = max(1, pay.count / 1001)
    let sample = stride(from: 0, to: pay.count, by: step).map { pay[$0] }.sorted()
    guard let median = sample.isEmpty ? nil : sample[sample.count / 2], median < 500 else {
      return nil
    }
    return note(
      "salary.small-pay",
      "half of the pay is at most \(Int(median.rounded())) a year; is it by the hour, or in thousands?",
      severity: .warning, remedy: "say what it is for: --pay-period hour")
  }

  /// The error when no row is left.
  func nothingLeft(_ account: RowAccount) -> Finding {
    let causes = account.setAside.map { "\($0.rows) set aside as \($0.rule)" }
    return note(
      "salary.no-rows",
      "none of \(account.read) rows can be used: "
        + (["\(account.rejected) rejected"] + causes).joined(separator: ", "),
      severity: .error)
  }
}
