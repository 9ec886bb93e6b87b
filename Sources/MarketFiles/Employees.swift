public import Amounts
internal import CSVReading
public import Findings
public import MarketPricing
internal import SalaryData
public import Tables

/// People in grades, with their pay for a year.
public struct Employees: Sendable {
  /// The people, in the order of the file.
  public let people: [GradedEmployee]
  /// The currency that the file names; nil where it names none.
  public let currency: Currency?
  /// What became of the rows.
  public let account: TableAccount
  /// What was found.
  public let findings: FindingLog

  /// Reads people.
  ///
  /// - Parameters:
  ///   - path: The file; "-" is standard input.
  ///   - groups: Columns whose values put people into groups.
  ///   - options: How the file is read.
  /// - Throws: `.noInput` when the file cannot be opened, `.badData` without a column that is needed and
  ///   for several currencies, `.usage` for a group that there is no column for.
  /// - Complexity: O(size of the file).
  public init(
    path: String, groups: [String] = [], _ options: TableOptions = TableOptions()
  ) throws(InputFailure) {
    var table = try InputTable(path: path, .employees, options)
    try self.init(&table, groups: groups)
  }

  /// Reads a table that is open.
  package init(
    _ table: inout InputTable, groups: [String] = []
  ) throws(InputFailure) {
    let id = table.required("employee")
    let grade = table.required("grade")
    _ = table.required("salary")
    let genders = try table.options.genders.map { (path) throws(InputFailure) in
      try Vocabulary(path: path)
    }
    var groupColumns: [(name: String, column: TableColumn, isOfGenders: Bool)] = []
    for name in groups {
      guard let column = try table.column(named: name, .text) else {
        throw InputFailure(
          .usage,
          Finding(
            "employees.group", at: table.headerPlace, "there is no column \"\(name)\" to group by",
            remedy: NearMiss.remedy(for: name, among: table.file.header)))
      }
      let values = ColumnValues(table.file.sample.map { $0[column.position] })
      let isOfGenders = values.share { genders?.entry(for: $0, .whole) != nil } >= 0.9
      groupColumns.append((name, column, isOfGenders))
    }
    try table.check()
    guard let id, let grade else { throw InputFailure(.badData, table.log) }
    let money = try MoneyColumns(table)
    money.sayPeriods(in: &table)
    table.sayUnused(.note)
    let columns = table.columns
    func column(_ role: String) -> TableColumn? { columns.first { $0.role == role } }
    let ((people, found, _), tally) = try table.rows(into: {
      ([GradedEmployee](), MoneyColumns.Tally(), Set<String>())
    }) { (found, record, cells) throws(InputFailure) in
      let name = cells.name(id, &record)
      let grade = cells.name(grade, &record)
      let pay = money.yearlyPay("salary", &record, &cells, &found.1)
      let day = column("eligible_from").flatMap { cells.date($0, &record) }
      let isOnLeave = column("protected_leave").flatMap { cells.flag($0, &record) } ?? false
      if record.isRejected { return }
      guard let pay, .zero < pay.pay else {
        record.reject(
          record.finding(
            "employees.pay", field: column("salary")?.position ?? 0, "\"\(name)\" has no pay",
            remedy: "write the pay for a year, or leave the row out"))
        return
      }
      guard found.2.insert(name).inserted else {
        record.reject(
          record.finding(
            "employees.twice", field: id.position, "\"\(name)\" is here twice, with other values",
            remedy: "keep one row for each person"))
        return
      }
      found.0.append(
        GradedEmployee(
          name, grade: grade, pay: pay.pay, share: pay.share,
          rating: cells.text(column("rating"), record),
          eligibleFrom: day, isOnProtectedLeave: isOnLeave,
          groups: Dictionary(
            groupColumns.map { group in
              let text = cells.text(group.column, record) ?? ""
              let gender = group.isOfGenders ? genders?.entry(for: text, .whole)?.title : nil
              return (group.name, gender ?? text)
            },
            uniquingKeysWith: { $1 })))
    }
    money.sayTimes(found, in: &table)
    currency = try table.onlyCurrency(of: found.currencies)
    self.people = people
    account = TableAccount(tally)
    findings = table.log
  }
}
