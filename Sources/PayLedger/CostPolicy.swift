public import Amounts

/// How the costs of obtaining contracts are spread over time (ASC 340-40-35-1, IFRS 15.99).
public struct CostPolicy: Hashable, Sendable {
  /// What a cost is spread by.
  public enum Spread: Hashable, Sendable {
    /// Whole months, each the same.
    case byMonth(first: FirstMonth)
    /// Days.
    case byDay
  }

  /// What the month counts in which a cost is incurred.
  public enum FirstMonth: Hashable, Sendable {
    /// A whole month.
    case full
    /// Half a month, and as much after the last.
    case half
    /// Nothing; the next month is the first.
    case next
  }

  /// The months over which a cost is spread: the contract, and the renewals that are expected to come with it.
  public var months: Int
  /// What it is spread by.
  public var spread: Spread
  /// Whether costs are expensed at once where the months are twelve at most (ASC 340-40-25-4, IFRS 15.94).
  public var isExpedient: Bool
  /// The components whose pay for deals is a cost of obtaining contracts; nil for every one.
  public var components: Set<String>?
  /// The employer's payroll tax on what is paid, which is a part of the cost.
  public var payrollTax: Ratio

  /// Creates a policy.
  public init(
    months: Int, spread: Spread = .byMonth(first: .full), isExpedient: Bool = false,
    components: Set<String>? = nil, payrollTax: Ratio = .zero
  ) {
    self.months = months
    self.spread = spread
    self.isExpedient = isExpedient
    self.components = components
    self.payrollTax = payrollTax
  }

  /// Whether costs are capitalised at all.
  var capitalises: Bool { !(isExpedient && months <= 12) }

  /// The share of a cost that is charged from the day on which it starts up to the end of a day.
  func share(from start: CalendarDate, upTo end: CalendarDate) throws(ArithmeticFailure) -> Ratio {
    if end < start { return .zero }
    let elapsed: Ratio
    switch spread {
    case .byMonth(let first):
      let distance = Ratio(start.yearMonth.distance(to: end.yearMonth))
      let counted: Ratio =
        switch first {
        case .full: .one
        case .half: try Ratio(1, over: 2)
        case .next: .zero
        }
      elapsed = try (distance + counted) / Ratio(months)
    case .byDay:
      let all = start.distance(to: start.addingMonths(months))
      elapsed = try Ratio(Int128(start.distance(to: end) + 1), over: Int128(all))
    }
    return min(.one, elapsed)
  }
}
