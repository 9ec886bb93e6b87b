extension SalaryTable {
  /// Returns this table with the rows of another one below its own.
  ///
  /// A column that only one of them has is missing in the rows of the other; of two columns of one
  /// name the kind of this table's counts, and numbers become text where it holds categories.
  ///
  /// - Complexity: O(rows × columns).
  public func appending(_ other: SalaryTable) -> SalaryTable { .joined([self, other]) }

  /// Returns the rows of tables one below the other, as if each had been appended to those before it.
  ///
  /// - Complexity: O(rows × columns) for all of them together.
  package static func joined(_ tables: [SalaryTable]) -> SalaryTable {
    if tables.count == 1 { return tables[0] }
    var result = SalaryTable(rowCount: tables.reduce(0) { $0 + $1.rowCount })
    for name in tables.flatMap(\.names) where result[name] == nil {
      switch tables.lazy.compactMap({ $0[name] }).first {
      case .numbers?:
        var numbers = PackedColumn<Double>()
        numbers.reserveCapacity(result.rowCount)
        for table in tables {
          numbers.append(
            contentsOf: table.numbers(name)
              ?? PackedColumn(repeatElement(.nan, count: table.rowCount)))
        }
        result[name] = .numbers(numbers)
      case .categories?:
        result[name] = .categories(.joined(tables.map { $0.categoriesForAppending(name) }))
      case nil: break
      }
    }
    return result
  }

  private func categoriesForAppending(_ name: String) -> CategoryColumn {
    switch self[name] {
    case .categories(let column)?: column
    case .numbers(let numbers)?: CategoryColumn(numbers.map { $0.isNaN ? "" : "\($0)" })
    case nil: CategoryColumn(labels: [""], codes: PackedColumn(repeatElement(0, count: rowCount)))
    }
  }
}

extension CategoryColumn {
  /// Returns the values of columns one below the other, with the labels in the order in which they come.
  fileprivate static func joined(_ columns: [CategoryColumn]) -> CategoryColumn {
    var labels = [""]
    var positions: [String: UInt32] = ["": 0]
    var codes = PackedColumn<UInt32>()
    codes.reserveCapacity(columns.reduce(0) { $0 + $1.codes.count })
    for column in columns {
      let newCodes = column.labels.map { label -> UInt32 in
        if let position = positions[label] { return position }
        positions[label] = UInt32(labels.count)
        labels.append(label)
        return UInt32(labels.count - 1)
      }
      codes.append(column.codes, renumberedBy: newCodes)
    }
    return CategoryColumn(labels: labels, codes: codes)
  }
}
