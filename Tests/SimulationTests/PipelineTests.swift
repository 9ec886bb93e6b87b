import Amounts
import PayPlans
import Statistics
import TestSupport
import Testing

@testable import Simulation

@Suite("Open deals")
struct PipelineTests {
  static let flatRate = """
    plan: Flat
    currency: USD
    base: 50000
    measures: {bookings: {quota: 400000}}
    components: [{commission: Sales, measure: bookings, period: year, pay: 10%}]
    """

  private func outlook(
    _ yaml: String, _ pipeline: String, sales: Ratio, inFirst months: Int = 12
  ) throws -> PipelineOutlook {
    try PipelineOutlook(DealPipeline(pipeline), on: plan(yaml), sales: sales, inFirst: months)
  }

  // By hand: 50,000 + 10 % × (200,000 + 60 % × 100,000 + 25 % × 40,000); a deal is worth 10 % of it.
  @Test("A flat rate pays its share of what is expected, and of each deal")
  func flat() throws {
    let outlook = try outlook(Self.flatRate, "100k@9:60%,40k@10:25%", sales: 200_000)
    #expect(abs(outlook.mean.value - 77_000) < 1e-6)
    #expect(outlook.mean.standardError == nil && outlook.trials == nil)
    #expect(outlook.worths.map { ($0.worth.value * 1e6).rounded() / 1e6 } == [10_000, 4_000])
    #expect(outlook.without.minorUnits == 7_000_000 && outlook.withAll.minorUnits == 8_400_000)
    // Nothing .30, the small one .10, the large one .45, both .15.
    #expect(outlook.outcomes.map { ($0.share * 1e9).rounded() / 1e9 } == [0.3, 0.1, 0.45, 0.15])
    #expect(outlook.percentiles.map(\.value) == [70_000, 80_000, 84_000])
    #expect(outlook.reachesQuota?.value == 0)
  }

  // By hand: 50,000 + 10 % × 180,000; that some of it is sold for several years nobody has said.
  @Test("What is sold so far is of the first measure alone, as where nothing is open")
  func otherMeasures() throws {
    let yaml = """
      plan: Kicker
      currency: USD
      base: 50000
      measures:
        bookings: {quota: 400000}
        multi-year: {multiply: {term: [{to: 24, times: 0}, {times: 1}]}}
      components:
        - {commission: Sales, measure: bookings, period: year, pay: 10%}
        - {commission: Kicker, measure: multi-year, period: deal, pay: 2%, target: 0}
      """
    for months in [1, 6, 12] {
      let outlook = try outlook(yaml, "10k@12:50%", sales: 180_000, inFirst: months)
      #expect(outlook.without.fixedPoint == "68000.00")
      #expect(outlook.withAll.fixedPoint == "69000.00")
    }
    let plan = try plan(yaml)
    #expect(try plan.earnings(sales: 180_000) == plan.earnings(sales: 180_000, quota: 400_000))
    #expect(plan.earningsAssumptions(bySales: false).contains(.withoutSales(["multi-year"])))
  }

  // By hand: 300,000 sold, so that both are needed for the quota of 400,000.
  @Test("The chance of the quota is that of the outcomes that reach it")
  func quota() throws {
    let outlook = try outlook(Self.flatRate, "60k@9:50%,40k@9:50%,1@9:100%", sales: 300_000)
    #expect(abs((outlook.reachesQuota?.value ?? 0) - 0.25) < 1e-12)
    let sure = try self.outlook(Self.flatRate, "100k@9:100%", sales: 300_000)
    #expect(sure.reachesQuota?.value == 1)
    #expect(sure.mean.value == 90_000 && sure.worths[0].worth.value == 10_000)
  }

  @Test("Deals that are alike are counted together, which changes nothing")
  func alike() throws {
    let alike = try outlook(
      SamplePlans.accelerator, "90k@9:40%,90k@9:40%,90k@9:40%,50k@11:70%", sales: 520_000)
    // A thousandth of a cent keeps them apart, and is below what is paid.
    let apart = try outlook(
      SamplePlans.accelerator,
      "90000@9:40%,90000.00001@9:40%,90000.00002@9:40%,50k@11:70%", sales: 520_000)
    #expect(abs(alike.mean.value - apart.mean.value) < 1e-6)
    #expect(
      zip(alike.worths, apart.worths).allSatisfy { abs($0.worth.value - $1.worth.value) < 1e-6 })
    #expect(alike.percentiles.map(\.value) == apart.percentiles.map(\.value))
  }

  /// Sums over all subsets, one bit for each deal, against what the outlook counts by kinds.
  @Test("Expected pay and worth are sums over all subsets", arguments: SamplePlans.all)
  func subsets(yaml: String) throws {
    let plan = try plan(yaml)
    var random = FreshSeed.generator(77)
    for _ in 0..<3 {
      let sales = Ratio(Int.random(in: 0...600_000, using: &random))
      let months = Int.random(in: 1...12, using: &random)
      let deals = try (0..<5).map { _ in
        DealPipeline.OpenDeal(
          amount: Ratio(Int.random(in: 1...9, using: &random) * 20_000),
          month: Int.random(in: 1...12, using: &random),
          chance: try Ratio(Int128(Int.random(in: 0...4, using: &random)), over: 4))
      }
      let outlook = try PipelineOutlook(
        DealPipeline(deals), on: plan, sales: sales, inFirst: months)
      var mean = 0.0
      var (won, lost) = (Array(repeating: 0.0, count: 5), Array(repeating: 0.0, count: 5))
      for subset in 0..<32 {
        let added = deals.indices.filter { subset >> $0 & 1 == 1 }
          .map { AddedSale(month: deals[$0].month - 1, credit: deals[$0].amount) }
        let pay = try plan.earnings(sales: sales, inFirst: months, adding: added)
          .kept.majorUnits.doubleValue
        func share(without index: Int?) -> Double {
          deals.indices.filter { $0 != index }.reduce(1) {
            let chance = deals[$1].chance.doubleValue
            return $0 * (subset >> $1 & 1 == 1 ? chance : 1 - chance)
          }
        }
        mean += share(without: nil) * pay
        for index in deals.indices {
          if subset >> index & 1 == 1 {
            won[index] += share(without: index) * pay
          } else {
            lost[index] += share(without: index) * pay
          }
        }
      }
      let place: Comment = "ONTARGET_TEST_SEED=\(FreshSeed.value)\n\(yaml)\(deals)"
      #expect(abs(outlook.mean.value - mean) < 1e-6, place)
      for index in deals.indices {
        #expect(
          abs(outlook.worths[index].worth.value - (won[index] - lost[index])) < 1e-6, place)
      }
    }
  }

  /// The pay of real deals: what is sold so far as one deal at the end of each of its months.
  @Test(
    "An outcome pays what the statement of such deals pays",
    arguments: [
      SamplePlans.accelerator, SamplePlans.retroactive, SamplePlans.drawn, PipelineTests.flatRate,
    ])
  func statements(yaml: String) throws {
    var plan = try plan(yaml)
    plan.yearStarts = CalendarDate(year: 2021, month: 1, day: 1)
    let start = try #require(plan.yearStarts)
    let measure = try #require(plan.primaryMeasure)
    var random = FreshSeed.generator(78)
    for _ in 0..<40 {
      let sales = Ratio(Int.random(in: 0...700_000, using: &random))
      let months = Int.random(in: 1...12, using: &random)
      let added = (0..<Int.random(in: 0...4, using: &random)).map { _ in
        AddedSale(
          month: Int.random(in: 0..<12, using: &random),
          credit: Ratio(Int.random(in: 1...300_000, using: &random)))
      }
      var rows: [Deal] = []
      func add(_ month: Int, _ amount: Ratio) {
        rows.append(
          Deal(
            "\(rows.count)", rep: "a",
            closeDate: start.addingMonths(month + 1).advanced(by: -1), amount: amount))
      }
      let whole = try measure.share(of: 0..<months)
      for month in 0..<months {
        add(month, try sales * measure.share(of: month..<month + 1) / whole)
      }
      for sale in added { add(sale.month, sale.credit) }
      let run = try plan.statements(for: Deals(rows), roster: Roster([Rep("a")]))
      let statement = try #require(run.statements.first)
      let paid = try plan.earnings(sales: sales, inFirst: months, adding: added)
      let place: Comment = "ONTARGET_TEST_SEED=\(FreshSeed.value) \(sales) \(months) \(added)"
      #expect(paid.incentive == statement.earned, place)
      #expect(
        paid.kept.minorUnits == statement.total.minorUnits - statement.owedDraw.minorUnits, place)
    }
  }

  @Test(
    "Without open deals, over the whole year, pay is that for the sales", arguments: SamplePlans.all
  )
  func nothing(yaml: String) throws {
    let plan = try plan(yaml)
    for sales in [0, 250_000, 690_048, 1_200_000] as [Ratio] {
      #expect(
        try plan.earnings(sales: sales, inFirst: 12, adding: []) == plan.earnings(sales: sales))
    }
  }

  // A flat rate: the mean is known however many deals there are.
  @Test("Many deals are drawn, and the error that is stated holds")
  func draws() throws {
    let deals = (1...20).map { "\($0)000@\($0 % 12 + 1):\(5 * $0)%" }.joined(separator: ",")
    let outlook = try outlook(Self.flatRate, deals, sales: 0)
    #expect(outlook.trials == PipelineOutlook.usualTrials)
    // The deal of n thousand is won with a chance of n / 20, and pays n hundred.
    let numbers = (1...20).map { Double($0) }
    let mean: Double = numbers.reduce(50_000) { $0 + $1 * $1 * 5 }
    var variance = 0.0
    for number in numbers {
      let chance = number / 20
      variance += 10_000 * number * number * chance * (1 - chance)
    }
    let error = (variance / Double(PipelineOutlook.usualTrials)).squareRoot()
    #expect(abs((outlook.mean.standardError ?? 0) / error - 1) < 0.05)
    #expect(abs(outlook.mean.value - mean) < 4 * error)
    #expect(outlook.worths.map { $0.worth.value.rounded() } == numbers.map { $0 * 100 })
    #expect(outlook.reachesQuota?.value == 0)
    // The normal approximation of a sum of twenty.
    let p90 = mean + 1.2816 * variance.squareRoot()
    #expect(abs(outlook.percentiles[2].value - p90) < 0.2 * variance.squareRoot())
  }

  @Test(
    "A pipeline is read as it is written",
    arguments: [
      ("120k@9:60%", "120000@9:60%"), (" 1.5m @ 1 : 12.5 % , 80,000@12:0%", nil),
      ("80000.5@12:100%", "80000.5@12:100%"),
    ])
  func text(written: String, read: String?) throws {
    guard let read else {
      // A comma stands between deals, and not in a number.
      #expect(throws: PipelineFailure.form("80")) { try DealPipeline(written) }
      return
    }
    #expect(try DealPipeline(written).text == read)
    #expect(try DealPipeline(read) == DealPipeline(written))
  }

  static let refusals: [(String, PipelineFailure)] = [
    ("", .form("")), ("120k", .form("120k")), ("120k@9", .form("120k@9")),
    ("much@9:60%", .amount("much")), ("0@9:60%", .amount("0.00")), ("1@13:60%", .month("13")),
    ("1@May:60%", .month("May")), ("1@9:60", .chance("60")), ("1@9:0.6", .chance("0.6")),
    ("1@9:101%", .chance("101%")), ("-5@9:60%", .amount("-5.00")),
  ]

  @Test("What is no pipeline is refused", arguments: refusals)
  func refused(text: String, failure: PipelineFailure) {
    #expect(throws: failure) { try DealPipeline(text) }
  }

  @Test("There are at most so many deals")
  func many() {
    let deals = Array(repeating: "1@1:50%", count: 101).joined(separator: ",")
    #expect(throws: PipelineFailure.tooMany(101)) { try DealPipeline(deals) }
  }
}
