public import Amounts
internal import CSVReading
public import Findings
public import Tables

/// Which jobs of surveys the own jobs are matched to.
public struct JobMatches: Sendable {
  /// One own job and one job of a survey.
  public struct Match: Hashable, Sendable {
    /// The own job.
    public var job: String
    /// Its title.
    public var title: String?
    /// Its grade.
    public var grade: String?
    /// Its points.
    public var points: Ratio?
    /// The survey; nil for all that have the job.
    public var survey: String?
    /// The code or title of the survey's job.
    public var surveyJob: String
    /// What is added for a larger job, as a fraction.
    public var adjustment: Ratio
    /// Why.
    public var reason: String?
    /// The stated weight.
    public var weight: Ratio?
    /// Where it stands.
    public var place: Place
  }

  /// The matches, in the order of the file.
  public let matches: [Match]
  /// What became of the rows.
  public let account: TableAccount
  /// What was found.
  public let findings: FindingLog

  /// Reads matches.
  ///
  /// - Throws: `.noInput` when the file cannot be opened, `.badData` without a column of jobs.
  /// - Complexity: O(size of the file).
  public init(
    path: String, _ options: TableOptions = TableOptions()
  ) throws(InputFailure) {
    var table = try InputTable(path: path, .matches, options)
    try self.init(&table)
  }

  /// Reads a table that is open.
  package init(_ table: inout InputTable) throws(InputFailure) {
    let job = table.required("job")
    let surveyJob = table.required("survey_job")
    let columns = table.columns
    func column(_ role: String) -> TableColumn? { columns.first { $0.role == role } }
    table.reportNearMisses(
      of: TableKind.matches.roles.map(\.name), .warning, in: "a table of matches")
    try table.check()
    guard let job, let surveyJob else { throw InputFailure(.badData, table.log) }
    let (matches, tally) = try table.rows(into: { [Match]() }) {
      (matches, record, cells) throws(InputFailure) in
      func text(_ role: String) -> String? { cells.text(column(role), record) }
      let match = Match(
        job: cells.name(job, &record), title: text("title"), grade: text("grade"),
        points: column("points").flatMap { cells.amount($0, in: nil, &record) },
        survey: text("survey"), surveyJob: cells.name(surveyJob, &record),
        adjustment: Self.adjustment(column("adjustment"), &record, cells),
        reason: text("reason"),
        weight: column("weight").flatMap { cells.share($0, upTo: 1, &record) },
        place: record.place(0))
      if !record.isRejected { matches.append(match) }
    }
    self.matches = matches
    account = TableAccount(tally)
    findings = table.log
  }

  private static func adjustment(
    _ column: TableColumn?, _ record: inout CSVRecord, _ cells: TableCells
  ) -> Ratio {
    guard let column, !cells.isBlank(column, record) else { return .zero }
    let text = cells.label(column, record)
    if let adjustment = Ratio(adjustment: text) { return adjustment }
    record.reject(
      record.finding(
        "match.adjustment", field: column.position,
        "\(column.name) \"\(text)\" is no adjustment of up to half",
        remedy: "write it as a percentage: 10% or -5%"))
    return .zero
  }
}

extension Ratio {
  /// Reads a level adjustment such as "+10%", "-5" or "0.1"; nil for what is none, or more than half.
  ///
  /// Nobody adjusts by less than a percent or doubles a match, so that a number from 1 on is a percentage.
  package init?(adjustment text: String) {
    var rest = text.filter { !$0.isWhitespace }.replacing("\u{2212}", with: "-")[...]
    let isNegative = rest.first == "-"
    if isNegative || rest.first == "+" { rest = rest.dropFirst() }
    guard let share = WrittenShare(rest), rest.first != "-", rest.first != "+" else { return nil }
    let value: Ratio? =
      switch share {
      case .certain(let value): value
      case .number(let number): number >= .one ? try? number / 100 : number
      }
    guard let value, let half = try? Ratio(1, over: 2), value <= half else { return nil }
    self = isNegative ? -value : value
  }
}
