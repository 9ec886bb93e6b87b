package import Answers
package import Findings
package import PayPlans
internal import PlanFiles

extension Reading {
  /// Reads a plan, and keeps what was found in it.
  package mutating func plan(_ path: String) throws(InputFailure) -> Plan {
    let (plan, found) = try Plan.read(path: path)
    inputs.append(InputDescription(path: path))
    findings.add(found)
    return plan
  }
}
