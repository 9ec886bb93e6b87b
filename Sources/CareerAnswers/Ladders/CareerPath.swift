internal import Amounts
public import Answers
internal import Findings
public import Reporting
public import Simulation
internal import Statistics

/// What a career on a ladder comes to over some years, in constant money.
public struct CareerPath: Answer {
  /// What the simulation takes for granted.
  public struct Assumptions: Hashable, Sendable {
    /// The number of years.
    public var years: Int
    /// The yearly rate, over and above prices, at which later pay counts less.
    public var discountRate: Double
    /// The number of careers.
    public var trials: Int
    /// The seed of the draws.
    public var seed: UInt64

    /// Creates assumptions; 3 % over prices is the lower rate of OMB Circular A-4 (2003).
    public init(
      years: Int = 10, discountRate: Double = 0.03, trials: Int = 20_000, seed: UInt64 = 1
    ) {
      self.years = years
      self.discountRate = discountRate
      self.trials = trials
      self.seed = seed
    }
  }

  /// The ladder.
  public let ladder: Ladder
  /// What was taken for granted.
  public let assumptions: Assumptions
  /// What the careers come to.
  public let forecast: CareerForecast

  /// Simulates careers on a ladder.
  ///
  /// - Precondition: There are years and trials, and the rate is above −1.
  /// - Complexity: O(trials × years).
  public init(_ ladder: Ladder, _ assumptions: Assumptions) {
    self.ladder = ladder
    self.assumptions = assumptions
    forecast = CareerForecast(
      ladder.careers, years: assumptions.years, discountRate: assumptions.discountRate,
      trials: assumptions.trials, seed: assumptions.seed)
  }
}

// MARK: For programs

extension CareerPath {
  public var tables: [NamedTable] {
    func pair(_ estimate: Estimate?) -> [RecordValue] {
      [.double(estimate?.value), .double(estimate?.standardError)]
    }
    var earnings = RecordTable(
      ["earnings"]
        + ["expected", "p10", "p50", "p90"].flatMap { key -> [RecordTable.Column] in
          [.init(key), .init("\(key)_std_error")]
        })
    func row(_ name: String, _ range: OutcomeRange) {
      earnings.append([.text(name)] + ([range.mean] + range.percentiles).flatMap(pair))
    }
    row("total", forecast.total)
    row("discounted", forecast.discounted)
    for (index, year) in forecast.years.enumerated() { row("year_\(index + 1)", year) }
    var rungs = RecordTable([
      "rung", "share_reaching", "share_reaching_std_error", "median_months", "mean_months",
      "mean_months_std_error", "share_at_end", "share_at_end_std_error",
    ])
    for (rung, arrival) in zip(ladder.careers.rungs, forecast.arrivals) {
      rungs.append(
        [.text(rung.name)] + pair(arrival.share) + [.integer(arrival.medianMonths)]
          + pair(arrival.meanMonths) + pair(arrival.shareAtEnd))
    }
    return [NamedTable("earnings", earnings), NamedTable("rungs", rungs)]
  }

  public var facts: [JSONValue.Member] {
    [
      .init("ladder", .string(ladder.name)), .init("currency", .string(ladder.currency.code)),
      .init("money_of", ladder.moneyOf.map { .string("\($0)") } ?? .null),
      .init("years", .integer(assumptions.years)),
      .init("discount_rate", .double(assumptions.discountRate)),
      .init("trials", .integer(assumptions.trials)),
      .init("seed", .string("\(assumptions.seed)")),
      .init("share_left", .double(forecast.shareLeft.value)),
      .init("share_left_std_error", .double(forecast.shareLeft.standardError ?? .nan)),
    ]
  }
}

// MARK: For people

extension CareerPath {
  public var document: Document {
    Document(
      title: .init(ladder.name),
      blocks: [
        .paragraph(introduction), .table(earnings), .chart(chart), .section("Rungs"),
        .table(rungs), .section("How this was worked out"), .bullets(readings),
      ])
  }

  private func money(_ amount: Double) -> Inline { .money(amount, ladder.currency) }

  private var moneyOf: Inline {
    ladder.moneyOf.map { "money of \(.month($0))" } ?? "constant money"
  }

  private var introduction: Inline {
    let years: Inline =
      assumptions.years == 1 ? "1 year is" : "\(assumptions.years) years are"
    return """
      \(years) expected to pay \(.strong(money(forecast.total.expected))) ± \
      \(.number(forecast.total.mean.standardError ?? .nan, places: 0)) in all, in \(moneyOf): \
      one career in ten less than \(money(forecast.total.p10)), one in ten more than \
      \(money(forecast.total.p90)). At \(.percentage(assumptions.discountRate)) a year over prices \
      that is worth \(money(forecast.discounted.expected)) today. \
      \(.percentage(forecast.shareLeft.value, places: 0)) have left the ladder by then.
      """
  }

  private var earnings: Table {
    var table = Table(
      [
        .text("Earnings"), .number("Expected"), .number("±"), .number("P10"), .number("P50"),
        .number("P90"),
      ])
    func row(_ title: Inline, _ range: OutcomeRange) {
      table.append(
        [title, money(range.expected), .number(range.mean.standardError ?? .nan, places: 0)]
          + range.percentiles.map { money($0.value) })
    }
    for (index, year) in forecast.years.enumerated() { row("Year \(index + 1)", year) }
    row("All years", forecast.total)
    row("All years, discounted", forecast.discounted)
    return table
  }

  private var rungs: Table {
    var table = Table([
      .text("Rung"), .number("Reached by"), .number("±"), .number("Half have reached it after"),
      .number("Mean time of those"), .number("There at the end"),
    ])
    for (rung, arrival) in zip(ladder.careers.rungs, forecast.arrivals) {
      table.append([
        .init(rung.name), .percentage(arrival.share.value, places: 0),
        .percentage(arrival.share.standardError ?? .nan, places: 1),
        years(arrival.medianMonths.map { Double($0) }), years(arrival.meanMonths?.value),
        .percentage(arrival.shareAtEnd.value, places: 0),
      ])
    }
    return table
  }

  private func years(_ months: Double?) -> Inline {
    months.map { "\(.number($0 / 12, places: 1)) years" } ?? .missing
  }

  private var chart: Chart {
    let series: [(Inline, (OutcomeRange) -> Double)] = [
      ("P90", \.p90), ("Median", \.p50), ("P10", \.p10),
    ]
    return .trend(
      name: "career", title: "Earnings by year of the career", xTitle: "Year", xUnit: .number,
      yTitle: "Earnings in \(moneyOf)", unit: .money(ladder.currency),
      series: series.map { name, value in
        Chart.Series(
          name,
          forecast.years.enumerated().map { Mark.Point(Double($0.offset + 1), value($0.element)) })
      })
  }

  private var readings: [Inline] {
    let rungs = zip(ladder.careers.rungs, ladder.models).map { rung, model -> Inline in
      "\(rung.name): attainment by \(model)."
    }
    return rungs + [
      """
      \(.number(assumptions.trials)) careers from seed \(assumptions.seed), month by month. \
      Attainment is drawn once for each year on a rung; promotion and leaving are chances that do \
      not depend on it.
      """,
      """
      ± is one Monte Carlo standard error; those of the other figures are in the answer for \
      programs (\(.parameter(.format, "json"))).
      """,
      """
      Who leaves earns \(money(ladder.careers.payElsewhere)) a year from then on and does not come \
      back.
      """,
      "All amounts are in \(moneyOf), before tax; raises with prices are therefore none.",
    ]
  }
}
