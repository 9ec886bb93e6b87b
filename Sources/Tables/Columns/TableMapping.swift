public import Amounts
public import CSVReading
public import Findings

/// Which columns of which tables hold what, and how their cells are written, as a person says it.
///
/// It overrules what is recognised. A mapping file is a table of it, so that the export of next month is
/// read as the one of this month was:
///
///     kind,role,column
///     deals,rep,Opportunity Owner
///     deals,decimal,comma
///     roster,hire_date,Start
public struct TableMapping: Hashable, Sendable {
  /// A row of a mapping file.
  public struct Row: Hashable, Sendable {
    /// The kind of table.
    public var kind: String
    /// What is mapped: the role of a column, or a setting such as "decimal".
    public var role: String
    /// The column, or the word for the setting.
    public var column: String

    /// Creates a row.
    public init(kind: String, role: String, column: String) {
      self.kind = kind
      self.role = role
      self.column = column
    }
  }

  private struct Target: Hashable {
    /// The column, or the word for a convention; empty where a table has no such column.
    var text: String
    /// Where a person said so.
    var subject: Finding.Subject
  }

  /// By kind of table and role; what is said of whatever kind a table is stands under "".
  private var targets: [String: [String: Target]] = [:]

  /// Forgets what is said of a kind of table.
  public mutating func remove(_ kind: TableKind) {
    targets[kind.name] = nil
  }

  /// The mapping files that it was read from.
  public private(set) var files: [String] = []

  /// Creates a mapping that says nothing.
  public init() {}

  /// Adds "rep=COLUMN", or "roster.rep=COLUMN" for another kind of table; without a column the role is
  /// left empty. "decimal=comma", "dates=dmy", "all_by=PERSON", "part_time_pay=actual" and
  /// "full_time_hours=40" say how the whole table is to be understood.
  ///
  /// - Parameters:
  ///   - text: What a person wrote.
  ///   - kind: The kind of table that a role without one is of; nil for whatever a table is.
  ///   - kinds: The kinds of tables that there are.
  /// - Throws: `.usage` for text that does not say what maps to what, a role that there is not, and for
  ///   two columns of a role.
  public mutating func add(
    _ text: String, to kind: TableKind?, among kinds: [TableKind]
  ) throws(InputFailure) {
    guard let equals = text.firstIndex(of: "="), equals != text.startIndex else {
      throw InputFailure(
        .usage,
        Finding(
          "mapping.syntax", about: .map, "\"\(text)\" does not say what maps to what",
          remedy: "write ROLE=COLUMN, such as rep=\"Opportunity Owner\""))
    }
    var role = text[..<equals]
    var own = kind
    if let point = role.firstIndex(of: "."),
      let named = kinds.first(where: { $0.name == role[..<point] })
    {
      own = named
      role = role[role.index(after: point)...]
    }
    try add(
      String(role), String(text[text.index(after: equals)...]), to: own, among: kinds,
      about: .parameter(.map))
  }

  /// Adds what people typed for a verb that reads only some of the kinds of tables.
  ///
  /// - Throws: What `add` throws, and `.usage` for a kind that is not read, of which a mapping would change
  ///   nothing.
  public mutating func add(
    typed texts: [String], to kind: TableKind?, reading read: [TableKind],
    among kinds: [TableKind]
  ) throws(InputFailure) {
    for text in texts {
      try add(text, to: kind, among: kinds)
      let name = text.prefix { $0 != "." && $0 != "=" }
      guard text.dropFirst(name.count).first == ".",
        let own = kinds.first(where: { $0.name == name }), !read.contains(own)
      else { continue }
      throw InputFailure(
        .usage,
        Finding(
          "mapping.other-kind", about: .map, "no table of the kind \"\(own.name)\" is read here",
          remedy: "the kinds that are read here are \(read.map(\.name).joined(separator: ", "))"))
    }
  }

  /// Adds what a mapping file says and was not said before.
  ///
  /// - Parameters:
  ///   - path: A table with the columns `role` and `column`, and `kind` for several kinds of tables.
  ///   - kind: The kind of table that a row without one is of; nil for whatever a table is.
  ///   - kinds: The kinds of tables that there are.
  /// - Throws: `.noInput` when the file cannot be opened, `.badData` for what is wrong in it.
  /// - Complexity: O(size of the file).
  public mutating func add(
    path: String, to kind: TableKind?, among kinds: [TableKind]
  ) throws(InputFailure) {
    try add(CSVFile(path: path, options: ReferenceTable.options), to: kind, among: kinds)
  }

  /// Adds what an open mapping file says and was not said before.
  public mutating func add(
    _ file: CSVFile, to kind: TableKind?, among kinds: [TableKind]
  ) throws(InputFailure) {
    var read = TableMapping()
    try ReferenceTable.read(
      file, columns: ["role", "column"], optional: ["kind"]
    ) { (record, columns, others) throws(InputFailure) in
      let role = record.label(columns[0])
      // Blank lines between kinds are no mapping.
      guard !role.isEmpty else { return }
      var own = kind
      if let field = others[0], !record.isEmpty(field) {
        let name = record.label(field)
        own = kinds.first { $0.name == name }
        if own == nil {
          throw InputFailure(
            .badData,
            record.finding(
              "mapping.unknown-kind", field: field, "there is no kind of table \"\(name)\"",
              remedy: NearMiss.remedy(for: name, among: kinds.map(\.name))))
        }
      }
      try read.add(
        role, record.label(columns[1]), to: own, among: kinds,
        about: .place(record.place(columns[0])))
    }
    read.files = [file.name]
    follow(read)
  }

  /// What it says of some kinds of tables, each as `add` takes it.
  package func texts(of kinds: [TableKind]) -> [String] {
    targets.sorted { $0.key < $1.key }.flatMap { kind, roles in
      guard kind.isEmpty || kinds.contains(where: { $0.name == kind }) else { return [String]() }
      return roles.sorted { $0.key < $1.key }.map { role, target in
        "\(kind.isEmpty ? "" : "\(kind).")\(role)=\(target.text)"
      }
    }
  }

  /// Takes from another mapping what this one does not say.
  public mutating func follow(_ other: TableMapping) {
    targets.merge(other.targets) { said, further in said.merging(further) { said, _ in said } }
    files += other.files.filter { !files.contains($0) }
  }

  private mutating func add(
    _ role: String, _ text: String, to kind: TableKind?, among kinds: [TableKind],
    about subject: Finding.Subject
  ) throws(InputFailure) {
    let code: InputFailure.Code = subject == .parameter(.map) ? .usage : .badData
    // A plan may name further columns of its tables, which is found out when one is read.
    let isKnown = (kind.map { [$0] } ?? kinds).contains { $0.maps(role) }
    let isFurther = kind?.hasFurtherColumns ?? false && TableSetting(rawValue: role) == nil
    guard isKnown || isFurther else {
      throw InputFailure(
        code, unknown(role, among: (kind.map { [$0] } ?? kinds).flatMap(\.mapped), about: subject))
    }
    if let setting = TableSetting(rawValue: role), !setting.takes(text) {
      throw InputFailure(
        code,
        Finding(
          "mapping.setting", about: subject, "\"\(text)\" is nothing that \(role) can be",
          remedy: NearMiss.remedy(for: text, among: setting.words)))
    }
    let name = kind?.name ?? ""
    if let earlier = targets[name]?[role], earlier.text != text {
      throw InputFailure(
        code,
        Finding(
          "mapping.two-columns", about: subject,
          "\(role) is mapped to \"\(earlier.text)\" and to \"\(text)\"",
          remedy: "keep one of the two"))
    }
    targets[name, default: [:]][role] = Target(text: text, subject: subject)
  }

  /// The finding for a role that there is not.
  private func unknown(
    _ role: String, among roles: [String], about subject: Finding.Subject
  ) -> Finding {
    Finding(
      "mapping.unknown-role", about: subject,
      "\"\(role)\" is nothing that a column can be mapped to",
      remedy: NearMiss.remedy(for: role, among: roles))
  }

  private func target(of role: String, in kind: TableKind) -> Target? {
    targets[kind.name]?[role] ?? targets[""]?[role]
  }

  /// Returns the column that a role was mapped to; empty text for none.
  public func column(of role: String, in kind: TableKind) -> String? {
    target(of: role, in: kind)?.text
  }

  /// Returns the decimal separator that was said of a kind of table.
  public func decimal(in kind: TableKind) -> DecimalConvention? {
    target(of: TableSetting.decimal.rawValue, in: kind)
      .flatMap { DecimalConvention(rawValue: $0.text) }
  }

  /// Returns the order of day and month that was said of a kind of table.
  public func dates(in kind: TableKind) -> DateOrder? {
    target(of: TableSetting.dates.rawValue, in: kind).flatMap { DateOrder(rawValue: $0.text) }
  }

  /// Returns whose all rows of a kind of table are.
  public func allBy(in kind: TableKind) -> String? {
    target(of: TableSetting.allBy.rawValue, in: kind)?.text
  }

  /// Returns what was said of the pay of people who work part time.
  package func partTimePay(in kind: TableKind) -> PartTimePay? {
    target(of: TableSetting.partTimePay.rawValue, in: kind)
      .flatMap { PartTimePay(rawValue: $0.text) }
  }

  /// Returns the hours of a week that were said to be full time.
  package func fullTimeHours(in kind: TableKind) -> Ratio? {
    target(of: TableSetting.fullTimeHours.rawValue, in: kind)
      .flatMap { Ratio(decimal: $0.text) }
  }

  /// The roles of a kind that it maps to columns, in alphabetical order.
  package func roles(of kind: TableKind) -> [String] {
    let said = Set((targets[kind.name] ?? [:]).keys)
    let general = (targets[""] ?? [:]).keys.filter { kind.role($0) != nil }
    return said.union(general).filter { TableSetting(rawValue: $0) == nil }.sorted()
  }

  /// Returns the position in a file of each column that a role of a kind is mapped to; nil for a role
  /// that no column has.
  ///
  /// - Throws: `.usage` for a column that is not there, and for one with two roles.
  package func positions(
    of kind: TableKind, in file: CSVFile
  ) throws(InputFailure) -> [(role: String, position: Int?)] {
    var positions: [(role: String, position: Int?)] = []
    for role in roles(of: kind) {
      guard let column = column(of: role, in: kind), !column.isEmpty else {
        positions.append((role, nil))
        continue
      }
      // The names of a plan are looked for when it names them.
      guard kind.role(role) != nil else { continue }
      let position = try Self.position(of: column, for: role, in: file)
      if let other = positions.first(where: { $0.position == position }) {
        throw InputFailure(
          .usage,
          Finding(
            "mapping.two-roles", at: file.headerPlace,
            "the column \"\(column)\" is mapped to \(other.role) and to \(role)",
            remedy: "keep one of the two"))
      }
      positions.append((role, position))
    }
    return positions
  }

  /// Returns the position of a column that a person named for a role.
  static func position(
    of column: String, for role: String, in file: CSVFile
  ) throws(InputFailure) -> Int {
    let position =
      file.header.firstIndex(of: column)
      ?? file.header.firstIndex { $0.lowercased() == column.lowercased() }
    if let position { return position }
    throw InputFailure(
      .usage,
      Finding(
        "mapping.unknown-column", at: file.headerPlace,
        "there is no column \"\(column)\" to map \(role) to",
        remedy: NearMiss.remedy(for: column, among: file.header)))
  }

  /// Whether a kind has all that was said of whatever kind a table is.
  func fits(_ kind: TableKind) -> Bool {
    (targets[""] ?? [:]).keys.allSatisfy { kind.maps($0) }
  }

  /// Refuses what was said of whatever kind a table is, and is nothing of the kind that it is.
  ///
  /// - Throws: `.usage` for a role that the kind does not have.
  package func refuseOthers(than kind: TableKind) throws(InputFailure) {
    let other = (targets[""] ?? [:]).keys.sorted().first { !kind.maps($0) }
    if let other { throw InputFailure(.usage, unknown(other, in: kind)) }
  }

  /// The finding for a role that neither the kind of table nor a plan has.
  package func unknown(_ role: String, in kind: TableKind) -> Finding {
    unknown(
      role, among: kind.mapped,
      about: target(of: role, in: kind)?.subject ?? .parameter(.map))
  }
}

/// What a mapping says of a whole table, beside the roles of its columns.
package enum TableSetting: String, CaseIterable {
  /// The decimal separator.
  case decimal
  /// Whether day or month comes first.
  case dates
  /// Whose all rows are.
  case allBy = "all_by"
  /// What the pay of people who work part time is.
  case partTimePay = "part_time_pay"
  /// The hours of a week that are full time.
  case fullTimeHours = "full_time_hours"

  /// The words that it can be; none where it is a name.
  var words: [String] {
    switch self {
    case .decimal: DecimalConvention.allCases.map(\.rawValue)
    case .dates: DateOrder.allCases.map(\.rawValue)
    case .partTimePay: PartTimePay.allCases.map(\.rawValue)
    case .allBy, .fullTimeHours: []
    }
  }

  func takes(_ text: String) -> Bool {
    switch self {
    case .allBy: !text.isEmpty
    case .fullTimeHours:
      Ratio(decimal: text).map { .zero < $0 && $0 <= WorkingTime.hoursOfWeek } ?? false
    case .decimal, .dates, .partTimePay: words.contains(text)
    }
  }

  /// Whether it says something of a kind of table.
  func isOf(_ kind: TableKind) -> Bool {
    switch self {
    case .decimal: kind.roles.contains { $0.content == .amount || $0.content == .rate }
    case .dates: kind.roles.contains { $0.content == .date || $0.content == .month }
    case .allBy: kind.canBeOfOnePerson
    case .partTimePay, .fullTimeHours: kind.role(WorkingTime.shareRole) != nil
    }
  }
}

extension TableKind {
  /// What can be mapped of it.
  fileprivate var mapped: [String] {
    roles.map(\.name) + TableSetting.allCases.filter { $0.isOf(self) }.map(\.rawValue)
  }

  fileprivate func maps(_ role: String) -> Bool { mapped.contains(role) }
}
