internal import Amounts
internal import PayPlans

extension StatementDifference {
  /// One side: a plan that was run, and others that people are on.
  struct Side {
    let plan: Plan
    let statements: [Statement]

    init(_ plan: Plan, _ runs: [PayRun]) {
      self.plan = plan
      statements = runs.flatMap(\.statements)
    }
  }

  /// Compares two runs of one currency, person by person and line by line.
  ///
  /// - Throws: `.overflow` when the amounts are too large to be added.
  /// - Complexity: O(people · log people + lines · log lines).
  init(
    from old: Side, to new: Side, deals: DealDifference? = nil, asOf: CalendarDate? = nil
  ) throws(ArithmeticFailure) {
    // Whatever is added or subtracted below is within this sum.
    var all = UInt128(0)
    for statement in old.statements + new.statements {
      for (_, amount) in statement.parts { all += UInt128(amount.minorUnits.magnitude) }
      for line in statement.lines { all += UInt128(line.pay.minorUnits.magnitude) }
      all += UInt128(statement.total.minorUnits.magnitude)
    }
    guard all <= UInt128(Int64.max / 4) else { throw .overflow }

    let currency = new.plan.currency
    // Who changes plans has a statement of each.
    let before = Dictionary(grouping: old.statements, by: \.rep)
    let after = Dictionary(grouping: new.statements, by: \.rep)
    var seen: Set<String> = []
    let pairs = (new.statements + old.statements).filter { seen.insert($0.rep).inserted }
      .map { (old: before[$0.rep] ?? [], new: after[$0.rep] ?? []) }
    // Sorting is stable: equals stay in the order of the roster.
    let people = pairs.map { Person($0.old, $0.new, in: currency) }
      .sorted { $0.total.difference > $1.total.difference }
    self.people = people
    parts = PartChange.sum(of: people, in: currency)
    let zero = Money.zero(currency)
    total = Change(
      old.statements.reduce(zero) { $0 + $1.total }, new.statements.reduce(zero) { $0 + $1.total },
      in: currency)
    lines = pairs.flatMap { Line.changed($0.old, $0.new, in: currency) }
      .sorted { $0.size > $1.size }
    self.old = old.plan
    self.new = new.plan
    terms = PlanDifference(from: old.plan, to: new.plan)
    self.deals = deals
    year = (new.statements.first ?? old.statements.first).map { $0.yearStart...$0.yearEnd }
    self.asOf = asOf
  }
}

extension StatementDifference.Person {
  fileprivate init(_ old: [Statement], _ new: [Statement], in currency: Currency) {
    func change(_ part: (Statement) -> Money) -> StatementDifference.Change {
      func sum(_ statements: [Statement]) -> Money? {
        statements.isEmpty ? nil : statements.reduce(.zero(currency)) { $0 + part($1) }
      }
      return .init(sum(old), sum(new), in: currency)
    }
    rep = (new + old).first?.rep ?? ""
    name = (new + old).lazy.compactMap(\.name).first
    base = change(\.base)
    earned = change(\.earned)
    incentivePaid = change(\.incentivePaid)
    owedClawback = change(\.owedClawback)
    owedDraw = change(\.owedDraw)
    total = change(\.total)
    parts = StatementDifference.PartChange.pairs(
      old.flatMap(\.parts), new.flatMap(\.parts), in: currency)
  }
}

extension StatementDifference.PartChange {
  typealias Amounts = [(part: StatementDifference.Part, amount: Money)]

  /// What each part is on both sides, in the order in which they lead from the salary to the total.
  static func pairs(_ old: Amounts, _ new: Amounts, in currency: Currency) -> [Self] {
    let before = Dictionary(old.map { ($0.part, $0.amount) }) { $0 + $1 }
    let after = Dictionary(new.map { ($0.part, $0.amount) }) { $0 + $1 }
    var seen: Set<StatementDifference.Part> = []
    let order = (old + new).map(\.part).filter { seen.insert($0).inserted }
    return order.filter(\.isBase).appending(order.filter(\.isComponent))
      .appending(order.filter { !$0.isBase && !$0.isComponent }).map { part in
        Self(part: part, amount: .init(before[part], after[part], in: currency))
      }
  }

  /// The parts of all people together.
  static func sum(of people: [StatementDifference.Person], in currency: Currency) -> [Self] {
    func side(_ amount: KeyPath<StatementDifference.Change, Money?>) -> Amounts {
      people.flatMap(\.parts).compactMap { part in
        part.amount[keyPath: amount].map { (part.part, $0) }
      }
    }
    return pairs(side(\.old), side(\.new), in: currency)
  }
}

extension Array {
  fileprivate func appending(_ others: [Element]) -> [Element] { self + others }
}

extension StatementDifference.Part {
  fileprivate var isBase: Bool { self == .base }
  fileprivate var isComponent: Bool {
    if case .component = self { true } else { false }
  }
}

extension Statement {
  /// What the total is made of; the parts add up to it exactly.
  fileprivate var parts: StatementDifference.PartChange.Amounts {
    [(.base, base)] + components.map { (.component($0.component), $0.earned) }
      + [
        (.adjustments, adjustments), (.notDue, lapsed - notDue), (.lapsed, -lapsed),
        (.clawback, clawback), (.guarantee, guarantee), (.draw, draw),
        (.owedClawback, owedClawback),
      ]
  }
}

extension StatementDifference.Line {
  /// What makes a line of one side that of the other.
  private struct Key: Hashable {
    let kind: StatementLine.Kind
    let component: String
    let deal: String?
    let note: String?
    /// The day of what is no deal; a deal is the same on another day.
    let date: CalendarDate?

    init(_ line: StatementLine) {
      kind = line.kind
      component = line.component
      deal = line.deal
      note = line.note
      date = line.deal == nil ? line.date : nil
    }
  }

  /// How much it matters.
  fileprivate var size: UInt64 { pay.difference.minorUnits.magnitude }

  /// The lines of a person that pay another amount; several of one deal and component are one.
  fileprivate static func changed(
    _ old: [Statement], _ new: [Statement], in currency: Currency
  ) -> [Self] {
    var order: [Key] = []
    var last: [Key: StatementLine] = [:]
    func sums(_ lines: [StatementLine]) -> [Key: Money] {
      var sums: [Key: Money] = [:]
      for line in lines {
        let key = Key(line)
        if last.updateValue(line, forKey: key) == nil { order.append(key) }
        sums[key, default: .zero(currency)] += line.pay
      }
      return sums
    }
    // The new side is read last, so that its days and names are shown.
    let before = sums(old.flatMap(\.lines))
    let after = sums(new.flatMap(\.lines))
    return order.compactMap { key in
      let pay = StatementDifference.Change(before[key], after[key], in: currency)
      guard !pay.isNone, let line = last[key] else { return nil }
      return Self(
        rep: (new + old).first?.rep ?? "", name: (new + old).lazy.compactMap(\.name).first,
        kind: key.kind,
        date: line.date, deal: key.deal, note: key.note,
        account: line.facts?.account ?? line.facts?.name, component: key.component, pay: pay)
    }
  }
}
