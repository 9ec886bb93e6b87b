public import Findings

/// What became of a row of a salary file.
public struct RowFate: Hashable, Sendable {
  /// What became of it.
  public enum Outcome: Hashable, Sendable {
    /// It is this row of the table, from 0.
    case used(row: Int)
    /// A rule of this name left it out.
    case setAside(rule: String)
    /// It could not be read, for these reasons.
    case rejected([Inline])
  }

  /// The line on which the row begins.
  public let line: Int
  /// What became of it.
  public let outcome: Outcome
}
