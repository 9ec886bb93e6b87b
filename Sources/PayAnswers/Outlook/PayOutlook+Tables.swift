internal import Amounts
public import Answers
internal import Calculator
internal import Findings
internal import PayPlans
public import Reporting
internal import Simulation
internal import Statistics

extension PayOutlook {
  public var tables: [NamedTable] {
    var tables = [
      NamedTable("lines", lineSheet(of: plans).records),
      NamedTable("chances", chanceSheet(of: plans).records),
      NamedTable("plans", planSheet.records),
    ]
    if !forecast.differences.isEmpty {
      tables.append(NamedTable("differences", differenceSheet(forecast.differences).records))
    }
    if !teams.isEmpty { tables.append(NamedTable("teams", teamSheet.records)) }
    let jumps = jumpSheet
    if !jumps.rows.isEmpty { tables.append(NamedTable("jumps", jumps.records)) }
    if !sensitivities.isEmpty {
      tables.append(NamedTable("sensitivity", effectSheet(of: plans).records))
    }
    return tables
  }

  public var facts: [JSONValue.Member] {
    var facts: [JSONValue.Member] = [
      .init("model", .string(model.text)),
      .init("model_description", .string(forecast.model.label)),
      .init("model_source", model.source.map(JSONValue.string) ?? .null),
    ]
    switch forecast.method {
    case .simulated(let trials, let seed):
      facts += [
        .init("method", .string("simulation")), .init("trials", .integer(trials)),
        .init("seed", .string("\(seed)")),
      ]
    case .closedForm:
      facts += [
        .init("method", .string("closed form")), .init("trials", .null), .init("seed", .null),
      ]
    }
    facts.append(.init("assumptions", assumptions.json))
    return facts
  }

  private var plans: Range<Int> { forecast.plans.indices }

  /// Adds the plan of a row, which people see as a heading or by its own name.
  private func addPlan<Row>(
    _ key: String = "plan", quota: String = "quota", title: Inline? = nil,
    to sheet: inout Sheet<Row>, _ index: @escaping @Sendable (Row) -> Int
  ) {
    sheet.add(fields: [.init(key), .init(quota)], title.map { .text($0) }) {
      name(index($0))
    } values: {
      let plan = forecast.plans[index($0)].plan
      return [.text(plan.name), .ratio(plan.quota)]
    }
    if scenarios.map(\.plan).haveNamesakes {
      sheet.add(.init(key == "plan" ? "file" : "\(key)_file")) {
        .text(scenarios[index($0)].plan.place?.file)
      }
    }
  }

  // MARK: One plan

  /// What is earned, paid and owed.
  private func lineSheet(of plans: Range<Int>) -> Sheet<ForecastLine> {
    var sheet = Sheet(
      plans.flatMap { index -> [ForecastLine] in
        let forecast = forecast.plans[index]
        let owes = forecast.plan.owesSomething
        return [
          .init(plan: index, kind: .attainment, title: "Attainment", line: forecast.attainment)
        ]
          + forecast.parts.map {
            .init(plan: index, kind: .component, title: .init($0.name), line: $0)
          }
          + [
            .init(plan: index, kind: .incentive, title: "Incentive", line: forecast.incentive),
            .init(plan: index, kind: .owedDraw, title: "Owed on the draw", line: forecast.owed),
            .init(
              plan: index, kind: .total, title: owes ? "Total paid" : "Total", line: forecast.paid,
              isResult: !owes),
            .init(
              plan: index, kind: .kept, title: "Paid less owed", line: forecast.kept, isResult: owes
            ),
          ]
      }, caption: "Pay")
    addPlan(to: &sheet) { $0.plan }
    // Records of all plans say their currency in another table.
    let currency = plans.first.map { forecast.plans[$0].plan.currency.code }
    sheet.addLine(
      currency.map { "In \($0) a year" }, percentiles: forecast.percentiles,
      hasError: forecast.method != .closedForm)
    return sheet
  }

  /// The lines of a plan for people: what is owed follows what is paid, where anything can be.
  package func payTable(_ index: Int) -> Table {
    let sheet = lineSheet(of: index..<index + 1)
    let kinds: [ForecastLine.Kind] =
      [.attainment, .component, .incentive, .total]
      + (forecast.plans[index].plan.owesSomething ? [.owedDraw, .kept] : [])
    return sheet.table(of: kinds.flatMap { kind in sheet.rows.filter { $0.kind == kind } })
  }

  /// The chances of reaching something.
  private func chanceSheet(
    of plans: Range<Int>
  ) -> Sheet<(plan: Int, chance: PayForecast.Chance)> {
    var sheet = Sheet(
      plans.flatMap { index in forecast.plans[index].chances.map { (plan: index, chance: $0) } },
      caption: "Chances")
    addPlan(to: &sheet) { $0.plan }
    sheet.addChance {
      $0.chance
    } onTarget: {
      forecast.plans[$0.plan].plan.onTargetEarnings
    } words: { row, amount in
      switch row.chance.question {
      case .reachesQuota:
        forecast.plans[row.plan].plan.quota.map {
          "of reaching the quota of \(.number($0, places: 0))"
        } ?? "of reaching the quota"
      case .noIncentive: "of no incentive at all"
      case .earnsOnTarget: "of earning the on-target \(.number(amount, places: 0))"
      case .earnsAtLeast: "of earning at least \(.number(amount, places: 0))"
      }
    }
    return sheet
  }

  package func chanceTable(_ index: Int) -> Table {
    let sheet = chanceSheet(of: index..<index + 1)
    var table = sheet.table()
    table.bars = Table.Bars(of: 1, sheet.rows.map(\.chance.probability.value), full: 1)
    return table
  }

  /// The percentiles that lie on a jump of the plan; people read sentences.
  private var jumpSheet:
    Sheet<(plan: Int, line: PayForecast.Line, jump: PayForecast.PercentileJump)>
  {
    var sheet = Sheet(
      plans.flatMap { index in
        let forecast = forecast.plans[index]
        return (forecast.parts + [forecast.incentive, forecast.paid, forecast.kept])
          .flatMap { line in line.jumps.map { (plan: index, line: line, jump: $0) } }
      })
    addPlan(to: &sheet) { $0.plan }
    sheet.add("line") { .text($0.line.name) }
    sheet.add("percentile") { .double($0.jump.percentile) }
    sheet.add("attainment") { .double($0.jump.attainment) }
    sheet.add("below") { .double($0.jump.below) }
    sheet.add("above") { .double($0.jump.above) }
    return sheet
  }

  /// What expected pay does when one term changes.
  private func effectSheet(
    of plans: Range<Int>
  ) -> Sheet<(plan: Int, effect: Sensitivity.Effect)> {
    var sheet = Sheet(
      plans.flatMap { index in sensitivities[index].effects.map { (plan: index, effect: $0) } },
      caption: "What expected pay does when one term changes")
    addPlan(to: &sheet) { $0.plan }
    let change = plans.first.map { sensitivities[$0].change }
    let words = Inline.percentage(change, places: 0)
    @Sendable func term(_ row: (plan: Int, effect: Sensitivity.Effect)) -> Inline {
      row.effect.lever.words(in: scenarios[row.plan].plan)
    }
    sheet.add("term", .text("Term"), { .text(term($0).plainText) }, cell: term)
    sheet.add("value", .number("Now")) {
      .ratio($0.effect.value)
    } cell: {
      Self.written($0.effect.value)
    }
    sheet.add("change") { .ratio(sensitivities[$0.plan].change) }
    sheet.add("pay_when_larger", "+\(words)", .number(sign: .always)) {
      .double($0.effect.whenLarger)
    }
    sheet.add("pay_when_smaller", "−\(words)", .number(sign: .always)) {
      .double($0.effect.whenSmaller)
    }
    return sheet
  }

  package func effectTable(_ index: Int) -> Table {
    effectSheet(of: index..<index + 1).table()
  }

  // MARK: All plans

  /// What each plan promises and is worth; people read sentences.
  private var planSheet: Sheet<Int> {
    var sheet = Sheet(Array(plans))
    addPlan(to: &sheet) { $0 }
    func add(_ key: String, _ value: @escaping @Sendable (PayForecast.PlanForecast) -> RecordValue)
    {
      sheet.add(RecordTable.Column(key)) { value(forecast.plans[$0]) }
    }
    add("currency") { .text($0.plan.currency.code) }
    add("reference_quota") { .ratio($0.plan.referenceQuota) }
    add("on_target_earnings") { .double($0.plan.onTargetEarnings) }
    add("expected_pay") { .double($0.kept.spread.mean.value) }
    add("expected_over_on_target") { .double($0.credibility) }
    add("target_incentive") { .double($0.targetIncentive) }
    add("incentive_at_p90_attainment") { .double($0.incentiveAtP90) }
    add("leverage") { .double($0.leverage) }
    add("upside") { .double($0.upside) }
    return sheet
  }

  /// Each plan against the first one, whose own row people see without a difference.
  func differenceSheet(
    _ differences: [PayForecast.Difference], withFirst: Bool = false
  ) -> Sheet<(plan: Int, difference: PayForecast.Difference?)> {
    var sheet = Sheet(
      (withFirst ? [(plan: 0, difference: nil)] : [])
        + differences.map { (plan: $0.plan, difference: $0) },
      caption: forecast.plans.contains(where: \.plan.owesSomething)
        ? "Paid less owed on the same draws" : "Total pay on the same draws")
    addPlan(title: "Plan", to: &sheet) { $0.plan }
    sheet.add(.number("Mean")) {
      .number(forecast.plans[$0.plan].kept.spread.mean.value, places: 0)
    }
    addPlan("against", quota: "against_quota", to: &sheet) { _ in 0 }
    sheet.addDifference(to: name(0)) { $0.difference }
    return sheet
  }

  /// What a team costs on each plan.
  var teamSheet: Sheet<(plan: Int, team: TeamForecast)> {
    var sheet = Sheet(
      teams.enumerated().map { (plan: $0.offset, team: $0.element) },
      caption: "Pay of \(.number(teams.first?.reps ?? 0)) people in a year")
    addPlan(title: "Plan", to: &sheet) { $0.plan }
    sheet.addTeam(forecast.percentiles, \.team)
    return sheet
  }
}
