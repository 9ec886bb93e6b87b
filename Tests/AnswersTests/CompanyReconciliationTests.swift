import Amounts
import Answers
import Findings
import Foundation
import PayAnswers
import PayPlans
import Reporting
import TestSupport
import Testing

/// What several plans owe, held against what was paid.
@Suite("Reconciling several plans")
struct CompanyReconciliationTests {
  private static func answer(
    _ folder: borrowing ScratchFolder, paid: String
  ) throws -> Reply<CompanyReconciliation> {
    let pay = try CompanyStatementTests.write(folder, roster: CompanyStatementTests.roster)
    return try CompanyReconciliationQuestion(pay, paid: folder.write(paid, to: "paid.csv")).answer()
  }

  @Test(
    "Payments are by the plan that they name, or that alone pays their person, deal or component")
  func plans() throws {
    let folder = try ScratchFolder()
    // Each earns 12,000; Ann by three plans, Bob by one, in two currencies.
    let named = try Self.answer(
      folder,
      paid: """
        rep,plan,paid
        ann,Sellers 2025,12000
        ann,Sellers,12000
        ann,Farmers,12000
        bob,,12000
        """)
    #expect(named.answer.isClean)
    let sums = named.answer.plans.map { plan in
      plan.rows.reduce(Money.zero(plan.plan.currency)) { $0 + $1.paid }.description
    }
    #expect(sums.sorted() == ["12000.00 USD", "12000.00 USD", "24000.00 EUR"])
    let byDeal = try Self.answer(
      folder,
      paid: "rep,deal_id,paid\nann,D0,12000\nann,D1,12000\nann,D2,12000\nbob,D3,11000\n")
    let different = byDeal.answer.plans.flatMap(\.rows).filter { $0.difference.minorUnits != 0 }
    #expect(
      different.map { "\($0.rep) \($0.deal ?? "") \($0.difference)" } == ["bob D3 -1000.00 EUR"])
    let table = try #require(byDeal.answer.tables.first { $0.name == "differences" }).table
    #expect(table.csv().contains("Farmers,EUR,bob"))
  }

  @Test("A payment that several plans could have made is refused, and one of another plan left out")
  func open() throws {
    let folder = try ScratchFolder()
    let error = #expect(throws: InputFailure.self) {
      try Self.answer(folder, paid: "rep,paid\nann,36000\nbob,12000\n")
    }
    #expect(error?.log.findings.map(\.kind) == ["payments.which-plan"])
    let other = try Self.answer(folder, paid: "rep,plan,paid\nbob,Farmers,12000\nzoe,Hunters,1\n")
    #expect(other.findings.findings.contains { $0.kind == "payments.other-plan" })
    #expect(other.answer.plans.flatMap(\.rows).allSatisfy { $0.rep != "zoe" })
  }
}
