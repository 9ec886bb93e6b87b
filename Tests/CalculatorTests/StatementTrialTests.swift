import Amounts
import Findings
import Foundation
import PayPlans
import Phrases
import PlanFiles
import TestSupport
import Testing

@testable import Calculator

/// What the page of a statement tries, against paying the whole team's deals with the same change made in them.
@Suite("A statement that answers")
struct StatementTrialTests {
  struct Team {
    var plan: Plan
    var deals: Deals
    var roster: Roster
    var rates: MonthlyRates
    var scores: Scores

    init(_ name: String) throws {
      func path(_ name: String) -> String { "\(Checkout.datasets)/\(name)" }
      plan = try Plan.read(path: path("plans/\(name).yaml")).plan
      deals = try Deals.read(path: path("deals/team-2021.csv"), for: plan).deals
      roster = try Roster.read(path: path("deals/team-2021-roster.csv"), for: plan).roster
      rates = try MonthlyRates.read(path: path("deals/team-2021-rates.csv"))
        .converting(to: plan.currency)
      scores = try Scores.read(path: path("deals/team-2021-scores.csv"))
      // Everybody is on the plan that is tried.
      if !roster.reps.contains(where: { $0.isOn(plan) }) {
        roster = Roster(
          ["ann", "ben", "eva", "kim", "lee"].map { Rep($0) })
      }
    }

    func statements(_ deals: Deals) throws -> [Statement] {
      try plan.statements(for: deals, roster: roster, rates: rates, scores: scores).statements
    }

    func inputs(of statement: Statement) throws -> StatementInputs {
      try StatementInputs(
        of: statement, by: plan, deals: deals, rep: roster.reps.first { $0.id == statement.rep },
        rates: rates, scores: scores, adjustments: [])
    }
  }

  /// Plans that the sample deals have the columns for: quarters, cliffs, thresholds, gates, months with a draw.
  static let plans: [String] = [
    "marginal-accelerators", "cliff", "threshold-and-cap", "flat-rate", "interpolated",
  ]

  @Test(
    "What is read of a statement's bytes is what was written, to the last field", arguments: plans)
  func bytes(name: String) throws {
    let team = try Team(name)
    for statement in try team.statements(team.deals) {
      let inputs = try team.inputs(of: statement)
      let bytes = try #require(inputs.bytes)
      let read = try #require(PlanCode.decodeStatement(bytes))
      #expect(read.bytes == bytes)
      // Who somebody reports to, and what payroll wants to know, are no part of the pay.
      let assignments = inputs.rep.assignments.map { terms in
        var terms = terms
        (terms.manager, terms.employeeID, terms.kept) = (nil, nil, [])
        return terms
      }
      #expect(read.rep.assignments == assignments)
      #expect(fields(of: read.rates) == fields(of: inputs.rates))
      #expect(read.deals.rows.map { fields(of: $0) } == inputs.deals.rows.map { fields(of: $0) })
      let paid = try read.statement()
      let again = try #require(paid)
      #expect(again.total == statement.total && again.months == statement.months)
      #expect(again.components == statement.components)
      for count in stride(from: 0, to: bytes.count, by: 97) {
        #expect(PlanCode.decodeStatement(Array(bytes[..<count])) == nil)
      }
    }
  }

  @Test("A change pays what the deals pay in which it is made", arguments: plans)
  func changes(name: String) throws {
    let team = try Team(name)
    var random = SeededGenerator(seed: FreshSeed.value)
    for statement in try team.statements(team.deals) where !statement.deals.isEmpty {
      let inputs = try team.inputs(of: statement)
      let bytes = try #require(inputs.bytes)
      let trial = try #require(StatementTrial(bytes, .english))
      let own = team.deals.rows.indices.filter { team.deals.rows[$0].rep == statement.rep }
      for _ in 0..<6 {
        var changed = team.deals
        changed.facts = []
        let month = YearMonth(
          monthNumber: statement.yearStart.yearMonth.monthNumber
            + Int.random(in: 0..<12, using: &random))
        let number = Int.random(in: own.indices, using: &random)
        let row = own[number]
        let state: String
        switch Int.random(in: 0..<3, using: &random) {
        case 0:
          state = "change=\(number),,out,"
          changed.rows.remove(at: row)
        case 1:
          state = "change=\(number),12345.67,\(month),"
          // All rows of a shared deal have its amount and its day.
          for other in changed.rows.indices
          where other == row
            || changed.rows[other].id == changed.rows[row].id
              && changed.rows[other].rep != statement.rep
          {
            changed.rows[other].amount = try Ratio(1_234_567, over: 100)
            if changed.rows[other].closeDate.yearMonth != month {
              changed.rows[other].closeDate = month.lastDay
            }
          }
        default:
          state = "change=new,98765.43,\(month),\(number)"
          let like = team.deals.rows[row]
          changed.rows.append(
            Deal(
              "another", rep: statement.rep, closeDate: month.lastDay,
              amount: try #require(Ratio(decimal: "98765.43")),
              dates: team.deals.dateColumns.map { _ in nil }, numbers: like.numbers,
              texts: like.texts))
        }
        let object = try JSONSerialization.jsonObject(with: Data(trial.view(of: state).utf8))
        let view = try #require(object as? [String: Any])
        let place: Comment =
          "ONTARGET_TEST_SEED=\(FreshSeed.value) \(name) \(statement.rep) \(state)"
        do {
          let all = try team.statements(changed)
          let paid = try #require(all.first { $0.rep == statement.rep })
          let total = Phrasebook(.english).text(.money(paid.total))
          #expect(view["total"] as? String == total, place)
          let rows = try #require(view["rows"] as? [[String]], place)
          let sum = try #require(rows.first { $0[0] == "Total paid" }, place)
          #expect(sum[1] == Phrasebook(.english).text(.money(statement.total)), place)
          #expect(sum[2] == total, place)
        } catch is InputFailure {
          // What the engine refuses, such as a deal before the person was there, the page says.
          #expect((view["faults"] as? [String])?.isEmpty == false, place)
        }
      }
    }
  }

  @Test("What reaches beyond the person's rows is refused with its reason")
  func obstacles() throws {
    let team = try Team("marginal-accelerators")
    let statement = try team.statements(team.deals)[0]
    let known = try team.plan.statements(
      for: team.deals, roster: team.roster, rates: team.rates,
      asOf: CalendarDate(year: 2021, month: 6, day: 30)
    ).statements[0]
    #expect(throws: StatementObstacle.self) { try team.inputs(of: known) }
    var moved = team
    moved.plan.measures[0].team = .reportsAndOwn
    #expect(throws: StatementObstacle.team) { try moved.inputs(of: statement) }
    moved = team
    moved.deals.rows.removeAll { $0.rep == statement.rep }
    #expect(throws: StatementObstacle.notAlone) { try moved.inputs(of: statement) }
  }

  @Test("What cannot be read changes nothing, and is marked")
  func unreadable() throws {
    let team = try Team("flat-rate")
    let all = try team.statements(team.deals)
    let statement = try #require(all.first { !$0.deals.isEmpty })
    let inputs = try team.inputs(of: statement)
    let bytes = try #require(inputs.bytes)
    let trial = try #require(StatementTrial(bytes, .english))
    let states = [
      "typed-change=new|much|2021-06|0", "change=x,,2021-06,", "change=0,,June,", "change=",
      "change=999999,,out,", "change=new,5,2021-06,999999",
    ]
    for state in states {
      let object = try JSONSerialization.jsonObject(with: Data(trial.view(of: state).utf8))
      let view = try #require(object as? [String: Any])
      #expect(view["state"] as? [String] == [], "\(state)")
      #expect(
        view["total"] as? String == Phrasebook(.english).text(.money(statement.total)), "\(state)")
    }
    let object = try JSONSerialization.jsonObject(with: Data(trial.view(of: states[0]).utf8))
    let changes = try #require((object as? [String: Any])?["changes"] as? [[String: Any]])
    #expect(changes.first?["amountFault"] as? Bool == true)
  }
}
