import Amounts
import PayPlans
import Statistics
import Testing

@testable import Simulation

/// Moffitt's "Monte Carlo Simulation with Python" (pbpython.com, 2019): 500 reps with targets drawn
/// from a list, attainment normal with mean 1 and sd 0.1, rates of 2, 3 and 4 % below 90 %, below
/// 99 % and from 99 % of target.
///
/// The figures are closed forms of what the notebook codes (rate × target) and of what its text
/// says (rate × sales).
@Suite("A published simulation")
struct PublishedTests {
  static let targets: [(amount: Int, share: Double)] = [
    (75_000, 0.3), (100_000, 0.3), (200_000, 0.2), (300_000, 0.1), (400_000, 0.05), (500_000, 0.05),
  ]

  static func rateOnTarget(_ target: Int) throws -> Plan {
    func step(_ at: String, _ rate: String) throws -> Bonus.Step {
      Bonus.Step(
        at: .share(try ratio(at)), pay: .amount(try ratio(rate) * Ratio(target)))
    }
    let bonus = Bonus(
      measure: "sales", period: .year,
      steps: [try step("0", "0.02"), try step("0.9", "0.03"), try step("0.99", "0.04")])
    return Plan(
      "Rate on target", currency: .usd, measures: [Measure("sales", quota: Ratio(target))],
      components: [Component("Commission", .bonus(bonus))])
  }

  static func rateOnSales(_ target: Int) throws -> Plan {
    try plan(
      """
      plan: Rate on sales
      currency: USD
      measures: {sales: {quota: \(target)}}
      components:
        - commission: Commission
          measure: sales
          period: year
          target: 0
          tiers: retroactive
          rates: [{to: 90%, pay: 2%}, {to: 99%, pay: 3%}, {pay: 4%}]
      """)
  }

  @Test("Rate × target has the expected commission and deviation of the notebook")
  func onTarget() throws {
    var (first, second) = (0.0, 0.0)
    for target in Self.targets {
      let pay = try Self.forecast(Self.rateOnTarget(target.amount))
      first += target.share * pay.mean.value
      let deviation = pay.standardDeviation.value
      second += target.share * (deviation * deviation + pay.mean.value * pay.mean.value)
    }
    #expect(abs(500 * first - 2_831_732.04) < 0.01)
    #expect(abs((500 * (second - first * first)).squareRoot() - 96_148.53) < 0.01)
  }

  @Test("Rate × sales costs more")
  func onSales() throws {
    let mean = try Self.targets.reduce(0) { sum, target in
      sum + target.share * (try Self.forecast(Self.rateOnSales(target.amount)).mean.value)
    }
    #expect(abs(500 * mean - 2_885_241.86) < 0.01)
  }

  private static func forecast(_ plan: Plan) throws -> Spread {
    try PayForecast(exactly: ForecastTests.model("textbook"), [CompiledPlan(plan)])
      .plans[0].incentive.spread
  }

  @Test("A simulated team costs what its members cost together")
  func team() throws {
    let compiled = try CompiledPlan(Self.rateOnSales(100_000))
    let model = try ForecastTests.model("textbook")
    let one = try PayForecast(exactly: model, [compiled]).plans[0].kept.spread
    let team = try TeamForecast(
      simulating: model, [.init(compiled, people: 50)], trials: 2000, seed: 4, threads: 2)
    let mean = team.cost.mean
    #expect(abs(mean.value - 50 * one.mean.value) <= 4 * (mean.standardError ?? 0))
    let deviation = team.cost.standardDeviation
    #expect(
      abs(deviation.value - 50.0.squareRoot() * one.standardDeviation.value)
        <= 4 * (deviation.standardError ?? 0))
    #expect(team.quotaCoverage == 1)
    let again = try TeamForecast(
      simulating: model, [.init(compiled, people: 50)], trials: 2000, seed: 4, threads: 1)
    #expect(again.cost == team.cost)
    #expect(again.costPercentiles == team.costPercentiles)
  }

  @Test("A market factor makes the team's year more uncertain, not more expensive")
  func market() throws {
    let compiled = try CompiledPlan(Self.rateOnTarget(100_000))
    let model = try ForecastTests.model("lognormal:mean=1,cv=0.2")
    let calm = try TeamForecast(
      simulating: model, [.init(compiled, people: 20)], trials: 2000, seed: 4)
    let moved = try TeamForecast(
      simulating: model, [.init(compiled, people: 20)], marketDeviation: 0.2, trials: 2000, seed: 4)
    // Variances of independent factors add: a sum of n with a common factor varies by at least that.
    let share =
      (moved.sales?.standardDeviation.value ?? 0) / (moved.sales?.mean.value ?? .infinity)
    #expect(share > 0.18)
    #expect(moved.cost.standardDeviation.value > 2 * calm.cost.standardDeviation.value)
  }
}
