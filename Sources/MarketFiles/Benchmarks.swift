public import Amounts
internal import CSVReading
public import Findings
public import Tables

/// Jobs with their market pay and their grade or points.
public struct Benchmarks: Sendable {
  /// A job.
  public struct Job: Hashable, Sendable {
    /// Its code or name.
    public var job: String
    /// Its title.
    public var title: String?
    /// Its grade.
    public var grade: String?
    /// Its points; where there are none its grade, if that is a number.
    public var points: Ratio?
    /// The pay of the market.
    public var market: Ratio
  }

  /// The jobs, in the order of the file.
  public let jobs: [Job]
  /// The currency that the file names; nil where it names none.
  public let currency: Currency?
  /// The currency that the language of its columns points to; nil where it points to none.
  public let pointedCurrency: Currency?
  /// What became of the rows.
  public let account: TableAccount
  /// What was found.
  public let findings: FindingLog

  /// Reads priced jobs.
  ///
  /// - Throws: `.noInput` when the file cannot be opened, `.badData` without a column of jobs or of pay,
  ///   and for several currencies.
  /// - Complexity: O(size of the file).
  public init(
    path: String, _ options: TableOptions = TableOptions()
  ) throws(InputFailure) {
    var table = try InputTable(path: path, .benchmarks, options)
    try self.init(&table)
  }

  /// Reads a table that is open.
  package init(_ table: inout InputTable) throws(InputFailure) {
    let job = table.required("job")
    _ = table.required("market")
    try table.check()
    guard let job else { throw InputFailure(.badData, table.log) }
    let money = try MoneyColumns(table)
    let columns = table.columns
    func column(_ role: String) -> TableColumn? { columns.first { $0.role == role } }
    let ((jobs, currencies), tally) = try table.rows(into: { ([Job](), Set<Currency>()) }) {
      (found, record, cells) throws(InputFailure) in
      func text(_ role: String) -> String? { cells.text(column(role), record) }
      let name = cells.name(job, &record)
      let market = money.amount("market", &record, &cells, &found.1)
      let points = column("points").flatMap { cells.amount($0, in: nil, &record) }
      if record.isRejected { return }
      guard let market else {
        record.setAside("no market pay")
        return
      }
      guard .zero < market else {
        record.reject(
          record.finding(
            "survey.pay", field: column("market")?.position ?? 0, "\"\(market)\" is no pay"))
        return
      }
      let grade = text("grade")
      found.0.append(
        Job(
          job: name, title: text("title"), grade: grade,
          points: points ?? grade.flatMap { Ratio(decimal: $0) }, market: market))
    }
    currency = try table.onlyCurrency(of: currencies)
    pointedCurrency = table.pointedCurrency
    self.jobs = jobs
    account = TableAccount(tally)
    findings = table.log
  }
}
