public import CSVReading
public import Findings
internal import Tables

/// Which columns hold what, as a person says it; it overrules what is recognised.
public struct ColumnMapping: Hashable, Sendable {
  /// The column for a role by its name; empty text where the file has no such column.
  public private(set) var columns: [ColumnRole: String] = [:]

  /// Creates a mapping that says nothing.
  public init() {}

  /// Adds "base_pay=COLUMN"; without a column the role is left empty.
  public mutating func add(_ text: String) throws(InputFailure) {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else {
      throw InputFailure(
        .usage,
        Finding(
          "mapping.syntax", about: .map, "\"\(text)\" does not say what maps to what",
          remedy: "write ROLE=COLUMN, such as base_pay=\"Annual salary\""))
    }
    try add(role: String(parts[0]), column: String(parts[1]), about: .parameter(.map))
  }

  /// Adds the pairs of a table with the columns `role` and `column`.
  ///
  /// - Complexity: O(size of the file).
  public mutating func add(path: String) throws(InputFailure) {
    try add(CSVFile(path: path, options: ReferenceTable.options))
  }

  /// Adds the pairs of an open table with the columns `role` and `column`.
  ///
  /// - Complexity: O(size of the file).
  public mutating func add(_ file: CSVFile) throws(InputFailure) {
    var pairs: [(role: String, column: String, place: Place)] = []
    try ReferenceTable.read(
      file, columns: ["role", "column"]
    ) { (record, columns, _) throws(InputFailure) in
      pairs.append((record.text(columns[0]), record.text(columns[1]), record.place(columns[0])))
    }
    for pair in pairs { try add(role: pair.role, column: pair.column, about: .place(pair.place)) }
  }

  private mutating func add(
    role: String, column: String, about subject: Finding.Subject
  ) throws(InputFailure) {
    let code: InputFailure.Code = subject == .parameter(.map) ? .usage : .badData
    guard let known = ColumnRole(rawValue: role) else {
      throw InputFailure(
        code,
        Finding(
          "mapping.unknown-role", about: subject,
          "\"\(role)\" is nothing that a column can be mapped to",
          remedy: NearMiss.remedy(for: role, among: ColumnRole.allCases.map(\.rawValue))))
    }
    if let earlier = columns[known], earlier != column {
      throw InputFailure(
        code,
        Finding(
          "mapping.two-columns", about: subject,
          "\(known.rawValue) is mapped to \"\(earlier)\" and to \"\(column)\"",
          remedy: "keep one of the two"))
    }
    columns[known] = column
  }
}
