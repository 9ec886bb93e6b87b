internal import Amounts
internal import Findings
internal import PayPlans
internal import YAMLReading

extension Grammar {
  static let objectives = Grammar(
    "objectives", what: "a component",
    [
      .init("objectives", .text, required: true, "the name that statements show"),
      .init("period", .period, required: true, "the time at whose end the goals are scored"),
      .init(
        "target", .level, default: "what the others leave",
        "the share of `variable`, or the amount a year, that full scores pay"),
      .init(
        "goals", .named(.share), required: true, "the goals with their weights, which sum to 100 %"),
    ])
}

extension PlanReader {
  func objectives(_ keys: YAMLGroup) -> Objectives? {
    let period = keys.choice("period", PlanPeriod.words)
    let target = keys["target"].flatMap { self.target($0, .code("target")) }
    let goalsValue = keys["goals"]
    var goals: [Objectives.Goal] = []
    for entry in goalsValue.flatMap({ yaml.entries($0, .code("goals")) }) ?? [] {
      if let weight = share(entry.value, "a weight") {
        goals.append(Objectives.Goal(entry.name, weight: weight))
      }
    }
    guard let period, let goalsValue, !goals.isEmpty else { return nil }
    if goals.count == goalsValue.entries?.count {
      _ = sumsToOne(goals.map(\.weight), at: goalsValue, "the weights of the goals")
    }
    return Objectives(period: period, target: target, goals: goals)
  }
}
