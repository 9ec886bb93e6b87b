internal import Amounts
internal import Phrases

extension Spiff {
  func summary(in plan: Plan) -> Inline {
    let rate = plan.words(pay, unit: .deals)
    var text: Inline
    if let first {
      text = "pays \(rate) for the first \(first.count) deals of a \(first.period.words)"
    } else {
      text = "pays \(rate) for deals"
    }
    if !filters.isEmpty { text += " where \(filters.words)" }
    if let from { text += " from \(from)" }
    if let to { text += " to \(to)" }
    if let budget { text += ", up to \(plan.money(budget)) for each rep" }
    return text + "."
  }

  func reasonUncredited(
    _ name: String, _ deal: Deal, in deals: Deals, on plan: Plan
  ) -> Inline? {
    if let words = plan.unmet(filters, deal, deals) {
      return "The spiff \"\(name)\" pays for \(words)."
    }
    if let from, deal.closeDate < from { return "The spiff \"\(name)\" begins on \(from)." }
    if let to, to < deal.closeDate { return "The spiff \"\(name)\" ended on \(to)." }
    if let first {
      let period = first.period.words
      let budget = budget == nil ? Inline.empty : ", as long as its budget lasts"
      return
        "The spiff \"\(name)\" pays for the first \(first.count) deals of a \(period)\(budget), and it came later."
    }
    return "The spiff \"\(name)\" had nothing left of its budget for it."
  }
}
