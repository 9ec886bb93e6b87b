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
    #expect(try solver.plan.earnings(attainment: number).kept.majorUnits >= pay)
  }

  // At 100 % pay goes from 115,008 to 120,008; and 57,504 is paid for nothing.
  @Test("An amount that pay jumps over, or that is less than the base, is never paid")
  func neverPaid() throws {
    let solver = try solver(SamplePlans.accelerator, "textbook")
    #expect(
      obstacle(try solver.attainment(paying: 118_000))
        == .payJumps(
          at: .one, from: Money(minorUnits: 11_500_800, currency: .usd),
          to: Money(minorUnits: 12_000_800, currency: .usd),
          not: Money(minorUnits: 11_800_000, currency: .usd)))
    #expect(
      obstacle(try solver.attainment(paying: 50_000))
        == .paysAtLeast(Money(minorUnits: 5_750_400, currency: .usd)))
  }

  @Test("No solution is an answer that says why")
  func none() throws {
    let solver = try solver(SamplePlans.accelerator, "textbook")
    #expect(extreme(try solver.quota(costing: 1000)) == .largestQuota)
    #expect(extreme(try solver.rate(costing: 50_000)) == .noRates)
    #expect(extreme(try solver.cap(costing: 500_000)) == .unreachedCap)
    guard case .riskOutside(let least, let most) = obstacle(try solver.mix(risk: 0.9)) else {
      Issue.record("a mix of 90 % risk")
      return
    }
    #expect(least < most && most < 0.9)
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

/// A monthly floor under a yearly commission, which pays in the month in which the threshold is reached:
/// pay jumps where no level of the plan is written.
@Suite("Jumps that are no written corner")
struct UnwrittenJumpTests {
  static let floor = """
    plan: Floor
    currency: USD
    base: 40000
    variable: 60000
    measures: {bookings: {quota: 1200000}}
    components:
      - {commission: C, measure: bookings, period: year, pay: 1x, threshold: 50%}
    draw: {kind: non-recoverable, amount: 3000, per: month}
    """

  /// Retroactive rates that fall: the most that the year to date has earned stays paid.
  static let falling = """
    plan: Falling
    currency: USD
    base: 40000
    variable: 60000
    measures: {bookings: {quota: 1200000}}
    components:
      - commission: C
        measure: bookings
        period: quarter
        accumulate: year to date
        tiers: retroactive
        rates: [{to: 80%, pay: 2x}, {pay: 1x}]
    """

  // 22,761 and 19,003 are what 100,000 simulated years say, within 1 %.
  @Test(
    "The closed form sees a monthly floor under a yearly threshold",
    arguments: [("tough-2025", 22_761.0), ("lognormal:mean=0.95,cv=0.4", 19_003)])
  func deviation(model: String, simulated: Double) throws {
    let compiled = try CompiledPlan(plan(Self.floor))
    let exact = try PayForecast(exactly: ForecastTests.model(model), [compiled]).plans[0].kept
    #expect(abs(exact.spread.standardDeviation.value / simulated - 1) < 0.01)
  }

  // By hand: with an attainment a, the threshold of 600,000 is reached in the first month m with
  // a · m/12 ≥ 1/2. Months before it pay the floor; that month pays 60,000 · a · m/12; each later one
  // 5,000 a, or the floor. So pay jumps at a = 6/m.
  @Test("The pieces begin where a month reaches the threshold")
  func pieces() throws {
    let compiled = try CompiledPlan(plan(Self.floor))
    for month in 1...12 {
      #expect(compiled.kept.starts.contains(6 / Double(month)))
    }
    for attainment in [0.3, 0.5, 0.52, 0.56, 0.61, 0.74, 0.99, 1, 1.01, 1.3, 2.1, 3.5, 7] {
      let month = (6 / attainment).rounded(.up)
      let expected =
        month > 12
        ? 76_000
        : 40_000 + 3000 * (month - 1) + 5000 * attainment * month
          + (12 - month) * max(3000, 5000 * attainment)
      #expect(abs(compiled.kept(attainment) - expected) < 1e-3, "at \(attainment)")
    }
    #expect(compiled.kept.slopes.allSatisfy { abs($0) < 100_000 }, "no jump is a steep piece")
  }

  @Test(
    "The moments of falling rates are those of many draws", arguments: ["tough-2025", "textbook"])
  func falling(model: String) throws {
    let model = try ForecastTests.model(model)
    let plan = try plan(Self.falling)
    let compiled = try CompiledPlan(plan)
    var generator = Xoshiro256PlusPlus(seed: 3)
    var pays: [Double] = []
    for _ in 0..<2000 {
      let attainment = try Ratio(rounding: model.draw(using: &generator), places: 9)
      pays.append(try plan.earnings(attainment: attainment).kept.majorUnits.doubleValue)
    }
    let engine = Spread(of: pays)
    let exact = try PayForecast(exactly: model, [compiled]).plans[0].kept.spread
    #expect(
      abs(engine.mean.value - exact.mean.value) <= 5 * (engine.mean.standardError ?? 0))
    #expect(
      abs(engine.standardDeviation.value - exact.standardDeviation.value)
        <= 5 * (engine.standardDeviation.standardError ?? 0))
  }

  @Test(
    "The mix that is found has the risk that was asked for", arguments: [0.15, 0.2, 0.25, 0.3])
  func mix(risk: Double) throws {
    let model = try ForecastTests.model("tough-2025")
    let solver = PlanSolver(
      try plan(Self.floor), expected: ExpectedPay(model, trials: 1000, seed: 1))
    let solution = try solver.mix(risk: risk)
    guard case .found = solution.outcome, let solved = solution.plan else {
      Issue.record("\(solution.outcome)")
      return
    }
    // Held against simulation, which has no part in the answer.
    let pay = try PayForecast(
      simulating: model, [CompiledPlan(solved)], trials: 200_000, seed: 2
    ).plans[0].kept.spread
    #expect(abs(pay.standardDeviation.value / pay.mean.value - risk) < 0.002)
  }

  @Test("Where expected pay jumps over the aim no number is said to meet it")
  func jumps() throws {
    // Everyone reaches 100 %: a bonus at the quota is paid or not, and nothing is in between.
    let yaml = """
      plan: Cliff
      currency: USD
      base: 40000
      measures: {bookings: {quota: 1000000}}
      components:
        - {bonus: Club, measure: bookings, period: year, at: 100%, pay: 10000}
      """
    let solver = PlanSolver(
      try plan(yaml), expected: ExpectedPay(try FixedAttainment(1), trials: 1, seed: 1))
    guard
      case .none(.jumps(.quota, let at, let from, let to, _)) = try solver.quota(costing: 45_000)
        .outcome
    else {
      Issue.record("a quota that pays half a bonus")
      return
    }
    #expect(abs(at.doubleValue - 1_000_000) < 1)
    #expect([from.fixedPoint, to.fixedPoint] == ["50000.00", "40000.00"])
  }

  @Test("Without a quota there is no attainment to find")
  func withoutQuota() throws {
    let yaml = """
      plan: Flat
      currency: USD
      base: 40000
      variable: 60000
      measures: {bookings: {}}
      components:
        - {commission: C, measure: bookings, period: year, pay: 10%}
      """
    let expected = ExpectedPay(try FixedAttainment(1), trials: 1, seed: 1)
    let solver = PlanSolver(try plan(yaml), expected: expected)
    let solutions = [
      try solver.attainment(paying: 140_000), try solver.quota(costing: 90_000),
      try solver.quota(reachedBy: 0.5), try solver.rate(costing: 90_000),
      try solver.cap(costing: 90_000), try solver.mix(risk: 0.2),
    ]
    for solution in solutions {
      guard case .none(.noQuota) = solution.outcome else {
        Issue.record("\(solution.unknown): \(solution.outcome)")
        continue
      }
    }
    // 10 % of 1,000,000 is 100,000: twice the reference quota.
    let referred = PlanSolver(try plan(yaml), referenceQuota: 500_000, expected: expected)
    guard
      case .found(let attainment, let achieved) = try referred.attainment(paying: 140_000).outcome
    else {
      Issue.record("sales of a million pay 140,000")
      return
    }
    #expect(attainment == 2)
    #expect(achieved == 140_000)
  }

  @Test("A score is an attainment, whatever quotas are said of sales")
  func scored() throws {
    let yaml = """
      plan: Scored
      currency: USD
      base: 40000
      variable: 60000
      measures: {satisfaction: {scored: true}}
      components:
        - {commission: C, measure: satisfaction, period: year, pay: 1x}
      """
    let plan = try plan(yaml)
    for reference in [nil, Ratio(690_048)] {
      let compiled = try CompiledPlan(plan, referenceQuota: reference)
      #expect(abs(compiled.kept(1) - 100_000) < 1e-3 && abs(compiled.kept(0.5) - 70_000) < 1e-3)
      let solver = PlanSolver(
        plan, referenceQuota: reference,
        expected: ExpectedPay(try FixedAttainment(1), trials: 1, seed: 1))
      guard case .found(let number, _) = try solver.attainment(paying: 70_000).outcome else {
        Issue.record("half a score pays 70,000")
        continue
      }
      #expect(number == (try Ratio(1, over: 2)))
    }
  }
}

@Suite("Percentiles on jumps")
struct PercentileJumpTests {
  // Half of all draws of the textbook model are below the quota, where the club bonus of 5,000 starts.
  @Test("A percentile that falls on a jump of the plan says so")
  func median() throws {
    let compiled = try CompiledPlan(plan(SamplePlans.accelerator))
    let model = try ForecastTests.model("textbook")
    for forecast in [
      try PayForecast(exactly: model, [compiled]),
      try PayForecast(simulating: model, [compiled], trials: 20_000, seed: 1),
    ] {
      let jumps = forecast.plans[0].kept.jumps
      #expect(jumps.map(\.percentile) == [0.5])
      let jump = try #require(jumps.first)
      #expect(jump.attainment == 1)
      #expect(abs(jump.below - 115_008) < 1e-3 && abs(jump.above - 120_008) < 1e-3)
      #expect(forecast.plans[0].incentive.jumps.count == 1)
      #expect(forecast.plans[0].parts[0].jumps.isEmpty)
    }
    // Of a history nobody is just below the quota.
    let history = try EmpiricalAttainment([0.5, 0.8, 1.2, 1.3])
    #expect(try PayForecast(exactly: history, [compiled]).plans[0].kept.jumps.isEmpty)
    #expect(
      try PayForecast(simulating: history, [compiled], trials: 20_000, seed: 1).plans[0].kept.jumps
        .isEmpty)
    // Where the quota is not the median, no percentile is in doubt.
    let other = try PayForecast(exactly: ForecastTests.model("healthy-60"), [compiled])
    #expect(other.plans[0].kept.jumps.isEmpty)
  }
}

@Suite("Paid, owed and kept")
struct DrawMeaningTests {
  // 12 draws of 7,000 against incentive of 4,000 a month: 84,000 advanced at base 24,000, and 48,000
  // earned; so 36,000 is owed.
  @Test("One year has one set of totals, by attainment, by forecast and by deals")
  func totals() throws {
    let yaml = """
      plan: Advance
      currency: USD
      base: 24000
      variable: 60000
      measures: {bookings: {quota: 600000}}
      components:
        - {commission: C, measure: bookings, period: month, pay: 1x}
      draw: {kind: recoverable, amount: 7000, per: month}
      """
    let plan = try plan(yaml)
    let earnings = try plan.earnings(attainment: Ratio(8, over: 10))
    #expect(earnings.incentive.fixedPoint == "48000.00")
    #expect(earnings.draw.fixedPoint == "36000.00")
    #expect(earnings.owedDraw.fixedPoint == "36000.00")
    #expect(earnings.paid.fixedPoint == "108000.00")
    #expect(earnings.kept.fixedPoint == "72000.00")

    let model = try FixedAttainment(0.8)
    let forecast = try PayForecast(exactly: model, [CompiledPlan(plan)]).plans[0]
    let means = [forecast.paid, forecast.owed, forecast.kept, forecast.incentive].map {
      $0.spread.mean.value
    }
    for (mean, expected) in zip(means, [108_000.0, 36_000, 72_000, 48_000]) {
      #expect(abs(mean - expected) < 1e-3)
    }

    let deals = try (1...12).map { month in
      Deal(
        "\(month)", rep: "ann",
        closeDate: try #require(CalendarDate(year: 2021, month: month, day: 10)), amount: 40_000)
    }
    let statement = try #require(plan.statements(for: Deals(deals)).statements.first)
    #expect(statement.earned == earnings.incentive)
    #expect(statement.draw == earnings.draw)
    #expect(statement.owedDraw == earnings.owedDraw)
    #expect(statement.total == earnings.paid)
  }
}
