internal import Findings
internal import SalaryData
internal import Statistics

/// The columns of a table by which people are made comparable in a regression.
///
/// What holds numbers enters as a number, or squared; the rest as factors whose reference is the most
/// frequent value.
struct Characteristics {
  private enum Content {
    case numbers([Double])
    case categories(CategoryColumn)
  }

  private let columns: [(name: String, content: Content)]

  /// Finds the columns and what they hold.
  ///
  /// - Throws: `.usage` for a column of numbers and words of which only the user can know what it is,
  ///   for a square of words, and for numbers asked for where there are none.
  init(_ characteristics: [Characteristic], in table: SalaryTable) throws(InputFailure) {
    var columns: [(name: String, content: Content)] = []
    for characteristic in characteristics {
      columns.append((characteristic.name, try Self.content(of: characteristic, in: table)))
    }
    self.columns = columns
  }

  /// Roles whose values are names even where they are written as numbers, such as industry codes.
  private static let nominal: Set<ColumnRole> = [
    .industry, .title, .employer, .state, .country, .city, .gender, .identifier,
  ]

  private static func content(
    of characteristic: Characteristic, in table: SalaryTable
  ) throws(InputFailure) -> Content {
    let column = characteristic.column
    func numbers(_ numbers: [Double]) -> Content {
      .numbers(characteristic.isSquared ? numbers.map { $0 * $0 } : numbers)
    }
    if characteristic.kind == .category { return .categories(table.categories(named: column)) }
    if let known = table.numbers(column) { return numbers(known.unpacked) }
    let categories = table.categories(named: column)
    let reading = categories.readNumbers()
    let words = reading.unreadable.prefix(3).map { "\"\($0.value)\"" }.joined(separator: ", ")
    if characteristic.kind == .number {
      guard reading.readable > 0 else {
        throw Characteristic.Obstacle.noNumbers(column: column, words: words).failure
      }
      return numbers(reading.numbers)
    }
    let isNominal = ColumnRole(rawValue: column).map(nominal.contains) ?? false
    if reading.readable > 0, reading.unreadable.isEmpty, !isNominal {
      return numbers(reading.numbers)
    }
    if reading.readable > reading.unreadable.reduce(0, { $0 + $1.rows }), !isNominal {
      throw Characteristic.Obstacle.numbersAndWords(characteristic, words: words).failure
    }
    guard !characteristic.isSquared else {
      throw Characteristic.Obstacle.squareOfWords(
        characteristic, words: words, mayBeCodes: isNominal
      ).failure
    }
    return .categories(categories)
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

  /// The terms of a regression over some rows, all of them complete, and how each column enters.
  func terms(_ rows: [Int]) -> (terms: [Predictors.Term], uses: [Characteristic.Use]) {
    var terms: [Predictors.Term] = []
    var uses: [Characteristic.Use] = []
    for (name, content) in columns {
      switch content {
      case .numbers(let numbers):
        terms.append(.number(name, rows.map { numbers[$0] }))
        uses.append(.init(name: name, kind: .number, values: [], reference: nil))
      case .categories(let categories):
        var counts = [Int](repeating: 0, count: categories.labels.count)
        for row in rows { counts[Int(categories.codes[row])] += 1 }
        let present = counts.indices.filter { counts[$0] > 0 }
        var position = [Int](repeating: 0, count: counts.count)
        for (new, old) in present.enumerated() { position[old] = new }
        let reference = present.indices.max { counts[present[$0]] < counts[present[$1]] } ?? 0
        let labels = present.map { categories.labels[$0] }
        terms.append(
          .factor(
            name, codes: rows.map { position[Int(categories.codes[$0])] }, levels: labels,
            reference: reference))
        uses.append(
          .init(
            name: name, kind: .category, values: labels,
            reference: labels.indices.contains(reference) ? labels[reference] : nil))
      }
    }
    return (terms, uses)
  }
}
