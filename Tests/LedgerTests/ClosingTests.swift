import Amounts
import Answers
import Findings
import Foundation
import LedgerAnswers
import LedgerFiles
import PayAnswers
import PayLedger
import Reporting
import TestSupport
import Testing

/// Two months of the sample company, worked out by hand.
///
/// The quota is 150,000 a quarter; 10 % are paid to it, 15 % above; half of a deal is due when it closes,
/// half when it is paid; a draw of 2,000 a month is recovered.
@Suite("Months that are closed")
struct ClosingTests {
  @Test("A month posts what is owed, what is not due is held, and a draw fills up")
  func january() throws {
    let folder = try ScratchFolder()
    let closing = Closing(in: folder)
    try closing.begin()
    let month = try closing.calculate(1).answer
    // Ann: 10,000 and 5,000 + 1,500, of which half of D2 is not due. Ben: half of 3,000, and 500 of the draw.
    #expect(month.people.map(\.payee.rep) == ["ann", "ben", "eva"])
    #expect(month.people.map(\.cheque.fixedPoint) == ["13250.00", "2000.00", "2000.00"])
    #expect(month.people.map(\.payee.employeeID) == ["101", "102", "103"])
    #expect(month.postings.allSatisfy { $0.cause == nil })
    let ann = month.postings.filter { $0.key.rep == "ann" }
    #expect(ann.map(\.kind) == [.earning, .earning, .hold, .hold])
    #expect(
      ann.map(\.amount.fixedPoint) == ["10000.00", "6500.00", "3250.00", "-3250.00"])
  }

  @Test("What changed of January is posted in February, with its cause; January stays as it is")
  func february() throws {
    let folder = try ScratchFolder()
    let closing = Closing(in: folder)
    try closing.begin()
    try closing.close(1)
    let january = try closing.contents().book.entries
    try closing.pay(1)
    try closing.close(2)
    let book = try closing.contents().book
    #expect(Array(book.entries.prefix(january.count)) == january)
    let adjustments = book.entries.filter { $0.posting.kind == .adjustment }
    let found = adjustments.map { entry -> [String] in
      let cause = entry.posting.cause?.texts
      return [
        entry.posting.key.rep, entry.posting.key.deal ?? "", entry.posting.amount.fixedPoint,
        cause?.name ?? "", cause?.was ?? "", cause?.isNow ?? "",
      ]
    }
    // D1 was 100,000 when January closed, is 80,000: 2,000 less. D2 is half of eva's now: 6,500 less 3,000 for ann.
    #expect(
      found == [
        ["ann", "D1", "-2000.00", "credit", "100000", "80000"],
        ["ann", "D2", "-3500.00", "credit", "60000", "30000"],
        ["ben", "D5", "1200.00", "late", "", ""],
        ["eva", "D2", "3000.00", "owner", "", ""],
      ])
    let payroll = try closing.payroll(2).answer
    #expect(payroll.payroll.lines.map(\.amount.fixedPoint) == ["0.00", "3450.00", "5800.00"])
    #expect(payroll.payroll.lines.map(\.carried.fixedPoint) == ["-1750.00", "0.00", "0.00"])
    #expect(payroll.controls.map(\.total.fixedPoint) == ["9250.00"])
    #expect(payroll.controls.map(\.hashTotal) == [205])
  }

  // February pays 12 % to the quota and has D1 smaller and half of D2, which were paid 10,000 and 6,500: of D1 the
  // plan alone makes 2,000 more and the deals alone 2,000 less, and 2 % of what D1 lost neither of them.
  @Test("Where plan and deals changed, what each moves alone is said in money")
  func alone() throws {
    let folder = try ScratchFolder()
    let closing = Closing(in: folder)
    try closing.begin()
    try closing.close(1)
    var inputs = Closing.inputs(2)
    let plan = try String(contentsOfFile: inputs.plans[0], encoding: .utf8)
    inputs.plans = [try folder.write(plan.replacing("pay: 10%", with: "pay: 12%"), to: "plan.yaml")]
    let month = try closing.close(2, inputs).answer
    let found = month.postings.filter { $0.kind == .adjustment }.map { posting in
      let cause = posting.cause?.texts
      return [
        posting.key.rep, posting.key.deal ?? "", posting.amount.fixedPoint, cause?.name ?? "",
        cause?.isNow ?? "",
      ]
    }
    #expect(
      found == [
        ["ann", "D1", "-400.00", "each", "plan=2000 deals=-2000 together=-400"],
        ["ann", "D2", "-2900.00", "each", "plan=1000 deals=-3500 together=-400"],
        ["ben", "D3", "600.00", "files", "plan"],
        ["ben", "D5", "1440.00", "late", ""],
        ["eva", "D2", "3600.00", "owner", ""],
      ])
    #expect(
      month.document.markdown().contains(
        "other than before, each alone: plan +2,000.00, deals -2,000.00; beyond that, together: -400.00"
      ))
    // It is read again as it was posted.
    let entry = try #require(
      try closing.contents().book.entries.first {
        $0.posting.kind == .adjustment && $0.posting.key.deal == "D1"
      })
    let moves = [Cause.Move("plan", 2_000), Cause.Move("deals", -2_000)]
    #expect(entry.posting.cause == .each(moves, together: -400))
    #expect(try LedgerReplayQuestion(closing.ledger, version: "1").answer().answer.isSame)
  }

  @Test("A component that the plan of the last close had and this one has not is named")
  func dropped() throws {
    let folder = try ScratchFolder()
    let closing = Closing(in: folder)
    try closing.begin()
    var inputs = Closing.inputs(1)
    let plan = try String(contentsOfFile: inputs.plans[0], encoding: .utf8)
    let bonus = "  - {bonus: Start, measure: bookings, period: quarter, at: 50%, pay: 100}\n\npaid:"
    inputs.plans = [try folder.write(plan.replacing("\npaid:", with: bonus), to: "more.yaml")]
    let first = try closing.close(1, inputs)
    #expect(!first.findings.findings.contains { $0.kind == "plan.dropped" })
    let second = try closing.calculate(2)
    #expect(
      second.findings.findings.filter { $0.kind == "plan.dropped" }.map(\.message.plainText)
        == ["the component \"Start\" of the plan before is not in this one"])
  }

  @Test("What is due as customers pay is held until they have, and released without an adjustment")
  func receipts() throws {
    let folder = try ScratchFolder()
    let closing = Closing(in: folder)
    try closing.begin()
    let data = Checkout.datasets
    var inputs = PayInputs(
      plans: ["\(data)/plans/as-customers-pay.yaml"], deals: "\(data)/deals/subscriptions.csv",
      files: PayFiles(
        roster: try folder.write(
          "rep,employee_id\nmia,1\nleo,2\n", to: "people.csv")))
    inputs.files.receipts = "\(data)/deals/subscriptions-receipts.csv"
    let months = try (1...3).map { number in
      let month = try closing.close(number, inputs).answer
      try closing.pay(number)
      return month
    }
    // Of each twelfth of a deal a half is due on the close, and a half of what the customer has paid of it.
    let cheques = months.map { month in
      month.people.map { "\($0.payee.rep) \($0.cheque.fixedPoint)" }
    }
    #expect(
      cheques == [
        ["mia 2000.00"], ["leo 1500.00", "mia 5500.00"], ["leo 3750.00", "mia 5000.00"],
      ])
    #expect(months.flatMap(\.postings).allSatisfy { $0.cause == nil })
    #expect(try LedgerReplayQuestion(closing.ledger, version: "1").answer().answer.isSame)
  }

  @Test("A statement has the causes, and its accounts are those of the ledger")
  func statement() throws {
    let folder = try ScratchFolder()
    let closing = Closing(in: folder)
    try closing.begin()
    try closing.close(1)
    try closing.pay(1)
    try closing.close(2)
    let answer = try LedgerStatementQuestion(closing.ledger, reps: ["Ann Cole"]).answer().answer
    let statement = try #require(answer.statements.first)
    #expect(statement.period.name == "2026-02")
    let payable = try #require(statement.balances.first)
    #expect(payable.opening.fixedPoint == "0.00")
    #expect(payable.closing.fixedPoint == "-1750.00")
    let text = answer.document.markdown()
    #expect(text.contains("D1 was credited 100,000.00, and is now 80,000.00"))
    // Everybody's statements have the entries of the period, each once.
    let all = try LedgerStatementQuestion(closing.ledger).answer().answer
    let posted = try closing.contents().book.entries.filter { $0.period == "2026-02" }
    #expect(all.statements.flatMap(\.entries).map(\.number).sorted() == posted.map(\.number))
    #expect(all.document.markdown().contains("## Ann Cole"))
    #expect(
      refusal { _ = try LedgerStatementQuestion(closing.ledger, reps: ["anne"]).answer() }
        == ["pay.unknown-rep"])
    #expect(
      refusal {
        _ = try LedgerStatementQuestion(closing.ledger, reps: ["ann"], period: "2026-03").answer()
      } == ["ledger.not-closed"])
  }

  @Test("A deal that is gone is asked about, and taken back when it is meant")
  func gone() throws {
    let folder = try ScratchFolder()
    let closing = Closing(in: folder)
    try closing.begin()
    try closing.close(1)
    let text = try String(contentsOfFile: Closing.inputs(2).deals, encoding: .utf8)
    var inputs = Closing.inputs(2)
    inputs.deals = try folder.write(
      text.split(separator: "\n").filter { !$0.hasPrefix("D3,") }.joined(separator: "\n"),
      to: "deals.csv")
    #expect(refusal { try closing.calculate(2, inputs) } == ["ledger.gone"])
    let reply = try closing.calculate(2, inputs, reversed: ["D3", "D4"])
    #expect(reply.findings.findings.map(\.kind).contains("ledger.not-gone"))
    let posting = try #require(reply.answer.postings.first { $0.key.deal == "D3" })
    #expect(posting.amount.fixedPoint == "-3000.00")
    #expect(posting.cause == .gone)
  }

  @Test("People and plans that are gone are asked about")
  func others() throws {
    let folder = try ScratchFolder()
    let closing = Closing(in: folder)
    try closing.begin()
    try closing.close(1)
    var inputs = Closing.inputs(2)
    let roster = try String(contentsOfFile: "\(Closing.folder)/roster.csv", encoding: .utf8)
    let without = roster.split(separator: "\n").filter { !$0.hasPrefix("ann,") }
    inputs.files.roster = try folder.write(without.joined(separator: "\n"), to: "roster.csv")
    let deals = try String(contentsOfFile: inputs.deals, encoding: .utf8)
    inputs.deals = try folder.write(
      deals.split(separator: "\n").filter { !$0.contains(",ann,") }.joined(separator: "\n"),
      to: "deals.csv")
    #expect(refusal { try closing.calculate(2, inputs) } == ["ledger.no-person"])
    var renamed = Closing.inputs(2)
    let plan = try String(contentsOfFile: renamed.plans[0], encoding: .utf8)
    renamed.plans = [
      try folder.write(
        plan.replacingOccurrences(of: "plan: Closing example", with: "plan: Other"), to: "o.yaml")
    ]
    renamed.files.roster = try folder.write(
      roster.replacingOccurrences(of: "Closing example", with: "Other"), to: "o.csv")
    #expect(refusal { try closing.calculate(2, renamed) } == ["ledger.no-plan"])
    var foreign = Closing.inputs(2)
    foreign.plans = [
      try folder.write(
        plan.replacingOccurrences(of: "currency: USD", with: "currency: EUR"), to: "e.yaml")
    ]
    #expect(refusal { try closing.calculate(2, foreign) } == ["ledger.currency"])
  }

  @Test("A period goes through its states in order, and never back after its payroll file")
  func states() throws {
    let folder = try ScratchFolder()
    let closing = Closing(in: folder)
    try closing.begin()
    #expect(refusal { try closing.calculate(2) } == ["ledger.period"])
    #expect(refusal { try closing.act(.approve("2026-01"), "2026-02-03") } == ["ledger.state"])
    try closing.calculate(1)
    #expect(refusal { try closing.act(.close("2026-01"), "2026-02-03") } == ["ledger.state"])
    try closing.act(.approve("2026-01"), "2026-02-03")
    #expect(refusal { try closing.act(.close("2026-01"), "2026-02-01") } == ["ledger.day"])
    try closing.act(.close("2026-01"), "2026-02-03")
    #expect(refusal { try closing.act(.pay("2026-01"), "2026-02-05") } == ["ledger.state"])
    try closing.act(.reopen("2026-01", reason: "a wrong rate"), "2026-02-03")
    #expect(
      try closing.contents().book.balances(atClose: 100).allSatisfy {
        $0.closing.minorUnits == 0
      })
    try closing.close(1, day: "2026-02-03")
    try closing.payroll(1)
    #expect(
      refusal { try closing.act(.reopen("2026-01", reason: "x"), "2026-02-05") }
        == ["ledger.state"])
    // A month may be closed before the last one is paid, and is paid after it.
    try closing.close(2)
    #expect(refusal { try closing.payroll(2) } == ["ledger.state"])
  }

  @Test("The payroll file is made once, and is the same when it is asked for again")
  func twice() throws {
    let folder = try ScratchFolder()
    let closing = Closing(in: folder)
    try closing.begin()
    try closing.close(1)
    let first = try closing.payroll(1)
    let again = try closing.payroll(1)
    #expect(refusal { try closing.payroll(1, "adp-paydata") } == ["ledger.other-template"])
    #expect(first.answer.files == again.answer.files)
    #expect(again.findings.findings.map(\.kind) == ["ledger.payroll-again"])
    try closing.act(.pay("2026-01"), "2026-02-05")
    #expect(try closing.payroll(1).answer.files == first.answer.files)
    #expect(try closing.payroll(1).answer.controls == first.answer.controls)
  }

  @Test("Approving what was calculated anew needs a new approval")
  func approval() throws {
    let folder = try ScratchFolder()
    let closing = Closing(in: folder)
    try closing.begin()
    try closing.calculate(1)
    try closing.act(.approve("2026-01"), "2026-02-03")
    try closing.calculate(1, day: "2026-02-03")
    #expect(refusal { try closing.act(.close("2026-01"), "2026-02-03") } == ["ledger.state"])
  }

  @Test("Disputes are of entries, stay open until they are answered, and post nothing")
  func disputes() throws {
    let folder = try ScratchFolder()
    let closing = Closing(in: folder)
    try closing.begin()
    try closing.close(1)
    let before = try closing.contents().book.entries
    #expect(
      refusal { try closing.act(.dispute(entry: 999, reason: "x"), "2026-02-10") }
        == ["ledger.no-entry"])
    let status = try closing.act(.dispute(entry: 2, reason: "all of D2 is mine"), "2026-02-10")
    let dispute = try #require(status.book.openDisputes.first)
    #expect(dispute.about == 2)
    #expect(status.document.markdown().contains("all of D2 is mine"))
    try closing.act(.answer(dispute: dispute.number, reason: "no"), "2026-02-11")
    #expect(try closing.contents().book.openDisputes.isEmpty)
    #expect(
      refusal { try closing.act(.answer(dispute: dispute.number, reason: "no"), "2026-02-11") }
        == ["ledger.no-dispute"])
    #expect(try closing.contents().book.entries == before)
  }

  @Test("A ledger that begins within a year asks what was paid before, and does not pay it again")
  func opening() throws {
    let folder = try ScratchFolder()
    let closing = Closing(in: folder)
    try closing.begin("2026-02")
    #expect(refusal { try closing.calculate(2) } == ["ledger.unopened"])
    let balances = try folder.write(
      "rep,account,amount,currency\nben,payable,-100.00,USD\nann,draw,400.00,USD\n",
      to: "balances.csv")
    _ = try LedgerOpening(
      closing.ledger, inputs: Closing.inputs(1), balances: balances,
      Closing.stamp("2026-02-01")
    ).answer()
    #expect(
      refusal {
        _ = try LedgerOpening(
          closing.ledger, inputs: Closing.inputs(1), Closing.stamp("2026-02-01")
        ).answer()
      } == ["ledger.opened"])
    try closing.close(2)
    let payroll = try closing.payroll(2).answer
    // As after a January in the ledger, but for ben's 100 and what ann's draw takes when there is something.
    #expect(payroll.payroll.lines.map(\.amount.fixedPoint) == ["0.00", "3350.00", "5800.00"])
    let book = try closing.contents().book
    let draw = book.balances(atClose: book.events.count).first {
      $0.key.rep == "ann" && $0.key.account == .draw
    }
    #expect(draw?.closing.fixedPoint == "900.00")
  }

  @Test("What is owed from before is taken from what there is to pay, and no more")
  func recovery() throws {
    let folder = try ScratchFolder()
    let closing = Closing(in: folder)
    try closing.begin()
    let balances = try folder.write(
      "rep,account,amount,currency\nann,draw,9000.00,USD\nben,clawback,2500.00,USD\n",
      to: "balances.csv")
    _ = try LedgerOpening(
      closing.ledger, balances: balances, Closing.stamp("2026-01-31")
    ).answer()
    let month = try closing.calculate(1).answer
    // Ben's 1,500 are taken, and not the 500 that the draw tops them up by.
    #expect(month.people.map(\.cheque.fixedPoint) == ["4250.00", "500.00", "2000.00"])
    #expect(month.people.map(\.owed.fixedPoint) == ["0.00", "1500.00", "2000.00"])
    #expect(month.people.map(\.carried.fixedPoint) == ["0.00", "0.00", "0.00"])
  }

  @Test("Amounts by hand that are gone are asked about, and a kind of file that is forgotten")
  func adjustments() throws {
    let folder = try ScratchFolder()
    let closing = Closing(in: folder)
    try closing.begin()
    var inputs = Closing.inputs(1)
    let header = "rep,date,amount,reason\n"
    inputs.files.adjustments = try folder.write(
      header + "ben,2026-01-12,50,Contest\n", to: "a.csv")
    try closing.close(1, inputs)
    #expect(refusal { try closing.calculate(2) } == ["ledger.no-file"])
    var others = Closing.inputs(2)
    others.files.adjustments = try folder.write(
      header + "ben,2026-02-12,70,Other\n", to: "b.csv")
    #expect(refusal { try closing.calculate(2, others) } == ["ledger.gone"])
    let month = try closing.calculate(2, others, reversed: ["Contest"]).answer
    let byHand = month.postings.filter { $0.kind == .manual }.map(\.amount.fixedPoint)
    #expect(byHand == ["-50.00", "70.00"])
  }

  @Test("A period that is opened and closed again has its earnings, and no adjustments")
  func again() throws {
    let folder = try ScratchFolder()
    let closing = Closing(in: folder)
    try closing.begin()
    try closing.close(1)
    let first = try closing.contents().book.entries.map(\.posting)
    try closing.act(.reopen("2026-01", reason: "a number"), "2026-02-03")
    try closing.close(1, day: "2026-02-03")
    #expect(try closing.contents().book.entries.suffix(first.count).map(\.posting) == first)
    let answer = try LedgerStatementQuestion(closing.ledger, reps: ["ann"]).answer().answer
    #expect(answer.statements.map(\.entries.count) == [4])
  }

  @Test(
    "A month is not closed before it is over, and late deals of a month before the ledger are adjustments"
  )
  func times() throws {
    let folder = try ScratchFolder()
    let closing = Closing(in: folder)
    _ = try LedgerBeginning(
      closing.ledger, first: "2026-02", Closing.stamp("2026-02-01")
    ).answer()
    _ = try LedgerOpening(
      closing.ledger, inputs: Closing.inputs(1), Closing.stamp("2026-02-01")
    ).answer()
    let month = try closing.calculate(2, day: "2026-02-10").answer
    let late = try #require(month.postings.first { $0.key.deal == "D5" })
    #expect(late.kind == .adjustment && late.cause == .late)
    try closing.act(.approve("2026-02"), "2026-02-10")
    #expect(refusal { try closing.act(.close("2026-02"), "2026-02-27") } == ["ledger.day"])
    try closing.act(.close("2026-02"), "2026-02-28")
  }

  /// A person who goes from one plan to another in February.
  static let transfer =
    "rep,plan,from,employee_id\nkim,North,,7\nkim,South,2026-02-01,7\n"

  /// A plan that pays a tenth of what is sold in each month.
  static func plan(
    _ name: String, _ more: String = "", in folder: borrowing ScratchFolder
  ) throws -> String {
    let yaml = """
      plan: \(name)
      currency: USD
      year starts: 2026-01-01
      measures:
        sales: {}
      components:
        - {commission: Sales, measure: sales, period: month, pay: 10%}
      \(more)
      """
    return try folder.write(yaml, to: "\(name).yaml")
  }

  @Test("Who left a plan pays back from what the next one pays, and nobody's plan is forgotten")
  func transfer() throws {
    let folder = try ScratchFolder()
    let closing = Closing(in: folder)
    try closing.begin()
    let clawback = "clawback: {within: 6 months}"
    let plans = [
      try Self.plan("North", clawback, in: folder), try Self.plan("South", clawback, in: folder),
    ]
    let roster = try folder.write(Self.transfer, to: "roster.csv")
    let deals = "deal_id,rep,close_date,amount,cancelled_date\n"
    func inputs(_ rows: String, _ plans: [String]) throws -> PayInputs {
      PayInputs(
        plans: plans, deals: try folder.write(deals + rows, to: "deals.csv"),
        files: PayFiles(roster: roster))
    }
    let january = "N1,kim,2026-01-10,20000,\n"
    #expect(
      refusal { try closing.calculate(1, try inputs(january, [plans[1]])) } == ["roster.no-plan"])
    try closing.close(1, try inputs(january, plans))
    try closing.pay(1)
    let february = "N1,kim,2026-01-10,20000,2026-02-15\nS1,kim,2026-02-20,50000,\n"
    let month = try closing.calculate(2, try inputs(february, plans)).answer
    // 5,000 of the new plan, less the 2,000 of the deal that was cancelled on the old one.
    #expect(month.people.map(\.cheque.fixedPoint) == ["3000.00"])
  }

  @Test(
    "A draw on a plan that was left is taken from other pay, and given back where it is taken twice"
  )
  func transferredDraw() throws {
    let folder = try ScratchFolder()
    let closing = Closing(in: folder)
    try closing.begin()
    let plans = [
      try Self.plan("North", "draw: {kind: recoverable, amount: 2000, per: month}", in: folder),
      try Self.plan("South", in: folder),
    ]
    let roster = try folder.write(Self.transfer, to: "roster.csv")
    var rows = "deal_id,rep,close_date,amount\n"
    func cheque(_ month: Int, _ row: String) throws -> [String] {
      rows += row
      let inputs = PayInputs(
        plans: plans, deals: try folder.write(rows, to: "deals.csv"),
        files: PayFiles(roster: roster))
      let reply = try closing.close(month, inputs)
      try closing.pay(month)
      return reply.answer.people.map(\.cheque.fixedPoint)
    }
    // 500 earned, and 1,500 advanced.
    #expect(try cheque(1, "N1,kim,2026-01-10,5000\n") == ["2000.00"])
    // 5,000 of the new plan less the advance.
    #expect(try cheque(2, "S1,kim,2026-02-20,50000\n") == ["3500.00"])
    // A late deal of January earns 1,000, so that only 500 had to be advanced: all in all 6,500 are earned.
    #expect(try cheque(3, "N2,kim,2026-01-20,10000\n") == ["1000.00"])
    #expect(try cheque(4, "S2,kim,2026-04-20,10000\n") == ["1000.00"])
  }

  @Test("Two people with one employee number are told when a period is calculated, and not paid")
  func numbers() throws {
    let folder = try ScratchFolder()
    let closing = Closing(in: folder)
    try closing.begin()
    var inputs = Closing.inputs(1)
    let roster = try String(contentsOfFile: "\(Closing.folder)/roster.csv", encoding: .utf8)
    inputs.files.roster = try folder.write(
      roster.replacingOccurrences(of: ",102,", with: ",101,"), to: "roster.csv")
    let reply = try closing.close(1, inputs)
    #expect(reply.findings.findings.map(\.kind).contains("ledger.same-number"))
    #expect(refusal { try closing.payroll(1) } == ["ledger.same-number"])
  }

  @Test("Every close comes out again from the files that are kept")
  func replay() throws {
    let folder = try ScratchFolder()
    let closing = Closing(in: folder)
    try closing.begin()
    try closing.close(1)
    try closing.pay(1)
    try closing.close(2)
    let replay = try LedgerReplayQuestion(closing.ledger, version: "1").answer().answer
    #expect(replay.isSame)
    #expect(replay.months.map(\.postings).allSatisfy { $0 > 0 })
  }

  @Test("What another version pays otherwise is an adjustment whose cause is the engine")
  func engine() throws {
    let folder = try ScratchFolder()
    let closing = Closing(in: folder)
    try closing.begin()
    try closing.close(1)
    // The same files, of which an engine of another version makes more.
    let kept = try closing.contents().book
    let owed = kept.posted.sums.filter { $0.key.item == .earned }.map { key, sum in
      Owed(key, sum.amount + Money(minorUnits: 1, currency: .usd), facts: sum.facts)
    }
    let settlement = Settlement(
      of: owed, with: kept.posted,
      plans: [
        PlanYear(plan: "Closing example", start: try #require(CalendarDate(iso: "2026-01-01")))
      ],
      closedUntil: CalendarDate(iso: "2026-01-31"),
      changes: Settlement.Changes(areDealsOthers: false, version: "0"))
    let causes = settlement.postings.filter { $0.kind == .adjustment }.map(\.cause)
    #expect(causes.count == 3)
    #expect(causes.allSatisfy { $0 == .engine("0") })
  }

  @Test("A deal that pays another person too moved between people only where somebody is paid less")
  func secondOwner() throws {
    let folder = try ScratchFolder()
    let closing = Closing(in: folder)
    try closing.begin()
    try closing.close(1)
    let kept = try closing.contents().book
    var owed = kept.posted.sums.map { Owed($0.key, $0.value.amount, facts: $0.value.facts) }
    let index = try #require(owed.firstIndex { $0.key.item == .earned && $0.key.deal != nil })
    var second = owed[index]
    second.key.rep = "zoe"
    func cause() throws -> Cause? {
      let settlement = Settlement(
        of: owed + [second], with: kept.posted,
        plans: [
          PlanYear(plan: "Closing example", start: try #require(CalendarDate(iso: "2026-01-01")))
        ], closedUntil: CalendarDate(iso: "2026-01-31"), changes: Settlement.Changes())
      return settlement.postings.first { $0.key.rep == "zoe" }?.cause
    }
    // Such as what a cap left unpaid when the month was closed.
    #expect(try cause() == .deals)
    owed[index].amount = .zero(.usd)
    #expect(try cause() == .owner)
  }
}
