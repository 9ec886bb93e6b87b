public import Amounts
public import Findings

/// An amount of incentive that was paid, by whatever the payer's file tells it apart.
public struct Payment: Hashable, Sendable {
  /// Who was paid.
  public var rep: String
  /// The time that it was paid for; nil for the whole plan year.
  public var period: CalendarPeriod?
  /// The deal that it was paid for.
  public var deal: String?
  /// The component that it was paid by.
  public var component: String?
  /// The amount, in the currency of the plan.
  public var amount: Money
  /// Where it is written.
  public var place: Place

  /// Creates a payment.
  public init(
    _ amount: Money, to rep: String, period: CalendarPeriod? = nil, deal: String? = nil,
    component: String? = nil, place: Place
  ) {
    self.rep = rep
    self.period = period
    self.deal = deal
    self.component = component
    self.amount = amount
    self.place = place
  }
}
