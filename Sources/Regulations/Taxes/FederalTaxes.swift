internal import Amounts
internal import CSVReading
public import Findings

/// US federal taxes on wages by year and filing status, read from tables with their legal sources.
public struct FederalTaxes: Sendable {
  /// The calendar years that the tables have, in rising order.
  public let years: [Int]
  private let entries: [Key: WageTaxYear]

  private struct Key: Hashable {
    var year: Int
    var status: FilingStatus
  }

  /// Reads the two tables.
  ///
  /// Both have the columns `year`, `filing_status` (empty for all), `item`, `amount`, `rate` and
  /// `source`. A row of a rate says that it holds from the amount on.
  ///
  /// - Throws: `.badData` for a row that is not right, and for a year that lacks something.
  /// - Complexity: O(size of the files).
  public init(incomeTaxPath: String, payrollTaxPath: String) throws(InputFailure) {
    var items = TaxItems()
    try items.read(incomeTaxPath, [.standardDeduction, .bracket])
    try items.read(payrollTaxPath, [.socialSecurity, .medicare, .additionalMedicare])
    var entries: [Key: WageTaxYear] = [:]
    let years = items.years
    for year in years {
      for status in FilingStatus.allCases {
        func slices(_ item: TaxItems.Item, _ path: String) throws(InputFailure)
          -> [RateSchedule.Slice]
        {
          if let slices = items.slices(item, year: year, status: status) { return slices }
          throw InputFailure(
            .badData,
            Finding(
              "dataset.incomplete", at: Place(file: path),
              "there is no \(item.rawValue) for \(year), \(status.rawValue)"))
        }
        let deduction = try slices(.standardDeduction, incomeTaxPath)[0].from
        entries[Key(year: year, status: status)] = WageTaxYear(
          year: year, status: status, standardDeduction: deduction,
          incomeTax: RateSchedule(try slices(.bracket, incomeTaxPath)),
          socialSecurity: RateSchedule(try slices(.socialSecurity, payrollTaxPath)),
          medicare: RateSchedule(try slices(.medicare, payrollTaxPath)),
          additionalMedicare: RateSchedule(try slices(.additionalMedicare, payrollTaxPath)))
      }
    }
    self.years = years
    self.entries = entries
  }

  /// Returns the rules of a year; nil for one that the tables do not have.
  public func rules(year: Int, status: FilingStatus) -> WageTaxYear? {
    entries[Key(year: year, status: status)]
  }

  /// Returns the rules of a year, or those of the nearest year that the tables have.
  ///
  /// Whoever uses the rules of another year should say so: its `year` tells.
  public func nearestRules(year: Int, status: FilingStatus) -> WageTaxYear? {
    let nearest = years.min { abs($0 - year) < abs($1 - year) }
    return nearest.flatMap { rules(year: $0, status: status) }
  }
}
