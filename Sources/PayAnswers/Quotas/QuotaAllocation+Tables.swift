internal import Amounts
public import Answers
internal import Findings
public import Reporting
internal import Simulation
internal import Statistics

extension QuotaAllocation {
  /// A part of somebody's year.
  struct PersonPart: Sendable {
    let person: Person
    /// The number of the part, from 1.
    let number: Int
    let quota: Ratio
  }

  public var tables: [NamedTable] {
    [
      NamedTable("quotas", personSheet.records), NamedTable("parts", partSheet.records),
      NamedTable("managers", managerSheet.records), NamedTable("chances", chanceSheet.records),
    ]
  }

  public var facts: [JSONValue.Member] {
    func ratio(_ value: Ratio?) -> JSONValue { value.map(JSONValue.ratio) ?? .null }
    return [
      .init("plan", plan.map(JSONValue.string) ?? .null),
      .init("total", .ratio(total)), .init("over_assignment", .ratio(overAssignment)),
      .init("manager_over_assignment", .ratio(managerOverAssignment)),
      .init("assigned", .ratio(assigned)), .init("unit", .ratio(unit)),
      .init(
        "weights",
        .object(weights.map { .init($0.criterion.key, .ratio($0.part)) })),
      .init("minimum", ratio(bounds.minimum)), .init("maximum", ratio(bounds.maximum)),
      .init("seasonality", .array(seasonality.map(JSONValue.ratio))),
      .init("year_start", yearStart.map { .string("\($0)") } ?? .null),
      .init("history", ratio(history?.total)), .init("growth", ratio(growth)),
      .init("model", .string(model.text)),
      .init("model_source", model.source.map(JSONValue.string) ?? .null),
      .init("correlation", .double(forecast.correlation)),
      .init("trials", .integer(forecast.trials)), .init("seed", .string("\(forecast.seed)")),
      .init("reaches", .double(company.reaches.value)),
      .init(
        "reaches_standard_error", company.reaches.standardError.map(JSONValue.double) ?? .null),
    ]
  }

  /// What is to be reached over what was, less 1; nil without results above 0.
  var growth: Ratio? {
    guard let history, history.total > .zero else { return nil }
    return try? total / history.total - 1
  }

  /// The people with their quotas.
  var personSheet: Sheet<Person> {
    let chance = forecast.single
    var sheet = Sheet(people)
    sheet.add("rep") { .text($0.rep) }
    sheet.add("name", .text("Rep"), { .text($0.name) }, cell: { Inline($0.label) })
    sheet.add("manager") { .text($0.manager) }
    sheet.add("capacity", hasPartYears ? "Of a year" : nil, .percentage()) { .ratio($0.capacity) }
    sheet.add("claim", weights.map(\.criterion) == [.equal] ? nil : "Share", .percentage()) {
      .ratio($0.claim)
    }
    sheet.add(
      "history", history == nil ? nil : "Reached", .number()
    ) { .ratio($0.history) }
    sheet.add(
      fields: ["quota"], .number("Quota"), cell: { .strong(.plain($0.quota)) },
      values: { [.ratio($0.quota)] })
    sheet.add(
      "growth", history == nil ? nil : "Change", .percentage(sign: .always)
    ) { .ratio($0.growth) }
    sheet.add(
      fields: ["full_year_quota"], hasPartYears ? .number("Of a full year") : nil,
      cell: { .plain($0.fullYearQuota) }, values: { [.ratio($0.fullYearQuota)] })
    let hasBounds = people.contains { $0.bound != nil }
    sheet.add(
      fields: ["bound"], hasBounds ? .text("Limit") : nil,
      cell: { $0.bound?.title ?? .empty }, values: { [.text($0.bound?.rawValue)] })
    sheet.add("chance") { $0.quota > .zero ? .double(chance.value) : .missing }
    return sheet
  }

  /// The quotas by the parts of the year.
  private var partSheet: Sheet<PersonPart> {
    var sheet = Sheet(
      people.flatMap { person in
        person.parts.enumerated().map { PersonPart(person: person, number: $0 + 1, quota: $1) }
      })
    sheet.add("rep") { .text($0.person.rep) }
    sheet.add("part") { .integer($0.number) }
    let (start, months) = (yearStart, 12 / max(1, seasonality.count))
    sheet.add("first_day") { row in
      .text(start.map { "\($0.addingMonths((row.number - 1) * months))" })
    }
    sheet.add("last_day") { row in
      .text(start.map { "\($0.addingMonths(row.number * months).advanced(by: -1))" })
    }
    sheet.add("quota") { .ratio($0.quota) }
    return sheet
  }

  var managerSheet: Sheet<Manager> {
    var sheet = Sheet(managers)
    sheet.add("rep") { .text($0.rep) }
    sheet.add("name", .text("Manager"), { .text($0.name) }, cell: { Inline($0.label) })
    sheet.add("people", "People") { .integer($0.team.count) }
    sheet.add(
      fields: ["direct_quotas"], .number("Quotas below"), cell: { .plain($0.direct) },
      values: { [.ratio($0.direct)] })
    sheet.add(
      fields: ["quota"], .number("Quota"), cell: { .strong(.plain($0.quota)) },
      values: { [.ratio($0.quota)] })
    return sheet
  }

  /// Who or what is to reach something.
  struct Chance: Sendable {
    let who: Inline
    let rep: String?
    let kind: String
    let goal: Ratio?
    let reaches: Estimate
    let outcome: QuotaForecast.Outcome?
  }

  private var chances: [Chance] {
    let person = Chance(
      who: "One person", rep: nil, kind: "person", goal: nil, reaches: forecast.single,
      outcome: nil)
    let company = Chance(
      who: "The company", rep: nil, kind: "company", goal: total, reaches: company.reaches,
      outcome: company)
    return [person, company]
      + zip(managers, forecast.outcomes.dropFirst()).map { manager, outcome in
        Chance(
          who: Inline(manager.label), rep: manager.rep, kind: "manager", goal: manager.quota,
          reaches: outcome.reaches, outcome: outcome)
      }
  }

  var chanceSheet: Sheet<Chance> {
    var sheet = Sheet(chances)
    sheet.add("kind") { .text($0.kind) }
    sheet.add("rep", .text("Who"), { .text($0.rep) }, cell: \.who)
    sheet.add(
      fields: ["goal"], .number("Quota"), cell: { $0.goal.map { .plain($0) } ?? "their own" },
      values: { [.ratio($0.goal)] })
    sheet.add("chance", "Chance", .strong(.percentage())) { .double($0.reaches.value) }
    sheet.add(
      fields: ["chance_standard_error"], .number("±"),
      cell: { $0.reaches.standardError.map { .percentage($0, places: 2) } ?? "exact" },
      values: { [.double($0.reaches.standardError)] })
    sheet.add("expected", "Expected", .number()) { .double($0.outcome?.sales.mean.value) }
    for (index, percent) in [10, 50, 90].enumerated() {
      // The middle is near what is expected, and the table wide enough.
      let title: Inline? = percent == 50 ? nil : "P\(percent)"
      sheet.add(RecordTable.Column("p\(percent)"), title, .number()) {
        .double($0.outcome?.percentiles[index])
      }
    }
    return sheet
  }
}

extension QuotaAllocation.Bound {
  fileprivate var title: Inline {
    switch self {
    case .minimum: "at the least"
    case .maximum: "at the greatest"
    }
  }
}

extension QuotaCriterion {
  /// The word for it in data.
  var key: String {
    switch self {
    case .equal: "equal"
    case .history: "history"
    case .column(let name): name
    }
  }
}
