public import Amounts
public import Findings
public import SalaryData

/// The baseline together with the indices that move it to the date of the data held against it.
public struct Yardstick: Hashable, Sendable {
  /// The baseline at its own date.
  public let baseline: Baseline
  /// Consumer prices.
  public let prices: PriceIndex
  /// Wages.
  public let wages: PriceIndex
  /// The country of the baseline, as tables of people name it.
  public let country: String
  /// The rate per year, as a fraction, at which the indices are carried on beyond their ends; nil for none.
  public var extrapolation: Double?

  /// Creates a yardstick.
  public init(baseline: Baseline, prices: PriceIndex, wages: PriceIndex, country: String) {
    self.baseline = baseline
    self.country = country
    self.prices = prices
    self.wages = wages
  }

  /// Returns the baseline aged to a month both ways.
  public func aged(to month: YearMonth) -> AgedBaseline {
    AgedBaseline(
      baseline, to: month,
      prices: .index(prices, extrapolatingAt: extrapolation),
      wages: .index(wages, extrapolatingAt: extrapolation))
  }
}

extension Datasets {
  /// Reads the May-2021 baseline with CPI-U and the ECI.
  public func yardstick() throws(InputFailure) -> Yardstick {
    let baseline = try baseline()
    let country = try vocabulary(named: "countries").entry(for: baseline.country, .whole)
    return Yardstick(
      baseline: baseline, prices: try priceIndex(named: "cpi-u"),
      wages: try priceIndex(named: "eci"), country: country?.title ?? baseline.country)
  }
}
