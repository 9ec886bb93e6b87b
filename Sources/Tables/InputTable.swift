public import Amounts
public import CSVReading
public import Findings

/// What a reader of tables is told; what it is not told, it finds out, or asks about.
public struct TableOptions: Hashable, Sendable {
  /// The table with the words of column names; without it a column is known by its own name alone.
  public var words: String?
  /// Which columns hold what, where names and values mislead.
  public var mapping: TableMapping = TableMapping()
  /// The decimal separator of all amounts.
  public var decimal: DecimalConvention?
  /// Whether day or month comes first in all dates.
  public var dates: DateOrder?
  /// Whose all rows of a table without a column for people are; nil asks for the column.
  public var allBy: String?
  /// How files are written.
  public var csv: CSVOptions = CSVOptions()

  /// Creates options that leave everything to the reader.
  public init() {}
}

/// A table that people bring, opened: what its columns are for, and how its cells are written.
///
/// It is the one way from files to deals, people, scores, payments, rates, gifts and histories.
public struct InputTable: Sendable {
  /// The file.
  public let file: CSVFile
  /// What kind of table it is.
  public let kind: TableKind
  /// The columns, in the order of the file.
  public private(set) var columns: [TableColumn]
  /// What was found so far.
  public var log: FindingLog
  /// What the reader was told.
  public let options: TableOptions
  /// The columns that could fill a role, by what its cells are.
  private let recognizer: TableRecognizer

  /// Opens a file as a table of a kind; "-" is standard input.
  ///
  /// - Throws: `.noInput` when the file cannot be opened, `.usage` for a mapping to what is not there.
  public init(
    path: String, _ kind: TableKind, _ options: TableOptions = TableOptions()
  ) throws(InputFailure) {
    var csv = options.csv
    csv.setsRemarksAside = true
    try self.init(CSVFile(path: path, options: csv), kind, options)
  }

  /// Takes text for a file; `file` is what findings call it.
  public init(
    csv: String, file: String, _ kind: TableKind, _ options: TableOptions = TableOptions()
  ) throws(InputFailure) {
    var asked = options.csv
    asked.setsRemarksAside = true
    try self.init(CSVFile(bytes: Array(csv.utf8), name: file, options: asked), kind, options)
  }

  /// Takes a file that has been opened.
  public init(
    _ file: CSVFile, _ kind: TableKind, _ options: TableOptions = TableOptions()
  ) throws(InputFailure) {
    var recognizer = TableRecognizer(file, kind, options.mapping)
    try recognizer.run(words: options.words)
    self.file = file
    self.kind = kind
    self.options = options
    self.recognizer = recognizer
    columns = recognizer.columns
    log = FindingLog()
    for finding in file.findings + recognizer.findings { log.add(finding) }
  }

  /// Where the header is.
  public var headerPlace: Place { file.headerPlace }

  /// Returns the column of a role.
  public func column(_ role: String) -> TableColumn? { columns.first { $0.role == role } }

  /// Returns the column of a role that must be there, or reports that it is not, with the columns that
  /// could be it.
  public mutating func required(_ role: String) -> TableColumn? {
    if let column = column(role) { return column }
    let isAsked = log.findings.contains { $0.kind == "table.two-columns" && $0.severity == .error }
    let content = kind.role(role)?.content ?? .text
    let slip = NearMiss.closest(to: role, among: file.header)
    let candidates = recognizer.candidates(for: content).map { "\"\($0)\"" }
    let remedy: Inline? =
      if slip != nil {
        NearMiss.remedy(for: role, among: file.header)
      } else if candidates.isEmpty {
        NearMiss.remedy(for: role, among: file.header)
      } else {
        "which column is it? \(candidates.joined(separator: ", ")); say \(.parameter(.map, "\(role)=COLUMN"))"
      }
    if !isAsked || !recognizer.findings.contains(where: { $0.message.plainText.contains(role) }) {
      log.add(
        Finding(
          "csv.missing-column", at: headerPlace, "there is no column \"\(role)\"", remedy: remedy))
    }
    return nil
  }

  /// Returns the column of a name, as what its cells are; for columns that a plan names.
  ///
  /// A mapping of the name overrules the header.
  public mutating func column(
    named name: String, _ content: TableRole.Content
  ) -> TableColumn? {
    let wanted = TableColumn.folded(name)
    if var column = column(name) {
      column.content = content
      return column
    }
    guard let index = columns.firstIndex(where: { TableColumn.folded($0.name) == wanted })
    else { return nil }
    if columns[index].role == nil {
      columns[index].role = name
      columns[index].reason = "the plan names it"
      columns[index].content = content
    }
    var column = columns[index]
    column.content = content
    return column
  }

  /// Has the cells of a column read as something; for columns that are no role of the kind.
  public mutating func reading(
    _ column: TableColumn, as content: TableRole.Content
  ) -> TableColumn {
    columns[column.position].content = content
    return columns[column.position]
  }

  /// Reports columns whose names are hardly different from that of an optional role, which is not there.
  public mutating func reportNearMisses(
    of known: [String], _ severity: Severity, in what: String
  ) {
    let present = Set(
      columns.flatMap { [$0.name, $0.role ?? ""] }.map(TableColumn.folded))
    let absent = known.filter { !present.contains(TableColumn.folded($0)) }
    let others = Set(known.map(TableColumn.folded))
    for column in columns
    where column.role == nil && !others.contains(TableColumn.folded(column.name)) {
      let letters = Array(TableColumn.folded(column.name))
      // Short names are near each other by chance.
      let match = absent.first {
        NearMiss.distance(letters, Array(TableColumn.folded($0))).map {
          $0 <= (letters.count < 6 ? 1 : 2)
        } ?? false
      }
      guard let match else { continue }
      log.add(
        Finding(
          "csv.column", severity, at: headerPlace,
          "\(what) has no column \"\(column.name)\", so it is not read",
          remedy: "did you mean \"\(match)\"?"))
    }
  }

  /// Throws what was found, if any of it is an error.
  public func check() throws(InputFailure) {
    if log.hasErrors { throw InputFailure(.badData, log) }
  }
}
