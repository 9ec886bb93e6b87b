internal import Amounts

extension Objectives {
  func summary(in plan: Plan) -> String {
    let goals = goals.map { "\($0.name) \($0.weight.percentText)" }
    return "pays its target by \(period.rawValue) as the goals are scored: "
      + goals.joined(separator: ", ") + "."
  }
}
