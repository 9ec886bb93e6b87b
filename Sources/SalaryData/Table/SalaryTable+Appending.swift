extension SalaryTable {
  /// Returns this table with the rows of another one below its own.
  ///
  /// A column that only one of them has is missing in the rows of the other; of two columns of one
  /// name the kind of this table's counts, and numbers become text where it holds categories.
  ///
  /// - Complexity: O(rows × columns).
  public func appending(_ other: SalaryTable) -> SalaryTable {
    var result = SalaryTable(rowCount: rowCount + other.rowCount)
    for name in names + other.names where result[name] == nil {
      switch self[name] ?? other[name] {
      case .numbers?:
        func numbers(of table: SalaryTable) -> [Double] {
          table.numbers(name) ?? [Double](repeating: .nan, count: table.rowCount)
        }
        result[name] = .numbers(numbers(of: self) + numbers(of: other))
      case .categories?:
        result[name] = .categories(
          categoriesForAppending(name).appending(other.categoriesForAppending(name)))
      case nil: break
      }
    }
    return result
  }

  private func categoriesForAppending(_ name: String) -> CategoryColumn {
    switch self[name] {
    case .categories(let column)?: column
    case .numbers(let numbers)?: CategoryColumn(numbers.map { $0.isNaN ? "" : "\($0)" })
    case nil: CategoryColumn(labels: [""], codes: [UInt32](repeating: 0, count: rowCount))
    }
  }
}

extension CategoryColumn {
  /// Returns this column with the values of another one below its own.
  func appending(_ other: CategoryColumn) -> CategoryColumn {
    var labels = labels
    var positions = Dictionary(uniqueKeysWithValues: zip(labels, labels.indices))
    let newCodes = other.labels.map { label -> UInt32 in
      if let position = positions[label] { return UInt32(position) }
      positions[label] = labels.count
      labels.append(label)
      return UInt32(labels.count - 1)
    }
    return CategoryColumn(
      labels: labels, codes: codes + other.codes.map { newCodes[Int($0)] })
  }
}
