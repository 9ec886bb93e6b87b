import Answers
import ArgumentParser
import Findings
import PayAnswers

/// The options for the cost of a team.
struct TeamOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("Also give the cost of a team of so many people.", valueName: "people"))
  var team: Int?

  @Option(
    help: ArgumentHelp(
      "How much a common market factor varies the sales of a team.", valueName: "sd"))
  var market: String?

  @Option(
    help: ArgumentHelp(
      "What the team is to sell (default: the sum of the quotas).", valueName: "amount"))
  var goal: String?

  /// The settings of a question for the team, by their keys in a recipe.
  static func settings<Asked>(_ team: WritableKeyPath<Asked, TeamChoice>) -> [Setting<Asked>] {
    [
      Setting("team", .team, .number, "the number of people whose cost is wanted") {
        $0[keyPath: team].people = $1
      },
      Setting(
        "market", .market, .share, default: "`0%`",
        "how much a common market factor varies the sales of a team"
      ) { $0[keyPath: team].market = $1 },
      Setting(
        "goal", .goal, .amount, default: "the sum of the quotas", "what the team is to sell"
      ) { $0[keyPath: team].goal = $1 },
    ]
  }

  /// What the options say.
  var typed: [(Parameter, [String])] {
    [(.team, text(team)), (.market, text(market)), (.goal, text(goal))]
  }

  /// The team.
  var choice: TeamChoice {
    get throws(InputFailure) {
      TeamChoice(
        people: team,
        market: try market.map { (text) throws(InputFailure) in
          try Series.percentage(text, .market)
        },
        goal: try goal.map { (text) throws(InputFailure) in try Series.amount(text, .goal) })
    }
  }

  /// A setting that was given, for verbs that can do without a team.
  var firstGiven: Parameter? {
    if team != nil { return .team }
    if market != nil { return .market }
    return goal == nil ? nil : .goal
  }
}
