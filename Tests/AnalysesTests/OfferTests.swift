import Amounts
import Analyses
import Findings
import Regulations
import SalaryData
import Simulation
import Testing

@Suite("Comparing offers")
struct OfferTests {
  static func offer(_ lines: [String]) throws -> Offer {
    try Offer.read(yaml: lines.joined(separator: "\n") + "\n", file: "offer.yaml").offer
  }

  static func compare(
    _ offers: [[String]], years: Int = 1, riskAversion: Double = 2, trials: Int = 200,
    tax: OfferAssumptions.Tax? = nil, priceLevels: PriceLevels? = nil
  ) throws -> OfferComparison {
    try OfferComparison(
      offers.map { try offer($0) },
      OfferAssumptions(
        years: years, trials: trials, riskAversion: #require(RiskAversion(riskAversion)), tax: tax,
        priceLevels: priceLevels))
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

  @Test("What is still owed on a draw is taken from the next year")
  func drawOverYears() throws {
    let lines = Self.fixed(
      0.5, "base: 0", "variable: 12000",
      "draw: {kind: recoverable, amount: 800, per: month, months: 12}")
    let outlook = try Self.compare([lines], years: 2).outlooks[0]
    #expect(isClose(outlook.years[0].expected, 9_600))
    #expect(isClose(outlook.years[1].expected, 2_400))
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
    let datasets = BundledDatasets.directory
    let tax = OfferAssumptions.Tax(
      try FederalTaxes(
        incomeTaxPath: "\(datasets)/federal-tax.csv", payrollTaxPath: "\(datasets)/payroll-tax.csv"),
      status: .single)
    let outlook = try Self.compare(
      [Self.fixed(1, "base: 115008", "benefits: 1000", "start: 2021-05-01")], years: 2, tax: tax
    ).outlooks[0]
    #expect(isClose(outlook.years[0].expected, 88_598.96, 0.02))
    #expect(outlook.taxYears == [2021, 2022])
  }

  @Test("Prices at the location divide pay, and an offer has to have a location then")
  func prices() throws {
    let levels = try PriceLevels(
      path: "\(BundledDatasets.directory)/offers/cost-of-living.csv",
      states: Vocabulary(path: "\(BundledDatasets.directory)/us-states.csv"))
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
    let full = try Offer.read(path: "\(BundledDatasets.directory)/offers/northwind.yaml").offer
    #expect(full.questions.map(\.term) == ["plan"])
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
      ["offer: A", "currency: USD", "base: 1", "plan:", "  components:", "    - comission: X"],
      "6:7", "a component starts with", "did you mean \"commission\"?"
    ),
  ]

  @Test("A wrong file is refused at its place, with what to do", arguments: faults)
  func fault(lines: [String], place: String, message: String, remedy: String) throws {
    let failure = #expect(throws: InputFailure.self) { try Self.offer(lines) }
    let findings = failure?.log.findings ?? []
    let finding = findings.first { $0.message.contains(message) }
    #expect(finding != nil, "\(findings)")
    #expect(finding?.place.description == "offer.yaml:\(place)")
    #expect(remedy.isEmpty || finding?.remedy?.contains(remedy) == true, "\(findings)")
  }
}
