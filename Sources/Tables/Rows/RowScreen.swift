internal import CSVReading

/// The named rules by which rows that are no data are set aside, before anybody reads them.
public enum RowRule: String, Hashable, Sendable, CaseIterable {
  /// A line about the export below or among the rows: "Confidential Information - Do Not Distribute".
  case remark
  /// A total or count of other rows: "Summe".
  case totalRow = "total-row"
  /// The header once more.
  case repeatedHeader = "repeated-header"
  /// Written to the letter like an earlier row.
  case copy

  /// What the rule sets aside, as a phrase.
  public var summary: String {
    switch self {
    case .remark: "lines about the export"
    case .totalRow: "totals of other rows"
    case .repeatedHeader: "the header once more"
    case .copy: "copies of earlier rows, to the letter"
    }
  }
}

/// Sets rows aside that are no data.
struct RowScreen {
  private let header: [String]
  /// The columns without which a row is none.
  private let needed: [Int]
  /// Whether something in a row tells whose it is, so that an equal row is a copy.
  private let hasIdentity: Bool
  private var seen: Set<UInt64> = []

  init(_ table: InputTable) {
    header = table.file.header
    hasIdentity = table.kind.identity.map { table.column($0) != nil } ?? false
    let names = Set(table.kind.roles.filter { $0.isNeeded }.map { $0.name })
    needed = table.columns.filter { $0.role.map(names.contains) ?? false }.map { $0.position }
  }

  mutating func setsAside(_ record: inout CSVRecord) -> Bool {
    guard let rule = rule(record) else { return false }
    record.setAside(rule.rawValue)
    return true
  }

  private mutating func rule(_ record: borrowing CSVRecord) -> RowRule? {
    var first = 0
    while first < record.count, record.isEmpty(first) { first += 1 }
    guard first < record.count else { return nil }
    let lacksNeeded = needed.contains { record.isEmpty($0) }
    if lacksNeeded {
      if record.withBytes(first, { TotalLabel.matches($0) }) { return .totalRow }
      var filled = 0
      for field in first..<record.count where !record.isEmpty(field) { filled += 1 }
      if filled == 1, RemarkLine.matches(record.text(first)) { return .remark }
    }
    if record.text(first) == header[first], isHeader(record) { return .repeatedHeader }
    if hasIdentity, !seen.insert(record.withRowBytes { ByteHash.hash($0) }).inserted {
      return .copy
    }
    return nil
  }

  private func isHeader(_ record: borrowing CSVRecord) -> Bool {
    for field in 0..<record.count where record.label(field) != header[field] { return false }
    return true
  }
}
