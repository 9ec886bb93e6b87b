internal import CSVReading
internal import Findings

/// The named rules by which rows that are no data are set aside, before anybody reads them.
enum RowRule: String {
  /// A total or count of other rows: "Summe".
  case totalRow = "total-row"
  /// The header once more.
  case repeatedHeader = "repeated-header"
  /// Written to the letter like an earlier row.
  case duplicateRow = "duplicate-row"
}

/// Tells which rows are no data, each by itself.
struct RowScreen: Sendable {
  private let header: [String]
  /// The lengths of the names, of which one is looked at in every row.
  private let headerCounts: [Int]
  /// The columns without which a row is none.
  private let needed: [Int]
  /// The field that tells what a row is about, so that an equal row is a copy; nil where none does.
  let identity: Int?
  /// The columns of people and of ids.
  private let identifying: [Int]
  /// Those of the needed columns that a total has.
  private let amounts: Set<Int>

  init(_ table: InputTable) {
    header = table.file.header
    headerCounts = header.map(\.utf8.count)
    identity = table.kind.identity.flatMap { table.column($0)?.position }
    let names = Set(table.kind.roles.filter { $0.isNeeded }.map { $0.name })
    identifying = table.columns.filter { $0.role == "rep" || $0.role == table.kind.identity }
      .map { $0.position }
    amounts = Set(table.columns.filter { $0.content == .amount }.map(\.position))
    needed = table.columns.filter { $0.role.map(names.contains) ?? false }.map { $0.position }
  }

  /// The rule by which a row is no data; nil for one that may only be a copy.
  func rule(_ record: borrowing CSVRecord) -> String? {
    var first = 0
    while first < record.count, record.isEmpty(first) { first += 1 }
    guard first < record.count else { return nil }
    let lacksNeeded = needed.contains { record.isEmpty($0) }
    // What needs one column alone is never without it, and nobody, and no deal, is called "Total".
    if lacksNeeded || needed.count == 1 || identifying.contains(first) {
      if record.withBytes(first, { TotalLabel.matches($0) }) { return RowRule.totalRow.rawValue }
    }
    if identifying.contains(first), record.withBytes(first, { TotalLabel.beginsGroup($0) }),
      !(first + 1..<record.count).contains(where: { record.text($0).contains(where: \.isLetter) })
    {
      return RowRule.totalRow.rawValue
    }
    if lacksNeeded {
      // Of the total of a group in a spreadsheet only its name and amounts are there.
      let isBare = needed.allSatisfy { $0 == first || amounts.contains($0) || record.isEmpty($0) }
      if isBare, TotalLabel.endsGroup(record.text(first)) { return RowRule.totalRow.rawValue }
      var filled = 0
      for field in first..<record.count where !record.isEmpty(field) { filled += 1 }
      if filled == 1, RemarkLine.matches(record.text(first)) { return CSVTally.remark }
    }
    if isHeader(record, from: first) { return RowRule.repeatedHeader.rawValue }
    return nil
  }

  private func isHeader(_ record: borrowing CSVRecord, from first: Int) -> Bool {
    // Nearly every row ends here, so no text is made of its cell.
    guard record.withBytes(first, { $0.count == headerCounts[first] }) else { return false }
    for field in 0..<record.count where record.label(field) != header[field] { return false }
    return true
  }
}
