import Amounts
import Answers
import Foundation
import LedgerAnswers
import PayAnswers
import PayLedger
import TestSupport
import Testing

/// Examples of closing that vendors, projects and contracts have published, with their months moved to the
/// first ones of 2026.
@Suite("Published examples of closing")
struct PublishedClosingTests {
  private static let head = """
    plan: Published
    currency: USD
    year starts: 2026-01-01
    measures:
      sales: {}

    """

  /// Closes and pays months, each on all deals until then, and returns the cheques.
  private static func cheques(
    _ plan: String, _ months: [String], header: String = "deal_id,rep,close_date,amount",
    receipts: String? = nil
  ) throws -> (cheques: [String], month: LedgerMonth) {
    let folder = try ScratchFolder()
    let closing = Closing(in: folder)
    try closing.begin()
    var files = PayFiles(roster: try folder.write("rep,employee_id\nkim,7\n", to: "roster.csv"))
    files.receipts = try receipts.map { try folder.write($0, to: "receipts.csv") }
    let path = try folder.write(head + plan, to: "plan.yaml")
    var cheques: [String] = []
    var last: LedgerMonth?
    for (index, rows) in months.enumerated() {
      let deals = try folder.write("\(header)\n\(rows)\n", to: "deals.csv")
      let month = try closing.close(
        index + 1, PayInputs(plans: [path], deals: deals, files: files)
      ).answer
      try closing.pay(index + 1)
      cheques.append(month.people.first?.cheque.fixedPoint ?? "0.00")
      last = month
    }
    return (cheques, try #require(last))
  }

  /// Spiff's help: 7 % until the end of March, and from April on 7 % of deals up to 50,000 and 10 % of larger
  /// ones, as whole deals. A March deal that is found in May stays at 7 %.
  @Test("A rate that changes in April is not that of a March deal found in May")
  func ruleChange() throws {
    let plan = """
      components:
        - {commission: Sales, measure: sales, period: deal, pay: 7%}
      versions:
        - from: 2026-04-01
          components:
            - commission: Sales
              measure: sales
              period: deal
              tiers: retroactive
              rates: [{through: 50000, pay: 7%}, {pay: 10%}]
      """
    let january = "Z,kim,2026-01-05,1000"
    let march = "\(january)\nA,kim,2026-03-02,60000"
    let april = "\(march)\nB,kim,2026-04-02,50000\nC,kim,2026-04-03,50001"
    let result = try Self.cheques(
      plan, [january, january, march, april, "\(april)\nD,kim,2026-03-30,60000"])
    #expect(result.cheques == ["70.00", "0.00", "4200.00", "8500.10", "4200.00"])
    #expect(result.month.postings.map(\.cause) == [.late])
  }

  /// The community's commission module of Odoo: an invoice and its full credit note come to nothing, of which
  /// one version paid −10 and another +20.
  @Test("An invoice and its credit note come to nothing, paid or not")
  func refund() throws {
    let plan = """
      components:
        - {commission: Sales, measure: sales, period: deal, pay: 10%}
      paid: receipts
      """
    let january = "Z,kim,2026-01-02,10\nI,kim,2026-01-10,100"
    let months = [january, "\(january)\nR,kim,2026-02-10,-100"]
    let other = "deal,date,amount\nZ,2026-01-02,10\n"
    #expect(try Self.cheques(plan, months, receipts: other).cheques == ["1.00", "0.00"])
    let paid = try Self.cheques(
      plan, months, receipts: "\(other)I,2026-01-20,100\nR,2026-02-20,-100\n")
    #expect(paid.cheques == ["11.00", "0.00"])
  }

  /// A balance below zero is carried: 1,640 in October, −2,000 and 1,200 in November, 1,500 in December.
  @Test("What cannot be taken back is taken from the next month")
  func carryOver() throws {
    let plan = """
      components:
        - {commission: Sales, measure: sales, period: deal, pay: 10%}
      clawback: {within: 12 months}
      """
    let deals = [
      "S,kim,2026-01-10,20000,", "O,kim,2026-02-10,16400,", "N,kim,2026-03-10,12000,",
      "D,kim,2026-04-10,15000,",
    ]
    let months = (1...4).map { month in
      var rows = Array(deals.prefix(month))
      if month > 2 { rows[0] += "2026-03-05" }
      return rows.joined(separator: "\n")
    }
    let result = try Self.cheques(
      plan, months, header: "deal_id,rep,close_date,amount,cancelled_date")
    #expect(result.cheques == ["2000.00", "1640.00", "0.00", "700.00"])
  }

  /// A clause of a contract: what is unpaid 90 days after the invoice is charged back, given again when it is
  /// paid until the 120th day, and lost after it.
  @Test("What was charged back is given again where the cancellation is taken back, and else lost")
  func chargeback() throws {
    let plan = """
      components:
        - {commission: Sales, measure: sales, period: deal, pay: 10%}
      clawback: {within: 12 months}
      """
    func rows(_ first: String, _ second: String) -> String {
      "A,kim,2026-01-05,10000,\(first)\nB,kim,2026-01-05,20000,\(second)"
    }
    // The 90th day is in April; in May only A is paid, on the 115th day, and B on the 140th.
    let result = try Self.cheques(
      plan,
      [
        rows("", ""), rows("", ""), rows("", ""), rows("2026-04-05", "2026-04-05"),
        rows("", "2026-04-05") + "\nC,kim,2026-05-10,50000,",
      ], header: "deal_id,rep,close_date,amount,cancelled_date")
    // 3,000 in January, owed from April on; in May 1,000 of it are given again and 5,000 earned.
    #expect(result.cheques == ["3000.00", "0.00", "0.00", "0.00", "3000.00"])
  }
}
