public import Amounts
public import Findings
public import Phrases

/// A won deal of a person on the plan that nothing in the plan counts.
public struct UncountedDeal: Sendable {
  /// The person.
  public let rep: String
  /// The deal.
  public let deal: String
  /// What else is known of it; nil where nothing is.
  public let facts: DealFacts?
  /// The day on which it closed.
  public let date: CalendarDate
  /// The amount of the whole deal.
  public let amount: Ratio
  /// The currency of the amount.
  public let currency: Currency
  /// The person's share of it.
  public let share: Ratio
  /// Where it stands.
  public let place: Place
  /// What each rule of the plan counts instead, in sentences.
  public let reasons: [Inline]
  /// The column of the first condition that it does not meet, with its text there; nil for another reason.
  let cause: (column: String, text: String)?
}

extension Plan {
  /// Whether a component pays for a deal, or depends on a measure that counts it.
  private func counts(_ deal: Deal, _ deals: Deals) -> Bool {
    components.contains { component in
      let facts = component.facts
      if facts.measures.isEmpty {
        return facts.paysByDeal && unmet(facts.filters, deal, deals) == nil
      }
      return facts.measures.contains { reasonUncredited($0.name, deal, deals) == nil }
    }
  }

  /// The first condition that a deal does not meet, of the first component that pays for deals of its own.
  private func cause(_ deal: Deal, _ deals: Deals) -> (column: String, text: String)? {
    for component in components {
      let facts = component.facts
      let filters = facts.measure.map { measure(named: $0)?.filters ?? [] } ?? facts.filters
      for filter in filters {
        let text = TextColumn(filter.column, deals).text(of: deal)
        if !filter.matches(text) { return (filter.column, text) }
      }
    }
    return nil
  }

  /// Returns the won deals of some people, closed while they are on the plan, that nothing in it counts.
  func uncounted(
    _ deals: Deals, _ kinds: DealKinds, _ owners: DealOwners, of people: [Rep], in year: PlanYear
  ) -> [UncountedDeal] {
    let versions = [self] + versions.map { $0.plan }
    let starts = self.versions.map { $0.from }
    // A plan that pays for no deals counts none.
    let payForDeals = versions.map { plan in
      plan.components.contains { component in
        component.facts.paysByDeal
          || component.facts.measures.contains { plan.measure(named: $0.name)?.isScored == false }
      }
    }
    // All deals of a kind are counted by a version of the plan, or none of them.
    let areCounted = kinds.firstRows.map { row in
      zip(versions, payForDeals).map { plan, pays in
        !pays || !deals.rows[row].isWon || plan.counts(deals.rows[row], deals)
      }
    }
    if areCounted.allSatisfy({ $0.allSatisfy { $0 } }) { return [] }
    let reps = people.reduce(into: [:]) { $0[$1.id] = $1 }
    return deals.rows.indices.compactMap { row in
      let deal = deals.rows[row]
      let version = starts.lastIndex { $0 <= deal.closeDate }.map { $0 + 1 } ?? 0
      guard !areCounted[Int(kinds.numbers[row])][version], year.contains(deal.closeDate),
        let rep = reps[owners.names[Int(owners.numbers[row])]],
        rep.isOn(self, on: deal.closeDate)
      else { return nil }
      let plan = versions[version]
      return UncountedDeal(
        rep: rep.id, deal: deal.id, facts: deals.facts.isEmpty ? nil : deals.facts[row],
        date: deal.closeDate, amount: deal.amount, currency: deal.currency ?? currency,
        share: deal.share, place: deals.place(line: deal.line),
        reasons: plan.reasonsUncredited(deal, in: deals), cause: plan.cause(deal, deals))
    }
  }
}

extension [UncountedDeal] {
  /// One finding about all of them; nil for none.
  ///
  /// A plan that counts some deals alone leaves out others on purpose, but hardly any whose cell is empty.
  package func finding(on plan: Plan, at file: Place) -> Finding? {
    if isEmpty { return nil }
    var sums: [(currency: Currency, sum: Ratio)] = []
    var causes: [(words: Inline, key: String, count: Int)] = []
    for deal in self {
      let part = (try? deal.amount * deal.share) ?? deal.amount
      if let index = sums.firstIndex(where: { $0.currency == deal.currency }) {
        sums[index].sum = (try? sums[index].sum + part) ?? sums[index].sum
      } else {
        sums.append((deal.currency, part))
      }
      guard let cause = deal.cause else { continue }
      let key = "\(cause.column)\u{0}\(cause.text)"
      if let index = causes.firstIndex(where: { $0.key == key }) {
        causes[index].count += 1
      } else {
        let words: Inline =
          cause.text.isEmpty
          ? "no \"\(cause.column)\"" : "\"\(cause.column)\" \"\(cause.text)\""
        causes.append((words, key, 1))
      }
    }
    let list = causes.sorted { $1.count < $0.count }.prefix(8)
      .map { "\($0.words) (\($0.count))" as Inline }.joined(separator: ", ")
    let amounts = sums.map { .exact($0.sum, $0.currency) as Inline }
      .joined(separator: ", ")
    let why: Inline = causes.isEmpty ? .empty : ": \(list)\(causes.count > 8 ? ", …" : "")"
    let isDoubtful = contains { $0.cause?.text.isEmpty ?? false }
    return Finding(
      "deals.uncounted", isDoubtful ? .warning : .note,
      at: Place(file: file.file, sheet: file.sheet),
      "\(count) won deals of people on the plan \"\(plan.name)\", of \(amounts) together, are counted by nothing in it\(why)",
      remedy: "the table `uncounted` of `ontarget pay` has them, with the reasons")
  }
}
