public import Amounts
internal import PayPlans

/// What each person is paid by two plans on the same deals.
public struct PayChanges: Sendable {
  /// One person.
  public struct Row: Sendable {
    /// The name that deals use.
    public let rep: String
    /// The name to print, when the roster has one.
    public let name: String?
    /// Salary and incentive paid by last year's plan; nil for somebody who is not on it.
    public let previous: Money?
    /// Salary and incentive paid by this plan; nil for somebody who is not on it.
    public let current: Money?

    /// What this plan pays more; nil for somebody who is on one plan only.
    public var difference: Money? {
      guard let previous, let current else { return nil }
      return current - previous
    }

    /// What this plan pays more, over what last year's paid; nil where that is not above 0.
    public var share: Ratio? { previous.flatMap { difference?.share(of: $0) } }
  }

  /// Everyone: those on both plans by what they win, the greatest first, then the others.
  public let rows: [Row]
  /// What those on both plans were paid by last year's.
  public let previous: Money
  /// What those on both plans are paid by this one.
  public let current: Money

  /// What this plan pays more in all to those on both.
  public var difference: Money { current - previous }
  /// What this plan pays more in all, over what last year's paid; nil where that is not above 0.
  public var share: Ratio? { difference.share(of: previous) }
  /// Those on both plans.
  public var compared: [Row] { rows.filter { $0.difference != nil } }
  /// Those whom this plan pays more, the greatest winner first.
  public var winners: [Row] { compared.filter { ($0.difference?.minorUnits ?? 0) > 0 } }
  /// Those whom this plan pays less, the greatest loser last.
  public var losers: [Row] { compared.filter { ($0.difference?.minorUnits ?? 0) < 0 } }

  /// Compares two runs of one currency, person by person.
  ///
  /// - Throws: `.overflow` when the amounts are too large to be added.
  /// - Complexity: O(people · log people).
  init(from previous: PayRun, to current: PayRun) throws(ArithmeticFailure) {
    // Whatever is added or subtracted below is within this sum.
    let all = (previous.statements + current.statements).reduce(UInt128(0)) {
      $0 + UInt128($1.total.minorUnits.magnitude)
    }
    guard all <= UInt128(Int64.max) else { throw .overflow }
    let before = Dictionary(
      previous.statements.map { ($0.rep, $0) }, uniquingKeysWith: { first, _ in first })
    let now = Set(current.statements.map(\.rep))
    let rows =
      current.statements.map { statement in
        let old = before[statement.rep]
        return Row(
          rep: statement.rep, name: statement.name ?? old?.name, previous: old?.total,
          current: statement.total)
      }
      + previous.statements.filter { !now.contains($0.rep) }.map {
        Row(rep: $0.rep, name: $0.name, previous: $0.total, current: nil)
      }
    // Sorting is stable: equals stay in the order of the roster.
    self.rows =
      rows.filter { $0.difference != nil }.sorted {
        ($0.difference?.minorUnits ?? 0) > ($1.difference?.minorUnits ?? 0)
      } + rows.filter { $0.difference == nil }
    let zero = Money.zero(current.totals.cost.currency)
    let both = rows.filter { $0.difference != nil }
    self.previous = both.reduce(zero) { $0 + ($1.previous ?? zero) }
    self.current = both.reduce(zero) { $0 + ($1.current ?? zero) }
  }
}

extension Money {
  /// The amount over a positive one; nil for any other.
  fileprivate func share(of whole: Money) -> Ratio? {
    whole.minorUnits > 0 ? try? majorUnits / whole.majorUnits : nil
  }
}
