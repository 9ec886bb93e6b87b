import Amounts
import Findings
import Foundation
import PayPlans
import PlanFiles
import TestSupport
import Testing

/// Words that published plans use: each with a figure of such a plan, and with random input.
@Suite("Words that plans use")
struct PublishedWordsTests {
  /// The seed of this run, which is always printed; `ONTARGET_TEST_SEED` repeats one.
  static let seed: UInt64 = {
    let given = ProcessInfo.processInfo.environment["ONTARGET_TEST_SEED"].flatMap(UInt64.init)
    let seed = given ?? UInt64.random(in: 0..<1_000_000_000)
    print("words that plans use: ONTARGET_TEST_SEED=\(seed)")
    return seed
  }()

  static func plan(_ rest: String) throws -> Plan {
    try Plan.read(yaml: "plan: Words\ncurrency: USD\n" + rest, file: "plan.yaml").plan
  }

  // MARK: A ramp that begins with the next month

  static let ramped = """
    variable: 120000
    year starts: 2021-02-01
    measures:
      bookings:
        quota: 1200000
        phasing: [19%, 24.5%, 28%, 28.5%]
        ramp: {quota: [25%, 25%, 50%, 50%, 75%], hired by: 15}
    components: [{commission: C, measure: bookings, period: month, pay: 1x}]
    """

  static func quotas(hired: String, _ plan: Plan) throws -> [String] {
    let statement = try #require(
      plan.run(
        "deal_id,rep,close_date,amount\nD1,ann,2022-01-20,1\n",
        roster: "rep,hire_date\nann,\(hired)\n"
      ).first)
    return statement.periods.map { $0.quota?.fixedPoint(places: 2) ?? "" }
  }

  @Test("Hired after the 15th, month 1 of the ramp is the next month: June's quota is 24,500")
  func ramp() throws {
    let plan = try Self.plan(Self.ramped)
    #expect(try Self.quotas(hired: "2021-04-22", plan)[4] == "24500.00")
    #expect(try Self.quotas(hired: "2021-04-16", plan)[4] == "24500.00")
    #expect(try Self.quotas(hired: "2021-04-15", plan)[4] == "49000.00")
    #expect(
      plan.summary.map(\.plainText).contains {
        $0.contains("of which the first is the next month for who is hired after the 15th")
      })
  }

  @Test("Of two people who differ by the day of hire alone, the later one is a month behind")
  func rampShift() throws {
    let plan = try Self.plan(
      Self.ramped.replacing("[19%, 24.5%, 28%, 28.5%]", with: "[25%, 25%, 25%, 25%]"))
    let early = try Self.quotas(hired: "2021-05-15", plan)
    let late = try Self.quotas(hired: "2021-05-16", plan)
    #expect(Array(early[4..<11]) == Array(late[5..<12]))
    // 16 of 31 days of a quarter of 100,000.
    #expect(late[3] == "12903.23")
  }

  // MARK: Ends that are in their band

  @Test(
    "A bonus above 90 % and through 100 % pays 12,500 at exactly 100 %, and 15,000 a dollar above")
  func bonus() throws {
    let plan = try Self.plan(
      """
      measures: {bookings: {quota: 400000}}
      components:
        - bonus: Goal
          measure: bookings
          period: year
          steps: [{above: 90%, pay: 12500}, {above: 100%, pay: 15000}]
      """)
    func pay(_ amount: String) throws -> String {
      try plan.run([("2021-03-01", amount)]).earned.fixedPoint
    }
    #expect(try pay("360000") == "0.00")
    #expect(try pay("360001") == "12500.00")
    #expect(try pay("400000") == "12500.00")
    #expect(try pay("400000.01") == "15000.00")
    #expect(try pay("400001") == "15000.00")
    #expect(try plan.earnings(attainment: 1).incentive.fixedPoint == "12500.00")
    #expect(
      plan.summary.map(\.plainText).contains(
        "\"Goal\" pays, by year and on \"bookings\", 12500 USD above 90% of quota, or 15000 USD above 100% of quota."
          .replacing("12500", with: "12,500").replacing("15000", with: "15,000")))
  }

  @Test("The same as a commission whose rate pays for everything, with the step that is ahead")
  func band() throws {
    let plan = try Self.plan(
      """
      measures: {bookings: {quota: 400000}}
      components:
        - commission: C
          measure: bookings
          period: year
          tiers: retroactive
          rates: [{through: 90%, pay: 0%}, {through: 100%, pay: 3%}, {pay: 4%}]
      """)
    func pay(_ amount: String) throws -> String {
      try plan.run([("2021-03-01", amount)]).earned.fixedPoint
    }
    #expect(try pay("360000") == "0.00")
    #expect(try pay("400000") == "12000.00")
    #expect(try pay("400001") == "16000.04")
    let statement = try plan.run([("2021-03-01", "400000")])
    let step = try #require(
      statement.nextSteps(on: statement.yearEnd).first)
    #expect(step.needed.fixedPoint(places: 2) == "0.01")
    #expect(step.jump == 4000)
    let cliffs = plan.warnings().filter { $0.kind == "plan.cliff" }.map(\.message.plainText)
    #expect(cliffs.count == 2)
    #expect(
      cliffs.last?.hasPrefix("just above 100% the pay of the year jumps by 4000.00 USD") == true)
  }

  @Test("The parts of a way along a curve with such ends sum to its difference")
  func portions() throws {
    var random = SeededGenerator(seed: Self.seed)
    for _ in 0..<200 {
      let ends = Set((0..<3).map { _ in 10 * Int.random(in: 1...9, using: &random) }).sorted()
      var bands = ends.map {
        Band(
          to: .amount(Ratio($0)), includesEnd: Bool.random(using: &random),
          pay: .share(Ratio(Int.random(in: 0...4, using: &random))))
      }
      bands.append(Band(pay: .share(2)))
      let threshold =
        Bool.random(using: &random)
        ? Threshold(at: .amount(Ratio(10 * Int.random(in: 1...9, using: &random)))) : nil
      var plan = try Self.plan(
        "measures: {m: {}}\ncomponents: [{commission: C, measure: m, period: year, pay: 1%}]")
      plan.components[0].rule = .commission(
        Commission(
          measure: "m", period: .year, scale: .bands(bands, .retroactive(to: nil)),
          threshold: threshold))
      let curve = try #require(plan.periodCurves().first).curve
      let points = (0..<2).map { _ in Ratio(10 * Int.random(in: 0...10, using: &random)) }.sorted()
      let sum = try curve.portions(from: points[0], to: points[1]).reduce(Ratio.zero) {
        try $0 + $1.pay
      }
      let difference = try curve.pay(at: points[1]) - curve.pay(at: points[0])
      #expect(sum == difference, "seed \(Self.seed): \(bands) \(points)")
    }
  }

  @Test("Steps of factors may include their end too")
  func factors() throws {
    let plan = try Self.plan(
      """
      measures:
        bookings: {multiply: {margin: [{through: 30%, times: 0.5}, {times: 1}]}}
      components: [{commission: C, measure: bookings, period: month, pay: 10%}]
      """)
    let statement = try #require(
      plan.run(
        "deal_id,rep,close_date,amount,margin\nD1,ann,2021-01-01,100,30%\nD2,ann,2021-01-02,100,30.1%\n"
      ).first)
    #expect(statement.pays == ["5.00", "10.00"])
  }

  // MARK: The tier by all sales, pay on a part

  static func parted(_ tiers: String, _ rest: String = "", more: String = "") -> String {
    """
    measures: {sales: {}, recurring: {credit: recurring}}
    components:
      - commission: Sales
        measure: sales
        period: year
        tiers: \(tiers)
        rates: [{to: 196000, pay: 14%}, {to: 392000, pay: 25%}, {pay: 40%}]
        pay on: recurring
        rest: 5%
        \(rest)
    \(more)
    """
  }

  static func sold(
    _ rows: [(id: String, day: String, amount: Int, recurring: Int, cancelled: String)]
  )
    -> String
  {
    rows.reduce("deal_id,rep,close_date,amount,recurring,cancelled_date\n") {
      $0 + "\($1.id),ann,\($1.day),\($1.amount),\($1.recurring),\($1.cancelled)\n"
    }
  }

  @Test("Bands by all sales, pay on what is recurring, 5 % on the rest: February pays 20,472")
  func part() throws {
    let plan = try Self.plan(Self.parted("marginal"))
    let deals = Self.sold([
      ("D1", "2021-01-10", 190_000, 150_000, ""), ("D2", "2021-02-10", 100_000, 80_000, ""),
    ])
    let statement = try #require(plan.run(deals).first)
    #expect(statement.pays == ["23000.00", "20472.00"])
    #expect(
      statement.explanation(of: "D2").map(\.plainText) == [
        "\"Sales\" credits 100000.00 USD on 2021-02-10, in the period from 2021-01-01 to 2021-12-31.",
        "6000.00 USD lie in band 1; 80% of them are \"recurring\" and are paid 14%: 672.00 USD.",
        "94000.00 USD lie in band 2; 80% of them are \"recurring\" and are paid 25%: 18800.00 USD.",
        "20000.00 USD are not \"recurring\", for which 1000.00 USD are paid.",
        "That pays 20472.00 USD (plan.yaml:9:37).",
      ])
    // Without deals all is of the part, and it is said.
    #expect(try plan.earnings(sales: 200_000).incentive.fixedPoint == "28440.00")
    #expect(plan.earningsAssumptions(bySales: true).contains(.allOfPart(["Sales"])))
  }

  @Test(
    "A part pays as a plain sum says, and all that is cancelled is given back",
    arguments: ["marginal", "retroactive"])
  func parts(_ tiers: String) throws {
    var random = SeededGenerator(seed: Self.seed)
    let plan = try Self.plan(
      Self.parted(tiers, more: "clawback: {within: 24 months}\nrounding: half up"))
    for _ in 0..<60 {
      var rows: [(id: String, day: String, amount: Int, recurring: Int, cancelled: String)] = []
      for number in 1...Int.random(in: 1...8, using: &random) {
        let amount = 1000 * Int.random(in: 1...150, using: &random)
        rows.append(
          (
            "D\(number)", "2021-0\(number)-10", amount,
            amount / 1000 * Int.random(in: 0...1000, using: &random), ""
          ))
      }
      let statement = try #require(plan.run(Self.sold(rows)).first)
      // Dollars of credit and their rates in percent, without anything of the engine.
      let all = rows.reduce(0) { $0 + $1.amount }
      func percent(_ credit: Int) -> Int { credit < 196_000 ? 14 : credit < 392_000 ? 25 : 40 }
      var before = 0
      var expected = 0.0
      for row in rows {
        var value = 0
        if tiers == "marginal" {
          for (from, to) in [(0, 196_000), (196_000, 392_000), (392_000, 1_000_000_000)] {
            let size = max(0, min(to, before + row.amount) - max(from, before))
            value += size * percent(from)
          }
        } else {
          value = row.amount * percent(all)
        }
        before += row.amount
        expected +=
          Double(value) / 100 * Double(row.recurring) / Double(row.amount)
          + Double(row.amount - row.recurring) * 0.05
      }
      let earned = statement.earned.majorUnits.doubleValue
      #expect(abs(earned - expected) < 0.006, "seed \(Self.seed): \(rows)")
      let gone = rows.map { ($0.id, $0.day, $0.amount, $0.recurring, "2021-12-01") }
      let cancelled = try #require(plan.run(Self.sold(gone)).first)
      let net = cancelled.earned + cancelled.clawback
      #expect(net.minorUnits == 0, "seed \(Self.seed): \(rows)")
    }
  }

  @Test("A deal that counts more for the part than for the whole is refused")
  func tooLargePart() throws {
    let plan = try Self.plan(Self.parted("marginal"))
    let deals = Self.sold([("D1", "2021-01-10", 100, 150, "")])
    #expect {
      try plan.run(deals)
    } throws: { error in
      (error as? InputFailure)?.log.findings.map(\.message.plainText) == [
        "the deal \"D1\" counts 150 for \"recurring\", but 100 for \"sales\", of which \"Sales\" pays it as a part"
      ]
    }
  }

  // MARK: Amounts for each quarter

  @Test("Amounts for each quarter are its quotas, and those of a roster are divided like them")
  func quarters() throws {
    let plan = try Self.plan(
      """
      variable: 50000
      measures: {bookings: {quota: [200000, 240000, 260000, 300000]}}
      components: [{commission: C, measure: bookings, period: quarter, pay: 1x}]
      """)
    let deals = "deal_id,rep,close_date,amount\nD1,ann,2021-01-10,200000\n"
    func quotas(_ roster: String?) throws -> [String] {
      try #require(plan.run(deals, roster: roster).first).periods.compactMap {
        $0.quota?.fixedPoint(places: 2)
      }
    }
    #expect(try quotas(nil) == ["200000.00", "240000.00", "260000.00", "300000.00"])
    #expect(
      try quotas("rep,quota\nann,500000\n")
        == ["100000.00", "120000.00", "130000.00", "150000.00"])
    #expect(try plan.earnings(attainment: 1).incentive.fixedPoint == "50000.00")
    #expect(
      plan.summary.map(\.plainText).contains(
        "\"bookings\" counts the amount of deals, with a quota of 1,000,000 USD a year, phased over the year: 200,000, 240,000, 260,000, 300,000."
      ))
  }

  // MARK: The first deals of a period

  @Test("A spiff for the first five deals of the quarter, 500 each, pays 2,500 for seven")
  func first() throws {
    let plan = try Self.plan(
      "measures: {}\ncomponents: [{spiff: Fast start, pay: 500 each, first: 5 deals per quarter}]")
    let deals = (1...7).map { (day: "2021-0\(($0 + 2) / 3)-0\($0)", amount: "100") }
    let statement = try plan.run(deals)
    #expect(statement.earned.fixedPoint == "2500.00")
    #expect(statement.lines.map(\.deal) == ["D1", "D2", "D3", "D4", "D5"])
    #expect(
      plan.summary.map(\.plainText).contains(
        "\"Fast start\" pays 500 USD each for the first 5 deals of a quarter."))
    let deal = Deal(
      "D6", rep: "ann", closeDate: try #require(CalendarDate(iso: "2021-02-06")), amount: 100)
    #expect(
      plan.reasonsUncredited(deal, in: Deals([deal], file: "deals.csv")).map(\.plainText) == [
        "The spiff \"Fast start\" pays for the first 5 deals of a quarter, and it came later."
      ])
  }

  @Test("Whatever is sold and returned, a quarter stands at the first deals of those that are left")
  func firstDeals() throws {
    var random = SeededGenerator(seed: Self.seed)
    let plan = try Self.plan(
      "measures: {}\ncomponents: [{spiff: S, pay: 500 each, first: 3 deals per quarter}]")
    for _ in 0..<100 {
      var deals: [(day: String, amount: String)] = []
      var left = [0, 0, 0, 0]
      for month in 1...12 {
        for day in 1...Int.random(in: 1...4, using: &random) {
          let isReturn = left[(month - 1) / 3] > 0 && Int.random(in: 0...3, using: &random) == 0
          left[(month - 1) / 3] += isReturn ? -1 : 1
          deals.append(
            (day: "2021-\(month < 10 ? "0" : "")\(month)-0\(day)", amount: isReturn ? "-9" : "9"))
        }
      }
      let expected = left.reduce(0) { $0 + 50_000 * Int64(min(3, $1)) }
      #expect(
        try plan.run(deals).earned.minorUnits == expected, "seed \(Self.seed): \(deals)")
    }
  }

  @Test("A cancelled deal keeps its place among the first, unless the period is restated")
  func cancelledFirst() throws {
    func nets(_ attainment: String) throws -> [String] {
      let plan = try Self.plan(
        """
        measures: {}
        components: [{spiff: S, pay: 500 each, first: 1 deal per quarter}]
        clawback: {within: 90 days, attainment: \(attainment)}
        """)
      let statement = try #require(
        plan.run(
          "deal_id,rep,close_date,amount,cancelled_date\nD1,ann,2021-01-10,1,2021-02-10\nD2,ann,2021-01-20,1,\n"
        ).first)
      return [statement.earned.fixedPoint, statement.clawback.fixedPoint]
    }
    #expect(try nets("keeps") == ["500.00", "-500.00"])
    // Without D1, D2 is the first deal: what was paid stands for it.
    #expect(try nets("restates") == ["500.00", "0.00"])
  }

  // MARK: What is refused

  @Test(
    "What contradicts itself is refused",
    arguments: [
      (
        "measures: {m: {quota: [1, 2, 3]}}\ncomponents: [{spiff: S, pay: 1 each}]",
        "quotas are for 2, 4 or 12 parts of the year, but these are 3"
      ),
      (
        "measures: {m: {quota: [1, 2], phasing: [50%, 50%]}}\ncomponents: [{spiff: S, pay: 1 each}]",
        "`phasing` and the list of quotas both say what each part of the year carries"
      ),
      (
        "measures: {m: {quota: [0, 0]}}\ncomponents: [{commission: C, measure: m, period: year, pay: 1%}]",
        "the measure \"m\" has a quota of 0, so there is no attainment"
      ),
      (
        "measures: {m: {ramp: {quota: [50%], hired by: 32}}}\ncomponents: [{spiff: S, pay: 1 each}]",
        "hired by must be a whole number from 1 to 31, but this is \"32\""
      ),
      (
        "components: [{spiff: S, pay: 1 each, first: 5}]",
        "`first` must be a number of deals, but this is \"5\""
      ),
      (
        "components: [{spiff: S, pay: 1 each, first: 5 deals per week}]",
        "`first` must be a number of deals, but this is \"5 deals per week\""
      ),
      (
        "measures: {m: {quota: 9}}\ncomponents: [{bonus: B, measure: m, period: year, at: 1, above: 2, pay: 3}]",
        "`at` and `above` both say what has to be reached"
      ),
      (
        "measures: {m: {quota: 9}}\ncomponents: [{commission: C, measure: m, period: year, tiers: marginal, rates: [{to: 1, through: 2, pay: 1%}, {pay: 2%}]}]",
        "`to` and `through` both say where it ends"
      ),
      (
        "measures: {m: {}}\ncomponents: [{commission: C, measure: m, period: year, pay: 1%, pay on: m}]",
        "\"C\" walks its bands by \"m\" and pays on \"m\", which is the same"
      ),
      (
        "measures: {m: {}, n: {unit: deals}}\ncomponents: [{commission: C, measure: m, period: year, pay: 1%, pay on: n}]",
        "\"C\" walks its bands by \"m\" and pays on \"n\", of which only one is money"
      ),
      (
        "measures: {m: {}, n: {team: true}}\ncomponents: [{commission: C, measure: m, period: year, pay: 1%, pay on: n}]",
        "\"C\" walks its bands by \"m\" and pays on \"n\", but they do not count the deals of the same people"
      ),
      (
        "measures: {m: {}, n: {scored: true}}\ncomponents: [{commission: C, measure: m, period: year, pay: 1%, pay on: n}]",
        "\"C\" walks its bands by \"m\" and pays on \"n\", but a score is not counted from deals"
      ),
      (
        "measures: {m: {}, n: {}}\ncomponents: [{commission: C, measure: m, period: deal, pay: 1%, pay on: n}]",
        "`period: deal` and `pay on` cannot stand together: a part has no bands of its own"
      ),
      (
        "measures: {m: {}, n: {}}\ncomponents: [{commission: C, measure: m, period: year, tiers: by deal, rates: [{to: 5, pay: 1%}, {pay: 2%}], pay on: n}]",
        "`tiers: by deal` pays no part of a band, so `pay on` says nothing"
      ),
      (
        "measures: {m: {}}\ncomponents: [{commission: C, measure: m, period: year, pay: 1%, rest: 5%}]",
        "a component has no key \"rest\""
      ),
    ])
  func refused(_ yaml: String, _ message: String) {
    let found = failure("plan: P\ncurrency: USD\nvariable: 100000\n" + yaml)
    #expect(found.map(\.message.plainText) == [message])
  }
}
