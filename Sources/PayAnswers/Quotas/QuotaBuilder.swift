internal import Amounts
internal import Answers
internal import Findings
internal import PayPlans
internal import Simulation

/// Makes quotas of files that were read.
struct QuotaBuilder {
  private let question: QuotaQuestion
  private let total: Ratio
  private let plan: Plan
  private let isPlanGiven: Bool
  private let measure: Measure
  private let yearStart: CalendarDate?
  private let roster: QuotaRoster
  private let team: QuotaTeam
  /// What each person reached, in the order of the team; nil without a history.
  private let results: [Ratio?]?
  private let periods: Int
  /// The part of a full year's quota that falls on each person, by the periods of the plan.
  private let capacities: [Ratio]
  /// The share of each person by what quotas go by, of somebody in service all year.
  private let shares: [Ratio]

  /// Reads the roster and the history.
  ///
  /// - Throws: `.badData` with what is wrong or missing in them.
  init(
    _ question: QuotaQuestion, total: Ratio, plan given: Plan?, _ reading: inout Reading
  ) throws(InputFailure) {
    let plan = try Self.plan(question, given)
    guard let measure = plan.primaryMeasure else {
      throw InputFailure(
        .badData,
        Finding(
          "quotas.nobody", at: plan.place ?? Place(file: question.plan ?? ""),
          "the plan \"\(plan.name)\" has no measure, and so nothing that a quota could be of",
          remedy: "add the measure, or leave the plan out"))
    }
    let names = question.weights.compactMap { weight in
      if case .column(let name) = weight.criterion { name } else { nil }
    }
    let roster = try QuotaRoster(
      path: question.roster, plan: plan, names: names, question.tables)
    reading.inputs.append(
      InputDescription(path: question.roster, rows: roster.people.reps.count, rejected: 0))
    reading.findings.add(roster.findings)
    let all = QuotaTeam(roster, of: given)
    let start = question.starts ?? plan.yearStarts
    if start == nil, let rep = all.people.first(where: \.hasDays) {
      throw InputFailure(
        .badData,
        Finding(
          "quotas.no-year", at: roster.place(of: rep.id),
          "\"\(rep.id)\" is not there at all times, and no year says what falls into it",
          remedy: "say when the year begins: \(.parameter(.starts, "2026-01-01"))"))
    }
    if !question.ramp.isEmpty, all.people.allSatisfy({ $0.hireDate == nil }) {
      throw InputFailure(
        .ramp, "quotas.ramp", "nobody on the roster has a hire_date, so that no ramp holds",
        remedy: "add the column, or leave the ramp out")
    }
    let months = plan.primaryComponent?.commission?.period.monthCount ?? 1
    var capacities: [Ratio] = []
    var people: [Rep] = []
    do throws(ArithmeticFailure) {
      for rep in all.people {
        let parts = try plan.quotaParts(
          of: rep, measure: measure, months: months, yearFrom: start ?? Self.anyYear)
        let capacity = try parts.map(\.own).sum()
        if capacity == .zero {
          reading.findings.add(
            Finding(
              "quotas.out-of-service", .note, at: roster.place(of: rep.id),
              "\"\(rep.id)\" has no day of service in the year, and gets no quota"))
          continue
        }
        people.append(rep)
        capacities.append(capacity)
      }
    } catch {
      throw InputFailure(
        .badData,
        Finding("quotas.no-year", at: roster.headerPlace, PricingFailure(error).message))
    }
    guard !people.isEmpty else {
      throw InputFailure(
        .badData,
        Finding(
          "quotas.nobody", at: roster.headerPlace, "nobody on the roster gets a quota",
          remedy: """
            whoever others report to gets that of the team; with a plan those on it count, and in a year \
            those who are in service
            """))
    }
    let past = try question.history.map { (path) throws(InputFailure) in
      let past = try PastResults(path: path, question.tables)
      reading.findings.add(past.findings)
      if let tally = past.tally { reading.inputs.append(InputDescription(path: path, tally)) }
      return past
    }
    results = try past.map { (past) throws(InputFailure) in
      try Self.results(past, of: people, roster, question, &reading)
    }
    periods = past?.periods.count ?? 0
    self.question = question
    self.total = total
    self.plan = plan
    isPlanGiven = given != nil
    self.measure = measure
    yearStart = start
    self.roster = roster
    team = all.with(people)
    self.capacities = capacities
    shares = try Self.shares(of: people, question, roster, results)
    for (rep, share) in zip(people, shares) where share == .zero {
      reading.findings.add(
        Finding(
          "quotas.zero", .warning, at: roster.place(of: rep.id),
          "\"\(rep.id)\" has nothing of what quotas go by, and so no more than the least quota",
          remedy: "add the number, or have a part go by \(.code("equal"))"))
    }
  }

  /// A year of 365 days for people who are there on all of them.
  private static let anyYear =
    CalendarDate(year: 2025, month: 1, day: 1) ?? CalendarDate(dayNumber: 0)

  /// The plan with the ramp and seasonality of the question; one that has nothing else where none is given.
  private static func plan(
    _ question: QuotaQuestion, _ given: Plan?
  ) throws(InputFailure) -> Plan {
    let ramp = question.ramp.isEmpty ? nil : Ramp(quota: question.ramp)
    let phasing = question.seasonality.isEmpty ? nil : question.seasonality
    guard var plan = given else {
      let measure = Measure("quota", phasing: phasing, ramp: ramp)
      return Plan(
        "quotas", currency: question.total.currencies.first ?? .usd, measures: [measure],
        components: [])
    }
    let name = plan.primaryMeasure?.name
    for index in plan.measures.indices where plan.measures[index].name == name {
      if ramp != nil, plan.measures[index].ramp != nil { throw twice(.ramp, in: plan) }
      if phasing != nil, plan.measures[index].phasing != nil { throw twice(.seasonality, in: plan) }
      plan.measures[index].ramp = ramp ?? plan.measures[index].ramp
      plan.measures[index].phasing = phasing ?? plan.measures[index].phasing
    }
    return plan
  }

  private static func twice(_ parameter: Parameter, in plan: Plan) -> InputFailure {
    InputFailure(
      parameter, "question.together", "the plan \"\(plan.name)\" says that already",
      remedy: "leave it out")
  }

  /// What each of some people reached, with a word on those who stand on one side only.
  private static func results(
    _ past: PastResults, of people: [Rep], _ roster: QuotaRoster, _ question: QuotaQuestion,
    _ reading: inout Reading
  ) throws(InputFailure) -> [Ratio?] {
    let names = OwnerNames(roster.people)
    let known = Set(roster.people.reps.map(\.id))
    var sums: [String: Ratio] = [:]
    var periods: [String: Set<String>] = [:]
    for row in past.rows {
      let rep = names.rep(for: row.rep)
      if !known.contains(rep) {
        reading.findings.add(
          Finding(
            "quotas.stranger", .warning, at: row.place,
            "\"\(row.rep)\" is not on the roster, so that these results are nobody's",
            remedy: NearMiss.closest(to: row.rep, among: known.sorted())
              .map { "did you mean \"\($0)\"?" } ?? "leave them out if the person has left"))
        continue
      }
      guard let sum = try? (sums[rep] ?? .zero) + row.credit else {
        throw InputFailure(
          .badData, Finding("quotas.bounds", at: row.place, "the results cannot be added exactly"))
      }
      sums[rep] = sum
      if let period = row.period { periods[rep, default: []].insert(period) }
    }
    let counts = question.weights.contains { $0.criterion == .history }
    for rep in people where counts && (sums[rep.id] ?? .zero) <= .zero {
      reading.findings.add(
        Finding(
          "quotas.no-history", .warning, at: roster.place(of: rep.id),
          "\"\(rep.id)\" has no results above 0 in the history, and nothing of the part that goes by it",
          remedy: "add a row to the history, or have a part go by \(.code("equal"))"))
    }
    if counts, let finding = uneven(periods, of: people, roster) { reading.findings.add(finding) }
    return people.map { sums[$0.id] }
  }

  /// A warning of people who have results in fewer periods than others: a sum of two years is no more than one
  /// of a year by itself.
  private static func uneven(
    _ periods: [String: Set<String>], of people: [Rep], _ roster: QuotaRoster
  ) -> Finding? {
    let counts = people.compactMap { rep in periods[rep.id].map { (rep: rep, count: $0.count) } }
    let most = counts.map(\.count).max() ?? 0
    let few = counts.filter { $0.count < most }
    guard let first = few.first else { return nil }
    return Finding(
      "quotas.no-history", .warning, at: roster.place(of: first.rep.id),
      "\(few.count) people have results in fewer periods of the history than others, such as \"\(first.rep.id)\" in \(first.count) of \(most), and quotas go by the sum",
      remedy:
        "keep the periods that all have, such as the last year, or have a part go by \(.code("equal"))"
    )
  }
}

// MARK: Dividing

extension QuotaBuilder {
  /// The shares by what quotas go by.
  private static func shares(
    of people: [Rep], _ question: QuotaQuestion, _ roster: QuotaRoster, _ results: [Ratio?]?
  ) throws(InputFailure) -> [Ratio] {
    var shares = people.map { _ in Ratio.zero }
    var column = 0
    for weight in question.weights {
      let values: [Ratio]
      switch weight.criterion {
      case .equal: values = people.map { _ in .one }
      case .history: values = (results ?? []).map { max(.zero, $0 ?? .zero) }
      case .column(let name):
        values = try numbers(column, name, of: people, roster)
        column += 1
      }
      do throws(ArithmeticFailure) {
        let sum = try values.sum()
        for (index, value) in values.enumerated() {
          shares[index] = try shares[index] + weight.part * value / sum
        }
      } catch .divisionByZero {
        throw InputFailure(
          .badData,
          Finding(
            "quotas.no-value", at: roster.headerPlace, "what quotas go by is 0 for everybody",
            remedy: "let them go by something else: \(.parameter(.dividedBy, "equal"))"))
      } catch {
        throw InputFailure(
          .badData,
          Finding("quotas.no-value", at: roster.headerPlace, PricingFailure(error).message))
      }
    }
    return shares
  }

  /// The numbers of people in a column; all who have none are named.
  private static func numbers(
    _ column: Int, _ name: String, of people: [Rep], _ roster: QuotaRoster
  ) throws(InputFailure) -> [Ratio] {
    let numbers = roster.numbers(column)
    var log = FindingLog()
    let values = people.map { rep in
      if let number = numbers[rep.id] { return number }
      log.add(.error) {
        Finding(
          "quotas.no-value", at: roster.place(of: rep.id),
          "\"\(rep.id)\" has no number in the column \"\(name)\" that quotas go by",
          remedy: "write one, 0 for none")
      }
      return .zero
    }
    if log.hasErrors { throw InputFailure(.badData, log) }
    return values
  }

  /// Divides the number, and asks how likely the quotas are reached.
  func allocation(_ model: ModelText) throws -> QuotaAllocation {
    let assigned = try total * (1 + question.overAssignment)
    let unit = try question.roundTo ?? usualUnit(of: assigned)
    let units = try assigned / unit
    guard units.isInteger, let count = units.numerator else { throw notRound(assigned, unit) }
    var claims: [Apportionment.Claim] = []
    for (share, capacity) in zip(shares, capacities) {
      var claim = Apportionment.Claim(try share * capacity)
      if let least = question.minimum {
        claim.lowest = try -(-(least * capacity / unit)).rounded(.down).whole
      }
      if let most = question.maximum {
        claim.highest = try (most * capacity / unit).rounded(.down).whole
      }
      claims.append(claim)
    }
    let apportionment: Apportionment
    do throws(Apportionment.Failure) {
      apportionment = try Apportionment(of: count, among: claims)
    } catch {
      throw try failure(error, assigned, unit)
    }
    let fine = Self.isWhole(unit) ? Ratio.one : try Ratio(1, over: 100)
    let people = try team.people.indices.map { index in
      let quota = try Ratio(apportionment.parts[index]) * unit
      return QuotaAllocation.Person(
        rep: team.people[index].id, name: team.people[index].name,
        manager: team.manager(of: team.people[index]), capacity: capacities[index],
        claim: shares[index], history: results?[index], quota: quota,
        fullYearQuota: try quota / capacities[index],
        bound: bound(claims[index], apportionment.exact[index]),
        parts: try parts(of: quota, team.people[index], unit: fine))
    }
    let managers = try team.managers(
      quotas: people.map(\.quota), over: question.managerOverAssignment, unit: fine)
    let forecast = try QuotaForecast(
      simulating: model.model, quotas: people.map(\.quota.doubleValue),
      goals: [.init(total.doubleValue, of: Array(people.indices))]
        + managers.map { .init($0.quota.doubleValue, of: $0.team) },
      correlation: question.correlation.doubleValue, trials: question.model.draws.trials ?? 20_000,
      seed: question.model.draws.seed ?? 1, threads: question.model.draws.threads)
    return QuotaAllocation(
      plan: isPlanGiven ? plan.name : nil, total: total, overAssignment: question.overAssignment,
      managerOverAssignment: question.managerOverAssignment, assigned: assigned, unit: unit,
      weights: question.weights, bounds: (question.minimum, question.maximum),
      seasonality: measure.phasing ?? [], yearStart: yearStart, people: people, managers: managers,
      history: try results.map {
        .init(total: try $0.compactMap(\.self).sum(), periods: periods)
      }, model: model, forecast: forecast, roster: roster.text(with: rows(people, managers)))
  }

  private static func isWhole(_ unit: Ratio) -> Bool { unit.isInteger }

  /// 1, or the hundredth where the sum is no whole number.
  private func usualUnit(of sum: Ratio) throws -> Ratio {
    sum.isInteger ? .one : try Ratio(1, over: 100)
  }

  /// The bound that a share stands at.
  private func bound(_ claim: Apportionment.Claim, _ share: Ratio) -> QuotaAllocation.Bound? {
    if let highest = claim.highest, share == Ratio(highest) { return .maximum }
    return claim.lowest > 0 && share == Ratio(claim.lowest) ? .minimum : nil
  }

  /// A quota by the parts of the year, which add up to it.
  private func parts(of quota: Ratio, _ rep: Rep, unit: Ratio) throws -> [Ratio] {
    guard let phasing = measure.phasing else { return [] }
    let weights = try plan.quotaParts(
      of: rep, measure: measure, months: 12 / phasing.count, yearFrom: yearStart ?? Self.anyYear)
    let count = try quota / unit
    guard count.isInteger else { throw ArithmeticFailure.overflow }
    let parts = try Apportionment(of: count.whole, among: weights.map { .init($0.own) }).parts
    return try parts.map { try Ratio($0) * unit }
  }

  /// The quotas of a full year by the lines of the roster that they are written into.
  private func rows(
    _ people: [QuotaAllocation.Person], _ managers: [QuotaAllocation.Manager]
  ) -> [Int: Ratio] {
    var quotas: [String: Ratio] = [:]
    for person in people where person.quota > .zero { quotas[person.rep] = person.fullYearQuota }
    // Who is on a plan is not the manager of those on it: that is another one, with a quota of its own.
    if !isPlanGiven { for manager in managers { quotas[manager.rep] = manager.quota } }
    var rows: [Int: Ratio] = [:]
    for rep in roster.people.reps {
      guard let quota = quotas[rep.id] else { continue }
      for terms in rep.assignments where !isPlanGiven || terms.isOn(plan) {
        if let line = terms.line { rows[line] = quota }
      }
    }
    return rows
  }

  // MARK: What does not go together

  private func notRound(_ assigned: Ratio, _ unit: Ratio) -> InputFailure {
    InputFailure(
      .roundTo, "quotas.rounding",
      "the quotas come to \(.plain(assigned)), which is no multiple of \(.plain(unit))",
      remedy: "take another unit, or a number that comes to a multiple of it")
  }

  private func failure(
    _ failure: Apportionment.Failure, _ assigned: Ratio, _ unit: Ratio
  ) throws -> InputFailure {
    switch failure {
    case .lowest(let least):
      let sum = try Ratio(least) * unit
      return InputFailure(
        .minimum, "quotas.bounds",
        "the least quotas come to \(.plain(sum)), and there are \(.plain(assigned)) to be assigned",
        remedy: "lower the minimum, or raise the over-assignment")
    case .highest(let most):
      let sum = try Ratio(most) * unit
      return InputFailure(
        .maximum, "quotas.bounds",
        "the greatest quotas come to \(.plain(sum)), and there are \(.plain(assigned)) to be assigned",
        remedy: "raise the maximum, or hire")
    case .noWeight:
      return InputFailure(
        .dividedBy, "quotas.no-value",
        "what quotas go by is 0 for everybody below the greatest quota",
        remedy: "let them go by something else: \(.parameter(.dividedBy, "equal"))")
    case .arithmetic(let failure): throw failure
    }
  }
}

extension Ratio {
  /// The whole number that it is.
  fileprivate var whole: Int128 {
    get throws(ArithmeticFailure) {
      guard isInteger, let numerator else { throw .overflow }
      return numerator
    }
  }
}
