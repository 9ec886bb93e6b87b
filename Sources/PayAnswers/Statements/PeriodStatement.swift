public import Amounts
public import PayPlans
internal import Reporting

/// A statement as far as it lies in some days: the same sums over fewer months and lines.
public struct PeriodStatement: Sendable {
  /// The whole statement.
  public let whole: Statement
  /// The days shown; nil for all of them.
  public let range: ClosedRange<CalendarDate>?
  /// The months that end in the days shown.
  public let months: [PayMonth]

  /// Cuts a statement down to some days.
  public init(_ statement: Statement, in range: ClosedRange<CalendarDate>?) {
    whole = statement
    self.range = range
    months = statement.months.filter { range?.contains($0.lastDay) ?? true }
  }

  /// What the person was assigned to at the end of the days shown.
  private var terms: Assignment? {
    guard let range else { return nil }
    return whole.assignments.last { $0.from.map { $0 <= range.upperBound } ?? true }
  }

  /// The number by which payroll knew the person at the end of the days shown.
  public var employeeID: String? { terms?.employeeID ?? whole.employeeID }

  /// The texts of further columns of the roster at the end of the days shown.
  var kept: [String] { terms?.kept ?? whole.kept }

  /// What was earned, taken back or added by hand in the days shown.
  ///
  /// - Complexity: O(number of lines of the whole statement).
  public var lines: [StatementLine] {
    guard let range else { return whole.lines }
    return whole.lines.filter { range.contains($0.date) }
  }

  private func sum(_ part: KeyPath<PayMonth, Money>) -> Money {
    months.reduce(.zero(whole.base.currency)) { $0 + $1[keyPath: part] }
  }

  /// The salary.
  public var base: Money { sum(\.base) }
  /// What was earned, due or not.
  public var earned: Money { sum(\.earned) }
  /// What of it is not due yet; negative where earlier pay becomes due.
  public var notDue: Money { range == nil ? whole.notDue : sum(\.earned) - sum(\.due) }
  /// What of it lapsed with deals that were cancelled in the days shown.
  public var lapsed: Money { sum(\.lapsed) }
  /// What cancelled deals gave back; zero or negative.
  public var clawback: Money { range == nil ? whole.clawback : sum(\.clawback) }
  /// What a guarantee paid on top.
  public var guarantee: Money { sum(\.guarantee) }
  /// What a draw paid on top, less what was taken back of it.
  public var draw: Money { sum(\.drawAdvanced) - sum(\.drawRecovered) }
  /// What was paid of incentive.
  public var incentivePaid: Money { sum(\.incentivePaid) }
  /// Salary and incentive paid.
  public var total: Money { base + incentivePaid }
  /// What is owed for cancelled deals at the end of the days shown.
  public var owedClawback: Money {
    range == nil ? whole.owedClawback : months.last?.owedClawback ?? .zero(whole.base.currency)
  }
  /// What is owed on a draw at the end of the days shown.
  public var owedDraw: Money {
    range == nil ? whole.owedDraw : months.last?.owedDraw ?? .zero(whole.base.currency)
  }

  /// What year-to-date components have paid above what the year has earned, for the whole year only.
  public var overpaid: Money {
    let zero = Money.zero(whole.base.currency)
    return range == nil ? whole.components.reduce(zero) { $0 + $1.overpaid } : zero
  }

  /// What is owed to the employer at the end of the days shown.
  public var owed: Money { owedDraw + owedClawback }

  /// What each component earned, adjustments by hand among them where there are any.
  public var components: [(name: String, earned: Money)] {
    guard range != nil else {
      let parts = whole.components.map { (name: $0.component, earned: $0.earned) }
      return whole.adjustments.minorUnits == 0
        ? parts : parts + [(name: "Adjustments", earned: whole.adjustments)]
    }
    var order: [String] = whole.components.map(\.component)
    var sums: [String: Money] = [:]
    for line in lines where line.kind != .clawback {
      if !order.contains(line.component) { order.append(line.component) }
      sums[line.component, default: .zero(whole.base.currency)] += line.pay
    }
    return order.map { ($0, sums[$0] ?? .zero(whole.base.currency)) }
  }
}

// MARK: For people

extension PeriodStatement {
  /// A line of the sums, from the base to what is paid.
  struct Part {
    let label: Inline
    var amount: Money
    /// Whether it is worth a line when it is zero.
    var isAlwaysThere: Bool = false
    /// Whether it is what the lines above lead to.
    var isResult: Bool = false
  }

  /// Whether anything of a draw was taken back or is owed; what is not recovered has none of both.
  private var recoversDraw: Bool {
    sum(\.drawRecovered).minorUnits != 0 || owedDraw.minorUnits != 0
  }

  /// What was earned and is to be due later.
  private var waiting: Money { notDue - lapsed }

  /// The base, what each component earned, and what makes pay differ from it.
  var parts: [Part] {
    var parts =
      [Part(label: "Base", amount: base, isAlwaysThere: true)]
      + components.map { Part(label: .component($0.name), amount: $0.earned, isAlwaysThere: true) }
      + [
        Part(
          label: waiting < .zero(base.currency) ? "Due now of earlier pay" : "Earned but not due",
          amount: -waiting),
        Part(label: "Lapsed with cancelled deals", amount: -lapsed),
        Part(label: "Taken back for cancelled deals", amount: clawback),
        Part(label: "Guarantee", amount: guarantee),
        Part(
          label: recoversDraw ? "Draw, advanced less recovered" : "Draw", amount: draw),
      ]
    // What cancelled deals take back and pay does not cover is paid nevertheless, and owed; what was owed
    // before may be taken now.
    let untaken = parts.reduce(total) { $0 - $1.amount }
    parts.append(
      Part(
        label: untaken < .zero(base.currency)
          ? "Taken back of what was owed" : "Not taken back yet", amount: untaken))
    return parts
  }

  /// The credit over the quota of the first commission; nil where it has no quota.
  ///
  /// It is taken over the periods of the commission that end in the days shown.
  package func attainment(in plan: Plan) -> Ratio? {
    guard let component = plan.primaryComponent else { return nil }
    var periods = whole.periods.filter { period in
      period.component == component.name && range?.contains(period.lastDay) ?? true
    }
    // The last one counts the year so far.
    if component.commission?.accumulate == .yearToDate { periods = periods.suffix(1) }
    let quotas = periods.compactMap(\.quota)
    guard quotas.count == periods.count, let quota = try? quotas.sum(), .zero < quota,
      let credit = try? periods.map(\.credit).sum()
    else { return nil }
    return try? credit / quota
  }
}

extension Inline {
  /// The name of a component; what was added by hand is none of the plan's, and has a word of the tool.
  static func component(_ name: String) -> Inline {
    name == StatementLine.adjustment ? .phrase(name) : Inline(name)
  }
}
