internal import Findings
public import Tables

extension TableKind {
  /// People with their pay: a row for each.
  public static let people: TableKind = TableKind(
    "people", "people's pay",
    ColumnRole.allCases.map { role in
      TableRole(role.rawValue, role.isPay ? .amount : .text)
    })
}
