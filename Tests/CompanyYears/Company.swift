import Amounts
import PayLedger
import PayPlans
import PlanFiles
import TestSupport

/// A company that lives: people come, move and leave, deals come late, change and go, and months close.
///
/// It writes its files as people do, so that what a ledger posts can be held against paying the same files
/// from scratch.
struct Company {
  struct Deal {
    var id: String
    var month: Int
    var day: Int
    var amount: Int
    var owners: [(rep: String, share: Int)]
    var isWon = true
    var paidMonth: Int?
    var cancelledMonth: Int?
  }

  struct Person {
    var id: String
    var hired: Int
    var left: Int?
    /// The plan from a month on.
    var plans: [(month: Int, plan: String)]
    /// The quota from a month on, and on which plan.
    var quotas: [(month: Int, quota: Int)] = []

    func isHere(_ month: Int) -> Bool { hired <= month && month <= (left ?? 12) }
    func plan(_ month: Int) -> String { plans.last { $0.month <= month }?.plan ?? plans[0].plan }
  }

  static let year = 2026
  static let ends = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

  /// What surrounds the commission of a plan.
  static let surroundings = [
    "", "draw: {kind: recoverable, amount: 3000, per: month, recover: 50%}",
    "draw: {kind: recoverable, amount: 9000, per: quarter, forgive: true}",
    "draw: {kind: non-recoverable, amount: 2000, per: month}",
    "clawback: {within: 6 months, take: prorated}",
    "clawback: {within: 90 days, attainment: reduces, instalments: 3}",
    "paid: {close_date: 40%, paid_date: 60%}\nclawback: {within: 12 months, take: 70%}",
    "paid: {close_date: 50%, close_date + 90 days: 50%}\ncap: 90%",
    "guarantee: {share: 80%, months: 5, per: month}\nclawback: {within: 4 months}",
  ]

  var random: SeededGenerator
  var people: [Person]
  var deals: [Deal] = []
  var rates: [String: Int] = ["Sellers": 8, "Farmers": 6]
  let shapes: [String: String]
  /// Deals that went away and were paid on, perhaps.
  var gone: Set<String> = []

  init(seed: UInt64) {
    random = SeededGenerator(seed: seed)
    var shapes: [String: String] = [:]
    for plan in ["Sellers", "Farmers"] {
      let tiers = ["marginal", "retroactive"].randomElement(using: &random) ?? ""
      let period = ["month", "quarter", "year"].randomElement(using: &random) ?? ""
      let more = Self.surroundings.randomElement(using: &random) ?? ""
      shapes[plan] = "period: \(period)\n    tiers: \(tiers)|\(more)"
    }
    self.shapes = shapes
    people = (0..<4).map { index in
      Person(id: "p\(index)", hired: 1, plans: [(1, index < 3 ? "Sellers" : "Farmers")])
    }
  }

  // MARK: A month

  mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }

  /// Lets a month pass: what happens in it, and what becomes known of earlier ones.
  mutating func live(_ month: Int) {
    if chance(30) {
      people.append(
        Person(
          id: "p\(people.count)", hired: month, plans: [(month, chance(50) ? "Sellers" : "Farmers")]
        ))
    }
    for index in people.indices where people[index].isHere(month) && people[index].hired < month {
      if chance(3) { people[index].left = month }
      if chance(6) {
        let other = people[index].plan(month) == "Sellers" ? "Farmers" : "Sellers"
        people[index].plans.append((month, other))
      }
      if chance(8) {
        people[index].quotas.append((month, Int.random(in: 10...60, using: &random) * 10_000))
      }
    }
    // A file of deals has one at least.
    if deals.isEmpty { addDeal(in: 1) }
    for _ in 0..<Int.random(in: 0...4, using: &random) { addDeal(in: month) }
    if month > 1, chance(25) { addDeal(in: Int.random(in: 1..<month, using: &random)) }
    for index in deals.indices where deals[index].month <= month { change(index, month) }
    if chance(8), let index = deals.indices.dropFirst().randomElement(using: &random) {
      gone.insert(deals[index].id)
      deals.remove(at: index)
    }
    if chance(5) {
      let plan = chance(50) ? "Sellers" : "Farmers"
      rates[plan] = Int.random(in: 4...12, using: &random)
    }
  }

  private mutating func addDeal(in month: Int) {
    let here = people.filter { $0.isHere(month) }
    guard let owner = here.randomElement(using: &random) else { return }
    var owners = [(rep: owner.id, share: 100)]
    if chance(20), let other = here.randomElement(using: &random), other.id != owner.id {
      owners = [(owner.id, 60), (other.id, 40)]
    }
    deals.append(
      Deal(
        id: "D\(deals.count + gone.count)-\(Int.random(in: 0..<1_000_000, using: &random))",
        month: month, day: Int.random(in: 1...27, using: &random),
        amount: Int.random(in: 1_000...90_000, using: &random), owners: owners,
        paidMonth: chance(70) ? min(12, month + Int.random(in: 0...3, using: &random)) : nil))
  }

  private mutating func change(_ index: Int, _ month: Int) {
    if chance(3) { deals[index].amount = Int.random(in: 1_000...90_000, using: &random) }
    if chance(2) {
      let own = deals[index].month
      if let other = people.filter({ $0.isHere(own) }).randomElement(using: &random) {
        deals[index].owners = [(other.id, 100)]
      }
    }
    // A file of which no deal is won asks how to tell.
    if index > 0, chance(2) {
      deals[index].isWon.toggle()
      if !deals[index].isWon { gone.insert(deals[index].id) }
    }
    if deals[index].cancelledMonth == nil, chance(3) { deals[index].cancelledMonth = month }
    if chance(2) { deals[index].day = Int.random(in: 1...27, using: &random) }
  }

  // MARK: Its files

  /// A month as a period is named.
  static func name(of month: Int) -> String { "\(year)-\(month < 10 ? "0" : "")\(month)" }

  static func day(_ month: Int, _ day: Int) -> String {
    "\(name(of: month))-\(day < 10 ? "0" : "")\(day)"
  }

  static func end(_ month: Int) -> CalendarDate {
    CalendarDate(year: year, month: month, day: ends[month - 1]) ?? CalendarDate(dayNumber: 0)
  }

  func yaml(_ plan: String) -> String {
    let parts = (shapes[plan] ?? "|").split(separator: "|", omittingEmptySubsequences: false)
    return """
      plan: \(plan)
      currency: USD
      base: 50000
      variable: 40000
      year starts: \(Self.year)-01-01
      measures:
        sales: {quota: 300000}
      components:
        - commission: Commission
          measure: sales
          \(parts[0].replacing("\n    ", with: "\n    "))
          rates: [{to: 80%, pay: \(rates[plan] ?? 8)%}, {pay: \((rates[plan] ?? 8) * 2)%}]
        - bonus: Half year
          measure: sales
          period: half
          at: 100%
          pay: 1234.56
      \(parts[1])
      """
  }

  var roster: String {
    var text = "rep,plan,hire_date,end_date,from,quota,employee_id\n"
    for (number, person) in people.enumerated() {
      let hire = Self.day(person.hired, 1)
      let end = person.left.map { Self.day($0, Self.ends[$0 - 1]) } ?? ""
      var months = Set(person.plans.map(\.month)).union(person.quotas.map(\.month))
      months.insert(person.hired)
      for month in months.sorted() where month <= person.left ?? 12 {
        let quota = person.quotas.last { $0.month <= month }.map { "\($0.quota)" } ?? ""
        let from = month == person.hired ? "" : Self.day(month, 1)
        text +=
          "\(person.id),\(person.plan(month)),\(hire),\(end),\(from),\(quota),\(100 + number)\n"
      }
    }
    return text
  }

  var dealsFile: String {
    var text = "deal_id,rep,close_date,amount,share,stage,paid_date,cancelled_date\n"
    for deal in deals {
      for owner in deal.owners {
        let paid = deal.paidMonth.map { Self.day($0, 28) } ?? ""
        let cancelled = deal.cancelledMonth.map { Self.day(max($0, deal.month), 28) } ?? ""
        text +=
          "\(deal.id),\(owner.rep),\(Self.day(deal.month, deal.day)),\(deal.amount),\(owner.share)%,\(deal.isWon ? "Closed Won" : "Negotiation"),\(paid),\(cancelled)\n"
      }
    }
    return text
  }

  /// Pays everyone from the files, as of the end of a month.
  func statements(asOf month: Int) throws -> [(plan: Plan, statements: [Statement])] {
    var result: [(plan: Plan, statements: [Statement])] = []
    for name in ["Sellers", "Farmers"] {
      let plan = try Plan.read(yaml: yaml(name), file: "\(name).yaml").plan
      let people = try Roster.read(csv: roster, file: "roster.csv", for: plan).roster
      guard people.reps.contains(where: { $0.isOn(plan) }) else { continue }
      let read = try Deals.read(csv: dealsFile, file: "deals.csv", for: plan).deals
      result.append(
        (
          plan,
          try plan.statements(for: read, roster: people, asOf: Self.end(month)).statements
        ))
    }
    return result
  }
}
