internal import CSVReading
public import Findings
internal import MarketAnswers
internal import MarketFiles
internal import PayAnswers
internal import PlanFiles
internal import Regulations
public import SalaryData
public import Tables
internal import YAMLReading

/// Tells what files are, by their keys, their columns or their first bytes.
public struct FileRecognizer: Sendable {
  /// A table with what it was recognised by.
  struct RecognizedTable {
    var kind: FileKind
    /// The columns of a kind of table that people bring.
    var table: InputTable?
    /// The columns of a salary file.
    var salaries: ColumnRecognition
    /// How many columns have a role.
    var roles: Int = 0
  }

  private let tables: TableOptions
  private let salaries: SalaryReader

  /// Creates a recognizer with the words of column names.
  ///
  /// - Throws: `InputFailure` for datasets that cannot be read.
  public init(
    _ datasets: Datasets, tables: TableOptions = TableOptions(),
    salaries: SalaryReadingOptions = SalaryReadingOptions()
  ) throws(InputFailure) {
    var tables = tables
    tables.words = try datasets.columnWordsPath
    self.tables = tables
    self.salaries = SalaryReader(try datasets.salaryVocabularies(), options: salaries)
  }

  /// Returns the kind of a file that was taken for another one.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - wanted: The kinds that it was taken for.
  /// - Returns: Its kind; nil where it is one of those, where nothing tells, and for standard input.
  public func kind(of path: String, insteadOf wanted: [FileKind]) -> FileKind? {
    if path == "-" { return nil }
    if let kind = Self.kind(ofHead: path) { return kind }
    let name = path.lowercased()
    if name.hasSuffix(".md") { return .notebook }
    if name.hasSuffix(".yaml") || name.hasSuffix(".yml") {
      let kind = (try? YAMLDocument.read(path: path)).flatMap { FileKind.kind(of: $0) }
      return kind.flatMap { wanted.contains($0) ? nil : $0 }
    }
    guard let file = try? CSVFile(path: path), let found = try? recognize(file) else { return nil }
    if wanted.contains(found.kind) { return nil }
    // A roster with salaries is a list of people with their pay.
    if wanted.contains(.people), found.kind == .table(.roster), found.salaries.hasPay { return nil }
    // A file of a wanted kind with a misspelt column may be one of another kind by chance.
    let closest = wanted.compactMap { likeness(of: file, found, to: $0) }.max()
    // The percentages of filings look like pay.
    let isCertain = found.kind.refusal(at: file.place) != nil || found.kind == .table(.filings)
    if let closest, !isCertain, found.roles <= closest {
      return nil
    }
    return found.kind
  }

  /// How many columns of a table have a role in a kind; nil for what is no table.
  private func likeness(
    of file: CSVFile, _ found: RecognizedTable, to kind: FileKind
  ) -> Int? {
    switch kind {
    case .table(let kind): (try? InputTable(file, kind, tables))?.knownColumns ?? 0
    case .people, .published: found.salaries.knownColumns
    default: nil
    }
  }

  /// Tells what an open table is.
  ///
  /// - Throws: `.usage` for a mapping to what is not there.
  func recognize(_ file: CSVFile, runsPlan: Bool = false) throws(InputFailure) -> RecognizedTable {
    let recognition = try salaries.recognize(file)
    var found = RecognizedTable(kind: .otherTable, salaries: recognition)
    if SummaryTable.recognizes(header: file.header) {
      found.kind = .published
      found.roles = file.header.count
      return found
    }
    if let table = try InputTable.recognized(
      file, among: TableKind.ofInputs.filter { !runsPlan || $0 != .results }, tables),
      table.kind != .results || table.column("period") != nil,
      runsPlan || !recognition.hasPay || table.hasOwnNames
        || table.namesPaidSales && recognition.knownColumns < table.knownColumns
        || table.kind == .results && table.column("credit")?.isSure == true
    {
      found.kind = .table(table.kind)
      found.table = table
      found.roles = table.knownColumns
    } else if let table = try InputTable.likeliest(file, among: [.deals, .roster], tables),
      runsPlan || table.isUnmistakable
    {
      // Although a needed column is not found, which is then said.
      found.kind = .table(table.kind)
      found.table = table
      found.roles = table.knownColumns
    } else if TableShape.isMatrix(file) {
      found.kind = .matrix
    } else if TableShape.isSurveyCuts(file) {
      let table = try InputTable(file, .surveys, tables)
      found.kind = .table(.surveys)
      found.table = table
      found.roles = table.knownColumns
    } else if let table = try InputTable.recognized(file, among: [.filings], tables) {
      found.kind = .table(.filings)
      found.table = table
      found.roles = table.knownColumns
    } else if TableShape.isEmployers(file) {
      found.kind = .employers
    } else if recognition.hasPay {
      found.kind = .people
      found.roles = recognition.knownColumns
    }
    return found
  }

  /// What the first bytes of a file say.
  static func kind(ofHead path: String) -> FileKind? {
    guard let head = CSVFile.head(of: path, count: 4) else { return nil }
    let signatures: [([UInt8], FileKind)] = [
      ([0x89, 0x50, 0x4E, 0x47], .image), ([0xFF, 0xD8, 0xFF], .image),
      (Array("GIF8".utf8), .image), (Array("%PDF".utf8), .pdf),
    ]
    return signatures.first { head.starts(with: $0.0) }?.1
  }
}

extension InputTable {
  /// How many columns have a role.
  fileprivate var knownColumns: Int { columns.count { $0.role != nil } }

  /// Whether it is about what people sell and are paid for, and not about their pay alone.
  fileprivate var namesPaidSales: Bool {
    [.deals, .receipts].contains(kind) || kind == .roster && column("plan") != nil
  }

  /// Whether no other table has such columns, whatever else is missing.
  fileprivate var isUnmistakable: Bool {
    func has(_ roles: String...) -> Bool { roles.contains { column($0) != nil } }
    return kind == .roster
      ? has("plan") && has("variable", "quota")
      : has("close_date") && has("amount") && has("deal_id", "deal_name", "account", "stage")
  }

  /// Whether all columns that the kind needs have its own names for them.
  fileprivate var hasOwnNames: Bool {
    // One column alone may stand beside anything.
    kind.roles.count > 1
      && kind.roles.filter(\.isNeeded).allSatisfy { column($0.name)?.name == $0.name }
  }
}

extension ColumnRecognition {
  /// How many columns have a role.
  fileprivate var knownColumns: Int { columns.count { $0.role != nil } }

  /// Whether a column is pay.
  fileprivate var hasPay: Bool { columns.contains { $0.role?.isPay == true } }
}

/// Tables that are known by their shape: those that are not read, to be told so.
private enum TableShape {
  /// Whether rows and columns are groups of other rows: "Stage →", "Sum of Amount", "Record Count".
  static func isMatrix(_ file: CSVFile) -> Bool {
    let header = file.header.map { $0.trimmingBlanks }
    if header.contains(where: { $0.hasSuffix("→") }) { return true }
    let cells = [header] + file.sample.prefix(3).map { $0.map(\.trimmingBlanks) }
    return cells.contains { row in
      row.contains { cell in
        let words = Wording.words(of: cell)
        let isSum = words.starts(with: ["sum", "of"]) || words.starts(with: ["summe", "von"])
        return isSum && words.count <= 4 || words == ["record", "count"]
      }
    }
  }

  /// Whether at least three columns are percentiles, such as P25, "50th percentile" and "Median".
  static func isSurveyCuts(_ file: CSVFile) -> Bool {
    let names: [String: Int] = [
      "p10": 10, "p25": 25, "p50": 50, "p75": 75, "p90": 90, "10th": 10, "25th": 25, "50th": 50,
      "75th": 75, "90th": 90, "median": 50, "q1": 25, "q2": 50, "q3": 75,
    ]
    let found = file.header.compactMap { name in
      Wording.words(of: name).lazy.compactMap { names[$0] }.first
    }
    return Set(found).count >= 3
  }

  /// Whether each row is of another employer, and has its pay gap or pay ratio.
  static func isEmployers(_ file: CSVFile) -> Bool {
    let words = file.header.map { Set(Wording.words(ofHeader: $0)) }
    let names: Set<String> = [
      "employer", "company", "organisation", "organization", "unternehmen", "arbeitgeber", "issuer",
    ]
    let employer = words.firstIndex {
      !$0.isDisjoint(with: names) && $0.isSubset(of: names.union(["name"]))
    }
    let isGap = words.contains { words in
      !words.isDisjoint(with: ["gap", "diff"])
        && !words.isDisjoint(with: ["mean", "median", "hourly", "bonus", "pay"])
        || words.isSuperset(of: ["pay", "ratio"])
    }
    guard let employer, isGap else { return false }
    let values = file.sample.map { $0[employer] }
    return Set(values).count == values.count
  }
}

extension String {
  fileprivate var trimmingBlanks: String {
    String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}
