/// What became of the rows of a file.
///
/// The rows read come from the reader and the rows used from the table, so that they prove each other:
/// read = used + rejected + set aside.
public struct RowAccount: Hashable, Sendable {
  /// The rows that a rule set aside.
  public struct SetAside: Hashable, Sendable {
    /// The name of the rule.
    public let rule: String
    /// How many rows it set aside.
    public let rows: Int
  }

  /// The rows of the file, without header, blank lines and what stands above the header.
  public let read: Int
  /// The rows of the table.
  public let used: Int
  /// The rows that could not be read; the findings say why.
  public let rejected: Int
  /// The rows that rules set aside, in the order in which the rules apply.
  public let setAside: [SetAside]

  /// Whether every row is accounted for.
  public var isBalanced: Bool { read == used + rejected + setAside.reduce(0) { $0 + $1.rows } }

  /// Returns the number of rows that a rule set aside.
  public func rowsSetAside(by rule: CleaningRule) -> Int {
    setAside.first { $0.rule == rule.rawValue }?.rows ?? 0
  }
}
