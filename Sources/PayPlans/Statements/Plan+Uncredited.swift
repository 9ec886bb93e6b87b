internal import Amounts

extension Plan {
  /// Returns why one row of the deals has no line, in sentences: what each rule asks of a deal.
  ///
  /// - Complexity: O(size of the plan).
  public func reasonsUncredited(_ deal: Deal, in deals: Deals) -> [String] {
    let terms = versions.last { $0.from <= deal.closeDate }?.plan ?? self
    var reasons: [String] = []
    for component in terms.components {
      guard let reason = terms.reason(component, deal, deals), !reasons.contains(reason) else {
        continue
      }
      reasons.append(reason)
    }
    return reasons
  }

  private func reason(_ component: Component, _ deal: Deal, _ deals: Deals) -> String? {
    switch component.rule {
    case .commission(let commission):
      return reason(commission.measure, deal, deals)
    case .bonus(let bonus):
      return reason(bonus.measure, deal, deals)
        ?? "The bonus \"\(component.name)\" counts it, but pays only on the deal that reaches its level."
    case .objectives: return nil
    case .spiff(let spiff):
      if let words = unmet(spiff.filters, deal, deals) {
        return "The spiff \"\(component.name)\" pays for \(words)."
      }
      if let from = spiff.from, deal.closeDate < from {
        return "The spiff \"\(component.name)\" begins on \(from)."
      }
      if let to = spiff.to, to < deal.closeDate {
        return "The spiff \"\(component.name)\" ended on \(to)."
      }
      if let first = spiff.first {
        let count = first.count == 1 ? "deal" : "\(first.count) deals"
        let budget = spiff.budget == nil ? "" : ", as long as its budget lasts"
        return
          "The spiff \"\(component.name)\" pays for the first \(count) of a \(first.period.rawValue)\(budget), and it came later."
      }
      return "The spiff \"\(component.name)\" had nothing left of its budget for it."
    }
  }

  private func reason(_ name: String, _ deal: Deal, _ deals: Deals) -> String? {
    guard let measure = measure(named: name) else { return nil }
    if measure.isScored { return "The measure \"\(name)\" is scored and counts no deals." }
    if let words = unmet(measure.filters, deal, deals) {
      return "The measure \"\(name)\" counts \(words)."
    }
    return measure.team == .reports
      ? "The measure \"\(name)\" counts the deals of the people who report to a person." : nil
  }

  /// The first condition that a deal does not meet.
  private func unmet(_ filters: [DealFilter], _ deal: Deal, _ deals: Deals) -> String? {
    filters.first { !DealMatcher([$0], deals).matches(deal) }.map { filter in
      let text = TextColumn(filter.column, deals).text(of: deal)
      return "deals whose \(filter.words), and this one's is \(text.isEmpty ? "empty" : text)"
    }
  }
}
