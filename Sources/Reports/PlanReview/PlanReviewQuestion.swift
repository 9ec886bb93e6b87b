public import Answers
public import Findings
public import PayAnswers
internal import PayPlans
internal import PlanFiles
internal import Simulation
internal import Tables

/// What plans pay and cost, what they leave open, and who wins and loses against last year's.
///
///     var question = PlanReviewQuestion(plans: ["plan.yaml"])
///     question.team.people = 20
///
/// Of several plans a roster says who is on which, and each can be held against one of last year's.
public struct PlanReviewQuestion: Question {
  /// The paths of the plans.
  public var plans: [String]
  /// The paths of last year's plans, one for each in the same order; empty for none.
  public var previous: [String] = []
  /// The path of the deals that the plans of both years pay; nil without last year's.
  public var deals: String?
  /// The files beside the deals; without deals several plans have a roster alone, and one has none.
  public var files: PayFiles = PayFiles()
  /// How attainment varies, and the quota of a plan without one.
  public var model: ModelChoice = ModelChoice()
  /// The team whose cost is asked for; of several plans its people are those of the roster.
  public var team: TeamChoice = TeamChoice()

  /// Creates a question about the plans alone.
  public init(plans: [String]) {
    self.plans = plans
  }

  private var areSeveral: Bool { plans.count > 1 }

  /// Reads the files and reviews the plans.
  ///
  /// - Throws: `.usage` for settings that make no sense, or not together; `.noInput` and `.badData`
  ///   for the files.
  public func answer() throws(InputFailure) -> Reply<PlanReviews> {
    try check()
    var reading = Reading()
    var files = files
    files.tables.isReadByOthers = areSeveral
    let text = try model.read(&reading)
    var reviews: [PlanReview] = []
    for (index, path) in plans.enumerated() {
      let before = previous.isEmpty ? nil : previous[index]
      reviews.append(try review(path, against: before, files, text, &reading))
    }
    if let twice = reviews.indices.first(where: { index in
      reviews[..<index].contains { $0.material.plan.isCalled(reviews[index].material.plan.name) }
    }) {
      throw InputFailure(
        .plan, "question.together", "two plans are called \"\(reviews[twice].material.plan.name)\"",
        remedy: "a roster tells plans by their names: give each its own")
    }
    return Reply(
      PlanReviews(reviews, team: try outlook(&reading)), inputs: reading.inputs,
      findings: reading.findings)
  }

  /// Refuses settings that do not go together, whatever the files say.
  private func check() throws(InputFailure) {
    var beside = files
    if areSeveral { beside.roster = nil }
    if deals == nil, let other = previous.isEmpty ? beside.firstGiven : .previous {
      throw other.without(.deals)
    }
    if deals != nil, previous.isEmpty { throw Parameter.deals.without(.previous) }
    guard previous.isEmpty || previous.count == plans.count else {
      throw InputFailure(
        .previous, "question.together",
        "\(plans.count) plans cannot be held against \(previous.count) of last year's",
        remedy: "give one for each plan, in the same order")
    }
    guard areSeveral else { return }
    if team.people != nil {
      throw InputFailure(
        .team, "question.together", "of several plans nobody knows how many are on each",
        remedy: "give \(.parameter(.roster)), which says who is on which")
    }
    if files.roster == nil,
      let other = team.goal != nil ? Parameter.goal : team.market.map({ _ in .market })
    {
      throw other.without(.roster)
    }
  }

  /// Reviews one plan.
  private func review(
    _ path: String, against previous: String?, _ files: PayFiles, _ text: ModelText,
    _ reading: inout Reading
  ) throws(InputFailure) -> PlanReview {
    let (plan, findings) = try Plan.read(path: path)
    reading.inputs.append(InputDescription(path: path))
    var material = PlanReview.Material(
      plan: plan, findings: findings, model: text, settings: model.draws.settings())
    material.settings.referenceQuota = try model.referenceQuota?
      .positiveValue(on: plan, .referenceQuota)
    try (areSeveral ? TeamChoice() : team).apply(to: &material.settings, on: plan)
    if let previous, let deals {
      var own = Reading()
      let old = try own.plan(previous)
      let current = try files.run(plan, on: deals, &own).pay
      var ofOld = Reading()
      let before = try files.run(old, on: deals, forPeopleOn: plan, &ofOld).pay
      reading.merge(own)
      material.previous = PlanReview.Previous(
        old, runs: PlanReview.Runs(current: current, previous: before))
    }
    return try pricing(about: .place(plan.place ?? Place(file: path))) {
      try PlanReview(material)
    }
  }

  /// What to expect of the people on several plans; nil without a roster of them.
  private func outlook(_ reading: inout Reading) throws(InputFailure) -> TeamOutlook? {
    guard areSeveral, let roster = files.roster else { return nil }
    var question = TeamOutlookQuestion(plans: plans, roster: roster)
    question.model = model
    question.team = team
    question.tables = files.tables
    let reply = try question.answer()
    var own = Reading()
    own.inputs = reply.inputs
    // What was found in the plans stands in their reviews.
    for finding in reply.findings.findings where finding.place?.file == roster {
      own.findings.add(finding)
    }
    reading.merge(own)
    return reply.answer
  }
}
