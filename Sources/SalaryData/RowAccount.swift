/// What became of the rows of a file.
///
/// The rows read come from the reader and the rows used from the table, so that they prove each other:
/// read = used + rejected + set aside.
public struct RowAccount: Hashable, Sendable {
  /// The rows of the file, without header, blank lines and what stands above the header.
  public let read: Int
  /// The rows of the table.
  public let used: Int
  /// The rows that could not be read; the findings say why.
  public let rejected: Int
  /// The rows that a rule set aside, by the name of the rule, in the order in which rules apply.
  public let setAside: [(rule: String, rows: Int)]

  /// Whether every row is accounted for.
  public var isBalanced: Bool { read == used + rejected + setAside.reduce(0) { $0 + $1.rows } }

  /// Returns the number of rows that a rule set aside.
  public func setAside(by rule: CleaningRule) -> Int {
    setAside.first { $0.rule == rule.rawValue }?.rows ?? 0
  }

  public static func == (left: RowAccount, right: RowAccount) -> Bool {
    left.read == right.read && left.used == right.used && left.rejected == right.rejected
      && left.setAside.elementsEqual(right.setAside, by: ==)
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(read)
    hasher.combine(used)
  }
}
