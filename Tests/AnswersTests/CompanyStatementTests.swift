import Amounts
import Answers
import Findings
import Foundation
import PayAnswers
import PayPlans
import Reporting
import TestSupport
import Testing

/// Several plans in one run, held against each plan by itself.
@Suite("Everybody's pay by the plan of the roster")
struct CompanyStatementTests {
  static func deals(_ part: String) -> String { "\(Checkout.datasets)/deals/team-2021\(part).csv" }
  static let plans = ["marginal-accelerators", "manager-override"].map {
    "\(Checkout.datasets)/plans/\($0).yaml"
  }

  static let question: CompanyStatementQuestion = {
    var question = CompanyStatementQuestion(plans: plans, deals: deals(""))
    question.files = PayFiles(
      roster: deals("-roster"), rates: deals("-rates"), scores: deals("-scores"))
    return question
  }()

  @Test("Each person is paid as by the own plan alone, and totals are the sums")
  func sums() throws {
    let together = try Self.question.answer()
    let alone = try Self.plans.map { plan in
      try StatementQuestion(
        plan: plan, deals: Self.question.deals, files: Self.question.files
      ).answer().answer
    }
    let statements = together.answer.plans.flatMap(\.statements)
    #expect(statements.map(\.total) == alone.flatMap(\.statements).map(\.total))
    #expect(statements.map(\.whole.rep) == ["ann", "ben", "eva", "kim", "lee", "mia"])
    let costs = alone.map(\.totals.cost.minorUnits).reduce(0, +)
    #expect(together.answer.totals.map(\.cost.minorUnits) == [costs])
    let tables = Dictionary(
      uniqueKeysWithValues: together.answer.tables.map { ($0.name, $0.table.records.count) })
    for name in ["reps", "lines", "components", "months", "clawbacks"] {
      let each = alone.map { answer in
        answer.tables.first { $0.name == name }?.table.records.count ?? 0
      }
      #expect(tables[name] == each.reduce(0, +))
    }
    // Each plan looks for scores of its own people; none of them is unused.
    #expect(!together.findings.findings.contains { $0.kind == "scores.unused" })
  }

  @Test(
    "What the plans cost month by month adds up to the year, in the totals and in the table of plans"
  )
  func months() throws {
    let year = try Self.question.answer().answer
    var (costs, earned) = (0, 0)
    for month in 1...12 {
      var question = Self.question
      question.period = "2021-\(month < 10 ? "0" : "")\(month)"
      let answer = try question.answer().answer
      costs += answer.totals.map { Int($0.cost.minorUnits) }.reduce(0, +)
      earned += answer.totals.map { Int($0.earned.minorUnits) }.reduce(0, +)
      let plans = try #require(answer.tables.first { $0.name == "plans" }?.table)
      let cost = try #require(plans.columns.firstIndex { $0.key == "cost" })
      let paid = answer.plans.map { plan in
        plan.statements.reduce(Money.zero(.usd)) { $0 + $1.total }
      }
      #expect(plans.records.map { $0[cost] } == paid.map { .money($0) })
    }
    #expect(costs == year.totals.map { Int($0.cost.minorUnits) }.reduce(0, +))
    #expect(earned == year.plans.map { Int($0.totals.earned.minorUnits) }.reduce(0, +))
  }

  static func write(
    _ folder: borrowing ScratchFolder, roster: String, adjustments: String? = nil
  ) throws -> CompanyStatementQuestion {
    func plan(_ name: String, _ currency: String, _ year: String) -> String {
      """
      plan: \(name)
      currency: \(currency)
      base: 60000
      variable: 48000
      year starts: \(year)-01-01
      measures:
        bookings: {quota: 1200000}
      components:
        - {commission: New business, measure: bookings, period: quarter, pay: 1x}
      """
    }
    var question = CompanyStatementQuestion(
      plans: [
        try folder.write(plan("Sellers", "USD", "2026"), to: "sellers.yaml"),
        try folder.write(plan("Farmers", "EUR", "2026"), to: "farmers.yaml"),
        try folder.write(plan("Sellers 2025", "USD", "2025"), to: "sellers-2025.yaml"),
      ],
      deals: try folder.write(
        """
        deal_id,rep,close_date,amount,currency
        D0,ann,2025-11-10,300000,USD
        D1,ann,2026-02-10,300000,USD
        D2,ann,2026-08-10,300000,EUR
        D3,bob,2026-08-10,300000,EUR
        """, to: "deals.csv"))
    question.files.roster = try folder.write(roster, to: "roster.csv")
    question.files.adjustments = try adjustments.map { try folder.write($0, to: "adjustments.csv") }
    return question
  }

  @Test("Days that no plan pays, and debts on another plan, are said")
  func betweenPlans() throws {
    let folder = try ScratchFolder()
    var question = try Self.write(
      folder, roster: "rep,from,plan\nann,,Sellers 2025\nann,2026-02-01,Sellers\n")
    question.deals = try folder.write(
      "deal_id,rep,close_date,amount,currency\nD0,ann,2025-11-10,300000,USD\n", to: "few.csv")
    func messages(_ kind: Finding.Kind) throws -> [String] {
      try question.answer().findings.findings.filter { $0.kind == kind }.map(\.message.plainText)
    }
    #expect(
      try messages("roster.gap") == [
        "\"ann\" is paid by no plan from 2026-01-01 to 2026-01-31: the year of the one is over, or that of the other has not begun"
      ])
    question = try Self.write(folder, roster: Self.roster)
    #expect(try messages("roster.gap").isEmpty)
    question.deals = try folder.write(
      "deal_id,rep,close_date,amount\nD1,ann,2026-02-10,1\n", to: "bare.csv")
    let error = #expect(throws: InputFailure.self) { try question.answer() }
    #expect(error?.log.findings.map(\.kind) == ["deals.currency"])
    question.files.rates = question.deals
    #expect(throws: InputFailure.self) { try question.answer() }
  }

  static let roster = """
    rep,from,plan
    ann,,Sellers 2025
    ann,2026-01-01,Sellers
    ann,2026-07-01,Farmers
    bob,2026-01-01,Farmers
    """

  @Test("Last year's plan stands beside this year's, and a person has a statement for each")
  func years() throws {
    let folder = try ScratchFolder()
    let question = try Self.write(
      folder, roster: Self.roster,
      adjustments: "rep,date,amount,reason\nann,2026-07-31,100,Moving\nann,2025-12-01,7,Gift\n")
    let answer = try question.answer().answer
    func earned(_ plan: String) -> [String] {
      answer.plans.filter { $0.plan.name == plan }.flatMap(\.statements)
        .map { "\($0.whole.rep) \($0.whole.lines.map { $0.pay.fixedPoint })" }
    }
    #expect(earned("Sellers 2025") == ["ann [\"12000.00\", \"7.00\"]"])
    #expect(earned("Sellers") == ["ann [\"12000.00\"]"])
    #expect(
      earned("Farmers") == ["ann [\"12000.00\", \"100.00\"]", "bob [\"12000.00\"]"]
        || earned("Farmers") == ["ann [\"100.00\", \"12000.00\"]", "bob [\"12000.00\"]"])
    // A year and half a year of 60,000, another half and a whole, and the currencies apart.
    #expect(answer.totals.map(\.base.description) == ["90000.00 USD", "90000.00 EUR"])
  }

  @Test("Rates that say what they convert to are used by plans in several currencies")
  func rates() throws {
    let folder = try ScratchFolder()
    var question = try Self.write(folder, roster: Self.roster)
    question.deals = try folder.write(
      """
      deal_id,rep,close_date,amount,currency
      D1,ann,2026-02-10,250000,EUR
      D3,bob,2026-08-10,250000,USD
      """, to: "crossed.csv")
    question.files.rates = try folder.write(
      """
      currency,month,rate,to
      EUR,2026-02,1.2,USD
      EUR,2026-02,9,GBP
      USD,2026-08,0.8,EUR
      """, to: "rates.csv")
    let plans = try question.answer().answer.plans
    let earned = plans.flatMap(\.statements).filter { $0.earned.minorUnits != 0 }
      .map { "\($0.whole.rep) \($0.earned)" }
    // 300,000 USD of a quota of 300,000 for each quarter, and 200,000 EUR: of 12,000 and of two thirds.
    #expect(earned.sorted() == ["ann 12000.00 USD", "bob 8000.00 EUR"])
    question.files.rates = try folder.write(
      "currency,month,rate\nEUR,2026-02,1.2\nUSD,2026-08,0.8\n", to: "bare.csv")
    let error = #expect(throws: InputFailure.self) { try question.answer() }
    #expect(error?.log.findings.map(\.kind) == ["question.together"])
  }

  @Test("Amounts of a person are in the currency of the plan of their day, or it is said")
  func currencies() throws {
    let folder = try ScratchFolder()
    func bases(_ roster: String) throws -> [String] {
      try Self.write(folder, roster: roster).answer().answer.plans.flatMap(\.statements)
        .map { "\($0.whole.rep) \($0.base)" }
    }
    // Ann moves to the euro plan, and her later row goes on with it.
    #expect(
      try bases(
        """
        rep,from,plan,base,currency
        ann,,Sellers 2025,60000,USD
        ann,2026-01-01,Sellers,72000,USD
        ann,2026-07-01,Farmers,48000,EUR
        ann,2026-10-01,,96000,EUR
        bob,2026-01-01,Farmers,60000,EUR
        """) == [
          "ann 36000.00 USD", "ann 36000.00 EUR", "bob 60000.00 EUR", "ann 60000.00 USD",
        ])
    let error = #expect(throws: InputFailure.self) {
      try bases("rep,from,plan,base,currency\nann,,Sellers,72000,EUR\nbob,,Farmers,60000,EUR\n")
    }
    #expect(error?.log.findings.map(\.kind) == ["roster.currency"])
  }

  @Test("A quota of each currency, and a column that one plan alone can use, stop no other plan")
  func otherPlans() throws {
    let folder = try ScratchFolder()
    var question = try Self.write(
      folder,
      roster: """
        rep,from,plan,quota,base
        ann,,Sellers 2025,"USD 1,200,000",
        ann,2026-01-01,Sellers,,
        ann,2026-07-01,Farmers,"EUR 600,000","EUR 72,000"
        bob,2026-01-01,Two,,
        """)
    question.plans.append(
      try folder.write(
        """
        plan: Two
        currency: USD
        variable: 48000
        year starts: 2026-01-01
        measures:
          new: {quota: 100000, where: {kind: new}}
          old: {quota: 100000, where: {kind: old}}
        components:
          - {commission: New, measure: new, period: quarter, pay: 1x, target: 50%}
          - {commission: Old, measure: old, period: quarter, pay: 1x, target: 50%}
        """, to: "two.yaml"))
    question.deals = try folder.write(
      """
      deal_id,rep,close_date,amount,currency,kind
      D2,ann,2026-08-10,150000,EUR,new
      D3,bob,2026-08-10,25000,USD,old
      """, to: "kinds.csv")
    let answer = try question.answer().answer
    let statements = Dictionary(grouping: answer.plans.flatMap(\.statements)) { $0.whole.plan }
    #expect(statements["Farmers"]?.map(\.whole.earned.description) == ["12000.00 EUR"])
    #expect(statements["Farmers"]?.map(\.whole.base.description) == ["36000.00 EUR"])
    #expect(statements["Two"]?.map(\.whole.earned.description) == ["6000.00 USD"])
    let text = answer.document.markdown()
    #expect(
      text.contains("From 2026-07-01: plan \"Farmers\", quota of bookings 600,000, base 72,000."))
  }

  @Test("Of a period the plans of its year are shown")
  func period() throws {
    let folder = try ScratchFolder()
    var question = try Self.write(folder, roster: Self.roster)
    question.period = "2025-Q4"
    #expect(try question.answer().answer.plans.map(\.plan.name) == ["Sellers 2025"])
    question.period = "2019"
    #expect(throws: InputFailure.self) { try question.answer() }
  }

  static let faults: [(roster: String, message: String)] = [
    (
      "rep,plan\nann,Seller\nbob,Farmers\n",
      "\"ann\" is on the plan \"Seller\", which is not here"
    ),
    (
      "rep,plan\nann,\nbob,Farmers\n",
      "the roster does not say which of the plans \"ann\" is on"
    ),
  ]

  @Test("Who is on no plan of the run is an error, not a person less", arguments: Self.faults)
  func missing(_ example: (roster: String, message: String)) throws {
    let folder = try ScratchFolder()
    let question = try Self.write(folder, roster: example.roster)
    let error = #expect(throws: InputFailure.self) { try question.answer() }
    #expect(error?.log.findings.map(\.message.plainText) == [example.message])
  }

  @Test("Several plans need a roster, and names of their own")
  func usage() throws {
    var question = Self.question
    question.files.roster = nil
    #expect(throws: InputFailure.self) { try question.answer() }
    question = Self.question
    question.plans.append(question.plans[0])
    let error = #expect(throws: InputFailure.self) { try question.answer() }
    #expect(error?.log.findings.map(\.kind) == ["plan.same-name"])
  }

  @Test("Some people alone are shown with their plans, and nothing is said about others")
  func selection() throws {
    var question = Self.question
    question.reps = ["Mia Berg"]
    let reply = try question.answer()
    #expect(reply.answer.plans.map(\.plan.name) == ["Sales manager"])
    #expect(reply.answer.isSelection)
    question.reps = ["mina"]
    #expect(throws: InputFailure.self) { try question.answer() }
  }
}
