public import Amounts

/// What a plan pays a full year of service for one attainment, or for one amount sold.
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
  /// The sum of the components, after the yearly cap.
  public let incentive: Money
  /// What a draw pays on top that is not owed back.
  public let draw: Money
  /// What is still owed on a draw at the end of the year; it is not part of the total.
  public let owedDraw: Money
  /// Salary, incentive and what a draw pays on top.
  public var total: Money { base + incentive + draw }
}
