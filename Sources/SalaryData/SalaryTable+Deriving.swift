public import Amounts

extension SalaryTable {
  /// Adds a column of numbers made from the row number.
  ///
  /// - Complexity: O(rows).
  public mutating func derive(_ name: String, numbers: (Int) -> Double) {
    self[name] = .numbers((0..<rowCount).map(numbers))
  }

  /// Adds a column of categories made from the values of another one, and lists the values that the
  /// function has no answer for.
  ///
  /// - Complexity: O(rows), and one call for each distinct value.
  @discardableResult
  public mutating func derive(
    _ name: String, from column: CategoryColumn,
    unmatched policy: CategoryColumn.Unmatched = .missing, _ meaning: (String) -> String?
  ) -> Classification {
    let classification = column.classified(unmatched: policy, meaning)
    self[name] = .categories(classification.column)
    return classification
  }

  /// Moves the pay of every row to one month, each from its own date, or from one date for all.
  ///
  /// `date` is a column of months as `YearMonth.monthNumber`. A row without a date loses its pay,
  /// and the number of such rows is returned.
  ///
  /// - Throws: `IndexGap` for the first date that the index has no value for.
  /// - Complexity: O(rows).
  public mutating func age(
    _ pay: [ColumnRole], to month: YearMonth, by aging: Aging, from source: DateSource
  ) throws(IndexGap) -> Int {
    var undated = 0
    var factors: [Double] = []
    switch source {
    case .month(let start):
      factors = [Double](
        repeating: try aging.factor(from: start, to: month).value, count: rowCount)
    case .column(let name):
      var known: [Double: Double] = [:]
      let dates = numbers(name) ?? [Double](repeating: .nan, count: rowCount)
      factors.reserveCapacity(rowCount)
      for date in dates {
        if let factor = known[date] {
          factors.append(factor)
        } else if let number = Int(exactly: date) {
          let factor = try aging.factor(from: YearMonth(monthNumber: number), to: month).value
          known[date] = factor
          factors.append(factor)
        } else {
          undated += 1
          factors.append(.nan)
        }
      }
    }
    for role in pay {
      guard let amounts = numbers(role) else { continue }
      self[role.rawValue] = .numbers(zip(amounts, factors).map { $0 * $1 })
    }
    return undated
  }

  /// Where the date of a row's pay is from.
  public enum DateSource: Hashable, Sendable {
    /// All pay is of one month.
    case month(YearMonth)
    /// Each row has its month in a column.
    case column(String)
  }
}
