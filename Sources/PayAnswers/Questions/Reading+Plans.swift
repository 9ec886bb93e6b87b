package import Answers
package import Findings
package import PayPlans
internal import PlanFiles

extension [Plan] {
  /// What each is called where several are shown: its name, with its file where one of another file has the
  /// same name.
  package var labels: [String] {
    map { plan in
      let namesakes = filter { $0.name == plan.name && $0.place?.file != plan.place?.file }
      guard let path = plan.place?.file, !namesakes.isEmpty else { return plan.name }
      func file(_ path: String) -> String {
        path.split(separator: "/").last.map(String.init) ?? path
      }
      let isTold = namesakes.allSatisfy { $0.place.map { file($0.file) != file(path) } ?? true }
      return "\(plan.name) (\(isTold ? file(path) : path))"
    }
  }

  /// Whether the names of some tell them from no other.
  var haveNamesakes: Bool { labels != map(\.name) }
}

extension Reading {
  /// Reads a plan, and keeps what was found in it.
  package mutating func plan(_ path: String) throws(InputFailure) -> Plan {
    let name = path.lowercased()
    if ["csv", "tsv", "gz", "xlsx", "xlsm", "xls"].contains(where: { name.hasSuffix(".\($0)") }) {
      throw InputFailure(
        .usage,
        Finding(
          "plan.file", at: Place(file: path), "this is a table, and a plan is asked for here",
          remedy: "a plan is a YAML file, and stands before the deals"))
    }
    let (plan, found) = try Plan.read(path: path)
    inputs.append(InputDescription(path: path))
    findings.add(found)
    return plan
  }

  /// Reads plans that a roster is to tell from each other.
  ///
  /// - Parameter paths: The files.
  /// - Returns: The plans, in the same order.
  /// - Throws: what reading one throws, and `.badData` for two of one name.
  mutating func plans(_ paths: [String]) throws(InputFailure) -> [Plan] {
    var read: [Plan] = []
    for path in paths {
      let plan = try plan(path)
      if let other = read.first(where: { $0.name.lowercased() == plan.name.lowercased() }) {
        throw InputFailure(
          .badData,
          Finding(
            "plan.same-name", at: plan.place ?? Place(file: path),
            "the plan \"\(plan.name)\" has the name of the one in \(other.place?.file ?? "")",
            remedy: "a roster tells plans by their names: give each its own"))
      }
      read.append(plan)
    }
    return read
  }
}
