internal import Amounts
internal import CSVReading
internal import Findings

/// Finds out what the columns of a table are for, from their names and their first values.
///
/// A name alone never decides against the values; where two columns could have a role and nothing
/// tells which, or values speak against the only one, it is asked about.
struct TableRecognizer {
  let kind: TableKind
  let mapping: TableMapping
  let file: CSVFile

  private(set) var columns: [TableColumn]
  private(set) var findings: [Finding] = []
  /// The roles that are decided, also those that a person said no column has.
  private var taken: Set<String> = []

  init(_ file: CSVFile, _ kind: TableKind, _ mapping: TableMapping) {
    self.kind = kind
    self.mapping = mapping
    self.file = file
    columns = file.header.enumerated().map { position, name in
      TableColumn(
        position: position, name: name, role: nil, content: .text,
        reason: "nothing speaks for a role")
    }
  }

  /// Decides about every column.
  ///
  /// - Parameter words: The table with the words of column names; it is read where a column has a name
  ///   of its own.
  /// - Throws: `.usage` for a mapping to what is not there.
  mutating func run(words: String?) throws(InputFailure) {
    try applyMapping()
    takeOwnNames()
    if let words, columns.contains(where: { $0.role == nil }) {
      takeWords(try ColumnWords(path: words, of: kind.name, roles: kind.roles.map { $0.name }))
    }
  }

  private mutating func give(_ role: TableRole, to position: Int, because reason: Inline) {
    columns[position].role = role.name
    columns[position].content = role.content
    columns[position].reason = reason
    taken.insert(role.name)
  }

  private var headerPlace: Place { file.headerPlace }

  private mutating func applyMapping() throws(InputFailure) {
    for name in mapping.roles(of: kind) {
      guard let column = mapping.column(of: name, in: kind) else { continue }
      guard let role = kind.role(name) else {
        throw InputFailure(
          .usage,
          Finding(
            "mapping.unknown-role", about: .map,
            "\"\(name)\" is nothing that a column can be mapped to",
            remedy: NearMiss.remedy(for: name, among: kind.roles.map { $0.name })))
      }
      taken.insert(name)
      if column.isEmpty { continue }
      let position =
        file.header.firstIndex(of: column)
        ?? file.header.firstIndex { $0.lowercased() == column.lowercased() }
      guard let position else {
        throw InputFailure(
          .usage,
          Finding(
            "mapping.unknown-column", at: headerPlace,
            "there is no column \"\(column)\" to map \(name) to",
            remedy: NearMiss.remedy(for: column, among: file.header)))
      }
      if let other = columns[position].role {
        throw InputFailure(
          .usage,
          Finding(
            "mapping.two-roles", at: headerPlace,
            "the column \"\(column)\" is mapped to \(other) and to \(name)",
            remedy: "keep one of the two"))
      }
      give(role, to: position, because: "mapped by hand")
    }
  }

  /// The names of the tool's own layout are what they say.
  private mutating func takeOwnNames() {
    for role in kind.roles where !taken.contains(role.name) {
      let names = ([role.name] + role.aliases).map(TableColumn.folded)
      let open = columns.filter { $0.role == nil }
      let position = names.lazy.compactMap { name in
        open.first { TableColumn.folded($0.name) == name }?.position
      }.first
      guard let position else { continue }
      give(role, to: position, because: "its name")
    }
  }

  private struct Claim {
    var position: Int
    var role: TableRole
    var match: ColumnWords.Match
    var evidence: Inline
  }

  /// Gives each role to the column whose name speaks for it most surely, if its values fit.
  private mutating func takeWords(_ words: ColumnWords) {
    var claims: [Claim] = []
    for position in columns.indices where columns[position].role == nil {
      guard let match = words.matches(in: columns[position].name).first else { continue }
      guard let role = match.role.flatMap({ kind.role($0) }) else {
        columns[position].reason = "\"\(match.phrase)\" in its name is of no use here"
        continue
      }
      if taken.contains(role.name) {
        let owner = columns.first { $0.role == role.name }?.name
        columns[position].reason =
          owner.map { "could be \(role.name), but \"\($0)\" is the surer one" }
          ?? "could be \(role.name), which was said to have no column"
        continue
      }
      guard Self.weak <= match.score else {
        columns[position].reason =
          "\"\(match.phrase)\" in its name speaks for \(role.name), but weakly"
        continue
      }
      guard let evidence = evidence(for: role.content, at: position) else {
        columns[position].reason =
          "\"\(match.phrase)\" in its name speaks for \(role.name), but the values do not"
        continue
      }
      claims.append(Claim(position: position, role: role, match: match, evidence: evidence))
    }
    claims.sort { ($1.match.score, $0.position) < ($0.match.score, $1.position) }
    for claim in claims {
      if taken.contains(claim.role.name) {
        let owner = columns.first { $0.role == claim.role.name }?.name ?? ""
        columns[claim.position].reason =
          "could be \(claim.role.name), but \"\(owner)\" is the surer one"
        continue
      }
      let rivals = claims.filter {
        $0.role == claim.role && $0.position != claim.position
          && claim.match.score - $0.match.score < Self.margin
      }
      if rivals.isEmpty {
        give(
          claim.role, to: claim.position,
          because: "\"\(claim.match.phrase)\" in its name; \(claim.evidence)")
      } else {
        ask(claim.role, among: [claim.position] + rivals.map { $0.position })
      }
    }
  }

  /// By how many points the name of one column has to be surer than another's.
  private static let margin = 5

  /// Below so many points a name alone is too little.
  private static let weak = 62

  private mutating func ask(_ role: TableRole, among positions: [Int]) {
    taken.insert(role.name)
    let names = positions.sorted().map { "\"\(columns[$0].name)\"" }.joined(separator: ", ")
    for position in positions {
      columns[position].reason = "could be \(role.name), as others could"
    }
    findings.append(
      Finding(
        "table.two-columns", role.isNeeded ? .error : .warning, at: headerPlace,
        "several columns could be \(role.name): \(names)",
        remedy: "say which with \(.parameter(.map, "\(role.name)=COLUMN"))"))
  }

  /// Returns what the first values say for a content, or nil when they speak against it.
  private func evidence(for content: TableRole.Content, at position: Int) -> Inline? {
    let values = file.sample.map { $0[position] }.filter { !MissingMark.isMissing($0) }
    guard !values.isEmpty else { return "no values at the top of the file" }
    if content == .identifier {
      let different = Set(values).count
      guard 2 * different > values.count else { return nil }
      return "\(different) of \(values.count) values at the top of the file differ"
    }
    guard content != .text else { return "any text fits" }
    let fitting = values.count { Self.fits($0, content) }
    guard 2 * fitting >= values.count else { return nil }
    return "\(fitting) of \(values.count) values at the top of the file fit"
  }

  /// Whether a text can be a cell of a content.
  static func fits(_ text: String, _ content: TableRole.Content) -> Bool {
    switch content {
    case .text, .identifier: return true
    case .amount:
      return (try? WrittenAmount(text, decimal: .point)) != nil
        || (try? WrittenAmount(text, decimal: .comma)) != nil
    case .share: return WrittenShare(text) != nil
    case .date: return WrittenDay(text) != nil
    case .month: return YearMonth(iso: text) != nil || WrittenDay(text) != nil
    case .currency: return !WrittenAmount.named(in: text).currencies.isEmpty
    }
  }

  /// The columns without a role whose first values could be of a content.
  func candidates(for content: TableRole.Content) -> [String] {
    columns.filter { column in
      guard column.role == nil else { return false }
      let values = file.sample.map { $0[column.position] }.filter { !MissingMark.isMissing($0) }
      let isPlain = content == .text || content == .identifier
      return !values.isEmpty
        && (isPlain
          ? !values.allSatisfy { Self.fits($0, .date) || Self.fits($0, .amount) }
          : values.allSatisfy { Self.fits($0, content) })
    }.map { $0.name }
  }
}
