internal import Amounts
internal import Findings

/// Looks for what makes deals and people unusable with a plan, before anything is paid.
struct DealChecks {
  let plan: Plan
  let deals: Deals
  let roster: Roster?
  let rates: MonthlyRates
  let adjustments: [Adjustment]
  let year: PlanYear

  /// Adds what is wrong and returns the people who are on the plan.
  func check(_ log: inout FindingLog) -> [Rep] {
    let people = roster?.reps ?? strangers()
    let known = Dictionary(people.map { ($0.id, $0) }) { first, _ in first }
    let onPlan = people.filter(isOnPlan)
    let paid = Set(onPlan.map(\.id))
    if let roster, onPlan.isEmpty {
      log.add(
        Finding(
          "roster.nobody", at: Place(file: roster.file),
          "nobody on the roster is on the plan \"\(plan.name)\"",
          remedy: NearMiss.remedy(for: plan.name, among: people.compactMap(\.plan))))
    }
    for loop in roster?.managerLoops() ?? [] { log.add(loop) }
    for adjustment in adjustments where known[adjustment.rep] == nil {
      log.add(
        Finding(
          "adjustments.rep", at: Place(file: "adjustments"),
          "there is no rep \"\(adjustment.rep)\" to adjust",
          remedy: NearMiss.closest(to: adjustment.rep, among: known.keys.sorted()).map {
            "did you mean \"\($0)\"?"
          }))
    }
    for adjustment in adjustments where !year.contains(adjustment.date) {
      log.add(
        Finding(
          "adjustments.date", at: Place(file: "adjustments"),
          "the adjustment of \"\(adjustment.rep)\" on \(adjustment.date) lies outside the plan year from \(year.start) to \(year.end)"
        ))
    }
    checkRows(known, paid, &log)
    checkShares(paid, &log)
    return onPlan
  }

  /// Everyone with a deal, when there is no roster.
  private func strangers() -> [Rep] {
    var seen: Set<String> = []
    return deals.rows.compactMap { seen.insert($0.rep).inserted ? Rep($0.rep) : nil }
  }

  /// A roster names a plan by its name, or by the name of its file.
  private func isOnPlan(_ rep: Rep) -> Bool {
    guard let name = rep.plan?.lowercased() else { return true }
    if name == plan.name.lowercased() { return true }
    guard let file = plan.place?.file.lowercased() else { return false }
    let base = file.split(separator: "/").last ?? ""
    return name == base || name == base.split(separator: ".").first ?? ""
  }

  private func place(_ deal: Deal) -> Place { Place(file: deals.file, line: deal.line) }

  private func checkRows(
    _ known: [String: Rep], _ paid: Set<String>, _ log: inout FindingLog
  ) {
    var names: [String]?
    var missingRates: Set<String> = []
    let cancelled = deals.dateColumns.firstIndex(of: "cancelled_date")
    for deal in deals.rows {
      guard let rep = known[deal.rep] else {
        let candidates = names ?? known.keys.sorted()
        names = candidates
        log.add(
          Finding(
            "deals.rep", at: place(deal), "the rep \"\(deal.rep)\" is not on the roster",
            remedy: NearMiss.closest(to: deal.rep, among: candidates).map {
              "did you mean \"\($0)\"?"
            }))
        continue
      }
      if !year.contains(deal.closeDate) {
        log.add(
          Finding(
            "deals.date", at: place(deal),
            "the deal \"\(deal.id)\" closed on \(deal.closeDate), outside the plan year from \(year.start) to \(year.end)",
            remedy: plan.yearStarts == nil
              ? "the plan year is the calendar year of the first deal; `year starts` in the plan sets another"
              : nil))
      } else if let hired = rep.hireDate, deal.closeDate < hired {
        log.add(
          Finding(
            "deals.date", at: place(deal),
            "the deal \"\(deal.id)\" closed on \(deal.closeDate), before \"\(rep.id)\" was hired on \(hired)"
          ))
      } else if let ended = rep.endDate, ended < deal.closeDate {
        log.add(
          Finding(
            "deals.date", at: place(deal),
            "the deal \"\(deal.id)\" closed on \(deal.closeDate), after \"\(rep.id)\" left on \(ended)"
          ))
      }
      if let date = deal.date(cancelled), date < deal.closeDate {
        log.add(
          Finding(
            "deals.date", at: place(deal),
            "the deal \"\(deal.id)\" was cancelled on \(date), before it closed on \(deal.closeDate)"
          ))
      }
      if let foreign = deal.currency, foreign != plan.currency,
        rates.rate(of: foreign, in: deal.closeDate.yearMonth) == nil
      {
        let what = "\(foreign.code) in \(deal.closeDate.yearMonth)"
        guard missingRates.insert(what).inserted else { continue }
        log.add(
          Finding(
            "deals.currency", at: place(deal),
            "there is no rate from \(what) to the plan's currency \(plan.currency.code)",
            remedy: "add a line to the rates file: currency,month,rate"))
      }
    }
  }

  /// No rep may stand twice on a deal, and no deal may be credited for more than itself.
  private func checkShares(_ paid: Set<String>, _ log: inout FindingLog) {
    var firstRow: [String: Int] = [:]
    firstRow.reserveCapacity(deals.rows.count)
    // Only deals with several rows need their rows listed.
    var rows: [String: [Int]] = [:]
    for (index, deal) in deals.rows.enumerated() {
      guard let first = firstRow.updateValue(index, forKey: deal.id) else { continue }
      firstRow[deal.id] = first
      rows[deal.id, default: [first]].append(index)
    }
    for (id, rows) in rows.sorted(by: { ($0.value.first ?? 0) < ($1.value.first ?? 0) }) {
      var seen: [String: Int] = [:]
      var sum = Ratio.zero
      for row in rows {
        let deal = deals.rows[row]
        if let earlier = seen.updateValue(row, forKey: deal.rep) {
          let line = deals.rows[earlier].line.map { ", first on line \($0)" } ?? ""
          log.add(
            Finding(
              "deals.duplicate", at: place(deal),
              "the deal \"\(id)\" stands here for \"\(deal.rep)\" again\(line)"))
        }
        guard paid.contains(deal.rep) else { continue }
        sum = (try? sum + deal.share) ?? sum
        if .one < sum {
          log.add(
            Finding(
              "deals.shares", at: place(deal),
              "the deal \"\(id)\" is credited for \(sum.percentText) with this share",
              remedy: "the shares of a deal among reps on one plan are at most 100%"))
          break
        }
      }
    }
  }
}
