internal import Amounts
internal import Findings

/// What all people on a plan share in one run: the deals by person, and how they are credited.
final class PayContext: Sendable {
  let plan: Plan
  let deals: Deals
  let scores: Scores
  let year: PlanYear
  /// The last day that is known; nil for all that the files say.
  let asOf: CalendarDate?
  let conversion: CurrencyConversion
  let owners: DealOwners
  /// The last close date or end of a scored period, up to which results are expected to be known.
  let lastDate: CalendarDate

  private let versionStarts: [CalendarDate?]
  private let paid: [[PaymentShare]]
  /// Whether lines of deals are due in several parts, or later than on the close.
  let hasInstalments: Bool
  private let cancellations: [Int: Cancellation]

  init(
    plan: Plan, deals: Deals, owners: DealOwners, rates: MonthlyRates, scores: Scores,
    year: PlanYear, asOf: CalendarDate? = nil
  ) {
    self.asOf = asOf
    self.plan = plan
    self.deals = deals
    self.scores = scores
    self.year = year
    let conversion = CurrencyConversion(rates: rates, currency: plan.currency)
    self.conversion = conversion
    self.owners = owners
    let lastClose = deals.closes?.upperBound ?? year.start
    lastDate = scores.rows.lazy.map { $0.key.periodEnd }.filter { year.contains($0) }
      .reduce(lastClose, max)
    let versions = [plan] + plan.versions.map { $0.plan }
    let versionStarts = [nil] + plan.versions.map { $0.from }
    self.versionStarts = versionStarts
    paid = versions.map { $0.paid }
    hasInstalments = paid.contains { $0 != [.onClose] }
    cancellations = Self.cancellations(deals, versions.map { $0.clawback }, versionStarts)
  }

  private static func version(on date: CalendarDate, _ starts: [CalendarDate?]) -> Int {
    starts.lastIndex { $0.map { $0 <= date } ?? true } ?? 0
  }

  /// Whether a person has a deal.
  func hasDeals(of rep: String) -> Bool { owners.hasRows(of: rep) }

  /// Returns the rows of a person, in the order of calculation.
  ///
  /// Each person's are sorted when that one is paid: nobody needs the order of all, and a few deals are
  /// sorted in the caches, by the thread that pays them.
  ///
  /// - Complexity: O(n log n) for the deals of the person.
  func rows(of rep: String) -> [Int] { sorted(owners.rows(of: rep)) }

  /// Returns the rows of several people, in the order of calculation.
  func rows(of reps: Set<String>) -> [Int] {
    sorted(reps.flatMap { owners.rows(of: $0) })
  }

  /// What rows are sorted by.
  private struct OrderKey {
    var day: Int32
    var row: Int32
    /// The first letters of the deal.
    var letters: UInt64
  }

  /// Returns rows in the order of calculation: by close date, then by deal as text, then by rep.
  ///
  /// They are compared by numbers, as far as the first letters of names tell them apart.
  func sorted(_ rows: some Sequence<Int>) -> [Int] {
    let all = deals.rows
    let deals = all.span
    var keys: [OrderKey] = []
    keys.reserveCapacity(rows.underestimatedCount)
    for row in rows {
      keys.append(
        OrderKey(
          day: deals[row].closeDate.dayNumber, row: Int32(row),
          letters: Self.letters(of: deals[row].id)))
    }
    keys.sort { left, right in
      if left.day != right.day { return left.day < right.day }
      if left.letters != right.letters { return left.letters < right.letters }
      return comes(Int(left.row), before: Int(right.row))
    }
    return keys.map { Int($0.row) }
  }

  /// Whether a deal comes before another one in that order; rows that tell the same keep that of the file.
  func comes(_ row: Int, before other: Int) -> Bool {
    let all = deals.rows
    let deals = all.span
    if deals[row].closeDate != deals[other].closeDate {
      return deals[row].closeDate < deals[other].closeDate
    }
    if deals[row].id != deals[other].id { return deals[row].id < deals[other].id }
    if deals[row].rep != deals[other].rep { return deals[row].rep < deals[other].rep }
    return row < other
  }

  /// The first eight bytes of a name, which compare as it does as far as they go.
  private static func letters(of name: String) -> UInt64 {
    let bytes = name.utf8.span
    let count = min(8, bytes.count)
    var letters: UInt64 = 0
    for index in 0..<count { letters = letters << 8 | UInt64(bytes[index]) }
    return count == 0 ? 0 : letters << UInt64(8 * (8 - count))
  }

  /// Returns warnings about measures for which no deal counts, or whose column is empty.
  func creditFindings() -> [Finding] {
    if deals.rows.isEmpty { return [] }
    let creditings = PlanCrediting(self)
    var findings = partFindings(creditings)
    for (version, plan) in ([plan] + plan.versions.map({ $0.plan })).enumerated() {
      for measure in plan.measures where !measure.isScored {
        guard let crediting = creditings.measure(measure.name, version: version) else { continue }
        for finding in self.findings(on: measure, crediting, plan)
        where !findings.contains(finding) {
          findings.append(finding)
        }
      }
    }
    return findings
  }

  /// Returns errors for deals that count more for what is paid than for that of which it is a part.
  private func partFindings(_ creditings: PlanCrediting) -> [Finding] {
    var findings: [Finding] = []
    for (version, plan) in ([plan] + plan.versions.map({ $0.plan })).enumerated() {
      for component in plan.components {
        guard let commission = component.commission, let part = commission.part,
          let wholes = creditings.measure(commission.measure, version: version),
          let parts = creditings.measure(part.measure, version: version)
        else { continue }
        for deal in deals.rows
        where Self.version(on: deal.closeDate, versionStarts) == version {
          guard let credit = (try? parts.wholeCredit(of: deal)) ?? nil, credit != .zero else {
            continue
          }
          let whole = ((try? wholes.wholeCredit(of: deal)) ?? nil) ?? .zero
          let isPart = credit < .zero ? whole <= credit : credit <= whole
          if isPart { continue }
          findings.append(
            Finding(
              "deals.part", at: deals.place(line: deal.line),
              "the deal \"\(deal.id)\" counts \(.ungrouped(credit)) for \"\(part.measure)\", but \(.ungrouped(whole)) for \"\(commission.measure)\", of which \"\(component.name)\" pays it as a part",
              remedy: "check its columns, or the `where` of both measures"))
        }
      }
    }
    return findings
  }

  private func findings(
    on measure: Measure, _ crediting: MeasureCrediting, _ plan: Plan
  ) -> [Finding] {
    if !measure.filters.isEmpty, !deals.rows.contains(where: { crediting.counts($0) }) {
      let remedy: Inline = "check the `where` of the measure against the columns of the deals"
      let conditional = plan.components.filter { $0.facts.isConditional(on: measure.name) }
      if conditional.isEmpty {
        return [
          Finding(
            "plan.uncredited", .warning, at: measure.place ?? Place(file: plan.name),
            "no deal counts for the measure \"\(measure.name)\"", remedy: remedy)
        ]
      }
      return conditional.map {
        Finding(
          "plan.uncredited", .warning, at: $0.place ?? Place(file: plan.name),
          "\"\($0.name)\" depends on the measure \"\(measure.name)\", but no deal counts for it",
          remedy: remedy)
      }
    }
    let unbanded = findingsWithoutBand(on: measure, crediting)
    guard let column = measure.creditColumn else { return unbanded }
    let empty = deals.rows.filter { crediting.lacksNumber($0) }
    guard let first = empty.first else { return unbanded }
    return unbanded + [
      Finding(
        "deals.no-credit", .warning, at: deals.place(line: first.line),
        "\"\(column)\" is empty in \(empty.count) deals that the measure \"\(measure.name)\" counts, from here on: they are credited 0"
      )
    ]
  }

  /// Returns a warning for each column whose bands say nothing of deals that count.
  private func findingsWithoutBand(
    on measure: Measure, _ crediting: MeasureCrediting
  ) -> [Finding] {
    let hasBands = measure.multipliers.contains { multiplier in
      if case .bands = multiplier { true } else { false }
    }
    if !hasBands { return [] }
    var found: [(column: String, count: Int, first: Deal)] = []
    for deal in deals.rows {
      for column in crediting.columnsWithoutBand(deal, of: measure) {
        if let index = found.firstIndex(where: { $0.column == column }) {
          found[index].count += 1
        } else {
          found.append((column, 1, deal))
        }
      }
    }
    return found.map { column, count, first in
      Finding(
        "deals.no-factor", .warning, at: deals.place(line: first.line),
        "\"\(column)\" is empty in \(count) deals that the measure \"\(measure.name)\" counts, from here on: no band of its `multiply` is theirs, and they are credited in full",
        remedy: "write the number into the cell")
    }
  }

  /// Returns the cancellation of a deal, by the terms of the day on which it closed.
  func cancellation(of row: Int) -> Cancellation? { cancellations[row] }

  /// Returns the rows among some that were cancelled, in the order of the cancellations.
  func cancelled(among rows: [Int]) -> [Int] {
    if cancellations.isEmpty { return [] }
    return rows.compactMap { row in cancellations[row].map { (row, $0.order) } }
      .sorted { $0.1 < $1.1 }.map { $0.0 }
  }

  private static func cancellations(
    _ deals: Deals, _ clawbacks: [Clawback?], _ starts: [CalendarDate?]
  ) -> [Int: Cancellation] {
    if deals.dateColumns.isEmpty { return [:] }
    let columns = clawbacks.map {
      deals.dateColumns.firstIndex(of: $0?.column ?? DealColumn.cancelled)
    }
    var result: [Int: Cancellation] = [:]
    let rows = deals.rows.span
    for row in rows.indices where rows[row].hasDates {
      let close = rows[row].closeDate
      let version = version(on: close, starts)
      guard let date = rows[row].date(columns[version]) else { continue }
      result[row] = Cancellation(on: date, of: close, by: clawbacks[version])
    }
    let order = result.sorted { left, right in
      if left.value.date != right.value.date { return left.value.date < right.value.date }
      let (first, second) = (deals.rows[left.key], deals.rows[right.key])
      return (first.id, first.rep) < (second.id, second.rep)
    }
    for (position, entry) in order.enumerated() { result[entry.key]?.order = position }
    return result
  }

  /// Returns the shares in which the line of a deal is due; the day is nil when nothing says it.
  func dueShares(of row: Int) throws(ArithmeticFailure) -> [DueShare] {
    let deal = deals.rows[row]
    var shares: [DueShare] = []
    for share in paid[Self.version(on: deal.closeDate, versionStarts)] {
      // Pay is earned on the close date, so that it cannot be due before.
      func due(_ part: Ratio, _ date: CalendarDate?) -> DueShare {
        DueShare(share: part, day: date.map { max(share.delay.after($0), deal.closeDate) })
      }
      guard share.followsReceipts else {
        let date =
          share.column == DealColumn.closed
          ? deal.closeDate : deal.date(deals.dateColumns.firstIndex(of: share.column))
        shares.append(due(share.share, date))
        continue
      }
      var rest = Ratio.one
      for receipt in deals.receipts[deal.id] ?? [] {
        shares.append(due(try share.share * receipt.share, receipt.date))
        rest = try rest - receipt.share
      }
      if rest != .zero { shares.append(due(try share.share * rest, nil)) }
    }
    return shares
  }
}
