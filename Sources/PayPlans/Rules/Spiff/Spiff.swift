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
  /// How many deals of a period are paid; nil for all.
  public var first: First?

  /// The first deals of each period.
  public struct First: Hashable, Sendable {
    /// How many deals of a rep are paid, a share of a deal being one.
    public var count: Int
    /// The stretch of the plan year after which they are counted again.
    public var period: PlanPeriod

    /// Creates a number of deals.
    public init(_ count: Int, per period: PlanPeriod) {
      self.count = count
      self.period = period
    }
  }

  /// Creates a spiff.
  public init(
    pay: Rate, where filters: [DealFilter] = [], from: CalendarDate? = nil,
    to: CalendarDate? = nil, budget: Ratio? = nil, first: First? = nil
  ) {
    self.pay = pay
    self.filters = filters
    self.from = from
    self.to = to
    self.budget = budget
    self.first = first
  }
}
