import Amounts
import PayPlans
import Statistics
import Testing

@testable import Simulation

@Suite("The solver")
struct SolverTests {
  private func solver(_ yaml: String, _ model: String) throws -> PlanSolver {
    let model = try ForecastTests.model(model)
    return PlanSolver(
      try plan(yaml), expected: ExpectedPay(model, trials: 20_000, seed: 1, threads: 2))
  }

  private func found(_ solution: Solution) throws -> (number: Ratio, achieved: Double) {
    guard case .found(let number, let achieved) = solution.outcome else {
      Issue.record("\(solution.outcome)")
      return (.zero, .nan)
    }
    return (number, achieved)
  }

  private func obstacle(_ solution: Solution) -> Solution.Obstacle? {
    if case .none(let obstacle) = solution.outcome { obstacle } else { nil }
  }

  private func extreme(_ solution: Solution) -> Solution.Obstacle.Extreme? {
    switch obstacle(solution) {
    case .more(let extreme, _, _), .less(let extreme, _, _): extreme
    default: nil
    }
  }

  @Test("The quota that a share reaches is the quantile of sales")
  func share() throws {
    let model = "lognormal:mean=0.95,cv=0.35"
    let (quota, achieved) = try found(solver(SamplePlans.accelerator, model).quota(reachedBy: 0.65))
    let quantile = try #require(ForecastTests.model(model).quantile(0.35))
    #expect(abs(quota.doubleValue - 690_048 * quantile) <= 1)
    #expect(achieved >= 0.65 && achieved < 0.65001)
  }

  @Test("At a jump of the distribution at least the share reaches the quota")
  func jump() throws {
    // Of 11 attainments, 5 are 1 or more, and 7 are 0.8 or more.
    let (quota, achieved) = try found(
      solver(SamplePlans.accelerator, "empirical:history").quota(reachedBy: 0.6))
    #expect(quota == Ratio(552_038))
    #expect(abs(achieved - 7.0 / 11) < 1e-12)
    let none = try solver(SamplePlans.accelerator, "fixed:0").quota(reachedBy: 0.5)
    #expect(obstacle(none) == .fewSell(share: 0))
  }

  @Test(
    "What is found meets the cost, and the plan with it in does too",
    arguments: ["tough-2025", "lognormal:mean=0.95,cv=0.35"])
  func cost(model: String) throws {
    let solver = try solver(SamplePlans.accelerator, model)
    let expected = solver.expected
    for solution in [
      try solver.quota(costing: 110_000), try solver.rate(costing: 110_000),
      try solver.cap(costing: 95_000), try solver.accelerator(costing: 110_000),
    ] {
      guard case .found(_, let achieved) = solution.outcome, let plan = solution.plan else {
        #expect(model == "tough-2025", "\(solution.outcome)")
        continue
      }
      let cost = solution.unknown == .cap ? 95_000.0 : 110_000
      #expect(abs(achieved - cost) < 1, "\(solution.unknown)")
      let again = try expected(CompiledPlan(plan, referenceQuota: solver.referenceQuota))
      #expect(again.mean.value == achieved)
    }
  }

  @Test("A model without a closed form is solved on common random numbers")
  func commonNumbers() throws {
    struct Hidden: AttainmentModel {
      var model: any AttainmentModel
      func draw(using generator: inout Xoshiro256PlusPlus) -> Double {
        model.draw(using: &generator)
      }
    }
    let model = Hidden(model: try ForecastTests.model("lognormal:mean=0.95,cv=0.35"))
    let plan = try plan(SamplePlans.accelerator)
    let simulated = PlanSolver(plan, expected: ExpectedPay(model, trials: 20_000, seed: 1))
    #expect(!simulated.expected.isExact)
    let (quota, achieved) = try found(simulated.quota(costing: 110_000))
    #expect(abs(achieved - 110_000) < 1)
    let exact = try found(
      PlanSolver(plan, expected: ExpectedPay(model.model, trials: 1, seed: 1))
        .quota(costing: 110_000)
    ).number
    #expect(abs(quota.doubleValue / exact.doubleValue - 1) < 0.01)
  }

  @Test("The mix for a risk keeps the on-target earnings")
  func mix() throws {
    let solution = try solver(SamplePlans.accelerator, "tough-2025").mix(risk: 0.2)
    let (share, achieved) = try found(solution)
    #expect(share > 0 && share < 1)
    #expect(abs(achieved - 0.2) < 1e-5)
    let plan = try #require(solution.plan)
    #expect(try (plan.base ?? 0) + (plan.variable ?? 0) == Ratio(115_008))
  }

  @Test(
    "The attainment for a pay is the smallest that pays it",
    arguments: [("120008", "1"), ("57504", "0"), ("163138", "1.5")])
  func attainment(pay: String, attainment: String) throws {
    let solver = try solver(SamplePlans.accelerator, "textbook")
    let pay = try ratio(pay)
    let (number, _) = try found(solver.attainment(paying: pay.doubleValue))
    #expect(abs((try number - ratio(attainment)).doubleValue) < 1e-4)
    #expect(try solver.plan.earnings(attainment: number).total.majorUnits >= pay)
  }

  @Test("No solution is an answer that says why")
  func none() throws {
    let solver = try solver(SamplePlans.accelerator, "textbook")
    #expect(extreme(try solver.quota(costing: 1000)) == .largestQuota)
    #expect(extreme(try solver.rate(costing: 50_000)) == .noRates)
    #expect(extreme(try solver.cap(costing: 500_000)) == .unreachedCap)
    guard case .lessRisk(let risk) = obstacle(try solver.mix(risk: 0.9)) else {
      Issue.record("a mix of 90 % risk")
      return
    }
    #expect(risk < 0.9)
    let capped = try self.solver(SamplePlans.gated, "textbook")
    #expect(
      obstacle(try capped.attainment(paying: 500_000))
        == .paysAtMost(Money(minorUnits: 15_000_000, currency: .eur)))
    let single = try self.solver(SamplePlans.drawn, "textbook")
    let band = Solution.Obstacle.oneBand(component: single.plan.components[0].name)
    #expect(obstacle(try single.accelerator(costing: 90_000)) == band)
  }

  @Test("Turning a lever by 10 % does to exact expected pay what it should")
  func sensitivity() throws {
    let model = try ForecastTests.model("textbook")
    let plan = try plan(SamplePlans.accelerator)
    let sensitivity = try Sensitivity(
      of: plan, expected: ExpectedPay(model, trials: 1, seed: 1))
    let effects = Dictionary(
      uniqueKeysWithValues: sensitivity.effects.map { ($0.lever, $0) })
    #expect(abs(try #require(effects[.base]).whenLarger - 5750.4) < 1e-3)
    // The bonus is paid at 100 %, which half of the draws reach.
    #expect(abs(try #require(effects[.pay(component: 1, row: 0)]).whenLarger - 250) < 1e-2)
    let quota = try #require(effects[.quota])
    #expect(quota.whenLarger < 0 && quota.whenSmaller > 0)
    #expect(try #require(effects[.level(component: 0, row: 0)]).whenLarger < 0)
    // The variable moves the commission only.
    let commission = try PayForecast(exactly: model, [CompiledPlan(plan)]).plans[0].parts[0]
    #expect(
      abs(try #require(effects[.variable]).whenLarger - commission.spread.mean.value / 10) < 1e-2)
  }
}
