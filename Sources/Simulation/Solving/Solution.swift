public import Amounts
public import PayPlans

/// The number that meets an aim, or why there is none.
public struct Solution: Sendable {
  /// What was asked for.
  public enum Unknown: String, Hashable, Sendable, CaseIterable {
    case quota
    case rate
    case accelerator
    case cap
    case mix
    case attainment
  }

  /// The answer.
  public enum Outcome: Sendable {
    /// A number that meets the aim; what it gives is `achieved`.
    case found(Ratio, achieved: Double)
    /// There is none, for a reason.
    case none(Obstacle)
  }

  /// What was asked for.
  public let unknown: Unknown
  /// The answer: a quota or cap in its unit, a factor on rates, a share of base in the mix, an
  /// attainment as a fraction.
  public let outcome: Outcome
  /// The plan with the number in it; nil when there is none, or when the plan stays as it is.
  public let plan: Plan?

  init(_ unknown: Unknown, _ outcome: Outcome, plan: Plan? = nil) {
    self.unknown = unknown
    self.outcome = outcome
    self.plan = plan
  }
}
