public import Amounts
internal import CSVReading
public import Findings
public import MarketPricing
public import Tables

/// What a file says of the grades of a structure: whole ranges, or what ranges are made of.
public struct GradeTable: Sendable {
  /// A row.
  public struct Grade: Hashable, Sendable {
    /// The name.
    public var name: String
    /// The points or the number that the pay line is read at.
    public var points: Ratio?
    /// The range, where minimum and maximum are given.
    public var range: PayRange?
    /// The midpoint, where it is given.
    public var midpoint: Ratio?
    /// Maximum over minimum, less 1, where it is given.
    public var spread: Ratio?
    /// Where it stands.
    public var place: Place
  }

  /// The grades, in the order of the file.
  public let grades: [Grade]
  /// The currency that the file names; nil where it names none.
  public let currency: Currency?
  /// The currency that the language of its columns points to; nil where it points to none.
  public let pointedCurrency: Currency?
  /// What became of the rows.
  public let account: TableAccount
  /// What was found.
  public let findings: FindingLog

  /// Reads grades.
  ///
  /// - Throws: `.noInput` when the file cannot be opened, `.badData` without a column of grades, for two
  ///   grades of one name and for several currencies.
  /// - Complexity: O(size of the file).
  public init(
    path: String, _ options: TableOptions = TableOptions()
  ) throws(InputFailure) {
    var table = try InputTable(path: path, .grades, options)
    try self.init(&table)
  }

  /// Reads a table that is open.
  package init(_ table: inout InputTable) throws(InputFailure) {
    let name = table.required("grade")
    table.reportNearMisses(
      of: TableKind.grades.roles.map(\.name), .warning, in: "a pay structure")
    try table.check()
    guard let name else { throw InputFailure(.badData, table.log) }
    let money = try MoneyColumns(table)
    let columns = table.columns
    func column(_ role: String) -> TableColumn? { columns.first { $0.role == role } }
    let ((grades, currencies), tally) = try table.rows(into: { ([Grade](), Set<Currency>()) }) {
      (found, record, cells) throws(InputFailure) in
      func amount(_ role: String) -> Ratio? {
        money.amount(role, &record, &cells, &found.1)
      }
      let (minimum, midpoint, maximum) = (
        amount("minimum"), amount("midpoint"), amount("maximum")
      )
      var grade = Grade(
        name: cells.name(name, &record),
        points: column("points").flatMap { cells.amount($0, in: nil, &record) },
        range: nil, midpoint: midpoint,
        spread: column("spread").flatMap { cells.share($0, upTo: 5, &record) },
        place: record.place(name.position))
      if let minimum, let maximum {
        grade.range = PayRange(minimum: minimum, midpoint: midpoint, maximum: maximum)
        if grade.range == nil {
          record.reject(
            record.finding(
              "grades.order", field: column("minimum")?.position ?? 0,
              "minimum, midpoint and maximum do not rise"))
        }
      } else if minimum != nil || maximum != nil {
        record.reject(
          record.finding(
            "grades.half", field: column("minimum")?.position ?? 0,
            "a range has a minimum and a maximum, and one of them is empty"))
      }
      if found.0.contains(where: { $0.name.lowercased() == grade.name.lowercased() }) {
        record.reject(
          record.finding(
            "grades.twice", field: name.position, "the grade \"\(grade.name)\" is here twice"))
      }
      if !record.isRejected { found.0.append(grade) }
    }
    currency = try table.onlyCurrency(of: currencies)
    pointedCurrency = table.pointedCurrency
    self.grades = grades
    account = TableAccount(tally)
    findings = table.log
  }
}

/// Amounts of a table with the currency that a column of it, or the cells, name.
struct MoneyColumns {
  private let columns: [TableColumn]
  private let currency: TableColumn?
  private let period: TableColumn?
  private let time: (column: TableColumn, meaning: WorkingTime)?

  /// What the rows have.
  struct Tally {
    var currencies: Set<Currency> = []
    fileprivate var times = WorkingTime.Tally()
  }

  /// Pay for a year, and the part of full time that it is for.
  struct YearlyPay {
    /// What is paid.
    var pay: Ratio
    /// The part of full time, above 0.
    var share: Ratio = .one
  }

  /// Takes the columns of money, and of working time where the kind has it.
  ///
  /// - Throws: `.usage` for hours that are to be parts of full time, of which nobody said the hours.
  init(_ table: borrowing InputTable) throws(InputFailure) {
    columns = table.columns
    currency = table.column("currency")
    period = table.column("pay_period")
    let share = table.column(WorkingTime.shareRole)
    time = try (share ?? table.column(WorkingTime.hoursRole)).map { (column) throws(InputFailure) in
      let meaning = try WorkingTime(
        isHours: share == nil, name: column.name, at: table.headerPlace, table.options.mapping,
        of: table.kind)
      return (column, meaning)
    }
  }

  /// Says what was found of working time.
  func sayTimes(_ tally: Tally, in table: inout InputTable) {
    if let time {
      time.meaning.findings(tally.times).forEach { table.log.add($0) }
    } else if table.options.mapping.partTimePay(in: table.kind) != nil {
      table.log.add(WorkingTime.unused(at: table.headerPlace, in: table.kind))
    }
  }

  /// Says by what pay is brought to a year, where a column says what it is for.
  func sayPeriods(in table: inout InputTable) {
    guard let period else { return }
    table.log.add(
      Finding(
        "employees.periods", .note, at: table.headerPlace,
        "pay is brought to a year by \"\(period.name)\": 2,080 hours, 260 days, 52 weeks or 12 months make one"
      ))
  }

  /// Reads the pay of a role for a year, by the columns that say what amounts are for and how much of full
  /// time people work.
  func yearlyPay(
    _ role: String, _ record: inout CSVRecord, _ cells: inout TableCells, _ tally: inout Tally
  ) -> YearlyPay? {
    guard let pay = amount(role, &record, &cells, &tally.currencies),
      let span = span(&record, &cells),
      let yearly = try? pay * Ratio(Int128(span.countPerYear))
    else { return nil }
    guard let (column, meaning) = time else { return YearlyPay(pay: yearly) }
    let number = cells.text(column, record).flatMap(meaning.number)
    tally.times.count(number)
    guard let told = meaning.pay, let share = number.flatMap(meaning.share)
    else { return YearlyPay(pay: yearly) }
    // A rate for an hour is that of full time, whatever somebody works.
    guard told == .fullTime || span == .hour else { return YearlyPay(pay: yearly, share: share) }
    return (try? yearly * share).map { YearlyPay(pay: $0, share: share) }
  }

  /// What the pay of a row is for; nil after rejecting a row that says it in unknown words.
  private func span(_ record: inout CSVRecord, _ cells: inout TableCells) -> PayPeriod? {
    guard let period, let text = cells.text(period, record) else { return .year }
    switch PayPeriodLabel(text) {
    case .period(let span): return span
    case .usual: return .year
    case nil:
      record.reject(
        record.finding(
          "salary.unknown-period", field: period.position,
          "\"\(text)\" is no period of pay",
          remedy: "known are hour, day, week, biweekly, semimonthly, month and year"))
      return nil
    }
  }

  /// Reads the amount of a role, and notes its currency; nil where there is none.
  func amount(
    _ role: String, _ record: inout CSVRecord, _ cells: inout TableCells,
    _ currencies: inout Set<Currency>
  ) -> Ratio? {
    guard let column = columns.first(where: { $0.role == role }),
      let amount = cells.money(column, &record)
    else { return nil }
    let named = currency.flatMap { cells.currency($0, &record) }
    let own = amount.currencies.isEmpty ? Array(column.namedCurrencies) : amount.currencies
    if let named, !own.isEmpty, !own.contains(named) {
      record.reject(
        record.finding(
          "table.currency", field: column.position,
          "\(column.name) \"\(record.text(column.position))\" is not in \(named.code)"))
      return nil
    }
    if let currency = named ?? own.first { currencies.insert(currency) }
    return amount.value
  }
}

extension InputTable {
  /// The currency of all amounts; nil where none is named.
  ///
  /// - Throws: `.badData` for several.
  mutating func onlyCurrency(of currencies: Set<Currency>) throws(InputFailure) -> Currency? {
    guard currencies.count > 1 else { return currencies.first }
    let codes = currencies.map(\.code).sorted().joined(separator: ", ")
    log.add(
      Finding(
        "market.currencies", at: headerPlace, "the amounts are in several currencies: \(codes)",
        remedy: "keep one of them in each file"))
    throw InputFailure(.badData, log)
  }
}
