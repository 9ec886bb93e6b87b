public import Amounts

/// US federal income tax and the employee's payroll tax of a year, for one filing status.
///
/// It is the tax of somebody whose only income is the wages of one job, who takes the standard
/// deduction and no credit. State and local tax, and the taxes of the employer, are not in it. The
/// Internal Revenue Service taxes taxable incomes below 100,000 USD by a table in steps of 50 USD;
/// the rate schedules here differ from it by a few dollars.
public struct WageTaxYear: Hashable, Sendable {
  /// The calendar year whose rules these are.
  public let year: Int
  /// The filing status, which decides the brackets and the standard deduction.
  public let status: FilingStatus
  /// What is subtracted from wages before income tax, in major units.
  public let standardDeduction: Ratio
  /// The rates on taxable income.
  public let incomeTax: RateSchedule
  /// The rates on wages for old age, survivors and disability insurance.
  public let socialSecurity: RateSchedule
  /// The rates on wages for hospital insurance.
  public let medicare: RateSchedule
  /// The rates on wages of the additional Medicare tax.
  public let additionalMedicare: RateSchedule

  private let deduction: Double

  package init(
    year: Int, status: FilingStatus, standardDeduction: Ratio, incomeTax: RateSchedule,
    socialSecurity: RateSchedule, medicare: RateSchedule, additionalMedicare: RateSchedule
  ) {
    self.year = year
    self.status = status
    self.standardDeduction = standardDeduction
    self.incomeTax = incomeTax
    self.socialSecurity = socialSecurity
    self.medicare = medicare
    self.additionalMedicare = additionalMedicare
    deduction = standardDeduction.doubleValue
  }

  /// Returns the taxes on the wages of the year, each rounded half up to the minor unit.
  ///
  /// - Throws: when an amount does not fit.
  /// - Complexity: O(brackets).
  public func taxes(onWages wages: Money) throws(ArithmeticFailure) -> WageTaxes {
    let gross = wages.majorUnits
    func rounded(_ tax: Ratio) throws(ArithmeticFailure) -> Money {
      try Money(rounding: tax, currency: wages.currency, rule: .halfUp)
    }
    return WageTaxes(
      wages: wages, income: try rounded(incomeTax.tax(on: gross - standardDeduction)),
      socialSecurity: try rounded(socialSecurity.tax(on: gross)),
      medicare: try rounded(medicare.tax(on: gross)),
      additionalMedicare: try rounded(additionalMedicare.tax(on: gross)))
  }

  /// Returns what is left of wages in major units after these taxes, as an estimate for simulation.
  ///
  /// - Complexity: O(brackets).
  public func net(ofWages wages: Double) -> Double {
    wages - incomeTax.tax(on: wages - deduction) - socialSecurity.tax(on: wages)
      - medicare.tax(on: wages) - additionalMedicare.tax(on: wages)
  }
}

/// The federal taxes on a year's wages.
public struct WageTaxes: Hashable, Sendable {
  /// The wages of the year, before tax.
  public let wages: Money
  /// The federal income tax, after the standard deduction and without credits.
  public let income: Money
  /// The tax for old age, survivors and disability insurance.
  public let socialSecurity: Money
  /// The tax for hospital insurance.
  public let medicare: Money
  /// The additional Medicare tax on wages above the threshold of the status.
  public let additionalMedicare: Money

  /// The sum of all four.
  public var total: Money { income + socialSecurity + medicare + additionalMedicare }
  /// What is left of the wages.
  public var net: Money { wages - total }
}
