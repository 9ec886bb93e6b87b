public import Amounts
internal import CSVReading
public import Findings
public import Tables

/// People with their pay, to be ranked in a market.
public struct Staff: Sendable {
  /// A person.
  public struct Member: Hashable, Sendable {
    /// The id or name.
    public var id: String
    /// Full-time pay for a year.
    public var pay: Ratio
    /// The title of the job.
    public var title: String?
    /// The code of the occupation.
    public var occupation: String?
    /// The state or metropolitan area.
    public var area: String?
    /// Where it stands.
    public var place: Place
  }

  /// The people, in the order of the file.
  public let people: [Member]
  /// The currency that the file names; nil where it names none.
  public let currency: Currency?
  /// What became of the rows.
  public let account: TableAccount
  /// What was found.
  public let findings: FindingLog

  /// Reads people.
  ///
  /// - Throws: `.noInput` when the file cannot be opened, `.badData` without a column of people or of pay,
  ///   and for several currencies.
  /// - Complexity: O(size of the file).
  public init(
    path: String, _ options: TableOptions = TableOptions()
  ) throws(InputFailure) {
    var table = try InputTable(path: path, .staff, options)
    let id = table.required("employee")
    _ = table.required("salary")
    try table.check()
    guard let id else { throw InputFailure(.badData, table.log) }
    let money = try MoneyColumns(table)
    money.sayPeriods(in: &table)
    table.sayUnused(.note)
    let columns = table.columns
    let ((people, found), tally) = try table.rows(into: { ([Member](), MoneyColumns.Tally()) }) {
      (found, record, cells) throws(InputFailure) in
      func text(_ role: String) -> String? {
        cells.text(columns.first { $0.role == role }, record)
      }
      let name = cells.name(id, &record)
      let pay = money.yearlyPay("salary", &record, &cells, &found.1)
        .flatMap { try? $0.pay / $0.share }
      if record.isRejected { return }
      guard let pay, .zero < pay else {
        record.reject(
          record.finding(
            "employees.pay", field: id.position, "\"\(name)\" has no pay",
            remedy: "write the pay for a year, or leave the row out"))
        return
      }
      found.0.append(
        Member(
          id: name, pay: pay, title: text("title"), occupation: text("occupation"),
          area: text("area"), place: record.place(0)))
    }
    money.sayTimes(found, in: &table)
    currency = try table.onlyCurrency(of: found.currencies)
    self.people = people
    account = TableAccount(tally)
    findings = table.log
  }
}
