internal import Amounts
package import Findings

/// Looks for what makes deals and people unusable with a plan, before anything is paid.
struct DealChecks {
  let plan: Plan
  let deals: Deals
  let owners: DealOwners
  let roster: Roster?
  let rates: MonthlyRates
  let adjustments: [Adjustment]
  let year: PlanYear

  /// Adds what is wrong and returns the people who are on the plan.
  func check(_ log: inout FindingLog) -> [Rep] {
    let people = roster?.reps ?? strangers()
    var known: [String: Rep] = [:]
    for rep in people where known[rep.id] == nil { known[rep.id] = rep }
    let onPlan = people.filter { $0.isOn(plan) }
    let paid = Set(onPlan.map { $0.id })
    if let roster, onPlan.isEmpty {
      log.add(
        Finding(
          "roster.nobody", at: roster.place(),
          "nobody on the roster is on the plan \"\(plan.name)\"",
          remedy: NearMiss.remedy(
            for: plan.name,
            among: Set(people.flatMap { $0.assignments.compactMap { $0.plan } }).sorted())))
    }
    for loop in roster?.managerLoops() ?? [] { log.add(loop) }
    checkNames(people, known, &log)
    checkTeams(onPlan, among: people, &log)
    checkVersions(onPlan, &log)
    lazy var names = known.keys.sorted()
    for adjustment in adjustments where known[adjustment.rep] == nil {
      log.add(.error) {
        Finding(
          "adjustments.rep", at: adjustment.place ?? Place(file: "adjustments"),
          "there is no rep \"\(adjustment.rep)\" to adjust",
          remedy: NearMiss.closest(to: adjustment.rep, among: names).map {
            "did you mean \"\($0)\"?"
          })
      }
    }
    for adjustment in adjustments {
      guard let own = adjustment.currency, own != plan.currency,
        known[adjustment.rep]?.isPaid(on: adjustment.date, by: plan) ?? false
      else { continue }
      log.add(
        Finding(
          "adjustments.currency", at: adjustment.place ?? Place(file: "adjustments"),
          "the adjustment of \"\(adjustment.rep)\" is in \(own.code), and the plan pays in \(plan.currency.code)",
          remedy: "write the amount in \(plan.currency.code)"))
    }
    for adjustment in adjustments where !year.contains(adjustment.date) {
      if let rep = known[adjustment.rep], isElsewhere(rep, on: adjustment.date) { continue }
      let place = adjustment.place
      log.add(
        Finding(
          "adjustments.date",
          at: Place(file: place?.file ?? "adjustments", line: place?.line),
          "the adjustment of \"\(adjustment.rep)\" on \(adjustment.date) lies outside the plan year from \(year.start) to \(year.end)"
        ))
    }
    let days = DayColumns(plan, deals)
    checkCancellationColumns(&log)
    checkRows(known, paid, days, &log)
    checkCurrencies(known, &log)
    checkShares(known, paid, days, &log)
    checkReturns(days, &log)
    return onPlan
  }

  /// Notes that nothing can be taken back where the deals do not say what was cancelled.
  private func checkCancellationColumns(_ log: inout FindingLog) {
    guard !deals.rows.isEmpty else { return }
    let missing = plan.dealColumns.names([.cancellation]).filter { !deals.dateColumns.contains($0) }
    for column in missing.sorted() {
      log.add(
        Finding(
          "deals.no-cancellations", .note, at: deals.place(line: 1),
          "there is no column \"\(column)\", so that nothing is taken back of deals that were cancelled"
        ))
    }
  }

  /// Everyone with a deal, when there is no roster.
  private func strangers() -> [Rep] {
    zip(owners.names, owners.firstRows).map { Rep($0, line: deals.rows[$1].line) }
  }

  /// Warns of people who are probably one, and of managers who are nobody.
  private func checkNames(_ people: [Rep], _ known: [String: Rep], _ log: inout FindingLog) {
    var first: [String: String] = [:]
    var missing: Set<String> = []
    for rep in people {
      let place = roster?.place(line: rep.line) ?? deals.place(line: rep.line)
      if let other = first.updateValue(rep.id, forKey: NameLook.folded(rep.id)), other != rep.id {
        // Nobody sees a difference that is not one of letters, so nobody could answer for it.
        let isVisible = rep.id.lowercased() == other.lowercased()
        log.add(
          Finding(
            "deals.same-rep", isVisible ? .warning : .error, at: place,
            isVisible
              ? "\"\(rep.id)\" and \"\(other)\" are paid as two people; are they the same person?"
              : "\"\(rep.id)\" is written in two ways that look alike, with blanks or characters that cannot be seen",
            remedy: "write the name in the same way everywhere"))
      }
      for manager in rep.assignments.compactMap({ $0.manager })
      where known[manager] == nil && missing.insert(manager).inserted {
        log.add(.warning) {
          let meant = roster.map { OwnerNames($0).reps(called: manager).sorted() } ?? []
          if meant.count > 1 {
            let list = meant.map { "\"\($0)\"" as Inline }.joined(separator: ", ")
            return Finding(
              "roster.manager", .warning, at: place,
              "the manager \"\(manager)\" of \"\(rep.id)\" is the name of several people on the roster: \(list)",
              remedy: "write the `rep` of the roster, a mail address or an employee number")
          }
          return Finding(
            "roster.manager", .warning, at: place,
            "the manager \"\(manager)\" of \"\(rep.id)\" is not on the roster",
            remedy: NearMiss.closest(to: manager, among: people.map { $0.id }).map {
              "did you mean \"\($0)\"?"
            })
        }
      }
    }
  }

  /// Warns of people whom the plan credits with a team alone, and to whom nobody reports.
  private func checkTeams(_ onPlan: [Rep], among people: [Rep], _ log: inout FindingLog) {
    let measures = ([plan] + plan.versions.map { $0.plan }).flatMap { $0.measures }
    guard let roster, let measure = measures.first(where: { $0.team == .reports }) else { return }
    let managers = Set(people.flatMap { $0.assignments.compactMap { $0.manager } })
    for rep in onPlan where !managers.contains(rep.id) {
      log.add(
        Finding(
          "roster.no-team", .warning, at: roster.place(line: rep.line),
          "nobody reports to \"\(rep.id)\", so that nothing counts for \"\(measure.name)\", which credits a team",
          remedy: "write \"\(rep.id)\" into the column `manager` of the people of the team"))
    }
  }

  /// Notes what a version of the plan changes, and what the roster says of people keeps from changing.
  private func checkVersions(_ people: [Rep], _ log: inout FindingLog) {
    guard let roster else { return }
    var before = plan
    for version in plan.versions {
      defer { before = version.plan }
      /// Adds a note where a value changes and people have their own since before.
      func check(
        _ what: Inline, _ isChanged: Bool, _ own: (Assignment) -> Ratio?
      ) {
        let count = people.count { rep in
          guard let terms = rep.assignment(on: version.from), terms.isOn(plan) else { return false }
          return own(terms) != nil && terms.from.map { $0 < version.from } ?? true
        }
        guard isChanged, count > 0 else { return }
        log.add(
          Finding(
            "roster.overrides", .note, at: roster.place(),
            "the plan changes \(what) from \(version.from); \(count) people have their own on the roster, which stays",
            remedy: "give them a row with `from` \(version.from) where theirs changes too"))
      }
      check("base", before.base != version.plan.base) { $0.base }
      check("variable", before.variable != version.plan.variable) { $0.variable }
      for measure in version.plan.measures {
        let quota = before.measure(named: measure.name)?.quota
        check("the quota of \"\(measure.name)\"", quota != measure.quota) {
          $0.quotas[measure.name]
        }
      }
    }
  }

  private func place(_ deal: Deal) -> Place { deals.place(line: deal.line) }

  /// Whether a person is on another plan on a day.
  private func isElsewhere(_ rep: Rep, on day: CalendarDate) -> Bool {
    rep.assignment(on: day).map { !$0.isOn(plan) } ?? false
  }

  /// Whether no measure or rule looks at a deal: whatever is wrong with it is no reason to stop.
  private func isIgnored(_ deal: Deal) -> Bool { !plan.looksAt(deal, in: deals) }

  private func checkRows(
    _ known: [String: Rep], _ paid: Set<String>, _ days: DayColumns, _ log: inout FindingLog
  ) {
    var people: (ids: [String], names: OwnerNames)?
    var missingRates: Set<String> = []
    let reps = owners.names.map { known[$0] }
    // Nearly all deals are of people who are on the plan all the time, and in its year and currency.
    let areOnPlan = reps.map { $0?.isAlways(on: plan) ?? false }
    let days = days.isEmpty ? nil : days
    for row in deals.rows.indices {
      let number = Int(owners.numbers[row])
      if areOnPlan[number], days == nil || !deals.rows[row].hasDates,
        year.contains(deals.rows[row].closeDate),
        deals.rows[row].currency.map({ $0 == plan.currency }) ?? true
      {
        continue
      }
      let deal = deals.rows[row]
      guard let rep = reps[number] else {
        if isIgnored(deal) { continue }
        let listed = people ?? (known.keys.sorted(), OwnerNames(roster ?? Roster([])))
        people = listed
        log.add(.error) { deals.stranger(deal, among: listed.ids, listed.names) }
        continue
      }
      if !year.contains(deal.closeDate) {
        // Who is on another plan on that day is paid by the year of that plan.
        if isIgnored(deal) || isElsewhere(rep, on: deal.closeDate) { continue }
        log.add(
          Finding(
            "deals.date", at: place(deal),
            "the deal \"\(deal.id)\" closed on \(deal.closeDate), outside the plan year from \(year.start) to \(year.end)",
            remedy: plan.yearStarts == nil
              ? "the plan year is the calendar year of the first deal; `year starts` in the plan sets another"
              : nil))
      } else if let hired = rep.hireDate, deal.closeDate < hired, !isIgnored(deal) {
        log.add(
          Finding(
            "deals.date", at: place(deal),
            "the deal \"\(deal.id)\" closed on \(deal.closeDate), before \"\(rep.id)\" was hired on \(hired)"
          ))
      } else if let ended = rep.endDate, ended < deal.closeDate, !isIgnored(deal) {
        log.add(
          Finding(
            "deals.date", at: place(deal),
            "the deal \"\(deal.id)\" closed on \(deal.closeDate), after \"\(rep.id)\" left on \(ended)"
          ))
      }
      if rep.assignment(on: deal.closeDate) == nil, !isIgnored(deal) {
        log.add(
          Finding(
            "deals.date", at: place(deal),
            "the deal \"\(deal.id)\" closed on \(deal.closeDate), when \"\(rep.id)\" has no terms on the roster",
            remedy: "let `from` and `until` of the rows of a person meet"))
      }
      if let days { checkDays(of: deal, days, &log) }
      // Of people on other plans only teams are credited here.
      if let foreign = deal.currency, foreign != plan.currency,
        plan.usesTeams || plan.transfers == .keepAttainment
          || rep.isOn(plan, on: deal.closeDate),
        rates.rate(of: foreign, in: deal.closeDate.yearMonth) == nil, !isIgnored(deal)
      {
        let month = deal.closeDate.yearMonth
        guard missingRates.insert("\(foreign.code) \(month)").inserted else { continue }
        log.add(
          Finding(
            "deals.currency", at: place(deal),
            "there is no rate from \(foreign.code) in \(month) to the plan's currency \(plan.currency.code)",
            remedy: "add a line to the rates file: currency,month,rate"))
      }
    }
  }

  /// Warns of deals without a currency among others that have one: they may be in any of them.
  private func checkCurrencies(_ known: [String: Rep], _ log: inout FindingLog) {
    let stated = Set(deals.rows.lazy.compactMap { $0.currency })
    if stated.isEmpty { return }
    let open = deals.rows.filter { deal in
      deal.currency == nil && !isIgnored(deal)
        && (plan.usesTeams || known[deal.rep]?.isOn(plan, on: deal.closeDate) ?? false)
    }
    guard let first = open.first else { return }
    let lines = open.prefix(8).compactMap { $0.line.map { "\($0)" } }.joined(separator: ", ")
    let more = open.count > 8 ? ", …" : ""
    let others = stated.map { $0.code }.sorted().joined(separator: ", ")
    log.add(
      Finding(
        "deals.no-currency", .warning, at: place(first),
        "\(open.count) deals do not say in which currency they are, where others do (\(others)), and are taken as \(plan.currency.code), that of the plan: lines \(lines)\(more)",
        remedy: "write the currency into each row"))
  }

  /// The columns with the days on which deals are cancelled, and on which their pay becomes due.
  private struct DayColumns {
    typealias Column = (name: String, index: Int)
    var cancellations: [Column]
    var payments: [Column]

    var isEmpty: Bool { cancellations.isEmpty && payments.isEmpty }

    init(_ plan: Plan, _ deals: Deals) {
      let columns = plan.dealColumns
      func places(_ names: [String]) -> [Column] {
        names.compactMap { name in deals.dateColumns.firstIndex(of: name).map { (name, $0) } }
      }
      cancellations = places(columns.cancellations)
      payments = places(columns.payments)
    }
  }

  /// Nothing is cancelled before it is closed, and hardly anything is paid.
  private func checkDays(of deal: Deal, _ days: DayColumns, _ log: inout FindingLog) {
    for column in days.cancellations {
      guard let date = deal.date(column.index), date < deal.closeDate else { continue }
      let name = Inline(column.name == DealColumn.cancelled ? "" : " (\(column.name))")
      log.add(
        Finding(
          "deals.date", at: place(deal),
          "the deal \"\(deal.id)\" was cancelled on \(date)\(name), before it closed on \(deal.closeDate)"
        ))
    }
    for column in days.payments {
      guard let date = deal.date(column.index), date < deal.closeDate else { continue }
      log.add(
        Finding(
          "deals.paid-early", .warning, at: place(deal),
          "the \(column.name) of the deal \"\(deal.id)\" is \(date), before it closed on \(deal.closeDate): nothing is due before the close"
        ))
    }
  }

  /// No rep may stand twice on a deal, and no deal may be credited for more than itself.
  private func checkShares(
    _ known: [String: Rep], _ paid: Set<String>, _ days: DayColumns, _ log: inout FindingLog
  ) {
    if deals.haveOwnIDs {
      checkCase(of: deals.rows.indices, &log)
      return
    }
    var firstRow: [String: Int] = [:]
    firstRow.reserveCapacity(deals.rows.count)
    // Only deals with several rows need their rows listed.
    var rows: [String: [Int]] = [:]
    for (index, deal) in deals.rows.enumerated() {
      guard let first = firstRow.updateValue(index, forKey: deal.id) else { continue }
      firstRow[deal.id] = first
      rows[deal.id, default: [first]].append(index)
    }
    checkCase(of: firstRow.values.sorted(), &log)
    for (id, all) in rows.sorted(by: { ($0.value.first ?? 0) < ($1.value.first ?? 0) }) {
      // Overlay splits beside revenue ones are no fault where the plan counts one of them.
      let rows = all.filter { !isIgnored(deals.rows[$0]) }
      checkSplit(id, rows, days, &log)
      var seen: [String: Int] = [:]
      var sum = Ratio.zero
      for row in rows {
        let deal = deals.rows[row]
        if let earlier = seen.updateValue(row, forKey: deal.rep) {
          let line = deals.rows[earlier].line.map { ", first on line \($0)" } ?? Inline.empty
          log.add(
            Finding(
              "deals.duplicate", at: place(deal),
              "the deal \"\(id)\" stands here for \"\(deal.rep)\" again\(line)"))
        }
        guard paid.contains(deal.rep), known[deal.rep]?.isOn(plan, on: deal.closeDate) ?? false
        else { continue }
        sum = (try? sum + deal.share) ?? sum
        // Where columns say what each row credits, rows without a share are no shares of the deal.
        if .one < sum, !plan.creditsColumnsOnly || deal.share != .one {
          log.add(
            Finding(
              "deals.shares", at: place(deal),
              "the deal \"\(id)\" is credited for \(.share(sum)) with this share",
              remedy: "the shares of a deal among reps on one plan are at most 100%"))
          break
        }
      }
    }
  }

  /// The rows of a split deal tell one deal: its amount, its currency and its days are the same.
  private func checkSplit(
    _ id: String, _ rows: [Int], _ days: DayColumns, _ log: inout FindingLog
  ) {
    guard let head = rows.first.map({ deals.rows[$0] }) else { return }
    let line: Inline = head.line.map { " on line \($0)" } ?? " in its first row"
    for deal in rows.dropFirst().map({ deals.rows[$0] }) {
      func add(_ severity: Severity, _ message: Inline, _ remedy: Inline) {
        log.add(Finding("deals.split", severity, at: place(deal), message, remedy: remedy))
      }
      let whole: Inline = "each row of a split deal has the amount of the whole deal, and a `share`"
      if deal.amount != head.amount || deal.currency != head.currency {
        add(
          .error,
          "the deal \"\(id)\" has an amount of \(words(deal)) here, but of \(words(head))\(line)",
          whole)
      } else if deal.closeDate != head.closeDate {
        add(
          .error,
          "the deal \"\(id)\" closed on \(deal.closeDate) here, but on \(head.closeDate)\(line)",
          whole)
      }
      func difference(_ column: DayColumns.Column) -> Inline? {
        let dates = (deal.date(column.index), head.date(column.index))
        guard dates.0 != dates.1 else { return nil }
        let here: Inline = dates.0.map { "the \(column.name) \($0)" } ?? "no \(column.name)"
        return
          "the deal \"\(id)\" has \(here) here, but \(dates.1.map { .day($0) } ?? "none")\(line)"
      }
      for column in days.cancellations {
        guard let difference = difference(column) else { continue }
        add(
          .error, difference,
          "a deal is cancelled as a whole: write the same \(column.name) in each of its rows, or make what was cancelled by itself a deal of its own"
        )
      }
      for column in days.payments {
        guard let difference = difference(column) else { continue }
        add(
          .warning, difference,
          "each row is paid by its own day; write the same \(column.name) in each if that is not meant"
        )
      }
    }
  }

  /// Warns of returns that probably tell a second time what the cancellation of a deal tells.
  private func checkReturns(_ days: DayColumns, _ log: inout FindingLog) {
    struct Sale: Hashable {
      var rep: String
      var amount: Ratio
      var currency: Currency
    }
    // A cancellation that takes nothing does not count twice.
    let takes = ([plan] + plan.versions.map { $0.plan }).contains {
      $0.clawback != nil || $0.paid != [.onClose]
    }
    guard takes, deals.haveReturns else { return }
    var cancelled: [Sale: [(deal: Deal, date: CalendarDate)]] = [:]
    for deal in deals.rows {
      guard let date = days.cancellations.lazy.compactMap({ deal.date($0.index) }).first else {
        continue
      }
      let sale = Sale(
        rep: deal.rep, amount: deal.amount, currency: deal.currency ?? plan.currency)
      cancelled[sale, default: []].append((deal, date))
    }
    for row in deals.rows where row.amount < .zero {
      let sale = Sale(rep: row.rep, amount: -row.amount, currency: row.currency ?? plan.currency)
      guard
        let match = cancelled[sale]?.first(where: { $0.deal.closeDate <= row.closeDate })
      else { continue }
      let line = match.deal.line.map { ", line \($0)" } ?? Inline.empty
      log.add(
        Finding(
          "deals.return", .warning, at: place(row),
          "the return \"\(row.id)\" of \(words(row)) and the cancellation of \"\(match.deal.id)\" on \(match.date)\(line) are probably one event, told twice",
          remedy:
            "keep one of the two: take out the return, or the day of the cancellation"))
    }
  }

  private func words(_ deal: Deal) -> Inline {
    .ungrouped(deal.amount) + (deal.currency.map { Inline(" \($0.code)") } ?? .empty)
  }

  /// Warns of deals whose names differ only in case, of which rows are given, one of each.
  private func checkCase(of rows: some Collection<Int>, _ log: inout FindingLog) {
    // Most files write all names in one case, and there are many.
    var (hasLower, hasUpper) = (false, false)
    let all = deals.rows.span
    for row in rows {
      let letters = all[row].id.utf8.span
      for index in letters.indices {
        hasLower = hasLower || letters[index] &- UInt8(ascii: "a") < 26
        hasUpper = hasUpper || letters[index] &- UInt8(ascii: "A") < 26
      }
      if hasLower, hasUpper { break }
    }
    guard hasLower, hasUpper else { return }
    var known: [String: Int] = [:]
    for row in rows {
      let deal = deals.rows[row]
      guard let other = known.updateValue(row, forKey: deal.id.lowercased()) else { continue }
      log.add(
        Finding(
          "deals.same-deal", .warning, at: place(deal),
          "\"\(deal.id)\" and \"\(deals.rows[other].id)\" are two deals; are they the same?",
          remedy: "write the name in the same way in each row"))
    }
  }
}

extension Deals {
  /// Returns an error for each person with a deal whom a roster does not have, at the first deal.
  package func strangers(to roster: Roster) -> FindingLog {
    let known = Set(roster.reps.map { $0.id })
    let (candidates, names) = (known.sorted(), OwnerNames(roster))
    var seen: Set<String> = []
    var log = FindingLog()
    for deal in rows where !known.contains(deal.rep) && seen.insert(deal.rep).inserted {
      log.add(.error) { stranger(deal, among: candidates, names) }
    }
    return log
  }

  fileprivate func stranger(
    _ deal: Deal, among known: [String], _ names: OwnerNames
  ) -> Finding {
    let meant = names.reps(called: deal.rep).sorted()
    if meant.count > 1 {
      let list = meant.map { "\"\($0)\"" as Inline }.joined(separator: ", ")
      return Finding(
        "deals.rep", at: place(line: deal.line),
        "\"\(deal.rep)\" is the name of several people on the roster: \(list)",
        remedy: "write the `rep` of the roster, a mail address or an employee number into the deals"
      )
    }
    return Finding(
      "deals.rep", at: place(line: deal.line), "the rep \"\(deal.rep)\" is not on the roster",
      remedy: NearMiss.closest(to: deal.rep, among: known).map { "did you mean \"\($0)\"?" })
  }
}
