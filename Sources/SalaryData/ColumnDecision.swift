/// What a column was taken for, and why.
public struct ColumnDecision: Hashable, Sendable {
  /// The position of the column, from 0.
  public let position: Int
  /// The name of the column.
  public let name: String
  /// What it holds; nil for a column that is not used.
  public var role: ColumnRole?
  /// Why, as a phrase.
  public var reason: String
}

/// What the columns of a file were taken for.
public struct ColumnRecognition: Hashable, Sendable {
  /// The decision for each column, in the order of the file.
  public internal(set) var columns: [ColumnDecision]

  /// Returns the position of the column that was taken for a role.
  public func position(of role: ColumnRole) -> Int? {
    columns.first { $0.role == role }?.position
  }

  /// Returns the name of the column that was taken for a role.
  public func name(of role: ColumnRole) -> String? {
    columns.first { $0.role == role }?.name
  }
}
