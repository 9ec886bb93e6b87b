internal import Amounts
internal import CSVReading
public import Findings
public import PayPlans

extension Roster {
  /// Reads a roster file; "-" is standard input.
  ///
  /// - Throws: `.noInput` when the file cannot be opened, `.badData` with every error in it.
  /// - Complexity: O(size of the file).
  public static func read(
    path: String, for plan: Plan
  ) throws(InputFailure) -> (roster: Roster, findings: FindingLog) {
    try read(try TableReader(path: path), for: plan)
  }

  /// Reads the text of a roster file; `file` is the name that findings show.
  public static func read(
    csv: String, file: String, for plan: Plan
  ) throws(InputFailure) -> (roster: Roster, findings: FindingLog) {
    try read(try TableReader(csv: csv, file: file), for: plan)
  }

  private static func read(
    _ reader: consuming TableReader, for plan: Plan
  ) throws(InputFailure) -> (roster: Roster, findings: FindingLog) {
    var table = reader
    let id = table.required("rep")
    let planColumn = table.column("plan")
    let name = table.column("name")
    let manager = table.column("manager")
    let hire = table.column("hire_date")
    let end = table.column("end_date")
    let base = table.column("base")
    let variable = table.column("variable")
    let leaveStart = table.column("leave_start")
    let leaveEnd = table.column("leave_end")
    let quotas = try quotaColumns(&table, plan)
    table.reportNearMisses(
      of: [
        "rep", "plan", "name", "manager", "hire_date", "end_date", "base", "variable",
        "leave_start",
        "leave_end", "quota",
      ] + plan.measures.map { "quota \($0.name)" }, .error, in: "a roster")
    try table.check()

    var reps: [Rep] = []
    var indices: [String: Int] = [:]
    let tally = try table.file.records { (record) throws(InputFailure) in
      let rep = record.name(id, "rep")
      let from = leaveStart.flatMap { record.date($0, "leave_start") }
      let to = leaveEnd.flatMap { record.date($0, "leave_end") }
      if let from, let to, to < from {
        record.reject(
          record.finding(
            "roster.dates", field: leaveEnd ?? id, "the leave ends before it starts on \(from)"))
        return
      }
      if let known = indices[rep] {
        guard let from, let to else {
          record.reject(
            record.finding(
              "roster.duplicate", field: id, "\"\(rep)\" is on the roster twice",
              remedy: "a further row for a rep is a leave, with leave_start and leave_end"))
          return
        }
        reps[known].addLeave(from...to)
        return
      }
      var row = Rep(rep, line: record.line)
      func text(_ field: Int?) -> String? {
        guard let field, !record.isEmpty(field) else { return nil }
        return record.label(field)
      }
      row.plan = text(planColumn)
      row.name = text(name)
      row.manager = text(manager)
      row.hireDate = hire.flatMap { record.date($0, "hire_date") }
      row.endDate = end.flatMap { record.date($0, "end_date") }
      if let start = row.hireDate, let last = row.endDate, last < start {
        record.reject(
          record.finding(
            "roster.dates", field: end ?? id, "end_date is before the hire_date \(start)"))
      }
      row.base = base.flatMap { record.payAmount($0, "base", plan.currency) }
      row.variable = variable.flatMap { record.payAmount($0, "variable", plan.currency) }
      for (field, measure) in quotas.known {
        guard let quota = record.payAmount(field, "quota", plan.currency) else { continue }
        if let other = row.quotas.updateValue(quota, forKey: measure), other != quota {
          record.reject(
            record.finding(
              "roster.quota", field: field,
              "the quota of \"\(measure)\" is \(.ungrouped(quota)) here, but \(.ungrouped(other)) in the column \"quota \(measure)\"",
              remedy: "leave one of them out"))
        }
        if quota == .zero {
          record.reject(
            record.finding(
              "roster.quota", field: field, "a quota of 0 leaves no attainment",
              remedy: "leave the cell empty for the plan's quota, or use a ramp"))
        }
      }
      // A roster of several plans has columns for the measures of each.
      for (field, name) in quotas.unknown where !record.isEmpty(field) && row.isOn(plan) {
        record.reject(
          record.finding(
            "roster.quota", field: field, "the plan counts no measure for the column \"\(name)\"",
            remedy: NearMiss.remedy(
              for: name, among: plan.measures.filter { !$0.isScored }.map { "quota \($0.name)" })))
      }
      if let from, let to {
        row.addLeave(from...to)
      } else if let field = from == nil ? leaveEnd : leaveStart, !record.isEmpty(field) {
        record.reject(
          record.finding(
            "roster.dates", field: field, "a leave needs both its leave_start and its leave_end"))
      }
      indices[rep] = reps.count
      reps.append(row)
    }
    table.add(tally)
    try table.check()
    let roster = Roster(reps, file: table.file.name)
    let loops = roster.managerLoops()
    if !loops.isEmpty {
      var log = table.log
      for loop in loops { log.add(loop) }
      throw InputFailure(.badData, log)
    }
    return (roster, table.log)
  }

  private struct QuotaColumns {
    /// The columns of measures; `quota` is the last.
    var known: [(field: Int, measure: String)] = []
    /// The columns of what is no measure of the plan.
    var unknown: [(field: Int, name: String)] = []
  }

  /// Finds `quota` and `quota MEASURE`.
  private static func quotaColumns(
    _ table: inout TableReader, _ plan: Plan
  ) throws(InputFailure) -> QuotaColumns {
    var columns = QuotaColumns()
    let counted = plan.measures.filter { !$0.isScored }
    for measure in counted {
      if let field = table.column("quota \(measure.name)") {
        columns.known.append((field, measure.name))
      }
    }
    for (field, name) in table.file.header.enumerated()
    where TableReader.folded(name).hasPrefix("quota_")
      && !columns.known.contains(where: { $0.field == field })
    {
      columns.unknown.append((field, name))
    }
    if let field = table.column("quota") {
      let withQuota = counted.filter { $0.quota != nil }
      let candidates = withQuota.isEmpty ? counted : withQuota
      guard candidates.count == 1 else {
        throw InputFailure(
          .badData,
          Finding(
            "roster.quota", at: Place(file: table.file.name, line: table.file.headerLine),
            "the column \"quota\" does not say which of the \(candidates.count) measures it is for",
            remedy:
              "call it \(candidates.map { Inline.code("\"quota \($0.name)\"") }.joined(separator: " or "))"
          ))
      }
      columns.known.append((field, candidates[0].name))
    }
    return columns
  }
}

extension CSVRecord {
  /// Reads pay or a quota of a year, which is not negative.
  fileprivate mutating func payAmount(
    _ field: Int, _ what: String, _ currency: Currency
  ) -> Ratio? {
    guard let amount = amount(field, what, in: currency) else { return nil }
    if .zero <= amount { return amount }
    reject(finding("roster.negative", field: field, "\(what) must not be negative"))
    return nil
  }
}
