internal import Amounts

/// What all people on a plan share in one run: the deals in order, and how they are credited.
final class PayContext {
  let plan: Plan
  let deals: Deals
  let scores: Scores
  let year: PlanYear
  let conversion: CurrencyConversion
  /// The rows in the order of calculation: by close date, then as in the file.
  let order: [Int]
  /// The position of each row in that order.
  let rank: [Int32]
  /// The rows of each person, in order.
  let rows: [String: [Int]]
  /// The last close date, up to which results are expected to be known.
  let lastDate: CalendarDate

  private let versionStarts: [CalendarDate?]
  private let versions: [Plan]
  private let creditings: [[String: MeasureCrediting]]
  private let matchers: [[Int: DealMatcher]]

  init(plan: Plan, deals: Deals, rates: ExchangeRates, scores: Scores, year: PlanYear) {
    self.plan = plan
    self.deals = deals
    self.scores = scores
    self.year = year
    let conversion = CurrencyConversion(rates: rates, currency: plan.currency)
    self.conversion = conversion
    let order = deals.rows.indices.sorted {
      (deals.rows[$0].closeDate, $0) < (deals.rows[$1].closeDate, $1)
    }
    self.order = order
    var rank = [Int32](repeating: 0, count: order.count)
    var rows: [String: [Int]] = [:]
    for (position, row) in order.enumerated() {
      rank[row] = Int32(position)
      rows[deals.rows[row].rep, default: []].append(row)
    }
    self.rank = rank
    self.rows = rows
    lastDate = order.last.map { deals.rows[$0].closeDate } ?? year.start
    versionStarts = [nil] + plan.versions.map(\.from)
    versions = [plan] + plan.versions.map(\.plan)
    creditings = versions.map { version in
      Dictionary(
        version.measures.map { ($0.name, MeasureCrediting($0, deals, conversion)) },
        uniquingKeysWith: { first, _ in first })
    }
    matchers = versions.map { version in
      var matchers: [Int: DealMatcher] = [:]
      for (index, component) in version.components.enumerated() {
        if case .spiff(let spiff) = component.rule {
          matchers[index] = DealMatcher(spiff.filters, deals)
        }
      }
      return matchers
    }
  }

  /// The terms that are in force on a day.
  func terms(on date: CalendarDate) -> Plan {
    versions[versionStarts.lastIndex { $0.map { $0 <= date } ?? true } ?? 0]
  }

  /// Returns the credit of a whole deal; nil when it does not count.
  func wholeCredit(
    row: Int, measure: String, version: Int
  ) throws(ArithmeticFailure) -> Ratio? {
    try creditings[version][measure]?.wholeCredit(of: deals.rows[row])
  }

  func matcher(version: Int, component: Int) -> DealMatcher? { matchers[version][component] }

  /// What happens to a deal that was cancelled.
  struct Cancellation {
    var date: CalendarDate
    /// The rule that takes pay back, when the deal fell into its window.
    var clawback: Clawback?
    /// The share that is taken back.
    var take: Ratio = .zero
  }

  /// Returns the cancellation of a deal, by the terms of the day on which it closed.
  func cancellation(of row: Int) -> Cancellation? {
    let deal = deals.rows[row]
    if deal.dates.isEmpty { return nil }
    let clawback = terms(on: deal.closeDate).clawback
    let column = deals.dateColumns.firstIndex(of: clawback?.column ?? "cancelled_date")
    guard let date = deal.date(column) else { return nil }
    guard let clawback else { return Cancellation(date: date) }
    let end = clawback.within.after(deal.closeDate)
    guard date < end else { return Cancellation(date: date) }
    let take: Ratio
    switch clawback.take {
    case .share(let share): take = share
    case .prorated:
      let left = Int128(date.distance(to: end))
      let window = Int128(deal.closeDate.distance(to: end))
      take = (try? Ratio(left, over: window)) ?? .one
    }
    return Cancellation(date: date, clawback: clawback, take: take)
  }

  /// Returns the day of a payment share; nil when its cell is empty.
  func dueDate(_ share: PaymentShare, row: Int) -> CalendarDate? {
    let deal = deals.rows[row]
    let date =
      share.column == "close_date"
      ? deal.closeDate : deal.date(deals.dateColumns.firstIndex(of: share.column))
    // Pay is earned on the close date, so that it cannot be due before.
    return date.map { max(share.delay.after($0), deal.closeDate) }
  }
}
