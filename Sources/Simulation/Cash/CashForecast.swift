public import Amounts
internal import Findings
public import PayPlans
public import Statistics

/// What plans earn and pay, month by month, on simulated deals.
public struct CashForecast: Sendable {
  /// One month of the plan year, or one period of a draw.
  public struct Month: Sendable {
    /// The first day.
    public let firstDay: CalendarDate
    /// Salary and incentive paid.
    public let paid: PayForecast.Line
    /// What is owed on the draw at its end.
    public let owedDraw: PayForecast.Line
    /// The chance that something is owed on the draw at its end.
    public let owesDraw: Estimate
  }

  /// What one plan earns and pays.
  public struct PlanCash: Sendable {
    /// The name of the plan.
    public let name: String
    /// The currency.
    public let currency: Currency
    /// What each component earns.
    public let components: [PayForecast.Line]
    /// What is earned in all.
    public let earned: PayForecast.Line
    /// Salary and incentive paid.
    public let total: PayForecast.Line
    /// What cancelled deals give back; zero or negative.
    public let clawback: PayForecast.Line
    /// What a draw pays on top, less what is taken back of it.
    public let draw: PayForecast.Line
    /// What is owed on the draw at the end of the year.
    public let owedDraw: PayForecast.Line
    /// What is due after the plan year.
    public let later: PayForecast.Line
    /// The months of the plan year.
    public let months: [Month]
    /// The chances that were asked for; the quota is that of the model.
    public let chances: [PayForecast.Chance]
    /// Salary and incentive of a year at 100 %; nil when the plan does not promise them.
    public let onTargetEarnings: Double?
  }

  /// The model.
  public let model: any SellingModel
  /// The number of simulated years.
  public let trials: Int
  /// The seed.
  public let seed: UInt64
  /// What an amount of 1 of the model stands for.
  public let referenceQuota: Ratio
  /// Sales over the reference quota.
  public let attainment: PayForecast.Line
  /// One for each plan, in the order given.
  public let plans: [PlanCash]
  /// How much more than the first plan each other one of the same currency pays, on the same deals.
  public let differences: [PayForecast.Difference]

  /// The most years: each keeps some 40 numbers for the percentiles.
  public static let trialLimit: Int = 1_000_000

  /// Simulates years of deals and pays them by the exact engine.
  ///
  /// Every trial has a random stream of its own, so that the number of threads changes no figure.
  ///
  /// - Parameters:
  ///   - model: How deals come about.
  ///   - plans: The plans, all on the same deals.
  ///   - referenceQuota: What an amount of 1 stands for; the first plan's quota when nil.
  ///   - marketDeviation: The standard deviation of a factor on all deals of a year.
  ///   - isNewHire: Whether the year is the first of service, so that ramps and guarantees hold.
  ///   - amounts: Amounts of total pay whose chance is wanted.
  ///   - trials: The number of years, 1 to `trialLimit`.
  ///   - seed: The seed of all streams.
  ///   - threads: The number of threads; nil for one a core.
  ///   - drawn: What `drawing(_:…)` has drawn of it on other machines; nil draws here.
  ///   - progress: Is told the share of the work that is done, from any thread.
  /// - Throws: `ModelFailure` for numbers out of range, for plans that look at columns that
  ///   simulated deals do not have, and for `drawn` that is of another forecast; `InputFailure` for deals that the engine refuses.
  /// - Complexity: O(trials × deals × plans) time, about 300 bytes for each trial and plan.
  public init(
    simulating model: any SellingModel, _ plans: [Plan], referenceQuota: Ratio? = nil,
    marketDeviation: Double = 0, isNewHire: Bool = false, atLeast amounts: [Double] = [],
    trials: Int, seed: UInt64, threads: Int? = nil, drawn: DrawnRuns? = nil,
    progress: (@Sendable (Double) -> Void)? = nil
  ) throws {
    let years = try Self.years(
      model, plans, referenceQuota: referenceQuota, marketDeviation: marketDeviation,
      isNewHire: isNewHire, trials: trials, seed: seed)
    let batches = try drawn.map { try years.pieces(try $0.run(Self.run)) }
    var sales: [Double] = []
    var paid: [[SimulatedYears.Year]] = Array(repeating: [], count: plans.count)
    for batch in try batches ?? years.pieces(threads: threads, progress) {
      guard batch.years.count == plans.count else { throw ModelFailure.otherDraws }
      sales += batch.sales
      for index in plans.indices { paid[index] += batch.years[index] }
    }
    let isWhole = paid.allSatisfy { years in
      years.count == trials && years.allSatisfy { $0.components.count == years[0].names.count }
    }
    guard sales.count == trials, isWhole else {
      throw ModelFailure.otherDraws
    }
    self.model = model
    self.trials = trials
    self.seed = seed
    self.referenceQuota = years.referenceQuota
    attainment = PayForecast.Line("Attainment", sales)
    self.plans = zip(plans, paid).map { plan, years in
      PlanCash(plan, years, sales, atLeast: amounts)
    }
    differences = plans.indices.dropFirst().filter {
      plans[$0].currency == plans[0].currency
    }.map { index in
      let gaps = zip(paid[index], paid[0]).map { $0.total - $1.total }
      return PayForecast.Difference(
        plan: index, spread: Spread(of: gaps), paysMore: Estimate(shareOf: gaps) { $0 > 0.005 })
    }
  }

  /// The name of its one run.
  private static let run = "years"

  /// Simulates a shard of the same years, for another machine.
  ///
  /// - Parameters:
  ///   - shard: Which of the years.
  ///   - model: How deals come about.
  ///   - plans: The plans, all on the same deals.
  ///   - referenceQuota: What an amount of 1 stands for; the first plan's quota when nil.
  ///   - marketDeviation: The standard deviation of a factor on all deals of a year.
  ///   - isNewHire: Whether the year is the first of service, so that ramps and guarantees hold.
  ///   - trials: The number of years of all shards, 1 to `trialLimit`.
  ///   - seed: The seed of all streams.
  ///   - threads: The number of threads; nil for one a core.
  ///   - progress: Is told the share of the work that is done, from any thread.
  /// - Returns: The years, which are added up to those of all shards.
  /// - Throws: What `init` throws.
  public static func drawing(
    _ shard: Shard, simulating model: any SellingModel, _ plans: [Plan],
    referenceQuota: Ratio? = nil, marketDeviation: Double = 0, isNewHire: Bool = false,
    trials: Int, seed: UInt64, threads: Int? = nil, progress: (@Sendable (Double) -> Void)? = nil
  ) throws -> DrawnRuns {
    let years = try years(
      model, plans, referenceQuota: referenceQuota, marketDeviation: marketDeviation,
      isNewHire: isNewHire, trials: trials, seed: seed)
    return [run: try years.drawn(shard, threads: threads, progress)]
  }

  private static func years(
    _ model: any SellingModel, _ plans: [Plan], referenceQuota: Ratio?, marketDeviation: Double,
    isNewHire: Bool, trials: Int, seed: UInt64
  ) throws -> SimulatedYears {
    guard 1...Self.trialLimit ~= trials else {
      throw ModelFailure.dealYears(trials, limit: Self.trialLimit)
    }
    for plan in plans {
      if let column = plan.columnBeyondSimulation {
        throw ModelFailure.column(column, plan: plan.name)
      }
    }
    guard let reference = referenceQuota ?? plans.first?.primaryMeasure?.quota, reference > .zero
    else {
      throw ModelFailure.noReferenceQuota
    }
    var market: Lognormal?
    if marketDeviation != 0 {
      do throws(ParameterFailure) {
        market = try Lognormal(mean: 1, coefficientOfVariation: marketDeviation)
      } catch {
        throw ModelFailure.market(error)
      }
    }
    return SimulatedYears(
      plans: plans, model: model, referenceQuota: reference, market: market, isNewHire: isNewHire,
      seed: seed, trials: trials)
  }
}

extension CashForecast.PlanCash {
  init(
    _ plan: Plan, _ years: [SimulatedYears.Year], _ sales: [Double], atLeast amounts: [Double]
  ) {
    name = plan.name
    currency = plan.currency
    components = (years.first?.names ?? []).enumerated().map { index, name in
      PayForecast.Line(name, years.map { $0.components[index] })
    }
    earned = PayForecast.Line("Incentive earned", years.map(\.earned))
    let totals = years.map(\.total)
    total = PayForecast.Line("Total paid", totals)
    clawback = PayForecast.Line("Taken back", years.map(\.clawback))
    draw = PayForecast.Line("Draw", years.map(\.draw))
    owedDraw = PayForecast.Line("Owed on the draw", years.map(\.owedDraw))
    later = PayForecast.Line("Paid after the year", years.map(\.later))
    let length = years.map(\.paid.count).min() ?? 0
    let start = plan.simulatedStart
    months = (0..<length).map { index in
      let owed = years.map { $0.owed[index] }
      let firstDay = start.addingMonths(index * 12 / length)
      return CashForecast.Month(
        firstDay: firstDay, paid: PayForecast.Line("Paid", years.map { $0.paid[index] }),
        owedDraw: PayForecast.Line("Owed", owed), owesDraw: Estimate(shareOf: owed) { $0 > 0 })
    }
    let target = plan.base.flatMap { base in plan.variable.flatMap { try? base + $0 } }
    onTargetEarnings = target?.doubleValue
    var chances = [
      PayForecast.Chance(
        question: .reachesQuota, probability: Estimate(shareOf: sales) { $0 >= 1 - 1e-9 }),
      PayForecast.Chance(
        question: .noIncentive, probability: Estimate(shareOf: years) { $0.earned <= 0 }),
    ]
    if let target = onTargetEarnings {
      chances.append(
        PayForecast.Chance(
          question: .earnsOnTarget, probability: Estimate(shareOf: totals) { $0 >= target }))
    }
    for amount in amounts {
      chances.append(
        PayForecast.Chance(
          question: .earnsAtLeast(amount), probability: Estimate(shareOf: totals) { $0 >= amount }))
    }
    self.chances = chances
  }
}

extension PayForecast.Line {
  /// Creates a line from simulated values.
  init(_ name: String, _ values: [Double]) {
    self.init(
      name: name, spread: Spread(of: values),
      percentiles: Estimate.percentiles(PayForecast.standardPercentiles, of: values))
  }
}
