public import Amounts
public import Findings

/// One rule of a plan that pays.
public struct Component: Sendable {
  /// What kind of rule it is.
  public enum Rule: Sendable {
    /// Pay that follows credit along a scale; also a manager's override.
    case commission(Commission)
    /// An amount for reaching a level.
    case bonus(Bonus)
    /// Goals that are scored by hand.
    case objectives(Objectives)
    /// An extra for certain deals in a certain time.
    case spiff(Spiff)
  }

  /// The name that statements show.
  public var name: String
  /// What it pays.
  public var rule: Rule
  /// Where it is written.
  public var place: Place?

  /// Creates a component.
  public init(_ name: String, _ rule: Rule, place: Place? = nil) {
    self.name = name
    self.rule = rule
    self.place = place
  }

  /// Whether a gate or multiplier looks at a measure.
  func isConditional(on measure: String) -> Bool {
    guard case .commission(let commission) = rule else { return false }
    let isGated = commission.gates.contains { $0.measure == measure }
    return isGated
      || commission.multipliers.contains { multiplier in
        if case .measure(let name, _) = multiplier { name == measure } else { false }
      }
  }
}

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

/// Goals that are scored by hand.
public struct Objectives: Sendable {
  /// One goal and its weight.
  public struct Goal: Hashable, Sendable {
    /// The name that the scores file uses.
    public var name: String
    /// The share of the target that it pays.
    public var weight: Ratio

    /// Creates a goal.
    public init(_ name: String, weight: Ratio) {
      self.name = name
      self.weight = weight
    }
  }

  /// The period at whose end the goals are scored.
  public var period: PlanPeriod
  /// What full scores pay in a year; nil for what the other components leave of the variable.
  public var target: Level?
  /// The goals; their weights sum to 100 %.
  public var goals: [Goal]

  /// Creates objectives.
  public init(period: PlanPeriod, target: Level? = nil, goals: [Goal]) {
    self.period = period
    self.target = target
    self.goals = goals
  }
}

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
