internal import SalaryData
internal import Statistics

/// The columns of a table by which people are made comparable in a regression.
///
/// Numbers enter as they are, and "experience^2" squared; categories as factors whose reference is
/// the most frequent value.
struct Characteristics {
  private enum Content {
    case numbers([Double])
    case categories(CategoryColumn)
  }

  private let columns: [(name: String, content: Content)]

  /// The column that a characteristic is made of: "experience" of "experience^2".
  static func column(of name: String) -> String {
    name.hasSuffix(square) ? String(name.dropLast(square.count)) : name
  }

  private static let square = "^2"

  /// Finds the columns; one that the table does not have is missing for everybody.
  init(_ names: [String], in table: SalaryTable) {
    columns = names.map { name in
      let column = Self.column(of: name)
      if let numbers = table.numbers(column) {
        return (name, .numbers(name == column ? numbers : numbers.map { $0 * $0 }))
      }
      return (name, .categories(table.categories(named: column)))
    }
  }

  /// Whether everything is known of a row.
  func isComplete(_ row: Int) -> Bool {
    columns.allSatisfy { column in
      switch column.content {
      case .numbers(let numbers): numbers[row].isFinite
      case .categories(let categories): categories.codes[row] != 0
      }
    }
  }

  /// The rows whose every category occurs in both parts, 0 and 1; the others have no counterpart.
  ///
  /// Leaving some out may leave others alone, so it goes on until nothing changes.
  ///
  /// - Complexity: O(rows × columns) for each time around; few in practice.
  func withCounterpart(_ rows: [Int], part: (Int) -> Int) -> [Int] {
    var rows = rows
    while true {
      var kept = rows
      for column in columns {
        guard case .categories(let categories) = column.content else { continue }
        var seen = [[Bool]](
          repeating: [Bool](repeating: false, count: categories.labels.count), count: 2)
        for row in kept { seen[part(row)][Int(categories.codes[row])] = true }
        kept = kept.filter { row in
          let code = Int(categories.codes[row])
          return seen[0][code] && seen[1][code]
        }
      }
      if kept.count == rows.count { return rows }
      rows = kept
    }
  }

  /// The terms of a regression over some rows, all of them complete.
  func terms(_ rows: [Int]) -> [Predictors.Term] {
    columns.map { name, content in
      switch content {
      case .numbers(let numbers): return .number(name, rows.map { numbers[$0] })
      case .categories(let categories):
        var counts = [Int](repeating: 0, count: categories.labels.count)
        for row in rows { counts[Int(categories.codes[row])] += 1 }
        let present = counts.indices.filter { counts[$0] > 0 }
        var position = [Int](repeating: 0, count: counts.count)
        for (new, old) in present.enumerated() { position[old] = new }
        let reference = present.indices.max { counts[present[$0]] < counts[present[$1]] }
        return .factor(
          name, codes: rows.map { position[Int(categories.codes[$0])] },
          levels: present.map { categories.labels[$0] }, reference: reference ?? 0)
      }
    }
  }
}
