public import Amounts

/// What a plan pays a full year of service for one attainment, or for one amount sold.
///
/// The names mean what they mean in a `Statement`: what is earned, what is paid, and what is owed at the
/// end of the year. `paid` is the base, the incentive, the draw and `owedClawback` together.
public struct Earnings: Hashable, Sendable {
  /// What one component earns.
  public struct ComponentEarnings: Hashable, Sendable {
    /// The name of the component.
    public let name: String
    /// The pay of the year.
    public let earned: Money
  }

  /// The salary.
  public let base: Money
  /// Each component, in the order of the plan.
  public let components: [ComponentEarnings]
  /// The incentive that is earned: the sum of the components, after the yearly cap.
  public let incentive: Money
  /// What a draw paid on top, less what was taken back of it.
  public let draw: Money
  /// What is still owed on a draw at the end of the year.
  public let owedDraw: Money
  /// What is still owed because a rate that fell took back more than was due.
  public let owedClawback: Money

  /// What is paid in the year: salary, incentive and draw.
  public var paid: Money { base + incentive + draw + owedClawback }
  /// What is paid less what is owed back at the end of the year.
  ///
  /// With a recoverable draw that is the salary and the incentive earned, for its advances are owed.
  public var kept: Money { base + incentive + draw - owedDraw }
}
