public import Amounts
internal import CSVReading
public import Findings
public import GapReporting
public import SalaryData
public import Tables

extension TableKind {
  /// People with their sex and what they were paid, for a gap report; further rows of a person have
  /// further bonuses.
  public static let payroll: TableKind = TableKind(
    "payroll", "payroll for a gap report",
    [
      TableRole("id", .identifier, isNeeded: true), TableRole("sex", .text, isNeeded: true),
      TableRole("category", .text), TableRole("basic", .amount, isNeeded: true),
      TableRole("contract_basic", .amount), TableRole("allowances", .amount),
      TableRole("overtime", .amount), TableRole("pay_period", .text),
      TableRole("period_start", .date), TableRole("period_end", .date),
      TableRole("weekly_hours", .amount), TableRole("recent_hours", .text),
      TableRole("bonus", .amount), TableRole("bonus_paid_on", .date),
      TableRole("bonus_covers", .text), TableRole("leave", .text),
      TableRole("start_date", .date), TableRole("end_date", .date), TableRole("partner", .flag),
    ])
}

/// The people of a gap report, read from a table.
public struct EmployeeTable: Sendable {
  /// What has to be known of everybody who counts.
  public struct Need: Hashable, Sendable {
    /// The rules that people are read for.
    public var jurisdiction: GapRules.Jurisdiction
    /// The day on which people are counted.
    public var day: CalendarDate
    /// What all amounts are for; nil where a column says it.
    public var paidFor: PaySpan?

    /// Creates a need.
    public init(
      _ jurisdiction: GapRules.Jurisdiction, on day: CalendarDate, paidFor: PaySpan? = nil
    ) {
      self.jurisdiction = jurisdiction
      self.day = day
      self.paidFor = paidFor
    }
  }

  /// The people, in the order of the file.
  public let employees: [Employee]
  /// The currency of the amounts, where one of them says it.
  public let currency: Currency?
  /// The rows that were read.
  public let rows: Int
  /// What is worth knowing about the file.
  public let findings: FindingLog

  private struct People {
    var employees: [Employee] = []
    var indices: [String: Int] = [:]
    /// The currencies that all amounts so far can be in; nil where none says one.
    var currencies: [Currency]?
  }

  /// Reads a file; "-" is standard input.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - need: What has to be known; nil to read what there is.
  ///   - sexes: The words for men and women.
  ///   - options: How tables are read.
  /// - Throws: `.noInput` when the file cannot be opened, `.badData` with every error in it.
  /// - Complexity: O(size of the file).
  public init(
    path: String, for need: Need?, sexes: Vocabulary, _ options: TableOptions = TableOptions()
  ) throws(InputFailure) {
    var table = try InputTable(path: path, .payroll, options)
    try self.init(&table, for: need, sexes: sexes)
  }

  /// Reads a table that is open.
  package init(
    _ table: inout InputTable, for need: Need?, sexes: Vocabulary
  ) throws(InputFailure) {
    let columns = try EmployeeColumns(&table, for: need)
    let (people, tally) = try table.rows(into: { People() }) {
      (people, record, cells) throws(InputFailure) in
      let id = cells.name(columns.id, &record)
      let bonus = columns.bonus(&record, &cells, &people.currencies)
      if let known = people.indices[id] {
        guard let bonus, cells.isBlank(columns.basic, record) else {
          record.reject(
            record.finding(
              "payroll.twice", field: columns.id.position,
              "\"\(id)\" is in the table twice",
              remedy: "a further row for a person is a further bonus, with the basic pay left empty"
            ))
          return
        }
        people.employees[known].bonuses.append(bonus)
        columns.check(people.employees[known], bonus, need, &record)
        return
      }
      guard
        var employee = columns.employee(
          id, need, sexes, &record, &cells, &people.currencies)
      else { return }
      if let bonus { employee.bonuses.append(bonus) }
      columns.check(employee, bonus, need, &record)
      people.indices[id] = people.employees.count
      people.employees.append(employee)
    }
    try table.check()
    guard !people.employees.isEmpty else {
      table.log.add(
        Finding("payroll.none", at: table.headerPlace, "there is nobody in the table"))
      throw InputFailure(.badData, table.log)
    }
    if let finding = Self.farPay(people.employees, at: table.headerPlace) {
      table.log.add(finding)
    }
    employees = people.employees
    currency = people.currencies.flatMap { $0.count == 1 ? $0[0] : nil }
    rows = tally.rows
    findings = table.log
  }
}

extension EmployeeTable {
  /// A warning of people whose pay for an hour is hardly that: hours or the span of their pay are a slip.
  private static func farPay(_ employees: [Employee], at place: Place) -> Finding? {
    let paid = employees.compactMap { employee in
      employee.roughHourlyPay.map { (id: employee.id, pay: $0) }
    }.filter { $0.pay > 0 }
    guard paid.count >= 5 else { return nil }
    let median = paid.map(\.pay).sorted()[paid.count / 2]
    // One in charge of hundreds is paid ten times as much; hours of a day for those of a week are five times.
    let far = paid.filter { !(median / 10...median * 10).contains($0.pay) }
    guard let first = far.first else { return nil }
    return Finding(
      "payroll.far", .warning, at: place,
      "\(.number(far.count)) people are paid less than a tenth or more than ten times the middle one for an hour, such as \"\(first.id)\" with \(.number(first.pay, places: 2)) beside \(.number(median, places: 2))",
      remedy: "look at their weekly_hours and pay_period")
  }
}

/// The columns of a table of employees.
private struct EmployeeColumns {
  let id: TableColumn
  let basic: TableColumn
  let sex: TableColumn
  private let columns: [String: TableColumn]

  /// Finds the columns, and asks for all that are missing at once.
  init(_ table: inout InputTable, for need: EmployeeTable.Need?) throws(InputFailure) {
    let id = table.required("id")
    let sex = table.required("sex")
    let basic = table.required("basic")
    if table.column("recent_hours") == nil { _ = table.required("weekly_hours") }
    if need?.paidFor == nil { _ = table.required("pay_period") }
    if need.map({ $0.jurisdiction != .uk }) ?? false { _ = table.required("category") }
    if table.column("bonus") != nil {
      _ = table.required("bonus_paid_on")
    } else if need != nil, table.options.mapping.column(of: "bonus", in: .payroll) == nil {
      // Every law counts bonuses, and a column that is not read would make all of them none.
      table.log.add(Self.noBonus(in: table))
    }
    if let need, need.paidFor != nil, let column = table.column("pay_period") {
      table.log.add(
        Finding(
          "payroll.pay-period", at: table.headerPlace,
          "the column \"\(column.name)\" says what pay is for, and \(.parameter(.payPeriod)) does too",
          remedy: "leave out \(.parameter(.payPeriod))"))
    }
    table.reportNearMisses(
      of: TableKind.payroll.roles.map(\.name), .warning, in: "a table of employees")
    // What the law counts may be in a column of another name: a bonus, an allowance, a leave.
    table.sayUnused(.warning)
    try table.check()
    guard let id, let sex, let basic else { throw InputFailure(.badData, table.log) }
    (self.id, self.sex, self.basic) = (id, sex, basic)
    columns = Dictionary(
      table.columns.compactMap { column in column.role.map { ($0, column) } },
      uniquingKeysWith: { first, _ in first })
  }

  /// Asks whether nobody has a bonus, or which column has them.
  private static func noBonus(in table: borrowing InputTable) -> Finding {
    let unread = table.columns.filter { $0.role == nil }.map { "\"\($0.name)\"" as Inline }
    let none: Inline = "say \(.parameter(.map, "bonus=")) if nobody got any"
    return Finding(
      "payroll.no-bonus", at: table.headerPlace,
      "no column of bonuses was read, and whether people got any changes every figure",
      remedy: unread.isEmpty
        ? none
        : "say which one has them with \(.parameter(.map, "bonus=COLUMN")), not read are \(unread.joined(separator: ", ")); or \(none)"
    )
  }

  /// Reads an amount, which is not negative; an empty cell is nil.
  private func amount(
    _ role: String, _ record: inout CSVRecord, _ cells: inout TableCells,
    _ currencies: inout [Currency]?
  ) -> Ratio? {
    guard let column = columns[role], let money = cells.money(column, &record) else { return nil }
    if !money.currencies.isEmpty {
      let common = currencies?.filter(money.currencies.contains) ?? money.currencies
      guard !common.isEmpty else {
        record.reject(
          record.finding(
            "payroll.currency", field: column.position,
            "\"\(record.text(column.position))\" is in another currency than the amounts above",
            remedy: "convert all amounts to one currency"))
        return nil
      }
      currencies = common
    }
    guard money.value >= 0 else {
      record.reject(
        record.finding(
          "payroll.negative", field: column.position, "\(column.name) must not be negative",
          remedy: "leave out what corrects the pay of another period"))
      return nil
    }
    return money.value
  }

  private func date(
    _ role: String, _ record: inout CSVRecord, _ cells: inout TableCells
  ) -> CalendarDate? {
    columns[role].flatMap { cells.date($0, &record) }
  }

  /// Reads a cell that has one of several words; an empty one is nil.
  private func word<Value>(
    _ role: String, _ record: inout CSVRecord, _ cells: borrowing TableCells, expected: Inline,
    _ value: (String) -> Value?
  ) -> Value? {
    guard let column = columns[role], let text = cells.text(column, record) else { return nil }
    if let value = value(text) { return value }
    record.reject(
      record.finding(
        "payroll.word", field: column.position,
        "\(column.name) \"\(text)\" is nothing known here",
        remedy: "write \(expected)"))
    return nil
  }

  private static let spans: Inline = Inline(
    PaySpan.allCases.map(\.rawValue).joined(separator: ", "))

  /// The bonus of a row; nil where it has none.
  func bonus(
    _ record: inout CSVRecord, _ cells: inout TableCells, _ currencies: inout [Currency]?
  ) -> Employee.Bonus? {
    guard let amount = amount("bonus", &record, &cells, &currencies), amount > 0 else {
      return nil
    }
    let covers = word("bonus_covers", &record, cells, expected: Self.spans) {
      PaySpan(words: $0)
    }
    guard let day = date("bonus_paid_on", &record, &cells) else {
      if let column = columns["bonus_paid_on"] { cells.empty(column, &record) }
      return nil
    }
    return Employee.Bonus(amount, paidOn: day, covers: covers)
  }

  /// The person of a row; nil where something is wrong with it.
  func employee(
    _ id: String, _ need: EmployeeTable.Need?, _ sexes: Vocabulary, _ record: inout CSVRecord,
    _ cells: inout TableCells, _ currencies: inout [Currency]?
  ) -> Employee? {
    let span =
      word("pay_period", &record, cells, expected: Self.spans) { PaySpan(words: $0) }
      ?? need?.paidFor
    guard let basic = amount("basic", &record, &cells, &currencies) else {
      if cells.isBlank(self.basic, record) { cells.empty(self.basic, &record) }
      return nil
    }
    guard let span else {
      if let column = columns["pay_period"], cells.isBlank(column, record) {
        cells.empty(column, &record)
      }
      return nil
    }
    let sex = word("sex", &record, cells, expected: "female or male") { text -> Sex?? in
      if MissingMark.isMissing(text) { return .some(nil) }
      switch sexes.entry(for: text, .whole)?.code {
      case "male": return .man
      case "female": return .woman
      // On record is neither.
      case .some: return .some(nil)
      case nil: return nil
      }
    }
    var employee = Employee(id, sex ?? nil, basic: basic, paidFor: span)
    employee.category = cells.text(columns["category"], record)
    employee.contractBasic = amount("contract_basic", &record, &cells, &currencies)
    employee.allowances = amount("allowances", &record, &cells, &currencies) ?? .zero
    employee.overtime = amount("overtime", &record, &cells, &currencies) ?? .zero
    employee.weeklyHours = hours(&record, &cells)
    employee.recentWeeks =
      word("recent_hours", &record, cells, expected: "hours with blanks between: 20 30 0 25") {
        let parts = $0.split { $0 == " " || $0 == ";" }
        let hours = parts.compactMap { Ratio(decimal: $0) }
        return hours.count == parts.count && hours.allSatisfy { (0...168).contains($0) }
          ? hours : nil
      } ?? []
    employee.leave =
      word("leave", &record, cells, expected: "full pay, reduced pay, or nothing") {
        Employee.Leave(words: $0)
      } ?? .none
    employee.start = date("start_date", &record, &cells)
    employee.end = date("end_date", &record, &cells)
    employee.isPartner =
      word("partner", &record, cells, expected: "yes or no") { WrittenFlag($0)?.isYes } ?? false
    let (first, last) = (
      date("period_start", &record, &cells), date("period_end", &record, &cells)
    )
    if let first, let last, first <= last { employee.period = first...last }
    checkDays(employee, first, last, &record)
    return employee
  }

  private func hours(_ record: inout CSVRecord, _ cells: inout TableCells) -> Ratio? {
    guard let column = columns["weekly_hours"],
      let hours = cells.amount(column, in: nil, &record)
    else { return nil }
    guard hours > 0, hours <= 168 else {
      record.reject(
        record.finding(
          "payroll.hours", field: column.position,
          "\"\(record.text(column.position))\" are no hours of a week",
          remedy:
            "write those of the contract, such as 37.5; where hours vary, leave it empty and use recent_hours"
        ))
      return nil
    }
    return hours
  }

  private func checkDays(
    _ employee: Employee, _ first: CalendarDate?, _ last: CalendarDate?,
    _ record: inout CSVRecord
  ) {
    if let start = employee.start, let end = employee.end, end < start {
      reject("end_date", "payroll.days", "end_date is before the start_date \(start)", &record)
    }
    guard first != nil || last != nil, employee.period == nil else { return }
    reject(
      first == nil ? "period_end" : "period_start", "payroll.days",
      "a pay period has a first day and a last one that is not before it", &record)
  }

  private func reject(
    _ role: String, _ kind: Finding.Kind, _ message: Inline, _ record: inout CSVRecord,
    remedy: Inline? = nil
  ) {
    record.reject(
      record.finding(
        kind, field: (columns[role] ?? id).position, message, remedy: remedy))
  }

  /// Asks for what is missing of a person who counts.
  func check(
    _ employee: Employee, _ bonus: Employee.Bonus?, _ need: EmployeeTable.Need?,
    _ record: inout CSVRecord
  ) {
    guard let need, employee.isEmployed(on: need.day), !employee.isPartner else { return }
    if need.jurisdiction == .uk, employee.leave == .reducedPay { return }
    if !employee.hasHours {
      reject(
        "weekly_hours", "payroll.hours", "nothing says the hours of a week", &record,
        remedy: "write those of the contract, or in recent_hours those of each of the last weeks")
    }
    if need.jurisdiction != .uk, employee.category == nil {
      reject(
        "category", "payroll.category", "nothing says which work is of equal value", &record,
        remedy: "write the category that the employer has put the work in")
    }
    guard need.jurisdiction == .uk, let bonus else { return }
    switch employee.lack(of: bonus, with: need.day) {
    case .period:
      reject(
        "bonus_paid_on", "payroll.period",
        "whether this bonus was paid in the pay period of \(need.day) depends on the payroll",
        &record,
        remedy: "write the pay period's days in the columns `period_start` and `period_end`"
      )
    case .covers:
      reject(
        "bonus_covers", "payroll.covers",
        "this bonus was paid in the pay period of \(need.day), and nothing says what span it is for",
        &record, remedy: "write one of \(Self.spans)")
    case nil: break
    }
  }
}

extension PaySpan {
  private static let spellings: [PaySpan: [String]] = [
    .week: ["weekly", "woche", "wöchentlich", "1 week"],
    .twoWeeks: ["fortnight", "fortnightly", "biweekly", "2 weeks", "zwei wochen", "2 wochen"],
    .fourWeeks: ["4 weeks", "four-weekly", "4-weekly", "vier wochen", "4 wochen"],
    .month: ["monthly", "monat", "monatlich"],
    .quarter: ["quarterly", "quartal", "vierteljahr"],
    .halfYear: ["half-year", "six months", "6 months", "halbjahr"],
    .year: ["yearly", "annual", "annually", "annum", "jahr", "jährlich"],
  ]

  /// Reads what people call a span.
  package init?(words text: String) {
    let text = text.lowercased()
    let match = Self.allCases.first {
      $0.rawValue == text || Self.spellings[$0]?.contains(text) ?? false
    }
    guard let match else { return nil }
    self = match
  }
}

extension Employee.Leave {
  /// Reads what people write of a leave.
  fileprivate init?(words text: String) {
    switch text.lowercased().replacing("_", with: " ") {
    case "none", "no", "nein", "keine": self = .none
    case "full pay", "full", "volle bezahlung", "voll": self = .fullPay
    case "reduced pay", "reduced", "nil pay", "no pay", "unpaid", "gekürzt", "unbezahlt":
      self = .reducedPay
    default: return nil
    }
  }
}
