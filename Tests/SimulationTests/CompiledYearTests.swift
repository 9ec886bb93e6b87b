import Amounts
import BytesCoding
import PayPlans
import Statistics
import TestSupport
import Testing

@testable import Simulation

/// What months pay against what the statements of the engine pay, which know nothing of them.
@Suite("Years that are paid by what is sold in their months")
struct CompiledYearTests {
  static let cases: Range<Int> = 0..<120

  private static func pick<Element>(
    _ elements: [Element], _ random: inout Xoshiro256PlusPlus
  ) -> Element {
    elements[random.index(below: elements.count)]
  }

  /// A random plan with units, scores, odd quotas and roundings.
  private static func yaml(_ number: Int) -> String {
    var random = FreshSeed.generator(5000 + number)
    var plans = RandomPlan(FreshSeed.generator(6000 + number))
    var lines = (number.isMultiple(of: 4) ? plans.yamlOfDeals() : plans.yaml())
      .split(separator: "\n").map(String.init)
    let quota = "\(10_000 + random.index(below: 2_000_000)).\(10 + random.index(below: 90))"
    let ramp = pick(
      ["", "", ", ramp: {quota: [0%, 50%, 75%], target: [100%, 80%, 100%]}"], &random)
    let other = pick(
      ["{unit: deals, quota: 31}", "{scored: true}", "{scored: true}", nil], &random)
    let currency = pick(["USD", "USD", "EUR", "JPY"], &random)
    let rounding = pick(["", "", "rounding: half up"], &random)
    let hasGoals = random.uniform() < 0.3
    lines = lines.flatMap { line -> [String] in
      switch line {
      case "currency: USD": ["currency: \(currency)", rounding].filter { !$0.isEmpty }
      case let line where line.hasPrefix("  sales:") && random.uniform() < 0.5:
        ["  sales: {quota: \(quota)\(ramp)}"]
      case let line where line.hasPrefix("  other:"): [other.map { "  other: \($0)" } ?? line]
      case "components:" where hasGoals:
        [line, "  - {objectives: Goals, period: month, target: 10%, goals: {A: 40%, B: 60%}}"]
      case let line where line.hasPrefix("  - {commission: First"):
        [
          (hasGoals
            ? line.replacing("target: 100%", with: "target: 90%")
              .replacing("target: 70%", with: "target: 60%") : line)
            .replacing(
              "period:",
              with: random.uniform() < 0.2 ? "multiplier: {score: Quality}, period:" : "period:")
        ]
      default: [line]
      }
    }
    if !lines.contains(where: { $0.hasPrefix("guarantee") }), random.uniform() < 0.3 {
      lines.append("guarantee: {share: 80%, months: 5, per: quarter}")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Random selling, at times with cancelled deals, so that years of both kinds stand side by side.
  private static func selling(_ number: Int) -> String {
    var random = FreshSeed.generator(7000 + number)
    let count = 1 + random.index(below: 60)
    let win = 10 + random.index(below: 90)
    let mean = Double(20 + random.index(below: 200)) / 100
    let more = pick(
      [
        "", "", ",cycle=40", ",season=quarter-end", ",cancel=1%",
        ",season=last-quarter,cancel=0.5%",
      ],
      &random)
    return pick(
      [
        "deals:opportunities=\(count),win=\(win)%,mean=\(mean),cv=0.9\(more)",
        "ranked:accounts=\(count),mean=\(mean),chance=60%,cv=0.6",
        "account:mean=\(mean),chance=80%",
      ], &random)
  }

  private static func years(_ number: Int, _ plan: Plan, compiles: Bool) throws -> SimulatedYears {
    let odd = !number.isMultiple(of: 2)
    return SimulatedYears(
      plans: [plan], model: try SellingText(selling(number)).model,
      referenceQuota: plan.primaryMeasure?.positiveQuota ?? 400_000,
      market: odd ? try Lognormal(mean: 1, coefficientOfVariation: 0.2) : nil,
      isNewHire: number % 3 == 0, seed: FreshSeed.value &+ UInt64(number), trials: 64,
      compiles: compiles)
  }

  @Test("Every figure of every month is that of the statements", arguments: cases)
  func statements(number: Int) throws {
    let yaml = Self.yaml(number)
    let plan = try plan(yaml)
    let byMonths = try Self.years(number, plan, compiles: true).piece(0)
    let byDeals = try Self.years(number, plan, compiles: false).piece(0)
    #expect(
      byMonths.bytes == byDeals.bytes,
      "ONTARGET_TEST_SEED=\(FreshSeed.value), plan \(number):\n\(yaml)\(Self.selling(number))")
  }

  // A plan in four at least, where some three in five are drawn.
  @Test("Many random plans pay by months, and not all")
  func share() throws {
    let compiled = try Self.cases.filter { number in
      try Self.years(number, plan(Self.yaml(number)), compiles: true).isCompiled(plan: 0)
    }
    #expect(compiled.count > Self.cases.count / 5 && compiled.count < Self.cases.count)
  }

  static let flat = CashTests.flat

  @Test(
    "What looks at single deals, or at more than their amounts, is paid by statements",
    arguments: [
      ("pay: 1x", "tiers: by deal, rates: [{to: 100%, pay: 1x}, {pay: 2x}]"),
      ("period: year, pay: 1x", "period: deal, pay: 5%"),
      ("{quota: 500000}", "{quota: 500000, windfall: {over: 100000, credit: 50%}}"),
      ("plan: Flat", "plan: Flat\npaid: {close_date: 50%, close_date + 90 days: 50%}"),
    ])
  func falls(back: String, to other: String) throws {
    let years = { (yaml: String) in try Self.years(1, plan(yaml), compiles: true) }
    #expect(try years(Self.flat).isCompiled(plan: 0))
    #expect(try !years(Self.flat.replacing(back, with: other)).isCompiled(plan: 0))
  }

  @Test("Amounts too large for machine words are paid by statements")
  func large() throws {
    let yaml = Self.flat.replacing("quota: 500000", with: "quota: 900000000000")
    let plan = try plan(yaml)
    for scale in [1.0, 10, 1000] {
      func years(_ compiles: Bool) -> SimulatedYears {
        SimulatedYears(
          plans: [plan], model: Whale(amount: scale), referenceQuota: 900_000_000, market: nil,
          isNewHire: false, seed: 1, trials: 2, compiles: compiles)
      }
      #expect(try years(true).piece(0).bytes == years(false).piece(0).bytes)
    }
  }

  private struct Whale: SellingModel {
    let amount: Double

    func deals(using generator: inout Xoshiro256PlusPlus) -> [SoldDeal] {
      (0..<12).map { SoldDeal(day: 30 * $0, amount: amount * (1 + generator.uniform())) }
    }
  }

  @Test("One thread and many come to the same figures")
  func threads() throws {
    let model = try SellingText("deals:opportunities=40,win=50%,mean=1,cv=0.8").model
    func cash(_ threads: Int) throws -> CashForecast {
      try CashForecast(
        simulating: model, [plan(SamplePlans.drawn)], trials: 500, seed: 3, threads: threads)
    }
    let (one, many) = (try cash(1), try cash(64))
    #expect(one.attainment.spread == many.attainment.spread)
    #expect(one.plans[0].total.percentiles == many.plans[0].total.percentiles)
    for (left, right) in zip(one.plans[0].months, many.plans[0].months) {
      #expect(left.paid.spread == right.paid.spread && left.owesDraw == right.owesDraw)
    }
  }
}
