internal import Amounts
internal import PayPlans

/// Who gets a quota, and who the quota of a team.
struct QuotaTeam {
  /// Those who get a quota.
  private(set) var people: [Rep]
  /// Those whom somebody reports to, with their rows where they have one, in the order of the roster.
  private let leads: [(id: String, rep: Rep?)]
  /// How managers may be written in place of their id.
  private let names: OwnerNames

  /// Whoever others report to gets the quota of the team; of a plan, its people get one.
  init(_ roster: QuotaRoster, of plan: Plan?) {
    let reps = roster.people.reps
    let names = OwnerNames(roster.people)
    self.names = names
    let named = Set(reps.compactMap { Self.lastManager(of: $0, names) })
    people = reps.filter { rep in
      !named.contains(rep.id) && (plan.map { rep.isOn($0) } ?? true)
    }
    if plan == nil { people = people.map(\.onAnyPlan) }
    let listed = reps.filter { named.contains($0.id) }
    let strangers = named.subtracting(listed.map(\.id)).sorted()
    leads = listed.map { ($0.id, $0) } + strangers.map { ($0, nil) }
  }

  /// The same for some of the people.
  func with(_ people: [Rep]) -> QuotaTeam {
    var team = self
    team.people = people
    return team
  }

  /// The id of the manager at the end.
  func manager(of rep: Rep) -> String? { Self.lastManager(of: rep, names) }

  private static func lastManager(of rep: Rep, _ names: OwnerNames) -> String? {
    rep.assignments.last?.manager.map { names.rep(for: $0) }
  }

  /// The managers of people with quotas, each with that of the team.
  ///
  /// - Parameters:
  ///   - quotas: The quotas of the people.
  ///   - over: What those who report directly have above their manager, as a fraction.
  ///   - unit: What quotas are rounded to.
  /// - Returns: Those with somebody below who has a quota, in the order of the roster.
  /// - Throws: When a sum does not fit.
  func managers(
    quotas: [Ratio], over: Ratio, unit: Ratio
  ) throws(ArithmeticFailure) -> [QuotaAllocation.Manager] {
    var known: [String: QuotaAllocation.Manager] = [:]
    func manager(_ lead: (id: String, rep: Rep?)) throws(ArithmeticFailure)
      -> QuotaAllocation.Manager
    {
      if let manager = known[lead.id] { return manager }
      var team = people.indices.filter { self.manager(of: people[$0]) == lead.id }
      var direct = Ratio.zero
      for index in team { direct = try direct + quotas[index] }
      for other in leads {
        guard let rep = other.rep, self.manager(of: rep) == lead.id else { continue }
        let below = try manager(other)
        direct = try direct + below.quota
        team += below.team
      }
      let quota = try (direct / (1 + over) / unit).rounded() * unit
      let result = QuotaAllocation.Manager(
        rep: lead.id, name: lead.rep?.name, team: team.sorted(), direct: direct, quota: quota)
      known[lead.id] = result
      return result
    }
    var managers: [QuotaAllocation.Manager] = []
    for lead in leads {
      let found = try manager(lead)
      if !found.team.isEmpty { managers.append(found) }
    }
    return managers
  }
}

extension Rep {
  /// Whether the person is not there at some times, as far as the roster says.
  var hasDays: Bool {
    hireDate != nil || endDate != nil || !leaves.isEmpty
      || assignments.contains { $0.from != nil || $0.until != nil }
  }

  /// Whether the person is not there, or is on other terms, at some times of the year from a day on; of any
  /// year where none is given.
  func hasDays(in start: CalendarDate?) -> Bool {
    guard let start else { return hasDays }
    let last = start.addingMonths(12).advanced(by: -1)
    let ends = [endDate, assignments.last?.until].compactMap(\.self)
    return ([hireDate] + assignments.map(\.from)).compactMap(\.self)
      .contains { start < $0 && $0 <= last }
      || ends.contains { $0 < last } || leaves.contains { $0.overlaps(start...last) }
  }

  /// The person on whatever plan is run.
  fileprivate var onAnyPlan: Rep {
    func open(_ assignment: Assignment) -> Assignment {
      var open = assignment
      open.plan = nil
      return open
    }
    var rep = Rep(
      id, open(assignments[0]), name: name, hireDate: hireDate, endDate: endDate, leaves: leaves)
    for assignment in assignments.dropFirst() { rep.assign(open(assignment)) }
    return rep
  }
}
