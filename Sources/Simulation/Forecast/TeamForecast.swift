internal import Amounts
internal import BytesCoding
internal import Findings
public import Statistics

/// What plans cost for a team of people who are on them, each with an attainment of their own.
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

  /// How the figures came about.
  public enum Method: Hashable, Sendable {
    /// By so many simulated years; the figures have standard errors.
    case simulated(trials: Int)
    /// Without draws; mean and deviation are exact, and the others this far off at most.
    case convolved(Precision)
  }

  /// How far figures that are worked out without draws may be off.
  public struct Precision: Hashable, Sendable {
    /// The percentiles of the cost, in major units.
    public let cost: Double
    /// The chance that the team sells as much as its goal, as a fraction; 0 where there is none.
    public let reachesGoal: Double
  }

  /// The number of people.
  public let reps: Int
  /// The standard deviation of the market factor that moves all of them; 0 for none.
  public let marketDeviation: Double
  /// How the figures came about.
  public let method: Method
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

  /// The number of simulated years; nil where nothing was drawn.
  public var trials: Int? {
    if case .simulated(let trials) = method { trials } else { nil }
  }
  /// How far percentiles and chance may be off; nil for what was drawn.
  public var precision: Precision? {
    if case .convolved(let precision) = method { precision } else { nil }
  }
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
  ///   - drawn: What `drawing(_:…)` has drawn of it on other machines; nil draws here.
  ///   - progress: Is told the share of the work that is done, from any thread.
  /// - Precondition: Who is paid for others has a quota, and so have they; they are among the members, and
  ///   are not paid for others themselves.
  /// - Throws: `ModelFailure` for numbers out of range and for draws that are not finite.
  /// - Complexity: O(trials × (reps + teams)) time, 16 bytes for each trial and 8 for each of those who are
  ///   paid for others.
  public init(
    simulating model: any AttainmentModel, _ team: [Members], marketDeviation: Double = 0,
    goal: Double? = nil, hasOneUnit: Bool = true, trials: Int, seed: UInt64, threads: Int? = nil,
    drawn: DrawnRun? = nil, progress: (@Sendable (Double) -> Void)? = nil
  ) throws(ModelFailure) {
    let years = try TeamYears(model, team, marketDeviation, seed: seed, trials: trials)
    let chunks = try drawn.map { drawn throws(ModelFailure) in try years.pieces(drawn) }
    var (costs, draws, attainments) =
      try years.joined(chunks ?? years.pieces(threads: threads, progress))
    let sellers = team.filter(\.team.isEmpty)
    let unit = TeamYears.unit(of: team)
    guard (costs + draws).allSatisfy(\.isFinite) else {
      throw ModelFailure.notFinite(model.label)
    }
    reps = team.reduce(0) { $0 + max(0, $1.people) }
    self.marketDeviation = marketDeviation
    method = .simulated(trials: trials)
    cost = Spread(of: costs)
    quota = hasOneUnit ? Self.quota(of: sellers) : nil
    self.goal = hasOneUnit ? goal ?? quota : nil
    if let unit, hasOneUnit, sellers.allSatisfy({ $0.plan.referenceQuota != nil }) {
      for index in draws.indices { draws[index] *= unit }
      sales = Spread(of: draws)
      reachesGoal = self.goal.map { goal in
        // A sum of attainments of exactly 1 may miss the sum of the quotas by rounding.
        Estimate(shareOf: draws) { $0 >= goal * (1 - 1e-12) }
      }
    } else {
      sales = nil
      reachesGoal = nil
    }
    costPercentiles = PayForecast.Line("", costs).percentiles
    self.attainments = Dictionary(
      uniqueKeysWithValues: zip(team.indices.filter { !team[$0].team.isEmpty }, attainments))
  }

  /// Works a team out without draws: mean and deviation by the closed form, percentiles and the chance of the
  /// goal by convolution, as far off as `method` says at most.
  ///
  /// - Parameters:
  ///   - model: How the attainment of each person varies, each by itself.
  ///   - team: The people, 1 to 100,000, whose plans pay in one currency.
  ///   - goal: What the team is to sell; the sum of the quotas when nil.
  ///   - hasOneUnit: Whether all count what they sell in one unit; else there is no sum of it, nor of quotas.
  ///   - steps: The number of steps between which amounts are told apart, a power of two: twice as many halve
  ///     the precision, in twice the time. Some million when nil, and always more than there are people.
  ///   - threads: The number of threads; nil for one a core.
  /// - Throws: `ModelFailure` for a model whose partial moments are not known, for numbers out of range, and
  ///   for people who are paid for what others sell.
  /// - Complexity: O(members) transforms of some million points.
  public init(
    exactly model: any AttainmentModel, _ team: [Members], goal: Double? = nil,
    hasOneUnit: Bool = true, steps: Int? = nil, threads: Int? = nil
  ) throws(ModelFailure) {
    let law = try ClosedForm(model)
    guard team.allSatisfy(\.team.isEmpty) else { throw .dependentPay }
    reps = team.reduce(0) { $0 + max(0, $1.people) }
    guard 1...100_000 ~= reps else { throw .people(reps) }
    let members = team.filter { $0.people > 0 }
    // Where many kinds of people are told apart, coarser steps keep the time in bounds.
    let usual = members.count > 8 ? 1 << 18 : 1 << 20
    let fewest = 1 << (Int.bitWidth - (2 * reps).leadingZeroBitCount)
    let steps = max(steps ?? usual, fewest)
    let costs = members.map { LatticeSum.Terms(curve: $0.plan.kept, count: $0.people) }
    cost = Spread(ofSum: costs, law)
    let sum = LatticeSum(costs, law, steps: steps, threads: threads)
    costPercentiles = PayForecast.standardPercentiles.map { Estimate(sum.quantile($0), nil) }
    quota = hasOneUnit ? Self.quota(of: members) : nil
    self.goal = hasOneUnit ? goal ?? quota : nil
    let amounts = members.compactMap { members in
      members.plan.referenceQuota.map {
        LatticeSum.Terms(
          curve: CompiledCurve(starts: [0], values: [0], slopes: [$0.doubleValue]),
          count: members.people)
      }
    }
    var offChance = 0.0
    if hasOneUnit, amounts.count == members.count {
      sales = Spread(ofSum: amounts, law)
      reachesGoal = self.goal.map { goal in
        let chance = LatticeSum(amounts, law, steps: steps, threads: threads).probability(
          atLeast: goal)
        offChance = chance.error
        return Estimate(chance.value, nil)
      }
    } else {
      (sales, reachesGoal) = (nil, nil)
    }
    method = .convolved(Precision(cost: sum.error, reachesGoal: offChance))
    (marketDeviation, attainments) = (0, [:])
  }

  /// The sum of quotas; nil where anybody has none.
  private static func quota(of sellers: [Members]) -> Double? {
    let quotas = sellers.compactMap { members in
      members.plan.quota.map { $0.doubleValue * Double(members.people) }
    }
    return quotas.count == sellers.count ? quotas.reduce(0, +) : nil
  }

  /// Returns the number of years in place of the trials of one person: as many rep-years, but enough years
  /// for the percentiles.
  public static func years(trials: Int, people: Int) -> Int {
    min(trials, max(10_000, trials / max(1, people)))
  }

  /// Draws a shard of the same years, for another machine.
  ///
  /// - Parameters:
  ///   - shard: Which of the years.
  ///   - model: How the attainment of each person varies.
  ///   - team: The people.
  ///   - marketDeviation: The standard deviation of the factor that moves all of them.
  ///   - trials: The number of years of all shards.
  ///   - seed: The seed of all streams.
  ///   - threads: The number of threads; nil for one a core.
  ///   - progress: Is told the share of the work that is done, from any thread.
  /// - Returns: The years, which are added up to those of all shards.
  /// - Throws: `ModelFailure` for numbers out of range.
  public static func drawing(
    _ shard: Shard, simulating model: any AttainmentModel, _ team: [Members],
    marketDeviation: Double = 0, trials: Int, seed: UInt64, threads: Int? = nil,
    progress: (@Sendable (Double) -> Void)? = nil
  ) throws(ModelFailure) -> DrawnRun {
    try TeamYears(model, team, marketDeviation, seed: seed, trials: trials)
      .drawn(shard, threads: threads, progress)
  }
}

extension Spread {
  /// Mean and deviation of a sum of independent amounts, by the closed form.
  fileprivate init(ofSum terms: [LatticeSum.Terms], _ law: ClosedForm) {
    var (mean, variance) = (0.0, 0.0)
    for term in terms {
      let spread = law.spread(of: term.curve)
      mean += Double(term.count) * spread.mean.value
      variance +=
        Double(term.count) * spread.standardDeviation.value
        * spread.standardDeviation.value
    }
    self.init(
      mean: Estimate(mean, nil), standardDeviation: Estimate(variance.squareRoot(), nil))
  }
}

/// Years of a team, in chunks with a random stream each.
private struct TeamYears: PiecewiseRun {
  struct Members: Sendable {
    var pay: CompiledCurve
    /// The sales of an attainment of 1.
    var quota: Double
    var people: Int
    var team: [Int]
  }

  /// What is paid and sold in each year, and the attainments of each of those who are paid for others.
  struct Years: BytesCodable {
    var costs: [Double] = []
    var draws: [Double] = []
    var attainments: [[Double]]

    init(leads: Int) { attainments = Array(repeating: [], count: leads) }

    func write(to bytes: inout [UInt8]) {
      for column in [costs, draws] { column.write(to: &bytes) }
      attainments.write(to: &bytes)
    }

    init?(from reader: inout BytesReader) {
      guard let costs = [Double](from: &reader), let draws = [Double](from: &reader),
        let attainments = [[Double]](from: &reader)
      else { return nil }
      (self.costs, self.draws, self.attainments) = (costs, draws, attainments)
    }
  }

  let model: any AttainmentModel
  let members: [Members]
  /// The number of those who sell.
  let reps: Int
  let market: Lognormal?
  let seed: UInt64
  let trials: Int

  /// As many draws as a chunk of single rep-years has.
  var pieceSize: Int { max(1, DrawStream.chunkSize / max(1, reps)) }

  init(
    _ model: any AttainmentModel, _ team: [TeamForecast.Members], _ marketDeviation: Double,
    seed: UInt64, trials: Int
  ) throws(ModelFailure) {
    let people = team.reduce(0) { $0 + max(0, $1.people) }
    guard 1...100_000 ~= people else { throw ModelFailure.people(people) }
    guard 1...10_000_000 ~= trials else { throw ModelFailure.teamYears(trials) }
    self.model = model
    // Sales are summed in units of the first quota.
    let unit = Self.unit(of: team)
    members = team.map { members in
      let own = members.plan.referenceQuota?.doubleValue ?? 1
      return Members(
        pay: members.plan.kept, quota: own / (unit ?? 1), people: members.people,
        team: members.team)
    }
    reps = team.filter(\.team.isEmpty).reduce(0) { $0 + $1.people }
    market = try Self.market(marketDeviation)
    (self.seed, self.trials) = (seed, trials)
  }

  /// The quota that sales are summed in units of; nil where the first who sell have none.
  static func unit(of team: [TeamForecast.Members]) -> Double? {
    team.first { $0.team.isEmpty }?.plan.referenceQuota?.doubleValue
  }

  private static func market(_ deviation: Double) throws(ModelFailure) -> Lognormal? {
    guard deviation != 0 else { return nil }
    do throws(ParameterFailure) {
      return try Lognormal(mean: 1, coefficientOfVariation: deviation)
    } catch {
      throw ModelFailure.market(error)
    }
  }

  /// All years, in the order of the chunks.
  ///
  /// - Throws: `.otherDraws` for chunks that are not those of this team.
  func joined(_ chunks: [Years]) throws(ModelFailure) -> (
    costs: [Double], draws: [Double], attainments: [[Double]]
  ) {
    let leads = members.count { !$0.team.isEmpty }
    let years = (
      costs: chunks.flatMap(\.costs), draws: chunks.flatMap(\.draws),
      attainments: (0..<leads).map { lead in
        chunks.flatMap { $0.attainments.count == leads ? $0.attainments[lead] : [] }
      }
    )
    guard ([years.costs, years.draws] + years.attainments).allSatisfy({ $0.count == trials })
    else { throw .otherDraws }
    return years
  }

  func piece(_ chunk: Int) -> Years {
    var generator = Xoshiro256PlusPlus(seed: seed, stream: chunk)
    var block = [Double](repeating: 0, count: reps)
    var sales = [Double](repeating: 0, count: members.count)
    let sellers = members.indices.filter { members[$0].team.isEmpty }
    let leads = members.indices.filter { !members[$0].team.isEmpty }
    var years = Years(leads: leads.count)
    for _ in draws(of: chunk) {
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
