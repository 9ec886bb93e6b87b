public import Amounts
public import Answers
public import PayPlans
package import Reporting
public import Simulation
internal import Statistics

/// What to expect of one or several plans when attainment varies as a model says.
public struct PayOutlook: Answer {
  /// A plan on a quota.
  public struct Scenario: Sendable {
    /// The plan.
    public var plan: Plan
    /// A quota for the year in place of the plan's own.
    public var quota: Ratio?

    /// Creates a scenario.
    public init(_ plan: Plan, quota: Ratio? = nil) {
      self.plan = plan
      self.quota = quota
    }
  }

  /// How the answer is worked out.
  public struct Settings: Sendable {
    /// The number of simulated years; nil for the closed form.
    public var trials: Int?
    /// The seed of the draws.
    public var seed: UInt64 = 1
    /// The number of threads; nil for one a core.
    public var threads: Int?
    /// Amounts of total pay whose chance is wanted.
    public var amounts: [Double] = []
    /// What the model's attainment is measured against, for every plan; each plan's own quota if nil.
    public var referenceQuota: Ratio?
    /// The number of people whose joint cost is wanted.
    public var team: Int?
    /// The standard deviation of the factor that moves all people of a team.
    public var market: Double = 0
    /// What the team is to sell.
    public var goal: Double?
    /// Whether the effect of each number of the plan is wanted.
    public var hasSensitivity: Bool = false
    /// What other machines have drawn, by `PayOutlook.drawing(_:…)` and the like; nil draws here.
    public var drawn: DrawnRuns?
    /// Is told the share of the work that is done, from any thread.
    public var progress: (@Sendable (Double) -> Void)?

    /// Creates the usual settings: 100,000 years and seed 1.
    public init(trials: Int? = 100_000) {
      self.trials = trials
    }

    /// What people cost together: by draws, of which `run` names those of other machines, or without any.
    func team(
      _ members: [TeamForecast.Members], model: ModelText, hasOneUnit: Bool = true, run: String
    ) throws -> TeamForecast {
      guard let trials else {
        if market > 0 { throw ModelFailure.dependentPay }
        return try TeamForecast(
          exactly: model.model, members, goal: goal, hasOneUnit: hasOneUnit, threads: threads)
      }
      return try TeamForecast(
        simulating: model.model, members, marketDeviation: market, goal: goal,
        hasOneUnit: hasOneUnit, trials: Self.years(trials, of: members), seed: seed,
        threads: threads, drawn: try drawn?.run(run), progress: progress)
    }

    /// Draws a shard of what people cost together.
    func teamDraws(
      _ shard: Shard, _ members: [TeamForecast.Members], model: ModelText, trials: Int
    ) throws -> DrawnRun {
      try TeamForecast.drawing(
        shard, simulating: model.model, members, marketDeviation: market,
        trials: Self.years(trials, of: members), seed: seed, threads: threads, progress: progress)
    }

    private static func years(_ trials: Int, of members: [TeamForecast.Members]) -> Int {
      TeamForecast.years(trials: trials, people: members.reduce(0) { $0 + $1.people })
    }
  }

  /// The model as it was written.
  public let model: ModelText
  /// The plans, in the order given.
  public let scenarios: [Scenario]
  /// What was asked for.
  public let settings: Settings
  /// The figures.
  public let forecast: PayForecast
  /// The cost of a team on each plan; empty when none was asked for.
  public let teams: [TeamForecast]
  /// The effect of the numbers of each plan; empty when it was not asked for.
  public let sensitivities: [Sensitivity]

  /// Works out what to expect.
  ///
  /// - Throws: `ModelFailure` for a model or numbers that make no sense, or draws of another question;
  ///   `ArithmeticFailure` when an amount does not fit or a quota is 0.
  public init(
    _ scenarios: [Scenario], model: ModelText, settings: Settings = Settings()
  ) throws {
    self.model = model
    self.scenarios = scenarios
    self.settings = settings
    let plans = try Self.compiled(scenarios, settings)
    if let trials = settings.trials {
      forecast = try PayForecast(
        simulating: model.model, plans, atLeast: settings.amounts, trials: trials,
        seed: settings.seed, threads: settings.threads, drawn: settings.drawn,
        progress: settings.progress)
    } else {
      forecast = try PayForecast(exactly: model.model, plans, atLeast: settings.amounts)
    }
    if let reps = settings.team {
      teams = try plans.enumerated().map { index, plan in
        try settings.team(
          [.init(plan, people: reps)], model: model, run: Self.teamRun(index))
      }
    } else {
      teams = []
    }
    if settings.hasSensitivity {
      let expected = ExpectedPay(
        model.model, trials: settings.trials ?? 100_000, seed: settings.seed,
        threads: settings.threads)
      sensitivities = try scenarios.map { scenario in
        let reference = settings.referenceQuota ?? scenario.plan.primaryMeasure?.quota
        let plan = scenario.quota.map { scenario.plan.withQuota($0) } ?? scenario.plan
        return try Sensitivity(of: plan, referenceQuota: reference, expected: expected)
      }
    } else {
      sensitivities = []
    }
  }

  /// Draws a shard of the same outlook, for another machine.
  ///
  /// - Parameters:
  ///   - shard: Which of the draws.
  ///   - scenarios: The plans.
  ///   - model: The model as it was written.
  ///   - settings: What is asked for; sensitivities are no matter of draws that are kept.
  /// - Returns: The draws, for `Settings.drawn`; none for the closed form.
  /// - Throws: What `init` throws.
  public static func drawing(
    _ shard: Shard, _ scenarios: [Scenario], model: ModelText, settings: Settings
  ) throws -> DrawnRuns {
    guard let trials = settings.trials else { return [:] }
    let plans = try compiled(scenarios, settings)
    var runs = try PayForecast.drawing(
      shard, simulating: model.model, plans, atLeast: settings.amounts, trials: trials,
      seed: settings.seed, threads: settings.threads, progress: settings.progress)
    if let people = settings.team {
      for (index, plan) in plans.enumerated() {
        runs[teamRun(index)] = try settings.teamDraws(
          shard, [.init(plan, people: people)], model: model, trials: trials)
      }
    }
    return runs
  }

  static func compiled(
    _ scenarios: [Scenario], _ settings: Settings
  ) throws -> [CompiledPlan] {
    try scenarios.map {
      try CompiledPlan($0.plan, quota: $0.quota, referenceQuota: settings.referenceQuota)
    }
  }

  /// The name of the run of a team on one of the plans.
  private static func teamRun(_ plan: Int) -> String { "team-\(plan + 1)" }

  /// What was taken for granted of any of the plans.
  var assumptions: [EarningsAssumption] {
    var all: [EarningsAssumption] = []
    for (scenario, forecast) in zip(scenarios, forecast.plans) {
      let isBySales = forecast.plan.quota == nil && scenario.plan.primaryMeasure?.isScored != true
      all += scenario.plan.earningsAssumptions(bySales: isBySales).filter { !all.contains($0) }
    }
    return all
  }

  /// The name of a scenario: that of its plan, with its file and its quota where only these tell it from
  /// another.
  package func name(_ index: Int) -> Inline {
    let labels = scenarios.map(\.plan).labels
    let label = labels[index]
    guard labels.count(where: { $0 == label }) > 1, let quota = forecast.plans[index].plan.quota
    else { return .init(label) }
    return "\(label), quota \(.number(quota, places: 0))"
  }
}
