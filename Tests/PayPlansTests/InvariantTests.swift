import Amounts
import PayPlans
import PlanFiles
import TestSupport
import Testing

/// What must hold for every plan and every set of deals, on seeded random ones.
@Suite("Invariants of statements")
struct InvariantTests {
  struct Deal {
    var id: String
    var date: String
    var amount: Int
    var share = 100
    var cancelled = ""
    var paid = ""
  }

  static func date(_ month: Int, _ day: Int) -> String {
    "2021-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
  }

  static func deals(_ count: Int, using random: inout SeededGenerator) -> [Deal] {
    (0..<count).map { index in
      let month = Int.random(in: 1...12, using: &random)
      let day = Int.random(in: 1...27, using: &random)
      var deal = Deal(
        id: "D\(index)", date: date(month, day),
        amount: Int.random(in: -2000...60000, using: &random))
      if Int.random(in: 0...3, using: &random) == 0 {
        deal.cancelled = date(min(12, month + Int.random(in: 0...4, using: &random)), 28)
      }
      if Bool.random(using: &random) { deal.paid = date(min(12, month + 1), day) }
      if Bool.random(using: &random) { deal.share = Int.random(in: 10...100, using: &random) }
      return deal
    }
  }

  static func csv(_ deals: [Deal]) -> String {
    deals.reduce("deal_id,rep,close_date,amount,share,cancelled_date,paid_date\n") {
      $0 + "\($1.id),ann,\($1.date),\($1.amount),\($1.share)%,\($1.cancelled),\($1.paid)\n"
    }
  }

  static let surroundings = [
    "",
    "draw: {kind: recoverable, amount: 3000, per: month, recover: 50%}\n",
    "draw: {kind: recoverable, amount: 9000, per: quarter, months: 6, forgive: true}\n",
    "draw: {kind: non-recoverable, amount: 3000, per: month}\n",
    "draw: {kind: added, amount: 500, per: month, months: 4}\n",
    "clawback: {within: 6 months, take: prorated}\n",
    "clawback: {within: 90 days, attainment: reduces, instalments: 3}\n",
    "clawback: {within: 12 months, take: 70%}\npaid: {close_date: 40%, paid_date: 60%}\n",
    "paid: {close_date: 50%, close_date + 90 days: 50%}\ncap: 90%\n",
    "clawback: {within: 12 months, take: 70%}\npaid: {close_date: 40%, paid_date: 60%}\ncap: 60%\n",
    "guarantee: {share: 80%, months: 5, per: month}\ncap: 30000\n",
  ]

  static func plan(_ surrounding: String, tiers: String = "retroactive") throws -> Plan {
    try Plan.read(
      yaml: """
        plan: Random
        currency: USD
        base: 50000
        variable: 40000
        measures:
          sales: {quota: 400000}
        components:
          - commission: Commission
            measure: sales
            period: quarter
            tiers: \(tiers)
            rates: [{to: 80%, pay: 0.7x}, {to: 100%, pay: 1x}, {pay: 1.6x}]
          - bonus: Half year
            measure: sales
            period: half
            accumulate: either
            at: 100%
            pay: 1234.56
          - spiff: Extra
            pay: 0.333%
            budget: 900

        """ + surrounding, file: "random.yaml"
    ).plan
  }

  @Test("The sums of a statement hold", arguments: surroundings)
  func sums(_ surrounding: String) throws {
    var random = SeededGenerator(seed: 11)
    for tiers in ["marginal", "retroactive", "by deal", "{retroactive to: 80%}"] {
      let plan = try Self.plan(surrounding, tiers: tiers)
      for _ in 0..<6 {
        let deals = Self.deals(Int.random(in: 1...30, using: &random), using: &random)
        let statement = try #require(
          plan.run(
            Self.csv(deals), roster: "rep,hire_date\nann,2021-01-01\n",
            adjustments: "rep,date,amount,reason\nann,2021-05-05,-123.45,Correction\n"
          ).first)
        Self.check(statement)
      }
    }
  }

  static func check(_ statement: Statement, _ what: Comment? = nil) {
    let zero = Money.zero(.usd)
    #expect(
      statement.lines.reduce(zero) { $0 + $1.pay } == statement.earned + statement.clawback, what)
    #expect(
      statement.components.reduce(statement.adjustments) { $0 + $1.earned } == statement.earned,
      what)
    #expect(
      statement.incentivePaid == statement.earned - statement.notDue + statement.clawback
        + statement.guarantee + statement.draw + statement.owedClawback, what)
    #expect(statement.total == statement.base + statement.incentivePaid, what)
    let months = statement.months
    #expect(months.reduce(zero) { $0 + $1.incentivePaid } == statement.incentivePaid, what)
    #expect(months.reduce(zero) { $0 + $1.base } == statement.base, what)
    #expect(months.reduce(zero) { $0 + $1.earned } == statement.earned, what)
    #expect(
      months.reduce(zero) { $0 + $1.due } == statement.earned - statement.notDue, what)
    #expect(months.reduce(zero) { $0 + $1.clawback } == statement.clawback, what)
    // Opening + due − taken back + advanced − recovered − paid = closing, month by month.
    var (owed, draw) = (zero, zero)
    for month in months {
      #expect(
        month.owedClawback - owed
          == month.incentivePaid - month.due - month.clawback - month.guarantee
          - month.drawAdvanced + month.drawRecovered, what)
      #expect(month.incentivePaid >= zero, what)
      if month.owedDraw != draw {
        #expect(month.owedDraw - draw == month.drawAdvanced - month.drawRecovered, what)
      }
      (owed, draw) = (month.owedClawback, month.owedDraw)
    }
  }

  @Test(
    "Totals do not depend on the order of deals of a day",
    arguments: [
      "marginal", "retroactive", "{retroactive to: 80%}",
    ])
  func order(_ tiers: String) throws {
    var random = SeededGenerator(seed: 3)
    let plan = try Self.plan("", tiers: tiers)
    for _ in 0..<10 {
      var deals = Self.deals(20, using: &random)
      for index in deals.indices {
        deals[index].date = "2021-05-05"
        deals[index].cancelled = ""
      }
      let first = try plan.run(Self.csv(deals))[0]
      let second = try plan.run(Self.csv(deals.shuffled(using: &random)))[0]
      #expect(first.components == second.components)
      #expect(first.total == second.total)
    }
  }

  @Test("A deal split in two is paid the same in all", arguments: ["marginal", "retroactive"])
  func split(_ tiers: String) throws {
    var random = SeededGenerator(seed: 5)
    let plan = try Self.plan("", tiers: tiers)
    for _ in 0..<10 {
      let deals = Self.deals(15, using: &random)
      var halves: [Deal] = []
      for deal in deals {
        let part = Int.random(in: -100...100, using: &random)
        halves += [deal, deal]
        halves[halves.count - 2].amount = part
        halves[halves.count - 1].amount -= part
        halves[halves.count - 1].id += "b"
      }
      #expect(
        try plan.run(Self.csv(deals))[0].components.dropLast()
          == plan.run(Self.csv(halves))[0].components.dropLast())
    }
  }

  @Test("Marginal pay without a threshold is continuous and never falls")
  func continuous() throws {
    let plan = try Self.plan("", tiers: "marginal")
    let curve = try plan.run([("2021-02-01", "1")]).periods[0].curve
    for (piece, next) in zip(curve.pieces, curve.pieces.dropFirst()) {
      #expect(try piece.pay + piece.slope * (next.start - piece.start) == next.pay)
      #expect(piece.slope >= 0)
    }
  }

  @Test("The last deal, cancelled and taken back in full, leaves what was there without it")
  func lastDeal() throws {
    var random = SeededGenerator(seed: 9)
    for surrounding in [
      "clawback: {within: 12 months}\n", "clawback: {within: 12 months, attainment: reduces}\n",
      "clawback: {within: 12 months}\npaid: {close_date: 30%, paid_date: 70%}\n",
    ] {
      var plan = try Self.plan(surrounding, tiers: "marginal")
      // Bonuses stay when a deal is cancelled.
      plan.components.remove(at: 1)
      for _ in 0..<10 {
        var deals = Self.deals(10, using: &random)
        for index in deals.indices { deals[index].cancelled = "" }
        let without = try plan.run(Self.csv(deals))[0]
        deals.append(
          Deal(
            id: "last", date: "2021-12-29", amount: Int.random(in: 1...90000, using: &random),
            cancelled: "2021-12-30", paid: Bool.random(using: &random) ? "2021-12-29" : ""))
        let with = try plan.run(Self.csv(deals))[0]
        #expect(
          with.earned - with.notDue + with.clawback == without.earned - without.notDue)
        #expect(
          with.incentivePaid - with.owedClawback == without.incentivePaid - without.owedClawback)
      }
    }
  }

  @Test(
    "Year-to-date quarters add up to the pay of the year", arguments: ["marginal", "retroactive"])
  func yearToDate(_ tiers: String) throws {
    var random = SeededGenerator(seed: 21)
    var quarters = try Self.plan("", tiers: tiers)
    var year = quarters
    guard case .commission(var commission) = quarters.components[0].rule else { return }
    commission.accumulate = .yearToDate
    quarters.components[0].rule = .commission(commission)
    commission.period = .year
    year.components[0].rule = .commission(commission)
    for _ in 0..<10 {
      let deals = Self.deals(20, using: &random)
      let first = try quarters.run(Self.csv(deals))[0].components[0]
      let second = try year.run(Self.csv(deals))[0].components[0]
      #expect(first.earned - first.overpaid == second.earned - second.overpaid)
    }
  }

  @Test("Two people who share a year have the quota, target and base of one")
  func partition() throws {
    let plan = try Self.plan("")
    let statements = try plan.run(
      "deal_id,rep,close_date,amount\n1,ann,2021-02-01,1\n2,bob,2021-12-01,1\n",
      roster: "rep,hire_date,end_date\nann,,2021-08-19\nbob,2021-08-20,\n")
    for (first, second) in zip(statements[0].periods, statements[1].periods)
    where first.component == "Commission" {
      #expect(try #require(first.quota) + #require(second.quota) == 100_000)
      #expect(try #require(first.target) + #require(second.target) == 10_000)
    }
    #expect(statements[0].base + statements[1].base == Money(minorUnits: 5_000_000, currency: .usd))
  }
}
