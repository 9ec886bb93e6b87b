import Amounts
import Findings
import Foundation
import PayPlans
import PlanFiles
import Statistics
import TestSupport
import Testing

@testable import Simulation

/// What must hold for every plan, tried on new ones in each run.
///
/// The bounds are theorems that hold for every distribution, each with a chance of a false alarm of
/// 2·10⁻⁹; some ten thousand of them in a run fail by chance once in some fifty thousand runs.
@Suite("Random plans")
struct RandomPlanTests {
  static let cases: Range<Int> = 0..<40

  /// The chance of a false alarm of one comparison.
  private static let risk = 2e-9

  private func place(_ number: Int, _ yaml: String) -> Comment {
    "ONTARGET_TEST_SEED=\(FreshSeed.value), plan \(number):\n\(yaml)"
  }

  @Test("The compiled plan pays what the exact engine pays", arguments: cases)
  func compiled(number: Int) throws {
    var plans = RandomPlan(FreshSeed.generator(number))
    let yaml = plans.yaml()
    let plan = try plan(yaml)
    let compiled = try CompiledPlan(plan)
    var random = FreshSeed.generator(1000 + number)
    for _ in 0..<60 {
      // Half of the points in thousandths, where levels of months and quarters are.
      let scale: Int128 = random.uniform() < 0.5 ? 120 : 1_000_000_007
      let attainment = try Ratio(Int128(random.uniform() * 3 * Double(scale)), over: scale)
      let exact = try plan.earnings(attainment: attainment)
      let x = attainment.doubleValue
      let detail = place(number, "\(yaml)at an attainment of \(attainment) (\(x))")
      #expect(isClose(compiled.paid, exact.paid, x), detail)
      #expect(isClose(compiled.kept, exact.kept, x), detail)
      #expect(isClose(compiled.incentive, exact.incentive, x), detail)
    }
  }

  /// Whether a curve has a value: lines are rounded one by one, 12 of some components and draws, and
  /// a jump that is a fraction which no double is may lie a hair to either side.
  private func isClose(_ curve: CompiledCurve, _ exact: Money, _ x: Double) -> Bool {
    let value = exact.majorUnits.doubleValue
    return [x, x - 1e-9, x + 1e-9].contains { abs(curve($0) - value) < 0.5 }
  }

  @Test("The closed form is what simulation tends to", arguments: cases)
  func closedForm(number: Int) throws {
    var plans = RandomPlan(FreshSeed.generator(number))
    let yaml = plans.yaml()
    let text = plans.model()
    let model = Winsorized(model: try ForecastTests.model(text), end: 2.5)
    let compiled = try CompiledPlan(plan(yaml))
    let trials = 40_000
    let simulated = try PayForecast(
      simulating: model, [compiled], atLeast: [60_000, 100_000], trials: trials,
      seed: FreshSeed.value &+ UInt64(number))
    let exact = try PayForecast(exactly: model, [compiled], atLeast: [60_000, 100_000])
    let (left, right) = (simulated.plans[0], exact.plans[0])
    let detail = place(number, "\(yaml)under \(text)")
    let curves =
      compiled.parts.map(\.pay) + [
        compiled.incentive, compiled.paid, compiled.owed, compiled.kept,
      ]
    let lines = zip(
      left.parts + [left.incentive, left.paid, left.owed, left.kept],
      right.parts + [right.incentive, right.paid, right.owed, right.kept])
    for (curve, (one, other)) in zip(curves, lines) {
      let mean = other.spread.mean.value
      let reach = reach(of: curve, about: mean, to: model.end)
      let variance = other.spread.standardDeviation.value * other.spread.standardDeviation.value
      // Bernstein's inequality for the mean, by the variance of the closed form.
      let bound = Self.bernstein(variance, reach, trials)
      #expect(
        abs(one.spread.mean.value - mean) <= bound + 1e-3,
        "mean of \(one.name): \(one.spread.mean) for \(mean); \(detail)")
      // The same for the mean of the squares, whose variance is at most reach² · variance.
      let found = one.spread.standardDeviation.value * one.spread.standardDeviation.value
      let slack = Self.bernstein(reach * reach * variance, reach * reach, trials) + bound * bound
      #expect(
        abs(found - variance) <= slack + 1,
        "deviation of \(one.name): \(one.spread.standardDeviation) for \(other.spread.standardDeviation); \(detail)"
      )
    }
    for (one, other) in zip(left.chances, right.chances) {
      let p = other.probability.value
      let bound = Self.bernstein(p * (1 - p), 1, trials)
      #expect(abs(one.probability.value - p) <= bound + 1e-9, "\(one.question) \(detail)")
    }
    try checkPercentiles(curves, lines.map(\.1), model, trials, number, detail)
  }

  /// By Dvoretzky, Kiefer, Wolfowitz (Ann. Math. Stat. 27, 1956) with Massart's constant: the share of
  /// draws below a quantile is its probability within √(ln(2/risk) ⁄ 2n), for all of them at once.
  private func checkPercentiles(
    _ curves: [CompiledCurve], _ lines: [PayForecast.Line], _ model: any AttainmentModel,
    _ trials: Int, _ number: Int, _ detail: Comment
  ) throws {
    var generator = FreshSeed.generator(2000 + number)
    let draws = (0..<trials).map { _ in model.draw(using: &generator) }
    let bound = (log(2 / Self.risk) / Double(2 * trials)).squareRoot()
    for (curve, line) in zip(curves, lines) {
      let pays = draws.map { curve($0) }
      for (p, percentile) in zip(PayForecast.standardPercentiles, line.percentiles) {
        let below = Double(pays.count { $0 < percentile.value - 0.01 }) / Double(trials)
        let upTo = Double(pays.count { $0 <= percentile.value + 0.01 }) / Double(trials)
        #expect(below <= p + bound && upTo >= p - bound, "P\(p * 100) of \(line.name): \(detail)")
      }
    }
  }

  /// A model whose draws end at a point, so that pay is bounded: the bounds above need that.
  private struct Winsorized: AttainmentModel {
    let model: any AttainmentModel
    let end: Double

    func draw(using generator: inout Xoshiro256PlusPlus) -> Double {
      min(end, model.draw(using: &generator))
    }

    func partialMoment(_ order: Int, below bound: Double) -> Double? {
      guard bound > end else { return model.partialMoment(order, below: bound) }
      guard let below = model.partialMoment(order, below: end),
        let share = model.partialMoment(0, below: end)
      else { return nil }
      return below + power(end, order) * (1 - share)
    }
  }

  /// The largest distance from a number that a curve comes to between 0 and a point.
  private func reach(of curve: CompiledCurve, about center: Double, to end: Double) -> Double {
    var reach = max(abs(curve(0) - center), abs(curve(end) - center))
    for (index, start) in curve.starts.enumerated() where start > 0 && start < end {
      let before =
        curve.values[index - 1]
        + curve.slopes[index - 1] * (start - curve.starts[index - 1])
      reach = max(reach, abs(before - center), abs(curve.values[index] - center))
    }
    return reach
  }

  /// How far the mean of n values may be from its expectation, by Bernstein's inequality.
  private static func bernstein(_ variance: Double, _ reach: Double, _ count: Int) -> Double {
    let l = log(2 / risk)
    return (2 * max(0, variance) * l / Double(count)).squareRoot()
      + 2 * reach * l / (3 * Double(count))
  }

  @Test("Years of deals are paid as `pay` pays their deals", arguments: cases)
  func selling(number: Int) throws {
    var plans = RandomPlan(FreshSeed.generator(3000 + number))
    let yaml = plans.yamlOfDeals()
    let text = plans.selling()
    var plan = try plan(yaml)
    plan.yearStarts = plan.simulatedStart
    let reference = try #require(plan.primaryMeasure?.quota)
    let isNewHire = number.isMultiple(of: 2)
    let years = SimulatedYears(
      plans: [plan], model: try SellingText(text).model, referenceQuota: reference, market: nil,
      isNewHire: isNewHire, seed: FreshSeed.value, trials: 5)
    let count = years.trials
    let batch = try years.piece(0)
    let rows = try years.rows(years.sold(in: 0..<count), from: plan.simulatedStart)
    for rep in 0..<count {
      // What `ontarget pay` reads: a deals file and a roster, of one person.
      let own = rows.filter { $0.rep == "\(rep)" }
      var csv = "deal_id,rep,close_date,amount,cancelled_date\n"
      for deal in own {
        let amount = try Money(rounding: deal.amount, currency: .usd).fixedPoint
        let cancelled = deal.dates.first.flatMap { $0 }.map { "\($0)" } ?? ""
        csv += "\(deal.id),\(deal.rep),\(deal.closeDate),\(amount),\(cancelled)\n"
      }
      let hired = isNewHire ? "\(plan.simulatedStart)" : ""
      let statement = try #require(
        plan.statements(
          for: own.isEmpty ? Deals([]) : Deals.read(csv: csv, file: "deals.csv", for: plan).deals,
          roster: Roster.read(
            csv: "rep,hire_date\n\(rep),\(hired)\n", file: "roster.csv", for: plan
          ).roster
        ).statements.first)
      let year = batch.years[0][rep]
      let detail = place(number, "\(yaml)under \(text), year \(rep)\n\(csv)")
      #expect(year.total == statement.total.majorUnits.doubleValue, detail)
      #expect(year.earned == statement.earned.majorUnits.doubleValue, detail)
      #expect(year.clawback == statement.clawback.majorUnits.doubleValue, detail)
      #expect(year.owedDraw == statement.owedDraw.majorUnits.doubleValue, detail)
    }
  }
}
