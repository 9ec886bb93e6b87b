public import Findings

/// An amount for reaching a level of a measure.
public struct Bonus: Sendable {
  /// One level and what reaching it pays.
  public struct Step: Sendable {
    /// The level to reach.
    public var at: Level
    /// Whether more than the level has to be reached.
    public var isAbove: Bool
    /// An amount, or a share of the period's part of the variable.
    public var pay: Level
    /// Where the step is written.
    public var place: Place?

    /// Creates a step.
    public init(at: Level, isAbove: Bool = false, pay: Level, place: Place? = nil) {
      self.at = at
      self.isAbove = isAbove
      self.pay = pay
      self.place = place
    }
  }

  /// The measure that is looked at.
  public var measure: String
  /// The period after which attainment starts again.
  public var period: PlanPeriod
  /// The levels, in rising order.
  public var steps: [Step]
  /// Whether all steps that are reached pay, and not only the highest.
  public var isCumulative: Bool
  /// Which credit counts towards attainment.
  public var accumulate: Accumulation

  /// Creates a bonus.
  public init(
    measure: String, period: PlanPeriod, steps: [Step], isCumulative: Bool = false,
    accumulate: Accumulation = .withinPeriod
  ) {
    self.measure = measure
    self.period = period
    self.steps = steps
    self.isCumulative = isCumulative
    self.accumulate = accumulate
  }
}
