public import Findings
public import PayPlans
package import YAMLReading

extension Plan {
  /// Reads a plan file; "-" is standard input.
  ///
  /// - Returns: the plan, and warnings about what is probably not meant.
  /// - Throws: `.noInput` when the file cannot be opened, `.badData` with every error in it.
  public static func read(path: String) throws(InputFailure) -> (plan: Plan, findings: FindingLog) {
    try read(try YAMLDocument.read(path: path))
  }

  /// Reads the text of a plan file; `file` is the name that findings show.
  ///
  /// - Throws: `.badData` with every error in the text.
  public static func read(
    yaml: String, file: String
  ) throws(InputFailure) -> (plan: Plan, findings: FindingLog) {
    try read(try YAMLDocument(text: yaml, file: file))
  }

  /// Reads a plan that is open.
  package static func read(
    _ document: YAMLDocument
  ) throws(InputFailure) -> (plan: Plan, findings: FindingLog) {
    let yaml = YAMLReader(document)
    let plan = PlanReader(yaml).plan()
    guard let plan, !yaml.log.hasErrors else { throw InputFailure(.badData, yaml.log) }
    var log = yaml.log
    for var finding in plan.faults() + plan.warnings() {
      finding.excerpt = finding.place?.line.flatMap { document.excerpt(line: $0) }
      log.add(finding)
    }
    if log.hasErrors { throw InputFailure(.badData, log) }
    return (plan, log)
  }
}
