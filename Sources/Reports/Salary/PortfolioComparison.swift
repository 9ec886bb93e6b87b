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
    var table = Table([
      .text("Accounts"), .number("Mean"), .number("P10"), .number("P25"), .number("P50"),
      .number("P75"), .number("P90"), .number("At quota"),
    ])
    for (name, _, forecast) in forecasts {
      guard let cash = forecast.plans.first else { continue }
      table.append(
        [name, .number(cash.total.spread.mean.value, places: 0)]
          + cash.total.percentiles.map { .number($0.value, places: 0) }
          + [.percentage(cash.chances.ofQuota?.probability.value, places: 0)])
    }
    return [
      .section("One very important account, or twenty ranked ones"),
      .paragraph(
        """
        Total pay for a year when the same sales are to be expected, 95% of quota, from one account that \
        closes or does not, or from twenty of which each matters less than the one before.
        """),
      .table(table),
      .paragraph(
        """
        Deals are drawn and paid by the plan, \(.number(Self.trials)) years each from seed \
        \(Self.seed). A simulation takes other models than these with \(.parameter(.selling, "MODEL")):
        """),
      .bullets(forecasts.map { "\($0.name): \(.code($0.selling))" }),
    ]
  }
}
