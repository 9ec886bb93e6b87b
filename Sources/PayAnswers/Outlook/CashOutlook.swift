internal import Amounts
public import Answers
internal import Findings
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
  /// The files of the plans; empty where their names tell them from each other.
  private let files: [String?]
  /// What people read for each plan.
  private let labels: [String]

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
    files = plans.haveNamesakes ? plans.map { $0.place?.file } : []
    labels = plans.labels
    forecast = try CashForecast(
      simulating: model.model, plans, referenceQuota: settings.referenceQuota,
      marketDeviation: settings.market, isNewHire: isNewHire, atLeast: settings.amounts,
      trials: settings.trials ?? 10_000, seed: settings.seed, threads: settings.threads,
      drawn: settings.drawn, progress: settings.progress)
  }

  /// Simulates a shard of the same years, for another machine.
  ///
  /// - Parameters:
  ///   - shard: Which of the years.
  ///   - plans: The plans.
  ///   - model: The model of selling.
  ///   - isNewHire: Whether the year is the first of service.
  ///   - settings: How many years, and from which seed.
  /// - Returns: The years, for `PayOutlook.Settings.drawn`.
  /// - Throws: What `init` throws.
  public static func drawing(
    _ shard: Shard, _ plans: [Plan], selling model: SellingText, isNewHire: Bool = false,
    settings: PayOutlook.Settings = PayOutlook.Settings(trials: 10_000)
  ) throws -> DrawnRuns {
    try CashForecast.drawing(
      shard, simulating: model.model, plans, referenceQuota: settings.referenceQuota,
      marketDeviation: settings.market, isNewHire: isNewHire, trials: settings.trials ?? 10_000,
      seed: settings.seed, threads: settings.threads, progress: settings.progress)
  }
}

// MARK: For programs

extension CashOutlook {
  public var tables: [NamedTable] {
    let plans = forecast.plans.indices
    var tables = [
      NamedTable("lines", lineSheet(of: plans).records),
      NamedTable("months", monthSheet(of: plans).records),
      NamedTable("chances", chanceSheet(of: plans).records),
    ]
    if !forecast.differences.isEmpty {
      tables.append(NamedTable("differences", differenceSheet.records))
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

// MARK: The sheets

extension CashOutlook {
  private func addPlan<Row>(
    _ key: String = "plan", to sheet: inout Sheet<Row>, _ index: @escaping @Sendable (Row) -> Int
  ) {
    sheet.add(RecordTable.Column(key)) { .text(forecast.plans[index($0)].name) }
    guard !files.isEmpty else { return }
    sheet.add(RecordTable.Column(key == "plan" ? "file" : "\(key)_file")) {
      .text(files[index($0)])
    }
  }

  /// What is earned and paid in a year.
  private func lineSheet(of plans: Range<Int>) -> Sheet<ForecastLine> {
    var sheet = Sheet(
      plans.flatMap { index -> [ForecastLine] in
        let plan = forecast.plans[index]
        func line(
          _ kind: ForecastLine.Kind, _ title: Inline, _ line: PayForecast.Line
        ) -> ForecastLine {
          ForecastLine(plan: index, kind: kind, title: title, line: line)
        }
        return [line(.attainment, "Attainment", forecast.attainment)]
          + plan.components.map { line(.component, .init($0.name), $0) } + [
            line(.earned, "Incentive earned", plan.earned),
            line(.clawback, "Taken back", plan.clawback), line(.draw, "Draw", plan.draw),
            line(.later, "Paid after the year", plan.later),
            line(.owedDraw, "Owed on the draw", plan.owedDraw),
            line(.total, "Total paid", plan.total),
          ]
      }, caption: "Pay")
    addPlan(to: &sheet) { $0.plan }
    let currency = plans.first.map { forecast.plans[$0].currency.code }
    sheet.addLine(
      currency.map { "In \($0) a year" }, percentiles: PayForecast.standardPercentiles,
      hasError: true)
    return sheet
  }

  /// Salary and incentive paid in each month; what is owed on a draw is shown only where something is.
  private func monthSheet(
    of plans: Range<Int>
  ) -> Sheet<(plan: Int, month: CashForecast.Month)> {
    var sheet = Sheet(
      plans.flatMap { index in forecast.plans[index].months.map { (plan: index, month: $0) } },
      caption: "Salary and incentive paid")
    let hasDraw = sheet.rows.contains { $0.month.owedDraw.spread.mean.value > 0 }
    addPlan(to: &sheet) { $0.plan }
    sheet.add("month", "Month", .month) { .text("\($0.month.firstDay.yearMonth)") }
    sheet.addEstimate("mean", "Mean") {
      $0.month.paid.spread.mean
    } cell: {
      .number($1.value, places: 0)
    }
    sheet.addPercentiles(PayForecast.standardPercentiles) {
      $0.month.paid.percentiles
    } cell: {
      .number($1.value, places: 0)
    }
    sheet.add("owed_draw_mean", hasDraw ? "Owed on the draw" : nil, .number()) {
      .double($0.month.owedDraw.spread.mean.value)
    }
    sheet.add("owed_draw_p90") { .double($0.month.owedDraw.percentiles.last?.value) }
    sheet.addEstimate("owes_draw", hasDraw ? "Owes something" : nil) {
      $0.month.owesDraw
    } cell: {
      .percentage($1.value)
    }
    return sheet
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
      forecast.plans[$0.plan].onTargetEarnings
    } words: { row, amount in
      switch row.chance.question {
      case .reachesQuota: "of selling the quota"
      case .noIncentive: "of no incentive at all"
      case .earnsOnTarget: "of being paid the on-target \(.number(amount, places: 0))"
      case .earnsAtLeast: "of being paid at least \(.number(amount, places: 0))"
      }
    }
    return sheet
  }

  /// Each plan against the first one; people read sentences.
  private var differenceSheet: Sheet<PayForecast.Difference> {
    var sheet = Sheet(forecast.differences)
    addPlan(to: &sheet) { $0.plan }
    addPlan("against", to: &sheet) { _ in 0 }
    sheet.addDifference(to: nil) { $0 }
    return sheet
  }
}

// MARK: For people

extension CashOutlook {
  public var document: Document {
    var document = Document(
      title: forecast.plans.count == 1
        ? "Cash to expect of \(labels[0])" : "Cash to expect of the plans",
      blocks: [.paragraph(introduction)])
    for difference in forecast.differences {
      document.append(
        .paragraph(
          """
          \(labels[difference.plan]) pays \
          \(.number(difference.spread.mean.value, places: 0, sign: .always)) ± \
          \(.number(difference.spread.mean.standardError ?? .nan, places: 0)) against \
          \(labels[0]) on the same deals, and more in \
          \(.percentage(difference.paysMore.value)) of years.
          """))
    }
    for (index, plan) in forecast.plans.enumerated() {
      if forecast.plans.count > 1 { document.append(.section(.init(labels[index]))) }
      document.append(.table(payTable(index)))
      document.append(.table(chanceTable(index)))
      document.append(.table(monthTable(index)))
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

  /// The lines of a plan, without those that it never has.
  private func payTable(_ index: Int) -> Table {
    let sheet = lineSheet(of: index..<index + 1)
    return sheet.table(
      of: sheet.rows.filter { row in
        switch row.kind {
        case .clawback, .draw, .later, .owedDraw:
          row.line.spread.mean.value != 0 || row.line.spread.standardDeviation.value != 0
        case .attainment, .component, .incentive, .earned, .total, .kept: true
        }
      })
  }

  private func chanceTable(_ index: Int) -> Table {
    let sheet = chanceSheet(of: index..<index + 1)
    var table = sheet.table()
    table.bars = Table.Bars(of: 1, sheet.rows.map(\.chance.probability.value), full: 1)
    return table
  }

  private func monthTable(_ index: Int) -> Table {
    let sheet = monthSheet(of: index..<index + 1)
    var table = sheet.table()
    table.bars = Table.Bars(of: 1, sheet.rows.map(\.month.paid.spread.mean.value))
    return table
  }

  private func fan(_ plan: CashForecast.PlanCash, _ index: Int) -> Chart {
    Chart.fan(
      name: forecast.plans.count == 1 ? "cash-by-month" : "cash-by-month-\(index + 1)",
      title: "Cash by month, \(labels[index])", yTitle: "Salary and incentive paid",
      currency: plan.currency,
      months: plan.months.map { month in
        let values = month.paid.percentiles.map(\.value)
        return Chart.Outlook(
          month.firstDay.yearMonth, p10: values[0], p25: values[1], p50: values[2],
          p75: values[3], p90: values[4])
      })
  }
}
