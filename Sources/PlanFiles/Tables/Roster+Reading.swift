internal import Amounts
internal import CSVReading
public import Findings
public import PayPlans
public import Tables

extension Roster {
  /// Reads a roster file; "-" is standard input.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - plan: The plan that people are on.
  ///   - other: Another plan, whose people are to be moved to this one; their pay and quotas are read too.
  ///   - kept: The names of further columns, whose texts go into the statements.
  ///   - options: How tables are read.
  /// - Returns: The people, and what is worth knowing about the file.
  /// - Throws: `.noInput` when the file cannot be opened, `.badData` with every error in it.
  /// - Complexity: O(size of the file).
  public static func read(
    path: String, for plan: Plan, orPeopleOn other: Plan? = nil, keeping kept: [String] = [],
    _ options: TableOptions = TableOptions()
  ) throws(InputFailure) -> (roster: Roster, findings: FindingLog) {
    var table = try InputTable(path: path, .roster, options)
    return try read(&table, for: plan, orPeopleOn: other, keeping: kept)
  }

  /// Reads the text of a roster file; `file` is the name that findings show.
  public static func read(
    csv: String, file: String, for plan: Plan, keeping kept: [String] = [],
    _ options: TableOptions = TableOptions()
  ) throws(InputFailure) -> (roster: Roster, findings: FindingLog) {
    var table = try InputTable(csv: csv, file: file, .roster, options)
    return try read(&table, for: plan, keeping: kept)
  }

  /// Reads a table that is open.
  package static func read(
    _ table: inout InputTable, for plan: Plan, orPeopleOn other: Plan? = nil,
    keeping kept: [String] = []
  ) throws(InputFailure) -> (roster: Roster, findings: FindingLog) {
    let rep = table.required("rep")
    let planColumn = table.column("plan")
    let name = table.column("name")
    let manager = table.column("manager")
    let employee = table.column("employee_id")
    let email = table.column("email")
    let currency = table.column("currency")
    let from = table.column("from")
    let until = table.column("until")
    let hire = table.column("hire_date")
    let end = table.column("end_date")
    let base = table.column("base")
    let variable = table.column("variable")
    let leaveStart = table.column("leave_start")
    let leaveEnd = table.column("leave_end")
    let quotas = try quotaColumns(&table, plan)
    let keptColumns = try keptColumns(kept, &table)
    noteOnTarget(&table, besides: keptColumns)
    table.reportNearMisses(
      of: [
        "rep", "plan", "name", "manager", "hire_date", "end_date", "from", "until", "base",
        "variable", "leave_start", "leave_end", "quota",
      ] + plan.measures.map { "quota \($0.name)" }, .error, in: "a roster")
    try table.check()
    guard let id = rep else { throw InputFailure(.badData, table.log) }

    let (people, _) = try table.rows(into: { RosterRows() }) {
      (people, record, cells) throws(InputFailure) in
      let rep = cells.name(id, &record)
      let leave = cells.leave(leaveStart, leaveEnd, &record)
      var row = Assignment(
        from: from.flatMap { cells.date($0, &record) },
        until: until.flatMap { cells.date($0, &record) }, line: record.line)
      func text(_ column: TableColumn?) -> String? { cells.text(column, record) }
      row.plan = text(planColumn)
      row.manager = text(manager)
      row.employeeID = text(employee)
      row.kept = keptColumns.map { cells.label($0, record) }
      let stated = currency.flatMap { cells.currency($0, &record) }
      let isForeign = stated.map { $0 != plan.currency } ?? false
      // Amounts of people on other plans may be in another currency, and are for the reader of those. A
      // row that leaves the plan out may go on with this one, or with one of that currency.
      let goesOn = planColumn != nil && row.plan == nil && row.from != nil
      if row.isOn(plan) || other.map({ row.isOn($0) }) ?? false, !(goesOn && isForeign) {
        row.base = base.flatMap { cells.payAmount($0, plan.currency, &record) }
        row.variable = variable.flatMap { cells.payAmount($0, plan.currency, &record) }
        for (column, measure) in quotas.known {
          guard let quota = cells.payAmount(column, plan.currency, &record) else { continue }
          if let other = row.quotas.updateValue(quota, forKey: measure), other != quota {
            record.reject(
              record.finding(
                "roster.quota", field: column.position,
                "the quota of \"\(measure)\" is \(.ungrouped(quota)) here, but \(.ungrouped(other)) in the column \"quota \(measure)\"",
                remedy: "leave one of them out"))
          }
          if quota == .zero {
            record.reject(
              record.finding(
                "roster.quota", field: column.position, "a quota of 0 leaves no attainment",
                remedy: "leave the cell empty for the plan's quota, or use a ramp"))
          }
        }
        let hasAmounts = row.base != nil || row.variable != nil || !row.quotas.isEmpty
        if hasAmounts, isForeign, let stated, let currency {
          record.reject(
            record.finding(
              "roster.currency", field: currency.position,
              "the amounts of \"\(rep)\" are in \(stated.code), and the plan pays in \(plan.currency.code)",
              remedy:
                "write them in \(plan.currency.code), or put the person on a plan in \(stated.code)"
            ))
        }
        // A roster of several plans has columns for the measures of each.
        for open in quotas.open where !record.isEmpty(open.column.position) {
          record.reject(
            record.finding(
              "roster.quota", field: open.column.position, open.message, remedy: open.remedy))
        }
      }
      if let from = row.from, let until = row.until, until < from {
        record.reject(
          record.finding(
            "roster.dates", field: id.position,
            "the terms end on \(until), before they begin on \(from)"))
      }
      let start = hire.flatMap { cells.date($0, &record) }
      let last = end.flatMap { cells.date($0, &record) }
      if let start, let last, last < start {
        record.reject(
          record.finding(
            "roster.dates", field: (end ?? id).position, "end_date is before the hire_date \(start)"
          ))
      }
      let person = RosterRows.Person(
        id: rep, name: text(name), email: text(email), hireDate: start, endDate: last)
      do throws(RosterRows.Fault) {
        try people.add(row, of: person, leave)
      } catch {
        record.reject(
          record.finding(error.kind, field: id.position, error.message, remedy: error.remedy))
      }
    }
    var log = table.log
    let roster = Roster(
      people.reps(at: table.file.place, &log), keptColumns: keptColumns.map(\.name),
      file: table.file.place.file, sheet: table.file.place.sheet
    ).namingManagers()
    for loop in roster.managerLoops() { log.add(loop) }
    if log.hasErrors { throw InputFailure(.badData, log) }
    return (roster, log)
  }

  /// Says that on-target earnings are not read: how they divide into base and variable is not known.
  private static func noteOnTarget(_ table: inout InputTable, besides kept: [TableColumn]) {
    let names: Set<String> = ["ote", "zielgehalt", "zieleinkommen"]
    let column = table.columns.first { column in
      guard column.role == nil, !kept.contains(where: { $0.position == column.position }) else {
        return false
      }
      let words = Wording.words(ofHeader: column.name)
      return words.contains(where: names.contains) || words.starts(with: ["on", "target"])
        || words.starts(with: ["target", "earnings"])
    }
    guard let column else { return }
    table.log.add(
      Finding(
        "roster.on-target", .warning, at: table.headerPlace,
        "\"\(column.name)\" is not read: it does not say how it divides into base and variable",
        remedy: "have columns `base` and `variable`; without them the plan's own count"))
  }

  /// Finds the columns that go into the statements.
  private static func keptColumns(
    _ names: [String], _ table: inout InputTable
  ) throws(InputFailure) -> [TableColumn] {
    var columns: [TableColumn] = []
    for name in names {
      let folded = TableColumn.folded(name)
      guard let column = table.columns.first(where: { TableColumn.folded($0.name) == folded })
      else {
        throw InputFailure(
          .usage,
          Finding(
            "roster.kept", at: table.headerPlace, "the roster has no column \"\(name)\" to keep",
            remedy: NearMiss.remedy(for: name, among: table.file.header)))
      }
      columns.append(column)
    }
    return columns
  }

  private struct QuotaColumns {
    /// The columns of measures; `quota` is the last.
    var known: [(column: TableColumn, measure: String)] = []
    /// The columns of what is no measure of the plan, or of nobody knows which, with what to say of them.
    var open: [(column: TableColumn, message: Inline, remedy: Inline?)] = []
  }

  /// A column with such a word is a quota that somebody expects to count.
  private static let quotaWords: Set<String> = ["quota", "quotas", "quote", "zielquote"]

  /// Finds `quota` and `quota MEASURE`.
  private static func quotaColumns(
    _ table: inout InputTable, _ plan: Plan
  ) throws(InputFailure) -> QuotaColumns {
    var columns = QuotaColumns()
    let counted = plan.measures.filter { !$0.isScored }
    for measure in counted {
      if let column = try table.column(named: "quota \(measure.name)", .amount) {
        columns.known.append((column, measure.name))
      }
    }
    for column in table.columns where column.role == nil {
      let isQuota = Wording.words(of: column.name).contains(where: quotaWords.contains)
      guard isQuota, !columns.known.contains(where: { $0.column.position == column.position })
      else { continue }
      columns.open.append(
        (
          table.reading(column, as: .amount),
          "the plan counts no measure for the column \"\(column.name)\"",
          NearMiss.remedy(for: column.name, among: counted.map { "quota \($0.name)" })
        ))
    }
    if let column = table.column("quota") {
      let withQuota = counted.filter { $0.quota != nil }
      let candidates = withQuota.isEmpty ? counted : withQuota
      guard candidates.count == 1 else {
        columns.open.append(
          (
            column,
            "the column \"quota\" does not say which of the \(candidates.count) measures it is for",
            candidates.isEmpty
              ? nil
              : "call it \(candidates.map { Inline.code("\"quota \($0.name)\"") }.joined(separator: " or "))"
          ))
        return columns
      }
      columns.known.append((column, candidates[0].name))
    }
    return columns
  }
}

extension TableCells {
  /// Reads the first and the last day of a leave; nil where neither is there.
  fileprivate mutating func leave(
    _ first: TableColumn?, _ last: TableColumn?, _ record: inout CSVRecord
  ) -> ClosedRange<CalendarDate>? {
    let from = first.flatMap { date($0, &record) }
    let to = last.flatMap { date($0, &record) }
    if let from, let to, from <= to { return from...to }
    if let from, let to, let last {
      record.reject(
        record.finding(
          "roster.dates", field: last.position,
          "the leave ends on \(to), before it starts on \(from)"))
    } else if let column = from == nil ? last : first, !record.isEmpty(column.position) {
      record.reject(
        record.finding(
          "roster.dates", field: column.position,
          "a leave needs both its leave_start and its leave_end"))
    }
    return nil
  }

  /// Reads pay or a quota of a year, which is not negative.
  fileprivate mutating func payAmount(
    _ column: TableColumn, _ currency: Currency, _ record: inout CSVRecord
  ) -> Ratio? {
    guard let amount = amount(column, in: currency, &record) else { return nil }
    if .zero <= amount { return amount }
    record.reject(
      record.finding(
        "roster.negative", field: column.position, "\(column.name) must not be negative"))
    return nil
  }
}
