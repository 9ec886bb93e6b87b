public import Answers
public import CSVReading
public import Findings
internal import PayAnswers
public import Reporting
public import SalaryData

/// What a file is, what is in it, and everything that is wrong with it.
public struct FileCheck: Answer {
  /// One file that was checked.
  public struct File: Sendable {
    /// The path as given.
    public let path: String
    /// What kind of file it is, in words.
    public let kind: Inline
    /// What is in it, one sentence each.
    public let contents: [Inline]
    /// What each column of people's data was taken for.
    public var decisions: [ColumnDecision] = []
    /// What stands in each column.
    public var profiles: [ColumnProfile] = []
    /// Values that no vocabulary knows, the most frequent first.
    public var unmatched: [(column: String, value: String, rows: Int)] = []
    /// The rows that each rule set aside.
    public var setAside: [RowAccount.SetAside] = []
    /// The rows that were read; nil for a file that has none.
    public let rows: Int?
    /// The rows that cannot be used.
    public let rejected: Int?
    /// A plan's pay under other readings, if it was asked for and there are any.
    var readings: ReadingsTable?
    /// The rejected rows as CSV, if they were asked for.
    public var rejects: [UInt8] = []
    /// What was found.
    public let log: FindingLog

    func profile(of decision: ColumnDecision) -> ColumnProfile? {
      profiles.first { $0.decision.position == decision.position }
    }
  }

  /// The files, in the order given.
  public let files: [File]

  /// Checks files.
  ///
  /// - Throws: `InputFailure` when a file is not there or cannot be read; what is wrong inside of
  ///   a file is part of the answer.
  public init(
    _ paths: [String], datasets: () throws(InputFailure) -> Datasets,
    csv: CSVOptions = CSVOptions(),
    salaries: SalaryReadingOptions = SalaryReadingOptions(), pricesReadings: Bool = false
  ) throws(InputFailure) {
    var files: [File] = []
    // Plans are checked without the datasets, so those are read when a table needs them.
    var tables: TableChecker?
    for path in paths {
      if PlanChecker.isPlan(path) {
        files.append(try PlanChecker(pricesReadings: pricesReadings).check(path))
      } else {
        let checker: TableChecker
        if let tables {
          checker = tables
        } else {
          checker = try TableChecker(datasets(), csv: csv, salaries: salaries)
          tables = checker
        }
        files.append(try checker.check(path))
      }
    }
    self.files = files
  }

  /// Whether nothing is wrong; warnings do not count.
  public var isClean: Bool { files.allSatisfy { !$0.log.hasErrors } }
}

extension FileCheck {
  public var tables: [NamedTable] {
    var findings = RecordTable([
      "path", "line", "column", "severity", "kind", "message", "remedy",
    ])
    for file in files {
      for finding in file.log.findings {
        findings.append([
          .text(finding.place?.file), .integer(finding.place?.line),
          .integer(finding.place?.column),
          .text(finding.severity.rawValue), .text(finding.kind.rawValue), .text(finding.message),
          .text(finding.remedy),
        ])
      }
    }
    var checked = RecordTable(["path", "kind", "rows", "rejected", "errors", "warnings"])
    for file in files {
      checked.append([
        .text(file.path), .text(file.kind.plainText), .integer(file.rows), .integer(file.rejected),
        .integer(file.log.count(of: .error)), .integer(file.log.count(of: .warning)),
      ])
    }
    var columns = RecordTable([
      "path", "column", "role", "reason", "missing", "missing_fraction", "distinct", "smallest",
      "largest", "examples",
    ])
    var unmatched = RecordTable(["path", "column", "value", "rows"])
    var setAside = RecordTable(["path", "rule", "rows"])
    for file in files {
      for decision in file.decisions {
        let profile = file.profile(of: decision)
        columns.append([
          .text(file.path), .text(decision.name), .text(decision.role?.rawValue),
          .text(decision.reason), .integer(profile?.missing), .double(profile?.missingShare),
          .integer(profile?.distinct), .double(profile?.smallest), .double(profile?.largest),
          .text(profile?.examples.joined(separator: " | ")),
        ])
      }
      for row in file.unmatched {
        unmatched.append([
          .text(file.path), .text(row.column), .text(row.value), .integer(row.rows),
        ])
      }
      for rule in file.setAside {
        setAside.append([.text(file.path), .text(rule.rule), .integer(rule.rows)])
      }
    }
    var readings = RecordTable(["path", "reading", "attainment", "incentive"])
    for file in files {
      guard let priced = file.readings else { continue }
      for row in priced.pay {
        for (name, incentive) in zip(priced.names, row.incentive) {
          readings.append([
            .text(file.path), .text(name), .ratio(row.attainment), .money(incentive),
          ])
        }
      }
    }
    return [
      NamedTable("findings", findings), NamedTable("files", checked),
      NamedTable("columns", columns), NamedTable("unmatched", unmatched),
      NamedTable("set_aside", setAside), NamedTable("readings", readings),
    ]
  }

  public var document: Document {
    var document = Document()
    for file in files {
      document.append(.section("\(.code(file.path)): \(file.kind)"))
      if !file.contents.isEmpty { document.append(.bullets(file.contents.map { $0 })) }
      document.append(contentsOf: columnBlocks(of: file))
      if let readings = file.readings {
        document.append(
          .paragraph(
            """
            Incentive for a year under other readings, where each month is one deal and reaches the \
            attainment:
            """))
        document.append(.table(readings.table))
      }
      document.append(.paragraph(verdict(on: file.log)))
      if !file.log.findings.isEmpty {
        let text = file.log.findings.map { "\($0)" }.joined(separator: "\n")
        document.append(.code(text, language: nil))
      }
    }
    return document
  }

  private func columnBlocks(of file: File) -> [Block] {
    guard !file.decisions.isEmpty else { return [] }
    var columns = Table([
      .text("Column"), .text("Taken for"), .text("Why"), .number("Missing"), .text("Range"),
      .text("Examples"),
    ])
    for decision in file.decisions {
      let profile = file.profile(of: decision)
      var range = Inline.empty
      if let smallest = profile?.smallest, let largest = profile?.largest {
        range = "\(number(smallest)) to \(number(largest))"
      }
      columns.append([
        .init(decision.name),
        decision.role.map { .strong(.init($0.rawValue)) } ?? .missing,
        .init(decision.reason),
        profile.map { .percentage($0.missingShare) } ?? .missing,
        range,
        .init(profile?.examples.joined(separator: " | ") ?? ""),
      ])
    }
    var blocks: [Block] = [.table(columns)]
    if !file.unmatched.isEmpty {
      var unmatched = Table([
        .text("Not in the vocabulary of"), .text("Value"), .number("Rows"),
      ])
      for row in file.unmatched {
        unmatched.append([.init(row.column), .init(row.value), .number(row.rows)])
      }
      blocks.append(.table(unmatched))
    }
    return blocks
  }

  private func number(_ value: Double) -> Inline {
    value == value.rounded()
      ? .number(value, places: 0) : .number(value, significantDigits: 6)
  }

  private func verdict(on log: FindingLog) -> Inline {
    let counts = Severity.allCases.reversed().compactMap { severity -> Inline? in
      let count = log.count(of: severity)
      guard count > 0 else { return nil }
      let shown = log.findings.count { $0.severity == severity }
      let noun: Inline =
        switch (severity, count) {
        case (.error, 1): "1 error"
        case (.error, _): "\(.number(count)) errors"
        case (.warning, 1): "1 warning"
        case (.warning, _): "\(.number(count)) warnings"
        case (.note, 1): "1 note"
        case (.note, _): "\(.number(count)) notes"
        }
      return shown < count ? "\(noun) (the first \(shown) are shown)" : noun
    }
    return counts.isEmpty ? "Nothing is wrong." : counts.joined(separator: ", ") + ":"
  }
}
