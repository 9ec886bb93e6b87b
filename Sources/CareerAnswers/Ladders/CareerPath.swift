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
    [NamedTable("earnings", earningsSheet.records), NamedTable("rungs", rungSheet.records)]
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

// MARK: The sheets

extension CareerPath {
  /// What a year, or all of them, come to.
  private struct Earnings: Sendable {
    let key: String
    let title: Inline
    let range: OutcomeRange
  }

  /// A rung and when it is reached.
  private struct Arrival: Sendable {
    let name: String
    let reached: CareerForecast.Arrival
  }

  private static func pair(_ estimate: Estimate?) -> [RecordValue] {
    [.double(estimate?.value), .double(estimate?.standardError)]
  }

  private static func pair(_ key: String) -> [RecordTable.Column] {
    [RecordTable.Column(key), RecordTable.Column("\(key)_std_error")]
  }

  /// For programs the whole comes first, for people last.
  private var earningsSheet: Sheet<Earnings> {
    var sheet = Sheet(
      [
        Earnings(key: "total", title: "All years", range: forecast.total),
        Earnings(key: "discounted", title: "All years, discounted", range: forecast.discounted),
      ]
        + forecast.years.enumerated().map { index, year in
          Earnings(key: "year_\(index + 1)", title: "Year \(index + 1)", range: year)
        })
    let currency = ladder.currency
    sheet.add("earnings", .text("Earnings")) {
      .text($0.key)
    } cell: {
      $0.title
    }
    sheet.add(fields: Self.pair("expected"), .number("Expected")) {
      .money($0.range.expected, currency)
    } values: {
      Self.pair($0.range.mean)
    }
    sheet.add(.number("±")) { .number($0.range.mean.standardError ?? .nan, places: 0) }
    for (index, percent) in [10, 50, 90].enumerated() {
      sheet.add(fields: Self.pair("p\(percent)"), .number("P\(percent)")) {
        .money($0.range.percentiles[index].value, currency)
      } values: {
        Self.pair($0.range.percentiles[index])
      }
    }
    return sheet
  }

  private var earnings: Table {
    let sheet = earningsSheet
    return sheet.table(of: Array(sheet.rows[2...]) + sheet.rows[..<2])
  }

  private var rungSheet: Sheet<Arrival> {
    var sheet = Sheet(
      zip(ladder.careers.rungs, forecast.arrivals).map { Arrival(name: $0.name, reached: $1) })
    sheet.add("rung", "Rung") { .text($0.name) }
    sheet.add(fields: Self.pair("share_reaching"), .number("Reached by")) {
      .percentage($0.reached.share.value, places: 0)
    } values: {
      Self.pair($0.reached.share)
    }
    sheet.add(.number("±")) { .percentage($0.reached.share.standardError ?? .nan, places: 1) }
    sheet.add("median_months", .number("Half have reached it after")) {
      .integer($0.reached.medianMonths)
    } cell: {
      Self.years($0.reached.medianMonths.map { Double($0) })
    }
    sheet.add(fields: Self.pair("mean_months"), .number("Mean time of those")) {
      Self.years($0.reached.meanMonths?.value)
    } values: {
      Self.pair($0.reached.meanMonths)
    }
    sheet.add(fields: Self.pair("share_at_end"), .number("There at the end")) {
      .percentage($0.reached.shareAtEnd.value, places: 0)
    } values: {
      Self.pair($0.reached.shareAtEnd)
    }
    return sheet
  }

  private static func years(_ months: Double?) -> Inline {
    months.map { "\(.number($0 / 12, places: 1)) years" } ?? .missing
  }
}

// MARK: For people

extension CareerPath {
  public var document: Document {
    Document(
      title: .init(ladder.name),
      blocks: [
        .paragraph(introduction), .table(earnings), .chart(chart), .section("Rungs"),
        .table(rungSheet.table()), .section("How this was worked out"), .bullets(readings),
      ])
  }

  private func money(_ amount: Double) -> Inline { .money(amount, ladder.currency) }

  private var moneyOf: Inline {
    ladder.moneyOf.map { "money of \(.month($0))" } ?? "constant money"
  }

  private var introduction: Inline {
    let years: Inline = "\(assumptions.years) years are"
    return """
      \(years) expected to pay \(.strong(money(forecast.total.expected))) ± \
      \(.number(forecast.total.mean.standardError ?? .nan, places: 0)) in all, in \(moneyOf): \
      one career in ten less than \(money(forecast.total.p10)), one in ten more than \
      \(money(forecast.total.p90)). At \(.percentage(assumptions.discountRate)) a year over prices \
      that is worth \(money(forecast.discounted.expected)) today. \
      \(.percentage(forecast.shareLeft.value, places: 0)) have left the ladder by then.
      """
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
