import Amounts
import Findings
import PayPlans
import Statistics
import Testing

@testable import Simulation

@Suite("Simulated deals and the cash for them")
struct CashTests {
  static let flat = """
    plan: Flat
    currency: USD
    base: 48000
    variable: 50000
    measures: {bookings: {quota: 500000}}
    components:
      - {commission: Sales, measure: bookings, period: year, pay: 1x}
    """

  private func forecast(
    _ yaml: String, _ selling: String, trials: Int = 400, isNewHire: Bool = false,
    threads: Int? = 2, market: Double = 0
  ) throws -> CashForecast {
    try CashForecast(
      simulating: SellingText(selling).model, [try plan(yaml)], marketDeviation: market,
      isNewHire: isNewHire, trials: trials, seed: 1, threads: threads)
  }

  @Test("A flat rate earns its share of sales, and the months pay the year")
  func flat() throws {
    let cash = try forecast(Self.flat, "ranked:accounts=20,mean=0.95,chance=60%,cv=0.5")
    let plan = cash.plans[0]
    #expect(
      abs(plan.earned.spread.mean.value - 50_000 * cash.attainment.spread.mean.value) < 0.1)
    let paid = plan.months.reduce(0) { $0 + $1.paid.spread.mean.value }
    #expect(abs(paid - plan.total.spread.mean.value) < 1e-6)
    #expect(plan.months.count == 12)
    #expect(plan.later.spread.mean.value == 0)
  }

  @Test(
    "Models bring the sales that they expect",
    arguments: [
      "account:mean=0.95,chance=80%,cv=0.4", "ranked:accounts=20,mean=0.95,chance=60%,decay=1",
      "deals:opportunities=60,win=25%,mean=0.95,cv=0.9,season=quarter-end",
    ])
  func expected(selling: String) throws {
    let attainment = try forecast(Self.flat, selling).attainment.spread.mean
    #expect(abs(attainment.value - 0.95) <= 4 * (attainment.standardError ?? 0))
  }

  // Sums of independent deals: the variance of a portfolio is known in closed form.
  @Test("One account varies as it should, and more than twenty with the same expectation")
  func concentration() throws {
    let one = try forecast(Self.flat, "account:mean=0.95,chance=80%,cv=0.4")
    // E[X²] = chance · size² (1 + cv²), with size = mean ÷ chance.
    let second = 0.95 * 0.95 / 0.8 * (1 + 0.16)
    let deviation = one.attainment.spread.standardDeviation
    #expect(
      abs(deviation.value - (second - 0.95 * 0.95).squareRoot())
        <= 4 * (deviation.standardError ?? 0))
    let nothing = one.plans[0].chances[1].probability
    #expect(abs(nothing.value - 0.2) <= 4 * (nothing.standardError ?? 0))
    let twenty = try forecast(Self.flat, "ranked:accounts=20,mean=0.95,chance=80%,cv=0.4")
    #expect(twenty.attainment.spread.standardDeviation.value < deviation.value / 1.5)
  }

  @Test("The engine pays a simulated year as it pays those deals")
  func engine() throws {
    let plan = try plan(SamplePlans.retroactive)
    let model = try SellingText("deals:opportunities=30,win=50%,mean=1,cv=0.8").model
    let years = SimulatedYears(
      plans: [plan], model: model, referenceQuota: 400_000, market: nil, isNewHire: false, seed: 5,
      trials: 3)
    let batch = try years.piece(0)
    for trial in 0..<3 {
      var generator = Xoshiro256PlusPlus(seed: 5, stream: trial)
      let start = try #require(CalendarDate(iso: "2021-01-01"))
      let deals = model.deals(using: &generator).enumerated().map { number, deal in
        Deal(
          "\(number)", rep: "x", closeDate: start.advanced(by: deal.day),
          amount: (try? Ratio(Int128((deal.amount * 400_000 * 100).rounded()), over: 100)) ?? 0)
      }
      let statement = try #require(plan.statements(for: Deals(deals)).statements.first)
      #expect(batch.years[0][trial].total == statement.total.majorUnits.doubleValue)
    }
  }

  @Test("Every figure is the same on 1 and on 64 threads")
  func threads() throws {
    let selling = "deals:opportunities=20,win=50%,mean=1,cv=0.8,cancel=20%"
    let one = try forecast(SamplePlans.drawn, selling, trials: 200, threads: 1)
    let many = try forecast(SamplePlans.drawn, selling, trials: 200, threads: 64)
    #expect(one.attainment.spread == many.attainment.spread)
    #expect(one.plans[0].total.percentiles == many.plans[0].total.percentiles)
  }

  @Test("A recoverable draw is owed in bad months, and cancelled deals give back")
  func draw() throws {
    let yaml =
      CashTests.flat + """

        draw: {kind: recoverable, amount: 3000, per: month}
        clawback: {within: 6 months}
        """
    let cash = try forecast(
      yaml, "deals:opportunities=20,win=50%,mean=0.9,cv=0.8,cancel=30%,season=last-quarter")
    let plan = cash.plans[0]
    #expect(plan.months[0].owesDraw.value > 0.3)
    #expect(plan.clawback.spread.mean.value < 0)
    for month in plan.months {
      #expect(month.paid.percentiles[0].value >= 7000 - 1e-6)
    }
  }

  @Test("A market factor widens the year")
  func market() throws {
    let selling = "ranked:accounts=50,mean=1,chance=100%,cv=0.2,decay=0"
    let calm = try forecast(Self.flat, selling).attainment.spread.standardDeviation.value
    let moved = try forecast(Self.flat, selling, market: 0.3).attainment.spread
    #expect(calm < 0.06)
    // Var(MX) = (1 + v²)(1 + c²) − 1 for independent factors with mean 1.
    let exact = ((1 + 0.09) * (1 + 0.2 * 0.2 / 50) - 1).squareRoot()
    let deviation = moved.standardDeviation
    #expect(abs(deviation.value - exact) <= 4 * (deviation.standardError ?? 0))
  }

  @Test(
    "What cannot be simulated says why",
    arguments: [
      ("ranked:accounts=0,mean=1,chance=50%", "0 accounts"),
      ("ranked:accounts=2.5,mean=1,chance=50%", "not a whole number"),
      ("account:mean=1,chance=150%", "a chance of 1.5"),
      ("account:mean=0,chance=50%", "not above 0"),
      ("deals:opportunities=10,mean=1,win=0", "a win rate of 0"),
      ("deals:opportunities=10,mean=1,season=1:2:3", "twelve weights"),
      ("deals:opportunities=10", "mean is missing"), ("acount:mean=1", "no model of selling"),
    ])
  func failures(text: String, message: String) throws {
    let failure = #expect(throws: ModelFailure.self) { try SellingText(text) }
    #expect(failure?.description.contains(message) == true, "\(String(describing: failure))")
  }

  @Test("A plan that looks at columns of deals is refused by name")
  func columns() throws {
    let filtered = Self.flat.replacing(
      "{quota: 500000}", with: "{quota: 500000, where: {product: Gold}}")
    let failure = #expect(throws: ModelFailure.self) {
      try forecast(filtered, "account:mean=1,chance=50%")
    }
    #expect(failure?.message.plainText.contains("\"product\"") == true)
  }
}
