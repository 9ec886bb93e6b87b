/// What became of the rows of a file: each was used, rejected or set aside.
public struct RowCount: Hashable, Sendable {
  /// The rows that the results rest on.
  public var used: Int
  /// The rows that could not be read.
  public var rejected: Int
  /// The rows that a named rule left out.
  public var setAside: Int

  /// Creates a count.
  public init(used: Int = 0, rejected: Int = 0, setAside: Int = 0) {
    self.used = used
    self.rejected = rejected
    self.setAside = setAside
  }

  /// The rows of the file. It is the sum by construction, so the account is always true.
  public var read: Int { used + rejected + setAside }
}
