internal import Findings
public import Statistics

/// What one or several plans pay in a year when attainment varies as a model says.
public struct PayForecast: Sendable {
  /// How the figures came about.
  public enum Method: Hashable, Sendable {
    /// By as many draws, from a seed.
    case simulated(trials: Int, seed: UInt64)
    /// By the closed form; there are no standard errors.
    case closedForm
  }

  /// A line of pay: a component, their sum, the total.
  public struct Line: Sendable {
    /// The name.
    public let name: String
    /// Mean and standard deviation.
    public let spread: Spread
    /// The percentiles, in the order of `PayForecast.percentiles`.
    public let percentiles: [Estimate]
    /// The percentiles that fall on a jump of the plan; none under a model with atoms, where
    /// attainments beside the jump may be nobody's.
    public var jumps: [PercentileJump] = []
  }

  /// A percentile that lies where pay jumps: the least change of luck makes it one amount or the other.
  public struct PercentileJump: Hashable, Sendable {
    /// The percentile, as a fraction.
    public let percentile: Double
    /// Attainment where pay jumps, as the model measures it.
    public let attainment: Double
    /// What is paid below it.
    public let below: Double
    /// What is paid from it on.
    public let above: Double
  }

  /// The chance that something comes true.
  public struct Chance: Sendable {
    /// What it is about.
    public let question: PayQuestion
    /// The probability.
    public let probability: Estimate
  }

  /// What one plan pays.
  public struct PlanForecast: Sendable {
    /// The plan.
    public let plan: CompiledPlan
    /// Attainment of the quota that the plan is on.
    public let attainment: Line
    /// What the components earn, and what the draw of a plan that has one pays on top.
    public let parts: [Line]
    /// The incentive that is earned.
    public let incentive: Line
    /// What is paid: salary, incentive and draw.
    public let paid: Line
    /// What is owed back of it at the end of the year.
    public let owed: Line
    /// What is paid less what is owed; the same as `paid` without a recoverable draw.
    public let kept: Line
    /// The chances that were asked for.
    public let chances: [Chance]
    /// How total pay is spread.
    public let histogram: PayHistogram
    /// The incentive at the P90 of attainment.
    public let incentiveAtP90: Double
    /// The incentive at 100 %, as the plan promises it, or else as it pays it.
    public let targetIncentive: Double

    /// Incentive at the P90 of attainment over target incentive; nil without a target.
    public var leverage: Double? { targetIncentive > 0 ? incentiveAtP90 / targetIncentive : nil }
    /// Incentive at the P90 of attainment less target incentive.
    public var upside: Double { incentiveAtP90 - targetIncentive }
    /// Expected pay, less what is owed back, over on-target earnings.
    public var credibility: Double { kept.spread.mean.value / plan.onTargetEarnings }
  }

  /// How much more than the first plan another one pays on the same draws.
  public struct Difference: Sendable {
    /// The index of the other plan.
    public let plan: Int
    /// Mean and deviation of what it pays, less what is owed back, against the first one.
    public let spread: Spread
    /// The chance that it pays more.
    public let paysMore: Estimate
  }

  /// The model.
  public let model: any AttainmentModel
  /// How the figures came about.
  public let method: Method
  /// The percentiles of every line, as fractions.
  public let percentiles: [Double]
  /// One forecast for each plan, in the order given.
  public let plans: [PlanForecast]
  /// Every plan after the first, against the first; plans in other currencies are left out.
  public let differences: [Difference]

  /// The usual percentiles.
  public static let standardPercentiles: [Double] = [0.1, 0.25, 0.5, 0.75, 0.9]
  /// The most trials: beyond it the percentiles alone need a gigabyte.
  public static let trialLimit: Int = 10_000_000_000

  /// Simulates plans, all on the same draws.
  ///
  /// The draws depend on the model, the trials and the seed alone. The same call gives the same
  /// numbers, to the last bit, on any number of threads.
  ///
  /// - Parameters:
  ///   - model: How attainment varies.
  ///   - plans: The plans.
  ///   - amounts: Amounts of total pay whose chance is wanted.
  ///   - trials: The number of rep-years; 1 to `trialLimit`.
  ///   - seed: The seed of all streams.
  ///   - threads: The number of threads; nil for one a core.
  ///   - drawn: What `drawing(_:…)` has drawn of it on other machines; nil draws here.
  ///   - progress: Is told the share of the work that is done, from any thread.
  /// - Throws: `ModelFailure` for a number of trials out of range, for draws that are not finite, and for
  ///   `drawn` that is of another forecast.
  /// - Complexity: O(trials) time; memory grows with √trials beyond some ten million.
  public init(
    simulating model: any AttainmentModel, _ plans: [CompiledPlan], atLeast amounts: [Double] = [],
    trials: Int, seed: UInt64, threads: Int? = nil, drawn: DrawnRuns? = nil,
    progress: (@Sendable (Double) -> Void)? = nil
  ) throws(ModelFailure) {
    let questions = Self.questions(amounts)
    let law = try SampledLaw(
      try Self.looks(model, plans, questions, trials: trials, seed: seed), drawn: drawn,
      threads: threads, progress: progress)
    self.init(model, .simulated(trials: trials, seed: seed), plans, questions, law)
  }

  /// Draws a shard of the same forecast, for another machine.
  ///
  /// - Parameters:
  ///   - shard: Which of the draws.
  ///   - model: How attainment varies.
  ///   - plans: The plans.
  ///   - amounts: Amounts of total pay whose chance is wanted.
  ///   - trials: The number of rep-years of all shards; 1 to `trialLimit`.
  ///   - seed: The seed of all streams.
  ///   - threads: The number of threads; nil for one a core.
  ///   - progress: Is told the share of the work that is done, from any thread.
  /// - Returns: The draws, which are added up to those of all shards.
  /// - Throws: `ModelFailure` for a number of trials out of range and for draws that are not finite.
  /// - Complexity: O(trials / shards) time, besides the pilot of each shard.
  public static func drawing(
    _ shard: Shard, simulating model: any AttainmentModel, _ plans: [CompiledPlan],
    atLeast amounts: [Double] = [], trials: Int, seed: UInt64, threads: Int? = nil,
    progress: (@Sendable (Double) -> Void)? = nil
  ) throws(ModelFailure) -> DrawnRuns {
    try looks(model, plans, questions(amounts), trials: trials, seed: seed)
      .drawn(shard, threads: threads, progress)
  }

  /// The draws that forecasts look at.
  private static func looks(
    _ model: any AttainmentModel, _ plans: [CompiledPlan], _ questions: [PayQuestion],
    trials: Int, seed: UInt64
  ) throws(ModelFailure) -> SampledLaw.Looks {
    guard trials > 0, trials <= Self.trialLimit else {
      throw ModelFailure.trials(trials, limit: Self.trialLimit)
    }
    return SampledLaw.Looks(
      DrawStream(model: model, seed: seed, trials: trials), edges: edges(plans, questions),
      curves: plans.flatMap { plan in
        plan.parts.map(\.pay) + [plan.incentive, plan.paid, plan.owed, plan.kept]
      }, percentiles: standardPercentiles)
  }

  /// Works plans out by the closed form.
  ///
  /// - Throws: `ModelFailure` for a model whose partial moments are not known.
  /// - Complexity: O(plans × bands), and some 70 evaluations for each percentile.
  public init(
    exactly model: any AttainmentModel, _ plans: [CompiledPlan], atLeast amounts: [Double] = []
  ) throws(ModelFailure) {
    let law = try ClosedForm(model)
    self.init(model, .closedForm, plans, Self.questions(amounts), law)
  }

  private init(
    _ model: any AttainmentModel, _ method: Method, _ plans: [CompiledPlan],
    _ questions: [PayQuestion], _ law: some DrawLaw
  ) {
    self.model = model
    self.method = method
    percentiles = Self.standardPercentiles
    func line(_ name: String, _ curve: CompiledCurve) -> Line {
      Line(
        name: name, spread: law.spread(of: curve),
        percentiles: Self.standardPercentiles.map { law.quantile($0, of: curve) },
        jumps: model.hasAtoms ? [] : Self.jumps(of: curve, law))
    }
    self.plans = plans.map { plan in
      let attainment = line("Attainment", plan.attainment)
      let p90 = law.quantile(0.9, of: plan.identity).value
      return PlanForecast(
        plan: plan, attainment: attainment, parts: plan.parts.map { line($0.name, $0.pay) },
        incentive: line("Incentive", plan.incentive), paid: line("Total", plan.paid),
        owed: line("Owed", plan.owed), kept: line("Paid less owed", plan.kept),
        chances: questions.map {
          Chance(question: $0, probability: law.probability(of: $0.stretches(plan)))
        },
        histogram: PayHistogram(plan, law), incentiveAtP90: plan.incentive(p90),
        targetIncentive: plan.variable ?? plan.incentive(plan.quotaPoint ?? 1))
    }
    differences = Self.differences(plans).map { index, curve in
      Difference(
        plan: index, spread: law.spread(of: curve),
        paysMore: law.probability(of: curve.stretches(atLeast: Self.visible)))
    }
  }

  /// The percentiles of a curve that lie on a jump: between the amounts that they may be, it jumps.
  private static func jumps(of curve: CompiledCurve, _ law: some DrawLaw) -> [PercentileJump] {
    let jumps = curve.jumps
    guard !jumps.isEmpty else { return [] }
    return standardPercentiles.compactMap { p in
      let range = law.quantileRange(p, of: curve)
      let jump = jumps.first { jump in
        range.low - visible <= min(jump.below, jump.above)
          && max(jump.below, jump.above) <= range.high + visible
      }
      return jump.map {
        PercentileJump(percentile: p, attainment: $0.at, below: $0.below, above: $0.above)
      }
    }
  }

  private static func questions(_ amounts: [Double]) -> [PayQuestion] {
    [.reachesQuota, .noIncentive, .earnsOnTarget] + amounts.map { .earnsAtLeast($0) }
  }

  /// A difference that is not rounding.
  private static let visible = 0.005

  private static func differences(_ plans: [CompiledPlan]) -> [(Int, CompiledCurve)] {
    guard let first = plans.first else { return [] }
    return plans.indices.dropFirst().filter { plans[$0].currency == first.currency }.map {
      ($0, plans[$0].kept - first.kept)
    }
  }

  /// The ends of every piece and stretch that is looked at.
  private static func edges(_ plans: [CompiledPlan], _ questions: [PayQuestion]) -> [Double] {
    plans.flatMap { $0.edges(questions) }
      + differences(plans).flatMap { $0.1.stretches(atLeast: visible) }
      .flatMap { [$0.lowerBound, $0.upperBound] }
  }
}

extension CompiledPlan {
  /// The draw itself.
  fileprivate var identity: CompiledCurve {
    CompiledCurve(starts: [0], values: [0], slopes: [1])
  }

  /// Attainment of the quota that the plan is on.
  fileprivate var attainment: CompiledCurve {
    CompiledCurve(starts: [0], values: [0], slopes: [1 / (quotaPoint ?? 1)])
  }
}
