import Amounts
import Answers
import Findings
import Foundation
import PayAnswers
import PlanFiles
import Simulation
import Statistics
import TestSupport
import Testing

/// The pay of a roster in a year to come, held against closed forms and the team of one plan.
@Suite("What to expect of a team")
struct TeamOutlookTests {
  static let sellers = """
    plan: Sellers
    currency: USD
    base: 60000
    variable: 50000
    measures: {bookings: {quota: 500000}}
    components:
      - {commission: All, measure: bookings, period: year, tiers: marginal, rates: [{to: 100%, pay: 1x}, {pay: 2x}]}
    """
  static let managers = """
    plan: Managers
    currency: USD
    base: 100000
    measures: {sold: {team: true}}
    components:
      - {override: Team, measure: sold, period: year, pay: 1%}
    """
  static let roster = """
    rep,plan,manager,quota,base,variable
    mia,Managers,,,,
    ann,Sellers,mia,,,
    ben,Sellers,mia,,,
    eva,Sellers,mia,800000,70000,80000
    lee,Sellers,,,,
    """

  static func question(
    _ folder: borrowing ScratchFolder, roster: String = roster, model: String
  ) throws -> TeamOutlookQuestion {
    var question = TeamOutlookQuestion(
      plans: [
        try folder.write(sellers, to: "sellers.yaml"),
        try folder.write(managers, to: "managers.yaml"),
      ], roster: try folder.write(roster + "\n", to: "roster.csv"))
    question.model.text = model
    question.model.draws.trials = 20_000
    return question
  }

  /// At 120 % a seller earns 50,000 and 20 % of it twice: 130,000 of 60,000 base; Eva 70,000 + 80,000 × 1.4.
  /// Mia is paid 1 % of 1.2 × 1,800,000; Lee sells for nobody.
  @Test("With everybody at 120 % all is known")
  func fixed() throws {
    let folder = try ScratchFolder()
    let team = try Self.question(folder, model: "fixed:1.2").answer().answer
    let expected = [
      "mia": 121_600.0, "ann": 130_000, "ben": 130_000, "eva": 182_000, "lee": 130_000,
    ]
    for person in team.people {
      let mean = person.forecast.kept.spread.mean.value
      #expect(abs(mean - (expected[person.rep] ?? 0)) < 0.01, "\(person.rep): \(mean)")
    }
    #expect(team.people.map(\.rep) == ["mia", "ann", "ben", "eva", "lee"])
    #expect(team.people.map { $0.quota?.doubleValue } == [nil, 500_000, 500_000, 800_000, 500_000])
    let total = try #require(team.totals.first?.team)
    #expect(abs(total.cost.mean.value - 693_600) < 0.01)
    #expect(total.reps == 5)
    #expect(total.quota == 2_300_000)
    #expect(abs((total.sales?.mean.value ?? 0) - 2_760_000) < 0.01)
  }

  /// Means add, and so do variances of sellers who are independent of each other.
  @Test("A manager's year is the sum of the team's")
  func manager() throws {
    let folder = try ScratchFolder()
    let team = try Self.question(folder, model: "normal:mean=1,sd=0.2").answer().answer
    let total = try #require(team.totals.first?.team)
    let means = team.people.reduce(0) { $0 + $1.forecast.kept.spread.mean.value }
    #expect(abs(total.cost.mean.value - means) <= 5 * (total.cost.mean.standardError ?? 0))
    // 1 % of what two sellers of 500,000 and one of 800,000 sell.
    let deviation = 0.2 * (2 * 5000.0 * 5000 + 8000 * 8000).squareRoot()
    let mia = try #require(team.people.first?.forecast.kept.spread)
    #expect(abs(mia.mean.value - 118_000) < 5 * deviation / 100)
    #expect(abs(mia.standardDeviation.value - deviation) < 0.05 * deviation)
  }

  @Test("People who are all alike are the team of their plan")
  func alike() throws {
    let folder = try ScratchFolder()
    let roster = "rep,plan\n" + (1...7).map { "r\($0),Sellers\n" }.joined()
    var question = try Self.question(folder, roster: roster, model: "lognormal:mean=0.95,cv=0.35")
    question.team.market = try Ratio(1, over: 10)
    let mine = try #require(question.answer().answer.totals.first?.team)
    var plan = OutlookQuestion(plans: [question.plans[0]])
    plan.model = question.model
    plan.team.people = 7
    plan.team.market = try Ratio(1, over: 10)
    let other = try #require(plan.answer().answer.teams.first)
    #expect(mine.cost == other.cost)
    #expect(mine.sales == other.sales)
    #expect(mine.costPercentiles == other.costPercentiles)
    #expect(mine.reachesGoal == other.reachesGoal)
  }

  @Test("What cannot be drawn is refused")
  func refused() throws {
    let folder = try ScratchFolder()
    #expect(
      try refusal(of: Self.question(folder, roster: "rep,plan\nann,Farmers\n", model: "fixed:1"))
        == ["roster.no-plan"])
    #expect(
      try refusal(
        of: Self.question(folder, roster: "rep,plan\nmia,Managers\n", model: "fixed:1"))
        == ["question.pricing"])
    var question = try Self.question(folder, model: "fixed:1")
    question.plans[1] = try folder.write(
      Self.managers.replacing("USD", with: "EUR"), to: "euros.yaml")
    #expect(refusal(of: question) == ["simulation.team-currency"])
    let loop = "rep,plan,manager\nann,Sellers,ben\nben,Sellers,ann\n"
    #expect(
      try refusal(of: Self.question(folder, roster: loop, model: "fixed:1")) == [
        "roster.manager-loop"
      ])
  }

  static let development =
    sellers.replacing("plan: Sellers", with: "plan: Development")
    .replacing("{quota: 500000}", with: "{quota: 120, unit: deals}")

  /// Meetings and money have no sum, and both are pay.
  @Test("What is sold in two units is not added")
  func units() throws {
    let folder = try ScratchFolder()
    var question = try Self.question(
      folder, roster: "rep,plan\nann,Sellers\nlee,Development\n", model: "fixed:1.2")
    question.plans.append(try folder.write(Self.development, to: "development.yaml"))
    let total = try #require(question.answer().answer.totals.first?.team)
    #expect(abs(total.cost.mean.value - 260_000) < 0.01)
    #expect(total.sales == nil && total.quota == nil && total.reachesGoal == nil)
    question.team.goal = 1_000_000
    #expect(refusal(of: question) == ["question.together"])
    question.team.goal = nil
    question.roster = try folder.write(
      "rep,plan,manager\nmia,Managers,\nann,Sellers,mia\nlee,Development,mia\n", to: "teams.csv")
    #expect(refusal(of: question) == ["simulation.team-unit"])
  }

  func refusal(of question: TeamOutlookQuestion) -> [String] {
    do {
      _ = try question.answer()
      return []
    } catch {
      return error.log.findings.map(\.kind.rawValue)
    }
  }
}
