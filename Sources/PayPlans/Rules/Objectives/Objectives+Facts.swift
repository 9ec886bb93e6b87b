extension Objectives {
  var facts: RuleFacts {
    var facts = RuleFacts(target: target.map { .level($0) } ?? .open)
    facts.needsTarget = true
    facts.needsVariable = target?.isShare ?? true
    facts.scores = goals.map { $0.name }
    facts.carry = .nothing
    return facts
  }

  func terms(of component: Component) -> [PlanTerm] {
    goals.map { goal in
      PlanTerm(
        .goal, of: component, named: "\(component.name): \(goal.name)", period: period,
        pay: .level(.share(goal.weight)))
    }
  }
}
