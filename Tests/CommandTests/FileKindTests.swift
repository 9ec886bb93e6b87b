import Foundation
import TestSupport
import Testing

@Suite("The kind of a file")
struct FileKindTests {
  /// Files of each kind of table, in layouts of this tool and of others.
  static let tables: [(name: String, text: String, kind: String)] = [
    ("deals.csv", "deal_id,rep,close_date,amount\nD1,ann,2026-01-10,100\n", "deals"),
    ("crm.csv", "Opportunity Owner,Amount,Close Date\nAnn,\"1,000.00\",2026-01-10\n", "deals"),
    (
      "roster.csv", "rep,name,hire_date,quota\nann,Ann,2020-01-01,500000\n", "roster of people"
    ),
    ("paid.csv", "rep,paid,period,component\nann,100.00,2026-01,Sales\n", "payments"),
    ("scores.csv", "rep,period_end,name,score\nann,2026-03-31,retention,90%\n", "scores"),
    ("hand.csv", "rep,date,amount,reason\nann,2026-03-31,10,prize\n", "adjustments"),
    ("rates.csv", "currency,month,rate\nEUR,2026-01,1.1\n", "exchange rates"),
    ("gifts.csv", "Datum;Empfänger;Kosten\n31.01.2026;Ana;60,00\n", "register of gifts"),
    ("history.csv", "year,attainment\n2025,90%\n2026,110%\n", "history of attainment"),
    ("matches.csv", "job,survey_job,survey\nACC,A-1,North\n", "matches of jobs to surveys"),
    ("grades.csv", "grade,minimum,maximum\n1,40000,60000\n", "pay structure"),
    ("staff.csv", "employee,grade,salary\nE1,1,50000\n", "employees in grades"),
    ("people.csv", "title,base_salary\nClerk,50000\nClerk,52000\n", "people's pay"),
    (
      "cuts.csv", "Job,P10,P25,Median,P75,P90\nClerk,40000,45000,50000,55000,60000\n",
      "survey cuts: percentiles of pay by job"
    ),
    (
      "uk.csv",
      "EmployerName,DiffMeanHourlyPercent,DiffMedianHourlyPercent\nA Ltd,12.1,9.3\nB Ltd,4,2.2\n",
      "pay gaps that employers reported"
    ),
    (
      "ratios.csv", "Issuer,CEO pay ratio\nA Ltd,120\nB Ltd,40\n",
      "table with a row for each employer"
    ),
    (
      "matrix.csv", "Opportunity Owner,Stage →,Closed Won,Total\nAnn,Sum of Amount,100,100\n",
      "matrix report"
    ),
  ]

  /// The kind of each file that `check` reads.
  static func kinds(_ files: [String]) throws -> [String] {
    let result = try Executable.run(["check"] + files + ["--format", "json"])
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
    let answer = try #require(object["result"] as? [String: Any])
    return try #require(answer["files"] as? [[String: Any]]).compactMap { $0["kind"] as? String }
  }

  @Test("check tells what a table is by its columns")
  func tableKinds() throws {
    let folder = try ScratchFolder()
    let files = try Self.tables.map { try folder.write($0.text, to: $0.name) }
    #expect(try Self.kinds(files) == Self.tables.map(\.kind))
  }

  @Test("check tells what price will find in survey cuts")
  func surveyCuts() throws {
    let result = try Executable.run(["check", "datasets/examples/survey-harbor.csv"])
    #expect(result.output.contains("5 cuts of 5 jobs, as of 1 July 2025; 1 rest"))
    #expect(result.output.contains("price JOB --surveys"))
  }

  @Test("check tells what a YAML file is by its keys")
  func yamlKinds() throws {
    let files = [
      "datasets/plans/cliff.yaml", "datasets/offers/harbor.yaml",
      "datasets/ladders/technology-sales.yaml", "datasets/roles/account-executive.yaml",
      "reports/two-offers.yaml",
    ]
    #expect(
      try Self.kinds(files) == [
        "pay plan", "offer of employment", "career ladder", "role", "recipe of a report",
      ])
    #expect(try Executable.run(["check"] + files).status == 0)
  }

  @Test("check reads each kind as its verb does")
  func rows() throws {
    let folder = try ScratchFolder()
    let gifts = try folder.write("date,recipient,cost\n2026-01-31,Ana,-60\n", to: "gifts.csv")
    let rates = try folder.write("currency,month,rate\nEUR,2026-01,0\n", to: "rates.csv")
    let result = try Executable.run(["check", gifts, rates])
    #expect(result.status == 1)
    #expect(result.output.contains("is negative"))
    #expect(result.output.contains("a rate must be above 0"))
    #expect(result.output.contains("ontarget gifts \(gifts)"))
  }

  @Test("What is not read yet is said so, and what is an image")
  func notRead() throws {
    let folder = try ScratchFolder()
    let matrix = try folder.write(Self.tables.last?.text ?? "", to: "matrix.csv")
    let check = try Executable.run(["check", matrix])
    #expect(check.status == 1)
    #expect(check.output.contains("a matrix report has sums of rows, and none of the rows"))
    let pay = try Executable.run(["pay", "datasets/plans/cliff.yaml", matrix])
    #expect(pay.status == 64)
    #expect(pay.errors.contains("of a report in Salesforce the details only"))
    #expect(pay.errors.split(separator: "\n").count == 3)
    let page = try folder.write(
      "<html><table><tr><td>Amount</td></tr></table></html>\n", to: "report.xls")
    let html = try Executable.run(["pay", "datasets/plans/cliff.yaml", page])
    #expect(html.errors.contains("this is a page of HTML or XML"))
    let image = folder.url.appending(path: "plan.png").path
    try Data([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]).write(
      to: URL(filePath: image))
    #expect(try Executable.run(["offers", image]).errors.contains("not read yet: image"))
  }

  private static let plan = "datasets/plans/marginal-accelerators.yaml"
  private static let deals = "datasets/deals/team-2021.csv"
  private static let roster = "datasets/deals/team-2021-roster.csv"
  private static let paid = "datasets/deals/team-2021-paid.csv"
  private static let people = "datasets/examples/sales-people.csv"

  /// Calls with a file of another kind, and what is said.
  static let calls: [(call: [String], message: String, remedy: String)] = [
    (
      ["pay", deals, plan], "\(deals): error: wanted here: pay plan; this file is: deals",
      "write ontarget pay \(plan) \(deals)"
    ),
    (
      ["pay", plan, roster, "--roster", deals],
      "\(roster): error: wanted here: deals; this file is: roster of people",
      "write ontarget pay \(plan) \(deals) --roster \(roster)"
    ),
    (
      ["pay", plan, roster], "wanted here: deals; this file is: roster of people",
      "ontarget pay PLAN DEALS --roster \(roster)"
    ),
    (["pay", plan, people], "wanted here: deals; this file is: people's pay", "ontarget compare"),
    (
      ["reconcile", plan, paid, deals], "wanted here: deals; this file is: payments",
      "write ontarget reconcile \(plan) \(deals) \(paid)"
    ),
    (["compare", deals], "wanted here: people's pay; this file is: deals", "ontarget pay PLAN"),
    (
      ["gap", deals, "--between", "gender"], "this file is: deals", "ontarget pay PLAN"
    ),
    (["rank", "50000", roster], "this file is: roster of people", "--roster"),
    (
      ["offers", plan], "wanted here: offer of employment; this file is: pay plan",
      "ontarget simulate \(plan)"
    ),
    (
      ["simulate", "datasets/offers/harbor.yaml"],
      "wanted here: pay plan; this file is: offer of employment", "ontarget offers"
    ),
    (["simulate", deals], "wanted here: pay plan; this file is: deals", "ontarget pay PLAN"),
    (["path", "reports/two-offers.yaml"], "this file is: recipe of a report", "ontarget report"),
    (["gifts", paid], "wanted here: register of gifts; this file is: payments", "reconcile PLAN"),
    (["fit", people], "wanted here: history of attainment; this file is: people's pay", "compare"),
    (
      ["report", "statements", deals, plan], "wanted here: pay plan; this file is: deals",
      "write ontarget report statements \(plan) \(deals)"
    ),
  ]

  @Test(
    "A file of another kind is told from the one that is wanted, with the right call",
    arguments: calls)
  func wrongKind(call: [String], message: String, remedy: String) throws {
    let result = try Executable.run(call)
    #expect(result.status == 64, "\(result.errors)")
    #expect(result.output.isEmpty)
    #expect(result.errors.contains(message), "\(result.errors)")
    #expect(result.errors.contains(remedy), "\(result.errors)")
    #expect(result.errors.split(separator: "\n").count == 3, "\(result.errors)")
  }

  @Test("A misspelt column is asked about, and makes no other kind of a file")
  func misspelt() throws {
    let folder = try ScratchFolder()
    let file = try folder.write(
      "deal_id,rep,clsoe_date,amount\nD1,ann,2021-01-10,100\n", to: "deals.csv")
    let result = try Executable.run(["pay", "datasets/plans/flat-rate.yaml", file])
    #expect(result.status == 65)
    #expect(result.errors.contains("there is no column \"close_date\""))
  }
}
