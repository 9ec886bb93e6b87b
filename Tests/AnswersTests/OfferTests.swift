import Amounts
import Answers
import CareerAnswers
import Employment
import Findings
import PayPlans
import Regulations
import Reporting
import SalaryData
import Simulation
import Statistics
import TestSupport
import Testing

@Suite("Comparing offers")
struct OfferTests {
  static func offer(_ lines: [String]) throws -> Offer {
    try Offer.read(yaml: lines.joined(separator: "\n") + "\n", file: "offer.yaml").offer
  }

  static func compare(
    _ offers: [[String]], years: Int = 1, riskAversion: Double = 2, trials: Int = 200,
    tax: OfferAssumptions.Tax? = nil, priceLevels: PriceLevels? = nil,
    referenceQuota: Ratio? = nil
  ) throws -> OfferComparison {
    try OfferComparison(
      offers.map { try offer($0) },
      OfferAssumptions(
        years: years, trials: trials, riskAversion: #require(RiskAversion(riskAversion)), tax: tax,
        priceLevels: priceLevels, referenceQuota: referenceQuota))
  }

  private static func fixed(_ attainment: Double, _ lines: String...) -> [String] {
    ["offer: A", "currency: USD", "quota: 1000000", "model: fixed:\(attainment)"] + lines
  }

  private func isClose(_ value: Double?, _ expected: Double, _ tolerance: Double = 0.01) -> Bool {
    value.map { abs($0 - expected) <= tolerance } ?? false
  }

  @Test("Everything that is paid is in the pay of its year")
  func parts() throws {
    let outlook = try Self.compare(
      [
        Self.fixed(
          1, "base: 100000", "variable: 50000", "raise: 10%", "sign-on: 7000", "benefits: 3000",
          "equity: {value: 20000, discount: 25%}")
      ], years: 3
    ).outlooks[0]
    let expected = [175_000.0, 178_000, 189_000]
    for (year, pay) in zip(outlook.years, expected) {
      #expect(isClose(year.expected, pay))
      #expect(isClose(year.p10, pay))
      #expect(isClose(year.p90, pay))
    }
    #expect(isClose(outlook.total.expected, 542_000))
    #expect(isClose(outlook.worstYear, 175_000))
    #expect(outlook.onTargetEarnings == 150_000)
    #expect(outlook.chanceOfOnTarget == 1)
    #expect(outlook.payAt80.fixedPoint == "140000.00")
    #expect(isClose(outlook.firstYearCash[0].expected, 150_000 / 12 + 7_000))
    #expect(isClose(outlook.firstYearCash[11].expected, 150_000 / 12))
  }

  // CRRA with γ = 2 is the harmonic mean.
  @Test("The certainty equivalent of unequal years is below their mean, by the formula")
  func certaintyEquivalent() throws {
    let outlook = try Self.compare(
      [Self.fixed(0, "base: 100000", "raise: 50%")], years: 2
    ).outlooks[0]
    #expect(isClose(outlook.certaintyEquivalent, 2 / (1 / 100_000.0 + 1 / 150_000)))
  }

  // medsalesnetwork.global/tools/offer-comparison: A earns 140,000; B 153,600, and a guarantee of
  // 14,000 a month for three months adds 3,600.
  @Test("A published comparison of two offers")
  func published() throws {
    func plan(_ rate: String, _ quota: String) -> [String] {
      [
        "plan:", "  measures: {sales: {quota: \(quota)}}", "  components:",
        "    - commission: Sales", "      measure: sales", "      period: month",
        "      rates: [{pay: \(rate)}]",
      ]
    }
    let comparison = try Self.compare([
      ["offer: A", "currency: USD", "base: 90000", "model: fixed:1"] + plan("5%", "1000000"),
      [
        "offer: B", "currency: USD", "base: 105000", "model: fixed:1",
        "guarantee: {amount: [5250, 5250, 5250], per: month}",
      ] + plan("4.5%", "1080000"),
    ])
    #expect(isClose(comparison.outlooks[0].total.expected, 140_000))
    #expect(isClose(comparison.outlooks[1].total.expected, 157_200))
    #expect(isClose(comparison.outlooks[1].firstYearCash[2].expected, 14_000))
    #expect(isClose(comparison.outlooks[1].firstYearCash[3].expected, 12_800))
    #expect(comparison.best == 1)
  }

  @Test("In a slow start less is sold, and a lower quota makes up for it")
  func rampUp() throws {
    func pay(_ ramp: String) throws -> Double {
      try Self.compare(
        [Self.fixed(1, "base: 0", "variable: 12000", "ramp: \(ramp)")]
      ).outlooks[0].total.expected
    }
    #expect(isClose(try pay("{months: 3, sales: 50%}"), 10_500))
    #expect(isClose(try pay("{months: 3, sales: 50%, quota: 50%}"), 12_000))
    #expect(isClose(try pay("{months: 6, sales: 0%, quota: 50%}"), 12_000 * 6 / 9.0))
    #expect(isClose(try pay("none"), 12_000))
  }

  // 10 % of 10,000 a month; the rate is one of sales, so that a lower quota changes nothing.
  @Test("A flat rate of sales is paid on what is sold in a slow start")
  func rampUpOnSales() throws {
    let lines = [
      "offer: A", "currency: USD", "base: 0", "variable: 12000", "model: fixed:1",
      "plan: {measures: {sales: {quota: 120000}}, components: [{commission: S, measure: sales, period: month, pay: 10%}]}",
    ]
    let outlook = try Self.compare([lines + ["ramp: {months: 3, sales: 50%, quota: 50%}"]])
      .outlooks[0]
    #expect(isClose(outlook.total.expected, 10_500))
    #expect(isClose(outlook.firstYearCash[0].expected, 500))
  }

  static let planRamps: [(ramp: String, rate: String, offer: [String], pay: Double)] = [
    // Full target on a lower quota that is reached.
    ("[50%, 50%, 50%]", "1x", [], 12_000),
    // A target that is lower too.
    ("{quota: [50%, 50%, 50%], target: [50%, 50%, 50%]}", "1x", [], 10_500),
    ("[50%, 50%, 50%]", "10%", [], 10_500),
    // Full sales, which the offer states, are twice the lower quota.
    ("[50%, 50%, 50%]", "1x", ["ramp: none"], 15_000),
    ("[50%, 50%, 50%]", "1x", ["ramp: {months: 3, sales: 25%}"], 10_500),
    // The offer's own quota stands in place of the plan's.
    ("[50%, 50%, 50%]", "1x", ["ramp: {months: 3, sales: 25%, quota: 25%}"], 12_000),
  ]

  @Test("The ramp of a plan counts, and is not asked for", arguments: planRamps)
  func planRamp(ramp: String, rate: String, offer: [String], pay: Double) throws {
    let lines =
      [
        "offer: A", "currency: USD", "base: 0", "variable: 12000", "model: fixed:1",
        "plan: {measures: {sales: {quota: 120000, ramp: \(ramp)}}, components: [{commission: S, measure: sales, period: month, pay: \(rate)}]}",
      ] + offer
    let outlook = try Self.compare([lines], years: 2).outlooks[0]
    #expect(isClose(outlook.years[0].expected, pay))
    #expect(isClose(outlook.years[1].expected, 12_000))
    #expect(!outlook.offer.questions.contains { $0.term == "ramp" })
  }

  // 1,000 a month at 100 %, so 500 at 50 %. Draw of 800 for three months, owed 900, earned back in full.
  @Test("A recoverable draw is an advance: it moves cash, not pay")
  func recoverableDraw() throws {
    let lines = Self.fixed(
      0.5, "base: 0", "variable: 12000",
      "draw: {kind: recoverable, amount: 800, per: month, months: 3}")
    let outlook = try Self.compare([lines]).outlooks[0]
    let cash = outlook.firstYearCash.map(\.expected)
    let expected: [Double] = [800, 800, 800, 0, 100, 500, 500, 500, 500, 500, 500, 500]
    for (month, pay) in zip(cash, expected) { #expect(isClose(month, pay)) }
    #expect(isClose(outlook.total.expected, 6_000))
  }

  @Test("What is owed on a draw at the end of a year is no pay of it")
  func drawOverYears() throws {
    let lines = Self.fixed(
      0.5, "base: 0", "variable: 12000",
      "draw: {kind: recoverable, amount: 800, per: month, months: 12}")
    let outlook = try Self.compare([lines], years: 2).outlooks[0]
    #expect(outlook.years.map { $0.expected.rounded() } == [6_000, 6_000])
    #expect(outlook.breakdown.map { $0.owedDraw.expected.rounded() } == [3_600, 0])
    #expect(isClose(outlook.firstYearCash.reduce(0) { $0 + $1.expected }, 9_600))
    #expect(outlook.chanceOfOwing == 0)
    let year = try Self.compare([lines]).outlooks[0]
    #expect(year.chanceOfOwing == 1)
    #expect(year.breakdown[0][.guaranteeAndDraw] == 0)
    // The exact engine on the same plan.
    let earnings = try Self.offer(lines).plan.earnings(attainment: Ratio(1, over: 2))
    #expect(isClose(year.total.expected, earnings.incentive.majorUnits.doubleValue))
    #expect(
      isClose(year.breakdown[0].owedDraw.expected, earnings.owedDraw.majorUnits.doubleValue))
  }

  @Test("A debt that is forgiven at the end of the year is pay")
  func forgivenDraw() throws {
    let lines = Self.fixed(
      0.5, "base: 0", "variable: 12000",
      "draw: {kind: recoverable, amount: 800, per: month, forgive: true}")
    let outlook = try Self.compare([lines]).outlooks[0]
    #expect(isClose(outlook.total.expected, 9_600))
    #expect(isClose(outlook.breakdown[0][.guaranteeAndDraw], 3_600))
    #expect(outlook.chanceOfOwing == 0)
  }

  @Test(
    "One guaranteed amount is that of every month, as the engine has it",
    arguments: ["{amount: 700, months: 3, per: month}", "{amount: [700, 700, 700], per: month}"])
  func guaranteedAmount(guarantee: String) throws {
    let offer = Self.fixed(0.5, "base: 0", "variable: 12000", "guarantee: \(guarantee)")
    let outlook = try Self.compare([offer]).outlooks[0]
    #expect(isClose(outlook.breakdown[0][.guaranteeAndDraw], 600))
    let day = try #require(CalendarDate(year: 2021, month: 12, day: 31))
    let hired = try #require(CalendarDate(year: 2021, month: 1, day: 1))
    let run = try Self.offer(offer).plan.statements(
      for: Deals([Deal("D1", rep: "ann", closeDate: day, amount: 1)]),
      roster: Roster([Rep("ann", hireDate: hired)]))
    let statement = try #require(run.statements.first)
    // Three months without a deal, and 1.2 % of the deal.
    #expect(statement.total.fixedPoint == "2100.01")
  }

  @Test("A draw that need not be earned back is a floor")
  func nonRecoverableDraw() throws {
    let lines = Self.fixed(
      0.5, "base: 0", "variable: 12000",
      "draw: {kind: non-recoverable, amount: 800, per: month, months: 3}")
    #expect(isClose(try Self.compare([lines]).outlooks[0].total.expected, 6_900))
  }

  // 100,000 + 40,000 a and 80,000 + 80,000 a are equal at a = 50 %.
  @Test("The break-even is where the two lines cross")
  func breakEven() throws {
    let comparison = try Self.compare(
      [
        ["offer: Safe", "currency: USD", "base: 100000", "variable: 40000", "model: fixed:1"],
        ["offer: Bold", "currency: USD", "base: 80000", "variable: 80000", "model: fixed:1"],
      ], years: 2)
    #expect(comparison.breakEvens.count == 1)
    #expect(comparison.breakEvens.first?.above == 1)
    #expect(isClose(comparison.breakEvens.first?.attainment, 0.5, 1e-9))
  }

  @Test("A break-even at a jump of pay is the place of the jump")
  func breakEvenAtJump() throws {
    let comparison = try Self.compare([
      ["offer: Flat", "currency: USD", "base: 100000", "model: fixed:1"],
      [
        "offer: Cliff", "currency: USD", "base: 90000", "model: fixed:1", "plan:",
        "  measures: {sales: {quota: 100000}}", "  components:", "    - bonus: Club",
        "      measure: sales", "      period: year", "      at: 87%", "      pay: 25000",
      ],
    ])
    #expect(comparison.breakEvens.map(\.above) == [1])
    #expect(isClose(comparison.breakEvens.first?.attainment, 0.87, 1e-9))
  }

  @Test("Risk decides between offers that are expected to pay the same")
  func risk() throws {
    let offers = [
      ["offer: Sure", "currency: USD", "base: 100000", "model: fixed:1"],
      [
        "offer: Wild", "currency: USD", "base: 60000", "variable: 41000",
        "model: lognormal:mean=1,cv=0.8",
      ],
    ]
    #expect(try Self.compare(offers, riskAversion: 4, trials: 20_000).best == 0)
    #expect(try Self.compare(offers, riskAversion: 0, trials: 20_000).best == 1)
  }

  @Test("A chance of quota becomes a distribution that has it")
  func chanceOfQuota() throws {
    for chance in [0.2, 0.43, 0.9] {
      let offer = try Self.offer([
        "offer: A", "currency: USD", "base: 1", "variable: 1", "chance of quota: \(chance)",
      ])
      let below = try #require(offer.model.partialMoment(0, below: 1))
      #expect(isClose(1 - below, chance, 1e-9))
    }
  }

  @Test("Net pay is what the exact tax leaves; benefits are not taxed")
  func net() throws {
    let datasets = Checkout.datasets
    let tax = OfferAssumptions.Tax(
      try FederalTaxes(
        incomeTaxPath: "\(datasets)/federal-tax.csv", payrollTaxPath: "\(datasets)/payroll-tax.csv"),
      status: .single)
    let outlook = try Self.compare(
      [Self.fixed(1, "base: 115008", "benefits: 1000", "start: 2021-05-01")], years: 2, tax: tax
    ).outlooks[0]
    #expect(isClose(outlook.years[0].expected, 88_598.96, 0.02))
    #expect(outlook.taxYears == [2021, 2022])
    // Texas taxes no wages, and California does.
    for (place, isAsked) in [("TX", false), ("texas", false), ("CA", true)] {
      let lines = Self.fixed(1, "base: 90000", "location: \(place)")
      let comparison = try Self.compare([lines], tax: tax)
      #expect(
        comparison.outlooks[0].offer.questions.contains { $0.term == "location" } == isAsked)
      #expect(comparison.document.markdown().contains("before state and local tax"))
    }
  }

  @Test("Prices at the location divide pay, and an offer has to have a location then")
  func prices() throws {
    let levels = try PriceLevels(
      path: "\(Checkout.datasets)/offers/cost-of-living.csv",
      states: Vocabulary(path: "\(Checkout.datasets)/us-states.csv"))
    #expect(levels.level(of: "Washington") == 1.12)
    let outlook = try Self.compare(
      [Self.fixed(1, "base: 112000", "location: WA")], priceLevels: levels
    ).outlooks[0]
    #expect(isClose(outlook.total.expected, 100_000))
    for location in [["location: Nowhere"], []] {
      let lines = ["offer: A", "currency: USD", "base: 1"] + location
      #expect(throws: InputFailure.self) { try Self.compare([lines], priceLevels: levels) }
    }
  }

  @Test("The same seed gives the same figures; currencies do not mix")
  func seedAndCurrency() throws {
    let lines = ["offer: A", "currency: USD", "base: 50000", "variable: 50000"]
    let first = try Self.compare([lines]).outlooks[0]
    #expect(first.total == (try Self.compare([lines]).outlooks[0].total))
    #expect(throws: InputFailure.self) {
      try Self.compare([lines, ["offer: B", "currency: EUR", "base: 50000"]])
    }
  }

  @Test("What an offer does not say is asked, and what it says is not")
  func questions() throws {
    let bare = try Self.offer(["offer: A", "currency: USD", "base: 50000", "variable: 50000"])
    #expect(
      Set(bare.questions.map(\.term)) == [
        "plan", "chance of quota", "ramp", "guarantee", "equity", "benefits", "start", "raise",
      ])
    let full = try Offer.read(path: "\(Checkout.datasets)/offers/northwind.yaml").offer
    #expect(full.questions.map(\.term) == ["plan"])
  }

  // MARK: The same sales

  /// 10 % of what is sold up to the quota and 20 % above it.
  private static func selling(_ quota: Int, _ lines: String...) -> [String] {
    [
      "offer: Cedar", "currency: USD", "base: 50000", "variable: 100000",
      "plan: {measures: {sales: {quota: \(quota)}}, components: [{commission: S, measure: sales, period: year, tiers: marginal, rates: [{to: 100%, pay: 10%}, {pay: 20%}]}]}",
    ] + lines
  }

  // At 1,200,000 sold: 50,000 + 90,000 + 60,000 and 50,000 + 110,000 + 20,000.
  @Test("With the same sales a lower quota never pays less")
  func sameSales() throws {
    let offers = [
      Self.selling(900_000, "model: fixed:\(4.0 / 3)"), Self.selling(1_100_000),
    ]
    let attained = try Self.compare(offers)
    #expect(attained.best == 1)
    #expect(attained.recommended == nil)
    #expect(attained.sameSales.map(\.referenceQuota) == [900_000])
    #expect(attained.sameSales.map(\.best) == [0])
    #expect(isClose(attained.sameSales.first?.certaintyEquivalents[0], 200_000))
    #expect(isClose(attained.sameSales.first?.certaintyEquivalents[1], 180_000))
    let text = attained.document.markdown()
    #expect(text.contains("It turns on what another quota means for the sales."))
    #expect(text.contains(" makes the sales the same"))
    let sold = try Self.compare(offers, referenceQuota: 900_000)
    #expect(sold.outlooks.map { $0.total.expected.rounded() } == [200_000, 180_000])
    #expect(sold.outlooks.map(\.chanceOfQuota) == [1, 1])
    #expect(sold.recommended == 0)
    #expect(sold.dominating == [nil, 0])
    #expect(sold.sameSales.isEmpty)
    #expect(sold.document.markdown().contains("Cedar (1) pays more whatever is sold"))
  }

  @Test("A quota more or less changes nothing where pay is a share of what is sold")
  func flatRate() throws {
    func offer(_ quota: Int) -> [String] {
      [
        "offer: Q\(quota)", "currency: USD", "base: 50000", "variable: 100000",
        "plan: {measures: {sales: {quota: \(quota)}}, components: [{commission: S, measure: sales, period: year, pay: 10%}]}",
      ]
    }
    let sold = try Self.compare(
      [offer(800_000), offer(1_000_000), offer(1_300_000)], years: 2, referenceQuota: 1_000_000)
    let first = sold.outlooks[0]
    for outlook in sold.outlooks {
      #expect(isClose(outlook.certaintyEquivalent, first.certaintyEquivalent))
      #expect(isClose(outlook.averagePay(attainment: 0.5), 100_000))
    }
    #expect(
      sold.outlooks.map(\.chanceOfQuota) == sold.outlooks.map(\.chanceOfQuota).sorted(by: >))
  }

  @Test("A reference quota is refused where an offer speaks of its own, of none or of other things")
  func referenceQuotaRefused() throws {
    let other = Self.selling(1_100_000)
    for (offer, words) in [
      (Self.selling(900_000, "chance of quota: 40%"), "its own quota of 900,000"),
      (["offer: A", "currency: USD", "base: 1", "variable: 1"], "says no quota"),
      (
        [
          "offer: A", "currency: USD", "base: 1", "variable: 1",
          "plan: {measures: {demos: {unit: deals, quota: 20}}, components: [{commission: S, measure: demos, period: year, pay: 1x}]}",
        ], "counts something else"
      ),
    ] {
      let failure = #expect(throws: InputFailure.self) {
        try Self.compare([other, offer], referenceQuota: 1_100_000)
      }
      #expect(failure?.log.findings.first?.message.plainText.contains(words) ?? false)
    }
    // Who pays base alone sells whatever is sold.
    let bare = ["offer: Base", "currency: USD", "base: 175000"]
    #expect(try Self.compare([other, bare], referenceQuota: 1_000_000).outlooks.count == 2)
  }

  // MARK: What would make them equal

  @Test("What would make two offers equal does")
  func equalizing() throws {
    let better = Self.selling(1_000_000, "sign-on: 30000", "model: lognormal:mean=1,cv=0.4")
    func other(_ lines: String..., quota: Int = 1_200_000, base: Int = 50_000) -> [String] {
      [
        "offer: Other", "currency: USD", "base: \(base)", "variable: 100000",
        "model: lognormal:mean=1,cv=0.4",
        "plan: {measures: {sales: {quota: \(quota)}}, components: [{commission: S, measure: sales, period: year, pay: 1x}]}",
      ] + lines
    }
    let comparison = try Self.compare([better, other()], years: 2, trials: 500)
    #expect(comparison.best == 0)
    let wanted = comparison.outlooks[0].certaintyEquivalent
    let found = Dictionary(
      uniqueKeysWithValues: comparison.equalizingTerms.map { ($0.lever, $0.needed) })
    #expect(Set(found.keys) == [.base, .variable, .signOn, .equity, .quota])
    func worth(_ lines: [String]) throws -> Double {
      try Self.compare([lines], years: 2, trials: 500).outlooks[0].certaintyEquivalent
    }
    // One unit less is not enough.
    for less in [0, 1] {
      func number(_ lever: OfferLever) throws -> Int { try Int(#require(found[lever])) - less }
      let offers = [
        other(base: try number(.base)),
        other("sign-on: \(try number(.signOn))"), other("equity: \(try number(.equity))"),
      ]
      for offer in offers { #expect((try worth(offer) >= wanted) == (less == 0), "\(offer)") }
    }
    // The sales stay where the quota falls.
    let quota = try #require(found[.quota])
    let same =
      other().filter { !$0.hasPrefix("plan") && !$0.hasPrefix("model") }
      + [
        "model: lognormal:mean=\(1_200_000 / quota),cv=0.4",
        "plan: {measures: {sales: {quota: \(Int(quota))}}, components: [{commission: S, measure: sales, period: year, pay: 1x}]}",
      ]
    #expect(isClose(try worth(same), wanted, 1))
    #expect(comparison.document.markdown().contains("## What would make them equal"))
  }

  @Test(
    "The least whole number from which on a function is not negative",
    arguments: [0.5, 1, 17, 999.5, 12_345.678, 70_000])
  func leastWholeNumber(root: Double) {
    let ends = [1000.0, 100_000]
    let functions: [(Double) -> Double] = [
      { $0 - root }, { $0 * $0 - root * root }, { $0 < root ? -1 - root / ($0 + 1) : 5 },
      { ($0 - root) * ($0 < root ? 1e-6 : 1000) },
    ]
    for function in functions {
      let found = OfferComparison.leastWholeNumber(ends) { function($0) }
      #expect(found == root.rounded(.up))
    }
    #expect(OfferComparison.leastWholeNumber(ends) { _ in -1 } == nil)
    #expect(OfferComparison.leastWholeNumber(ends) { $0 - 200_000 } == nil)
  }

  // MARK: What is said of the answer

  @Test("What is given once or ends is told apart, where the order turns without it")
  func lasting() throws {
    let comparison = try Self.compare(
      [
        [
          "offer: Once", "currency: USD", "base: 100000", "model: fixed:1", "sign-on: 50000",
          "equity: {grant: 60000, vesting: {months: 36}, discount: 0%}",
          "draw: {kind: non-recoverable, amount: 900, per: month, months: 3}",
        ], ["offer: Lasting", "currency: USD", "base: 110000", "model: fixed:1"],
      ], years: 3, riskAversion: 0)
    #expect(comparison.best == 0)
    let lasting = comparison.outlooks.map(\.lastingCertaintyEquivalent)
    #expect(isClose(lasting[0], 100_000) && isClose(lasting[1], 110_000))
    let text = comparison.document.markdown()
    #expect(
      text.contains(
        "given once or ends (a guarantee or draw, a sign-on, equity) Lasting would be worth $10,000 a year"
      ))
    #expect(text.contains("on average over 3 years, with a guarantee or draw, a sign-on, equity"))
  }

  @Test("Two offers of one name are told apart, by their files or by numbers")
  func names() throws {
    func offer(_ file: String) throws -> Offer {
      try Offer.read(yaml: "offer: Cedar\ncurrency: USD\nbase: 1000\n", file: file).offer
    }
    let aversion = try #require(RiskAversion(2))
    func names(_ files: String...) throws -> [String] {
      try OfferComparison(
        files.map(offer), OfferAssumptions(trials: 100, riskAversion: aversion)
      ).outlooks.map(\.offer.name)
    }
    #expect(try names("a/x.yaml", "b/y.v2.yaml") == ["Cedar (x)", "Cedar (y.v2)"])
    #expect(try names("a/x.yaml", "b/x.yaml") == ["Cedar (1)", "Cedar (2)"])
    #expect(try names("x.yaml") == ["Cedar"])
  }

  @Test("What attainment says nothing about is said and asked for")
  func unpaid() throws {
    let comparison = try Self.compare([
      [
        "offer: A", "currency: USD", "base: 95000", "variable: 95000", "model: fixed:1",
        "start: 2026-07-01", "plan:", "  year starts: 2026-02-01", "  measures:",
        "    bookings: {quota: [220k, 260k, 280k, 340k]}",
        "    multi-year: {multiply: {term_months: [{to: 24, times: 0}, {times: 1}]}}",
        "  components:",
        "    - {commission: ACV, measure: bookings, period: year, pay: 1x}",
        "    - {commission: Kicker, measure: multi-year, period: deal, pay: 2%, target: 0}",
        "    - {spiff: Atlas, pay: 1500 each, where: {product: Atlas}}",
      ]
    ])
    let questions = comparison.outlooks[0].offer.questions
    #expect(
      questions.contains {
        $0.term == "plan" && $0.question.plainText.contains("multi-year, Atlas")
      })
    #expect(
      questions.contains { $0.term == "start" && $0.question.plainText.contains("plan year") })
    let text = comparison.document.markdown()
    #expect(text.contains("A: Of measures without a quota nothing is sold: multi-year."))
    #expect(text.contains("no deals that could earn them: Atlas."))
    #expect(text.contains("A: it starts on 1 July 2026, within a plan year"))
  }

  // MARK: One chance for all

  private static func pays(
    _ name: String, _ amount: Int, _ lines: String...
  ) -> [String] {
    [
      "offer: \(name)", "currency: USD", "base: \(amount)", "variable: \(amount)",
      "quota: 1000000",
    ] + lines
  }

  @Test("A silent offer has the chance that is stated beside it")
  func commonChance() throws {
    let comparison = try Self.compare(
      [Self.pays("A", 100_000), Self.pays("B", 95_000, "chance of quota: 40%")], trials: 2_000)
    #expect(comparison.recommended == 0)
    #expect(comparison.dominating == [nil, 0])
    let (a, b) = (comparison.outlooks[0], comparison.outlooks[1])
    #expect(isClose(a.chanceOfQuota, 0.4, 1e-9))
    // Every amount of A is 100/95 of that of B.
    #expect(isClose(a.total.expected / b.total.expected, 100 / 95, 1e-9))
    #expect(isClose(a.certaintyEquivalent / b.certaintyEquivalent, 100 / 95, 1e-9))
    guard case .common(let chance) = comparison.chanceBasis else {
      Issue.record("\(comparison.chanceBasis)")
      return
    }
    #expect(chance.offers == ["B"])
    let text = comparison.document.markdown()
    #expect(text.contains("**Take A.**"))
    #expect(text.contains("not said by A, so that all offers are compared at one chance"))
  }

  @Test("What would turn the recommendation does turn it")
  func turningPoint() throws {
    let b = Self.pays("B", 95_000, "chance of quota: 40%")
    let comparison = try Self.compare([Self.pays("A", 100_000), b], trials: 4_000)
    let point = try #require(comparison.turningPoints.first { $0.isBelow })
    #expect(point.offer == 0)
    #expect(point.chance > 0.2 && point.chance < 0.4)
    for (change, best) in [(-0.02, 1), (0.01, 0)] {
      let a = Self.pays("A", 100_000, "chance of quota: \(point.chance + change)")
      let other = try Self.compare([a, b], trials: 4_000)
      #expect(other.best == best)
      #expect(other.recommended == (best == 0 ? 0 : nil))
    }
    let text = comparison.document.markdown()
    let percent = Int((point.chance * 100).rounded())
    #expect(text.contains("B is worth more only if the chance of quota at A is under \(percent)%"))
  }

  @Test(
    "Own chances count where every offer states its own, but a dominated offer is not recommended")
  func ownChances() throws {
    let offers = [
      Self.pays("A", 100_000, "chance of quota: 20%"),
      Self.pays("B", 95_000, "chance of quota: 60%"),
    ]
    let comparison = try Self.compare(offers, trials: 2_000)
    #expect(comparison.outlooks.map { ($0.chanceOfQuota * 100).rounded() } == [20, 60])
    #expect(comparison.best == 1)
    #expect(comparison.recommended == nil)
    #expect(comparison.document.markdown().contains("It turns on the chance of quota at A."))
  }

  @Test("Where several chances are stated and one offer is silent, each of them is looked at")
  func severalChances() throws {
    let comparison = try Self.compare(
      [
        ["offer: Sure", "currency: USD", "base: 175000", "quota: 1"],
        Self.pays("B", 90_000, "chance of quota: 60%"),
        Self.pays("C", 89_000, "chance of quota: 20%"),
      ], trials: 2_000)
    #expect(comparison.alternatives.map(\.chance.offers) == [["C"], ["B"]])
    #expect(comparison.alternatives.map(\.best) == [0, 1])
    #expect(comparison.recommended == nil)
    #expect(comparison.outlooks.allSatisfy { ($0.chanceOfQuota * 100).rounded() == 20 })
    let text = comparison.document.markdown()
    #expect(text.contains("It turns on the chance of quota."))
    #expect(text.contains("compared at each of them"))
  }

  @Test("Without any stated chance all have the standard model")
  func noChance() throws {
    let comparison = try Self.compare([Self.pays("A", 100_000), Self.pays("B", 90_000)])
    guard case .standard = comparison.chanceBasis else {
      Issue.record("\(comparison.chanceBasis)")
      return
    }
    #expect(comparison.document.markdown().contains("No offer says how often its quota"))
  }

  @Test("A dominated offer is never recommended", arguments: 1...20)
  func dominated(seed: UInt64) throws {
    var generator = Xoshiro256PlusPlus(seed: seed, stream: 0)
    func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &generator) }
    let offers = (0..<3).map { index -> [String] in
      var lines = [
        "offer: \(index)", "currency: USD", "base: \(number(50...120))000",
        "variable: \(number(20...100))000", "quota: 1000000",
      ]
      if Bool.random(using: &generator) { lines.append("chance of quota: \(number(10...90))%") }
      if Bool.random(using: &generator) { lines.append("benefits: \(number(0...20))000") }
      return lines
    }
    let comparison = try Self.compare(offers, trials: 300)
    if let recommended = comparison.recommended {
      #expect(comparison.dominating[recommended] == nil, "seed \(seed)")
    }
    // At one chance for all the order by attainment is that by worth.
    if case .own = comparison.chanceBasis { return }
    #expect(comparison.dominating[comparison.best] == nil, "seed \(seed)")
  }

  @Test("Raise and slow start that one offer leaves out are those of the others, and it is said")
  func sharedTerms() throws {
    let comparison = try Self.compare(
      [
        Self.fixed(1, "base: 100000", "variable: 12000"),
        ["offer: B", "currency: USD", "base: 100000", "variable: 12000", "model: fixed:1"]
          + ["raise: 10%", "ramp: {months: 3, sales: 50%}"],
      ], years: 2)
    #expect(
      comparison.outlooks.map { $0.years.map { $0.expected.rounded() } } == [
        [110_500, 122_000], [110_500, 122_000],
      ])
    let assumed = comparison.outlooks[0].offer.questions
    #expect(assumed.first { $0.term == "raise" }?.assumption.plainText == "10%, as at B")
    #expect(assumed.first { $0.term == "ramp" }?.assumption.plainText == "as at B")
  }

  // MARK: The parts of a year

  @Test("The parts of a year add up to what it is expected to pay, before tax")
  func breakdown() throws {
    let outlook = try Self.compare(
      [
        [
          "offer: A", "currency: USD", "base: 80000", "variable: 40000", "quota: 500000",
          "chance of quota: 45%", "ramp: {months: 4, sales: 25%, quota: 50%}",
          "guarantee: {share: 80%, months: 3, per: month}", "sign-on: 9000", "bonus: 5%",
          "equity: {units: 400, price: {low: 5, high: 45}, vesting: {months: 36, cliff: 12}}",
          "benefits: 8000", "raise: 3%",
        ]
      ], years: 3, trials: 500
    ).outlooks[0]
    for (year, parts) in zip(outlook.years, outlook.breakdown) {
      let sum = OfferPart.allCases.reduce(0) { $0 + parts[$1] }
      #expect(isClose(sum, year.expected, 1e-6))
    }
    #expect(outlook.breakdown.map { $0[.signOn] } == [9_000, 0, 0])
    #expect(isClose(outlook.breakdown[1][.bonus], 0.05 * 82_400))
    #expect(outlook.breakdown[0][.guaranteeAndDraw] > 0)
    #expect(outlook.breakdown[1][.guaranteeAndDraw] == 0)
  }

  static let equities: [(equity: String, years: [Double])] = [
    ("15000", [15_000, 15_000, 15_000, 15_000, 15_000]),
    ("{value: 15000, discount: 50%}", [7_500, 7_500, 7_500, 7_500, 7_500]),
    // The usual four years with a cliff of one.
    (
      "{grant: 120000, vesting: {months: 48, cliff: 12}}", [30_000, 30_000, 30_000, 30_000, 0]
    ),
    ("{grant: 120000, vesting: {months: 48, cliff: 18}}", [0, 60_000, 30_000, 30_000, 0]),
    (
      "{grant: 120000, vesting: {months: 30, cliff: 12, every: half}}",
      [48_000, 48_000, 24_000, 0, 0]
    ),
    // 5, 15, 40 and 40 per cent, as a large employer vests.
    ("{grant: 100000, vesting: [5%, 15%, 40%, 40%]}", [5_000, 15_000, 40_000, 40_000, 0]),
    (
      "{units: 4000, price: 25, growth: 10%, vesting: {months: 48, every: year}}",
      [27_500, 30_250, 33_275, 36_602.5, 0]
    ),
    (
      "{units: 1000, price: 25, strike: 5, vesting: {months: 12, every: year}}",
      [20_000, 0, 0, 0, 0]
    ),
    (
      "{grant: 90000, growth: -10%, vesting: {months: 24, every: year}}", [40_500, 36_450, 0, 0, 0]
    ),
  ]

  @Test("Equity counts when it vests, at the price of that month", arguments: equities)
  func equity(equity: String, years: [Double]) throws {
    let outlook = try Self.compare(
      [Self.fixed(1, "base: 100000", "equity: \(equity)")], years: 5
    ).outlooks[0]
    for (year, worth) in zip(outlook.breakdown, years) { #expect(isClose(year[.equity], worth)) }
  }

  // The mean of max(0, p − 10) for p even over 0 to 20 is ∫(p − 10)/20 from 10 to 20 = 2.5.
  @Test("A range of prices is a risk, and an option is worth no less than nothing")
  func equityRange() throws {
    let comparison = try Self.compare(
      [
        Self.fixed(
          1, "base: 100000",
          "equity: {units: 1000, price: {low: 0, high: 20}, strike: 10, vesting: {months: 12, every: year}}"
        )
      ], trials: 20_000)
    let outlook = comparison.outlooks[0]
    #expect(isClose(outlook.averagePay(attainment: 1), 102_500, 0.5))
    let error = try #require(outlook.total.mean.standardError)
    // The deviation of max(0, p − 10) is √(100·10/60 − 2.5²) = 3.2275.
    #expect(isClose(error, 3227.5 / 20_000.0.squareRoot(), 0.5))
    #expect(isClose(outlook.total.expected, 102_500, 5 * error))
    #expect(isClose(outlook.total.p10, 100_000))
    #expect(isClose(outlook.total.p90, 108_000, 150))
  }

  // bentega.io/sales-compensation: 70,000 and 30,000 on 600,000 are a quota of 6 times the
  // on-target earnings and a rate of 5 %.
  @Test("Quota over on-target earnings and the effective rate, published; none without a quota")
  func ratios() throws {
    let outlooks = try Self.compare([
      ["offer: A", "currency: EUR", "base: 70000", "variable: 30000", "quota: 600000"],
      ["offer: B", "currency: EUR", "base: 70000", "variable: 30000"],
    ]).outlooks
    #expect(outlooks[0].quotaToEarnings == 6)
    #expect(isClose(outlooks[0].effectiveRate, 0.05, 1e-12))
    #expect(outlooks[1].quotaToEarnings == nil)
    #expect(outlooks[1].effectiveRate == nil)
  }

  @Test("The sampling error of a gain holds what other seeds give")
  func samplingError() throws {
    let offers = try [
      Self.pays("A", 100_000, "chance of quota: 50%"),
      Self.pays("B", 90_000, "chance of quota: 65%"),
    ].map { try Self.offer($0) }
    var gains: [Double] = []
    var errors: [Double] = []
    for seed in 1...40 {
      let comparison = try OfferComparison(
        offers,
        OfferAssumptions(
          years: 2, trials: 400, seed: UInt64(seed), riskAversion: #require(RiskAversion(3))))
      gains.append(
        comparison.outlooks[0].certaintyEquivalent - comparison.outlooks[1].certaintyEquivalent)
      errors.append(try #require(comparison.gainError))
    }
    let mean = gains.reduce(0, +) / 40
    let deviation = (gains.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 39).squareRoot()
    let error = errors.reduce(0, +) / 40
    // The deviation of 40 values is known to some 11 %.
    #expect(error / deviation > 0.7 && error / deviation < 1.4, "\(error) \(deviation)")
  }

  static let faults: [(lines: [String], place: String, message: String, remedy: String)] = [
    (["offr: A", "currency: USD", "base: 1"], "1:1", "no key \"offr\"", "did you mean \"offer\"?"),
    (["offer: A", "base: 1"], "1:1", "needs the key \"currency\"", ""),
    (["offer: A", "currency: dollars", "base: 1"], "2:11", "is not a currency", "three letters"),
    (["offer: A", "currency: USD"], "1:1", "needs the key \"base\"", ""),
    (["offer: A", "currency: USD", "base: lots"], "3:7", "base must be an amount", ""),
    (
      ["offer: A", "currency: EUR", "base: 65.000 €"], "3:7", "base may be 65 or 65000",
      "write 65000, or 65"
    ),
    (
      ["offer: A", "currency: USD", "base: 1", "sign-on: {amount: $12.500}"], "4:19",
      "amount may be 12.5 or 12500", "write 12500, or 12.5"
    ),
    (
      ["offer: A", "currency: USD", "base: 1", "equity: {value: 20.125 USD}"], "4:17",
      "value may be 20.1250 or 20125", "write 20125, or 20.1250"
    ),
    (
      ["offer: A", "currency: USD", "base: 1", "benefits: 1.250 per month"], "4:11",
      "benefits may be 1.25 or 1250", "write 1250, or 1.25"
    ),
    (["offer: A", "currency: USD", "base: 1 EUR"], "3:7", "in EUR, but the plan is in USD", ""),
    (["offer: A", "currency: USD", "ote: 100"], "3:1", "how much of it is salary", "mix: 50/50"),
    (
      ["offer: A", "currency: USD", "base: 1", "model: lognorml:mean=1,cv=1"], "4:8",
      "no model \"lognorml\"", "did you mean \"lognormal\"?"
    ),
    (
      ["offer: A", "currency: USD", "base: 1", "chance of quota: 100%"], "4:18",
      "between 0% and 100%", ""
    ),
    (
      ["offer: A", "currency: USD", "base: 1", "chance of quota: 40%", "model: fixed:1"], "4:1",
      "both say how attainment varies", "keep one"
    ),
    (
      ["offer: A", "currency: USD", "base: 1", "ramp: {months: 3, sale: 50%}"], "4:19",
      "no key \"sale\"", "did you mean \"sales\"?"
    ),
    (
      ["offer: A", "currency: USD", "base: 1", "sign-on: {amount: 5, pay back: half}"], "4:32",
      "must be one of all, prorated", ""
    ),
    (
      ["offer: A", "currency: USD", "base: 1", "start: May 2026"], "4:8", "must be a date",
      "such as 2021-05-31"
    ),
    (
      ["offer: A", "currency: USD", "base: 1", "vacation: 20"], "4:1", "no key \"vacation\"",
      "write `benefits`"
    ),
    (["offer: A", "currency: USD", "salary: 1"], "3:1", "no key \"salary\"", "write `base`"),
    (
      ["offer: A", "currency: USD", "base: 1", "equity: {discount: 5%}"], "4:9",
      "needs `value`", ""
    ),
    (
      ["offer: A", "currency: USD", "base: 1", "equity: {value: 1, vesting: {months: 4}}"], "4:20",
      "`vesting` says it a second time", "keep `value`"
    ),
    (
      ["offer: A", "currency: USD", "base: 1", "equity: {units: 5}"], "4:9",
      "needs the key \"price\"", ""
    ),
    (
      ["offer: A", "currency: USD", "base: 1", "equity: {units: 5, price: {low: 9, high: 3}}"],
      "4:27", "low price is above", "`low`"
    ),
    (
      ["offer: A", "currency: USD", "base: 1", "equity: {grant: 5, vesting: [50%, 40%]}"], "4:29",
      "sum to 90%", ""
    ),
    (
      [
        "offer: A", "currency: USD", "base: 1",
        "equity: {grant: 5, vesting: {months: 9, cliff: 12}}",
      ],
      "4:48", "cliff is later", ""
    ),
    (
      ["offer: A", "currency: USD", "base: 1", "plan:", "  components:", "    - comission: X"],
      "6:7", "a component starts with", "did you mean \"commission\"?"
    ),
  ]

  @Test("A wrong file is refused at its place, with what to do", arguments: faults)
  func fault(lines: [String], place: String, message: String, remedy: String) throws {
    let failure = #expect(throws: InputFailure.self) { try Self.offer(lines) }
    let findings = failure?.log.findings ?? []
    let finding = findings.first { $0.message.plainText.contains(message) }
    #expect(finding != nil, "\(findings)")
    #expect(finding?.place?.description == "offer.yaml:\(place)")
    #expect(remedy.isEmpty || finding?.remedy?.plainText.contains(remedy) == true, "\(findings)")
  }
}
