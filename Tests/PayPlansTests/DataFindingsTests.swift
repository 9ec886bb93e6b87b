import Amounts
import Findings
import PayPlans
import PlanFiles
import Testing

/// What is wrong, or probably not meant, in the files that a plan is run on.
@Suite("Findings in data files")
struct DataFindingsTests {
  static let flat = RefusalTests.flat

  /// The first line of each finding of a run, whether or not it is refused.
  func found(
    _ deals: String = "deal_id,rep,close_date,amount\n1,ann,2021-02-01,1\n",
    roster: String? = nil, scores: String? = nil, adjustments: String? = nil,
    plan yaml: String = flat
  ) throws -> [String] {
    let plan = try Plan.read(yaml: yaml, file: "plan.yaml").plan
    var log = FindingLog()
    do {
      let read = try Deals.read(csv: deals, file: "deals.csv", for: plan)
      log.add(read.findings)
      var people: Roster?
      if let roster {
        let read = try Roster.read(csv: roster, file: "roster.csv", for: plan)
        people = read.roster
        log.add(read.findings)
      }
      log.add(
        try plan.statements(
          for: read.deals, roster: people,
          scores: scores.map { try Scores.read(csv: $0, file: "scores.csv") } ?? Scores(),
          adjustments: adjustments.map {
            try Adjustment.read(csv: $0, file: "adjustments.csv", currency: plan.currency)
          } ?? []
        ).findings)
    } catch let failure as InputFailure {
      log.add(failure.log)
    }
    return log.findings.map { finding in
      var text = "\(finding.subject): \(finding.severity.rawValue): \(finding.message.plainText)"
      if let remedy = finding.remedy?.plainText { text += " | \(remedy)" }
      return text
    }
  }

  @Test("An amount in another currency than its row says")
  func currency() throws {
    let found = try found("deal_id,rep,close_date,amount,currency\n1,ann,2021-02-01,$1000,EUR\n")
    #expect(
      found == ["deals.csv:2:18: error: amount \"$1000\" is in $, not in EUR"])
  }

  @Test(
    "A foreign amount needs the rate of its month", arguments: ["€1000", "1000 EUR", "EUR 1000"])
  func foreign(_ cell: String) throws {
    let found = try found("deal_id,rep,close_date,amount,currency\n1,ann,2021-02-01,\(cell),\n")
    #expect(
      found == [
        "deals.csv:2: error: there is no rate from EUR in 2021-02 to the plan's currency USD | add a line to the rates file: currency,month,rate"
      ])
    let plan = try Plan.read(yaml: Self.flat, file: "plan.yaml").plan
    let statement = try plan.run(
      "deal_id,rep,close_date,amount\n1,ann,2021-02-01,\(cell)\n",
      rates: "currency,month,rate\nEUR,2021-02,1.2\n")[0]
    #expect(statement.pays == ["120.00"])
  }

  @Test("A mark of the currency of the plan or row is read")
  func ownCurrency() throws {
    let plan = try Plan.read(yaml: Self.flat, file: "plan.yaml").plan
    let statement = try plan.run(
      "deal_id,rep,close_date,amount,currency\n1,ann,2021-02-01,$1000,\n2,ann,2021-02-01,€100,EUR\n",
      rates: "currency,month,rate\nEUR,2021-02,1.2\n")[0]
    #expect(statement.pays == ["100.00", "12.00"])
  }

  @Test("A roster or adjustment in another currency")
  func otherFiles() throws {
    #expect(
      try found(roster: "rep,base\nann,\"£50,000\"\n") == [
        "roster.csv:2:5: error: base \"£50,000\" is in £, not in USD"
      ])
    #expect(
      try found(adjustments: "rep,date,amount,reason\nann,2021-02-01,5 EUR,x\n") == [
        "adjustments.csv:2:16: error: amount \"5 EUR\" is in EUR, not in USD"
      ])
  }

  @Test("Adjustments of nobody and of another year, with their places")
  func adjustments() throws {
    #expect(
      try found(
        adjustments: "rep,date,amount,reason\nann,2020-12-31,1,x\nanna,2021-01-01,1,x\n") == [
          "adjustments.csv:3:1: error: there is no rep \"anna\" to adjust | did you mean \"ann\"?",
          "adjustments.csv:2: error: the adjustment of \"ann\" on 2020-12-31 lies outside the plan year from 2021-01-01 to 2021-12-31",
        ])
  }

  static let quotas = """
    plan: Flat
    currency: USD
    variable: 1000
    measures: {sales: {quota: 100000}, seats: {unit: seats}}
    components:
      - {commission: C, measure: sales, period: month, pay: 1x}
      - {commission: S, measure: seats, period: month, pay: 1 each, target: 0}
    """

  @Test(
    "In a roster",
    arguments: [
      (
        "rep,qouta\nann,5\n",
        "roster.csv:1: error: a roster has no column \"qouta\", so it is not read | did you mean \"quota\"?"
      ),
      (
        "rep,varaible\nann,5\n",
        "roster.csv:1: error: a roster has no column \"varaible\", so it is not read | did you mean \"variable\"?"
      ),
      (
        "rep,quota sale\nann,5\n",
        "roster.csv:1: error: a roster has no column \"quota sale\", so it is not read | did you mean \"quota sales\"?"
      ),
      (
        "rep,quota renewals\nann,5\n",
        "roster.csv:2:5: error: the plan counts no measure for the column \"quota renewals\" | known here: quota sales, quota seats"
      ),
      (
        "rep,quota,quota sales\nann,5,6\n",
        "roster.csv:2:5: error: the quota of \"sales\" is 5 here, but 6 in the column \"quota sales\" | leave one of them out"
      ),
      (
        "rep,leave_start,leave_end\nann,2021-03-02,2021-03-01\n",
        "roster.csv:2:16: error: the leave ends on 2021-03-01, before it starts on 2021-03-02"
      ),
      (
        "rep,leave_start,leave_end\nann,2021-03-02,\n",
        "roster.csv:2:5: error: a leave needs both its leave_start and its leave_end"
      ),
      (
        "rep,manager\nmia,\nann,miia\n",
        "roster.csv:3: warning: the manager \"miia\" of \"ann\" is not on the roster | did you mean \"mia\"?"
      ),
      (
        "rep\nann\nAnn\n",
        "roster.csv:3: warning: \"Ann\" and \"ann\" are paid as two people; are they the same person? | write the name in the same way everywhere"
      ),
    ])
  func roster(_ text: String, message: String) throws {
    let found = try found(
      "deal_id,rep,close_date,amount,seats\n1,ann,2021-02-01,1,1\n", roster: text, plan: Self.quotas
    )
    #expect(found == [message])
  }

  @Test(
    "Columns that have nothing to do with a roster, or are of another plan",
    arguments: [
      "rep,region,birth_date,team,job,start\nann,x,x,x,x,x\n",
      "rep,plan,quota demos\nann,Flat,\nbob,Other,5\n",
    ])
  func others(_ text: String) throws {
    let found = try found(
      "deal_id,rep,close_date,amount,seats\n1,ann,2021-02-01,1,1\n", roster: text, plan: Self.quotas
    )
    #expect(found == [])
  }

  @Test("Blanks around names do not make another rep or deal")
  func blanks() throws {
    let plan = try Plan.read(yaml: Self.flat, file: "plan.yaml").plan
    let statements = try plan.run(
      "deal_id,rep,close_date,amount\n1,ann,2021-02-01,1000\n2,ann ,2021-02-01,2000\n")
    #expect(statements.map(\.rep) == ["ann"])
    #expect(statements[0].pays == ["100.00", "200.00"])
  }

  @Test("Names that differ only in case")
  func cases() throws {
    #expect(
      try found(
        "deal_id,rep,close_date,amount\nD1,ann,2021-02-01,1\nd1,Ann,2021-02-02,1\n") == [
          "deals.csv:3: warning: \"Ann\" and \"ann\" are paid as two people; are they the same person? | write the name in the same way everywhere",
          "deals.csv:3: warning: \"d1\" and \"D1\" are two deals; are they the same? | write the name in the same way in each row",
        ])
  }

  @Test(
    "The rows of a split deal contradict each other",
    arguments: [
      (
        "1,ann,2021-02-01,10,50%\n1,bob,2021-02-01,20,50%",
        "the deal \"1\" has an amount of 20 here, but of 10 on line 2"
      ),
      (
        "1,ann,2021-02-01,10,50%\n1,bob,2021-02-02,10,50%",
        "the deal \"1\" closed on 2021-02-02 here, but on 2021-02-01 on line 2"
      ),
    ])
  func split(_ rows: String, message: String) throws {
    let found = try found("deal_id,rep,close_date,amount,share\n\(rows)\n")
    #expect(
      found == [
        "deals.csv:3: error: \(message) | each row of a split deal has the amount of the whole deal, and a `share`"
      ])
  }

  @Test("A column of a deals file that is nearly one that counts")
  func dealColumns() throws {
    #expect(
      try found("deal_id,rep,close_date,amount,curency,stage\n1,ann,2021-02-01,1,EUR,x\n") == [
        "deals.csv:1: warning: a deals file has no column \"curency\", so it is not read | did you mean \"currency\"?"
      ])
  }

  @Test("A measure for which no deal counts")
  func uncounted() throws {
    let yaml = """
      plan: Flat
      currency: USD
      measures:
        sales: {where: {stage: Won}}
      components: [{commission: C, measure: sales, period: month, pay: 10%}]
      """
    #expect(
      try found("deal_id,rep,close_date,amount,stage\n1,ann,2021-02-01,1,Closed\n", plan: yaml) == [
        "plan.yaml:4:3: warning: no deal counts for the measure \"sales\" | check the `where` of the measure against the columns of the deals",
        "plan.yaml:4:3: warning: no deal has \"Won\" in \"stage\" | deals have \"Closed\" (1)",
      ])
    #expect(
      try found("deal_id,rep,close_date,amount,stage\n1,ann,2021-02-01,1, won \n", plan: yaml) == []
    )
  }

  @Test("Empty cells of what is credited")
  func emptyCredit() throws {
    #expect(
      try found(
        "deal_id,rep,close_date,amount,seats\n1,ann,2021-02-01,1,1\n2,ann,2021-02-01,1,\n3,ann,2021-02-01,1,\n",
        plan: Self.quotas) == [
          "deals.csv:3: warning: \"seats\" is empty in 2 deals that the measure \"seats\" counts, from here on: they are credited 0"
        ])
  }

  static let goals = """
    plan: Flat
    currency: USD
    variable: 1000
    components: [{objectives: O, period: quarter, goals: {Launch: 60%, Hiring: 40%}}]
    """

  @Test("A score that is missing, although the last deal is older than the period's end")
  func missingScore() throws {
    #expect(
      try found(
        scores: "rep,period_end,name,score\nann,2021-03-31,Launch,90%\n", plan: Self.goals) == [
          "deals.csv:2: warning: there is no score \"Hiring\" for the period to 2021-03-31 of \"ann\"; it counts as 0%"
        ])
  }

  @Test(
    "A score that nothing looks for",
    arguments: [
      (
        "anne,2021-03-31,Launch,9%",
        "the score \"launch\" of \"anne\" is not used: nobody of that name is on the plan | did you mean \"ann\"?"
      ),
      (
        "ann,2021-03-31,Lanch,9%",
        "the score \"lanch\" of \"ann\" is not used: the plan scores nothing of that name | did you mean \"launch\"?"
      ),
      (
        "ann,2021-03-30,Launch,9%",
        "the score \"launch\" of \"ann\" is not used: no period of it ends on 2021-03-30 | its periods end on 2021-03-31, 2021-06-30, 2021-09-30, 2021-12-31"
      ),
    ])
  func unusedScore(_ row: String, message: String) throws {
    let found = try found(
      scores: """
        rep,period_end,name,score
        ann,2021-03-31,Launch,90%
        ann,2021-03-31,Hiring,90%
        \(row)

        """, plan: Self.goals)
    #expect(found == ["scores.csv:4: warning: \(message)"])
  }

  @Test("A score of somebody on another plan is left alone")
  func otherPlan() throws {
    let found = try found(
      roster: "rep,plan\nann,Flat\nbob,Other\n",
      scores:
        "rep,period_end,name,score\nann,2021-03-31,Launch,1\nann,2021-03-31,Hiring,1\nbob,2021-03-31,CSAT,1\n",
      plan: Self.goals)
    #expect(found == [])
  }

  static let churn = flat + "\nclawback: {within: 12 months, of: churn_date}\n"
  static let collected = flat + "\npaid: {close_date: 50%, collected_date: 50%}\n"

  @Test("A day before the close is found in every column that a plan refers to")
  func beforeClose() throws {
    let churned = "deal_id,rep,close_date,amount,churn_date\n1,ann,2021-02-10,100000,2020-11-01\n"
    #expect(
      try found(churned, plan: Self.churn + "paid: close_date\n") == [
        "deals.csv:2: error: the deal \"1\" was cancelled on 2020-11-01 (churn_date), before it closed on 2021-02-10"
      ])
    let both =
      "deal_id,rep,close_date,amount,churn_date,cancelled_date\n1,ann,2021-02-10,1,,2021-02-09\n"
    #expect(
      try found(both, plan: Self.churn).contains {
        $0.hasSuffix("was cancelled on 2021-02-09, before it closed on 2021-02-10")
      })
    #expect(
      try found(
        "deal_id,rep,close_date,amount,collected_date\n1,ann,2021-02-10,1,2021-02-09\n",
        plan: Self.collected) == [
          "deals.csv:2: warning: the collected_date of the deal \"1\" is 2021-02-09, before it closed on 2021-02-10: nothing is due before the close"
        ])
    // A version's own column counts as well.
    let versioned =
      Self.flat
      + "\nversions:\n  - {from: 2021-07-01, clawback: {within: 12 months, of: churn_date}}\n"
    #expect(
      try found(
        "deal_id,rep,close_date,amount,churn_date\n1,ann,2021-08-10,1,2021-08-09\n",
        plan: versioned
      ).count == 1)
  }

  @Test(
    "A split deal is cancelled in all of its rows or in none",
    arguments: [
      ("2021-05-01", "", "has no churn_date here, but 2021-05-01 on line 2"),
      ("", "2021-05-01", "has the churn_date 2021-05-01 here, but none on line 2"),
      ("2021-05-01", "2021-05-02", "has the churn_date 2021-05-02 here, but 2021-05-01 on line 2"),
    ])
  func splitCancellation(first: String, second: String, message: String) throws {
    let header = "deal_id,rep,close_date,amount,share,churn_date\n"
    let rows = "1,ann,2021-02-10,100,60%,\(first)\n1,bob,2021-02-10,100,40%,\(second)\n"
    #expect(
      try found(header + rows, plan: Self.churn) == [
        "deals.csv:3: error: the deal \"1\" \(message) | a deal is cancelled as a whole: write the same churn_date in each of its rows, or make what was cancelled by itself a deal of its own"
      ])
    let collected = (header + rows).replacing("churn_date", with: "collected_date")
    let found = try found(collected, plan: Self.collected)
    #expect(found.count == 1 && found[0].hasPrefix("deals.csv:3: warning:"), "\(found)")
    let same = header + "1,ann,2021-02-10,100,60%,2021-05-01\n1,bob,2021-02-10,100,40%,2021-05-01\n"
    #expect(try self.found(same, plan: Self.churn) == [])
  }

  @Test(
    "A return beside a cancelled deal of its amount is probably the same event",
    arguments: [
      ("2,ann,2021-05-01,-100,", true), ("2,ann,2021-05-01,-99,", false),
      ("2,bob,2021-05-01,-100,", false), ("2,ann,2021-02-09,-100,", false),
    ])
  func returns(row: String, isAsked: Bool) throws {
    let deals =
      "deal_id,rep,close_date,amount,churn_date\n1,ann,2021-02-10,100,2021-05-03\n\(row)\n"
    #expect(
      try found(deals, plan: Self.churn)
        == (isAsked
          ? [
            "deals.csv:3: warning: the return \"2\" of -100 and the cancellation of \"1\" on 2021-05-03, line 2 are probably one event, told twice | keep one of the two: take out the return, or the day of the cancellation"
          ] : []))
  }
}
