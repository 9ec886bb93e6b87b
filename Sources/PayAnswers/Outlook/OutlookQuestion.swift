internal import Amounts
public import Answers
public import Findings
internal import PayPlans
public import Simulation

/// What is to be expected of plans when attainment varies?
///
///     var question = OutlookQuestion(plans: ["plan.yaml"])
///     question.model.text = "lognormal:mean=0.95,cv=0.35"
///     question.team.people = 20
public struct OutlookQuestion: Question {
  /// The paths of the plans, which are compared on the same draws.
  public var plans: [String]
  /// Quotas for a year, each of which every plan is held on; empty for the plans' own.
  public var quotas: [AskedAmount] = []
  /// How attainment varies.
  public var model: ModelChoice = ModelChoice()
  /// Whether the closed form is wanted in place of draws.
  public var isExact: Bool = false
  /// Amounts of total pay whose chance is wanted.
  public var amounts: [AskedAmount] = []
  /// The team whose cost is wanted.
  public var team: TeamChoice = TeamChoice()
  /// Whether the effect of each number of the plan is wanted.
  public var hasSensitivity: Bool = false
  /// What other machines have drawn, by `drawing(_:)`; nil draws here.
  public var drawn: DrawnRuns?
  /// Is told the share of the work that is done, from any thread.
  public var progress: (@Sendable (Double) -> Void)?

  /// Creates a question with the usual model.
  public init(plans: [String]) {
    self.plans = plans
  }

  public func answer() throws(InputFailure) -> Reply<PayOutlook> {
    var reading = Reading()
    let (scenarios, text, settings) = try read(&reading)
    let outlook = try pricing(about: .parameter(.model)) {
      try PayOutlook(scenarios, model: text, settings: settings)
    }
    return Reply(outlook, inputs: reading.inputs, findings: reading.findings)
  }

  /// Draws a shard, for another machine to answer with.
  ///
  /// - Parameter shard: Which of the draws.
  /// - Returns: The draws, and what they rest on.
  /// - Throws: What `answer()` throws, and `.usage` for the closed form, which draws nothing.
  public func drawing(_ shard: Shard) throws(InputFailure) -> Reply<DrawnRuns> {
    if isExact {
      throw InputFailure(
        .exact, "question.together", "the closed form draws nothing",
        remedy: "leave out \(.parameter(.shard))")
    }
    var reading = Reading()
    let (scenarios, text, settings) = try read(&reading)
    let runs = try pricing(about: .parameter(.model)) {
      try PayOutlook.drawing(shard, scenarios, model: text, settings: settings)
    }
    return Reply(runs, inputs: reading.inputs, findings: reading.findings)
  }

  /// Reads the plans and the model.
  private func read(
    _ reading: inout Reading
  ) throws(InputFailure) -> ([PayOutlook.Scenario], ModelText, PayOutlook.Settings) {
    try check()
    var scenarios: [PayOutlook.Scenario] = []
    var settings = model.draws.settings()
    settings.hasSensitivity = hasSensitivity
    settings.progress = progress
    settings.drawn = drawn
    if isExact { settings.trials = nil }
    for path in plans {
      let plan = try reading.plan(path)
      // An amount has to be in the currency of each of the plans.
      settings.referenceQuota = try model.referenceQuota?.positiveValue(on: plan, .referenceQuota)
      settings.amounts = try amounts.values(on: plan, .atLeast).map(\.doubleValue)
      try team.apply(to: &settings, on: plan)
      guard
        !quotas.isEmpty || plan.primaryMeasure?.quota != nil || settings.referenceQuota != nil
      else {
        throw PricingFailure.noReferenceQuota.failure(about: .place(Place(file: path)))
      }
      scenarios +=
        quotas.isEmpty
        ? [PayOutlook.Scenario(plan)]
        : try quotas.positiveValues(on: plan, .quota).map { PayOutlook.Scenario(plan, quota: $0) }
    }
    return (scenarios, try model.read(&reading), settings)
  }

  /// Refuses settings that make no sense together.
  private func check() throws(InputFailure) {
    try model.draws.check()
    if plans.isEmpty { throw InputFailure(.plan, "question.missing", "there is no plan to price") }
    if isExact, let other = model.draws.firstGiven {
      throw Self.drawsNothing(other)
    }
  }

  /// What is wrong with a setting of draws where nothing is drawn.
  static func drawsNothing(_ other: Parameter) -> InputFailure {
    InputFailure(
      .exact, "question.together", "the closed form draws nothing",
      remedy: "leave out \(.parameter(other))")
  }
}
