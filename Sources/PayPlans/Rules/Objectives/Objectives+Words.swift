internal import Amounts
internal import Phrases

extension Objectives {
  func summary(in plan: Plan) -> Inline {
    let goals = goals.map { goal -> Inline in "\(goal.name) \(.share(goal.weight))" }
    return
      "pays its target by \(period.words) as the goals are scored: \(goals.joined(separator: ", "))."
  }
}
