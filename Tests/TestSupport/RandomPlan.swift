package import Amounts

/// A random plan, and what is known of it.
package struct RandomPlan {
  package var yaml: String
  package var attainment: String
  /// Whether rates never fall, so that no curve does.
  package var neverFalls = true
  package var isByDeal = false
  package var hasJumps = false
  package var takesAll = true
  package var isYearToDate = false
  package var hasCap = false
  /// Whether credit stops at a limit, beyond which the rate is 0.
  package var limitsCredit = false
  /// Whether shares of pay are due on days of their own.
  package var hasShares = false
  package var hasExtras = false

  /// Draws a plan of one commission, with whatever may stand around it.
  package init(using random: inout SeededGenerator) {
    func chance(_ share: Double) -> Bool { Double.random(in: 0..<1, using: &random) < share }
    func pick<T>(_ values: [T]) -> T { values[Int.random(in: 0..<values.count, using: &random)] }
    yaml = ""
    attainment = pick(["keeps", "keeps", "reduces", "restates"])
    let period = pick(["month", "quarter", "half", "year"])
    let tiers = pick([
      "marginal", "marginal", "retroactive", "{retroactive to: 60%}", "by deal", "interpolated",
    ])
    isByDeal = tiers == "by deal"
    var bounds: Set<Int> = []
    for _ in 0..<Int.random(in: 1...3, using: &random) {
      bounds.insert(10 * Int.random(in: 3...16, using: &random))
    }
    let ends = bounds.sorted()
    var rates = (0...ends.count).map { _ in Int.random(in: 1...30, using: &random) }
    if chance(0.75) { rates.sort() }
    neverFalls = rates == rates.sorted()
    hasJumps = tiers.contains("retroactive")
    var lines: [String] = []
    if tiers == "interpolated" {
      var pay = chance(0.3) ? 10 : 0
      hasJumps = pay != 0
      neverFalls = true
      var corners = ["{at: 20%, pay: \(pay)%}"]
      for (end, rate) in zip(ends, rates) {
        pay += rate * 3
        corners.append("{at: \(end)%, pay: \(pay)%}")
      }
      // Corners that follow at once would be a jump; convexity is not promised either.
      hasJumps = true
      lines.append("rates: [\(corners.joined(separator: ", "))]")
    } else {
      let end = chance(0.3) ? "through" : "to"
      var bands = zip(ends, rates).map { "{\(end): \($0)%, pay: \(Double($1) / 10)x}" }
      bands.append("{pay: \(Double(rates[ends.count]) / 10)x}")
      lines.append("rates: [\(bands.joined(separator: ", "))]")
    }
    lines.append("tiers: \(tiers)")
    if chance(0.35) {
      hasJumps = true
      lines.append("threshold: \(10 * Int.random(in: 1...9, using: &random))%")
    }
    if chance(0.35) {
      hasCap = true
      limitsCredit = chance(0.4)
      lines.append(
        limitsCredit
          ? "cap: {attainment: \(10 * Int.random(in: 9...20, using: &random))%}"
          : "cap: \(10 * Int.random(in: 3...25, using: &random))%")
    }
    if chance(0.3) {
      isYearToDate = true
      lines.append("accumulate: year to date")
    }
    if attainment != "reduces", chance(0.25) {
      lines.append(
        pick([
          "gate: {measure: other, at: 50%, otherwise: 50%}",
          "multiplier: {score: Quality}",
          "gate: {measure: other, at: 50%, otherwise: {at most: 60%}}",
        ]))
    }
    let take = pick(["full", "full", "full", "40%", "prorated"])
    takesAll = take == "full" || attainment == "restates"
    var text = """
      plan: Random
      currency: USD
      base: 60000
      variable: 40000
      measures: {sales: {quota: 400000}, other: {quota: 200000}}
      components:
        - commission: C
          measure: sales
          period: \(period)
          target: 40000

      """
    for line in lines { text += "    \(line)\n" }
    if chance(0.25) {
      hasExtras = true
      text += "  - {spiff: S, pay: \(pick(["500 each", "1.5%"])), budget: 1200}\n"
    }
    text +=
      "clawback: {within: 20 months, attainment: \(attainment)"
      + (attainment == "restates" ? "}\n" : ", take: \(take), instalments: 2}\n")
    if chance(0.4) {
      hasShares = true
      text +=
        pick([
          "paid: {close_date: 50%, close_date + 90 days: 50%}\n",
          "paid: {close_date: 30%, paid_date: 50%, close_date + 2 months: 20%}\n",
          "paid: paid_date\n",
        ])
    }
    if chance(0.3) {
      hasCap = true
      text += "cap: \(1000 * Int.random(in: 5...50, using: &random))\n"
    }
    yaml = text
  }
}

/// A random deal of one person in 2026.
package struct RandomDeal {
  package var id: String
  package var close: CalendarDate
  package var amount: Int
  package var cancelled: CalendarDate?
  package var paid: CalendarDate?

  /// Draws deals, some of which are cancelled later, or were paid, or are returns.
  package static func year(hasReturns: Bool, using random: inout SeededGenerator) -> [RandomDeal] {
    let start = CalendarDate(year: 2026, month: 1, day: 1) ?? CalendarDate(dayNumber: 0)
    return (1...Int.random(in: 2...9, using: &random)).map { number in
      let close = start.advanced(by: Int.random(in: 0...364, using: &random))
      var amount = 1000 * Int.random(in: 1...90, using: &random)
      if Int.random(in: 0...2, using: &random) == 0 {
        amount += Int.random(in: 1...999, using: &random)
      }
      if hasReturns, Int.random(in: 0...4, using: &random) == 0 { amount = -amount / 3 }
      var deal = RandomDeal(id: "D\(number)", close: close, amount: amount)
      if amount > 0, Int.random(in: 0...1, using: &random) == 0 {
        deal.cancelled = close.advanced(by: Int.random(in: 0...400, using: &random))
      }
      if Bool.random(using: &random) {
        deal.paid = close.advanced(by: Int.random(in: 0...200, using: &random))
      }
      return deal
    }
  }

  /// The deals as a file, all of one person.
  package static func csv(_ deals: [RandomDeal], of rep: String = "ann") -> String {
    deals.reduce("deal_id,rep,close_date,amount,cancelled_date,paid_date\n") { text, deal in
      let cancelled = deal.cancelled.map(\.description) ?? ""
      let paid = deal.paid.map(\.description) ?? ""
      return text + "\(deal.id),\(rep),\(deal.close),\(deal.amount),\(cancelled),\(paid)\n"
    }
  }
}
