import Amounts
public import PayLedger
import PayPlans

/// A fault that a year of a company has found.
public struct Violation: Error, CustomStringConvertible {
  public let description: String
}

/// A year of a company in a ledger, month by month, held against paying its files from scratch.
public struct CompanyYear {
  var company: Company
  /// The ledger.
  public private(set) var book: LedgerBook
  var day: CalendarDate
  /// What was posted by each close when it was made.
  var closed: [Int: [LedgerEntry]] = [:]
  /// What was paid out, person by person.
  var paid: [String: Int64] = [:]
  /// Postings with a cause.
  public private(set) var adjustments = 0
  /// How often something stood taken back on a plan that a person had left.
  public private(set) var takenBack = 0

  /// Founds a company; the same seed lives the same year.
  public init(seed: UInt64) throws {
    company = Company(seed: seed)
    guard let first = CalendarPeriod("2026-01") else { throw Violation(description: "no period") }
    book = LedgerBook(first: first)
    day = Company.end(1)
    book.append(try book.beginning(stamp))
  }

  private func require(_ holds: Bool, _ what: @autoclosure () -> String) throws {
    guard !holds else { return }
    throw Violation(description: "\(day): \(what())")
  }

  private var stamp: LedgerStamp { LedgerStamp(by: "ops", on: day, version: "1") }

  /// Lives the year.
  ///
  /// - Throws: a `Violation` of what must hold after every step.
  public mutating func run() throws {
    for month in 1...12 {
      company.live(month)
      day = Company.end(month).advanced(by: 3)
      try close(month)
      if company.chance(15) {
        let name = Company.name(of: month)
        book.append(try book.reopening(name, reason: "a wrong file", stamp))
        try checkReopened()
        // What was wrong is mended.
        company.live(month)
        try close(month)
      }
      try pay(month)
    }
  }

  private mutating func close(_ month: Int) throws {
    let name = Company.name(of: month)
    let runs = try company.statements(asOf: month)
    let inputs = Inputs(of: runs, asOf: Company.end(month), isYearOver: month == 12)
    let before = book
    let asked = gone(name, inputs)
    // Every deal that is asked about was made to go.
    try require(asked.isSubset(of: company.gone), "asked about \(asked)")
    book.append(try inputs.calculation(name, on: book, reversed: asked, stamp))
    let number = book.events.count
    book.append(try book.approving(name, stamp))
    book.append(try book.closing(name, stamp))
    let close = book.events.count
    closed[close] = book.entries.filter { $0.event == close }
    try check(runs, inputs)
    try checkClosed()
    // The same files make the same postings.
    let again = try inputs.calculation(name, on: before, reversed: nil, stamp)
    try require(
      again.calculation?.postings == book.calculations[number]?.postings, "replay differs")
    // Nothing is left to post.
    let rest = Settlement(
      of: inputs.owed, with: book.posted, plans: inputs.plans, closedUntil: Company.end(month),
      changes: Settlement.Changes())
    try require(rest.postings.isEmpty, "something is left to post")
    adjustments += closed[close]?.filter { $0.posting.cause != nil }.count ?? 0
  }

  /// The deals that a calculation asks about.
  private func gone(
    _ name: String, _ inputs: Inputs
  ) -> Set<String> {
    do throws(LedgerObstacle) {
      _ = try inputs.calculation(name, on: book, reversed: [], stamp)
      return []
    } catch {
      // The calculation itself says what else is wrong.
      guard case .dealsGone(let deals) = error else { return [] }
      return Set(deals.map(\.deal))
    }
  }

  private mutating func pay(_ month: Int) throws {
    let name = Company.name(of: month)
    let payroll = try book.payroll(of: name)
    for line in payroll.lines {
      try require(
        line.amount.minorUnits >= 0 && line.carried.minorUnits <= 0
          && line.amount + line.carried == line.balance, "payroll of \(line)")
      paid[line.payee.rep, default: 0] += line.amount.minorUnits
    }
    book.append(try book.exporting(name, stamp))
    book.append(try book.paying(name, stamp))
    for (rep, balance) in payable() {
      // Whoever is owed something was paid all of it.
      try require(balance <= 0, "\(rep) is still owed \(balance)")
    }
  }

  /// What stands to be paid to each person.
  private func payable() -> [String: Int64] {
    var sums: [String: Int64] = [:]
    for entry in book.entries where entry.posting.account == .payable {
      sums[entry.posting.key.rep, default: 0] += entry.posting.amount.minorUnits
    }
    return sums
  }

  /// What is posted is what paying from scratch owes, account by account, and what was paid is a part of it.
  private mutating func check(
    _ runs: [(plan: Plan, statements: [Statement])], _ inputs: Inputs
  ) throws {
    struct Key: Hashable {
      var rep: String
      var plan: String
      var account: LedgerAccount
    }
    var sums: [Key: Int64] = [:]
    // What was taken back, of draws on plans that people have left, from the pay of others.
    var taken: [PersonOnPlan: Int64] = [:]
    for entry in book.entries where entry.posting.kind != .payout {
      if entry.posting.key.item == .oldDrawRecovered {
        guard entry.posting.account == .draw else { continue }
        let key = entry.posting.key
        let year = PlanYear(plan: key.plan, start: key.planYear)
        taken[PersonOnPlan(rep: key.rep, year: year), default: 0] -= entry.posting.amount.minorUnits
        continue
      }
      let key = Key(
        rep: entry.posting.key.rep, plan: entry.posting.key.plan, account: entry.posting.account)
      sums[key, default: 0] += entry.posting.amount.minorUnits
    }
    var total: [String: Int64] = [:]
    for run in runs {
      for statement in run.statements {
        func sum(_ account: LedgerAccount) -> Int64 {
          sums.removeValue(
            forKey: Key(rep: statement.rep, plan: run.plan.name, account: account)) ?? 0
        }
        let person = PersonOnPlan(
          rep: statement.rep, year: statement.planYear)
        let isOver = inputs.over.contains(person)
        let back = taken.removeValue(forKey: person) ?? 0
        try require(
          0 <= back && back <= statement.owedDraw.minorUnits,
          "\(statement.rep) on \(run.plan.name): \(back) taken back of \(statement.owedDraw)")
        takenBack += back == 0 ? 0 : 1
        let carried = isOver ? statement.owedClawback.minorUnits : 0
        let payable = sum(.payable)
        let who = "\(statement.rep) on \(run.plan.name)"
        try require(
          payable == statement.incentivePaid.minorUnits - carried,
          "\(who): \(payable) payable, the statement has \(statement.incentivePaid)")
        try require(
          sum(.held) == (statement.notDue - statement.lapsed).minorUnits, "\(who): held")
        try require(sum(.draw) == statement.owedDraw.minorUnits, "\(who): draw")
        try require(
          sum(.clawback) == (isOver ? 0 : statement.owedClawback.minorUnits), "\(who): clawback")
        total[statement.rep, default: 0] += payable - back
        try checkHolds(of: statement, who)
      }
    }
    // Whatever else was posted came to nothing.
    try require(sums.values.allSatisfy { $0 == 0 }, "posted to nobody: \(sums)")
    try require(taken.values.allSatisfy { $0 == 0 }, "taken back from nobody: \(taken)")
    for (rep, balance) in payable() {
      try require(
        balance == (total[rep] ?? 0) - (paid[rep] ?? 0), "\(rep): money is lost or made")
    }
  }

  /// What is held is held deal by deal.
  private func checkHolds(of statement: Statement, _ who: String) throws {
    var held: [String: Int64] = [:]
    for entry in book.entries
    where entry.posting.account == .held && entry.posting.key.rep == statement.rep
      && entry.posting.key.plan == statement.plan
    {
      let key = entry.posting.key
      held["\(key.component ?? "") \(key.deal ?? "")", default: 0] +=
        entry.posting.amount.minorUnits
    }
    let holds = statement.holds
    for hold in holds {
      held["\(hold.component) \(hold.deal ?? "")", default: 0] -=
        (hold.notDue - hold.lapsed).minorUnits
    }
    let zero = Money.zero(statement.base.currency)
    try require(held.values.allSatisfy { $0 == 0 }, "\(who): held by deals \(held)")
    try require(
      holds.reduce(zero) { $0 + $1.notDue } == statement.notDue
        && holds.reduce(zero) { $0 + $1.lapsed } == statement.lapsed, "\(who): holds")
  }

  /// What earlier closes posted never changes.
  private func checkClosed() throws {
    for (close, entries) in closed {
      try require(
        book.entries.filter { $0.event == close } == entries, "a closed period changed")
    }
    try require(
      book.entries.map(\.number) == Array(1..<(book.entries.count + 1)), "entries are not counted")
  }

  /// After a period is opened again, everything stands as before its close.
  private func checkReopened() throws {
    guard let reopened = book.events.last, let close = reopened.about else {
      throw Violation(description: "nothing was opened again")
    }
    let before = book.until(close).posted.sums.mapValues(\.amount)
      .filter { $0.value.minorUnits != 0 }
    let now = book.posted.sums.mapValues(\.amount).filter { $0.value.minorUnits != 0 }
    try require(before == now, "opening again does not take back all")
  }
}

/// What a calculation is made from.
private struct Inputs {
  var owed: [Owed] = []
  var plans: Set<PlanYear> = []
  var left: Set<PersonOnPlan> = []
  /// Who is no longer paid by which plan, because it was left or its year is over.
  var over: Set<PersonOnPlan> = []
  var payees: [Payee] = []

  init(
    of runs: [(plan: Plan, statements: [Statement])], asOf day: CalendarDate, isYearOver: Bool
  ) {
    for run in runs {
      for statement in run.statements {
        let year = statement.planYear
        let person = PersonOnPlan(rep: statement.rep, year: year)
        let terms = statement.assignments.last { $0.from.map { $0 <= day } ?? true }
        if let terms, !terms.isOn(run.plan) { left.insert(person) }
        if isYearOver || left.contains(person) { over.insert(person) }
        owed += statement.owed(on: run.plan, asOf: day)
        plans.insert(year)
      }
    }
    payees = Set(runs.flatMap { $0.statements.map { Payee(rep: $0.rep) } })
      .sorted { $0.rep < $1.rep }
  }

  func calculation(
    _ name: String, on book: LedgerBook, reversed: Set<String>?, _ stamp: LedgerStamp
  ) throws(LedgerObstacle) -> LedgerStep {
    try book.calculating(
      name, owed: owed, plans: plans, left: left, payees: payees, changes: Settlement.Changes(),
      reversed: reversed, stamp)
  }
}
