public import Findings

/// Which columns hold what, as a person says it; it overrules what is recognised.
public struct TableMapping: Hashable, Sendable {
  /// The column of each role, by kind of table; empty text where a table has no such column.
  private var columns: [String: [String: String]] = [:]

  /// Creates a mapping that says nothing.
  public init() {}

  /// Returns the column that a role was mapped to.
  public func column(of role: String, in kind: TableKind) -> String? {
    columns[kind.name]?[role]
  }

  /// The roles of a kind that it names.
  func roles(of kind: TableKind) -> [String] { (columns[kind.name] ?? [:]).keys.sorted() }

  /// Adds "rep=COLUMN" or "roster.rep=COLUMN"; without a column the role is left empty.
  ///
  /// - Parameters:
  ///   - text: What a person wrote.
  ///   - kind: The kind of table that a role without one is of.
  /// - Throws: `.usage` for text that does not say what maps to what, and for two columns of a role.
  public mutating func add(_ text: String, to kind: TableKind) throws(InputFailure) {
    guard let equals = text.firstIndex(of: "="), equals != text.startIndex else {
      throw InputFailure(
        .usage,
        Finding(
          "mapping.syntax", about: .map, "\"\(text)\" does not say what maps to what",
          remedy: "write ROLE=COLUMN, such as rep=\"Opportunity Owner\""))
    }
    let name = String(text[..<equals])
    let column = String(text[text.index(after: equals)...])
    var (kind, role) = (kind.name, name)
    if let point = name.firstIndex(of: ".") {
      kind = String(name[..<point])
      role = String(name[name.index(after: point)...])
    }
    if let earlier = columns[kind]?[role], earlier != column {
      throw InputFailure(
        .usage,
        Finding(
          "mapping.two-columns", about: .map,
          "\(role) is mapped to \"\(earlier)\" and to \"\(column)\"", remedy: "keep one of the two")
      )
    }
    columns[kind, default: [:]][role] = column
  }
}
