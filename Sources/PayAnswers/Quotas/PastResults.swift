internal import Amounts
internal import CSVReading
package import Findings
public import Tables

extension TableKind {
  /// What people reached in past periods, in money or units.
  public static let results: TableKind = TableKind(
    "results", "past results", standsBeside: true,
    [
      TableRole("rep", .text, isNeeded: true),
      TableRole("credit", .amount, isNeeded: true, aliases: ["amount", "bookings", "sales"]),
      TableRole("period", .text, aliases: ["month", "quarter", "year"]),
    ])
}

/// What each person reached, period by period.
package struct PastResults {
  /// A row.
  struct Row {
    let rep: String
    let credit: Ratio
    let period: String?
    let place: Place
  }

  let rows: [Row]
  /// The names of the periods, each once.
  let periods: Set<String>
  package let findings: FindingLog
  let tally: TableAccount?

  /// Reads a table with the columns rep and credit (or amount), and perhaps period.
  ///
  /// - Throws: `.noInput` when the file cannot be opened, `.badData` with every error in it.
  init(path: String, _ options: TableOptions) throws(InputFailure) {
    var table = try InputTable(path: path, .results, options)
    try self.init(&table)
  }

  /// Reads a table that is open.
  ///
  /// - Throws: `.badData` with every error in it.
  package init(_ table: inout InputTable) throws(InputFailure) {
    let (rep, credit) = (table.required("rep"), table.required("credit"))
    let period = table.column("period")
    try table.check()
    guard let rep, let credit else { throw InputFailure(.badData, table.log) }
    let (read, _) = try table.rows(into: { (rows: [Row](), periods: Set<String>()) }) {
      (read, record, cells) throws(InputFailure) in
      let name = cells.name(rep, &record)
      if cells.isBlank(credit, record) {
        cells.empty(credit, &record)
        return
      }
      guard let amount = cells.money(credit, &record)?.value else { return }
      let time = cells.text(period, record)
      read.rows.append(
        Row(rep: name, credit: amount, period: time, place: record.place(rep.position)))
      if let time { read.periods.insert(time) }
    }
    try table.check()
    rows = read.rows
    periods = read.periods
    findings = table.log
    tally = table.account
  }
}
