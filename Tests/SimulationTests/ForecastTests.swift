import Amounts
import PayPlans
import Statistics
import Testing

@testable import Simulation

@Suite("The forecast of pay")
struct ForecastTests {
  static let models: [String] = [
    "fixed:1.1", "lognormal:mean=0.95,cv=0.35", "normal:mean=1,sd=0.3", "gamma:mean=0.8,cv=0.6",
    "tough-2025", "index-43", "healthy-60", "textbook",
    "mixture:70%@lognormal:mean=1.1,cv=0.3/30%@gamma:mean=0.4,cv=0.8", "empirical:history",
  ]
  static let history: [Double] = [0, 0.42, 0.58, 0.61, 0.8, 0.93, 1, 1, 1.07, 1.31, 1.8]

  static func model(_ text: String) throws -> any AttainmentModel {
    try ModelText(text) { _ in history }.model
  }

  @Test(
    "Simulation and closed form agree within four standard errors", arguments: models,
    SamplePlans.all)
  func agreement(model: String, yaml: String) throws {
    let model = try Self.model(model)
    let compiled = try CompiledPlan(plan(yaml))
    let amounts = [70_000.0, 100_000, 115_008]
    let simulated = try PayForecast(
      simulating: model, [compiled], atLeast: amounts, trials: 16_000, seed: 1)
    let exact = try PayForecast(exactly: model, [compiled], atLeast: amounts)
    let (left, right) = (simulated.plans[0], exact.plans[0])
    for (one, other) in zip(
      left.parts + [left.incentive, left.kept, left.attainment],
      right.parts + [right.incentive, right.kept, right.attainment])
    {
      check(one.spread.mean, other.spread.mean, "mean of \(one.name)")
      // A draw that pays once in a million years varies by a dollar that no sample sees.
      check(
        one.spread.standardDeviation, other.spread.standardDeviation, "deviation of \(one.name)",
        slack: 1)
    }
    for (one, other) in zip(left.chances, right.chances) {
      // By the exact probability: of what never came up the sample knows no error.
      let p = other.probability.value
      let error = (p * (1 - p) / 16_000).squareRoot()
      #expect(abs(one.probability.value - p) <= 4 * error + 1e-9, "\(one.question)")
    }
  }

  private func check(_ simulated: Estimate, _ exact: Estimate, _ what: String, slack: Double = 1e-3)
  {
    let error = simulated.standardError ?? .nan
    #expect(abs(simulated.value - exact.value) <= 4 * error + slack, "\(what)")
  }

  @Test("Percentiles of continuous pay agree with the closed form")
  func percentiles() throws {
    let model = try Self.model("lognormal:mean=1,cv=0.35")
    let compiled = try CompiledPlan(plan(SamplePlans.accelerator))
    let simulated = try PayForecast(simulating: model, [compiled], trials: 100_000, seed: 7)
    let exact = try PayForecast(exactly: model, [compiled])
    for (one, other) in zip(
      simulated.plans[0].kept.percentiles, exact.plans[0].kept.percentiles)
    {
      #expect(abs(one.value - other.value) <= 4 * (one.standardError ?? 0))
    }
  }

  // The commission alone: mean and quantiles of marginal tiers under a lognormal attainment with
  // mean 1 and CV 0.35, by scipy 1.x from the lognormal's partial expectations.
  @Test("The accelerator plan has its known moments")
  func accelerator() throws {
    let compiled = try CompiledPlan(plan(SamplePlans.accelerator))
    let exact = try PayForecast(exactly: Self.model("lognormal:mean=1,cv=0.35"), [compiled])
    let commission = exact.plans[0].parts[0]
    #expect(abs(commission.spread.mean.value - 62_059.5626) < 1e-3)
    let expected = [35_107.905, 54_275.631, 97_110.427]
    for (index, value) in zip([0, 2, 4], expected) {
      #expect(abs(commission.percentiles[index].value - value) < 1e-2)
    }
  }

  @Test("Every number is the same on 1, 2 and 64 threads")
  func threads() throws {
    let model = try Self.model("lognormal:mean=0.95,cv=0.35")
    let compiled = try CompiledPlan(plan(SamplePlans.accelerator))
    let runs = try [1, 2, 64].map { threads in
      let forecast = try PayForecast(
        simulating: model, [compiled], trials: 200_000, seed: 3, threads: threads)
      return forecast.plans[0].kept
    }
    for run in runs {
      #expect(run.spread == runs[0].spread)
      #expect(run.percentiles == runs[0].percentiles)
    }
  }

  @Test("Brackets change no order statistic, even when they miss at first", arguments: [1, 0.001])
  func brackets(widening: Double) throws {
    let stream = DrawStream(model: try Self.model("gamma:mean=1,cv=0.5"), seed: 9, trials: 150_000)
    var all: [Double] = []
    for chunk in 0..<stream.chunkCount {
      stream.forEachBlock(of: chunk) { block in
        for index in block.indices { all.append(block[index]) }
      }
    }
    all.sort()
    let ranks: Set<Int> = [0, 14_999, 75_000, 135_000, 149_999]
    let sample = try DrawSample(
      WantedDraws(stream: stream, edges: [1], ranks: ranks), widening: widening, threads: nil)
    for rank in ranks { #expect(sample.draw(ofRank: rank) == all[rank]) }
    #expect(sample.tally.counts.reduce(0, +) == 150_000)
    let mean = all.reduce(0, +) / 150_000
    let sums = (0..<sample.cells.count).reduce(0) {
      $0 + sample.tally.sums[$1][0] + Double(sample.tally.counts[$1]) * sample.cells.origin(of: $1)
    }
    #expect(abs(sums / 150_000 - mean) < 1e-12)
  }

  @Test("Quantiles of pay that falls somewhere are those of the pay itself")
  func falling() throws {
    let compiled = try CompiledPlan(plan(SamplePlans.drawn))
    let model = try Self.model("lognormal:mean=1,cv=0.5")
    let draw = try #require(compiled.parts.last)
    #expect(!draw.pay.isNondecreasing)
    let forecast = try PayForecast(simulating: model, [compiled], trials: 20_000, seed: 5)
    let stream = DrawStream(model: model, seed: 5, trials: 20_000)
    var pays: [Double] = []
    for chunk in 0..<stream.chunkCount {
      stream.forEachBlock(of: chunk) { block in
        for index in block.indices { pays.append(draw.pay(block[index])) }
      }
    }
    pays.sort()
    let median = try #require(forecast.plans[0].parts.last?.percentiles[2].value)
    #expect(median == (pays[9_999] + pays[10_000]) / 2)
    // The draw only falls, and the largest pay is that of the smallest draws; the order is the same.
    #expect(draw.pay.isNonincreasing)
    let deciles = try #require(forecast.plans[0].parts.last?.percentiles)
    for (p, estimate) in zip(PayForecast.standardPercentiles, deciles) {
      let ranks = QuantileRanks(p, of: 20_000)
      let (low, high) = (pays[ranks.lower], pays[ranks.upper])
      #expect(estimate.value == low + ranks.fraction * (high - low))
    }
  }

  @Test("Two plans on the same draws differ with a small standard error")
  func differences() throws {
    let first = try CompiledPlan(plan(SamplePlans.accelerator))
    let second = try CompiledPlan(plan(SamplePlans.accelerator), quota: 700_000)
    let model = try Self.model("lognormal:mean=0.95,cv=0.35")
    let simulated = try PayForecast(simulating: model, [first, second], trials: 50_000, seed: 1)
    let exact = try PayForecast(exactly: model, [first, second])
    let (one, other) = (simulated.differences[0], exact.differences[0])
    check(one.spread.mean, other.spread.mean, "mean difference")
    #expect(one.paysMore.value == 0)
    let single = simulated.plans[0].kept.spread.mean.standardError ?? 0
    #expect((one.spread.mean.standardError ?? .infinity) < single / 5)
  }

  @Test("A model of ten lines gives everything but closed forms")
  func ownModel() throws {
    struct Coin: AttainmentModel {
      func draw(using generator: inout Xoshiro256PlusPlus) -> Double {
        generator.uniform() < 0.5 ? 0.5 : 1.5
      }
    }
    let compiled = try CompiledPlan(plan(SamplePlans.accelerator))
    let forecast = try PayForecast(simulating: Coin(), [compiled], trials: 10_000, seed: 1)
    let chance = forecast.plans[0].chances[0].probability
    #expect(abs(chance.value - 0.5) <= 4 * (chance.standardError ?? 0))
    #expect(forecast.plans[0].kept.percentiles[0].value == compiled.kept(0.5))
    #expect(throws: ModelFailure.self) { try PayForecast(exactly: Coin(), [compiled]) }
  }

  @Test("A model that draws what is not a number is told off", arguments: [Double.nan, .infinity])
  func notFinite(value: Double) throws {
    struct Broken: AttainmentModel {
      var value: Double
      func draw(using generator: inout Xoshiro256PlusPlus) -> Double { value }
    }
    let compiled = try CompiledPlan(plan(SamplePlans.accelerator))
    for trials in [10, 100_000] {
      #expect(throws: ModelFailure.self) {
        try PayForecast(simulating: Broken(value: value), [compiled], trials: trials, seed: 1)
      }
    }
  }

  @Test("A number of trials out of range is told", arguments: [0, -1, .max])
  func trials(count: Int) throws {
    #expect(throws: ModelFailure.self) {
      try PayForecast(simulating: Self.model("textbook"), [], trials: count, seed: 1)
    }
  }
}
