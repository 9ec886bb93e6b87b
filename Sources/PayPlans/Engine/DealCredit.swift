internal import Amounts

/// The credit of one person from deals and scores.
struct DealCredit: CreditSource {
  private let context: PayContext
  private let rep: String
  /// The rows of the person, and of the people who report to the person, in order.
  private let own: [Int]
  private let reports: [Int]
  private let all: [Int]
  /// The rows whose cancellation also takes credit back, by whose they are.
  private let reducing: Set<Int>

  init(_ context: PayContext, rep: String, team: [String]) {
    self.context = context
    self.rep = rep
    own = context.rows[rep] ?? []
    let reports = team.flatMap { context.rows[$0] ?? [] }
    self.reports = reports.sorted { context.rank[$0] < context.rank[$1] }
    let usesBoth = context.plan.measures.contains { $0.team == .reportsAndOwn }
    all = usesBoth ? (reports + own).sorted { context.rank[$0] < context.rank[$1] } : []
    let versions = [context.plan] + context.plan.versions.map(\.plan)
    if versions.contains(where: { $0.clawback?.reducesAttainment == true }) {
      reducing = Set(
        (own + reports).filter { context.cancellation(of: $0)?.clawback?.reducesAttainment == true }
      )
    } else {
      reducing = []
    }
  }

  private func rows(of measure: Measure) -> [Int] {
    switch measure.team {
    case nil: own
    case .reports: reports
    case .reportsAndOwn: all
    }
  }

  /// The rows that close in a range of days; the rows are in the order of their close dates.
  private func slice(_ rows: [Int], _ days: Range<CalendarDate>) -> ArraySlice<Int> {
    func first(from date: CalendarDate) -> Int {
      var (low, high) = (0, rows.count)
      while low < high {
        let middle = (low + high) / 2
        if context.deals.rows[rows[middle]].closeDate < date {
          low = middle + 1
        } else {
          high = middle
        }
      }
      return low
    }
    return rows[first(from: days.lowerBound)..<first(from: days.upperBound)]
  }

  func events(
    of measure: Measure, version: Int, months: Range<Int>, terms: RepTerms
  ) throws(ArithmeticFailure) -> [CreditEvent] {
    let days = terms.days(of: months)
    let rows = rows(of: measure)
    let slice = slice(rows, days)
    var events: [CreditEvent] = []
    events.reserveCapacity(slice.count)
    var positions: [String: Int] = [:]
    for row in slice {
      guard
        let whole = try context.wholeCredit(row: row, measure: measure.name, version: version)
      else { continue }
      let deal = context.deals.rows[row]
      let credit = deal.share == .one ? whole : try whole * deal.share
      if measure.team != nil, deal.share != .one {
        // A split deal counts once, as the sum of the shares.
        if let position = positions[deal.id] {
          events[position].credit = try events[position].credit + credit
          continue
        }
        positions[deal.id] = events.count
      }
      events.append(CreditEvent(date: deal.closeDate, row: row, credit: credit))
    }
    if !reducing.isEmpty {
      try addReductions(&events, rows: rows, measure, version: version, days: days)
    }
    return events
  }

  private func addReductions(
    _ events: inout [CreditEvent], rows: [Int], _ measure: Measure, version: Int,
    days: Range<CalendarDate>
  ) throws(ArithmeticFailure) {
    let before = events.count
    for row in rows where reducing.contains(row) {
      guard let cancellation = context.cancellation(of: row), days.contains(cancellation.date),
        let whole = try context.wholeCredit(row: row, measure: measure.name, version: version)
      else { continue }
      events.append(
        CreditEvent(
          date: cancellation.date, row: row,
          credit: try -(whole * context.deals.rows[row].share * cancellation.take),
          isReduction: true))
    }
    guard before < events.count else { return }
    // A cancellation comes after the deals of its day.
    let sorted = events.enumerated().sorted {
      ($0.element.date, $0.element.isReduction ? 1 : 0, $0.offset)
        < ($1.element.date, $1.element.isReduction ? 1 : 0, $1.offset)
    }
    events = sorted.map(\.element)
  }

  func attainment(of measure: String, periodEnd: CalendarDate) -> Ratio? {
    context.scores.score(measure, of: rep, periodEnd: periodEnd)
  }

  func score(_ name: String, periodEnd: CalendarDate) -> Ratio? {
    context.scores.score(name, of: rep, periodEnd: periodEnd)
  }

  func spiffPay(
    _ spiff: Spiff, component: Int, version: Int, months: Range<Int>, terms: RepTerms
  ) throws(ArithmeticFailure) -> [CreditEvent] {
    guard let matcher = context.matcher(version: version, component: component) else { return [] }
    var events: [CreditEvent] = []
    for row in slice(own, terms.days(of: months)) {
      let deal = context.deals.rows[row]
      if let from = spiff.from, deal.closeDate < from { continue }
      if let to = spiff.to, to < deal.closeDate { continue }
      guard matcher.matches(deal) else { continue }
      let pay: Ratio
      switch spiff.pay {
      case .each(let amount): pay = deal.amount < .zero ? -amount : amount
      case .share(let share): pay = try context.conversion.converted(deal.amount, deal) * share
      case .multiple: pay = .zero
      }
      events.append(CreditEvent(date: deal.closeDate, row: row, credit: try pay * deal.share))
    }
    return events
  }

  func isCancelled(_ row: Int) -> Bool { context.cancellation(of: row)?.clawback != nil }
  var hasDeals: Bool { true }
}
