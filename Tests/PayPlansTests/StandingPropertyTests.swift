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

  struct Deal {
    var id: String
    var close: CalendarDate
    var amount: Int
    var cancelled: CalendarDate?
    var paid: CalendarDate?
  }

  /// A random plan, and what is known of it.
  struct Trial {
    var yaml: String
    var attainment: String
    /// Whether rates never fall, so that no curve does.
    var neverFalls = true
    var isByDeal = false
    var hasJumps = false
    var takesAll = true
    var isYearToDate = false
    var hasCap = false
    /// Whether credit stops at a limit, beyond which the rate is 0.
    var limitsCredit = false
    /// Whether shares of pay are due on days of their own.
    var hasShares = false
    var hasExtras = false
  }

  static func trial(using random: inout SeededGenerator) -> Trial {
    func chance(_ share: Double) -> Bool { Double.random(in: 0..<1, using: &random) < share }
    func pick<T>(_ values: [T]) -> T { values[Int.random(in: 0..<values.count, using: &random)] }
    var trial = Trial(yaml: "", attainment: pick(["keeps", "keeps", "reduces", "restates"]))
    let period = pick(["month", "quarter", "half", "year"])
    let tiers = pick([
      "marginal", "marginal", "retroactive", "{retroactive to: 60%}", "by deal", "interpolated",
    ])
    trial.isByDeal = tiers == "by deal"
    var bounds: Set<Int> = []
    for _ in 0..<Int.random(in: 1...3, using: &random) {
      bounds.insert(10 * Int.random(in: 3...16, using: &random))
    }
    let ends = bounds.sorted()
    var rates = (0...ends.count).map { _ in Int.random(in: 1...30, using: &random) }
    if chance(0.75) { rates.sort() }
    trial.neverFalls = rates == rates.sorted()
    trial.hasJumps = tiers.contains("retroactive")
    var lines: [String] = []
    if tiers == "interpolated" {
      var pay = chance(0.3) ? 10 : 0
      trial.hasJumps = pay != 0
      trial.neverFalls = true
      var corners = ["{at: 20%, pay: \(pay)%}"]
      for (end, rate) in zip(ends, rates) {
        pay += rate * 3
        corners.append("{at: \(end)%, pay: \(pay)%}")
      }
      // Corners that follow at once would be a jump; convexity is not promised either.
      trial.hasJumps = true
      lines.append("rates: [\(corners.joined(separator: ", "))]")
    } else {
      let end = chance(0.3) ? "through" : "to"
      var bands = zip(ends, rates).map { "{\(end): \($0)%, pay: \(Double($1) / 10)x}" }
      bands.append("{pay: \(Double(rates[ends.count]) / 10)x}")
      lines.append("rates: [\(bands.joined(separator: ", "))]")
    }
    lines.append("tiers: \(tiers)")
    if chance(0.35) {
      trial.hasJumps = true
      lines.append("threshold: \(10 * Int.random(in: 1...9, using: &random))%")
    }
    if chance(0.35) {
      trial.hasCap = true
      trial.limitsCredit = chance(0.4)
      lines.append(
        trial.limitsCredit
          ? "cap: {attainment: \(10 * Int.random(in: 9...20, using: &random))%}"
          : "cap: \(10 * Int.random(in: 3...25, using: &random))%")
    }
    if chance(0.3) {
      trial.isYearToDate = true
      lines.append("accumulate: year to date")
    }
    if trial.attainment != "reduces", chance(0.25) {
      lines.append(
        pick([
          "gate: {measure: other, at: 50%, otherwise: 50%}",
          "multiplier: {score: Quality}",
          "gate: {measure: other, at: 50%, otherwise: {at most: 60%}}",
        ]))
    }
    let take = pick(["full", "full", "full", "40%", "prorated"])
    trial.takesAll = take == "full" || trial.attainment == "restates"
    var yaml = """
      plan: Random
      currency: USD
      base: 60000
      variable: 40000
      measures: {sales: {quota: 400000}, other: {quota: 200000}}
      components:
        - commission: C
          measure: sales
          period: \(period)
          target: 40000

      """
    for line in lines { yaml += "    \(line)\n" }
    if chance(0.25) {
      trial.hasExtras = true
      yaml += "  - {spiff: S, pay: \(pick(["500 each", "1.5%"])), budget: 1200}\n"
    }
    yaml +=
      "clawback: {within: 20 months, attainment: \(trial.attainment)"
      + (trial.attainment == "restates" ? "}\n" : ", take: \(take), instalments: 2}\n")
    if chance(0.4) {
      trial.hasShares = true
      yaml +=
        pick([
          "paid: {close_date: 50%, close_date + 90 days: 50%}\n",
          "paid: {close_date: 30%, paid_date: 50%, close_date + 2 months: 20%}\n",
          "paid: paid_date\n",
        ])
    }
    if chance(0.3) {
      trial.hasCap = true
      yaml += "cap: \(1000 * Int.random(in: 5...50, using: &random))\n"
    }
    trial.yaml = yaml
    return trial
  }

  static func deals(hasReturns: Bool, using random: inout SeededGenerator) -> [Deal] {
    let start = CalendarDate(year: 2026, month: 1, day: 1) ?? CalendarDate(dayNumber: 0)
    return (1...Int.random(in: 2...9, using: &random)).map { number in
      let close = start.advanced(by: Int.random(in: 0...364, using: &random))
      var amount = 1000 * Int.random(in: 1...90, using: &random)
      if Int.random(in: 0...2, using: &random) == 0 {
        amount += Int.random(in: 1...999, using: &random)
      }
      if hasReturns, Int.random(in: 0...4, using: &random) == 0 { amount = -amount / 3 }
      var deal = Deal(id: "D\(number)", close: close, amount: amount)
      if amount > 0, Int.random(in: 0...1, using: &random) == 0 {
        deal.cancelled = close.advanced(by: Int.random(in: 0...400, using: &random))
      }
      if Bool.random(using: &random) {
        deal.paid = close.advanced(by: Int.random(in: 0...200, using: &random))
      }
      return deal
    }
  }

  static func csv(_ deals: [Deal]) -> String {
    deals.reduce("deal_id,rep,close_date,amount,cancelled_date,paid_date\n") { text, deal in
      let cancelled = deal.cancelled.map(\.description) ?? ""
      let paid = deal.paid.map(\.description) ?? ""
      return text + "\(deal.id),ann,\(deal.close),\(deal.amount),\(cancelled),\(paid)\n"
    }
  }

  static let scores =
    "rep,period_end,name,score\n"
    + ["03-31", "06-30", "09-30", "12-31"].map { "ann,2026-\($0),Quality,90%\n" }.joined()
    + ["01-31", "02-28", "04-30", "05-31", "07-31", "08-31", "10-31", "11-30"].map {
      "ann,2026-\($0),Quality,80%\n"
    }.joined()

  /// What is earned, due or with a day to come or not, less what is taken back; in minor units.
  static func run(_ plan: Plan, _ deals: [Deal]) throws -> Statement {
    try #require(plan.run(csv(deals), scores: scores).first)
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
      let trial = Self.trial(using: &random)
      let hasReturns = Int.random(in: 0...3, using: &random) == 0
      let deals = Self.deals(hasReturns: hasReturns, using: &random)
      let plan = try Plan.read(yaml: trial.yaml, file: "random.yaml").plan
      let what: Comment =
        "ONTARGET_TEST_SEED=\(FreshSeed.value), batch \(batch), plan \(number):\n\(trial.yaml)\n\(Self.csv(deals))"
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
        #expect(abs(Self.net(nothing)) <= rounding, "all cancelled:\n\(Self.csv(all))\(what)")
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
