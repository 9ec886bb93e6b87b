import Amounts
import Foundation
import PayPlans
import PlanFiles
import TestSupport
import Testing

/// What must hold of cancellations on every plan, on random plans that are new in every run.
///
/// The properties and the plans on which each holds: a cancellation never raises what the rep nets;
/// cancelling every deal in full nets nothing; no deal gives back more than it was paid; lines add up,
/// and the order of rows changes nothing.
@Suite("Properties of cancellations")
struct StandingPropertyTests {
  static let plansPerBatch = runsSlowTests ? 300 : 80

  typealias Deal = RandomDeal
  typealias Trial = RandomPlan

  static let scores =
    "rep,period_end,name,score\n"
    + ["03-31", "06-30", "09-30", "12-31"].map { "ann,2026-\($0),Quality,90%\n" }.joined()
    + ["01-31", "02-28", "04-30", "05-31", "07-31", "08-31", "10-31", "11-30"].map {
      "ann,2026-\($0),Quality,80%\n"
    }.joined()

  /// What is earned, due or with a day to come or not, less what is taken back; in minor units.
  static func run(_ plan: Plan, _ deals: [Deal]) throws -> Statement {
    try #require(plan.run(RandomDeal.csv(deals), scores: scores).first)
  }

  /// Earned less what lapsed and what was taken back: a share that is not due yet counts.
  static func net(_ statement: Statement) -> Int64 {
    let fallen = statement.clawbacks.reduce(Int64(0)) {
      $0 + $1.lapsed.minorUnits - $1.taken.minorUnits
    }
    return statement.earned.minorUnits - fallen
  }

  @Test("On random plans", arguments: 0..<8)
  func properties(_ batch: Int) throws {
    var random = SeededGenerator(seed: FreshSeed.value &* 8 &+ UInt64(batch))
    for number in 0..<Self.plansPerBatch {
      let trial = RandomPlan(using: &random)
      let hasReturns = Int.random(in: 0...3, using: &random) == 0
      let deals = RandomDeal.year(hasReturns: hasReturns, using: &random)
      let plan = try Plan.read(yaml: trial.yaml, file: "random.yaml").plan
      let what: Comment =
        "ONTARGET_TEST_SEED=\(FreshSeed.value), batch \(batch), plan \(number):\n\(trial.yaml)\n\(RandomDeal.csv(deals))"
      let statement = try Self.run(plan, deals)

      // 4: sums hold, and the order of rows changes nothing.
      InvariantTests.check(statement, what)
      let shuffled = try Self.run(plan, deals.shuffled(using: &random))
      #expect(shuffled.lines.map(Self.text) == statement.lines.map(Self.text), what)
      #expect(shuffled.months == statement.months, what)

      // 1: a cancellation never raises the net.
      let holdsFirst =
        switch trial.attainment {
        case "reduces":
          trial.neverFalls && !trial.hasJumps && !hasReturns && !trial.isByDeal
            && !trial.limitsCredit
        case "restates":
          trial.neverFalls && !(trial.isByDeal && (hasReturns || trial.limitsCredit))
        default:
          // Year to date, another deal's pay may go to one whose day is known: less of it lapses then
          // than when it waits, so that a share that is not taken in full makes a difference.
          (trial.neverFalls || trial.isByDeal)
            && !(trial.isYearToDate && trial.hasShares && !trial.takesAll)
        }
      if holdsFirst {
        for index in deals.indices where deals[index].cancelled != nil {
          var standing = deals
          standing[index].cancelled = nil
          let without = try Self.run(plan, standing)
          #expect(Self.net(statement) <= Self.net(without) + 1, "\(deals[index].id); \(what)")
        }
      }

      // 2: everything cancelled nets nothing.
      if trial.takesAll, !hasReturns {
        var all = deals
        for index in all.indices {
          all[index].cancelled =
            all[index].cancelled
            ?? all[index].close.advanced(
              by: Int.random(in: 0...500, using: &random))
        }
        let nothing = try Self.run(plan, all)
        // To a unit of rounding for each deal: lines are differences of roundings.
        let rounding = Int64(all.count)
        #expect(abs(Self.net(nothing)) <= rounding, "all cancelled:\n\(RandomDeal.csv(all))\(what)")
        let left = nothing.incentivePaid - nothing.owedClawback
        #expect(abs(left.minorUnits) <= rounding, what)
      }

      // 3: no deal gives back more than it was ever worth.
      if trial.attainment != "restates", !(hasReturns && trial.hasCap) {
        for (deal, given) in Dictionary(grouping: statement.clawbacks, by: \.deal)
        where given.contains(where: { $0.taken.minorUnits < 0 }) {
          for line in given where line.component == "C" && line.untaken == nil {
            let most = try Self.mostWorth(deal, plan, deals)
            #expect(
              line.lapsed.minorUnits - line.taken.minorUnits <= most + 2, "\(deal); \(what)")
          }
        }
      }
    }
  }

  static func text(_ line: StatementLine) -> String {
    "\(line.date) \(line.deal ?? "") \(line.component) \(line.kind) \(line.pay)"
  }

  /// The most that a deal stood at, on any day up to its cancellation, asked by cancelling it then.
  static func mostWorth(_ id: String, _ plan: Plan, _ deals: [Deal]) throws -> Int64 {
    guard let index = deals.firstIndex(where: { $0.id == id }), let end = deals[index].cancelled
    else { return 0 }
    var most: Int64 = 0
    // Year to date, a deal can be worth most when a period ends or begins.
    let months = (1...12).compactMap { CalendarDate(year: 2026, month: $0, day: 1) }
    let days =
      (deals.map(\.close) + months + months.map { $0.advanced(by: -1) }).filter {
        deals[index].close <= $0 && $0 <= end
      } + [end]
    for day in days {
      var known = deals.filter { $0.close <= day }
      for other in known.indices {
        known[other].cancelled = known[other].cancelled.flatMap { $0 <= day ? $0 : nil }
        if known[other].id == id { known[other].cancelled = day }
      }
      let asked = try run(plan, known).clawbacks.filter { $0.deal == id && $0.component == "C" }
      most = asked.map(\.standing.minorUnits).reduce(most, max)
    }
    return most
  }
}
