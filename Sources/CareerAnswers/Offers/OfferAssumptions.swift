public import Amounts
public import Regulations
public import Simulation

/// What a comparison of offers takes for granted.
public struct OfferAssumptions: Sendable {
  /// Federal taxes, and the status under which they are paid.
  public struct Tax: Sendable {
    /// The taxes.
    public var taxes: FederalTaxes
    /// The filing status.
    public var status: FilingStatus

    /// Creates the assumption.
    public init(_ taxes: FederalTaxes, status: FilingStatus) {
      self.taxes = taxes
      self.status = status
    }

    /// The rules of each year of service, those of the nearest year that there are any of.
    func rules(from firstYear: Int, years: Int) -> [WageTaxYear] {
      taxes.rules(from: firstYear, years: years, status: status)
    }
  }

  /// The years of service that are looked at, 1 to 5.
  public var years: Int
  /// The number of simulated careers.
  public var trials: Int
  /// The seed of the draws.
  public var seed: UInt64
  /// How much risk matters.
  public var riskAversion: RiskAversion
  /// Taxes to be taken off; nil for pay before tax.
  public var tax: Tax?
  /// Prices at the locations of the offers; nil when they do not matter.
  public var priceLevels: PriceLevels?
  /// The quota over which what is sold at every offer is the attainment, so that all sell the same; nil
  /// for the same attainment of each offer's own quota.
  public var referenceQuota: Ratio?

  /// Creates assumptions.
  public init(
    years: Int = 3, trials: Int = 20_000, seed: UInt64 = 1, riskAversion: RiskAversion,
    tax: Tax? = nil, priceLevels: PriceLevels? = nil, referenceQuota: Ratio? = nil
  ) {
    self.years = years
    self.trials = trials
    self.seed = seed
    self.riskAversion = riskAversion
    self.tax = tax
    self.priceLevels = priceLevels
    self.referenceQuota = referenceQuota
  }
}
