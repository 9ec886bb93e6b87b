internal import Amounts
public import Answers
public import PayPlans
public import Reporting
public import Simulation
internal import Statistics

/// What plans earn and pay, month by month, on simulated deals.
public struct CashOutlook: Answer {
  /// The model of selling as it was written.
  public let model: SellingText
  /// The figures.
  public let forecast: CashForecast
  /// The standard deviation of the factor on all deals of a year.
  public let market: Double
  /// Whether the year is the first of service.
  public let isNewHire: Bool

  /// Simulates deals and pays them.
  ///
  /// - Throws: `ModelFailure` for a model, numbers or plans that cannot be simulated,
  ///   `InputFailure` for deals that the engine refuses.
  public init(
    _ plans: [Plan], selling model: SellingText, isNewHire: Bool = false,
    settings: PayOutlook.Settings = PayOutlook.Settings(trials: 10_000)
  ) throws {
    self.model = model
    self.market = settings.market
    self.isNewHire = isNewHire
    forecast = try CashForecast(
      simulating: model.model, plans, referenceQuota: settings.referenceQuota,
      marketDeviation: settings.market, isNewHire: isNewHire, atLeast: settings.amounts,
      trials: settings.trials ?? 10_000, seed: settings.seed, threads: settings.threads,
      progress: settings.progress)
  }

  /// The lines of a plan with what people and programs call them.
  private func lines(
    _ plan: CashForecast.PlanCash
  ) -> [(line: PayForecast.Line, title: Inline, kind: String)] {
    plan.components.map { ($0, Inline($0.name), "component") } + [
      (plan.earned, "Incentive earned", "earned"), (plan.clawback, "Taken back", "clawback"),
      (plan.draw, "Draw", "draw"), (plan.later, "Paid after the year", "later"),
      (plan.owedDraw, "Owed on the draw", "owed_draw"), (plan.total, "Total paid", "total"),
    ]
  }
}

// MARK: For programs

extension CashOutlook {
  public var tables: [NamedTable] {
    let keys = PayForecast.standardPercentiles.map { "p\(Int(($0 * 100).rounded()))" }
    let percentiles = keys.flatMap { key -> [RecordTable.Column] in
      [.init(key), .init("\(key)_std_error")]
    }
    var lines = RecordTable(
      ["plan", "line", "kind", "mean", "mean_std_error", "sd", "sd_std_error"] + percentiles)
    var months = RecordTable(
      ["plan", "month", "mean", "mean_std_error"] + percentiles + [
        "owed_draw_mean", "owed_draw_p90", "owes_draw", "owes_draw_std_error",
      ])
    var chances = RecordTable(["plan", "question", "amount", "probability", "std_error"])
    func pair(_ estimate: Estimate) -> [RecordValue] {
      [.double(estimate.value), .double(estimate.standardError)]
    }
    for plan in forecast.plans {
      for (line, _, kind) in [(forecast.attainment, "Attainment", "attainment")] + self.lines(plan)
      {
        lines.append(
          [.text(plan.name), .text(line.name), .text(kind)] + pair(line.spread.mean)
            + pair(line.spread.standardDeviation) + line.percentiles.flatMap(pair))
      }
      for month in plan.months {
        months.append(
          [.text(plan.name), .text("\(month.firstDay.yearMonth)")] + pair(month.paid.spread.mean)
            + month.paid.percentiles.flatMap(pair) + [
              .double(month.owedDraw.spread.mean.value),
              .double(month.owedDraw.percentiles.last?.value),
            ] + pair(month.owesDraw))
      }
      for chance in plan.chances {
        let (question, amount) = PayOutlook.key(chance.question, plan.onTargetEarnings)
        chances.append(
          [.text(plan.name), .text(question), .double(amount)] + pair(chance.probability))
      }
    }
    var tables = [
      NamedTable("lines", lines), NamedTable("months", months), NamedTable("chances", chances),
    ]
    if !forecast.differences.isEmpty {
      var differences = RecordTable([
        "plan", "against", "mean_difference", "std_error", "sd", "pays_more",
        "pays_more_std_error",
      ])
      for difference in forecast.differences {
        differences.append(
          [.text(forecast.plans[difference.plan].name), .text(forecast.plans[0].name)]
            + pair(difference.spread.mean)
            + [.double(difference.spread.standardDeviation.value)] + pair(difference.paysMore))
      }
      tables.append(NamedTable("differences", differences))
    }
    return tables
  }

  public var facts: [JSONValue.Member] {
    [
      .init("selling", .string(model.text)), .init("model_description", .string(model.model.label)),
      .init("reference_quota", .ratio(forecast.referenceQuota)),
      .init("market_sd", .double(market)), .init("new_hire", .bool(isNewHire)),
      .init("trials", .integer(forecast.trials)), .init("seed", .string("\(forecast.seed)")),
    ]
  }
}

// MARK: For people

extension CashOutlook {
  public var document: Document {
    var document = Document(
      title: forecast.plans.count == 1
        ? "Cash to expect of \(forecast.plans[0].name)" : "Cash to expect of the plans",
      blocks: [.paragraph(introduction)])
    for difference in forecast.differences {
      document.append(
        .paragraph(
          """
          \(forecast.plans[difference.plan].name) pays \
          \(.number(difference.spread.mean.value, places: 0, sign: .always)) ± \
          \(.number(difference.spread.mean.standardError ?? .nan, places: 0)) against \
          \(forecast.plans[0].name) on the same deals, and more in \
          \(.percentage(difference.paysMore.value)) of years.
          """))
    }
    for (index, plan) in forecast.plans.enumerated() {
      if forecast.plans.count > 1 { document.append(.section(.init(plan.name))) }
      document.append(.table(payTable(plan)))
      document.append(.table(chanceTable(plan)))
      document.append(.table(monthTable(plan)))
      if plan.months.count == 12 { document.append(.chart(fan(plan, index))) }
    }
    return document
  }

  private var introduction: Inline {
    var text: Inline =
      """
      Selling: \(.description(of: model.model)), of a quota of \
      \(.number(forecast.referenceQuota, places: 0)). From \(.number(forecast.trials)) \
      simulated years of deals, each paid as real deals are, seed \(forecast.seed); ± is one Monte \
      Carlo standard error.
      """
    if market > 0 {
      text +=
        " A market factor with a standard deviation of \(.percentage(market)) moves all deals of a year."
    }
    if isNewHire { text += " The year is the first of service." }
    return text
  }

  private func payTable(_ plan: CashForecast.PlanCash) -> Table {
    var table = Table(
      [.text("In \(plan.currency.code) a year"), .number("Mean"), .number("±"), .number("SD")]
        + PayForecast.standardPercentiles.map { .number("P\(Int(($0 * 100).rounded()))") },
      caption: "Pay")
    func append(_ title: Inline, _ line: PayForecast.Line, _ write: (Double) -> Inline) {
      table.append(
        [
          title, write(line.spread.mean.value),
          write(line.spread.mean.standardError ?? .nan),
          write(line.spread.standardDeviation.value),
        ] + line.percentiles.map { write($0.value) })
    }
    append("Attainment", forecast.attainment) { .percentage($0) }
    for (line, title, kind) in lines(plan) {
      let isAlwaysZero =
        line.spread.mean.value == 0 && line.spread.standardDeviation.value == 0
      if isAlwaysZero, ["clawback", "draw", "later", "owed_draw"].contains(kind) { continue }
      append(title, line) { .number($0, places: 0) }
    }
    return table
  }

  private func chanceTable(_ plan: CashForecast.PlanCash) -> Table {
    var table = Table([.text("Chance"), .number("Of"), .number("±")], caption: "Chances")
    for chance in plan.chances {
      let (_, amount) = PayOutlook.key(chance.question, plan.onTargetEarnings)
      let words: Inline =
        switch chance.question {
        case .reachesQuota: "of selling the quota"
        case .noIncentive: "of no incentive at all"
        case .earnsOnTarget:
          "of being paid the on-target \(.number(amount ?? .nan, places: 0))"
        case .earnsAtLeast: "of being paid at least \(.number(amount ?? .nan, places: 0))"
        }
      table.append([
        words, .percentage(chance.probability.value),
        .percentage(chance.probability.standardError ?? .nan, places: 2),
      ])
    }
    table.bars = Table.Bars(of: 1, plan.chances.map(\.probability.value), full: 1)
    return table
  }

  private func monthTable(_ plan: CashForecast.PlanCash) -> Table {
    let hasDraw = plan.months.contains { $0.owedDraw.spread.mean.value > 0 }
    var table = Table(
      [.text("Month"), .number("Mean")]
        + PayForecast.standardPercentiles.map { .number("P\(Int(($0 * 100).rounded()))") }
        + (hasDraw ? [.number("Owed on the draw"), .number("Owes something")] : []),
      caption: "Salary and incentive paid")
    for month in plan.months {
      func money(_ value: Double) -> Inline { .number(value, places: 0) }
      table.append(
        [.numericMonth(month.firstDay.yearMonth), money(month.paid.spread.mean.value)]
          + month.paid.percentiles.map { money($0.value) }
          + (hasDraw
            ? [
              money(month.owedDraw.spread.mean.value),
              .percentage(month.owesDraw.value),
            ] : []))
    }
    table.bars = Table.Bars(of: 1, plan.months.map(\.paid.spread.mean.value))
    return table
  }

  private func fan(_ plan: CashForecast.PlanCash, _ index: Int) -> Chart {
    Chart.fan(
      name: forecast.plans.count == 1 ? "cash-by-month" : "cash-by-month-\(index + 1)",
      title: "Cash by month, \(plan.name)", yTitle: "Salary and incentive paid",
      currency: plan.currency,
      months: plan.months.map { month in
        let values = month.paid.percentiles.map(\.value)
        return Chart.Outlook(
          month.firstDay.yearMonth, p10: values[0], p25: values[1], p50: values[2],
          p75: values[3], p90: values[4])
      })
  }
}
