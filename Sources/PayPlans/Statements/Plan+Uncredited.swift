internal import Amounts
public import Phrases

extension Plan {
  /// Returns why one row of the deals has no line, in sentences: what each rule asks of a deal.
  ///
  /// - Complexity: O(size of the plan).
  public func reasonsUncredited(_ deal: Deal, in deals: Deals) -> [Inline] {
    let terms = versions.last { $0.from <= deal.closeDate }?.plan ?? self
    var reasons: [Inline] = []
    for component in terms.components {
      guard let reason = component.reasonUncredited(deal, in: deals, on: terms),
        !reasons.contains(reason)
      else { continue }
      reasons.append(reason)
    }
    return reasons
  }

  /// Why a deal is not credited for a measure; nil where the measure counts it.
  func reasonUncredited(_ name: String, _ deal: Deal, _ deals: Deals) -> Inline? {
    guard let measure = measure(named: name) else { return nil }
    if measure.isScored { return "The measure \"\(name)\" is scored and counts no deals." }
    if let words = unmet(measure.filters, deal, deals) {
      return "The measure \"\(name)\" counts \(words)."
    }
    return measure.team == .reports
      ? "The measure \"\(name)\" counts the deals of the people who report to a person." : nil
  }

  /// The first condition that a deal does not meet.
  func unmet(_ filters: [DealFilter], _ deal: Deal, _ deals: Deals) -> Inline? {
    if !deal.isWon, filters.areToBeWon(unlessSelectedBy: deals.outcomeColumns) {
      return "deals that are won, and this one is not"
    }
    return filters.first { !$0.matches(TextColumn($0.column, deals).text(of: deal)) }.map {
      filter in
      let text = TextColumn(filter.column, deals).text(of: deal)
      let own = text.isEmpty ? "empty" : Inline(text)
      return "deals whose \(filter.words), and this one's is \(own)"
    }
  }
}
