internal import Amounts

/// Credit that a person gets on a day.
struct CreditEvent {
  /// The day.
  var date: CalendarDate
  /// The row of the deal; nil for what is not counted from deals.
  var row: Int?
  /// The credit; negative for returns.
  var credit: Ratio
  /// What it does.
  var kind: Kind = .sale

  /// What credit does.
  enum Kind {
    /// It counts toward attainment and is paid.
    case sale
    /// It takes back the credit of a cancelled deal, which re-rates no other.
    case reduction
    /// It counts toward attainment only: it was sold, and paid, on another plan.
    case carried
  }
}

/// A person's part of a deal, for rules that pay deals and no measure.
struct OwnDeal {
  /// The row of the deal.
  var row: Int
  /// The day on which it closed.
  var date: CalendarDate
  /// The amount of the whole deal in its own currency; negative for a return.
  var amount: Ratio
  /// The person's share of it.
  var share: Ratio
}

/// Where the credit of a person comes from.
protocol CreditSource {
  /// Returns the credit of a measure, as a version of the plan counts it, in a range of months.
  func events(
    of measure: Measure, version: Int, months: Range<Int>, terms: RepTerms
  ) throws(ArithmeticFailure) -> ArraySlice<CreditEvent>

  /// Returns the credit of a measure by the rows of the deals; nil where no deals are known.
  func creditByRow(
    of measure: Measure, version: Int, months: Range<Int>, terms: RepTerms
  ) throws(ArithmeticFailure) -> [Int: Ratio]?

  /// Returns the attainment of a scored measure in the period that ends on a day.
  func attainment(of measure: String, periodEnd: CalendarDate) -> Ratio?

  /// Returns a score that is not a measure.
  func score(_ name: String, periodEnd: CalendarDate) -> Ratio?

  /// Returns the person's own deals in some months that match the filters of a period's component, in order.
  func ownDeals(
    matching period: RepTerms.Period, in months: Range<Int>, _ terms: RepTerms
  ) -> [OwnDeal]

  /// Returns the amount of a whole deal in the currency of the plan.
  func converted(_ deal: OwnDeal) throws(ArithmeticFailure) -> Ratio

  /// Returns the cancellation of a deal; nil when it stands.
  func cancellation(of row: Int) -> Cancellation?

  /// Whether any deal was cancelled.
  var hasCancellations: Bool { get }

  /// Whether lines of deals are due in several parts, or later than on the close.
  var hasInstalments: Bool { get }

  /// Returns the shares in which the line of a deal is due; never empty.
  func dueShares(of row: Int) throws(ArithmeticFailure) -> [DueShare]

  /// The deals that are cancelled as if they had never been, in the order of the cancellations.
  var restated: [Int] { get }

  /// Returns the same credit without some deals.
  func excluding(_ rows: Set<Int>) -> Self

  /// Whether there are deals; spread credit has none whose order could matter.
  var hasDeals: Bool { get }
}

/// Attainment spread evenly over the year, for questions without deals.
struct SpreadCredit: CreditSource {
  /// The attainment of every measure that is paid.
  let attainment: Ratio
  /// What is sold of measures without a quota.
  let sales: Ratio?
  /// Scored measures that only gates and multipliers look at; they are on target.
  private let onTarget: Set<String>
  /// Whether the credit of a month stands for one deal.
  let hasDeals: Bool
  /// How what is sold is spread over the months.
  var pace: SellingPace = .even
  /// The first months of the year, over which what is sold is spread; nothing is sold after them.
  var monthsSold: Int = 12
  /// What is sold on top of one measure, month by month.
  var added: (measure: String, sales: [AddedSale])?

  /// Spreads an amount of the primary measure. By its quota it is an attainment, which other measures reach
  /// too; where there is none, other measures without a quota sell as much.
  init(_ plan: Plan, sales: Ratio) throws(ArithmeticFailure) {
    if let quota = plan.primaryMeasure?.yearQuota, .zero < quota {
      self.init(plan, attainment: try sales / quota, sales: nil, takesMonthsAsDeals: false)
    } else {
      self.init(plan, attainment: .one, sales: sales, takesMonthsAsDeals: false)
    }
  }

  init(_ plan: Plan, attainment: Ratio, sales: Ratio?, takesMonthsAsDeals: Bool) {
    hasDeals = takesMonthsAsDeals
    self.attainment = attainment
    self.sales = sales
    let paid = plan.components.compactMap { $0.facts.measure }
    onTarget = Set(plan.measures.filter { $0.isScored }.map { $0.name }).subtracting(paid)
  }

  func events(
    of measure: Measure, version: Int, months: Range<Int>, terms: RepTerms
  ) throws(ArithmeticFailure) -> ArraySlice<CreditEvent> {
    var events: [CreditEvent] = []
    for month in months {
      let share = try share(of: measure, month: month) * pace.share(of: measure, month: month)
      let credit: Ratio
      if let quota = measure.yearQuota {
        credit = try quota * attainment * share
      } else {
        credit = try (sales ?? .zero) * share
      }
      let day = terms.year.lastDay(of: month..<month + 1)
      events.append(CreditEvent(date: day, row: nil, credit: credit))
      guard let added, added.measure == measure.name else { continue }
      for sale in added.sales where sale.month == month {
        events.append(CreditEvent(date: day, row: nil, credit: sale.credit))
      }
    }
    return events[...]
  }

  /// The share of what is sold that falls on a month: like the quota, over the months in which it is sold.
  private func share(of measure: Measure, month: Int) throws(ArithmeticFailure) -> Ratio {
    let share = try measure.share(of: month..<month + 1)
    guard monthsSold < 12 else { return share }
    guard month < monthsSold else { return .zero }
    let whole = try measure.share(of: 0..<monthsSold)
    // A quota that comes later says nothing of these months.
    return whole == .zero ? try Ratio(1, over: Int128(monthsSold)) : try share / whole
  }

  func creditByRow(
    of measure: Measure, version: Int, months: Range<Int>, terms: RepTerms
  ) -> [Int: Ratio]? { nil }

  func attainment(of measure: String, periodEnd: CalendarDate) -> Ratio? {
    onTarget.contains(measure) ? .one : attainment
  }

  func score(_ name: String, periodEnd: CalendarDate) -> Ratio? { .one }

  func ownDeals(
    matching period: RepTerms.Period, in months: Range<Int>, _ terms: RepTerms
  ) -> [OwnDeal] { [] }
  func converted(_ deal: OwnDeal) -> Ratio { deal.amount }

  func cancellation(of row: Int) -> Cancellation? { nil }
  var hasCancellations: Bool { false }
  var hasInstalments: Bool { false }
  func dueShares(of row: Int) -> [DueShare] { [] }
  var restated: [Int] { [] }
  func excluding(_ rows: Set<Int>) -> SpreadCredit { self }
}

extension CreditSource {
  /// Whether a deal is cancelled and keeps a part of its pay.
  func keepsPart(of row: Int) -> Bool {
    cancellation(of: row).map { $0.isInWindow && $0.take != .one } ?? false
  }
}
