import Amounts
import Answers
import Findings
import PayAnswers
import PayPlans
import Regulations
import Reporting
import Simulation
import Statistics
import TestSupport
import Testing

/// Questions about pay asked from Swift, as a user of the libraries asks them.
@Suite("Questions about pay")
struct PayQuestionTests {
  private static let plan: String = "\(Checkout.datasets)/plans/account-executive-2021.yaml"
  private static let flat: String = "\(Checkout.datasets)/plans/flat-rate.yaml"
  private static let team: String = "\(Checkout.datasets)/plans/marginal-accelerators.yaml"

  private static func deals(_ name: String) -> String {
    "\(Checkout.datasets)/deals/team-2021\(name).csv"
  }

  private static let files: PayFiles = PayFiles(
    roster: deals("-roster"), rates: deals("-rates"))

  @Test("The sums of all statements are those of the months, and a quarter is a part of them")
  func statements() throws {
    var question = StatementQuestion(plan: Self.team, deals: Self.deals(""), files: Self.files)
    let whole = try question.answer()
    #expect(
      whole.inputs.map(\.path) == [
        Self.team, Self.deals(""), Self.deals("-roster"), Self.deals("-rates"),
      ])
    let parts = try ["2021-Q1", "2021-Q2", "2021-Q3", "2021-Q4"].map { quarter in
      question.period = quarter
      return try question.answer().answer.statements
    }
    for (index, statement) in whole.answer.statements.enumerated() {
      // What is due after the year is in none of the quarters.
      let earned = parts.reduce(Int64(0)) { $0 + $1[index].earned.minorUnits }
      #expect(earned == statement.earned.minorUnits)
    }
  }

  @Test("Who is left out because the plan's name has a slip is told; who is on another plan is not")
  func slip() throws {
    let folder = try ScratchFolder()
    let roster = try folder.write(
      "rep,plan\nana,Flat rate\ntom,Flat rates\nkim,Managers\n", to: "roster.csv")
    let plan = try folder.write(
      """
      plan: Flat rate
      currency: USD
      measures:
        sales: {}
      components:
        - {commission: Sales, measure: sales, period: month, pay: 5%}
      """, to: "plan.yaml")
    let deals = try folder.write(
      "deal_id,rep,close_date,amount\n1,ana,2021-10-01,100\n2,tom,2021-10-02,100\n", to: "d.csv")
    var question = StatementQuestion(plan: plan, deals: deals)
    question.files.roster = roster
    let reply = try question.answer()
    let slips = reply.findings.findings.filter { $0.kind == "roster.near-plan" }
    #expect(slips.map(\.place?.line) == [3])
    #expect(reply.answer.statements.map(\.whole.rep) == ["ana"])
  }

  @Test("Whoever is shown alone is told nothing about the rows of others")
  func alone() throws {
    let folder = try ScratchFolder()
    var question = StatementQuestion(
      plan: Self.flat,
      deals: try folder.write(
        """
        deal_id,rep,close_date,amount,stage
        1,ana,2021-10-01,100,Closed Won
        2,tom,2021-10-01,100,Closed Won
        3,Tom,2021-10-02,100,Closed Won
        """, to: "deals.csv"))
    func kinds() throws -> [Finding.Kind] {
      try question.answer().findings.findings.map(\.kind)
    }
    #expect(try kinds().contains("deals.same-rep"))
    question.reps = ["tom"]
    #expect(try kinds().contains("deals.same-rep"))
    question.reps = ["ana"]
    #expect(try !kinds().contains("deals.same-rep"))
  }

  @Test(
    "A plan pays its on-target earnings at its quota, and twice the sales on twice the quota too")
  func earnings() throws {
    let grid = try EarningsQuestion(
      plan: Self.plan, quotas: [690_048, 1_380_096], along: .attainment([1])
    ).answer().answer
    // Base and variable of 57,504 each stand in the plan.
    #expect(grid.rows[0].map { $0.earnings.base.minorUnits } == [57_504_00, 57_504_00])
    #expect(grid.rows[0][1].sales == 1_380_096)
    let usual = try EarningsQuestion(plan: Self.plan).answer().answer
    #expect(usual.rows.count == 11)
  }

  @Test("With attainment fixed at the quota nothing varies, by draws or by the closed form")
  func outlook() throws {
    var question = OutlookQuestion(plans: [Self.plan])
    question.model = ModelChoice("fixed:1", draws: DrawChoice(trials: 10))
    let drawn = try question.answer().answer.forecast.plans[0].paid.spread
    question.model.draws = DrawChoice()
    question.isExact = true
    let exact = try question.answer().answer.forecast.plans[0].paid.spread
    #expect(drawn.standardDeviation.value == 0)
    #expect(abs(exact.mean.value - drawn.mean.value) < 0.005)
  }

  @Test(
    "Where the quota is that of a team it is said that its attainment is drawn like one person's")
  func teamQuota() throws {
    for (plan, isTeam) in [("manager-override", true), ("marginal-accelerators", false)] {
      var question = OutlookQuestion(plans: ["\(Checkout.datasets)/plans/\(plan).yaml"])
      question.model = ModelChoice("fixed:1", draws: DrawChoice(trials: 10))
      let text = try question.answer().answer.document.markdown()
      #expect(text.contains("is that of a team") == isTeam)
    }
  }

  @Test(
    "Base that goes on for months after the last pay that is earned is said, where all of it is shown"
  )
  func quietEnd() throws {
    let folder = try ScratchFolder()
    let plan = try folder.write(
      """
      plan: Flat rate
      currency: USD
      base: 60000
      measures: {sales: {}}
      components:
        - {commission: Sales, measure: sales, period: month, pay: 5%}
      """, to: "plan.yaml")
    func isSaid(_ lastDay: String, _ change: (inout StatementQuestion) -> Void = { _ in }) throws
      -> Bool
    {
      let deals = try folder.write(
        "deal_id,rep,close_date,amount\n1,ana,2021-01-10,100\n2,ana,\(lastDay),100\n",
        to: "deals.csv")
      var question = StatementQuestion(plan: plan, deals: deals)
      change(&question)
      return try question.answer().answer.document.markdown().contains("Nothing is earned after")
    }
    #expect(try isSaid("2021-10-31"))
    // One month without a deal is nothing rare.
    #expect(try !isSaid("2021-11-01"))
    #expect(try !isSaid("2021-02-10") { $0.files.asOf = CalendarDate(iso: "2021-03-31") })
    #expect(try !isSaid("2021-02-10") { $0.period = "2021-02" })
  }

  @Test("Plans of one name are told apart by their files, and one on two quotas by the quota")
  func namesakes() throws {
    let folder = try ScratchFolder()
    let text = try Checkout.text("datasets/plans/account-executive-2021.yaml")
    let paths = try ["old.yaml", "new.yaml"].map { try folder.write(text, to: $0) }
    var question = OutlookQuestion(plans: paths)
    question.model = ModelChoice("fixed:1", draws: DrawChoice(trials: 10))
    let outlook = try question.answer().answer
    let name = outlook.scenarios[0].plan.name
    let labels = ["\(name) (old.yaml)", "\(name) (new.yaml)"]
    #expect((0...1).map { outlook.name($0).plainText } == labels)
    let lines = outlook.tables.first { $0.name == "lines" }?.table
    #expect(lines?.columns.contains { $0.key == "file" } ?? false)
    let cash = try CashQuestion(plans: paths, selling: "account:mean=1,chance=50%").answer().answer
    #expect(labels.allSatisfy { cash.document.markdown().contains("## \($0)") })
    question.plans = [paths[0]]
    question.quotas = [500_000, 600_000]
    let quotas = try question.answer().answer
    #expect(
      (0...1).map { quotas.name($0).plainText }
        == ["\(name), quota 500,000", "\(name), quota 600,000"])
  }

  @Test("A solution is priced again with its number in the plan")
  func solve() throws {
    let reply = try SolveQuestion(.attainment, of: Self.plan, for: .pay(150_000)).answer()
    guard case .found(let attainment, _) = reply.answer.solution.outcome else {
      Issue.record("no solution")
      return
    }
    let grid = try EarningsQuestion(plan: Self.plan, along: .attainment([attainment])).answer()
    #expect(abs(grid.answer.rows[0][0].earnings.paid.minorUnits - 150_000_00) <= 1)
  }

  @Test("Reconciling, explaining and fitting are asked the same way")
  func others() throws {
    let paid = try ReconciliationQuestion(
      plan: Self.team, deals: Self.deals(""), paid: Self.deals("-paid"), files: Self.files
    ).answer()
    #expect(!paid.answer.isClean)
    let deal = DealQuestion(
      "S1018", in: StatementQuestion(plan: Self.team, deals: Self.deals(""), files: Self.files))
    #expect(try !deal.answer().answer.ways.isEmpty)
    let history = "\(Checkout.datasets)/examples/attainment-history.csv"
    let fit = try FitQuestion(history: history).answer()
    #expect(fit.answer.fits.map(\.aic) == fit.answer.fits.map(\.aic).sorted())
  }

  /// Questions with one wrong setting, and the setting.
  private static let wrong: [(Parameter, @Sendable () throws -> Void)] = [
    (.trials, { try Self.outlook { $0.model.draws.trials = 0 } }),
    (.threads, { try Self.outlook { $0.model.draws.threads = 0 } }),
    (.threads, { _ = try FitQuestion(history: "none.csv", threads: 0).answer() }),
    (.model, { try Self.outlook { $0.model.text = "lognormaal:mean=1" } }),
    (.referenceQuota, { try Self.outlook { $0.model.referenceQuota = 0 } }),
    (.quota, { try Self.outlook { $0.quotas = [0] } }),
    (.atLeast, { try Self.outlook { $0.amounts = [AskedAmount(5, in: [.eur])] } }),
    (.goal, { try Self.outlook { $0.team.goal = 5 } }),
    (.team, { try Self.outlook { $0.team.people = 0 } }),
    (.plan, { try Self.outlook { $0.plans = [] } }),
    (
      .exact,
      {
        try Self.outlook {
          $0.isExact = true
          $0.model.draws.seed = 3
        }
      }
    ),
    (.quota, { _ = try EarningsQuestion(plan: Self.flat).answer() }),
    (.quota, { _ = try EarningsQuestion(plan: Self.plan, quotas: [0]).answer() }),
    (
      .sales,
      {
        _ = try EarningsQuestion(plan: Self.plan, along: .sales([AskedAmount(1, in: [.eur])]))
          .answer()
      }
    ),
    (.find, { _ = try SolveQuestion(.mix, of: Self.plan, for: .cost(5)).answer() }),
    (
      .component,
      { _ = try SolveQuestion(.cap, of: Self.plan, for: .cost(5), component: "no").answer() }
    ),
    (
      .period,
      {
        _ = try StatementQuestion(
          plan: Self.team, deals: Self.deals(""), files: Self.files, period: "2021-Q5"
        ).answer()
      }
    ),
    (.near, { _ = try GiftLimitQuestion(register: "", rules: "", near: 2).answer() }),
  ]

  private static func outlook(_ change: (inout OutlookQuestion) -> Void) throws {
    var question = OutlookQuestion(plans: [plan])
    change(&question)
    _ = try question.answer()
  }

  @Test(
    "What is wrong with a setting is about the setting, in words without options",
    arguments: wrong.indices)
  func wrongSettings(index: Int) throws {
    let (parameter, ask) = Self.wrong[index]
    let failure = #expect(throws: InputFailure.self) { try ask() }
    #expect(failure?.code == .usage)
    let finding = try #require(failure?.log.findings.first)
    #expect(finding.subject == .parameter(parameter), "\(finding)")
    #expect(!finding.description.contains("--"), "\(finding)")
  }

  @Test("A plan that cannot be simulated by deals is pointed at")
  func columns() throws {
    let failure = #expect(throws: InputFailure.self) {
      try CashQuestion(plans: [Self.flat], selling: "account:mean=1,chance=50%").answer()
    }
    #expect(failure?.log.findings.first?.subject == .place(Place(file: Self.flat)))
  }
}
