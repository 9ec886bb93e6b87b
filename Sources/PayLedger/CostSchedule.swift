public import Amounts

/// What a ledger's costs of obtaining contracts come to, period by period.
///
/// A cost is what was posted for a deal, with the tax on it. What is charged up to a period is its share
/// of the cost, rounded once, so that the last charge takes the remainder and nothing is ever short; what a
/// later period posts for the deal is caught up in that period, and earlier ones never change. When a deal is
/// cancelled, what is not charged yet is written off.
public struct CostSchedule: Sendable {
  /// What one deal's cost does in one period.
  public struct Row: Hashable, Sendable {
    /// The deal.
    public let deal: String
    /// The day from which its cost is spread.
    public let start: CalendarDate
    /// The period.
    public let period: CalendarPeriod
    /// What was left to charge before.
    public let opening: Money
    /// What was posted, with the tax on it.
    public let capitalised: Money
    /// What is charged.
    public let amortised: Money
    /// What is lost with a deal that was cancelled.
    public let writtenOff: Money
    /// What is left to charge.
    public var closing: Money { opening + capitalised - amortised - writtenOff }
  }

  /// The rows, by period and then by deal; a deal of which nothing is left has none.
  public let rows: [Row]

  /// Spreads the costs of a ledger over its posted periods.
  ///
  /// - Throws: where an amount is too large to compute exactly.
  public init(_ book: LedgerBook, _ policy: CostPolicy) throws(ArithmeticFailure) {
    let periods = book.periods.periods.filter(\.state.isPosted).map(\.time)
    guard policy.capitalises else {
      rows = []
      return
    }
    let costs = ContractCost.all(in: book, policy, periods)
    var rows: [Row] = []
    var states = costs.map { _ in State() }
    for (number, period) in periods.enumerated() {
      for index in costs.indices {
        let row = try states[index].advance(costs[index], to: number, period, policy)
        if let row { rows.append(row) }
      }
    }
    self.rows = rows
  }

  /// How far a cost is.
  private struct State {
    var posted: Int64 = 0
    var capitalised: Int64 = 0
    var charged: Int64 = 0
    var lost: Int64 = 0

    mutating func advance(
      _ cost: ContractCost, to number: Int, _ period: CalendarPeriod, _ policy: CostPolicy
    ) throws(ArithmeticFailure) -> Row? {
      let before = self
      let opening = capitalised - charged - lost
      posted += cost.postings[number] ?? 0
      let whole = try Ratio(Int128(posted)) * (.one + policy.payrollTax)
      guard let rounded = Int64(exactly: whole.rounded(.halfUp)) else { throw .overflow }
      capitalised = rounded
      if let cancelled = cost.cancelled, cancelled <= number {
        lost = capitalised - charged
      } else {
        let share = try policy.share(from: cost.start, upTo: period.days.upperBound)
        let due = try Ratio(Int128(capitalised)) * share
        guard let sum = Int64(exactly: due.rounded(.halfUp)) else { throw .overflow }
        charged = sum
      }
      func money(_ units: Int64) -> Money { Money(minorUnits: units, currency: cost.currency) }
      let row = Row(
        deal: cost.deal, start: cost.start, period: period, opening: money(opening),
        capitalised: money(capitalised - before.capitalised),
        amortised: money(charged - before.charged), writtenOff: money(lost - before.lost))
      let isNothing = [row.opening, row.capitalised, row.amortised, row.writtenOff]
        .allSatisfy { $0.minorUnits == 0 }
      return isNothing ? nil : row
    }
  }
}

/// What was posted for one deal, period by period.
struct ContractCost {
  var deal: String
  var currency: Currency
  var start: CalendarDate
  /// By the number of the period.
  var postings: [Int: Int64] = [:]
  /// The number of the period in which it was cancelled.
  var cancelled: Int?

  /// The costs of a ledger, by deal.
  static func all(
    in book: LedgerBook, _ policy: CostPolicy, _ periods: [CalendarPeriod]
  ) -> [ContractCost] {
    struct Key: Hashable {
      var deal: String
      var currency: Currency
    }
    let numbers = Dictionary(
      uniqueKeysWithValues: periods.enumerated().map { ($1.name, $0) })
    var costs: [Key: ContractCost] = [:]
    for entry in book.entries {
      let posting = entry.posting
      guard let deal = posting.key.deal, let number = entry.period.flatMap({ numbers[$0] }),
        posting.account == .payable, policy.takes(posting)
      else { continue }
      let key = Key(deal: deal, currency: posting.amount.currency)
      let start = posting.facts.day ?? periods[number].days.lowerBound
      var cost = costs[key] ?? ContractCost(deal: deal, currency: key.currency, start: start)
      if posting.key.item == .clawback {
        cost.cancelled = min(cost.cancelled ?? number, number)
      } else {
        cost.start = min(cost.start, start)
        cost.postings[number, default: 0] += posting.amount.minorUnits
      }
      costs[key] = cost
    }
    return costs.values.sorted {
      ($0.deal, $0.currency.code) < ($1.deal, $1.currency.code)
    }
  }
}

extension CostPolicy {
  /// Whether a posting is a cost of obtaining a contract, or takes one back.
  func takes(_ posting: Posting) -> Bool {
    guard posting.key.deal != nil, [.earned, .clawback].contains(posting.key.item) else {
      return false
    }
    return components.map { $0.contains(posting.key.component ?? "") } ?? true
  }
}
