public import Findings
internal import Tables

/// What a column was taken for, and why.
public struct ColumnDecision: Hashable, Sendable {
  /// The position of the column, from 0.
  public let position: Int
  /// The name of the column.
  public let name: String
  /// What it holds; nil for a column that is not used.
  public var role: ColumnRole?
  /// The role that another column has although the name of this one speaks for it as much.
  var rivalRole: ColumnRole?
  /// Why the column was taken for that, as a phrase that people read.
  public var reason: Inline
}

/// What the columns of a file were taken for.
public struct ColumnRecognition: Hashable, Sendable {
  /// The decision for each column, in the order of the file.
  public internal(set) var columns: [ColumnDecision]

  /// Returns the position of the column that was taken for a role.
  public func position(of role: ColumnRole) -> Int? {
    columns.first { $0.role == role }?.position
  }

  /// Returns the position of the column that has a name, or was taken for the role of that name.
  public func position(named name: String) -> Int? {
    ColumnRole(rawValue: name).flatMap { position(of: $0) }
      ?? columns.first { $0.name == name }?.position
      ?? columns.first { $0.name.lowercased() == name.lowercased() }?.position
  }

  /// Returns the name of the column that was taken for a role.
  public func name(of role: ColumnRole) -> String? {
    columns.first { $0.role == role }?.name
  }

  /// The columns that together tell whose row it is, so that an equal row is a copy; none where equal
  /// rows may be two people.
  ///
  /// An identifier does, a date with the time of day, or an employer with a title and a place.
  ///
  /// - Parameter sample: The first rows of the file.
  /// - Returns: Their names.
  func identifyingColumns(in sample: [[String]]) -> [String] {
    if let name = name(of: .identifier) { return [name] }
    if let date = columns.first(where: { $0.role == .date }) {
      let cells = sample.map { $0[date.position] }.filter { !MissingMark.isMissing($0) }
      if 2 * cells.count(where: { $0.contains(":") }) > cells.count { return [date.name] }
    }
    if let employer = name(of: .employer), let title = name(of: .title),
      let place = name(of: .city) ?? name(of: .state)
    {
      return [employer, title, place]
    }
    return []
  }
}
