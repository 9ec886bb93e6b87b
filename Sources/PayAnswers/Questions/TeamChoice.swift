public import Amounts
internal import Answers
package import Findings
package import PayPlans

/// The team whose cost is asked for, as a part of a question.
public struct TeamChoice: Hashable, Sendable {
  /// The number of people; nil for no team.
  public var people: Int?
  /// The standard deviation of the factor that moves all sales of a year, as a fraction.
  public var market: Ratio?
  /// What the team is to sell; nil for the sum of the quotas.
  public var goal: AskedAmount?

  /// Creates a team.
  public init(people: Int? = nil, market: Ratio? = nil, goal: AskedAmount? = nil) {
    self.people = people
    self.market = market
    self.goal = goal
  }
}

extension TeamChoice {
  /// Asks for the cost of the team.
  ///
  /// - Throws: `.usage` for numbers that make no sense.
  package func apply(
    to settings: inout PayOutlook.Settings, on plan: Plan
  ) throws(InputFailure) {
    if people == nil {
      if goal != nil { throw Parameter.goal.without(.team) }
      if market != nil { throw Parameter.market.without(.team) }
    }
    if let people, !(1...100_000 ~= people) {
      throw InputFailure(
        .team, "question.range", "\(people) is not a number of people",
        remedy: "take 1 to 100000")
    }
    settings.team = people
    settings.goal = try goal?.positiveValue(on: plan, .goal).doubleValue
    settings.market = market?.doubleValue ?? 0
  }
}
