internal import Answers
package import Findings
package import PayPlans

extension Plan {
  /// What a plan before this one has and this one has not: components and measures, by their names.
  ///
  /// - Parameters:
  ///   - old: The plan before.
  ///   - severity: How much it matters.
  ///   - remedy: What to do where it is not meant.
  /// - Returns: A finding for each, about this plan; none for what no version of the old one has.
  package func dropped(since old: Plan, _ severity: Severity, remedy: Inline) -> [Finding] {
    func all(_ plan: Plan) -> [Plan] { [plan] + plan.versions.map(\.plan) }
    func lost(_ names: (Plan) -> [String]) -> [String] {
      var known = Set(all(self).flatMap(names))
      return all(old).flatMap(names).filter { known.insert($0).inserted }
    }
    func finding(_ message: Inline) -> Finding {
      Finding(
        "plan.dropped", severity, at: place ?? Place(file: name), message, remedy: remedy)
    }
    return lost { $0.components.map(\.name) }.map { component in
      finding("the component \"\(component)\" of the plan before is not in this one")
    }
      + lost { $0.measures.map(\.name) }.map { measure in
        finding("the measure \"\(measure)\" of the plan before is not in this one")
      }
  }
}
