public import Answers
public import Findings
public import PayAnswers
internal import PayPlans
internal import PlanFiles

/// What a plan pays and costs, what it leaves open, and who wins and loses against last year's.
///
///     var question = PlanReviewQuestion(plan: "plan.yaml")
///     question.team.people = 20
public struct PlanReviewQuestion: Question {
  /// The path of the plan.
  public var plan: String
  /// The path of last year's plan, which both are held against on the same deals; nil for none.
  public var previous: String?
  /// The path of the deals that both plans pay; nil without last year's plan.
  public var deals: String?
  /// The files beside the deals; without deals there is no other file.
  public var files: PayFiles = PayFiles()
  /// How attainment varies, and the quota of a plan without one.
  public var model: ModelChoice = ModelChoice()
  /// The team whose cost is asked for.
  public var team: TeamChoice = TeamChoice()

  /// Creates a question about the plan alone.
  public init(plan: String) {
    self.plan = plan
  }

  /// Reads the files and reviews the plan.
  ///
  /// - Throws: `.usage` for settings that make no sense, or not together; `.noInput` and `.badData`
  ///   for the files.
  public func answer() throws(InputFailure) -> Reply<PlanReview> {
    if deals == nil, let other = previous == nil ? files.firstGiven : .previous {
      throw other.without(.deals)
    }
    if deals != nil, previous == nil {
      throw Parameter.deals.without(.previous)
    }
    var reading = Reading()
    let (plan, findings) = try Plan.read(path: self.plan)
    reading.inputs.append(InputDescription(path: self.plan))
    var material = PlanReview.Material(
      plan: plan, findings: findings, model: try model.read(&reading),
      settings: model.draws.settings())
    material.settings.referenceQuota = try model.referenceQuota?
      .positiveValue(on: plan, .referenceQuota)
    try team.apply(to: &material.settings, on: plan)
    if let previous, let deals {
      let old = try reading.plan(previous)
      let current = try files.run(plan, on: deals, &reading).pay
      var ofOld = Reading()
      let before = try files.run(old, on: deals, forPeopleOn: plan, &ofOld).pay
      material.previous = PlanReview.Previous(
        old, runs: PlanReview.Runs(current: current, previous: before))
    }
    let review = try pricing(about: .place(plan.place ?? Place(file: self.plan))) {
      try PlanReview(material)
    }
    return Reply(review, inputs: reading.inputs, findings: reading.findings)
  }
}
