internal import Amounts
internal import CSVReading
public import Findings

extension FederalTaxes {
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
    var entries: [WageTaxYear] = []
    for year in items.years {
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
        entries.append(
          WageTaxYear(
            year: year, status: status, standardDeduction: deduction,
            incomeTax: RateSchedule(try slices(.bracket, incomeTaxPath)),
            socialSecurity: RateSchedule(try slices(.socialSecurity, payrollTaxPath)),
            medicare: RateSchedule(try slices(.medicare, payrollTaxPath)),
            additionalMedicare: RateSchedule(try slices(.additionalMedicare, payrollTaxPath))))
      }
    }
    self.init(entries)
  }
}
