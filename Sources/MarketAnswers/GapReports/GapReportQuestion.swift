public import Amounts
public import Answers
internal import CSVReading
public import Findings
public import GapReporting
public import SalaryData
public import Tables

/// What an employer has to report about the pay of women and men; or, of a table with a row for each employer,
/// what does not fit together in what they reported.
///
///     let question = GapReportQuestion("payroll.csv", .uk, year: 2026)
///     let report = try question.answer().answer
public struct GapReportQuestion: Question {
  /// The path of the employees, or of what employers reported.
  public var employees: String
  /// Whose rules are followed; of employees they have to be named.
  public var rules: GapRules.Jurisdiction?
  /// The year of the snapshot, or the calendar year; of employees it has to be named.
  public var year: Int?
  /// Whether the employer is a public body, which counts its people on another day.
  public var isPublic: Bool = false
  /// What all amounts are for; nil where a column says it.
  public var paidFor: PaySpan?
  /// The people that a group needs to be shown; nil for what the rules say.
  public var smallestGroup: Int?
  /// The weekly hours of full time, above 0; Germany needs them.
  public var fullTime: Ratio?
  /// How the table is read.
  public var tables: TableOptions = TableOptions()
  /// Opens the bundled datasets, which have the rules and the words.
  public var datasets: @Sendable () throws(InputFailure) -> Datasets

  /// Creates a question.
  public init(
    _ employees: String, _ rules: GapRules.Jurisdiction? = nil, year: Int? = nil,
    datasets: @escaping @Sendable () throws(InputFailure) -> Datasets = {
      () throws(InputFailure) in try Datasets(directory: "datasets")
    }
  ) {
    self.employees = employees
    self.rules = rules
    self.year = year
    self.datasets = datasets
  }

  /// Reads the table and computes the report.
  ///
  /// - Throws: `.usage` for settings that are missing or change nothing, `.noInput` and `.badData` for
  ///   the files.
  public func answer() throws(InputFailure) -> Reply<GapAnswer> {
    let datasets = try datasets()
    var tables = tables
    tables.words = try datasets.columnWordsPath
    let file = try CSVFile(path: employees, options: tables.csv)
    if var table = try InputTable.recognized(file, among: [.payroll, .filings], tables),
      table.kind == .filings
    {
      try refuseSettingsOfEmployees()
      let filings = try FilingTable(&table)
      return Reply(
        .filings(FilingReview(filings)), inputs: inputs(rows: filings.rows),
        findings: filings.findings)
    }
    var table = try InputTable(file, .payroll, tables)
    return try report(&table, datasets)
  }

  private func inputs(rows: Int, rules path: String? = nil) -> [InputDescription] {
    [InputDescription(path: employees, rows: rows, rejected: 0)]
      + ([path].compactMap(\.self) + tables.mapping.files).map { InputDescription(path: $0) }
  }

  /// Refuses what says something about employees alone.
  private func refuseSettingsOfEmployees() throws(InputFailure) {
    let settings: [(Parameter, Bool)] = [
      (.rules, rules != nil), (.year, year != nil), (.publicBody, isPublic),
      (.payPeriod, paidFor != nil), (.fullTime, fullTime != nil),
      (.smallestGroup, smallestGroup != nil),
    ]
    guard let setting = settings.first(where: { $0.1 })?.0 else { return }
    throw InputFailure(
      setting, "gap.setting-for-employees",
      "\(.parameter(setting)) is for the employees of one employer, and this table has a row for each employer",
      remedy: "leave it out")
  }

  private func report(
    _ table: inout InputTable, _ datasets: Datasets
  ) throws(InputFailure) -> Reply<GapAnswer> {
    let (jurisdiction, year) = try asked()
    let rulesPath = try datasets.path(ofReference: "gap-rules")
    guard let yearEnd = CalendarDate(year: year, month: 12, day: 31) else {
      throw InputFailure(.year, "question.range", "\("\(year)") is not a year")
    }
    var rules = try GapRules(path: rulesPath, of: jurisdiction, on: yearEnd)
    let day = rules.snapshot(year, isPublic: isPublic) ?? yearEnd
    if let smallestGroup { rules.smallestGroup = smallestGroup }
    let people = try EmployeeTable(
      &table, for: EmployeeTable.Need(jurisdiction, on: day, paidFor: paidFor),
      sexes: Vocabulary(path: datasets.path(ofVocabulary: "genders")))
    let figures: GapReport.Figures
    do throws(ArithmeticFailure) {
      figures =
        switch jurisdiction {
        case .uk: .british(try BritishGaps(people.employees, rules, snapshot: day))
        case .eu: .directive(try DirectiveGaps(people.employees, rules, yearEnd: day))
        case .de:
          .german(
            try GermanComparison(
              people.employees, rules, yearEnd: day, fullTime: fullTime ?? .one))
        }
    } catch {
      throw InputFailure(
        .badData,
        Finding(
          "gap.numbers", at: Place(file: employees),
          "the amounts and hours have too many different decimals to be exact",
          remedy: "write hours with one or two decimals"))
    }
    let report = GapReport(
      figures: figures, rules: rules, year: year, currency: people.currency, fullTime: fullTime,
      remarks: people.findings.remarks)
    return Reply(
      .report(report), inputs: inputs(rows: people.rows, rules: rulesPath),
      findings: people.findings)
  }

  /// The rules and the year, and everything else that they need.
  private func asked() throws(InputFailure) -> (GapRules.Jurisdiction, Int) {
    guard let rules else {
      throw InputFailure(
        .rules, "gap.rules", "nothing says whose rules the report is to follow",
        remedy:
          "say \(.parameter(.rules, "uk")) for Great Britain, \(.parameter(.rules, "eu")) for Directive (EU) 2023/970, or \(.parameter(.rules, "de")) for Germany"
      )
    }
    guard let year else {
      throw InputFailure(
        .year, "gap.year", "nothing says which year the report is of",
        remedy: rules == .uk
          ? "say the year of the day on which people are counted, such as \(.parameter(.year, "2026"))"
          : "say the calendar year, such as \(.parameter(.year, "2026"))")
    }
    try Parameter.year.require(year, in: 2000...2100)
    if isPublic, rules != .uk { throw Parameter.publicBody.without(.rules, "uk") }
    if fullTime != nil, rules != .de { throw Parameter.fullTime.without(.rules, "de") }
    if let smallestGroup { try Parameter.smallestGroup.require(smallestGroup, in: 0...1000) }
    if rules == .de {
      guard let fullTime else {
        throw InputFailure(
          .fullTime, "gap.full-time", "nothing says how many hours a week full time has",
          remedy: "say them, such as \(.parameter(.fullTime, "38.5"))")
      }
      guard fullTime > 0, fullTime <= 168 else {
        throw InputFailure(
          .fullTime, "question.range", "\(.plain(fullTime)) are no hours of a week")
      }
    }
    return (rules, year)
  }
}
