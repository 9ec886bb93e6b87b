internal import Amounts
internal import Findings
internal import PayPlans

/// Won deals that are told by another name what an earlier one tells: the same customer, person, amount and day.
struct DealTwins {
  private struct Look: Hashable {
    var rep: String
    var date: CalendarDate
    var amount: Ratio
    var currency: Currency?
    var account: String?
    var name: String?
    var product: String
  }

  private(set) var findings = FindingLog()

  /// Looks for them where the file names customers or deals; nothing else tells one sale from another.
  init(_ deals: Deals, _ products: DealProducts, _ plan: Plan) {
    guard !deals.facts.isEmpty else { return }
    var first: [Look: Int] = [:]
    for row in deals.rows.indices {
      let (deal, facts) = (deals.rows[row], deals.facts[row])
      guard deal.isWon, facts.account != nil || facts.name != nil else { continue }
      let look = Look(
        rep: deal.rep, date: deal.closeDate, amount: deal.amount, currency: deal.currency,
        account: facts.account.map(NameLook.folded), name: facts.name.map(NameLook.folded),
        product: products.count == 0 ? "" : products[row])
      guard let other = first.updateValue(row, forKey: look), deals.rows[other].id != deal.id,
        plan.looksAt(deal, in: deals)
      else { continue }
      findings.add(.warning) {
        let line = deals.rows[other].line.map { ", line \($0)" } ?? Inline.empty
        return Finding(
          "deals.twin", .warning,
          at: Place(file: deals.file, sheet: deals.sheet, line: deal.line),
          "the deal \"\(deal.id)\" has the customer, person, amount and day of \"\(deals.rows[other].id)\"\(line): both are paid",
          remedy: "take one of them out if they are the same sale")
      }
    }
  }
}
