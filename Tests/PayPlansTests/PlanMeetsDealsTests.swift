import Amounts
import Findings
import PayPlans
import PlanFiles
import TestSupport
import Testing

/// Values, cells and managers by which a plan passes deals over: each is said, and nothing else is.
@Suite("Where a plan and its deals do not meet")
struct PlanMeetsDealsTests {
  static let plan = """
    plan: Test
    currency: USD
    variable: 40000
    measures:
      sales:
        quota: 400000
        where: {type: [New Business, Expansion]}
        multiply: {family: {Services: 50%}}
    components:
      - {commission: Sales, measure: sales, period: quarter, pay: 10%}
      - {spiff: Launch, pay: 500 each, where: {family: Analytics}}
    """

  static let deals = """
    deal_id,rep,close_date,amount,type,family
    1,ann,2021-01-05,1000,New Business,Services
    2,ann,2021-01-06,2000,Expansion,Analytics
    3,ann,2021-01-07,4000,Renewal,Platform
    4,ann,2021-01-08,8000,New Business,Analytics

    """

  /// What paying deals says, by kind.
  static func findings(
    _ yaml: String, _ csv: String, roster: String? = nil
  ) throws -> (run: PayRun, said: [Finding]) {
    let plan = try Plan.read(yaml: yaml, file: "plan.yaml").plan
    let (deals, found) = try Deals.read(csv: csv, file: "deals.csv", for: plan)
    let roster = try roster.map {
      try Roster.read(csv: $0, file: "roster.csv", for: plan).roster
    }
    let run = try plan.statements(for: deals, roster: roster)
    return (run, found.findings + run.findings.findings)
  }

  static let kinds: Set<Finding.Kind> = ["plan.unmet-value", "deals.near-value"]

  @Test("Of a plan whose values are those of the deals nothing is said")
  func sound() throws {
    let said = try Self.findings(Self.plan, Self.deals).said
    #expect(!said.contains { Self.kinds.contains($0.kind) }, "\(said)")
  }

  @Test(
    "A letter too many or too few in any value of a plan is said, with what was meant",
    arguments: ["New Business", "Expansion", "Services", "Analytics"])
  func slips(_ value: String) throws {
    var random = SeededGenerator(seed: UInt64(value.utf8.count))
    for _ in 0..<20 {
      // A letter inside of the last word, so that its first one stays.
      var letters = Array(value)
      let first = (letters.lastIndex(of: " ") ?? -1) + 1
      let places = letters.indices.filter { $0 > first }
      let place = try #require(places.randomElement(using: &random))
      if Bool.random(using: &random) {
        letters.remove(at: place)
      } else {
        letters.insert(letters[place], at: place)
      }
      let slip = String(letters)
      let said = try Self.findings(Self.plan.replacing(value, with: slip), Self.deals).said
        .filter { Self.kinds.contains($0.kind) }
      #expect(said.count == 1, "\(slip): \(said)")
      #expect(said.first?.severity == .warning)
      #expect(
        said.first?.remedy?.plainText.hasPrefix("did you mean \"\(value)\"?") ?? false,
        "\(slip): \(said)")
    }
  }

  @Test("The deals that have what was meant are counted, and the values are listed")
  func message() throws {
    let plan = Self.plan.replacing("Services", with: "Service")
    let said = try Self.findings(plan, Self.deals).said.filter { Self.kinds.contains($0.kind) }
    #expect(
      said.map(\.message.plainText) == [
        "no deal has \"service\" in \"family\", and 1 has \"Services\", which the plan does not name"
      ])
    #expect(
      said.first?.remedy?.plainText
        == "did you mean \"Services\"? deals have \"Analytics\" (2), \"Services\" (1), \"Platform\" (1)"
    )
    #expect(said.first?.place?.line == 5)
  }

  @Test(
    "A value that no deal has yet is a warning where the plan leaves values out, and else a note")
  func unmet() throws {
    func severity(_ yaml: String, _ csv: String) throws -> Severity? {
      try Self.findings(yaml, csv).said.first { $0.kind == "plan.unmet-value" }?.severity
    }
    #expect(
      try severity(Self.plan.replacing("Expansion", with: "Upsell"), Self.deals) == .warning)
    let all = Self.deals.replacing("Renewal", with: "New Business")
      .replacing("Expansion", with: "New Business")
    #expect(try severity(Self.plan, all) == .note)
    let negated = Self.plan.replacing("[New Business, Expansion]", with: "{not: Partner}")
    #expect(try severity(negated, Self.deals) == .note)
  }

  @Test("A misspelt cell is said at its line, and numbers and codes are no slips")
  func nearValues() throws {
    let typed = Self.deals.replacing(
      "4,ann,2021-01-08,8000,New Business", with: "4,ann,2021-01-08,8000,New Bussiness")
    let said = try Self.findings(Self.plan, typed).said.filter { Self.kinds.contains($0.kind) }
    #expect(said.map(\.kind) == ["deals.near-value"])
    #expect(said.first?.place?.line == 5)
    let coded = Self.plan.replacing("[New Business, Expansion]", with: "[EU1, Tier 1]")
    let codes = Self.deals.replacing("New Business", with: "EU1")
      .replacing("Expansion", with: "Tier 1").replacing("Renewal", with: "Tier 2")
    #expect(
      try Self.findings(coded, codes).said.allSatisfy { !Self.kinds.contains($0.kind) })
  }

  @Test("A range in a condition is said to be none")
  func range() throws {
    let plan = Self.plan.replacing("{type: [New Business, Expansion]}", with: "{term: 24+}")
    let deals = Self.deals.replacing(",type,", with: ",term,").replacing("Expansion", with: "36")
    let said = try Self.findings(plan, deals).said.first { $0.message.plainText.contains("24+") }
    #expect(said?.remedy?.plainText.hasPrefix("values are compared as they are written") ?? false)
  }

  @Test("A deal without the number of its band is said, and credited in full")
  func bands() throws {
    let plan = Self.plan.replacing(
      "{family: {Services: 50%}}", with: "{term: [{to: 24, times: 0}, {times: 3}]}")
    let deals = """
      deal_id,rep,close_date,amount,type,family,term
      1,ann,2021-01-05,1000,New Business,Analytics,36
      2,ann,2021-01-06,2000,Expansion,Analytics,
      3,ann,2021-01-06,4000,Renewal,Analytics,

      """
    let (run, said) = try Self.findings(plan, deals)
    let finding = said.first { $0.kind == "deals.no-factor" }
    #expect(finding?.place?.line == 3)
    #expect(finding?.message.plainText.hasPrefix("\"term\" is empty in 1 deal ") ?? false)
    #expect(run.statements.first?.credit == 5000)
  }

  @Test(
    "Won deals that nothing counts are listed with the reasons: all that have no line, and no other"
  )
  func uncounted() throws {
    let plan = Self.plan.replacing(
      "  - {spiff: Launch, pay: 500 each, where: {family: Analytics}}", with: "")
    let csv =
      Self.deals + "5,ann,2021-01-09,16000,,Platform\n6,bea,2021-01-09,32000,Renewal,Platform\n"
    let roster = "rep,plan\nann,Test\nbea,Other\n"
    let (run, _) = try Self.findings(plan, csv, roster: roster)
    #expect(run.uncounted.map(\.deal) == ["3", "5"])
    let lines = Set(run.statements.flatMap(\.lines).compactMap(\.deal))
    #expect(Set(["1", "2", "3", "4", "5"]).subtracting(lines) == Set(run.uncounted.map(\.deal)))
    #expect(
      run.uncounted.map { $0.reasons.map(\.plainText) } == [
        [
          "The measure \"sales\" counts deals whose type is New Business or Expansion, and this one's is Renewal."
        ],
        [
          "The measure \"sales\" counts deals whose type is New Business or Expansion, and this one's is empty."
        ],
      ])
    let finding = try run.uncounted.finding(
      on: Plan.read(yaml: plan, file: "plan.yaml").plan, at: Place(file: "deals.csv"))
    #expect(finding?.severity == .warning)
    #expect(
      finding?.message.plainText
        == "2 won deals of people on the plan \"Test\", of 20000.00 USD together, are counted by nothing in it: \"type\" \"Renewal\" (1), no \"type\" (1)"
    )
  }

  @Test("What a version of the plan counts is not listed, by the day of the deal")
  func versions() throws {
    let yaml =
      Self.plan.replacing(
        "  - {spiff: Launch, pay: 500 each, where: {family: Analytics}}", with: "") + """

        versions:
          - from: 2021-04-01
            measures:
              sales: {quota: 400000}
        """
    let csv = Self.deals + "5,ann,2021-05-09,16000,Renewal,Platform\n"
    #expect(try Self.findings(yaml, csv).run.uncounted.map(\.deal) == ["3"])
  }

  @Test(
    "A currency that some deals do not say is said, with the lines, and one that none says is not")
  func currencies() throws {
    let csv = """
      deal_id,rep,close_date,amount,currency,type,family
      1,ann,2021-01-05,1000,USD,New Business,Services
      2,ann,2021-01-06,2000,,Expansion,Analytics
      3,bea,2021-01-06,2000,,Expansion,Analytics
      4,ann,2021-01-07,2000,,Renewal,Platform

      """
    func lines(_ csv: String) throws -> [String] {
      try Self.findings(
        Self.plan, csv, roster: "rep,plan\nann,Test\nbea,Other\n"
      ).said.filter { $0.kind == "deals.no-currency" }.map(\.message.plainText)
    }
    let said = try lines(csv)
    #expect(said.count == 1)
    #expect(said.first?.hasSuffix("that of the plan: line 3") ?? false, "\(said)")
    #expect(try lines(csv.replacing(",USD,", with: ",,")) == [])
  }

  @Test(
    "A sale with another id is said, and one of another day, person, product or customer is not")
  func twins() throws {
    func twins(_ row: String) throws -> [Finding] {
      try Self.findings(
        Self.plan,
        "deal_id,account,rep,close_date,amount,product,type,family\n"
          + "1,Birch,ann,2021-01-05,1000,A,New Business,Services\n\(row)\n"
      ).said.filter { $0.kind == "deals.twin" }
    }
    let twin = "2,birch,ann,2021-01-05,1000,A,New Business,Services"
    #expect(
      try twins(twin).map(\.message.plainText) == [
        "the deal \"2\" has the customer, person, amount and day of \"1\", line 2: both are paid"
      ])
    for (old, new) in [
      ("birch", "Alder"), ("ann", "bea"), ("01-05", "01-06"), ("1000", "1001"), (",A,", ",B,"),
      ("New Business", "Renewal"),
    ] {
      #expect(try twins(twin.replacing(old, with: new)).isEmpty, "\(new)")
    }
  }

  static let managerPlan = """
    plan: Lead
    currency: USD
    variable: 40000
    measures: {team sales: {quota: 400000, team: true}}
    components: [{commission: Team, measure: team sales, period: quarter, pay: 10%}]
    """

  @Test(
    "A manager is found by each of the names by which the owner of a deal is",
    arguments: ["m1", "Tina Marsh", "Marsh, Tina", "tina@acme.example", "TINA  MARSH"])
  func managers(_ name: String) throws {
    let roster = """
      rep,name,email,plan,manager
      m1,Tina Marsh,tina@acme.example,Lead,
      r1,Ann Lee,,Seller,"\(name)"

      """
    let (run, said) = try Self.findings(
      Self.managerPlan, "deal_id,rep,close_date,amount\n1,r1,2021-01-05,1000\n", roster: roster)
    #expect(run.statements.first?.credit == 1000)
    #expect(!said.contains { ["roster.manager", "roster.no-team"].contains($0.kind) }, "\(said)")
  }

  @Test("A name of two people is nobody's, and a team of nobody is said")
  func ambiguousManagers() throws {
    let roster = """
      rep,name,plan,manager
      m1,Tina Marsh,Lead,
      m2,Tina Marsh,Lead,
      r1,Ann Lee,Seller,Tina Marsh

      """
    let said = try Self.findings(
      Self.managerPlan, "deal_id,rep,close_date,amount\n1,r1,2021-01-05,1000\n", roster: roster
    ).said
    #expect(
      said.first { $0.kind == "roster.manager" }?.message.plainText
        == "the manager \"Tina Marsh\" of \"r1\" is the name of several people on the roster: \"m1\", \"m2\""
    )
    #expect(said.count { $0.kind == "roster.no-team" } == 2)
  }
}
