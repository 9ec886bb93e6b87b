import Amounts
import Findings
import PayPlans
import PlanFiles
import Testing

/// What a component stands at when deals are cancelled, worked out by hand: quarters of 100,000 at 10 %.
@Suite("What a component stands at")
struct StandingTests {
  static func run(_ commission: String, _ around: String = "", _ deals: String) throws -> Statement
  {
    let plan = try Plan.read(
      yaml: """
        plan: P
        currency: USD
        variable: 40000
        measures: {bookings: {quota: 400000}}
        components:
          - {commission: C, measure: bookings, \(commission)}
        \(around)
        """, file: "plan.yaml"
    ).plan
    return try #require(plan.run("deal_id,rep,close_date,amount,cancelled_date\n" + deals).first)
  }

  static let retroactive =
    "period: quarter, tiers: retroactive, rates: [{to: 100%, pay: 1x}, {pay: 2x}]"
  static let half = "paid: {close_date: 50%, close_date + 90 days: 50%}"
  static let window = "clawback: {within: 12 months}"
  static let reduces = "clawback: {within: 12 months, attainment: reduces}"
  static let restates = "clawback: {within: 12 months, attainment: restates}"

  /// A case with what nets, and what of it was taken back.
  struct Case: CustomTestStringConvertible {
    var name: String
    var commission: String = retroactive
    var around: String = window
    var deals: String
    var nets: String
    var takenBack: String?
    var testDescription: String { name }
  }

  static let cases: [Case] = [
    Case(
      name: "A threshold of the year so far, cancelled below it, reached again",
      commission: "period: quarter, accumulate: year to date, threshold: 40%, pay: 1x",
      deals: "D1,a,2026-01-10,60000,2026-04-05\nD2,a,2026-04-20,60000,\n", nets: "6000.00"),
    Case(
      name: "A re-rated year so far, cancelled when it stands lower",
      commission: "accumulate: year to date, threshold: 40%, " + retroactive,
      deals: "D1,a,2026-01-10,90000,2026-04-05\nD2,a,2026-01-20,10000,2026-04-06\n",
      nets: "0.00", takenBack: "20000.00"),
    Case(
      name: "What is kept of a cancelled deal is its own, and no later cancellation takes from it",
      commission: "period: quarter, accumulate: year to date, threshold: 80%, pay: 1x",
      around: "clawback: {within: 12 months, take: 40%}",
      deals: "D1,a,2026-01-10,90000,2026-05-05\nD2,a,2026-04-20,10000,2026-06-05\n",
      nets: "5400.00", takenBack: "3600.00"),
    Case(
      name: "Half not due: it lapses, and the rest is taken back", around: half + "\n" + window,
      deals: "D1,a,2026-01-10,80000,2026-03-10\nD2,a,2026-02-10,20000,2026-03-10\n",
      nets: "0.00", takenBack: "10000.00"),
    Case(
      name: "Half not due, the second deal cancelled", around: half + "\n" + window,
      deals: "D1,a,2026-01-10,80000,\nD2,a,2026-02-10,20000,2026-03-10\n", nets: "16000.00"),
    Case(
      name: "The yearly cap's room is that of the deals that stand",
      around: "cap: 15000\n" + window,
      deals: "D1,a,2026-01-10,80000,2026-03-10\nD2,a,2026-02-10,20000,\n", nets: "4000.00"),
    Case(
      name: "The yearly cap still full without the cancelled deal",
      commission: "period: quarter, pay: 1x", around: "cap: 15000\n" + window,
      deals:
        "D1,a,2026-01-10,100000,2026-03-10\nD2,a,2026-02-10,100000,\nD3,a,2026-02-11,100000,\n",
      nets: "15000.00", takenBack: "0.00"),
    Case(
      name: "A capped quarter whose attainment is reduced",
      commission:
        "period: quarter, tiers: marginal, rates: [{to: 50%, pay: 0.1x}, {pay: 1.9x}], cap: 100%",
      around: reduces,
      deals:
        "D1,a,2026-01-10,50000,2026-05-10\nD2,a,2026-04-10,100000,\nD3,a,2026-06-10,50000,\n",
      nets: "10000.00"),
    Case(
      name: "A threshold that a deal reaches after another was cancelled unpaid",
      commission: "period: quarter, threshold: 50%, pay: 1x",
      deals: "D1,a,2026-01-10,40000,2026-01-20\nD2,a,2026-02-10,60000,\n", nets: "6000.00"),
    Case(
      name: "A deal re-rated by one that was cancelled, cancelled as well",
      deals: "D1,a,2026-01-10,60000,2026-01-20\nD2,a,2026-02-10,60000,2026-03-20\n",
      nets: "0.00"),
    Case(
      name: "Restated: the quarter as if the deal had never been", around: restates,
      deals: "D1,a,2026-01-10,80000,\nD2,a,2026-02-10,20000,2026-05-10\n", nets: "8000.00",
      takenBack: "12000.00"),
    Case(
      name: "Restated with instalments: later ones are those of the restated quarter",
      around: half + "\n" + restates,
      deals: "D1,a,2026-01-10,80000,\nD2,a,2026-02-10,20000,2026-03-10\n", nets: "8000.00",
      takenBack: "6000.00"),
    Case(
      name: "Restated bands: a later deal in the quarter goes on from the restated credit",
      around: restates,
      deals:
        "D1,a,2026-01-10,60000,2026-02-01\nD2,a,2026-01-20,60000,\nD3,a,2026-03-01,30000,\n",
      nets: "9000.00", takenBack: "18000.00"),
  ]

  @Test("Nets", arguments: cases)
  func nets(_ given: Case) throws {
    let statement = try Self.run(given.commission, given.around, given.deals)
    // What has a day to come counts as if it were due.
    let net = statement.incentivePaid - statement.owedClawback
    #expect(net.fixedPoint == given.nets)
    if let taken = given.takenBack { #expect((-statement.clawback).fixedPoint == taken) }
    let sum = statement.lines.reduce(Money.zero(.usd)) { $0 + $1.pay }
    #expect(sum == statement.earned + statement.clawback)
  }

  /// A cap of 5,000 over a yearly commission, paid as one line, and a spiff whose deals are partly never
  /// due: worked out by hand, 4,190.00 in December and 191.94 in February are due, 618.06 never is.
  @Test("Everything cancelled takes back what was due, below a cap over components too")
  func capOverComponents() throws {
    let plan = try Plan.read(
      yaml: """
        plan: P
        currency: USD
        variable: 40000
        measures: {sales: {quota: 400000}, other: {quota: 200000}}
        components:
          - commission: C
            measure: sales
            period: year
            target: 40000
            rates: [{to: 70%, pay: 2.4x}, {to: 120%, pay: 1.3x}, {pay: 0.5x}]
            tiers: marginal
            gate: {measure: other, at: 50%, otherwise: {at most: 60%}}
          - {spiff: S, pay: 1.5%, budget: 1200}
        clawback: {within: 20 months}
        paid: paid_date
        cap: 5000
        """, file: "plan.yaml"
    ).plan
    let deals = """
      deal_id,rep,close_date,amount,cancelled_date,paid_date
      D1,ann,2026-03-26,2204,2027-03-21,
      D2,ann,2026-05-21,39000,2027-01-28,
      D3,ann,2026-07-27,26000,2027-06-10,2026-12-15
      D4,ann,2026-09-26,57000,2027-02-08,2027-02-10

      """
    let statement = try #require(plan.run(deals).first)
    #expect((-statement.clawback).fixedPoint == "4381.94")
    #expect(statement.lapsed.fixedPoint == "618.06")
    #expect(statement.incentivePaid.fixedPoint == "4381.94")
    #expect(statement.owedClawback.fixedPoint == "4381.94")
  }

  @Test(
    "A return that takes more than its sale was paid, or nothing of it, is warned about",
    arguments: [
      (
        "period: quarter, tiers: by deal, rates: [{to: 100%, pay: 1x}, {pay: 2x}]", "2026-03-10",
        "takes 8000.00 USD, more than the 4000.00 USD that \"C\" paid for \"D2\""
      ),
      (
        "period: quarter, threshold: 50%, pay: 1x", "2026-04-10",
        "takes nothing of the 4000.00 USD that \"C\" paid for \"D2\""
      ),
      ("period: quarter, pay: 1x", "2026-03-10", nil),
    ])
  func returns(commission: String, day: String, message: String?) throws {
    let plan = try Plan.read(
      yaml: """
        plan: P
        currency: USD
        variable: 40000
        measures: {bookings: {quota: 400000}}
        components: [{commission: C, measure: bookings, \(commission)}]
        """, file: "plan.yaml"
    ).plan
    let deals = try Deals.read(
      csv: "deal_id,rep,close_date,amount\nD1,a,2026-01-10,90000\nD2,a,2026-02-10,40000\n"
        + "R2,a,\(day),-40000\n", file: "deals.csv", for: plan
    ).deals
    let findings = try plan.statements(for: deals).findings.findings
    #expect(findings.map(\.kind) == (message == nil ? [] : ["deals.return"]))
    if let message { #expect(findings[0].message.plainText.contains(message)) }
    #expect(findings.allSatisfy { $0.place?.line == 4 })
  }
}
