package import Tables

extension InputDescription {
  /// Describes a table by what became of its rows.
  package init(path: String, _ account: TableAccount) {
    self.init(
      path: path, rows: account.rows, rejected: account.refused,
      setAside: Dictionary(uniqueKeysWithValues: account.setAside.map { ($0.rule, $0.rows) }))
  }
}
