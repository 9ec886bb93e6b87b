import PayPlans
import Statistics
import TestSupport

extension FreshSeed {
  /// The random numbers of one case.
  static func generator(_ number: Int) -> Xoshiro256PlusPlus {
    Xoshiro256PlusPlus(seed: value, stream: number)
  }
}

/// Random plans as people could write them, without rules on single deals.
struct RandomPlan {
  private var random: Xoshiro256PlusPlus

  init(_ random: Xoshiro256PlusPlus) { self.random = random }

  private mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[random.index(below: elements.count)]
  }

  private mutating func chance(_ p: Double) -> Bool { random.uniform() < p }

  /// A percentage in steps of 5.
  private mutating func percent(_ range: ClosedRange<Int>) -> String {
    "\((range.lowerBound + random.index(below: range.upperBound - range.lowerBound + 1)) / 5 * 5)%"
  }

  private mutating func multiple() -> String {
    "\(pick(["0", "0.25", "0.5", "0.8", "1", "1", "1.2", "1.5", "2", "3"]))x"
  }

  private mutating func levels(_ count: Int) -> [Int] {
    var levels: Set<Int> = []
    while levels.count < count { levels.insert(5 * (4 + random.index(below: 32))) }
    return levels.sorted()
  }

  private mutating func phasing() -> String {
    switch random.index(below: 4) {
    case 0: ", phasing: [20%, 20%, 25%, 35%]"
    case 1: ", phasing: [40%, 60%]"
    case 2: ", phasing: [5%, 5%, 10%, 5%, 10%, 10%, 5%, 5%, 10%, 10%, 10%, 15%]"
    default: ""
    }
  }

  private mutating func commission(_ name: String, of measure: String, share: Int) -> String {
    var lines = [
      "commission: \(name)", "measure: \(measure)",
      "period: \(pick(["month", "quarter", "quarter", "half", "year", "year"]))",
      "target: \(share)%",
    ]
    switch random.index(below: 4) {
    case 0: lines.append("pay: \(pick(["0.5x", "1x", "1.5x"]))")
    case 1:
      let levels = levels(2 + random.index(below: 3))
      var paid = 0
      let corners = levels.map { level -> String in
        paid += 10 * random.index(below: 12)
        return "{at: \(level)%, pay: \(paid)%}"
      }
      lines += ["tiers: interpolated", "rates: [\(corners.joined(separator: ", "))]"]
    default:
      let bands = levels(1 + random.index(below: 3)).map { "{to: \($0)%, pay: \(multiple())}" }
      let tiers = pick([
        "marginal", "marginal", "retroactive", "retroactive", "{retroactive to: 50%}",
      ])
      lines += [
        "tiers: \(tiers)",
        "rates: [\((bands + ["{pay: \(multiple())}"]).joined(separator: ", "))]",
      ]
    }
    if chance(0.3) { lines.append("threshold: \(percent(20...80))") }
    if chance(0.3) { lines.append("accumulate: year to date") }
    if chance(0.3) {
      lines.append(
        chance(0.5) ? "cap: \(percent(100...250))" : "cap: {attainment: \(percent(100...200))}")
    }
    if chance(0.2) {
      lines.append("gate: {measure: other, at: \(percent(40...110)), otherwise: 50%}")
    }
    return "  - {" + lines.joined(separator: ", ") + "}"
  }

  private mutating func draw() -> String {
    let amount = pick([500, 1000, 2000, 3000, 5000])
    let per = pick(["month", "month", "quarter"])
    let kind = pick(["non-recoverable", "non-recoverable", "recoverable", "added"])
    var text = "draw: {kind: \(kind), amount: \(per == "month" ? amount : 3 * amount), per: \(per)"
    if kind == "recoverable" {
      if chance(0.3) { text += ", recover: 50%" }
      if chance(0.3) { text += ", forgive: true" }
    }
    return text + "}"
  }

  /// Returns the text of a plan.
  mutating func yaml() -> String {
    let quota = 100_000 * (1 + random.index(below: 20)) + 1000 * random.index(below: 100)
    var lines = [
      "plan: Random", "currency: USD", "base: \(1000 * (20 + random.index(below: 60)))",
      "variable: \(1000 * (10 + random.index(below: 90)))", "measures:",
      "  sales: {quota: \(quota)\(phasing())}",
      "  other: {quota: 50000\(phasing())}", "components:",
    ]
    let isPair = chance(0.4)
    lines.append(commission("First", of: "sales", share: isPair ? 70 : 100))
    if isPair { lines.append(commission("Second", of: "other", share: 30)) }
    if chance(0.4) {
      let accumulate = pick(["within period", "year to date", "either"])
      lines.append(
        "  - {bonus: Club, measure: sales, period: \(pick(["quarter", "half", "year"])), accumulate: \(accumulate), at: \(percent(50...130)), pay: \(pick([1000, 2500, 7500]))}"
      )
    }
    if chance(0.3) { lines.append("cap: \(1000 * (30 + random.index(below: 200)))") }
    if chance(0.5) { lines.append(draw()) }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Returns the text of a plan with what looks at deals as well.
  mutating func yamlOfDeals() -> String {
    var text = yaml()
    if chance(0.4) { text = text.replacing("tiers: marginal", with: "tiers: by deal") }
    if chance(0.5) {
      text += "clawback: {within: \(pick(["6 months", "90 days", "12 months"]))"
      text += pick(["", ", take: prorated", ", take: 50%", ", instalments: 3"]) + "}\n"
    }
    if chance(0.3) { text += "paid: {close_date: 50%, close_date + 90 days: 50%}\n" }
    if chance(0.3) { text += "guarantee: {share: 80%, months: 5, per: month}\n" }
    return text
  }

  /// Returns a model of attainment as it is written.
  mutating func model() -> String {
    let mean = Double(40 + random.index(below: 90)) / 100
    let variation = Double(10 + random.index(below: 50)) / 100
    switch random.index(below: 6) {
    case 0: return "lognormal:mean=\(mean),cv=\(variation)"
    case 1: return "gamma:mean=\(mean),cv=\(variation)"
    case 2: return "normal:mean=\(mean),sd=\(variation)"
    case 3: return pick(["tough-2025", "index-43", "healthy-60", "textbook"])
    case 4: return "empirical:history"
    default:
      return "mixture:70%@lognormal:mean=1.1,cv=0.3/30%@gamma:mean=\(mean),cv=\(variation)"
    }
  }

  /// Returns a model of selling as it is written.
  mutating func selling() -> String {
    pick([
      "deals:opportunities=30,win=50%,mean=0.9,cv=0.8,cancel=20%,season=quarter-end",
      "deals:opportunities=12,mean=1.2,cv=1.2,cycle=30,cancel=40%",
      "ranked:accounts=15,mean=0.95,chance=60%,cv=0.6", "account:mean=0.9,chance=80%",
    ])
  }
}
