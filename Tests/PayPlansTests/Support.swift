import Amounts
import Findings
import PayPlans
import Testing

/// Returns the path of a file in `datasets`, from wherever the tests run.
func datasets(_ path: String, file: String = #filePath) -> String {
  let parts = file.split(separator: "/").dropLast(3)
  return "/" + parts.joined(separator: "/") + "/datasets/" + path
}

/// Returns what stops a plan from being read, as it is printed.
func failure(_ yaml: String) -> [Finding] {
  do {
    _ = try Plan.read(yaml: yaml, file: "plan.yaml")
    return []
  } catch {
    return error.log.findings
  }
}
