public import CSVReading
package import Findings

/// What became of the rows of a table: rows = used + set aside + refused.
public struct TableAccount: Hashable, Sendable {
  /// The rows of the file, without header, blank lines and what stands above the header.
  public let rows: Int
  /// The rows that were used.
  public let used: Int
  /// The rows that something is wrong with; the findings say what.
  public let refused: Int
  /// The rows that rules set aside, by the name of the rule, in alphabetical order.
  public let setAside: [SetAside]

  /// The rows that a rule set aside.
  public struct SetAside: Hashable, Sendable {
    /// The name of the rule.
    public let rule: String
    /// How many rows it set aside.
    public let rows: Int
  }

  /// Takes the account of a file.
  public init(_ tally: CSVTally) {
    rows = tally.rows
    used = tally.used
    refused = tally.rejected
    setAside = tally.setAside.sorted { $0.key < $1.key }
      .map { SetAside(rule: $0.key, rows: $0.value) }
  }
}

extension TableAccount.SetAside {
  /// The rows and the rule, as in "3 total-row".
  package var words: Inline { "\(rows) \(Inline.phrase(rule))" }
}
