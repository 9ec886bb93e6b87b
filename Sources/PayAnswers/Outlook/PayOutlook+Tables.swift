internal import Amounts
public import Answers
public import Reporting
internal import Simulation
internal import Statistics

extension PayOutlook {
  public var tables: [NamedTable] {
    var tables = [
      NamedTable("lines", lineTable), NamedTable("chances", chanceTable),
      NamedTable("plans", planTable),
    ]
    if !forecast.differences.isEmpty {
      tables.append(NamedTable("differences", differenceTable))
    }
    if !teams.isEmpty { tables.append(NamedTable("teams", teamTable)) }
    if !jumpTable.records.isEmpty { tables.append(NamedTable("jumps", jumpTable)) }
    if !sensitivities.isEmpty { tables.append(NamedTable("sensitivity", sensitivityTable)) }
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

  private var percentileColumns: [RecordTable.Column] {
    forecast.percentiles.flatMap { p -> [RecordTable.Column] in
      let key = "p\(Int((p * 100).rounded()))"
      return [.init(key), .init("\(key)_std_error")]
    }
  }

  private static func pair(_ estimate: Estimate) -> [RecordValue] {
    [.double(estimate.value), .double(estimate.standardError)]
  }

  private func plan(_ index: Int) -> [RecordValue] {
    let plan = forecast.plans[index].plan
    return [.text(plan.name), .ratio(plan.quota)]
  }

  private var lineTable: RecordTable {
    var table = RecordTable(
      ["plan", "quota", "line", "kind", "mean", "mean_std_error", "sd", "sd_std_error"]
        + percentileColumns)
    for (index, forecast) in forecast.plans.enumerated() {
      let lines =
        [(forecast.attainment, "attainment")] + forecast.parts.map { ($0, "component") } + [
          (forecast.incentive, "incentive"), (forecast.owed, "owed_draw"),
          (forecast.paid, "total"), (forecast.kept, "kept"),
        ]
      for (line, kind) in lines {
        table.append(
          plan(index) + [.text(line.name), .text(kind)] + Self.pair(line.spread.mean)
            + Self.pair(line.spread.standardDeviation) + line.percentiles.flatMap(Self.pair))
      }
    }
    return table
  }

  /// The percentiles that lie on a jump of the plan.
  private var jumpTable: RecordTable {
    var table = RecordTable(["plan", "quota", "line", "percentile", "attainment", "below", "above"])
    for (index, forecast) in forecast.plans.enumerated() {
      for line in forecast.parts + [forecast.incentive, forecast.paid, forecast.kept] {
        for jump in line.jumps {
          table.append(
            plan(index) + [
              .text(line.name), .double(jump.percentile), .double(jump.attainment),
              .double(jump.below), .double(jump.above),
            ])
        }
      }
    }
    return table
  }

  private var chanceTable: RecordTable {
    var table = RecordTable(["plan", "quota", "question", "amount", "probability", "std_error"])
    for (index, forecast) in forecast.plans.enumerated() {
      for chance in forecast.chances {
        let (question, amount) = Self.key(chance.question, forecast.plan.onTargetEarnings)
        table.append(
          plan(index) + [.text(question), .double(amount)] + Self.pair(chance.probability))
      }
    }
    return table
  }

  /// The name of a question for programs, and the amount that it is about.
  static func key(_ question: PayQuestion, _ onTarget: Double?) -> (String, Double?) {
    switch question {
    case .reachesQuota: ("reaches_quota", nil)
    case .noIncentive: ("no_incentive", nil)
    case .earnsOnTarget: ("earns_on_target", onTarget)
    case .earnsAtLeast(let amount): ("earns_at_least", amount)
    }
  }

  private var planTable: RecordTable {
    var table = RecordTable([
      "plan", "quota", "currency", "reference_quota", "on_target_earnings", "expected_pay",
      "expected_over_on_target", "target_incentive", "incentive_at_p90_attainment", "leverage",
      "upside",
    ])
    for (index, forecast) in forecast.plans.enumerated() {
      table.append(
        plan(index) + [
          .text(forecast.plan.currency.code), .ratio(forecast.plan.referenceQuota),
          .double(forecast.plan.onTargetEarnings), .double(forecast.kept.spread.mean.value),
          .double(forecast.credibility), .double(forecast.targetIncentive),
          .double(forecast.incentiveAtP90), .double(forecast.leverage), .double(forecast.upside),
        ])
    }
    return table
  }

  private var differenceTable: RecordTable {
    var table = RecordTable([
      "plan", "quota", "against", "against_quota", "mean_difference", "std_error", "sd",
      "pays_more", "pays_more_std_error",
    ])
    for difference in forecast.differences {
      table.append(
        plan(difference.plan) + plan(0) + Self.pair(difference.spread.mean)
          + [.double(difference.spread.standardDeviation.value)] + Self.pair(difference.paysMore))
    }
    return table
  }

  private var teamTable: RecordTable {
    var table = RecordTable(
      [
        "plan", "quota", "reps", "market_sd", "years", "cost_mean", "cost_mean_std_error",
        "cost_sd", "cost_sd_std_error",
      ] + percentileColumns.map { .init("cost_\($0.key)") } + [
        "sales_mean", "sales_mean_std_error", "cost_of_sales", "goal", "quota_coverage",
        "reaches_goal", "reaches_goal_std_error",
      ])
    for (index, team) in teams.enumerated() {
      table.append(
        plan(index) + [.integer(team.reps), .double(team.marketDeviation), .integer(team.trials)]
          + Self.pair(team.cost.mean) + Self.pair(team.cost.standardDeviation)
          + team.costPercentiles.flatMap(Self.pair) + [
            .double(team.sales?.mean.value), .double(team.sales?.mean.standardError),
            .double(team.costOfSales), .double(team.goal), .double(team.quotaCoverage),
            .double(team.reachesGoal?.value), .double(team.reachesGoal?.standardError),
          ])
    }
    return table
  }

  private var sensitivityTable: RecordTable {
    var table = RecordTable([
      "plan", "quota", "term", "value", "change", "pay_when_larger", "pay_when_smaller",
    ])
    for (index, sensitivity) in sensitivities.enumerated() {
      for effect in sensitivity.effects {
        table.append(
          plan(index) + [
            .text(effect.lever.words(in: scenarios[index].plan).plainText), .ratio(effect.value),
            .ratio(sensitivity.change), .double(effect.whenLarger), .double(effect.whenSmaller),
          ])
      }
    }
    return table
  }
}
