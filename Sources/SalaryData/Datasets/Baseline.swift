public import Amounts

/// The pay that everything is held against: what a role was paid at one time and place.
public struct Baseline: Hashable, Sendable {
  /// The pay for a year.
  public let amount: Money
  /// What the amount counts, such as "base".
  public let payKind: String
  /// The role, such as "Account Executive".
  public let title: String
  /// The country, by its ISO 3166 code.
  public let country: String
  /// The month that the amount refers to.
  public let referencePeriod: YearMonth
  /// Who published the figure, such as "Glassdoor".
  public let publisher: String

  /// Creates a baseline.
  public init(
    amount: Money, payKind: String, title: String, country: String, referencePeriod: YearMonth,
    publisher: String
  ) {
    self.amount = amount
    self.payKind = payKind
    self.title = title
    self.country = country
    self.referencePeriod = referencePeriod
    self.publisher = publisher
  }

  /// Returns what the amount is multiplied by to stand at another month.
  public func factor(to month: YearMonth, by aging: Aging) throws(IndexGap) -> AgingFactor {
    try aging.factor(from: referencePeriod, to: month)
  }
}
