/// US federal taxes on wages by year and filing status, read from tables with their legal sources.
public struct FederalTaxes: Sendable {
  /// The calendar years that there are rules of, in rising order.
  public let years: [Int]
  /// The rules of every year and status.
  package let entries: [WageTaxYear]

  package init(_ entries: [WageTaxYear]) {
    self.entries = entries
    years = Set(entries.map { $0.year }).sorted()
  }

  /// Returns the rules of a year; nil for one that the tables do not have.
  public func rules(year: Int, status: FilingStatus) -> WageTaxYear? {
    entries.first { $0.year == year && $0.status == status }
  }

  /// Returns the rules of a year, or those of the nearest year that the tables have.
  ///
  /// Whoever uses the rules of another year should say so: its `year` tells.
  public func nearestRules(year: Int, status: FilingStatus) -> WageTaxYear? {
    let nearest = years.min { abs($0 - year) < abs($1 - year) }
    return nearest.flatMap { rules(year: $0, status: status) }
  }

  /// Returns the rules of several years from one on, of each the nearest that there are.
  package func rules(from first: Int, years count: Int, status: FilingStatus) -> [WageTaxYear] {
    (0..<count).compactMap { nearestRules(year: first + $0, status: status) }
  }
}
