internal import Amounts
public import Answers
public import Findings
internal import PayPlans

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
  /// Is told the share of the work that is done, from any thread.
  public var progress: (@Sendable (Double) -> Void)?

  /// Creates a question with the usual model.
  public init(plans: [String]) {
    self.plans = plans
  }

  public func answer() throws(InputFailure) -> Reply<PayOutlook> {
    try check()
    var reading = Reading()
    var scenarios: [PayOutlook.Scenario] = []
    var settings = model.draws.settings()
    settings.hasSensitivity = hasSensitivity
    settings.progress = progress
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
    let text = try model.read(&reading)
    let outlook = try pricing(about: .parameter(.model)) {
      try PayOutlook(scenarios, model: text, settings: settings)
    }
    return Reply(outlook, inputs: reading.inputs, findings: reading.findings)
  }

  /// Refuses settings that make no sense together.
  private func check() throws(InputFailure) {
    try model.draws.check()
    if plans.isEmpty { throw InputFailure(.plan, "question.missing", "there is no plan to price") }
    if isExact, let other = model.draws.firstGiven ?? (team.people == nil ? nil : .team) {
      throw InputFailure(
        .exact, "question.together", "the closed form draws nothing",
        remedy: "leave out \(.parameter(other))")
    }
  }
}
