internal import Amounts

/// The credit of one person from deals and scores.
final class DealCredit: CreditSource {
  private let context: PayContext
  private let crediting: PlanCrediting
  private let rep: String
  /// The rows of the person, and of the people who report to the person, in order.
  private let own: [Int]
  private let reports: [Int]
  private let all: [Int]
  /// The rows that were cancelled, in the order of the cancellations.
  private let cancelled: [Int]
  /// The rows that are left out, as if they had never been.
  private let excluded: Set<Int>
  private let service: Service
  /// The credit of the year by measure and version: several components may pay on one measure.
  private var year: [YearKey: [CreditEvent]] = [:]

  /// What the plan looks for in the scores.
  private(set) var askedScores: Set<Scores.Key> = []

  private struct YearKey: Hashable {
    var measure: String
    var version: Int
  }

  /// Takes the deals that closed while a person was on the plan, those of reports included.
  init(
    _ context: PayContext, _ crediting: PlanCrediting, _ rep: Rep, team: [Reports],
    in service: Service
  ) {
    self.context = context
    self.crediting = crediting
    self.rep = rep.id
    self.service = service
    let rows = context.rows(of: rep.id)
    own =
      service.isAlwaysAssigned
      ? rows
      : rows.filter { row in
        let day = context.deals.rows[row].closeDate
        return service.isAssigned(on: day) || service.isCarried(on: day)
      }
    // Nobody is credited with a team before the hire or after leaving; own deals of such days are errors.
    let reports = team.flatMap { part in
      part.reps.flatMap { context.owners.rows(of: $0) }.filter { row in
        let day = context.deals.rows[row].closeDate
        return part.days.contains(day)
          && (service.isEmployed(on: day) || service.isCarried(on: day))
      }
    }
    self.reports = context.sorted(reports)
    let usesBoth = context.plan.measures.contains { $0.team == .reportsAndOwn }
    all = usesBoth ? context.sorted(reports + own) : []
    cancelled = context.cancelled(among: own + reports)
    excluded = []
  }

  private init(_ credit: DealCredit, excluding rows: Set<Int>) {
    context = credit.context
    crediting = credit.crediting
    rep = credit.rep
    own = credit.own
    reports = credit.reports
    all = credit.all
    cancelled = credit.cancelled
    excluded = rows
    service = credit.service
  }

  func excluding(_ rows: Set<Int>) -> DealCredit { DealCredit(self, excluding: rows) }

  private func rows(of measure: Measure) -> [Int] {
    switch measure.team {
    case nil: own
    case .reports: reports
    case .reportsAndOwn: all
    }
  }

  func events(
    of measure: Measure, version: Int, months: Range<Int>, terms: RepTerms
  ) throws(ArithmeticFailure) -> ArraySlice<CreditEvent> {
    let number = terms.versions[version].number
    let key = YearKey(measure: measure.name, version: number)
    let events: [CreditEvent]
    if let known = year[key] {
      events = known
    } else {
      events = try yearEvents(of: measure, version: number)
      year[key] = events
    }
    let days = terms.days(of: months)
    let first = Self.first(events) { $0.date < days.lowerBound }
    return events[first..<Self.first(events) { $0.date < days.upperBound }]
  }

  /// Returns the index of the first element that is not before a point in an ordered list.
  private static func first<Element>(
    _ elements: [Element], where isBefore: (Element) -> Bool
  ) -> Int {
    var (low, high) = (0, elements.count)
    while low < high {
      let middle = (low + high) / 2
      if isBefore(elements[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Returns the credit of the whole year, in the order in which it is paid.
  private func yearEvents(
    of measure: Measure, version: Int
  ) throws(ArithmeticFailure) -> [CreditEvent] {
    guard let crediting = crediting.measure(measure.name, version: version) else { return [] }
    let rows = rows(of: measure)
    let all = context.deals.rows
    // Deals are looked at in place: a copy of each would count references.
    let deals = all.span
    var events: [CreditEvent] = []
    events.reserveCapacity(rows.count)
    var positions: [String: Int] = [:]
    for row in rows where !excluded.contains(row) {
      guard let whole = try crediting.wholeCredit(of: deals[row]) else { continue }
      let share = deals[row].share
      let credit = share == .one ? whole : try whole * share
      if measure.team != nil, share != .one {
        // A split deal counts once, as the sum of the shares.
        let id = deals[row].id
        if let position = positions[id] {
          events[position].credit = try events[position].credit + credit
          continue
        }
        positions[id] = events.count
      }
      let day = deals[row].closeDate
      events.append(
        CreditEvent(
          date: day, row: row, credit: credit, kind: service.isCarried(on: day) ? .carried : .sale))
    }
    if !cancelled.isEmpty { try addReductions(&events, rows, crediting) }
    return events
  }

  private func addReductions(
    _ events: inout [CreditEvent], _ rows: [Int], _ crediting: MeasureCrediting
  ) throws(ArithmeticFailure) {
    let before = events.count
    let counted = Set(rows)
    for row in cancelled where counted.contains(row) && !excluded.contains(row) {
      guard let cancellation = context.cancellation(of: row), cancellation.attainment == .reduces,
        let whole = try crediting.wholeCredit(of: context.deals.rows[row])
      else { continue }
      events.append(
        CreditEvent(
          date: cancellation.date, row: row,
          credit: try -(whole * context.deals.rows[row].share * cancellation.take),
          kind: .reduction))
    }
    guard before < events.count else { return }
    // A cancellation comes after the deals of its day; the order of the others stays.
    events.sort { left, right in
      left.date == right.date
        ? left.kind != .reduction && right.kind == .reduction : left.date < right.date
    }
  }

  func creditByRow(
    of measure: Measure, version: Int, months: Range<Int>, terms: RepTerms
  ) throws(ArithmeticFailure) -> [Int: Ratio]? {
    var credits: [Int: Ratio] = [:]
    for event in try events(of: measure, version: version, months: months, terms: terms)
    where event.kind != .reduction {
      if let row = event.row { credits[row] = event.credit }
    }
    return credits
  }

  func attainment(of measure: String, periodEnd: CalendarDate) -> Ratio? {
    score(measure, periodEnd: periodEnd)
  }

  func score(_ name: String, periodEnd: CalendarDate) -> Ratio? {
    askedScores.insert(Scores.Key(name, of: rep, periodEnd: periodEnd))
    return context.scores.score(name, of: rep, periodEnd: periodEnd)
  }

  func ownDeals(
    matching period: RepTerms.Period, in months: Range<Int>, _ terms: RepTerms
  ) -> [OwnDeal] {
    let number = terms.versions[period.version].number
    let matcher = crediting.component(period.component, version: number)
    let days = terms.days(of: months)
    var matching: [OwnDeal] = []
    for row in own
    where !excluded.contains(row) && days.contains(context.deals.rows[row].closeDate) {
      let deal = context.deals.rows[row]
      if service.isCarried(on: deal.closeDate) { continue }
      guard matcher.matches(deal) else { continue }
      matching.append(
        OwnDeal(row: row, date: deal.closeDate, amount: deal.amount, share: deal.share))
    }
    return matching
  }

  func converted(_ deal: OwnDeal) throws(ArithmeticFailure) -> Ratio {
    try context.conversion.converted(deal.amount, context.deals.rows[deal.row])
  }

  func cancellation(of row: Int) -> Cancellation? { context.cancellation(of: row) }
  var hasCancellations: Bool { !cancelled.isEmpty }
  var hasInstalments: Bool { context.hasInstalments }
  func dueShares(of row: Int) throws(ArithmeticFailure) -> [DueShare] {
    try context.dueShares(of: row)
  }
  var restated: [Int] {
    cancelled.filter { context.cancellation(of: $0)?.attainment == .restates }
  }
  var hasDeals: Bool { true }
}
