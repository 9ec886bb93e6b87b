import Amounts
import Dispatch
import Findings
import PayPlans
import PlanFiles
import TestSupport
import Testing

/// Who makes the statements, and in which order, must change nothing about them.
@Suite("Statements that several threads make")
struct WorkSharingTests {
  static let plansPerBatch = runsSlowTests ? 40 : 3

  /// The last piece first, all at once, and in an order of their own: as threads may come to do them.
  static let others: [WorkSharing] = [
    WorkSharing { count, work in for piece in (0..<count).reversed() { work(piece) } },
    WorkSharing { count, work in
      DispatchQueue.concurrentPerform(iterations: count) { work($0) }
    },
    WorkSharing { count, work in
      for start in 0..<min(7, count) {
        for piece in stride(from: start, to: count, by: 7) { work(piece) }
      }
    },
  ]

  /// Deals of more people than there are pieces, or of fewer.
  static func deals(using random: inout SeededGenerator) -> String {
    let people = Int.random(in: 1...200, using: &random)
    var rows: [String] = []
    for person in 1...people {
      let own = RandomDeal.year(hasReturns: Bool.random(using: &random), using: &random)
      rows += RandomDeal.csv(own, of: "r\(person)").split(separator: "\n").dropFirst()
        .map { "\(person)-\($0)" }
    }
    return RandomDeal.csv([]) + rows.shuffled(using: &random).joined(separator: "\n")
  }

  private static func texts(_ run: PayRun) -> [String] {
    run.statements.map { statement in
      let lines = statement.lines.map {
        "\($0.date) \($0.deal ?? "") \($0.component) \($0.kind) \($0.pay) \($0.credit)"
      }
      return
        "\(statement.rep) \(statement.total) \(statement.months) \(statement.periods.map(\.credit)) \(statement.clawbacks) \(lines)"
    } + run.findings.findings.map { "\($0)" }
  }

  @Test("On random plans", arguments: 0..<4)
  func onRandomPlans(_ batch: Int) throws {
    var random = SeededGenerator(seed: FreshSeed.value &* 4 &+ UInt64(batch))
    for number in 0..<Self.plansPerBatch {
      let trial = RandomPlan(using: &random)
      let plan = try Plan.read(yaml: trial.yaml, file: "random.yaml").plan
      let deals = try Deals.read(csv: Self.deals(using: &random), file: "deals.csv", for: plan)
        .deals
      func run(_ work: WorkSharing) throws -> PayRun {
        try plan.statements(
          for: deals, roster: nil, rates: MonthlyRates(), scores: Scores(), adjustments: [],
          asOf: nil, sharing: work)
      }
      let alone = Self.texts(try run(.alone))
      let what: Comment =
        "ONTARGET_TEST_SEED=\(FreshSeed.value), batch \(batch), plan \(number):\n\(trial.yaml)"
      for other in Self.others { #expect(Self.texts(try run(other)) == alone, what) }
    }
  }

  @Test("The first person in the order of the people is the one that is refused")
  func refusesTheFirst() throws {
    let plan = try Plan.read(
      yaml: """
        plan: Large
        currency: USD
        measures: {sales: {}}
        components: [{commission: C, measure: sales, period: year, pay: 1000%}]
        """, file: "plan.yaml"
    ).plan
    // 145 deals of a trillion at ten times pass what pay goes up to.
    let rows = (1...100).flatMap { person in
      (0..<(person.isMultiple(of: 40) ? 145 : 1)).map {
        "D\(person)-\($0),r\(person),2021-03-01,1000000000000"
      }
    }
    let csv = "deal_id,rep,close_date,amount\n" + rows.joined(separator: "\n")
    let deals = try Deals.read(csv: csv, file: "deals.csv", for: plan).deals
    for work in Self.others + [.alone] {
      let failure = #expect(throws: InputFailure.self) {
        try plan.statements(
          for: deals, roster: nil, rates: MonthlyRates(), scores: Scores(), adjustments: [],
          asOf: nil, sharing: work)
      }
      let finding = failure?.log.findings.first
      #expect(finding?.kind == "deals.too-large")
      #expect(finding?.message.plainText.contains("\"r40\"") == true)
    }
  }
}
