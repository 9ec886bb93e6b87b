internal import Amounts
internal import CSVReading
public import Findings
internal import PayPlans
public import Reporting
public import SalaryData

/// What a file is, what is in it, and everything that is wrong with it.
public struct FileCheck: Answer {
  /// One file that was checked.
  public struct File: Sendable {
    /// The path as given.
    public let path: String
    /// What kind of file it is, in words.
    public let kind: String
    /// What is in it, one sentence each.
    public let contents: [String]
    /// The rows that were read; nil for a file that has none.
    public let rows: Int?
    /// The rows that cannot be used.
    public let rejected: Int?
    /// What was found.
    public let log: FindingLog
  }

  /// The files, in the order given.
  public let files: [File]

  /// Checks files.
  ///
  /// - Throws: `InputFailure` when a file is not there or cannot be read; what is wrong inside of
  ///   a file is part of the answer.
  public init(_ paths: [String], topCodes: TopCodes) throws(InputFailure) {
    var files: [File] = []
    for path in paths { files.append(try Self.check(path, topCodes: topCodes)) }
    self.files = files
  }

  /// Whether nothing is wrong; warnings do not count.
  public var isClean: Bool { files.allSatisfy { !$0.log.hasErrors } }

  private static func check(_ path: String, topCodes: TopCodes) throws(InputFailure) -> File {
    let name = path.lowercased()
    let isPlan = name.hasSuffix(".yaml") || name.hasSuffix(".yml")
    do {
      return isPlan ? try checkPlan(path) : try checkTable(path, topCodes: topCodes)
    } catch  where error.code == .badData {
      return File(
        path: path, kind: isPlan ? "pay plan" : "CSV file", contents: [], rows: nil, rejected: nil,
        log: error.log)
    }
  }

  private static func checkPlan(_ path: String) throws(InputFailure) -> File {
    let (plan, findings) = try Plan.read(path: path)
    return File(
      path: path, kind: "pay plan", contents: ["\(plan.name)."] + plan.summary, rows: nil,
      rejected: nil, log: findings)
  }

  private static func checkTable(_ path: String, topCodes: TopCodes) throws(InputFailure) -> File {
    let file = try CSVFile(path: path)
    var contents = [
      "Encoding \(file.dialect.encoding.rawValue): \(file.dialect.encodingReason).",
      "Delimiter \(file.dialect.delimiter == "\t" ? "tab" : "\"\(file.dialect.delimiter)\""): "
        + "\(file.dialect.delimiterReason).",
      "Columns: \(file.header.joined(separator: ", ")).",
    ]
    var log = FindingLog()
    for finding in file.findings { log.add(finding) }
    let tally: CSVTally
    let kind: String
    if SummaryTable.recognizes(header: file.header) {
      let table = try SummaryTable(file, topCodes: topCodes)
      tally = table.tally
      kind = "table of pay by group (OEWS)"
      contents.append(sentence(on: table))
    } else {
      tally = try file.records { (_) throws(InputFailure) in }
      kind = "CSV file"
    }
    log.add(tally.findings)
    let setAside = tally.setAside.values.reduce(0, +)
    contents.append(
      "\(tally.rows) rows read: \(tally.used) used, \(tally.rejected) rejected, \(setAside) set aside."
    )
    return File(
      path: path, kind: kind, contents: contents, rows: tally.rows, rejected: tally.rejected,
      log: log)
  }

  private static func sentence(on table: SummaryTable) -> String {
    let occupations = Set(table.groups.map(\.occupation)).count
    let periods = Set(table.groups.compactMap(\.referencePeriod)).sorted()
    let topCoded = table.groups.count { group in
      SummaryGroup.Percentile.allCases.contains {
        if case .topCoded = group[$0] { true } else { false }
      }
    }
    let dates = periods.map { "\($0)" }.joined(separator: ", ")
    return "\(table.groups.count) groups of \(occupations) occupations, of \(dates); "
      + "\(topCoded) have a top-coded percentile."
  }
}

extension FileCheck {
  public var tables: [NamedTable] {
    var findings = RecordTable([
      "path", "line", "column", "severity", "kind", "message", "remedy",
    ])
    for file in files {
      for finding in file.log.findings {
        findings.append([
          .text(finding.place.file), .integer(finding.place.line), .integer(finding.place.column),
          .text(finding.severity.rawValue), .text(finding.kind.rawValue), .text(finding.message),
          .text(finding.remedy),
        ])
      }
    }
    var checked = RecordTable(["path", "kind", "rows", "rejected", "errors", "warnings"])
    for file in files {
      checked.append([
        .text(file.path), .text(file.kind), .integer(file.rows), .integer(file.rejected),
        .integer(file.log.count(of: .error)), .integer(file.log.count(of: .warning)),
      ])
    }
    return [NamedTable("findings", findings), NamedTable("files", checked)]
  }

  public var document: Document {
    var document = Document()
    for file in files {
      document.append(.section("\(.code(file.path)): \(file.kind)"))
      if !file.contents.isEmpty { document.append(.bullets(file.contents.map { .init($0) })) }
      document.append(.paragraph(.init(verdict(on: file.log))))
      if !file.log.findings.isEmpty {
        let text = file.log.findings.map { "\($0)" }.joined(separator: "\n")
        document.append(.code(text, language: nil))
      }
    }
    return document
  }

  private func verdict(on log: FindingLog) -> String {
    let counts = Severity.allCases.reversed().compactMap { severity -> String? in
      let count = log.count(of: severity)
      guard count > 0 else { return nil }
      let shown = log.findings.count { $0.severity == severity }
      let noun = "\(count) \(severity.rawValue)\(count == 1 ? "" : "s")"
      return shown < count ? "\(noun) (the first \(shown) are shown)" : noun
    }
    return counts.isEmpty ? "Nothing is wrong." : counts.joined(separator: ", ") + ":"
  }
}
