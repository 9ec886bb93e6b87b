package import Answers
package import Findings
package import PayPlans
internal import PlanFiles

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
}
