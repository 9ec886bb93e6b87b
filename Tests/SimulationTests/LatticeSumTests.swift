import Amounts
import Findings
import Foundation
import PayPlans
import Statistics
import TestSupport
import Testing

@testable import Simulation

@Suite("A team without draws")
struct LatticeSumTests {
  /// Few, for a debug build.
  private static let steps = 1 << 14

  /// The closed form of a model.
  private func law(_ model: some AttainmentModel) throws -> ClosedForm { try ClosedForm(model) }

  private func curve(_ slope: Double, from value: Double = 0) -> CompiledCurve {
    CompiledCurve(starts: [0], values: [value], slopes: [slope])
  }

  @Test("Normal pay adds up to normal pay", arguments: [1, 2, 10, 137, 2000])
  func normal(people: Int) throws {
    // Ten deviations above zero: what is cut off there is less than rounding.
    let one = try Normal(mean: 1, standardDeviation: 0.1)
    let sum = LatticeSum(
      [.init(curve: curve(80_000, from: 60_000), count: people)],
      try law(TruncatedNormal(one, above: 0)), steps: Self.steps, threads: 2)
    let n = Double(people)
    let exact = try Normal(mean: n * 140_000, standardDeviation: n.squareRoot() * 8_000)
    for p in [0.001, 0.1, 0.25, 0.5, 0.75, 0.9, 0.999] {
      #expect(abs(sum.quantile(p) - exact.quantile(p)) <= sum.error + 1e-3, "P\(100 * p)")
      let chance = sum.probability(atLeast: exact.quantile(p))
      #expect(abs(chance.value - (1 - p)) <= chance.error + 1e-9)
    }
    #expect(sum.error <= 0.02 * n.squareRoot() * n * 8_000)
  }

  @Test("Gamma pay adds up to gamma pay, which is skewed", arguments: [1, 3, 40])
  func gamma(people: Int) throws {
    let sum = LatticeSum(
      [.init(curve: curve(1000), count: people)], try law(Gamma(shape: 0.7, scale: 1)),
      steps: Self.steps, threads: nil)
    let exact = try Gamma(shape: 0.7 * Double(people), scale: 1000)
    for p in [0.01, 0.1, 0.5, 0.9, 0.99] {
      let quantile = sum.quantile(p)
      let low = try #require(exact.partialMoment(0, below: quantile - sum.error - 1e-6))
      let high = try #require(exact.partialMoment(0, below: quantile + sum.error + 1e-6))
      #expect(low - 1e-9 <= p && p <= high + 1e-9, "P\(100 * p)")
    }
  }

  @Test("People of two kinds: those of one pay less than those of the other")
  func kinds() throws {
    let one = try Normal(mean: 1, standardDeviation: 0.1)
    let sum = LatticeSum(
      [
        .init(curve: curve(80_000), count: 3), .init(curve: curve(-20_000, from: 50_000), count: 5),
      ], try law(TruncatedNormal(one, above: 0)), steps: Self.steps, threads: 2)
    let deviation = (3.0 * 8_000 * 8_000 + 5.0 * 2_000 * 2_000).squareRoot()
    let exact = try Normal(mean: 240_000 + 150_000, standardDeviation: deviation)
    for p in [0.1, 0.5, 0.9] {
      #expect(abs(sum.quantile(p) - exact.quantile(p)) <= sum.error + 1e-3)
    }
  }

  @Test("A bonus that every second one gets is binomial, and a constant pay is what it is")
  func binomial() throws {
    let plan = try plan(
      """
      plan: Half
      currency: USD
      base: 57504
      variable: 10000
      measures: {bookings: {quota: 500000}}
      components:
        - {bonus: Club, measure: bookings, period: year, at: 100%, pay: 10000}
      """)
    let compiled = try CompiledPlan(plan)
    let team = try TeamForecast(
      exactly: EmpiricalAttainment([0.5, 1.5]), [.init(compiled, people: 10)], steps: Self.steps)
    let precision = try #require(team.precision)
    // qbinom(c(.1, .25, .5, .75, .9), 10, .5) of R.
    for (percentile, bonuses) in zip(team.costPercentiles, [3.0, 4, 5, 6, 7]) {
      #expect(abs(percentile.value - (575_040 + 10_000 * bonuses)) <= precision.cost)
    }
    #expect(precision.cost < 100)
    #expect(team.cost.mean.value == 575_040 + 50_000)
    // Half of the quota and half more of it each: the sum of the quotas is reached by five or more,
    // pbinom(4, 10, .5, lower.tail = FALSE); on the jump itself the chance may be that of six or more.
    let chance = try #require(team.reachesGoal).value
    #expect(abs(chance - 0.623046875) <= 1e-9)
    #expect(precision.reachesGoal >= 0.24)
    let fixed = try TeamForecast(
      exactly: FixedAttainment(1), [.init(compiled, people: 7)], steps: Self.steps)
    for percentile in fixed.costPercentiles { #expect(abs(percentile.value - 472_528) < 0.01) }
    #expect(fixed.cost.standardDeviation.value == 0)
  }

  @Test(
    "One person's percentiles are those of the closed form, and a team's those that are drawn",
    arguments: RandomPlanTests.cases.prefix(15))
  func randomPlans(number: Int) throws {
    var plans = RandomPlan(FreshSeed.generator(2000 + number))
    let yaml = plans.yaml()
    let plan = try plan(yaml)
    let compiled = try CompiledPlan(plan)
    let detail: Comment = "ONTARGET_TEST_SEED=\(FreshSeed.value), plan \(number):\n\(yaml)"
    let model = try Lognormal(mean: 0.95, coefficientOfVariation: 0.4)
    let one = try TeamForecast(exactly: model, [.init(compiled, people: 1)], steps: Self.steps)
    let law = try ClosedForm(model)
    let precision = try #require(one.precision).cost
    for (percentile, p) in zip(one.costPercentiles, PayForecast.standardPercentiles) {
      // A share is known to 10⁻⁹ or so: at a jump that decides between two amounts.
      let range = law.quantileRange(p, of: compiled.kept)
      #expect(range.low - precision - 1e-3 <= percentile.value, detail)
      #expect(percentile.value <= range.high + precision + 1e-3, detail)
    }
    let team = try TeamForecast(exactly: model, [.init(compiled, people: 6)], steps: Self.steps)
    let drawn = try TeamForecast(
      simulating: model, [.init(compiled, people: 6)], trials: 20_000,
      seed: FreshSeed.value, threads: 2)
    let off = try #require(team.precision).cost
    #expect(
      abs(team.cost.mean.value - drawn.cost.mean.value)
        <= 6.5 * (drawn.cost.mean.standardError ?? 0) + 0.01, detail)
    // 20,000 draws know the share below an amount to 6.5 deviations of √(p(1 − p)/n).
    let sample = drawn.costPercentiles
    let sum = LatticeSum(
      [.init(curve: compiled.kept, count: 6)], law, steps: Self.steps, threads: 1)
    for (index, p) in PayForecast.standardPercentiles.enumerated() {
      let slack = 6.5 * (p * (1 - p) / 20_000).squareRoot()
      #expect(sum.quantile(p - slack) - off - 1e-3 <= sample[index].value, detail)
      #expect(sample[index].value <= sum.quantile(p + slack) + off + 1e-3, detail)
    }
  }

  @Test("People whose pay depends on that of others are refused")
  func dependent() throws {
    let compiled = try CompiledPlan(try plan(SamplePlans.accelerator))
    let failure = #expect(throws: ModelFailure.self) {
      try TeamForecast(
        exactly: FixedAttainment(1),
        [.init(compiled, people: 2), .init(compiled, people: 1, paidFor: [0])])
    }
    guard case .dependentPay? = failure else {
      Issue.record("another failure: \(String(describing: failure))")
      return
    }
  }
}
