internal import Answers
internal import PayAnswers
internal import PayPlans
internal import Reporting
internal import Simulation
internal import Statistics

/// What the accounts of a seller do to pay: one very important account against several ranked ones.
struct PortfolioComparison: Sendable {
  /// The ways of selling, with the same expected sales; each with the model as `--selling` takes it.
  static let portfolios: [(name: Inline, selling: String)] = [
    ("one very important account", "account:mean=0.95,chance=80%,cv=0.4"),
    ("twenty ranked accounts", "ranked:accounts=20,mean=0.95,chance=60%,cv=0.6"),
  ]
  static let trials = 4_000
  static let seed: UInt64 = 1

  private let forecasts: [(name: Inline, selling: String, forecast: CashForecast)]

  /// Simulates a year of each; nil for a plan that cannot be simulated deal by deal.
  init?(_ plan: Plan) {
    var forecasts: [(name: Inline, selling: String, forecast: CashForecast)] = []
    for (name, selling) in Self.portfolios {
      guard let model = try? SellingText(selling).model,
        let forecast = try? CashForecast(
          simulating: model, [plan], trials: Self.trials, seed: Self.seed)
      else { return nil }
      forecasts.append((name, selling, forecast))
    }
    self.forecasts = forecasts
  }

  package var blocks: [Block] {
    var sheet = Sheet(
      forecasts.compactMap { one in one.forecast.plans.first.map { (name: one.name, cash: $0) } })
    sheet.add(.text("Accounts"), cell: \.name)
    sheet.add(.number("Mean")) { .number($0.cash.total.spread.mean.value, places: 0) }
    let titles: [Inline] = ["P10", "P25", "P50", "P75", "P90"]
    for (index, title) in titles.enumerated() {
      sheet.add(.number(title)) { .number($0.cash.total.percentiles[index].value, places: 0) }
    }
    sheet.add(.number("At quota")) {
      .percentage($0.cash.chances.ofQuota?.probability.value, places: 0)
    }
    return [
      .section("One very important account, or twenty ranked ones"),
      .paragraph(
        """
        Total pay for a year when the same sales are to be expected, 95% of quota, from one account that \
        closes or does not, or from twenty of which each matters less than the one before.
        """),
      .table(sheet.table()),
      .paragraph(
        """
        Deals are drawn and paid by the plan, \(.number(Self.trials)) years each from seed \
        \(Self.seed). A simulation takes other models than these with \(.parameter(.selling, "MODEL")):
        """),
      .bullets(forecasts.map { "\($0.name): \(.code($0.selling))" }),
    ]
  }
}
