/// The rungs of a career: how each is paid, how long people stay, and how they go on.
///
/// Time runs in months. A person leaves at the end of a month with a constant chance, and if they
/// stay and have been on the rung long enough, is promoted with another. Neither depends on
/// attainment, which is drawn once for each year on a rung.
public struct CareerLadder: Sendable {
  /// One rung.
  public struct Rung: Sendable {
    /// The name.
    public let name: String
    /// What is paid in a full year as a function of attainment.
    public let pay: CompiledCurve
    /// How attainment varies.
    public let model: any AttainmentModel
    /// The months on the rung before a promotion is possible, at least 1.
    public let monthsBeforePromotion: Int
    /// The chance of promotion in a year, once it is possible.
    public let chanceOfPromotion: Double
    /// The chance of leaving the ladder in a year.
    public let chanceToLeave: Double

    /// Creates a rung.
    ///
    /// - Precondition: Chances lie between 0 and 1, and there is at least one month.
    public init(
      _ name: String, pay: CompiledCurve, model: any AttainmentModel, monthsBeforePromotion: Int,
      chanceOfPromotion: Double, chanceToLeave: Double
    ) {
      precondition(monthsBeforePromotion >= 1, "promotions are at the ends of months")
      precondition(
        (0...1).contains(chanceOfPromotion) && (0...1).contains(chanceToLeave),
        "a chance lies between 0 and 1")
      self.name = name
      self.pay = pay
      self.model = model
      self.monthsBeforePromotion = monthsBeforePromotion
      self.chanceOfPromotion = chanceOfPromotion
      self.chanceToLeave = chanceToLeave
    }
  }

  /// The rungs, from the first to the last.
  public let rungs: [Rung]
  /// What is earned in a year after leaving.
  public let payElsewhere: Double

  /// Creates a ladder.
  ///
  /// - Precondition: There is a rung.
  public init(_ rungs: [Rung], payElsewhere: Double) {
    precondition(!rungs.isEmpty, "a ladder has a rung")
    self.rungs = rungs
    self.payElsewhere = payElsewhere
  }
}
