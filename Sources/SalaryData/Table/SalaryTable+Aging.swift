public import Amounts

extension SalaryTable {
  /// Where the date of a row's pay is from.
  public enum DateSource: Hashable, Sendable {
    /// All pay is of one month.
    case month(YearMonth)
    /// Each row has its month in a column of categories, as "2021-05".
    case column(String)
  }

  /// The months that occur in the column of dates, in their order; empty without such a column.
  ///
  /// - Complexity: O(rows).
  public var months: [YearMonth] {
    guard let dates = categories(.date) else { return [] }
    return zip(dates.labels, dates.counts()).filter { $0.1 > 0 }
      .compactMap { YearMonth(iso: $0.0) }.sorted()
  }

  /// Moves the pay of every row to one month, each from its own date, or from one date for all.
  ///
  /// A row without a date loses its pay, and the number of such rows is returned.
  ///
  /// - Throws: `IndexGap` for the first date that the index has no value for.
  /// - Complexity: O(rows).
  public mutating func age(
    _ pay: [ColumnRole], to month: YearMonth, by aging: Aging, from source: DateSource
  ) throws(IndexGap) -> Int {
    switch source {
    case .month(let start):
      let factor = try aging.factor(from: start, to: month).value
      multiply(pay) { _ in factor }
      return 0
    case .column(let name):
      guard let dates = categories(name) else {
        multiply(pay) { _ in .nan }
        return rowCount
      }
      let counts = dates.counts()
      var undated = 0
      var factors: [Double] = []
      for (label, count) in zip(dates.labels, counts) {
        guard let start = YearMonth(iso: label) else {
          undated += count
          factors.append(.nan)
          continue
        }
        factors.append(count == 0 ? .nan : try aging.factor(from: start, to: month).value)
      }
      multiply(pay) { factors[Int(dates.codes[$0])] }
      return undated
    }
  }

  private mutating func multiply(_ pay: [ColumnRole], by factor: (Int) -> Double) {
    for role in pay {
      guard var amounts = numbers(role) else { continue }
      amounts.multiply(by: factor)
      self[role.rawValue] = .numbers(amounts)
    }
  }
}
