extension Bonus {
  func summary(in plan: Plan) -> String {
    let unit = plan.measure(named: measure)?.unit ?? .money
    let steps = steps.map {
      "\(plan.words($0.pay, of: "the period's variable")) \($0.isAbove ? "above" : "at") \(plan.words($0.at, of: "quota", unit: unit))"
    }
    return "pays, by \(period.rawValue) and on \"\(measure)\", "
      + steps.joined(separator: isCumulative ? ", and on top of it " : ", or ") + "."
  }

  func reasonUncredited(
    _ name: String, _ deal: Deal, in deals: Deals, on plan: Plan
  ) -> String? {
    plan.reasonUncredited(measure, deal, deals)
      ?? "The bonus \"\(name)\" counts it, but pays only on the deal that reaches its level."
  }
}
