import Amounts
import Findings
import Foundation
import PayPlans
import PlanFiles
import TestSupport
import Testing

/// Pay that is due as customers pay.
@Suite("Receipts")
struct ReceiptsTests {
  static let plan = """
    plan: P
    currency: USD
    base: 0
    variable: 40000
    measures: {sales: {quota: 400000}}
    components:
      - {commission: C, measure: sales, period: year, pay: 10%}
    paid: receipts
    """

  private static func read(_ yaml: String = plan) throws -> Plan {
    try Plan.read(yaml: yaml, file: "plan.yaml").plan
  }

  /// What is found in receipts for some deals, and the months in which something is due.
  private static func run(
    _ deals: String, _ receipts: String
  ) throws -> (due: [String], notDue: String, found: [String]) {
    let plan = try read()
    var read = try Deals.read(csv: deals, file: "deals.csv", for: plan).deals
    let found: FindingLog
    do {
      found = try read.note(Receipts(csv: receipts, file: "receipts.csv"), in: plan.currency)
    } catch {
      return ([], "", error.log.findings.map { "\($0.subject): \($0.kind.rawValue)" })
    }
    let statements = try plan.statements(for: read).statements
    let due = statements.flatMap { statement in
      statement.months.filter { $0.due.minorUnits != 0 }.map {
        "\(statement.rep) \($0.firstDay.yearMonth) \($0.due.fixedPoint)"
      }
    }
    let notDue = statements.map(\.notDue).map(\.fixedPoint).joined(separator: " ")
    return (due, notDue, found.findings.map { "\($0.subject): \($0.kind.rawValue)" })
  }

  /// A payment of the whole deal is what a column with its day says.
  @Test("One receipt of each whole deal pays like a column with its day", arguments: 0..<4)
  func column(_ batch: Int) throws {
    var random = SeededGenerator(seed: FreshSeed.value &* 4 &+ UInt64(batch))
    for _ in 0..<60 {
      var yaml = RandomPlan(using: &random).yaml
      if let paid = yaml.range(of: "paid: ") {
        yaml.removeSubrange(
          paid.lowerBound..<(yaml[paid.lowerBound...].firstIndex(of: "\n") ?? yaml.endIndex))
      }
      yaml += "\npaid: {close_date: 30%, paid_date: 70%}\n"
      let deals = RandomDeal.year(hasReturns: false, using: &random)
      // A file needs a row, and perhaps nobody has paid: the first is for no deal.
      let receipts =
        "deal_id,date,amount\nD0,2026-01-01,1\n"
        + deals.compactMap { deal in deal.paid.map { "\(deal.id),\($0),\(deal.amount)\n" } }
        .joined()
      let what: Comment =
        "ONTARGET_TEST_SEED=\(FreshSeed.value):\n\(yaml)\n\(RandomDeal.csv(deals))"
      let byColumn = try Self.read(yaml).run(
        RandomDeal.csv(deals), scores: StandingPropertyTests.scores)
      let byReceipts = try Self.read(yaml.replacing("paid_date", with: "receipts")).run(
        RandomDeal.csv(deals), scores: StandingPropertyTests.scores, receipts: receipts)
      #expect(byReceipts.map(\.months) == byColumn.map(\.months), what)
      #expect(byReceipts.map(\.notDue) == byColumn.map(\.notDue), what)
    }
  }

  @Test("A deal is due as it is paid, never before it closes, and never for more than it comes to")
  func inParts() throws {
    let run = try Self.run(
      "deal_id,rep,close_date,amount\nD1,ann,2026-03-10,1000\nD2,ann,2026-03-11,500\n",
      """
      deal_id,date,amount
      D1,2026-05-01,400
      D1,2026-01-15,250
      D1,2026-07-01,400
      """)
    // 25 % before the close, 40 %, and of the last 40 % the 35 % that are left.
    #expect(run.due == ["ann 2026-03 25.00", "ann 2026-05 40.00", "ann 2026-07 35.00"])
    #expect(run.notDue == "50.00")
    #expect(run.found == ["receipts.csv:4:1: receipts.too-much"])
  }

  @Test("A payment is one for all products of a deal, and for all people of a split")
  func wholeDeals() throws {
    let run = try Self.run(
      """
      deal_id,rep,close_date,amount,share,product
      D1,ann,2026-01-10,600,100%,Seats
      D1,ann,2026-01-10,400,100%,Support
      D2,ann,2026-01-10,1000,60%,
      D2,bob,2026-01-10,1000,40%,
      """, "deal_id,date,amount\nD1,2026-02-01,500\nD2,2026-02-01,500\n")
    #expect(run.due == ["ann 2026-02 80.00", "bob 2026-02 20.00"])
    #expect(run.found.isEmpty)
  }

  @Test("What a return takes is due as the customer gets money back, and never without")
  func returns() throws {
    let deals = "deal_id,rep,close_date,amount\nD1,ann,2026-01-10,1000\nR1,ann,2026-02-12,-1000\n"
    let receipts = "deal_id,date,amount\nD1,2026-01-20,1000\n"
    #expect(try Self.run(deals, receipts).due == ["ann 2026-01 100.00"])
    let back = try Self.run(deals, "\(receipts)R1,2026-03-01,-1000\n")
    #expect(back.found.isEmpty)
    #expect(back.due == ["ann 2026-01 100.00", "ann 2026-03 -100.00"])
  }

  @Test(
    "What is wrong in receipts",
    arguments: [
      ("D9,2026-02-01,500,", "receipts.csv:2:1: receipts.unknown-deal"),
      ("D1,2026-02-01,-500,", "receipts.csv:2:15: receipts.negative"),
      ("D1,2026-02-01,,", "receipts.csv:2:15: table.empty"),
      ("D1,2026-02-01,500,EUR", "receipts.csv:2:1: receipts.currency"),
      ("D1,2026-02-01,€500,", "receipts.csv:2:1: receipts.currency"),
      ("R1,2026-02-01,500,", "receipts.csv:2:1: receipts.nothing"),
    ])
  func wrong(_ row: String, _ found: String) throws {
    let run = try Self.run(
      "deal_id,rep,close_date,amount\nD1,ann,2026-01-10,1000\nR1,ann,2026-01-12,-100\n",
      "deal_id,date,amount,currency\n\(row)\n")
    #expect(run.found == [found])
  }

  @Test("Later receipts are not known as of a day")
  func asOf() throws {
    let plan = try Self.read()
    var deals = try Deals.read(
      csv: "deal_id,rep,close_date,amount\nD1,ann,2026-01-10,1000\n", file: "deals.csv", for: plan
    ).deals
    _ = try deals.note(
      Receipts(csv: "deal_id,date,amount\nD1,2026-02-01,500\nD1,2026-03-01,500\n", file: "r.csv"),
      in: plan.currency)
    let day = try #require(CalendarDate(year: 2026, month: 2, day: 28))
    let statement = try #require(plan.statements(for: deals, asOf: day).statements.first)
    #expect(statement.notDue.fixedPoint == "50.00")
    #expect(statement.incentivePaid.fixedPoint == "50.00")
  }
}
