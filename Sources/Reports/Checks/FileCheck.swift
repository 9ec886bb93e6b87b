public import Answers
public import CSVReading
public import Findings
internal import PayAnswers
internal import PayPlans
internal import PlanFiles
public import Reporting
public import SalaryData
public import Tables
public import YAMLReading

/// What a file is, what is in it, and everything that is wrong with it.
public struct FileCheck: Answer {
  /// One file that was checked.
  public struct File: Sendable {
    /// The path as given.
    public let path: String
    /// What kind of file it is, in words.
    public let kind: Inline
    /// What is in it, one sentence each.
    public internal(set) var contents: [Inline] = []
    /// What each column of people's data was taken for.
    public var decisions: [ColumnDecision] = []
    /// What a mapping file says to have the next such file read as this one.
    public var mapping: [TableMapping.Row] = []
    /// What stands in each column.
    public var profiles: [ColumnProfile] = []
    /// Values that no vocabulary knows, the most frequent first.
    public var unmatched: [(column: String, value: String, rows: Int)] = []
    /// The rows that each rule set aside.
    public var setAside: [RowAccount.SetAside] = []
    /// The rows that were read; nil for a file that has none.
    public var rows: Int?
    /// The rows that cannot be used.
    public var rejected: Int?
    /// A plan's pay under other readings, if it was asked for and there are any.
    var readings: ReadingsTable?
    /// What became of each row of people's data, if it was asked for.
    public var cleaned: RecordTable?
    /// The rejected rows as CSV, if they were asked for.
    public var rejects: [UInt8] = []
    /// What was found.
    public internal(set) var log: FindingLog = FindingLog()

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
    salaries: SalaryReadingOptions = SalaryReadingOptions(), pricesReadings: Bool = false,
    plan: String? = nil, roster: String? = nil,
    readRecipe: @escaping @Sendable (YAMLDocument) throws(InputFailure) -> Void = { _ in }
  ) throws(InputFailure) {
    let run = try plan.map { (path) throws(InputFailure) in try Plan.read(path: path).plan }
    var files: [File] = []
    // Plans are checked without the datasets, so those are read when a table needs them.
    var tables: TableChecker?
    for path in paths {
      if YAMLChecker.isYAML(path) {
        let checker = YAMLChecker(pricesReadings: pricesReadings, readRecipe: readRecipe)
        files.append(try checker.check(path))
      } else {
        let checker: TableChecker
        if let tables {
          checker = tables
        } else {
          checker = try TableChecker(
            datasets(), csv: csv, salaries: salaries, plan: run, roster: roster)
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
    [
      NamedTable("findings", Sheet(findings: files.flatMap(\.log.findings)).records),
      NamedTable("files", fileSheet.records),
      NamedTable("columns", Self.columnSheet(of: files).records),
      NamedTable("unmatched", Self.unmatchedSheet(of: files).records),
      NamedTable("set_aside", setAsideSheet.records),
      NamedTable("readings", readingSheet.records),
      NamedTable("mapping", mappingTable),
    ]
  }

  /// What was found out about the columns, as a mapping file.
  public var mappingTable: RecordTable {
    var sheet = Sheet(files.flatMap(\.mapping))
    sheet.add("kind") { .text($0.kind) }
    sheet.add("role") { .text($0.role) }
    sheet.add("column") { .text($0.column) }
    return sheet.records
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
        let lines = file.log.findings.map(\.words)
        document.append(.code(lines.joined(separator: .verbatim("\n")), language: nil))
      }
    }
    return document
  }

  private func columnBlocks(of file: File) -> [Block] {
    guard !file.decisions.isEmpty else { return [] }
    return [.table(Self.columnSheet(of: [file]).table())]
      + (file.unmatched.isEmpty ? [] : [.table(Self.unmatchedSheet(of: [file]).table())])
  }

  /// A column of a file of people's data.
  private struct Column: Sendable {
    let path: String
    let decision: ColumnDecision
    let profile: ColumnProfile?
  }

  /// A value that a vocabulary does not know.
  private struct Unmatched: Sendable {
    let path: String
    let column: String
    let value: String
    let rows: Int
  }

  private var fileSheet: Sheet<File> {
    var sheet = Sheet(files)
    sheet.add("path") { .text($0.path) }
    sheet.add("kind") { .text($0.kind.plainText) }
    sheet.add("rows") { .integer($0.rows) }
    sheet.add("rejected") { .integer($0.rejected) }
    sheet.add("errors") { .integer($0.log.count(of: .error)) }
    sheet.add("warnings") { .integer($0.log.count(of: .warning)) }
    return sheet
  }

  /// The rows that each rule of a file set aside.
  private var setAsideSheet: Sheet<(path: String, rule: String, rows: Int)> {
    var sheet = Sheet(
      files.flatMap { file in
        file.setAside.map { (path: file.path, rule: $0.rule, rows: $0.rows) }
      })
    sheet.add("path") { .text($0.path) }
    sheet.add("rule") { .text($0.rule) }
    sheet.add("rows") { .integer($0.rows) }
    return sheet
  }

  /// The readings of all plans; people read those of one side by side.
  private var readingSheet: Sheet<(path: String, point: ReadingsTable.Point)> {
    var sheet = Sheet(
      files.flatMap { file in
        (file.readings?.lines ?? []).joined().map { (path: file.path, point: $0) }
      })
    sheet.add("path") { .text($0.path) }
    sheet.addReading { $0.point }
    return sheet
  }

  private static func columnSheet(of files: [File]) -> Sheet<Column> {
    var sheet = Sheet(
      files.flatMap { file in
        file.decisions.map {
          Column(path: file.path, decision: $0, profile: file.profile(of: $0))
        }
      })
    sheet.add("path") { .text($0.path) }
    sheet.add("column", "Column") { .text($0.decision.name) }
    sheet.add("role", .text("Taken for")) {
      .text($0.decision.role?.rawValue)
    } cell: {
      $0.decision.role.map { .strong(.init($0.rawValue)) } ?? .missing
    }
    sheet.add("reason", .text("Why")) {
      .text($0.decision.reason)
    } cell: {
      $0.decision.reason
    }
    sheet.add("missing") { .integer($0.profile?.missing) }
    sheet.add("missing_fraction", "Missing", .percentage()) { .double($0.profile?.missingShare) }
    sheet.add("distinct") { .integer($0.profile?.distinct) }
    sheet.add("smallest") { .double($0.profile?.smallest) }
    sheet.add("largest") { .double($0.profile?.largest) }
    sheet.add(.text("Range")) {
      guard let smallest = $0.profile?.smallest, let largest = $0.profile?.largest else {
        return .empty
      }
      return "\(number(smallest)) to \(number(largest))"
    }
    sheet.add("examples", .text("Examples")) {
      .text($0.profile?.examples.joined(separator: " | "))
    } cell: {
      Inline($0.profile?.examples.joined(separator: " | ") ?? "")
    }
    return sheet
  }

  private static func unmatchedSheet(of files: [File]) -> Sheet<Unmatched> {
    var sheet = Sheet(
      files.flatMap { file in
        file.unmatched.map {
          Unmatched(path: file.path, column: $0.column, value: $0.value, rows: $0.rows)
        }
      })
    sheet.add("path") { .text($0.path) }
    sheet.add("column", "Not in the vocabulary of") { .text($0.column) }
    sheet.add("value", "Value") { .text($0.value) }
    sheet.add("rows", "Rows", .number()) { .integer($0.rows) }
    return sheet
  }

  private static func number(_ value: Double) -> Inline {
    value == value.rounded()
      ? .number(value, places: 0) : .number(value, significantDigits: 6)
  }

  private func verdict(on log: FindingLog) -> Inline {
    let counts = Severity.allCases.reversed().compactMap { severity -> Inline? in
      let count = log.count(of: severity)
      guard count > 0 else { return nil }
      let shown = log.findings.count { $0.severity == severity }
      let noun: Inline =
        switch severity {
        case .error: "\(.number(count)) errors"
        case .warning: "\(.number(count)) warnings"
        case .note: "\(.number(count)) notes"
        }
      return shown < count ? "\(noun) (the first \(shown) are shown)" : noun
    }
    return counts.isEmpty ? "Nothing is wrong." : counts.joined(separator: ", ") + ":"
  }
}
