internal import Amounts
internal import Findings
public import Statistics

/// What plans cost for a team of people who are on them, each with a draw of their own.
public struct TeamForecast: Sendable {
  /// People of a team who are paid alike.
  public struct Members: Sendable {
    /// The plan that they are on, with the pay and quota of each.
    public let plan: CompiledPlan
    /// The number of people.
    public let people: Int
    /// Whose sales they are paid for in place of their own, by their places among the members; empty for
    /// people who sell.
    public let team: [Int]

    /// Creates members.
    public init(_ plan: CompiledPlan, people: Int, paidFor team: [Int] = []) {
      self.plan = plan
      self.people = people
      self.team = team
    }
  }

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
  /// The sales of all; nil where for anybody there is no quota that says what attainment stands for.
  public let sales: Spread?
  /// The sum of the quotas; nil where anybody has none.
  public let quota: Double?
  /// What the team is to sell: the goal given, or the sum of the quotas.
  public let goal: Double?
  /// The chance that the team sells as much as its goal.
  public let reachesGoal: Estimate?
  /// The attainment in each year of those who are paid for others, by their place among the members.
  public let attainments: [Int: [Double]]

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
  /// Who is paid for what others sell attains their sum over the own quota.
  ///
  /// - Parameters:
  ///   - model: How the attainment of each person varies.
  ///   - team: The people, 1 to 100,000, whose plans pay in one currency.
  ///   - marketDeviation: The standard deviation of a lognormal factor with mean 1 that multiplies
  ///     the sales of all, so that good and bad years come together.
  ///   - goal: What the team is to sell; the sum of the quotas of those who sell when nil.
  ///   - hasOneUnit: Whether all count what they sell in one unit; else there is no sum of it, nor of quotas.
  ///   - trials: The number of years, 1 to 10,000,000.
  ///   - seed: The seed of all streams.
  ///   - threads: The number of threads; nil for one a core.
  ///   - progress: Is told the share of the work that is done, from any thread.
  /// - Precondition: Who is paid for others has a quota, and so have they; they are among the members, and
  ///   are not paid for others themselves.
  /// - Throws: `ModelFailure` for numbers out of range and for draws that are not finite.
  /// - Complexity: O(trials × (reps + teams)) time, 16 bytes for each trial and 8 for each of those who are
  ///   paid for others.
  public init(
    simulating model: any AttainmentModel, _ team: [Members], marketDeviation: Double = 0,
    goal: Double? = nil, hasOneUnit: Bool = true, trials: Int, seed: UInt64, threads: Int? = nil,
    progress: (@Sendable (Double) -> Void)? = nil
  ) throws(ModelFailure) {
    let reps = team.reduce(0) { $0 + max(0, $1.people) }
    guard 1...100_000 ~= reps else {
      throw ModelFailure.people(reps)
    }
    guard 1...10_000_000 ~= trials else {
      throw ModelFailure.teamYears(trials)
    }
    let sellers = team.filter(\.team.isEmpty)
    // Sales are summed in units of the first quota.
    let unit = sellers.first?.plan.referenceQuota?.doubleValue
    let years = TeamYears(
      model: model,
      members: team.map { members in
        let own = members.plan.referenceQuota?.doubleValue ?? 1
        return TeamYears.Members(
          pay: members.plan.kept, quota: own / (unit ?? 1), people: members.people,
          team: members.team)
      }, reps: sellers.reduce(0) { $0 + $1.people }, market: try Self.market(marketDeviation),
      seed: seed, trials: trials)
    var (costs, draws, attainments) = years.run(threads: threads, progress)
    guard (costs + draws).allSatisfy(\.isFinite) else {
      throw ModelFailure.notFinite(model.label)
    }
    self.reps = reps
    self.marketDeviation = marketDeviation
    self.trials = trials
    cost = Spread(of: costs)
    let quotas = sellers.compactMap { members in
      members.plan.quota.map { $0.doubleValue * Double(members.people) }
    }
    let own = hasOneUnit && quotas.count == sellers.count ? quotas.reduce(0, +) : nil
    let target = hasOneUnit ? goal ?? own : nil
    quota = own
    self.goal = target
    if let unit, hasOneUnit, sellers.allSatisfy({ $0.plan.referenceQuota != nil }) {
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
    self.attainments = Dictionary(
      uniqueKeysWithValues: zip(team.indices.filter { !team[$0].team.isEmpty }, attainments))
  }

  /// Returns the number of years in place of the trials of one person: as many rep-years, but enough years
  /// for the percentiles.
  public static func years(trials: Int, people: Int) -> Int {
    min(trials, max(10_000, trials / max(1, people)))
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
  struct Members: Sendable {
    var pay: CompiledCurve
    /// The sales of an attainment of 1.
    var quota: Double
    var people: Int
    var team: [Int]
  }

  /// What is paid and sold in each year, and the attainments of each of those who are paid for others.
  typealias Years = (costs: [Double], draws: [Double], attainments: [[Double]])

  let model: any AttainmentModel
  let members: [Members]
  /// The number of those who sell.
  let reps: Int
  let market: Lognormal?
  let seed: UInt64
  let trials: Int

  /// As many draws as a chunk of single rep-years has.
  private var chunkSize: Int { max(1, DrawStream.chunkSize / max(1, reps)) }

  func run(threads: Int?, _ progress: (@Sendable (Double) -> Void)?) -> Years {
    let count = (trials + chunkSize - 1) / chunkSize
    let report = ProgressCount(of: count, progress)
    let chunks = Parallel.map(count, threads: threads) { chunk in
      defer { report.step() }
      return years(of: chunk)
    }
    let teams = members.count { !$0.team.isEmpty }
    return (
      chunks.flatMap(\.costs), chunks.flatMap(\.draws),
      (0..<teams).map { team in chunks.flatMap { $0.attainments[team] } }
    )
  }

  private func years(of chunk: Int) -> Years {
    var generator = Xoshiro256PlusPlus(seed: seed, stream: chunk)
    var block = [Double](repeating: 0, count: reps)
    var sales = [Double](repeating: 0, count: members.count)
    let sellers = members.indices.filter { members[$0].team.isEmpty }
    let leads = members.indices.filter { !members[$0].team.isEmpty }
    var years: Years = ([], [], leads.map { _ in [] })
    for _ in 0..<min(chunkSize, trials - chunk * chunkSize) {
      let factor = market?.draw(using: &generator) ?? 1
      var span = block.mutableSpan
      model.fill(&span, using: &generator)
      var cost = 0.0
      var next = 0
      for index in sellers {
        let (pay, people) = (members[index].pay, members[index].people)
        var sum = 0.0
        for draw in block[next..<next + people] {
          cost += pay(draw * factor)
          sum += draw * factor
        }
        sales[index] = sum * members[index].quota
        next += people
      }
      for (place, index) in leads.enumerated() {
        let lead = members[index]
        let attainment = lead.team.reduce(0) { $0 + sales[$1] } / lead.quota
        cost += lead.pay(attainment) * Double(lead.people)
        years.attainments[place].append(attainment)
      }
      years.costs.append(cost)
      years.draws.append(sellers.reduce(0) { $0 + sales[$1] })
    }
    return years
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
}
