import Amounts
import Answers
import Findings
import PayAnswers
import PayPlans
import PlanFiles
import Reporting
import Reports
import Simulation
import TestSupport
import Testing

@Suite("The review of a plan")
struct PlanReviewTests {
  typealias Material = PlanReview.Material

  static func plan(_ name: String) throws -> (plan: Plan, findings: FindingLog) {
    try Plan.read(path: "\(Checkout.datasets)/plans/\(name).yaml")
  }

  static func model(_ text: String = "lognormal:mean=0.95,cv=0.35") throws -> ModelText {
    try ModelText(text) { _ in [] }
  }

  static var settings: PayOutlook.Settings {
    var settings = PayOutlook.Settings(trials: 2_000)
    settings.team = 20
    return settings
  }

  /// The sample team, paid by a plan and by its predecessor.
  static func sample(
    _ name: String = "marginal-accelerators", against old: String = "marginal-accelerators-2020"
  ) throws -> Material {
    let (plan, findings) = try plan(name)
    let previous = try Self.plan(old).plan
    let own = try Self.plan("marginal-accelerators").plan
    func run(_ other: Plan) throws -> PayRun {
      let deals = "\(Checkout.datasets)/deals/team-2021"
      return try other.statements(
        for: Deals.read(path: "\(deals).csv", for: other).deals,
        roster: Roster.read(path: "\(deals)-roster.csv", for: other).roster
          .moving(from: own, to: other),
        rates: MonthlyRates.read(path: "\(deals)-rates.csv"))
    }
    return try Material(
      plan: plan, findings: findings,
      previous: .init(previous, runs: .init(current: run(plan), previous: run(previous))),
      model: model(), settings: settings)
  }

  /// A plan that pays a rate of what is sold; lines of YAML can be added.
  static func simple(
    _ name: String = "Simple", rate: String = "10%", currency: String = "USD",
    measure: String = "{bookings: {quota: 500000}}", more: String = ""
  ) throws -> Plan {
    try Plan.read(
      yaml: """
        plan: "\(name)"
        currency: \(currency)
        base: 50000
        variable: 50000
        measures: \(measure)
        components: [{commission: Sales, measure: bookings, period: year, pay: \(rate)}]
        \(more)
        """, file: "plan.yaml"
    ).plan
  }

  /// Runs a plan on one deal for each person, of 1,000 for the first, 2,000 for the second and so on.
  static func run(_ plan: Plan, people: Range<Int>) throws -> PayRun {
    let rows = people.map { "D\($0),rep \($0),2021-03-01,\($0 + 1)000\n" }
    return try plan.statements(
      for: Deals.read(
        csv: "deal_id,rep,close_date,amount\n" + rows.joined(), file: "deals.csv", for: plan
      ).deals)
  }

  static func names(_ review: PlanReview) -> [String] {
    review.sections.filter { !$0.blocks.isEmpty }.map(\.name)
  }

  // MARK: Winners and losers

  @Test("The differences of all people add up to the difference of the totals of both runs")
  func sums() throws {
    let material = try Self.sample()
    let runs = try #require(material.previous?.runs)
    let changes = try #require(try PlanReview(material).changes)
    #expect(changes.rows.count == 5)
    #expect(changes.difference == runs.current.totals.cost - runs.previous.totals.cost)
    let single = changes.rows.compactMap(\.difference)
    #expect(single.reduce(.zero(.usd)) { $0 + $1 } == changes.difference)
    #expect(single == single.sorted(by: >))
    #expect(changes.winners.count + changes.losers.count == 5)
    #expect(!changes.winners.isEmpty && !changes.losers.isEmpty)
  }

  @Test("Against itself a plan differs from nothing")
  func itself() throws {
    let material = try Self.sample(against: "marginal-accelerators")
    let review = try PlanReview(material)
    let changes = try #require(review.changes)
    #expect(changes.rows.allSatisfy { $0.difference?.minorUnits == 0 && $0.share == .zero })
    #expect(changes.winners.isEmpty && changes.losers.isEmpty)
    #expect(review.points.count == PlanReview.attainments.count)
    #expect(review.points.allSatisfy { $0.previous == $0.earnings })
    #expect(review.document.markdown().contains("Last year's plan says the same."))
  }

  // At a rate of 10% of sales against 8%, last year's quota does not matter.
  @Test("Last year's plan is priced for the same sales, whatever its quota")
  func sameSales() throws {
    let previous = try Self.simple(rate: "8%", measure: "{bookings: {quota: 400000}}")
    let review = try PlanReview(Material(plan: Self.simple(), previous: .init(previous)))
    let onTarget = try #require(review.points.first { $0.attainment == .one })
    #expect(onTarget.earnings.paid.fixedPoint == "100000.00")
    #expect(onTarget.previous?.paid.fixedPoint == "90000.00")
  }

  @Test("Where sales are not counted alike, the same attainment is compared")
  func otherUnit() throws {
    let previous = try Self.simple(
      rate: "500 each", measure: "{bookings: {quota: 100, unit: deals}}")
    let review = try PlanReview(Material(plan: Self.simple(), previous: .init(previous)))
    let onTarget = try #require(review.points.first { $0.attainment == .one })
    #expect(onTarget.previous?.paid.fixedPoint == "100000.00")
    #expect(review.document.markdown().contains("do not count sales in the same unit"))
  }

  @Test("Who is on one plan only is shown and is in no sum")
  func strangers() throws {
    let (plan, previous) = try (Self.simple(), Self.simple("Old", rate: "8%"))
    let review = try PlanReview(
      Material(
        plan: plan,
        previous: .init(
          previous,
          runs: .init(
            current: Self.run(plan, people: 0..<4), previous: Self.run(previous, people: 2..<5)))))
    let changes = try #require(review.changes)
    #expect(changes.rows.map(\.rep) == ["rep 3", "rep 2", "rep 0", "rep 1", "rep 4"])
    // 2% of 3,000 and of 4,000.
    #expect(changes.difference.fixedPoint == "140.00")
    #expect(changes.rows.last?.current == nil)
    #expect(review.document.markdown().contains("in no sum: 3 out of 5."))
  }

  @Test("One person needs no chart; of 300 all are in the table and 15 of each side in the chart")
  func sizes() throws {
    let (plan, previous) = try (Self.simple(), Self.simple("Old", rate: "8%"))
    func winners(_ people: Int) throws -> [Block] {
      let runs = try PlanReview.Runs(
        current: Self.run(plan, people: 0..<people),
        previous: Self.run(previous, people: 0..<people))
      let review = try PlanReview(Material(plan: plan, previous: .init(previous, runs: runs)))
      return review.sections.first { $0.name == "winners" }?.blocks ?? []
    }
    let one = Document(blocks: try winners(1))
    #expect(one.charts.isEmpty)
    #expect(one.markdown().contains("| rep 0 |"))
    #expect(one.markdown().contains("the one person on both plans **$20.00** or 0.0% more."))
    let many = Document(blocks: try winners(300))
    #expect(many.charts.first?.data.rows.count == 15)
    #expect((0..<300).allSatisfy { many.markdown().contains("| rep \($0) ") })
  }

  @Test("Plans of two currencies are refused", arguments: [true, false])
  func currencies(_ isRun: Bool) throws {
    let (plan, euros) = try (Self.simple(), Self.simple("Alt", currency: "EUR"))
    let runs = try PlanReview.Runs(
      current: Self.run(plan, people: 0..<1), previous: Self.run(euros, people: 0..<1))
    let previous = PlanReview.Previous(isRun ? plan : euros, runs: isRun ? runs : nil)
    let failure = #expect(throws: InputFailure.self) {
      try PlanReview(Material(plan: plan, previous: previous))
    }
    #expect(failure?.log.findings.map(\.kind) == ["review.currency"])
    #expect(failure?.log.findings.first?.place?.file == "plan.yaml")
  }

  // MARK: Sections

  @Test("Each section is there when its material is")
  func sections() throws {
    let all = try Self.sample()
    #expect(
      Self.names(try PlanReview(all)) == [
        "curve", "terms", "readings", "warnings", "cost", "winners", "sensitivity", "limits",
      ])
    var material = all
    material.previous?.runs = nil
    material.model = nil
    #expect(
      Self.names(try PlanReview(material)) == ["curve", "terms", "readings", "warnings", "limits"])
    // One rate from the first unit has only one reading.
    let alone = try PlanReview(Material(plan: Self.simple()))
    #expect(Self.names(alone) == ["curve", "terms", "warnings", "limits"])
  }

  @Test("A plan without a quota has a curve and a cost when there is a quota to refer to")
  func withoutQuota() throws {
    let plan = try Self.simple(measure: "{bookings: {}}")
    var material = try Material(plan: plan, model: Self.model(), settings: Self.settings)
    #expect(Self.names(try PlanReview(material)) == ["terms", "warnings", "limits"])
    material.settings.referenceQuota = 500_000
    let review = try PlanReview(material)
    #expect(
      Self.names(review) == ["curve", "terms", "warnings", "cost", "sensitivity", "limits"])
    let onTarget = try #require(review.points.first { $0.attainment == .one })
    #expect(onTarget.earnings.paid.fixedPoint == "100000.00")
  }

  @Test("A plan of every kind can be reviewed, and against itself pays the same")
  func samples() throws {
    let names = [
      "account-manager-retention", "cliff", "flat-rate", "manager-override", "securities-grid",
      "two-measures-gate",
    ]
    for name in names {
      let (plan, findings) = try Self.plan(name)
      let review = try PlanReview(
        Material(
          plan: plan, findings: findings, previous: .init(plan), model: Self.model(),
          settings: Self.settings))
      #expect(review.points.allSatisfy { $0.previous == $0.earnings }, "\(name)")
      let text = review.document.markdown()
      #expect(text.contains("## What the plan says") && !text.contains("NaN"), "\(name)")
    }
  }

  @Test("A warning stands with its line and its remedy")
  func warnings() throws {
    let (plan, findings) = try Self.plan("cliff")
    let review = try PlanReview(Material(plan: plan, findings: findings))
    let section = try #require(review.sections.first { $0.name == "warnings" })
    let text = Document(blocks: section.blocks).markdown()
    #expect(text.contains("cliff.yaml:18:9`"))
    #expect(text.contains("jumps by 8000.00 USD"))
    #expect(review.document.markdown().contains("Warnings found in the plan: 2."))
  }

  // 4% against 3% of 800,000, and 5% against 4% and 3% of bands of 1,000,000.
  @Test("The costs of other readings are those worked out by hand")
  func readings() throws {
    let (plan, findings) = try Self.plan("cliff")
    let review = try PlanReview(Material(plan: plan, findings: findings))
    let table = try #require(review.tables.first { $0.name == "readings" }).table
    let marginal = table.records.first {
      $0[0] == .text("marginal") && $0[1] == .ratio(1)
    }
    #expect(marginal?[3] == .money(Money(minorUnits: -18_000_00, currency: .usd)))
    // All marginal figures lie 18,000 below from the quota on; by deal it is up to 18,750 at 150%.
    #expect(
      review.findings.contains { $0.plainText.contains("“by deal”, which pays $18,750.00 less") })
  }

  // MARK: Figures

  @Test("Every figure in the findings is in the tables or facts")
  func figures() throws {
    for material in [
      try Self.sample(), try Self.sample("cliff", against: "account-executive-2021"),
    ] {
      let review = try PlanReview(material)
      #expect((3...6).contains(review.findings.count))
      // As they are and in percent, with as many places as sentences show.
      var known: Set<Double> = []
      for number in Self.numbers(review.result) {
        for value in [abs(number), abs(number) * 100] {
          known.formUnion([100, 10, 1].map { (value * $0).rounded() / $0 })
        }
      }
      for finding in review.findings {
        // 80% of quota, eight years of ten, and changes by 10% are words and not results.
        let text = finding.plainText.replacing("eight years of ten", with: "")
        for number in Self.numbers(text) where ![80, 10].contains(number) {
          #expect(known.contains(number), "\(number) in \(text)")
        }
      }
    }
  }

  @Test("Expected pay in the findings is that of the closed form, within four standard errors")
  func expectedCost() throws {
    let review = try PlanReview(try Self.sample())
    let exact = try PayOutlook(
      [.init(review.material.plan)], model: Self.model(), settings: .init(trials: nil))
    let one = try Self.figure("expected_pay", in: exact, table: "plans")
    let cost = try Self.figure("cost_mean", in: review, table: "teams")
    let error = try Self.figure("cost_mean_std_error", in: review, table: "teams")
    #expect(abs(cost - 20 * one) < 4 * error)
  }

  @Test("A hostile name stays text in Markdown and HTML")
  func hostile() throws {
    let name = "A | B <script>alert(1)</script>"
    let plan = try Self.simple(name)
    let run = try Self.run(plan, people: 0..<3)
    let review = try PlanReview(
      Material(
        plan: plan, previous: .init(plan, runs: .init(current: run, previous: run)),
        model: Self.model(), settings: Self.settings))
    for text in [review.document.markdown(), review.document.html()] {
      #expect(!text.contains("<script>alert"))
      #expect(text.contains("alert(1)"))
    }
    #expect(review.document.markdown().contains(#"A \| B &lt;script>"#))
    #expect(review.document.html().contains("A | B &lt;script&gt;"))
  }

  /// Returns a figure of the first record of a table.
  private static func figure(
    _ key: String, in answer: some Answer, table: String
  ) throws -> Double {
    let table = try #require(answer.tables.first { $0.name == table }).table
    guard case .array(let records) = table.json, case .object(let members)? = records.first,
      case .double(let figure)? = members.first(where: { $0.name == key })?.value
    else { throw Missing(key: key) }
    return figure
  }

  struct Missing: Error {
    let key: String
  }

  private static func numbers(_ value: JSONValue) -> [Double] {
    switch value {
    case .integer(let number): [Double(number)]
    case .double(let number): [number]
    case .money(let money): [money.majorUnits.doubleValue]
    case .ratio(let ratio): [ratio.doubleValue]
    case .array(let values): values.flatMap(numbers)
    case .object(let members): members.flatMap { numbers($0.value) }
    case .null, .bool, .string: []
    }
  }

  private static func numbers(_ text: String) -> [Double] {
    text.replacing(",", with: "").split { !$0.isNumber && $0 != "." }
      .compactMap { Double($0.last == "." ? $0.dropLast() : $0) }
  }
}
