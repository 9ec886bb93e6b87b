internal import Findings
internal import PayAnswers
internal import PayPlans
internal import PlanFiles
internal import Reporting

/// Checks a pay plan, and prices its other readings where that is asked for.
package struct PlanChecker {
  let pricesReadings: Bool

  /// Whether the name of a file says that it is a plan; everything else is a table.
  static func isPlan(_ path: String) -> Bool {
    let name = path.lowercased()
    return name.hasSuffix(".yaml") || name.hasSuffix(".yml")
  }

  func check(_ path: String) throws(InputFailure) -> FileCheck.File {
    do {
      let (plan, findings) = try Plan.read(path: path)
      return FileCheck.File(
        path: path, kind: "pay plan", contents: ["\(plan.name)."] + plan.summary,
        rows: nil,
        rejected: nil, readings: pricesReadings ? ReadingsTable(plan) : nil, log: findings)
    } catch  where error.code == .badData {
      return FileCheck.File(
        path: path, kind: "pay plan", contents: [], rows: nil, rejected: nil, log: error.log)
    }
  }
}
