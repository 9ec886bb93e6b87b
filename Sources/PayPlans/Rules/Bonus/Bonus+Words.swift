internal import Phrases

extension Bonus {
  func summary(in plan: Plan) -> Inline {
    let unit = plan.measure(named: measure)?.unit ?? .money
    let steps = steps.map { step -> Inline in
      let pay = plan.words(step.pay, of: .periodVariable)
      let level = plan.words(step.at, of: .quota, unit: unit)
      return step.isAbove ? "\(pay) above \(level)" : "\(pay) at \(level)"
    }
    let list = steps.joined(separator: isCumulative ? ", and on top of it " : ", or ")
    return "pays, by \(period.words) and on \"\(measure)\", \(list)."
  }

  func reasonUncredited(
    _ name: String, _ deal: Deal, in deals: Deals, on plan: Plan
  ) -> Inline? {
    plan.reasonUncredited(measure, deal, deals)
      ?? "The bonus \"\(name)\" counts it, but pays only on the deal that reaches its level."
  }
}
