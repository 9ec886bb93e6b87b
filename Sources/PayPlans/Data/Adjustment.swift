public import Amounts
public import Findings

/// An amount that somebody adds to, or takes from, a rep's incentive by hand.
public struct Adjustment: Hashable, Sendable {
  /// Whose pay it changes.
  public var rep: String
  /// The day on which it is due.
  public var date: CalendarDate
  /// The amount, negative to take away.
  public var amount: Ratio
  /// The currency of the amount; nil for that of the plan.
  public var currency: Currency?
  /// Why.
  public var reason: String

  /// Where it is written.
  public var place: Place?

  /// Creates an adjustment.
  public init(
    rep: String, date: CalendarDate, amount: Ratio, currency: Currency? = nil, reason: String,
    place: Place? = nil
  ) {
    self.rep = rep
    self.date = date
    self.amount = amount
    self.currency = currency
    self.reason = reason
    self.place = place
  }
}
