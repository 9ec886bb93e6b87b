import Amounts
import Findings
import Foundation
import PayPlans
import PlanFiles
import TestSupport
import Testing

/// The sample deals come from this generator; `ONTARGET_RECORD=1 swift test` writes them again.
@Suite("Sample plans and deals")
struct SampleDealsTests {
  static let roster = """
    rep,name,plan,manager,hire_date,end_date,leave_start,leave_end
    mia,Mia Berg,Sales manager,,2018-03-01,,,
    ann,Ann Cole,Marginal accelerators,mia,2019-06-01,,,
    ben,Ben Diaz,Marginal accelerators,mia,2020-01-15,,,
    eva,Eva Fink,Marginal accelerators,mia,2021-03-15,,,
    kim,Kim Ito,Marginal accelerators,mia,2017-09-01,,,
    lee,Lee Osei,Marginal accelerators,mia,2019-01-01,2021-09-30,,
    kim,,,,,,2021-07-01,2021-07-31

    """

  static func deals() -> String {
    var random = SeededGenerator(seed: 2021)
    func day(_ number: Int) -> String {
      // 2021-01-01 is day 18,628 since 1970.
      CalendarDate(dayNumber: Int32(18_628 + number)).description
    }
    let service = ["ann": 0...364, "ben": 0...364, "eva": 73...364, "kim": 0...364, "lee": 0...272]
    var rows: [(day: Int, text: String)] = []
    for number in 1...220 {
      guard let rep = ["ann", "ben", "eva", "kim", "lee"].randomElement(using: &random),
        let days = service[rep]
      else { continue }
      let closed = Int.random(in: days, using: &random)
      if rep == "kim", (181...211).contains(closed) { continue }
      // Most deals are small: the product of two uniform numbers leans towards 0.
      let size =
        Double.random(in: 0.05...1, using: &random) * Double.random(in: 0.05...1, using: &random)
      let isReturn = Int.random(in: 0..<40, using: &random) == 0
      let cents = Int(size * 90_000) * 100 / (isReturn ? -8 : 1)
      let isEuro = Int.random(in: 0..<6, using: &random) == 0
      let stage = Int.random(in: 0..<12, using: &random) == 0 ? "Closed Lost" : "Closed Won"
      let term = [1, 1, 1, 2, 3].randomElement(using: &random) ?? 1
      let product = ["Platform", "Platform", "Analytics", "Services"].randomElement(using: &random)
      let paid =
        Int.random(in: 0..<15, using: &random) == 0
        ? "" : day(closed + Int.random(in: 5...95, using: &random))
      let cancelled =
        Int.random(in: 0..<14, using: &random) == 0 && !isReturn
        ? day(closed + Int.random(in: 20...150, using: &random)) : ""
      func row(_ rep: String, _ share: String) -> String {
        "S\(1000 + number),\(rep),\(day(closed)),\(Money(minorUnits: Int64(cents), currency: .usd).fixedPoint),"
          + "\(isEuro ? "EUR" : "USD"),\(share),\(stage),\(product ?? ""),\(term),\(paid),\(cancelled)\n"
      }
      let partner = ["ann", "ben", "kim"].filter { $0 != rep }.randomElement(using: &random)
      let isSplit = Int.random(in: 0..<8, using: &random) == 0
      if isSplit, let partner, !(partner == "kim" && (181...211).contains(closed)) {
        rows.append((closed, row(rep, "60%") + row(partner, "40%")))
      } else {
        rows.append((closed, row(rep, "100%")))
      }
    }
    let header =
      "deal_id,rep,close_date,amount,currency,share,stage,product,term_years,paid_date,cancelled_date\n"
    return rows.sorted { ($0.day, $0.text) < ($1.day, $1.text) }.reduce(header) { $0 + $1.text }
  }

  static let rates: String = {
    let rates = [
      "1.22", "1.21", "1.19", "1.20", "1.21", "1.20", "1.18", "1.18", "1.18", "1.16", "1.14",
      "1.13",
    ]
    return rates.enumerated().reduce("currency,month,rate\n") {
      $0 + "EUR,2021-\($1.offset < 9 ? "0" : "")\($1.offset + 1),\($1.element)\n"
    }
  }()

  static let scores = """
    rep,period_end,name,score
    mia,2021-06-30,Hiring,80%
    mia,2021-06-30,Forecast accuracy,100%
    mia,2021-12-31,Hiring,50%
    mia,2021-12-31,Forecast accuracy,90%

    """

  static let files = [
    ("team-2021.csv", deals()), ("team-2021-roster.csv", roster), ("team-2021-rates.csv", rates),
    ("team-2021-scores.csv", scores),
  ]

  @Test("The sample files are what their seed gives", arguments: files)
  func generated(_ name: String, text: String) throws {
    #expect(try Checkout.recorded("datasets/deals/\(name)", as: text) == text)
  }

  static let plans = [
    "account-executive-2021", "account-manager-retention", "advertising-sales",
    "as-customers-pay", "cliff", "flat-rate", "handbook-linear", "hardware-and-support",
    "interpolated", "manager-override",
    "marginal-accelerators", "marginal-accelerators-2020", "monthly-quota-draw", "new-hire-ramp",
    "sales-development", "sales-engineer", "securities-grid",
    "threshold-and-cap", "two-measures-gate", "wealth-adviser",
  ]

  @Test(
    "Every sample plan reads without an error, and on target pays its variable", arguments: plans)
  func plan(_ name: String) throws {
    let (plan, findings) = try Plan.read(path: datasets("plans/\(name).yaml"))
    #expect(findings.findings.filter { $0.kind == "plan.target" } == [])
    guard let variable = plan.variable, name != "cliff" else { return }
    let earnings = try plan.earnings(attainment: 1)
    let onTop = plan.components.filter { component in
      switch component.rule {
      case .commission(let commission): commission.isOverride
      case .bonus, .spiff: true
      case .objectives: false
      }
    }.map(\.name)
    let targeted = earnings.components.filter { !onTop.contains($0.name) }
    #expect(targeted.reduce(.zero(.usd)) { $0 + $1.earned }.majorUnits == variable)
  }

  @Test("The list of sample plans is complete")
  func complete() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: datasets("plans"))
      .filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }
    #expect(names.sorted() == Self.plans)
  }

  @Test(
    "The team is paid by its two plans, and the sums hold",
    arguments: [
      ("marginal-accelerators", 5), ("manager-override", 1),
    ])
  func team(_ name: String, people: Int) throws {
    let plan = try Plan.read(path: datasets("plans/\(name).yaml")).plan
    let run = try plan.statements(
      for: Deals.read(path: datasets("deals/team-2021.csv"), for: plan).deals,
      roster: Roster.read(path: datasets("deals/team-2021-roster.csv"), for: plan).roster,
      rates: MonthlyRates.read(path: datasets("deals/team-2021-rates.csv")),
      scores: Scores.read(path: datasets("deals/team-2021-scores.csv")))
    #expect(run.statements.count == people)
    #expect(run.findings.findings == [])
    for statement in run.statements { InvariantTests.check(statement) }
    #expect(run.statements.contains { $0.clawback.minorUnits != 0 } == (people == 5))
  }
}
