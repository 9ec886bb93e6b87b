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
  /// The roles that several columns could have.
  private(set) var askedRoles: Set<String> = []

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

  private mutating func give(
    _ role: TableRole, to position: Int, isSure: Bool = true, because reason: Inline
  ) {
    columns[position].isSure = isSure
    columns[position].role = role.name
    columns[position].content = role.content
    columns[position].reason = reason
    taken.insert(role.name)
  }

  private var headerPlace: Place { file.headerPlace }

  private mutating func applyMapping() throws(InputFailure) {
    for (name, position) in try mapping.positions(of: kind, in: file) {
      // Other names may be those of a plan, which is not known here.
      guard let role = kind.role(name) else { continue }
      taken.insert(name)
      if let position { give(role, to: position, because: "mapped by hand") }
    }
  }

  /// The names of the tool's own layout are what they say.
  private mutating func takeOwnNames() {
    for role in kind.roles where !taken.contains(role.name) {
      let names = ([role.name] + role.aliases).map(TableColumn.folded)
      let open = columns.filter { $0.role == nil }
      func position(_ name: String) -> Int? {
        open.first { TableColumn.folded($0.name) == name }?.position
      }
      guard let name = names.first(where: { position($0) != nil }), let first = position(name)
      else { continue }
      // What a second column of the same name is called.
      if let second = position("\(name)_2") {
        ask(role, among: [first, second])
      } else {
        give(role, to: first, because: "its name")
      }
    }
  }

  /// Gives each role to the column whose name speaks for it most surely, if its values fit.
  private mutating func takeWords(_ words: ColumnWords) {
    var claims: [ColumnClaim] = []
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
      guard Self.weak <= match.score, match.stands(in: columns[position].name) else {
        columns[position].reason =
          "\"\(match.phrase)\" in its name speaks for \(role.name), but weakly"
        continue
      }
      if role.content == .amount, Wording.namesPercentage(columns[position].name),
        !Wording.namesPercentage(match.phrase)
      {
        columns[position].reason = "it is a percentage by its name, and no amount"
        continue
      }
      guard let evidence = evidence(for: role.content, at: position, match.score) else {
        columns[position].reason =
          "\"\(match.phrase)\" in its name speaks for \(role.name), but the values do not"
        continue
      }
      claims.append(
        ColumnClaim(position: position, role: role.name, match: match, evidence: evidence))
    }
    for (claim, verdict) in ColumnClaim.settle(claims, taken: &taken, margin: Self.margin) {
      guard let role = kind.role(claim.role) else { continue }
      switch verdict {
      case .given:
        give(
          role, to: claim.position, isSure: Self.sure <= claim.match.score, because: claim.reason)
      case .open(let positions): ask(role, among: positions)
      case .beaten where askedRoles.contains(claim.role):
        columns[claim.position].reason = "could be \(claim.role), as others could"
      case .beaten:
        let owner = columns.first { $0.role == claim.role }?.name ?? ""
        columns[claim.position].reason =
          "could be \(claim.role), but \"\(owner)\" is the surer one"
      }
    }
  }

  /// By how many points the name of one column has to be surer than another's.
  private static let margin = 5

  /// Below so many points a name alone is too little.
  private static let weak = 62

  /// From so many points on a name says what the rows are, also where values repeat.
  private static let sure = 95

  private mutating func ask(_ role: TableRole, among positions: [Int]) {
    taken.insert(role.name)
    askedRoles.insert(role.name)
    let names = positions.sorted().map { "\"\(columns[$0].name)\"" }.joined(separator: ", ")
    for position in positions {
      columns[position].reason = "could be \(role.name), as others could"
    }
    findings.append(
      Finding(
        "table.two-columns", role.isNeeded ? .error : .warning, at: headerPlace,
        "several columns could be \(role.name): \(names)",
        remedy: "say which with \(.parameter(.map, kind.mapping(role.name)))"))
  }

  /// Returns what the first values say for a content, or nil when they speak against it.
  private func evidence(
    for content: TableRole.Content, at position: Int, _ score: Int
  ) -> Inline? {
    let values = ColumnValues(file.sample.map { $0[position] })
    // A deal that is split or has several products stands in several rows.
    if content == .identifier, score < Self.sure { return values.evidenceOfIdentity }
    let isAnyText = content == .text || content == .identifier
    return values.evidence(fitting: isAnyText ? nil : { content.fits($0) }, least: 0.5)
  }
}

extension TableRole.Content {
  /// Whether a text can be a cell of it.
  package func fits(_ text: String) -> Bool {
    switch self {
    case .text, .identifier: true
    case .amount, .rate:
      DecimalConvention.allCases.contains { (try? WrittenAmount(text, decimal: $0)) != nil }
    case .share: WrittenShare(text) != nil
    case .flag: WrittenFlag(text) != nil
    case .date: WrittenDay(text) != nil
    case .month:
      YearMonth(iso: WrittenPeriod.name(of: text) ?? text) != nil || WrittenDay(text) != nil
    case .currency: !WrittenAmount.named(in: text).currencies.isEmpty
    }
  }
}

extension ColumnWords.Match {
  /// Whether the phrase says what a whole name is about.
  ///
  /// One word among others seldom does: "Discount percent" is no share of a deal, and "Tax amount" not
  /// what was sold. A currency beside it changes nothing.
  ///
  /// - Parameters:
  ///   - name: The name of the column.
  ///   - words: Further words that change nothing.
  /// - Returns: Whether nothing else of weight stands in it.
  package func stands(in name: String, besides words: Set<String> = []) -> Bool {
    let phrase = Wording.words(of: phrase)
    guard phrase.count == 1 else { return true }
    return Wording.words(ofHeader: Wording.question(of: name)).allSatisfy { word in
      phrase.contains(word) || Self.fillers.contains(word) || words.contains(word)
        || !WrittenAmount.named(in: word).currencies.isEmpty
    }
  }

  private static let fillers: Set<String> = ["in", "the", "of", "deal", "opportunity", "id"]
}
