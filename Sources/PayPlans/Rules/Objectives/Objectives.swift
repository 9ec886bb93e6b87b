public import Amounts

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
