internal import Amounts

extension Spiff {
  func summary(in plan: Plan) -> String {
    var text = "pays \(plan.words(pay, unit: .deals))"
    text += " for \(first.map { "the first \($0.count) " } ?? "")deals"
    if let first { text += " of a \(first.period.rawValue)" }
    if !filters.isEmpty {
      text += " where " + filters.map { $0.words }.joined(separator: " and ")
    }
    if let from { text += " from \(from)" }
    if let to { text += " to \(to)" }
    if let budget { text += ", up to \(plan.money(budget)) for each rep" }
    return text + "."
  }

  func reasonUncredited(
    _ name: String, _ deal: Deal, in deals: Deals, on plan: Plan
  ) -> String? {
    if let words = plan.unmet(filters, deal, deals) {
      return "The spiff \"\(name)\" pays for \(words)."
    }
    if let from, deal.closeDate < from { return "The spiff \"\(name)\" begins on \(from)." }
    if let to, to < deal.closeDate { return "The spiff \"\(name)\" ended on \(to)." }
    if let first {
      let count = first.count == 1 ? "deal" : "\(first.count) deals"
      let budget = budget == nil ? "" : ", as long as its budget lasts"
      return
        "The spiff \"\(name)\" pays for the first \(count) of a \(first.period.rawValue)\(budget), and it came later."
    }
    return "The spiff \"\(name)\" had nothing left of its budget for it."
  }
}
