import Amounts
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

  /// The options that were given, for verbs that can do without a team.
  var given: [String] {
    [
      team.map { _ in "--team" }, market.map { _ in "--market" }, goal.map { _ in "--goal" },
    ].compactMap(\.self)
  }

  /// The settings of a question for the team, by their keys in a recipe.
  static func settings<Asked>(
    _ team: WritableKeyPath<Asked, TeamChoice>
  ) -> [Setting<Asked>] {
    [
      Setting("team", .team, .number) { $0[keyPath: team].people = $1 },
      Setting("market", .market, .share) { $0[keyPath: team].market = $1 },
      Setting("goal", .goal, .amount) { $0[keyPath: team].goal = AskedAmount($1) },
    ]
  }

  /// What the options say.
  var typed: [(Parameter, [String])] {
    [(.team, text(team)), (.market, text(market)), (.goal, text(goal))]
  }

  func validate() throws {
    if let team, !(1...100_000 ~= team) {
      throw ValidationError("--team: \(team) is not a number of people; take 1 to 100000")
    }
  }

  /// Asks for the cost of the team.
  func apply(to settings: inout PayOutlook.Settings) throws {
    settings.team = team
    settings.goal = try goal.map { try Series.amount($0, option: "--goal").doubleValue }
    if let market {
      settings.market = try Series.percentage(market, option: "--market").doubleValue
    }
  }
}
