public import Amounts
public import SalaryData

/// The baseline as it stands at the date of some data: nominal, by prices, and by wages.
public struct AgedBaseline: Hashable, Sendable {
  /// Which money the baseline is in.
  public enum Measure: String, Hashable, Sendable, CaseIterable {
    /// The amount as published, whatever the date.
    case nominal
    /// What buys as much at the data's date: aged by CPI-U.
    case prices = "cpi"
    /// What wages in general became by the data's date: aged by the ECI.
    case wages = "eci"
  }

  /// The baseline at its own date.
  public let baseline: Baseline
  /// The month to which it is aged.
  public let period: YearMonth
  private let prices: Result<AgingFactor, IndexGap>
  private let wages: Result<AgingFactor, IndexGap>

  /// Ages a baseline by both indices; a hole of an index leaves that measure without a value.
  public init(_ baseline: Baseline, to period: YearMonth, prices: Aging, wages: Aging) {
    self.baseline = baseline
    self.period = period
    func factor(_ index: Aging) -> Result<AgingFactor, IndexGap> {
      Result { () throws(IndexGap) in try baseline.factor(to: period, by: index) }
    }
    self.prices = factor(prices)
    self.wages = factor(wages)
  }

  /// Whether the data are of another month than the baseline.
  public var isAged: Bool { period != baseline.referencePeriod }

  /// Whether the data are of another month and no index reaches it, so that the baseline stands as published.
  public var lacksAging: Bool { isAged && measures == [.nominal] }

  /// Whether an index was carried on beyond its end.
  public var isCarriedOn: Bool {
    [prices, wages].contains { factor in
      if case .success(let factor) = factor, case .extrapolatedIndex = factor.rule {
        true
      } else {
        false
      }
    }
  }

  /// The measures worth showing: those with an amount, and at the baseline's own date just one.
  public var measures: [Measure] {
    isAged ? Measure.allCases.filter { amount($0) != nil } : [.nominal]
  }

  /// Returns the amount by a measure, rounded to the minor unit; nil where the index has no value.
  public func amount(_ measure: Measure) -> Money? {
    switch factor(measure) {
    case nil: baseline.amount
    case .success(let factor)?: try? factor.apply(to: baseline.amount)
    case .failure?: nil
    }
  }

  /// Returns what the amount is multiplied by, or the hole that leaves it open; nil for the nominal one.
  public func factor(_ measure: Measure) -> Result<AgingFactor, IndexGap>? {
    switch measure {
    case .nominal: nil
    case .prices: prices
    case .wages: wages
    }
  }

  /// Returns how far an amount of the data lies above the baseline, in money and as a fraction of it.
  public func gap(of amount: Double, by measure: Measure) -> (money: Money, fraction: Double)? {
    guard let base = self.amount(measure), base.minorUnits != 0,
      let money = Money(estimate: amount, currency: base.currency)
    else { return nil }
    let difference = money - base
    return (difference, Double(difference.minorUnits) / Double(base.minorUnits))
  }
}

extension Money {
  /// Creates an amount from an estimate in major units; nil when it is not finite or too large.
  ///
  /// For published and computed statistics only, never for pay that is owed.
  package init?(estimate majorUnits: Double, currency: Currency) {
    let scaled = (majorUnits * Double(currency.minorUnitsPerMajor)).rounded(.toNearestOrEven)
    guard let minorUnits = Int64(exactly: scaled) else { return nil }
    self.init(minorUnits: minorUnits, currency: currency)
  }
}
