public import Amounts
public import Answers
internal import PayPlans
public import Reporting
public import Simulation
internal import Statistics

/// What to expect of the people of a roster when their attainment varies as a model says.
public struct TeamOutlook: Answer {
  /// One of the people.
  public struct Person: Sendable {
    /// The name that deals use.
    public let rep: String
    /// The name to print, when the roster has one.
    public let name: String?
    /// The quota of a year; nil for none.
    public let quota: Ratio?
    /// What to expect of the person's pay, in a whole year.
    public let forecast: PayForecast.PlanForecast
  }

  /// A person who is to be drawn, with the plan as it holds for them.
  struct Member {
    var rep: String
    var name: String?
    /// The id of the person reported to.
    var manager: String?
    var plan: Plan
    var line: Int?

    var leadsTeam: Bool { plan.hasTeamQuota }
    /// What tells the pay of one from that of another on the same plan.
    fileprivate var terms: [Ratio?] {
      [plan.base, plan.variable] + plan.measures.map(\.quota)
    }
  }

  /// The people, in the order of the roster.
  public let people: [Person]
  /// What all cost together, for each currency in the order of the roster.
  public let totals: [(currency: Currency, team: TeamForecast)]
  /// Everybody whose terms differ, on the same draws.
  let outlook: PayOutlook
  /// Whose quota is that of a team, and to whom nobody reports.
  private let leadsWithoutTeam: [String]

  /// Works out what to expect.
  ///
  /// Managers come in any order, but not in loops.
  ///
  /// - Throws: what `PayOutlook.init` throws.
  init(_ members: [Member], model: ModelText, settings: PayOutlook.Settings) throws {
    let groups = Groups(members)
    let outlook = try PayOutlook(
      try groups.scenarios(of: members, settings), model: model, settings: settings)
    var forecasts = outlook.forecast.plans
    totals = try groups.teams(on: forecasts.map(\.plan)).map { team in
      let total = try settings.team(
        team.members, model: model, hasOneUnit: Self.haveOneUnit(members), run: team.run)
      for (place, attainments) in total.attainments {
        let lead = forecasts[team.groups[place]]
        forecasts[team.groups[place]] = try PayForecast(
          exactly: EmpiricalAttainment(attainments), [lead.plan]
        ).plans[0]
      }
      return (team.currency, total)
    }
    var places: [Int: Int] = [:]
    for (index, group) in groups.all.enumerated() {
      for person in group.people { places[person] = index }
    }
    people = members.indices.compactMap { index in
      places[index].map {
        Person(
          rep: members[index].rep, name: members[index].name,
          quota: members[index].plan.primaryMeasure?.quota, forecast: forecasts[$0])
      }
    }
    leadsWithoutTeam = groups.all.filter { members[$0.people[0]].leadsTeam && $0.team.isEmpty }
      .flatMap { $0.people.map { members[$0].name ?? members[$0].rep } }
    self.outlook = outlook
  }

  /// Draws a shard, for another machine to answer with.
  ///
  /// - Throws: what `init` throws.
  static func drawing(
    _ shard: Shard, _ members: [Member], model: ModelText, settings: PayOutlook.Settings
  ) throws -> DrawnRuns {
    let groups = Groups(members)
    let scenarios = try groups.scenarios(of: members, settings)
    var runs = try PayOutlook.drawing(shard, scenarios, model: model, settings: settings)
    guard let trials = settings.trials else { return runs }
    for team in groups.teams(on: try PayOutlook.compiled(scenarios, settings)) {
      runs[team.run] = try settings.teamDraws(
        shard, team.members, model: model, trials: trials)
    }
    return runs
  }

  /// Whether all who sell count it in one unit: meetings and money have no sum.
  static func haveOneUnit(_ members: [Member]) -> Bool {
    let managers = Set(members.compactMap(\.manager))
    let sellers = members.filter { !$0.leadsTeam || !managers.contains($0.rep) }
    return Set(sellers.map { $0.plan.primaryMeasure?.unit }).count == 1
  }

  /// The members in groups of those who are paid alike and report to the same person.
  private struct Groups {
    struct Group {
      var people: [Int]
      /// The groups whose sales it is paid for.
      var team: [Int] = []
    }

    private(set) var all: [Group] = []

    init(_ members: [Member]) {
      struct Terms: Hashable {
        var plan: String
        var terms: [Ratio?]
        var manager: String?
        var lead: String?
      }
      var places: [Terms: Int] = [:]
      var groupOfRep: [String: Int] = [:]
      for (index, member) in members.enumerated() {
        let key = Terms(
          plan: member.plan.name, terms: member.terms, manager: member.manager,
          lead: member.leadsTeam ? member.rep : nil)
        let place = places[key] ?? all.count
        if place == all.count {
          all.append(Group(people: []))
          places[key] = place
        }
        all[place].people.append(index)
        groupOfRep[member.rep] = place
      }
      let managers = Dictionary(members.map { ($0.rep, $0.manager) }) { first, _ in first }
      for index in all.indices {
        let seller = members[all[index].people[0]]
        if seller.leadsTeam { continue }
        var next = seller.manager
        while let manager = next {
          if let group = groupOfRep[manager], members[all[group].people[0]].leadsTeam {
            all[group].team.append(index)
          }
          next = managers[manager] ?? nil
        }
      }
    }

    /// What each group is drawn on.
    func scenarios(
      of members: [Member], _ settings: PayOutlook.Settings
    ) throws -> [PayOutlook.Scenario] {
      try all.map { group in
        let plan = members[group.people[0]].plan
        guard plan.primaryMeasure?.quota == nil, !group.team.isEmpty else {
          return PayOutlook.Scenario(plan)
        }
        // What is attained of no quota is measured against those of the team.
        let quotas = try group.team.reduce(Ratio.zero) { sum, index in
          let own = members[all[index].people[0]].plan.primaryMeasure?.quota
          return try sum + (own ?? settings.referenceQuota ?? .zero)
            * Ratio(all[index].people.count)
        }
        return PayOutlook.Scenario(plan.withQuota(quotas))
      }
    }

    /// The groups of each currency together, in the order of the roster.
    ///
    /// - Parameter plans: The plan of each group.
    /// - Returns: A team for each currency.
    func teams(on plans: [CompiledPlan]) -> [Team] {
      var currencies: [Currency] = []
      for plan in plans where !currencies.contains(plan.currency) {
        currencies.append(plan.currency)
      }
      return currencies.map { currency in
        let own = all.indices.filter { plans[$0].currency == currency }
        return Team(
          currency: currency, groups: own,
          members: own.map { index in
            TeamForecast.Members(
              plans[index], people: all[index].people.count,
              paidFor: own.indices.filter { all[index].team.contains(own[$0]) })
          })
      }
    }
  }

  /// All who are paid in one currency.
  private struct Team {
    var currency: Currency
    /// The groups of the members.
    var groups: [Int]
    var members: [TeamForecast.Members]

    /// The name of the run of its draws.
    var run: String { "team-\(currency.code)" }
  }

  // MARK: For people

  public var document: Document { Document(title: "What to expect of the team", blocks: blocks) }

  /// What to expect of each of the people, and of all together, without a title.
  package var blocks: [Block] {
    var blocks: [Block] = [
      .paragraph(outlook.introduction(over: "each person's own quota")),
      .table(personSheet.table()), .section("Together"),
    ]
    if let first = totals.first { blocks.append(.paragraph(first.team.introduction)) }
    blocks.append(.table(totalSheet.table()))
    if !leadsWithoutTeam.isEmpty {
      blocks.append(
        .note(
          "Nobody on the roster reports to \(leadsWithoutTeam.joined(separator: ", ")), whose quota is that of a team: they are drawn like everybody else."
        ))
    }
    if people.contains(where: \.forecast.plan.owesSomething) {
      blocks.append(.note(PayOutlook.drawNote))
    }
    return blocks + outlook.assumptions.blocks
  }

  public var charts: [Chart] { [] }

  // MARK: Tables

  public var tables: [NamedTable] {
    [
      NamedTable("people", personSheet.records), NamedTable("totals", totalSheet.records),
    ]
  }

  public var facts: [JSONValue.Member] { outlook.facts }

  private var personSheet: Sheet<Person> {
    var sheet = Sheet(people, caption: "Pay in a year")
    sheet.add("rep", .text("Rep")) {
      .text($0.rep)
    } cell: {
      Inline($0.name ?? $0.rep)
    }
    sheet.add("plan", "Plan") { .text($0.forecast.plan.name) }
    sheet.add("currency", "Currency") { .text($0.forecast.plan.currency.code) }
    sheet.add("quota", "Quota", .number(places: 0)) { .ratio($0.quota) }
    sheet.add("on_target_earnings", "On target", .number(places: 0)) {
      .double($0.forecast.plan.onTargetEarnings)
    }
    sheet.addEstimate("expected_pay", .init("Expected")) {
      $0.forecast.kept.spread.mean
    } cell: {
      .number($1.value, places: 0)
    }
    sheet.addPercentiles(outlook.forecast.percentiles, shown: [0.1, 0.5, 0.9]) {
      $0.forecast.kept.percentiles
    } cell: {
      .number($1.value, places: 0)
    }
    sheet.addEstimate("reaches_quota", "Reaches quota") {
      $0.quota == nil ? nil : $0.forecast.chances.ofQuota?.probability
    } cell: {
      .percentage($1.value)
    }
    return sheet
  }

  private var totalSheet: Sheet<(currency: Currency, team: TeamForecast)> {
    var sheet = Sheet(totals, caption: "Pay of \(.number(people.count)) people in a year")
    sheet.add("currency", "Currency") { .text($0.currency.code) }
    sheet.add(.number("People")) { .number($0.team.reps) }
    sheet.addTeam(outlook.forecast.percentiles, \.team)
    return sheet
  }
}
