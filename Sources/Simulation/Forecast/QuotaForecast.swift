public import Statistics

/// How likely people, teams and a company sell what they are to sell, each person with a quota of their own.
///
/// Everybody's sales are their quota × an attainment of the model. The attainments are tied by one
/// factor in a normal copula: with a correlation ρ the normal score of each is √ρ Z + √(1 − ρ) ε, so that
/// what one person sells keeps the law of the model whatever ρ is (Li, "On default correlation: a copula
/// function approach", *Journal of Fixed Income* 9, 2000). Without a correlation draws are independent.
public struct QuotaForecast: Sendable {
  /// What some people are to sell together.
  public struct Goal: Hashable, Sendable {
    /// The indices of the people.
    public var members: [Int]
    /// What they are to sell.
    public var amount: Double

    /// Creates a goal.
    public init(_ amount: Double, of members: [Int]) {
      self.members = members
      self.amount = amount
    }
  }

  /// How likely the goal is reached, and what is sold.
  public struct Outcome: Hashable, Sendable {
    /// The chance that the members sell as much as the goal.
    public let reaches: Estimate
    /// What the members sell.
    public let sales: Spread
    /// What they sell in the worst tenth of years, in the middle one, and in the best tenth: P10, P50, P90.
    public let percentiles: [Double]
  }

  /// The number of simulated years.
  public let trials: Int
  /// The seed.
  public let seed: UInt64
  /// The correlation of the normal scores of two people.
  public let correlation: Double
  /// The chance of one person to reach the quota: exact where the model has a closed form.
  public let single: Estimate
  /// What becomes of each goal.
  public let outcomes: [Outcome]

  /// Simulates years.
  ///
  /// - Parameters:
  ///   - model: How the attainment of each person varies.
  ///   - quotas: The quotas of the people.
  ///   - goals: What some of them are to sell together.
  ///   - correlation: From 0 to below 1.
  ///   - trials: The number of years, 1 to 10,000,000.
  ///   - seed: The seed of all streams.
  ///   - threads: The number of threads; nil for one a core.
  /// - Throws: `ModelFailure` for numbers out of range, for draws that are not finite, and for a
  ///   correlation of a model without percentiles.
  /// - Complexity: O(trials × people) time, 8 bytes for each trial and goal.
  public init(
    simulating model: any AttainmentModel, quotas: [Double], goals: [Goal],
    correlation: Double = 0, trials: Int = 20_000, seed: UInt64 = 1, threads: Int? = nil
  ) throws(ModelFailure) {
    guard 1...100_000 ~= quotas.count else { throw ModelFailure.people(quotas.count) }
    guard 1...10_000_000 ~= trials else { throw ModelFailure.teamYears(trials) }
    guard 0..<1 ~= correlation else { throw ModelFailure.correlation(correlation) }
    let law = correlation > 0 ? QuantileTable(of: model) : nil
    if correlation > 0, law == nil { throw ModelFailure.noClosedForm(model.label) }
    let years = QuotaYears(
      model: model, law: law, quotas: quotas, goals: goals, correlation: correlation, seed: seed,
      trials: trials)
    let sums = years.run(threads: threads)
    guard sums.allSatisfy({ $0.allSatisfy(\.isFinite) }) else {
      throw ModelFailure.notFinite(model.label)
    }
    self.trials = trials
    self.seed = seed
    self.correlation = correlation
    if let below = model.partialMoment(0, below: 1) {
      single = Estimate(1 - below, nil)
    } else {
      single = Estimate(shareOf: years.draws(threads: threads)) { $0 >= 1 }
    }
    outcomes = zip(goals, sums).map { goal, sums in
      // A sum of attainments of exactly 1 may miss the sum of the quotas by rounding.
      let reaches = Estimate(shareOf: sums) { $0 >= goal.amount * (1 - 1e-12) }
      let ranked = sums.sorted()
      return Outcome(
        reaches: reaches, sales: Spread(of: sums),
        percentiles: [0.1, 0.5, 0.9].map { ranked[min(trials - 1, Int($0 * Double(trials)))] })
    }
  }
}

/// The quantile function of a model by normal scores.
///
/// Between the points of a fine grid it is a straight line, off by less than a millionth of the deviation
/// where the law has a density; a model with atoms is asked itself.
private struct QuantileTable: Sendable {
  private static let bound = 7.5
  private static let cells = 256.0

  private let model: any AttainmentModel
  private let values: [Double]

  /// Tabulates a model; nil where it has no percentiles.
  init?(of model: any AttainmentModel) {
    guard model.quantile(0.5) != nil else { return nil }
    self.model = model
    guard !model.hasAtoms else {
      values = []
      return
    }
    let count = Int(2 * Self.bound * Self.cells)
    values = (0...count).map { index in
      let score = Double(index) / Self.cells - Self.bound
      return model.quantile(Normal.standard.cumulative(at: score)) ?? .nan
    }
  }

  /// The attainment at a normal score.
  func callAsFunction(_ score: Double) -> Double {
    let score = max(-Self.bound, min(Self.bound, score))
    if values.isEmpty { return model.quantile(Normal.standard.cumulative(at: score)) ?? .nan }
    let place = (score + Self.bound) * Self.cells
    let cell = min(Int(place), values.count - 2)
    return values[cell] + (place - Double(cell)) * (values[cell + 1] - values[cell])
  }
}

/// Years of people with quotas, in chunks with a random stream each.
private struct QuotaYears: Sendable {
  let model: any AttainmentModel
  /// The percentiles of the model; nil where people are independent.
  let law: QuantileTable?
  let quotas: [Double]
  let goals: [QuotaForecast.Goal]
  let correlation: Double
  let seed: UInt64
  let trials: Int

  /// As many draws as a chunk of single rep-years has.
  private var chunkSize: Int { max(1, DrawStream.chunkSize / quotas.count) }

  /// Returns what the members of each goal sell, year by year.
  func run(threads: Int?) -> [[Double]] {
    let count = (trials + chunkSize - 1) / chunkSize
    let chunks = Parallel.map(count, threads: threads) { years(of: $0) }
    return goals.indices.map { goal in chunks.flatMap { $0[goal] } }
  }

  /// Returns single draws, for a model without a closed form.
  func draws(threads: Int?) -> [Double] {
    let count = (trials + DrawStream.chunkSize - 1) / DrawStream.chunkSize
    return Parallel.map(count, threads: threads) { chunk in
      var generator = Xoshiro256PlusPlus(seed: seed, stream: chunk)
      let length = min(DrawStream.chunkSize, trials - chunk * DrawStream.chunkSize)
      return (0..<length).map { _ in model.draw(using: &generator) }
    }.flatMap(\.self)
  }

  private func years(of chunk: Int) -> [[Double]] {
    var generator = Xoshiro256PlusPlus(seed: seed, stream: chunk)
    var sales = [Double](repeating: 0, count: quotas.count)
    var sums = [[Double]](repeating: [], count: goals.count)
    let (common, own) = (correlation.squareRoot(), (1 - correlation).squareRoot())
    for _ in 0..<min(chunkSize, trials - chunk * chunkSize) {
      if let law {
        let factor = common * generator.standardNormal()
        for index in sales.indices {
          sales[index] = law(factor + own * generator.standardNormal())
        }
      } else {
        var span = sales.mutableSpan
        model.fill(&span, using: &generator)
      }
      for index in sales.indices { sales[index] *= quotas[index] }
      for (index, goal) in goals.enumerated() {
        sums[index].append(goal.members.reduce(0) { $0 + sales[$1] })
      }
    }
    return sums
  }
}
