public import Amounts
public import CSVReading
public import Findings

/// What a reader of tables is told; what it is not told, it finds out, or asks about.
public struct TableOptions: Hashable, Sendable {
  /// The table with the words of column names; without it a column is known by its own name alone.
  public var words: String?
  /// The table with the words for genders, by which groups of a column of them are put together; without
  /// it each spelling is a group.
  public var genders: String?
  /// Whether the table with the words was looked for and is not there, which is then said.
  public var lacksWords: Bool = false
  /// Which columns hold what, where names and values mislead.
  public var mapping: TableMapping = TableMapping()
  /// The decimal separator of all amounts.
  public var decimal: DecimalConvention?
  /// Whether day or month comes first in all dates.
  public var dates: DateOrder?
  /// Whose all rows of a table without a column for people are; nil asks for the column.
  public var allBy: String?
  /// Whether other plans read the table too, so that a mapping may be of a name that one of them has.
  package var isReadByOthers: Bool = false
  /// The most rows of a compressed table that are no copies of others.
  package var rowLimit: Int = 5_000_000
  /// The number of threads that read a table of which there may be millions of rows, nil for one a core;
  /// the result does not depend on it.
  public var threads: Int? = 1
  /// How files are written.
  public var csv: CSVOptions = CSVOptions()

  /// Creates options that leave everything to the reader.
  public init() {}

  /// The same with what a mapping says of a kind of table, where nothing else was said.
  fileprivate func following(_ mapping: TableMapping, in kind: TableKind) -> TableOptions {
    var options = self
    options.decimal = decimal ?? mapping.decimal(in: kind)
    options.dates = dates ?? mapping.dates(in: kind)
    options.allBy = allBy ?? mapping.allBy(in: kind)
    return options
  }
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
  public package(set) var log: FindingLog
  /// What became of the rows; nil until they are read.
  public internal(set) var account: TableAccount?
  /// The rows that were refused, as CSV below their header, where they are to be kept.
  package internal(set) var rejects: [UInt8] = []
  /// Whether it is known that no two rows have the same in the column that tells what they are about.
  package internal(set) var haveOwnIdentities: Bool = false
  /// What the reader was told.
  public let options: TableOptions
  /// How the cells were found to be written; from the first rows until all of them are read.
  var writing: TableWriting = TableWriting()
  /// The roles that several columns could have, which was asked about.
  let askedRoles: Set<String>
  /// The names of a plan's columns that were mapped.
  private var usedMappings: Set<String> = []

  /// Opens a file as a table of a kind; "-" is standard input.
  ///
  /// - Throws: `.noInput` when the file cannot be opened, `.usage` for a mapping to what is not there.
  public init(
    path: String, _ kind: TableKind, _ options: TableOptions = TableOptions()
  ) throws(InputFailure) {
    try self.init(CSVFile(path: path, options: options.csv), kind, options)
  }

  /// Takes text for a file; `file` is what findings call it.
  public init(
    csv: String, file: String, _ kind: TableKind, _ options: TableOptions = TableOptions()
  ) throws(InputFailure) {
    try self.init(
      CSVFile(bytes: Array(csv.utf8), name: file, options: options.csv), kind, options)
  }

  /// Takes a file that has been opened.
  public init(
    _ file: CSVFile, _ kind: TableKind, _ options: TableOptions = TableOptions()
  ) throws(InputFailure) {
    var recognizer = TableRecognizer(file, kind, options.mapping)
    try recognizer.run(words: options.words)
    self.file = file.settingRemarksAside()
    self.kind = kind
    self.options = options.following(options.mapping, in: kind)
    askedRoles = recognizer.askedRoles
    columns = recognizer.columns
    log = FindingLog()
    for finding in file.findings + recognizer.findings { log.add(finding) }
    let unknown = columns.filter { $0.role == nil }.map { "\"\($0.name)\"" }
    if options.lacksWords, !unknown.isEmpty {
      log.add(
        Finding(
          "table.no-words", .warning, at: headerPlace,
          "there are no datasets here, so that no column is known by another name than the tool's own: not read are \(unknown.joined(separator: ", "))",
          remedy: "set ONTARGET_DATASETS to the folder of the datasets"))
    }
    writing = decide(sampleEvidence()).writing
  }

  /// Where the header is.
  public var headerPlace: Place { file.headerPlace }

  /// About how many rows the file has, by its size and the first of them; 0 where that says nothing.
  package var expectedRows: Int {
    guard let byteCount = file.byteCount, !file.dialect.isCompressed, file.dialect.sheet == nil,
      !file.sample.isEmpty
    else { return 0 }
    let size = file.sample.reduce(0) { sum, fields in
      fields.reduce(sum) { $0 + $1.utf8.count + 1 }
    }
    return byteCount * file.sample.count / max(1, size) + 1
  }

  /// The most rows that are read which are no copies of others. The size of a file says how many it can have; a small
  /// compressed one can have any number, and they are kept in memory.
  var rowLimit: Int {
    file.dialect.isCompressed || file.dialect.sheet != nil ? options.rowLimit : .max
  }

  /// Returns the column of a role.
  public func column(_ role: String) -> TableColumn? { columns.first { $0.role == role } }

  /// What a mapping file says to have another table of the kind read as this one is.
  public var mapping: [TableMapping.Row] {
    let roles = kind.roles.map(\.name)
    let told = options.mapping.roles(of: kind)
    let said = (roles + told.filter { !roles.contains($0) }).compactMap { role in
      let column = column(role)?.name
      return (column ?? (told.contains(role) ? "" : nil)).map { (role, $0) }
    }
    let settings: [(TableSetting, String?)] = [
      (.decimal, writing.decimal?.rawValue), (.dates, writing.dates?.rawValue),
      (.allBy, kind.canBeOfOnePerson ? options.allBy : nil),
      (.partTimePay, options.mapping.column(of: TableSetting.partTimePay.rawValue, in: kind)),
      (.fullTimeHours, options.mapping.column(of: TableSetting.fullTimeHours.rawValue, in: kind)),
    ]
    return
      (said + settings.compactMap { setting, text in text.map { (setting.rawValue, $0) } })
      .map { TableMapping.Row(kind: kind.name, role: $0, column: $1) }
  }

  /// Returns the column of a role that must be there, or reports that it is not, with the columns that
  /// could be it.
  public mutating func required(_ role: String) -> TableColumn? {
    if let column = column(role) { return column }
    if askedRoles.contains(role) { return nil }
    // A name that is near, but whose values are something else, is none that was meant.
    let content = kind.role(role)?.content ?? .text
    var fitting = candidates(for: content) { $0 == nil }
    // Such as "deal", which may name a deal or tell it from others.
    if fitting.isEmpty {
      fitting = candidates(for: content) { $0.flatMap { kind.role($0) }?.isNeeded == false }
    }
    let candidates = fitting.map { "\"\($0)\"" }
    let hasNearName = NearMiss.closest(to: role, among: fitting) != nil
    log.add(
      Finding(
        "csv.missing-column", at: headerPlace, "there is no column \"\(role)\"",
        remedy: hasNearName || candidates.isEmpty
          ? NearMiss.remedy(for: role, among: fitting.isEmpty ? file.header : fitting)
          : "which column is it? \(candidates.joined(separator: ", ")); say \(.parameter(.map, kind.mapping(role)))"
      ))
    return nil
  }

  /// The columns whose first values could be of a content, of those whose role may be another one.
  private func candidates(
    for content: TableRole.Content, among isFree: (String?) -> Bool
  ) -> [String] {
    columns.filter { column in
      guard isFree(column.role) else { return false }
      let values = file.sample.map { $0[column.position] }.filter { !MissingMark.isMissing($0) }
      let isText = content == .text || content == .identifier
      return !values.isEmpty
        && (isText
          ? !values.allSatisfy {
            TableRole.Content.date.fits($0) || TableRole.Content.amount.fits($0)
          }
          : values.allSatisfy { content.fits($0) })
    }.map { $0.name }
  }

  /// Returns the column of a name that a plan gives, read as something.
  ///
  /// A mapping of the name overrules the header.
  ///
  /// - Throws: `.usage` for a mapping to a column that is not there.
  public mutating func column(
    named name: String, _ content: TableRole.Content
  ) throws(InputFailure) -> TableColumn? {
    let found: Int?
    if let mapped = options.mapping.column(of: name, in: kind), kind.role(name) == nil {
      usedMappings.insert(name)
      found = mapped.isEmpty ? nil : try TableMapping.position(of: mapped, for: name, in: file)
    } else {
      let wanted = TableColumn.folded(name)
      found =
        columns.firstIndex { $0.role == name }
        ?? columns.firstIndex { TableColumn.folded($0.name) == wanted }
    }
    guard let found else { return nil }
    if columns[found].role == nil {
      columns[found].role = name
      columns[found].reason = "the plan names it"
    }
    return reading(columns[found], as: content)
  }

  /// Has the column of one role stand for another one, which no column has.
  package mutating func move(_ role: String, to other: String) {
    guard column(other) == nil, let position = column(role)?.position else { return }
    columns[position].role = other
  }

  /// Has no column stand for a role.
  package mutating func drop(_ role: String, because reason: Inline) {
    guard let position = column(role)?.position else { return }
    columns[position].role = nil
    columns[position].reason = reason
  }

  /// Refuses mappings of names that neither the kind of table nor a plan has.
  func refuseUnusedMappings() throws(InputFailure) {
    if options.isReadByOthers { return }
    for name in options.mapping.roles(of: kind)
    where kind.role(name) == nil && !usedMappings.contains(name) {
      throw InputFailure(.usage, options.mapping.unknown(name, in: kind))
    }
  }

  /// Has the first values of a column taken for something; for columns that are no role of the kind.
  ///
  /// One that is read in several ways keeps the first: how its cells are written is told by all of them.
  public mutating func reading(
    _ column: TableColumn, as content: TableRole.Content
  ) -> TableColumn {
    if columns[column.position].content == .text { columns[column.position].content = content }
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

  /// Says which columns are not read, where somebody could expect them to be.
  public mutating func sayUnused(_ severity: Severity) {
    let names = columns.filter { $0.role == nil }.map { "\"\($0.name)\"" as Inline }
    guard !names.isEmpty else { return }
    let shown = names.prefix(12) + (names.count > 12 ? [.verbatim("…")] : [])
    log.add(
      Finding(
        "table.unused", severity, at: headerPlace,
        "not read are the columns \(Array(shown).joined(separator: ", "))",
        remedy: "if one is needed, say what it holds: \(.parameter(.map, "ROLE=COLUMN"))"))
  }

  /// Throws what was found, if any of it is an error.
  public func check() throws(InputFailure) {
    if log.hasErrors { throw InputFailure(.badData, log) }
  }
}
