import Foundation
import TestSupport
import Testing

/// An export of a CRM, a roster of a company and several plans, as people bring them.
@Suite("An export, a roster and plans that meet for the first time")
struct FirstMeetingTests {
  static let plan = """
    plan: AE US 2026
    currency: USD
    year starts: 2026-01-01
    base: 80000
    variable: 80000
    measures:
      new bookings: {quota: 800000, where: {Type: [New Business, Expansion]}}
      renewals: {where: {Type: Renewal}}
    components:
      - {commission: New business, measure: new bookings, period: quarter, pay: 10%}
      - {commission: Renewals, measure: renewals, period: quarter, pay: 2%, target: 0}
    """
  static let other = plan.replacing("AE US 2026", with: "AE EU 2026")
  static let deals = """
    Opportunity ID,Account Name,Owner,Owner ID,Amount,Close Date,Stage,Type
    D1,Birch,Ann Lee,005A,1000,2026-01-05,Closed Won,New Business
    D2,Alder,Bea Kim,005B,2000,2026-01-06,Closed Won,Renewal
    D3,Aspen,Ann Lee,005A,4000,2026-01-07,Closed Won,

    """
  static let roster = """
    Employee ID,Employee Name,Sales Plan,Manager,Hire Date,Base Salary,Target Variable,Annual Quota,Cost Center
    E1,Ann Lee,AE US 2026,,2021-03-01,80000,80000,800000,US
    E2,Bea Kim,AE EU 2026,,2021-03-01,70000,60000,,EU

    """

  struct Files {
    let plan: String
    let other: String
    let deals: String
    let roster: String

    init(_ folder: borrowing ScratchFolder) throws {
      plan = try folder.write(FirstMeetingTests.plan, to: "us.yaml")
      other = try folder.write(FirstMeetingTests.other, to: "eu.yaml")
      deals = try folder.write(FirstMeetingTests.deals, to: "export.csv")
      roster = try folder.write(FirstMeetingTests.roster, to: "people.csv")
    }

    var mapped: [String] {
      ["--roster", roster, "--map", "rep=Owner", "--map", "roster.rep=Employee ID"]
    }
  }

  @Test(
    "A deal file with two columns of owners, and a roster with salaries, are taken for what they are"
  )
  func kinds() throws {
    let folder = try ScratchFolder()
    let files = try Files(folder)
    #expect(try FileKindTests.kinds([files.deals, files.roster]) == ["deals", "roster of people"])
    let acv = try folder.write(
      "Opp ID,Account,Owner,Closed,ACV,Curr\nO-1,Birch,Ann Lee,1/14/2026,\"$42,000\",USD\n",
      to: "acv.csv")
    #expect(try FileKindTests.kinds([acv, "--plan", files.plan]) == ["deals"])
    let columns = try Executable.run(["check", acv])
    #expect(columns.output.contains("`deal_id` is \"Opp ID\""))
    #expect(columns.output.contains("`amount` is \"ACV\""))
  }

  @Test("check counts what pay pays on: the deals of people on the plan")
  func counted() throws {
    let folder = try ScratchFolder()
    let files = try Files(folder)
    let result = try Executable.run(
      ["check", files.deals, "--plan", files.plan] + files.mapped)
    #expect(result.output.contains("1 deal of 1 person"))
    #expect(
      result.output.contains("deals.uncounted") || result.output.contains("counted by nothing"))
    let mapping = folder.url.appending(path: "mapping.csv").path
    _ = try Executable.run(
      ["check", files.deals, "--plan", files.plan, "--write-mapping", mapping] + files.mapped)
    let written = try String(contentsOfFile: mapping, encoding: .utf8)
    #expect(written.contains("deals,rep,Owner"))
    #expect(written.contains("roster,rep,Employee ID"))
    #expect(written.contains("roster,plan,Sales Plan"))
    let twice = try Executable.run(
      ["check", files.deals, "--plan", files.plan, "--plan", files.other])
    #expect(twice.status == 64)
  }

  @Test("Deals that nothing counts are a table of each format, and one line of what is said")
  func uncounted() throws {
    let folder = try ScratchFolder()
    let files = try Files(folder)
    let call = ["pay", files.plan, files.deals] + files.mapped
    let result = try Executable.run(call + ["--format", "csv", "--table", "uncounted"])
    let rows = result.output.split(separator: "\n")
    #expect(rows.count == 2)
    #expect(rows.last?.hasPrefix("E1,2026-01-07,D3,") ?? false)
    #expect(
      result.errors.contains("1 won deal of a person on the plan \"AE US 2026\", of 4000.00 USD"))
    let json = try Executable.json(call)
    let answer = try #require(json["result"] as? [String: Any])
    #expect((answer["uncounted"] as? [[String: Any]])?.map { $0["deal"] as? String } == ["D3"])
  }

  @Test("What is said of a roster names the mapping that mends it")
  func remedies() throws {
    let folder = try ScratchFolder()
    let files = try Files(folder)
    let unmapped = try Executable.run(
      ["pay", files.plan, files.deals, "--map", "rep=Owner", "--roster", files.roster])
    #expect(unmapped.errors.contains("--map roster.rep=COLUMN"))
    let plans = try Executable.run(
      ["pay", files.plan, files.other, files.deals, "--map", "roster.plan="] + files.mapped)
    #expect(plans.status == 65)
    #expect(plans.errors.contains("\"Sales Plan\" has names of them"))
    #expect(plans.errors.contains("--map roster.plan=\"Sales Plan\""))
    let unknown = try Executable.run(
      ["pay", files.plan, files.other, files.deals, "--map", "roster.reps=Manager"] + files.mapped)
    #expect(unknown.status == 64)
    #expect(unknown.errors.contains("\"reps\" is nothing that a column can be mapped to"))
  }

  @Test("init begins no file beside the one that an output seems to name")
  func outputOfInit() throws {
    let folder = try ScratchFolder()
    let file = folder.url.appending(path: "ae.yaml").path
    let result = try Executable.run(["init", "plan", "--template", "saas-ae", "--output", file])
    #expect(result.status == 64)
    #expect(result.errors.contains("ontarget init plan \(file)"))
    #expect(!FileManager.default.fileExists(atPath: file))
  }
}
