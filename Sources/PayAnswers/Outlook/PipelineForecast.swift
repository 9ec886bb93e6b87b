internal import Amounts
public import Answers
internal import Calculator
public import PayPlans
public import Reporting
internal import Simulation
internal import Statistics

/// What a year pays on top of what is sold so far when some of the open deals are won.
public struct PipelineForecast: Answer {
  /// The plan, on the quota that was asked for.
  public let plan: Plan
  /// The open deals as they were read, with exact decimals.
  public let pipeline: String
  /// The seed of the draws, where there were any.
  public let seed: UInt64
  let outlook: PipelineOutlook

  init(plan: Plan, outlook: PipelineOutlook, pipeline: String, seed: UInt64) {
    self.plan = plan
    self.outlook = outlook
    self.pipeline = pipeline
    self.seed = seed
  }
}

// MARK: For programs

extension PipelineForecast {
  public var tables: [NamedTable] {
    [
      NamedTable("figures", figureSheet.records), NamedTable("deals", dealSheet.records),
      NamedTable("outcomes", outcomeSheet.records),
    ]
  }

  public var facts: [JSONValue.Member] {
    [
      .init("plan", .string(plan.name)), .init("currency", .string(plan.currency.code)),
      .init("pipeline", .string(pipeline)), .init("sales", .ratio(outlook.sales)),
      .init("quota", outlook.quota.map(JSONValue.ratio) ?? .null),
      .init("months_sold", .integer(outlook.months)),
      .init("trials", outlook.trials.map { .integer($0) } ?? .null),
      .init("seed", outlook.trials == nil ? .null : .string("\(seed)")),
    ]
  }

  /// A figure of pay, or the chance of the quota.
  private struct Figure: Sendable {
    let key: String
    let estimate: Estimate
  }

  private var figureSheet: Sheet<Figure> {
    var figures = [Figure(key: "mean", estimate: outlook.mean)]
    for (key, estimate) in zip(["p10", "p50", "p90"], outlook.percentiles) {
      figures.append(Figure(key: key, estimate: estimate))
    }
    if let chance = outlook.reachesQuota {
      figures.append(Figure(key: "reaches_quota", estimate: chance))
    }
    for (key, pay) in [("none_won", outlook.without), ("all_won", outlook.withAll)] {
      let value = pay.majorUnits.doubleValue
      figures.append(
        Figure(
          key: key,
          estimate: Estimate(
            value: value, standardError: nil, degreesOfFreedom: nil, interval: nil)))
    }
    var sheet = Sheet(figures)
    sheet.add("figure") { .text($0.key) }
    sheet.addEstimate("value", error: "std_error", nil) { $0.estimate }
    return sheet
  }

  private var dealSheet: Sheet<PipelineOutlook.Worth> {
    var sheet = Sheet(outlook.worths, caption: "The open deals")
    let currency = plan.currency
    sheet.add(
      "amount", .number("Amount in \(currency.code)"), { .ratio($0.deal.amount) },
      cell: { .plain($0.deal.amount) })
    sheet.add(
      "month", .text("Closes in"), { .integer($0.deal.month) }, cell: { .monthName($0.deal.month) })
    sheet.add("chance", "Chance", .percentage()) { .ratio($0.deal.chance) }
    sheet.addEstimate("worth", error: "std_error", "Worth to you") {
      $0.worth
    } cell: { _, worth in
      .number(worth.value, places: 0, sign: .always)
    }
    if outlook.trials != nil {
      sheet.add(.number("±")) { .number($0.worth.standardError, places: 0) }
    }
    return sheet
  }

  private var outcomeSheet: Sheet<PipelineOutlook.Outcome> {
    var sheet = Sheet(outlook.outcomes)
    sheet.add("pay") { .money($0.pay) }
    sheet.add("probability") { .double($0.share) }
    return sheet
  }
}

// MARK: For people

extension PipelineForecast {
  public var charts: [Chart] { [outlook.chart(in: plan.currency)] }

  public var document: Document {
    let (sales, count) = (Inline.plain(outlook.sales), Inline.number(outlook.worths.count))
    let introduction: Inline =
      if let quota = outlook.quota {
        "Total pay for a year on a quota of \(.plain(quota)), with \(sales) sold so far and \(count) open deals."
      } else {
        "Total pay for a year, with \(sales) sold so far and \(count) open deals."
      }
    return Document(
      title: "Pay to expect with open deals: \(plan.name)",
      blocks: [
        .paragraph(introduction),
        .paragraph(
          outlook.months < 12
            ? "What is sold so far counts in the first \(.number(outlook.months)) months of the plan year, spread like the quota; after them nothing is sold but open deals that are won."
            : "What is sold so far is spread over the plan year like the quota."),
        .table(
          Table(
            [.text("Pay"), .number(.init(plan.currency.code))],
            rows: outlook.figures(in: plan.currency))),
        .table(dealSheet.table()), .chart(outlook.chart(in: plan.currency)),
        .bullets(outlook.basis(of: plan)),
      ]
        // Open deals make the periods uneven, and how the rest is spread is said above.
        + plan.earningsAssumptions(bySales: plan.primaryMeasure?.positiveQuota == nil)
        .filter { if case .evenPeriods = $0 { false } else { true } }.blocks)
  }
}
