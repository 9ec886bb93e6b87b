public import Amounts

/// An extra for certain deals in a certain time.
public struct Spiff: Sendable {
  /// What a deal pays: an amount each, or a share of its amount.
  public var pay: Rate
  /// What a deal must match.
  public var filters: [DealFilter]
  /// The first day.
  public var from: CalendarDate?
  /// The last day.
  public var to: CalendarDate?
  /// The most that one rep gets in the plan year.
  public var budget: Ratio?

  /// Creates a spiff.
  public init(
    pay: Rate, where filters: [DealFilter] = [], from: CalendarDate? = nil,
    to: CalendarDate? = nil, budget: Ratio? = nil
  ) {
    self.pay = pay
    self.filters = filters
    self.from = from
    self.to = to
    self.budget = budget
  }
}
