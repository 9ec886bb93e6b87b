public import Amounts
public import Reporting
public import Simulation

/// A career ladder as a file describes it, in the money of one month.
public struct Ladder: Sendable {
  /// The name.
  public let name: String
  /// The currency of every amount.
  public let currency: Currency
  /// The month in whose money every amount is; nil when the file does not say.
  public let moneyOf: YearMonth?
  /// The ladder itself.
  public let careers: CareerLadder
  /// How attainment varies on each rung, in words.
  public let models: [Inline]
}
