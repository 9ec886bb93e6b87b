public import Amounts
public import PayPlans

/// What an amount is owed for: the person, the plan and its year, and the deal or period in it.
///
/// All that is ever posted under one key adds up to what is owed under it.
public struct OwedKey: Hashable, Sendable {
  /// The person, as the roster calls them.
  public var rep: String
  /// The name of the plan.
  public var plan: String
  /// The first day of the plan's year.
  public var planYear: CalendarDate
  /// What it is.
  public var item: OwedItem
  /// The component, or the reason of an amount by hand; nil where it is of the plan as a whole.
  public var component: String?
  /// The deal; nil for what a whole period earned.
  public var deal: String?
  /// The first day of the period or month that it is of; nil where the deal says all.
  public var origin: CalendarDate?

  /// Creates a key.
  public init(
    rep: String, plan: String, planYear: CalendarDate, item: OwedItem, component: String? = nil,
    deal: String? = nil, origin: CalendarDate? = nil
  ) {
    self.rep = rep
    self.plan = plan
    self.planYear = planYear
    self.item = item
    self.component = component
    self.deal = deal
    self.origin = origin
  }
}

extension OwedItem {
  /// Its place in the list of items.
  fileprivate var rank: UInt8 { UInt8(Self.allCases.firstIndex(of: self) ?? 0) }
}

extension OwedKey: Comparable {
  /// By person, plan and year, then by what it is, when, and of what.
  public static func < (left: OwedKey, right: OwedKey) -> Bool {
    if left.rep != right.rep { return left.rep < right.rep }
    if left.plan != right.plan { return left.plan < right.plan }
    if left.planYear != right.planYear { return left.planYear < right.planYear }
    if left.item != right.item { return left.item.rank < right.item.rank }
    if left.origin != right.origin {
      return left.origin ?? .distantPast < right.origin ?? .distantPast
    }
    if left.component != right.component {
      return left.component ?? "" < right.component ?? ""
    }
    return left.deal ?? "" < right.deal ?? ""
  }
}

/// What an amount followed from, kept to say later why it changed.
public struct OwedFacts: Hashable, Sendable {
  /// The day of the deal, or the last one of the period.
  public var day: CalendarDate?
  /// What the deal, or the period, was credited.
  public var credit: Ratio?
  /// The quota of the period, or of the year so far.
  public var quota: Ratio?
  /// Whether it is a bonus, not a commission.
  public var isBonus: Bool

  /// Creates facts.
  public init(
    day: CalendarDate? = nil, credit: Ratio? = nil, quota: Ratio? = nil, isBonus: Bool = false
  ) {
    self.day = day
    self.credit = credit
    self.quota = quota
    self.isBonus = isBonus
  }
}

/// What is owed under one key, as of a day.
public struct Owed: Hashable, Sendable {
  /// What it is owed for.
  public var key: OwedKey
  /// The amount, of the plan's year so far.
  public var amount: Money
  /// What it follows from.
  public var facts: OwedFacts

  /// Creates an amount.
  public init(_ key: OwedKey, _ amount: Money, facts: OwedFacts = OwedFacts()) {
    self.key = key
    self.amount = amount
    self.facts = facts
  }
}

extension Statement {
  /// The plan and its year.
  public var planYear: PlanYear { PlanYear(plan: plan, start: yearStart) }

  /// Whether the person is on another plan by a day.
  public func hasLeft(_ plan: Plan, by day: CalendarDate) -> Bool {
    let terms = assignments.last { $0.from.map { $0 <= day } ?? true }
    return terms.map { !$0.isOn(plan) } ?? false
  }

  /// What is owed by a statement, key by key.
  ///
  /// What the accounts of a person get by it adds up to the statement: `payable` to
  /// `incentivePaid`, `held` to `notDue` less `lapsed`, `draw` to `owedDraw`, `clawback` to
  /// `owedClawback`.
  ///
  /// Once the plan's year is over, or the person is on another plan, what is still owed for cancelled deals
  /// stays in `payable`, below zero, where the pay of another plan makes up for it.
  ///
  /// - Parameters:
  ///   - plan: The plan that it follows.
  ///   - day: The last day of the period.
  /// - Returns: The amounts, each of the plan's year so far.
  public func owed(on plan: Plan, asOf day: CalendarDate) -> [Owed] {
    let isOver = yearEnd <= day || hasLeft(plan, by: day)
    var book = OwedBook(rep: rep, plan: self.plan, planYear: yearStart, currency: base.currency)
    for line in lines { book.add(line, periods: periods, plan: plan) }
    for month in months {
      book.add(.guarantee, month.guarantee, origin: month.firstDay)
      book.add(.drawAdvanced, month.drawAdvanced, origin: month.firstDay)
      book.add(.drawRecovered, month.drawRecovered, origin: month.firstDay)
    }
    for hold in holds {
      book.add(.held, hold.notDue, component: hold.component, deal: hold.deal)
      book.add(.lapsed, hold.lapsed, component: hold.component, deal: hold.deal)
    }
    if !isOver { book.add(.carried, owedClawback) }
    // A draw that is not recovered is owed no longer than it takes to pay it.
    book.add(.drawForgiven, draw - owedDraw)
    return book.owed
  }
}

/// Amounts of one statement by their keys, in the order in which they come.
private struct OwedBook {
  let rep: String
  let plan: String
  let planYear: CalendarDate
  let currency: Currency
  private(set) var owed: [Owed] = []
  private var indices: [OwedKey: Int] = [:]

  init(rep: String, plan: String, planYear: CalendarDate, currency: Currency) {
    self.rep = rep
    self.plan = plan
    self.planYear = planYear
    self.currency = currency
  }

  mutating func add(_ line: StatementLine, periods: [StatementPeriod], plan: Plan) {
    let period = line.period.map { periods[$0] }
    let item: OwedItem =
      switch line.kind {
      case .deal, .period: .earned
      case .clawback: .clawback
      case .adjustment: .manual
      }
    let origin: CalendarDate? =
      switch line.kind {
      case .deal, .clawback: line.deal == nil ? period?.firstDay ?? line.date : nil
      case .period: period?.firstDay ?? line.date
      case .adjustment: line.date
      }
    let component = plan.components.first { $0.name == line.component }
    add(
      item, line.pay, component: line.note ?? line.component, deal: line.deal, origin: origin,
      facts: OwedFacts(
        day: line.date, credit: item == .earned ? line.credit : nil, quota: period?.quota,
        isBonus: component.map { $0.commission == nil } ?? false))
  }

  mutating func add(
    _ item: OwedItem, _ amount: Money, component: String? = nil, deal: String? = nil,
    origin: CalendarDate? = nil, facts: OwedFacts = OwedFacts()
  ) {
    let key = OwedKey(
      rep: rep, plan: plan, planYear: planYear, item: item, component: component, deal: deal,
      origin: origin)
    guard let index = indices[key] else {
      indices[key] = owed.count
      owed.append(Owed(key, amount, facts: facts))
      return
    }
    // A deal of several rows is one: its credit is what they add up to.
    owed[index].amount += amount
    if let more = facts.credit, let so = owed[index].facts.credit {
      owed[index].facts.credit = try? so + more
    }
  }
}
