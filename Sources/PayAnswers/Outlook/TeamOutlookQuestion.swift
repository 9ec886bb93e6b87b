internal import Amounts
public import Answers
public import Findings
internal import PayPlans
internal import PlanFiles
public import Simulation
public import Tables

/// What is to be expected of the people of a roster, each on their own plan, quota and pay?
///
///     var question = TeamOutlookQuestion(plans: ["sellers.yaml", "managers.yaml"], roster: "roster.csv")
///     question.model.text = "lognormal:mean=0.95,cv=0.35"
///     let outlook = try question.answer().answer
public struct TeamOutlookQuestion: Question {
  /// The paths of the plans.
  public var plans: [String]
  /// The path of the roster, which says who is on which.
  public var roster: String
  /// How the attainment of each person varies.
  public var model: ModelChoice = ModelChoice()
  /// Whether everything is worked out without draws.
  public var isExact: Bool = false
  /// What moves all of them, and what they are to sell; the number of people is that of the roster.
  public var team: TeamChoice = TeamChoice()
  /// How the roster is read.
  public var tables: TableOptions = TableOptions()
  /// What other machines have drawn, by `drawing(_:)`; nil draws here.
  public var drawn: DrawnRuns?
  /// Is told the share of the work that is done, from any thread.
  public var progress: (@Sendable (Double) -> Void)?

  /// Creates a question with the usual model.
  public init(plans: [String], roster: String) {
    self.plans = plans
    self.roster = roster
  }

  /// Reads the plans and the people, and draws.
  ///
  /// - Throws: `.usage` for settings that make no sense, `.badData` for what is wrong in the files, people of
  ///   whom no plan is here among it.
  public func answer() throws(InputFailure) -> Reply<TeamOutlook> {
    var reading = Reading()
    let (people, text, settings) = try read(&reading)
    let outlook = try pricing(about: .parameter(.model)) {
      try TeamOutlook(people, model: text, settings: settings)
    }
    return Reply(outlook, inputs: reading.inputs, findings: reading.findings)
  }

  /// Draws a shard, for another machine to answer with.
  ///
  /// - Parameter shard: Which of the draws.
  /// - Returns: The draws, and what they rest on.
  /// - Throws: What `answer()` throws.
  public func drawing(_ shard: Shard) throws(InputFailure) -> Reply<DrawnRuns> {
    var reading = Reading()
    let (people, text, settings) = try read(&reading)
    let runs = try pricing(about: .parameter(.model)) {
      try TeamOutlook.drawing(shard, people, model: text, settings: settings)
    }
    return Reply(runs, inputs: reading.inputs, findings: reading.findings)
  }

  /// Reads the plans, the people and the model.
  private func read(
    _ reading: inout Reading
  ) throws(InputFailure) -> ([TeamOutlook.Member], ModelText, PayOutlook.Settings) {
    let read = try reading.plans(plans)
    let people = try people(on: read, &reading)
    guard let first = read.first, !people.isEmpty else {
      throw InputFailure(
        .badData,
        Finding(
          "roster.nobody", at: Place(file: roster), "nobody on the roster is on one of the plans"))
    }
    if read.contains(where: { $0.currency != first.currency }), team.goal != nil {
      throw InputFailure(
        .goal, "question.together",
        "the plans pay in several currencies, and one goal is of none of them",
        remedy: "ask about the plans of one currency")
    }
    if !TeamOutlook.haveOneUnit(people), team.goal != nil {
      throw InputFailure(
        .goal, "question.together",
        "people sell in several units, and one goal is of none of them",
        remedy: "ask about the people who sell in one unit")
    }
    if isExact, let other = model.draws.firstGiven {
      throw OutlookQuestion.drawsNothing(other)
    }
    var settings = model.draws.settings()
    if isExact { settings.trials = nil }
    settings.progress = progress
    settings.drawn = drawn
    settings.referenceQuota = try model.referenceQuota?.positiveValue(on: first, .referenceQuota)
    settings.goal = try team.goal?.positiveValue(on: first, .goal).doubleValue
    settings.market = team.market?.doubleValue ?? 0
    try check(people, hasReference: settings.referenceQuota != nil)
    return (people, try model.read(&reading), settings)
  }

  /// Refuses people whose attainment is of nothing, and teams whose sales cannot be added.
  private func check(
    _ people: [TeamOutlook.Member], hasReference: Bool
  ) throws(InputFailure) {
    let leads = Set(people.filter(\.leadsTeam).map(\.rep))
    let withTeam = Set(people.compactMap(\.manager)).intersection(leads)
    for person in people where person.plan.primaryMeasure?.quota == nil && !hasReference {
      if withTeam.contains(person.rep) { continue }
      throw PricingFailure.noReferenceQuota.failure(
        about: .place(Place(file: roster, line: person.line)))
    }
    if leads.isEmpty { return }
    let currencies = Dictionary(people.map { ($0.rep, $0.plan.currency) }) { first, _ in first }
    for person in people {
      guard let manager = person.manager, let other = currencies[manager],
        other != person.plan.currency
      else { continue }
      throw InputFailure(
        .badData,
        Finding(
          "simulation.team-currency", at: Place(file: roster, line: person.line),
          "\"\(person.rep)\" sells in \(person.plan.currency.code), and reports to \"\(manager)\", who is paid in \(other.code)",
          remedy: "ask about the people of one currency: nobody says what a year's rate will be"))
    }
    try checkUnits(people)
  }

  /// Refuses teams whose people do not sell what their manager is paid for.
  private func checkUnits(_ people: [TeamOutlook.Member]) throws(InputFailure) {
    let known = Dictionary(people.map { ($0.rep, $0) }) { first, _ in first }
    for seller in people where !seller.leadsTeam {
      let sold = seller.plan.primaryMeasure
      var next = seller.manager
      while let manager = next.flatMap({ known[$0] }) {
        next = manager.manager
        guard manager.leadsTeam,
          sold?.isScored ?? true || sold?.unit != manager.plan.primaryMeasure?.unit
        else { continue }
        throw InputFailure(
          .badData,
          Finding(
            "simulation.team-unit", at: Place(file: roster, line: seller.line),
            "\"\(seller.rep)\" does not sell what \"\(manager.rep)\" is paid for: their plans count in different units",
            remedy: "ask about the people who sell in one unit"))
      }
    }
  }

  /// The people with their plans, in the order of the roster; each by the terms at the end of it.
  private func people(
    on plans: [Plan], _ reading: inout Reading
  ) throws(InputFailure) -> [TeamOutlook.Member] {
    var files = PayFiles(roster: roster, tables: tables)
    files.tables.isReadByOthers = plans.count > 1
    let (listed, findings) = try files.people(roster, on: plans)
    reading.findings.add(findings)
    reading.inputs.append(InputDescription(path: roster, rows: listed.reps.count, rejected: 0))
    reading.inputs += tables.mapping.files.map { InputDescription(path: $0) }
    // Each plan has its own names for quotas.
    var terms: [String: Assignment] = [:]
    for plan in plans {
      let (own, _) = try Roster.read(path: roster, for: plan, files.tables)
      for rep in own.reps {
        if let last = rep.assignments.last, last.isOn(plan) { terms[rep.id] = last }
      }
    }
    let loops = listed.managerLoops()
    if !loops.isEmpty {
      var log = FindingLog()
      for loop in loops { log.add(loop) }
      throw InputFailure(.badData, log)
    }
    let names = OwnerNames(listed)
    let dated = listed.reps.filter { rep in
      let plan = terms[rep.id].flatMap { own in plans.first { own.isOn($0) } }
      return plan.map { rep.hasDays(in: $0.yearStarts) } ?? false
    }
    if !dated.isEmpty {
      let leavers = dated.filter { $0.endDate != nil }
        .map { "\"\($0.name ?? $0.id)\"" }.joined(separator: ", ")
      reading.findings.add(
        Finding(
          "simulation.whole-year", .note, at: Place(file: roster),
          leavers.isEmpty
            ? "\(dated.count) people are there for a part of the time, or on terms that change: each is taken for a whole year on the last ones"
            : "\(dated.count) people are there for a part of the time, or on terms that change: each is taken for a whole year on the last ones, also who leaves: \(leavers)"
        ))
    }
    return listed.reps.compactMap { rep in
      guard let own = terms[rep.id], let plan = plans.first(where: { own.isOn($0) }) else {
        return nil
      }
      return TeamOutlook.Member(
        rep: rep.id, name: rep.name, manager: own.manager.map { names.rep(for: $0) },
        plan: plan.on(own), line: own.line)
    }
  }
}
