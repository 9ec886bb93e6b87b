public import CSVReading
public import Findings

extension InputTable {
  /// Returns what kind of table a file is: the one of which it has all needed columns, and most others.
  ///
  /// - Parameters:
  ///   - file: The file.
  ///   - kinds: The kinds that are thought of; of equals the first.
  ///   - options: How tables are read.
  /// - Returns: The file as a table of that kind; nil where it is none of them.
  /// - Throws: `.usage` for a mapping to what is not there.
  public static func recognized(
    _ file: CSVFile, among kinds: [TableKind], _ options: TableOptions
  ) throws(InputFailure) -> InputTable? {
    var best: (table: InputTable, roles: Int)?
    var refused: InputFailure?
    // What is mapped of whatever the file is tells what it can be.
    let meant = kinds.filter { options.mapping.fits($0) }
    for kind in meant.isEmpty ? kinds : meant {
      let table: InputTable
      do {
        table = try InputTable(file, kind, options)
      } catch  where error.code == .usage {
        // What is mapped of another kind is not there.
        refused = refused ?? error
        continue
      }
      let roles = table.columns.compactMap { $0.role }
      let needed = kind.roles.filter { $0.isNeeded }.map { $0.name }
      // That two columns could have a role says that one has it.
      let areThere = needed.allSatisfy { roles.contains($0) || table.askedRoles.contains($0) }
      guard areThere, roles.count >= min(2, kind.roles.count)
      else { continue }
      if best.map({ $0.roles < roles.count }) ?? true { best = (table, roles.count) }
    }
    if best == nil, let refused { throw refused }
    return best?.table
  }

  /// Returns the kind of which a file has the most columns, where it is known to be one of them although
  /// a needed column is not found; nil where it has hardly any.
  ///
  /// - Throws: `.usage` for a mapping to what is not there.
  public static func likeliest(
    _ file: CSVFile, among kinds: [TableKind], _ options: TableOptions
  ) throws(InputFailure) -> InputTable? {
    var best: (table: InputTable, roles: Int)?
    for kind in kinds {
      let table = try InputTable(file, kind, options)
      let roles = table.columns.count { $0.role != nil }
      if roles > 1, best.map({ $0.roles < roles }) ?? true { best = (table, roles) }
    }
    return best?.table
  }
}
