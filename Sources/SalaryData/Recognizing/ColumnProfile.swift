/// What a column of a file holds, over all its rows.
public struct ColumnProfile: Hashable, Sendable {
  /// What the column was taken for, and why.
  public let decision: ColumnDecision
  /// The number of rows that were looked at.
  public let rows: Int
  /// The rows without a value, also those that only write that there is none, such as "n/a".
  public let missing: Int
  /// The smallest of the numbers, as written; nil in a column of text.
  public let smallest: Double?
  /// The largest of the numbers, as written; nil in a column of text.
  public let largest: Double?
  /// The number of distinct values; nil when there are more than `distinctLimit`.
  public let distinct: Int?
  /// The first few distinct values.
  public let examples: [String]

  /// The share of rows without a value, from 0 to 1.
  public var missingShare: Double { rows == 0 ? 0 : Double(missing) / Double(rows) }

  /// Up to how many distinct values are counted, so that a column of names needs little memory.
  public static let distinctLimit: Int = 10_000
  static let exampleCount = 3
}
