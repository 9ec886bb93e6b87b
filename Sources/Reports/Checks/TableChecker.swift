internal import CSVReading
internal import Findings
internal import MarketAnswers
internal import PayPlans
internal import PlanFiles
internal import Regulations
internal import Reporting
internal import SalaryData
internal import Tables

/// Finds out what a table is and checks it as that.
struct TableChecker {
  let topCodes: TopCodes
  let vocabularies: SalaryVocabularies
  let csv: CSVOptions
  let salaries: SalaryReadingOptions
  let recognizer: FileRecognizer
  let inputTables: InputTableChecker

  init(
    _ datasets: Datasets, csv: CSVOptions, salaries: SalaryReadingOptions, plan: Plan?,
    roster: String?
  ) throws(InputFailure) {
    var options = TableOptions()
    options.csv = csv
    options.decimal = salaries.decimal
    options.mapping = salaries.mapping
    recognizer = try FileRecognizer(datasets, tables: options, salaries: salaries)
    topCodes = try datasets.topCodes()
    vocabularies = try datasets.salaryVocabularies()
    inputTables = InputTableChecker(
      plan: plan, roster: roster,
      giftCurrency: try GiftRules(path: datasets.path(ofReference: "gift-rules")).currency,
      sexes: vocabularies.genders, topCodes: topCodes)
    self.csv = csv
    self.salaries = salaries
  }

  func check(_ path: String) throws(InputFailure) -> FileCheck.File {
    if let kind = FileRecognizer.kind(ofHead: path),
      let refusal = kind.refusal(at: Place(file: path))
    {
      var log = FindingLog()
      log.add(refusal)
      return FileCheck.File(path: path, kind: kind.title, log: log)
    }
    do {
      return try checkTable(path)
    } catch  where error.code == .badData {
      let isWorkbook = error.log.findings.first?.kind.rawValue.hasPrefix("workbook.") ?? false
      return FileCheck.File(
        path: path, kind: isWorkbook ? "workbook" : "CSV file", contents: [], rows: nil,
        rejected: nil, log: error.log)
    }
  }

  private func checkTable(_ path: String) throws(InputFailure) -> FileCheck.File {
    let file = try CSVFile(path: path, options: csv)
    let found = try recognizer.recognize(file, runsPlan: inputTables.plan != nil)
    let mapped = found.table?.kind ?? (found.kind == .people ? .people : nil)
    if let mapped { try salaries.mapping.refuseOthers(than: mapped) }
    switch found.kind {
    case .published: return try checkPublished(file)
    case .people: return try checkPeople(file, found.salaries)
    default: break
    }
    if let table = found.table { return try inputTables.check(table) }
    if let refusal = found.kind.refusal(at: file.headerPlace) {
      return FileCheck.File(
        path: path, kind: found.kind.title, contents: dialect(of: file),
        log: log(of: file, [refusal]))
    }
    let tally = try file.records { (_) throws(InputFailure) in }
    var findings = log(of: file, tally.findings)
    findings.add(
      Finding(
        "file.unknown-table", .warning, at: file.headerPlace,
        "no column is pay, and the columns are of no table that is read; nothing in it was checked",
        remedy: "say which one is pay: \(.parameter(.map, "base_pay=COLUMN"))"))
    return FileCheck.File(
      path: path,
      kind: file.dialect.sheet == nil
        ? "CSV file without a column of pay" : "sheet without a column of pay",
      contents: dialect(of: file) + [account(of: tally)], rows: tally.rows,
      rejected: tally.rejected, rejects: tally.rejects, log: findings)
  }

  private func checkPublished(_ file: CSVFile) throws(InputFailure) -> FileCheck.File {
    let table = try SummaryTable(file, topCodes: topCodes)
    var findings = table.tally.findings
    if table.isUndated {
      findings.add(
        Finding(
          "summary.undated", .warning, at: file.headerPlace,
          "the table does not say of when it is", remedy: SummaryTable.dateRemedy))
    }
    return FileCheck.File(
      path: file.name, kind: FileKind.published.title,
      contents: dialect(of: file) + [sentence(on: table), account(of: table.tally)],
      rows: table.tally.rows, rejected: table.tally.rejected,
      log: log(of: file, findings))
  }

  private func checkPeople(
    _ file: CSVFile, _ recognition: ColumnRecognition
  ) throws(InputFailure) -> FileCheck.File {
    var options = salaries
    if options.keepsRows {
      // What is read and not just copied.
      options.columns += ColumnRole.allCases.filter {
        ($0.isNumeric && $0 != .otherBasePay
          || [.state, .country, .gender, .level, .date].contains($0))
          && recognition.position(of: $0) != nil
      }.map(\.rawValue)
    }
    // The columns with a vocabulary, so that what it does not know can be listed.
    options.columns += recognition.columns.flatMap { column -> [String] in
      switch column.role {
      case .industry: ["sector"]
      case .title: ["role", "level", "track"]
      case .state, .country, .gender, .level: column.role.map { [$0.rawValue] } ?? []
      default: []
      }
    }
    let reading = try SalaryReader(vocabularies, options: options).read(file)
    let assumptions = reading.findings.findings.filter { $0.severity == .note }
    return FileCheck.File(
      path: file.name, kind: FileKind.people.title,
      contents: dialect(of: file) + [reading.accountSentence, paySentence(on: reading)]
        + assumptions.map { $0.message + "." },
      decisions: recognition.columns,
      mapping: recognition.columns.compactMap { column in
        column.role.map {
          TableMapping.Row(kind: TableKind.people.name, role: $0.rawValue, column: column.name)
        }
      },
      profiles: try SalaryReader(vocabularies, options: salaries).profile(file),
      unmatched: reading.unmatched.flatMap { column in
        column.values.prefix(10).map { (column.column, $0.value, $0.rows) }
      },
      setAside: reading.account.setAside.filter { $0.rows > 0 },
      rows: reading.account.read, rejected: reading.account.rejected,
      cleaned: options.keepsRows ? try RecordTable(cleaned: file, reading) : nil,
      rejects: reading.rejects,
      log: reading.findings.above(.note))
  }

  private func dialect(of file: CSVFile) -> [Inline] {
    if let sheet = file.dialect.sheet {
      let rows: Inline = "\(sheet.rows) rows"
      let columns: Inline = "\(sheet.columns) columns"
      return [
        "Workbook: sheet \"\(sheet.name)\", of \(rows) and \(columns).",
        "Header: \(file.dialect.headerReason).",
      ]
    }
    let delimiter: Inline =
      file.dialect.delimiter == "\t" ? "tab" : "\"\(file.dialect.delimiter)\""
    return [
      "Encoding \(file.dialect.encoding.rawValue): \(file.dialect.encodingReason).",
      "Delimiter \(delimiter): \(file.dialect.delimiterReason).",
      "Header: \(file.dialect.headerReason).",
    ]
  }

  private func log(of file: CSVFile, _ findings: [Finding]) -> FindingLog {
    var log = FindingLog()
    for finding in file.findings + findings { log.add(finding) }
    return log
  }

  private func log(of file: CSVFile, _ findings: FindingLog) -> FindingLog {
    var log = FindingLog()
    for finding in file.findings { log.add(finding) }
    log.add(findings)
    return log
  }

  private func paySentence(on reading: SalaryReading) -> Inline {
    let pay = (reading.table.numbers(reading.pay) ?? []).filter { !$0.isNaN }
    guard let lowest = pay.min(), let highest = pay.max() else { return "No row has pay." }
    return """
      Pay for a year in \(reading.currency), from \(.number(lowest, places: 0)) to \
      \(.number(highest, places: 0)).
      """
  }

  private func account(of tally: CSVTally) -> Inline {
    let setAside = tally.setAside.values.reduce(0, +)
    return """
      \(tally.rows) rows read = \(tally.used) used + \(tally.rejected) rejected + \
      \(setAside) set aside.
      """
  }

  private func sentence(on table: SummaryTable) -> Inline {
    guard !table.groups.isEmpty else { return "No group can be used." }
    let occupations = Set(table.groups.map(\.occupation)).count
    let periods = Set(table.groups.compactMap(\.referencePeriod)).sorted()
    let topCoded = table.groups.count { group in
      SummaryGroup.Percentile.allCases.contains {
        if case .topCoded = group[$0] { true } else { false }
      }
    }
    let dates: Inline =
      periods.isEmpty
      ? "an unknown date" : periods.map { "\($0)" }.joined(separator: ", ")
    let groups: Inline = "\(table.groups.count) groups"
    let ofOccupations: Inline = "of \(occupations) occupations"
    return "\(groups) \(ofOccupations), of \(dates); \(topCoded) have a top-coded percentile."
  }
}
