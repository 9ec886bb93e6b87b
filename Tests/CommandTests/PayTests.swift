import Foundation
import TestSupport
import Testing

/// The worked example "Together" of the plan format: a ramped hire with a draw and a clawback.
private enum Together {
  static let plan = """
    plan: Together
    currency: USD
    variable: 40000
    measures:
      bookings: {quota: 400000, ramp: [50%, 75%]}
    components:
      - commission: New business
        measure: bookings
        period: quarter
        tiers: retroactive
        rates: [{to: 100%, pay: 1x}, {pay: 1.5x}]
        cap: 200%
    draw: {kind: recoverable, amount: 2000, per: month, months: 3}
    clawback: {within: 12 months, of: cancelled_date, take: prorated}
    """
  static let deals = """
    deal_id,rep,close_date,amount,cancelled_date
    D1,Ann,2021-03-01,20000,
    D2,Ann,2021-03-20,30000,2021-06-20
    D3,Ann,2021-05-10,60000,
    D4,Ann,2021-07-12,50000,

    """
  static let roster = "rep,plan,hire_date\nAnn,Together,2021-02-15\n"
}

@Suite("ontarget pay and reconcile")
struct PayTests {
  private func files(_ folder: borrowing ScratchFolder) throws -> [String] {
    [
      try folder.write(Together.plan, to: "plan.yaml"),
      try folder.write(Together.deals, to: "deals.csv"), "--roster",
      try folder.write(Together.roster, to: "roster.csv"),
    ]
  }

  @Test("The year of the worked example comes out figure by figure")
  func together() throws {
    let folder = try ScratchFolder()
    let json = try Executable.json(["pay"] + files(folder))
    let result = try #require(json["result"] as? [String: Any])
    let rep = try #require((result["reps"] as? [[String: Any]])?.first)
    let expected = [
      "base": 0, "earned": 21_000, "not_due": 0, "clawback": -3_849.88, "guarantee": 0, "draw": 0,
      "incentive_paid": 17_150.12, "owed_clawback": 0, "owed_draw": 0, "total": 17_150.12,
    ]
    for (key, value) in expected { #expect(rep[key] as? Double == value, "\(key)") }
    let lines = try #require(result["lines"] as? [[String: Any]])
    #expect(lines.map { $0["deal"] as? String } == ["D1", "D2", "D3", "D2", "D4"])
    #expect(lines.map { $0["pay"] as? Double } == [2_975.21, 7_024.79, 6_000, -3_849.88, 5_000])
    let months = try #require(result["months"] as? [[String: Any]])
    let paid = months.map { $0["incentive_paid"] as? Double ?? .nan }
    #expect(paid == [0, 1_000, 9_000, 2_000, 4_000, 0, 1_150.12, 0, 0, 0, 0, 0])
    let components = try #require(result["components"] as? [[String: Any]])
    #expect(components.map { $0["earned"] as? Double } == [21_000])
  }

  @Test("A quarter has its own sums, and the lines name their rule")
  func quarter() throws {
    let folder = try ScratchFolder()
    let csv = try Executable.run(
      ["pay"] + files(folder) + ["--period", "2021-Q2", "--format", "csv"])
    #expect(
      csv.output.hasSuffix(
        "\nAnn,,,Together,0.00,6000.00,0.00,0.00,-3849.88,0.00,0.00,6000.00,3849.88,0.00,6000.00\n")
    )
    let text = try Executable.run(["pay"] + files(folder))
    #expect(text.output.contains("plan.yaml:11 |"))
    #expect(
      text.output.contains(
        "50,000 more by 2021-09-30 pays 5,000 at once and lifts the rate from 10% to 15%"))
  }

  @Test("One deal is explained in sentences, its cancellation too")
  func explain() throws {
    let folder = try ScratchFolder()
    let text = try Executable.run(["pay"] + files(folder) + ["--explain", "D2"]).output
    #expect(text.contains("in the period from 2021-01-01 to 2021-03-31"))
    #expect(text.contains("7024.79 USD"))
    #expect(
      text.contains("6694.21 USD for it at the rates of its period; 3849.88 USD are taken back"))
    let unknown = try Executable.run(["pay"] + files(folder) + ["--explain", "D22"])
    #expect(unknown.status == 64)
    #expect(unknown.errors.contains("did you mean \"D2\"?"))
  }

  @Test("A deal of a period that is one line, and one that is credited nowhere, are explained")
  func explainWithoutLine() throws {
    let folder = try ScratchFolder()
    let gated = Together.plan.replacing(
      "cap: 200%", with: "cap: 200%\n    gate: {measure: bookings, at: 100%}"
    ).replacing("ramp: [50%, 75%]", with: "where: {stage: Won}")
    let files = [
      try folder.write(gated, to: "plan.yaml"),
      try folder.write(
        "deal_id,rep,close_date,amount,stage\nD1,Ann,2021-03-01,20000,Won\nD2,Ann,2021-03-02,1,Lost\n",
        to: "deals.csv"),
    ]
    let pooled = try Executable.run(["pay"] + files + ["--explain", "D1"])
    #expect(pooled.status == 0)
    #expect(pooled.output.contains("The period is paid as one line on its last day"))
    let lost = try Executable.run(["pay"] + files + ["--explain", "D2"])
    #expect(lost.status == 0)
    #expect(lost.output.contains("counts deals whose stage is Won, and this one's is Lost"))
  }

  @Test("A month has its own sums where a draw looks at quarters")
  func monthOfDraw() throws {
    let folder = try ScratchFolder()
    let files = [
      try folder.write(
        """
        plan: Test
        currency: USD
        base: 36000
        measures: {sales: {}}
        components: [{commission: Sales, measure: sales, period: month, pay: 10%}]
        draw: {kind: recoverable, amount: 3000, per: quarter}
        """, to: "plan.yaml"),
      try folder.write("deal_id,rep,close_date,amount\n1,Ann,2021-01-05,10000\n", to: "deals.csv"),
    ]
    let csv = try Executable.run(["pay"] + files + ["--period", "2021-01", "--format", "csv"])
    #expect(
      csv.output.hasSuffix(
        "\nAnn,,,Test,3000.00,1000.00,0.00,0.00,0.00,0.00,0.00,1000.00,0.00,0.00,4000.00\n"))
    let paid = try folder.write(
      "rep,period,paid\nAnn,2021-01,1000\nAnn,2021-02,0\nAnn,2021-03,2000\n"
        + "Ann,2021-06,3000\nAnn,2021-09,3000\nAnn,2021-12,3000\n", to: "paid.csv")
    let reconciled = try Executable.run(["reconcile"] + files + [paid])
    #expect(reconciled.status == 0, "\(reconciled.output)")
    let foreign = try folder.write("rep,period,paid\nAnn,2021-01,€1000\n", to: "paid.csv")
    let refused = try Executable.run(["reconcile"] + files + [foreign])
    #expect(refused.status == 65)
    #expect(refused.errors.contains("paid.csv:2:13: error: paid \"€1000\" is in €, not in USD"))
  }

  /// A plan year from February, in which 2021-Q1 is not the first quarter.
  private func february(_ folder: borrowing ScratchFolder) throws -> [String] {
    [
      try folder.write(
        """
        plan: February
        currency: USD
        year starts: 2021-02-01
        measures: {sales: {}}
        components: [{commission: Sales, measure: sales, period: quarter, pay: 10%}]
        """, to: "plan.yaml"),
      try folder.write(
        "deal_id,rep,close_date,amount\n1,Ann,2021-02-05,100\n2,Ann,2021-03-05,200\n"
          + "3,Ann,2021-04-05,400\n4,Ann,2021-05-05,800\n5,Ann,2022-01-05,1600\n", to: "deals.csv"),
    ]
  }

  @Test(
    "A quarter is the calendar's, or with FY the plan's, and its dates stand beside it",
    arguments: [
      ("2021-Q1", "2021-01-01", "2021-03-31", 30.0), ("FY2021-Q1", "2021-02-01", "2021-04-30", 70),
      ("FY2021-Q4", "2021-11-01", "2022-01-31", 160), ("FY2021", "2021-02-01", "2022-01-31", 310),
      ("2021", "2021-01-01", "2021-12-31", 150), ("FY2021-M12", "2022-01-01", "2022-01-31", 160),
    ])
  func periods(name: String, first: String, last: String, paid: Double) throws {
    let folder = try ScratchFolder()
    let arguments = try february(folder) + ["--period", name]
    let result = try #require(Executable.json(["pay"] + arguments)["result"] as? [String: Any])
    #expect(result["first_day"] as? String == first)
    #expect(result["last_day"] as? String == last)
    let rep = (result["reps"] as? [[String: Any]])?.first
    #expect(rep?["incentive_paid"] as? Double == paid)
    let words = "\(name) from \(first) to \(last)"
    let text = try Executable.run(["pay"] + arguments)
    #expect(text.output.contains(words))
    // What can be mistaken is said where only numbers are printed, too.
    #expect(text.errors.contains("is the calendar's") == !name.hasPrefix("FY"))
    #expect(try Executable.run(["report", "statements"] + arguments).output.contains(words))
    let file = try folder.write("rep,period,paid\nAnn,\(name),\(paid)\n", to: "paid.csv")
    let pair = Array(arguments.prefix(2))
    let reconciled = try Executable.run(["reconcile"] + pair + [file, "--period", name])
    #expect(reconciled.status == 0, "\(reconciled.output)\(reconciled.errors)")
    #expect(reconciled.output.contains("Compared is \(words)."))
  }

  @Test("A single day is no period of pay")
  func day() throws {
    let folder = try ScratchFolder()
    let arguments = try february(folder)
    for verb in [["pay"], ["report", "statements"]] {
      let result = try Executable.run(verb + arguments + ["--period", "2021-03-05"])
      #expect(result.status == 64)
      #expect(result.errors.contains("nobody is paid for a single day; write its month, 2021-03"))
    }
    let file = try folder.write("rep,period,paid\nAnn,2021-03-05,20\n", to: "paid.csv")
    let refused = try Executable.run(["reconcile"] + arguments + [file])
    #expect(refused.status == 65)
    #expect(refused.errors.contains("paid.csv:2:5: error: \"2021-03-05\" is not a period of pay"))
  }

  @Test("The schema of plans is printed")
  func schema() throws {
    let result = try Executable.run(["check", "--schema"])
    #expect(result.status == 0)
    let file = Executable.root.appending(path: "docs/plan.schema.json")
    #expect(result.output == (try String(contentsOf: file, encoding: .utf8)))
    #expect(try Executable.run(["check"]).status == 64)
  }

  @Test(
    "Who and what is not there is wrong usage",
    arguments: [
      (["--rep", "Anne"], "did you mean \"Ann\"?"), (["--period", "2021-Q5"], "write 2021-Q2"),
    ])
  func wrongUsage(options: [String], hint: String) throws {
    let folder = try ScratchFolder()
    let result = try Executable.run(["pay"] + files(folder) + options)
    #expect(result.status == 64)
    #expect(result.errors.contains(hint))
  }

  @Test(
    "Every difference has its cause, and the status is 1",
    arguments: [
      ("rep,deal_id,paid\nAnn,D1,2975.21\nAnn,D2,7024.79\nAnn,D3,6000\nAnn,D4,5000\n", [], 0),
      ("rep,deal_id,paid\nAnn,D1,2975.21\nAnn,D2,4462.81\nAnn,D3,6000\nAnn,D4,5000\n", ["tier"], 1),
      (
        "rep,deal_id,paid\nAnn,D1,2975.21\nAnn,D2,7024.79\nAnn,D3,6000.01\nAnn,D4,5000\n",
        ["rounding"], 1
      ),
      ("rep,deal_id,paid\nAnn,D1,2975.21\nAnn,D2,7024.79\nAnn,D3,6000\n", ["missing deal"], 1),
      (
        "rep,deal_id,paid\nAnn,D1,2975.21\nAnn,D2,7024.79\nAnn,D3,6000\nAnn,D4,5000\nAnn,D9,7\n",
        ["extra deal"], 1
      ),
      (
        "rep,deal_id,paid\nAnn,D1,2975.21\nAnn,D2,7024.79\nAnn,D3,6200\nAnn,D4,5000\n", ["credit"],
        1
      ),
      (
        "rep,deal_id,paid\nAnn,D1,2975.21\nAnn,D2,6900\nAnn,D3,6000\nAnn,D4,5000\n", ["rate"], 1
      ),
      // 12.2469 % is no rate that anybody writes.
      (
        "rep,deal_id,paid\nAnn,D1,2975.21\nAnn,D2,7024.79\nAnn,D3,6123.45\nAnn,D4,5000\n",
        ["unexplained"], 1
      ),
      (
        "rep,period,paid\nAnn,2021-02,1000\nAnn,2021-03,9000\nAnn,2021-04,0\nAnn,2021-05,6000\nAnn,2021-07,5000\n",
        ["draw", "draw", "clawback"], 1
      ),
      (
        "rep,deal_id,period,paid\nAnn,D1,2021-03,2975.21\nAnn,D2,2021-03,7024.79\nAnn,D3,2021-06,6000\nAnn,D3,2021-05,0\nAnn,D4,2021-07,5000\n",
        ["timing", "timing"], 1
      ),
      // February's advance and April's stand nowhere, and the clawback of June hit July.
      (
        "rep,period,paid\nAnn,2021-03,9000\nAnn,2021-05,4000\nAnn,2021-07,1150.12\n",
        ["draw", "draw"], 1
      ),
      ("rep,paid\nAnn,17150.12\n", [], 0),
    ] as [(String, [String], Int32)])
  func reconcile(paid: String, causes: [String], status: Int32) throws {
    let folder = try ScratchFolder()
    let arguments = try files(folder)
    let file = try folder.write(paid, to: "paid.csv")
    let result = try Executable.run(
      [
        "reconcile", arguments[0], arguments[1], file, arguments[2], arguments[3], "--format",
        "json",
      ])
    #expect(result.status == status, "\(result.errors)")
    let object = try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any]
    let rows = try #require(
      (object?["result"] as? [String: Any])?["differences"] as? [[String: Any]])
    #expect(rows.map { $0["cause"] as? String } == causes)
  }

  @Test("Past results are mapped by their kind, or by the option that names their file")
  func mappedHistory() throws {
    let folder = try ScratchFolder()
    let roster = try folder.write("rep\nann\nbob\n", to: "roster.csv")
    let history = try folder.write("Wer,Umsatz netto\nann,100\nbob,300\n", to: "history.csv")
    for kind in ["results", "history"] {
      let result = try Executable.run([
        "quotas", "1000", "--roster", roster, "--starts", "2026-01-01", "--by", "history",
        "--history", history, "--map", "\(kind).rep=Wer", "--map", "\(kind).credit=Umsatz netto",
        "--trials", "100",
      ])
      #expect(result.status == 0, "\(result.errors)")
      #expect(result.output.contains("**250**") && result.output.contains("**750**"))
    }
  }

  @Test("A split that was paid in full is called a split")
  func split() throws {
    let folder = try ScratchFolder()
    let plan = try folder.write(
      """
      plan: Flat
      currency: USD
      measures: {sales: {}}
      components: [{commission: Sales, measure: sales, period: year, target: 0, pay: 8%}]
      """, to: "plan.yaml")
    let deals = try folder.write(
      "deal_id,rep,close_date,amount,share\nD1,Ann,2021-03-01,1000,60%\nD1,Bob,2021-03-01,1000,40%\n",
      to: "deals.csv")
    let paid = try folder.write("rep,deal_id,paid\nAnn,D1,80\nBob,D1,32\n", to: "paid.csv")
    let result = try Executable.run(["reconcile", plan, deals, paid])
    #expect(result.status == 1)
    #expect(result.output.contains("split"))
    #expect(result.output.contains("the share is 60.0%"))
  }
}

@Suite("What statements and payroll get of exports")
struct ExportedFactsTests {
  private static let plan = """
    plan: Flat
    currency: USD
    measures: {sales: {quota: 400000}}
    components: [{commission: Sales, measure: sales, period: year, pay: 8%}]
    """
  private static let deals = """
    "Opportunity Owner","Account Name","Opportunity Name","Stage","Amount Currency","Amount","Close Date","Opportunity ID"
    "Ann Lee","Borel SA","=HYPERLINK(1)","Closed Won","EUR","12,400.00","10/31/2021","006Aa00000AbCdE"
    "Kim Park","Kito, Ltd","Kito, new","Closed Won","USD","8,000.00","11/01/2021","006Aa00000AbCdF"

    """
  private static let roster = """
    rep,name,employee_id,Cost Center
    ann,Ann Lee,0017,CC-9
    kim,Kim Park,0023,
    """

  private func call(_ folder: borrowing ScratchFolder) throws -> [String] {
    [
      "pay", try folder.write(Self.plan, to: "plan.yaml"),
      try folder.write(Self.deals, to: "deals.csv"),
      "--roster", try folder.write(Self.roster, to: "roster.csv"),
      "--rates", try folder.write("currency,month,rate\nEUR,2021-10,1.25\n", to: "rates.csv"),
    ]
  }

  @Test("Payroll gets the number and further columns of each person, with the leading zeros")
  func payroll() throws {
    let folder = try ScratchFolder()
    let run = try Executable.run(call(folder) + ["--keep", "cost center", "--format", "csv"])
    let rows = run.output.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
    let keys = try #require(rows.first)
    let number = try #require(keys.firstIndex(of: "employee_id"))
    #expect(rows.map { $0[number] } == ["employee_id", "0017", "0023"])
    #expect(rows.map { $0[keys.count - 1] } == ["Cost Center", "CC-9", ""])
  }

  @Test("Statements show account, name and what was sold in its own currency")
  func statements() throws {
    let folder = try ScratchFolder()
    let json = try Executable.json(call(folder))
    let result = try #require(json["result"] as? [String: Any])
    let line = try #require((result["lines"] as? [[String: Any]])?.first)
    #expect(line["account"] as? String == "Borel SA")
    #expect(line["deal_name"] as? String == "=HYPERLINK(1)")
    #expect(line["deal_amount"] as? Double == 12_400)
    #expect(line["deal_currency"] as? String == "EUR")
    // 8 % of 12,400 at 1.25.
    #expect(line["pay"] as? Double == 1_240)
    let document = try Executable.run(call(folder)).output
    #expect(document.contains("| 12,400.00 EUR |"))
    #expect(document.contains("| Kito, Ltd | Kito, new |"))
  }

  @Test("Columns that are not there, taken, or of no roster are refused")
  func refusals() throws {
    let folder = try ScratchFolder()
    let files = try call(folder)
    let missing = try Executable.run(files + ["--keep", "cost centre"])
    #expect(missing.status == 64)
    #expect(missing.errors.contains("did you mean \"Cost Center\"?"))
    let taken = try Executable.run(files + ["--keep", "name"])
    #expect(taken.status == 64)
    #expect(taken.errors.contains("\"name\" is a column of the answer already"))
    let alone = try Executable.run(Array(files.prefix(3)) + ["--keep", "x"])
    #expect(alone.status == 64)
  }
}
