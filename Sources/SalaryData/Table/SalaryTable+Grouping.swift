public import Findings

extension SalaryTable {
  /// Groups the rows by the values of one or several columns; the groups are in the order of their
  /// values, and only those that have rows.
  ///
  /// A column of numbers is grouped by the numbers as they are written.
  ///
  /// - Throws: `.usage` for a column that the table does not have.
  /// - Complexity: O(rows × columns grouped by + g log g) for g groups.
  public func grouped(by columns: [String]) throws(InputFailure) -> RowGroups {
    var categories: [CategoryColumn] = []
    for name in columns { categories.append(try self.categoriesForGrouping(name)) }
    guard let first = categories.first else {
      return RowGroups(
        columns: [], keys: [[]], groupOfRow: PackedColumn(repeatElement(0, count: rowCount)),
        rowCounts: [rowCount])
    }
    var codes = first.codes
    var keys = first.labels.map { [$0] }
    for column in categories.dropFirst() { (codes, keys) = Self.crossed(codes, keys, column) }
    return Self.ordered(columns, codes, keys)
  }

  private func categoriesForGrouping(_ name: String) throws(InputFailure) -> CategoryColumn {
    switch self[name] {
    case .categories(let column): return column
    case .numbers(let numbers):
      return CategoryColumn(
        numbers.map { number in
          if number.isNaN { return "" }
          return Int(exactly: number).map { String($0) } ?? "\(number)"
        })
    case nil:
      throw unknownColumn(name, of: .by)
    }
  }

  /// The failure for a column that the table does not have.
  func unknownColumn(_ name: String, of parameter: Parameter) -> InputFailure {
    InputFailure(
      .usage,
      Finding(
        "table.unknown-column", about: parameter, "there is no column \"\(name)\"",
        remedy: NearMiss.remedy(for: name, among: names)))
  }

  /// Numbers the pairs of a group so far and a value of a further column that do occur.
  private static func crossed(
    _ codes: PackedColumn<UInt32>, _ keys: [[String]], _ column: CategoryColumn
  ) -> (PackedColumn<UInt32>, [[String]]) {
    var positions: [UInt64: UInt32] = [:]
    var newKeys: [[String]] = []
    let newCodes = PackedColumn(rows: codes.count) { row -> UInt32 in
      let (code, other) = (codes[row], column.codes[row])
      let pair = UInt64(code) << 32 | UInt64(other)
      if let position = positions[pair] { return position }
      let position = UInt32(newKeys.count)
      positions[pair] = position
      newKeys.append(keys[Int(code)] + [column.labels[Int(other)]])
      return position
    }
    return (newCodes, newKeys)
  }

  /// Puts the groups that have rows in the order of their keys.
  private static func ordered(
    _ columns: [String], _ codes: PackedColumn<UInt32>, _ keys: [[String]]
  ) -> RowGroups {
    var counts = [Int](repeating: 0, count: keys.count)
    for code in codes { counts[Int(code)] += 1 }
    let order = keys.indices.filter { counts[$0] > 0 }
      .sorted { keys[$0].lexicographicallyPrecedes(keys[$1]) }
    var position = [UInt32](repeating: 0, count: keys.count)
    for (new, old) in order.enumerated() { position[old] = UInt32(new) }
    return RowGroups(
      columns: columns, keys: order.map { keys[$0] },
      groupOfRow: PackedColumn(rows: codes.count) { position[Int(codes[$0])] },
      rowCounts: order.map { counts[$0] })
  }
}
