internal import Amounts
internal import Findings
public import Statistics

/// What a plan costs for a team of people who are on it, each with a draw of their own.
public struct TeamForecast: Sendable {
  /// The number of people.
  public let reps: Int
  /// The standard deviation of the market factor that moves all of them; 0 for none.
  public let marketDeviation: Double
  /// The number of simulated years.
  public let trials: Int
  /// The pay of all, less what is owed back at the end of the year.
  public let cost: Spread
  /// Percentiles of the pay of all, as in `PayForecast.standardPercentiles`.
  public let costPercentiles: [Estimate]
  /// The sales of all; nil when there is no quota that says what attainment stands for.
  public let sales: Spread?
  /// The sum of the quotas; nil when the plan has none.
  public let quota: Double?
  /// What the team is to sell: the goal given, or the sum of the quotas.
  public let goal: Double?
  /// The chance that the team sells as much as its goal.
  public let reachesGoal: Estimate?

  /// Expected pay over expected sales: the compensation cost of sales.
  public var costOfSales: Double? {
    sales.flatMap { $0.mean.value > 0 ? cost.mean.value / $0.mean.value : nil }
  }
  /// The sum of the quotas over the goal: how much more is assigned than is needed.
  public var quotaCoverage: Double? {
    guard let quota, let goal, goal > 0 else { return nil }
    return quota / goal
  }

  /// Simulates a team.
  ///
  /// - Parameters:
  ///   - model: How the attainment of each person varies.
  ///   - plan: The plan that all are on.
  ///   - reps: The number of people, 1 to 100,000.
  ///   - marketDeviation: The standard deviation of a lognormal factor with mean 1 that multiplies
  ///     the sales of all, so that good and bad years come together.
  ///   - goal: What the team is to sell; the sum of the quotas when nil.
  ///   - trials: The number of years, 1 to 10,000,000.
  ///   - seed: The seed of all streams.
  ///   - threads: The number of threads; nil for one a core.
  ///   - progress: Is told the share of the work that is done, from any thread.
  /// - Throws: `ModelFailure` for numbers out of range and for draws that are not finite.
  /// - Complexity: O(trials × reps) time, 16 bytes for each trial.
  public init(
    simulating model: any AttainmentModel, _ plan: CompiledPlan, reps: Int,
    marketDeviation: Double = 0, goal: Double? = nil, trials: Int, seed: UInt64,
    threads: Int? = nil, progress: (@Sendable (Double) -> Void)? = nil
  ) throws(ModelFailure) {
    guard 1...100_000 ~= reps else {
      throw ModelFailure.people(reps)
    }
    guard 1...10_000_000 ~= trials else {
      throw ModelFailure.teamYears(trials)
    }
    let years = TeamYears(
      model: model, pay: plan.kept, reps: reps, market: try Self.market(marketDeviation),
      seed: seed, trials: trials)
    var (costs, draws) = years.run(threads: threads, progress)
    guard (costs + draws).allSatisfy(\.isFinite) else {
      throw ModelFailure.notFinite(model.label)
    }
    self.reps = reps
    self.marketDeviation = marketDeviation
    self.trials = trials
    cost = Spread(of: costs)
    let own = plan.quota.map { $0.doubleValue * Double(reps) }
    let target = goal ?? own
    quota = own
    self.goal = target
    if let unit = plan.referenceQuota?.doubleValue {
      for index in draws.indices { draws[index] *= unit }
      sales = Spread(of: draws)
      reachesGoal = target.map { target in
        // A sum of attainments of exactly 1 may miss the sum of the quotas by rounding.
        Estimate(shareOf: draws) { $0 >= target * (1 - 1e-12) }
      }
    } else {
      sales = nil
      reachesGoal = nil
    }
    costPercentiles = PayForecast.Line("", costs).percentiles
  }

  private static func market(_ deviation: Double) throws(ModelFailure) -> Lognormal? {
    guard deviation != 0 else { return nil }
    do throws(ParameterFailure) {
      return try Lognormal(mean: 1, coefficientOfVariation: deviation)
    } catch {
      throw ModelFailure.market(error)
    }
  }
}

/// Years of a team, in chunks with a random stream each.
private struct TeamYears: Sendable {
  let model: any AttainmentModel
  let pay: CompiledCurve
  let reps: Int
  let market: Lognormal?
  let seed: UInt64
  let trials: Int

  /// As many draws as a chunk of single rep-years has.
  private var chunkSize: Int { max(1, DrawStream.chunkSize / reps) }

  /// Returns the pay and the sum of the draws of each year.
  func run(
    threads: Int?, _ progress: (@Sendable (Double) -> Void)?
  ) -> (costs: [Double], draws: [Double]) {
    let count = (trials + chunkSize - 1) / chunkSize
    let report = ProgressCount(of: count, progress)
    let chunks = Parallel.map(count, threads: threads) { chunk in
      defer { report.step() }
      return years(of: chunk)
    }
    return (chunks.flatMap(\.costs), chunks.flatMap(\.draws))
  }

  private func years(of chunk: Int) -> (costs: [Double], draws: [Double]) {
    var generator = Xoshiro256PlusPlus(seed: seed, stream: chunk)
    var block = [Double](repeating: 0, count: reps)
    var costs: [Double] = []
    var draws: [Double] = []
    for _ in 0..<min(chunkSize, trials - chunk * chunkSize) {
      let factor = market?.draw(using: &generator) ?? 1
      var span = block.mutableSpan
      model.fill(&span, using: &generator)
      var (cost, sum) = (0.0, 0.0)
      for draw in block {
        cost += pay(draw * factor)
        sum += draw * factor
      }
      costs.append(cost)
      draws.append(sum)
    }
    return (costs, draws)
  }
}

extension Spread {
  /// The mean and deviation of simulated values.
  init(of values: [Double]) {
    let count = Double(values.count)
    let mean = values.reduce(0, +) / count
    var (second, fourth) = (0.0, 0.0)
    for value in values {
      let square = (value - mean) * (value - mean)
      second += square
      fourth += square * square
    }
    self.init(mean: mean, second: second / count, fourth: fourth / count, count: count)
  }

  /// Creates a spread from the mean and the central moments of a sample.
  init(mean: Double, second: Double, fourth: Double, count: Double) {
    let deviation = (second * count / max(1, count - 1)).squareRoot()
    // Var(s²) ≈ (m₄ − m₂²)/n, and s = √s².
    let error =
      second > 0 ? (max(0, fourth - second * second) / (4 * second * count)).squareRoot() : 0
    self.init(
      mean: Estimate(mean, deviation / count.squareRoot()),
      standardDeviation: Estimate(deviation, error))
  }
}
