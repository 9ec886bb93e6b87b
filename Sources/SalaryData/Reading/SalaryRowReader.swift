internal import Amounts
internal import CSVReading
internal import Findings
internal import Tables

/// Reads the records of a salary file into columns; what holds for all records is decided before.
struct SalaryRowReader: Sendable {
  let columns: SalaryColumns
  /// The number of columns of the file.
  let fieldCount: Int
  let conventions: SalaryConventions
  let rules: Rules
  let periodField: Int?
  /// Whether the column of periods counts although the column of pay names one.
  let periodsOverrule: Bool
  let currencyField: Int?
  /// Whether the lines of the rows are kept.
  let keepsLines: Bool
  /// The span that pay is for where a person said so.
  let toldPeriod: PayPeriod?

  private var decimal: DecimalConvention { conventions.decimal }

  /// The rules that a record alone decides; a set would be hashed for every row.
  struct Rules: Sendable {
    let totalRow: Bool
    let netPay: Bool
    let onTargetPay: Bool
    let zeroPay: Bool
    let duplicateRow: Bool

    init(_ rules: Set<CleaningRule>) {
      totalRow = rules.contains(.totalRow)
      netPay = rules.contains(.netPay)
      onTargetPay = rules.contains(.onTargetPay)
      zeroPay = rules.contains(.zeroPay)
      duplicateRow = rules.contains(.duplicateRow)
    }
  }

  /// Adds a record to the columns, or rejects it or sets it aside.
  func read(_ record: inout CSVRecord, into rows: inout SalaryAccumulator) {
    if rules.totalRow, isTotal(record) {
      record.setAside(CleaningRule.totalRow.rawValue)
      return
    }
    guard let pay = pay(&record, &rows), setCurrency(pay, &record, &rows) else { return }
    var yearly = pay.yearly
    for index in columns.addends.indices {
      let part = number(columns.addends[index], &record, &rows)
      if !part.isNaN { yearly += part }
    }
    if yearly <= 0, rules.zeroPay {
      record.setAside(CleaningRule.zeroPay.rawValue)
      undoCurrency(&rows)
      return
    }
    if rows.block.pay.isEmpty { rows.reserveBlock() }
    let worked = workedShare(pay, record, &rows)
    let divisor = columns.time?.pay == .actual ? worked : 1
    let rate = pay.isHourly ? pay.yearly : 0
    rows.block.pay.append(divisor == 1 ? yearly : rate + (yearly - rate) / divisor)
    if columns.makesHourlyPay {
      let paid = columns.time?.pay == .fullTime ? worked : 1
      rows.block.hourly.append(
        hourlyPay(pay, added: yearly - pay.yearly, paid: paid, &record, &rows))
    }
    if keepsLines { rows.block.lines.append(record.line) }
    if pay.periodsPerYear != 1 { rows.remarks.countRow(periodsPerYear: pay.periodsPerYear) }
    if rules.duplicateRow {
      rows.block.hashes.append(record.withRowBytes { ByteHash.hash($0) })
    }
    if let identity = columns.identity {
      rows.block.identities.append(
        record.isEmpty(identity) ? 0 : ByteHash.hash(of: record, identity))
    }
    for index in columns.texts.indices {
      let code =
        columns.texts[index].isDate
        ? monthCode(index, &record, &rows)
        : record.withBytes(columns.texts[index].field) { bytes in
          bytes.withUnsafeBufferPointer { rows.texts[index].code(for: $0) }
        }
      rows.block.codes[index].append(code)
    }
    for index in columns.numbers.indices {
      let column = columns.numbers[index]
      let number = number(column, &record, &rows)
      let isRate = pay.isHourly && column.role != .commission && column.role != .bonus
      rows.block.numbers[index].append(column.role.isPay && !isRate ? number / divisor : number)
    }
  }

  /// Whether a record is a total of others: its first words say so, and most cells are empty; or it has
  /// nothing but numbers beside a name of which one word does.
  private func isTotal(_ record: borrowing CSVRecord) -> Bool {
    var label = 0
    while label < fieldCount, record.isEmpty(label) { label += 1 }
    // No word of a total begins with a digit, and most files begin with numbers.
    guard label < fieldCount, label != columns.payColumns[0].field,
      record.withBytes(label, { !$0.isEmpty && $0[0] &- UInt8(ascii: "0") > 9 })
    else { return false }
    var empty = 0
    for field in 0..<fieldCount where field != columns.payColumns[0].field && record.isEmpty(field)
    {
      empty += 1
    }
    guard empty * 2 >= fieldCount - 2 else { return false }
    if record.withBytes(label, { TotalLabel.matches($0) }) { return true }
    let hasWords = (label + 1..<fieldCount).contains { field in
      record.text(field).contains(where: \.isLetter)
    }
    return !hasWords && !columns.namesJobs.contains(label)
      && (TotalLabel.endsGroup(record.text(label))
        || empty > 1 && record.withBytes(label, { TotalLabel.beginsGroup($0) }))
  }

  /// The part of full time that a person works; 1 where nothing says it.
  ///
  /// A rate for an hour is that of full time, whatever somebody works, and is not counted.
  private func workedShare(
    _ pay: Pay, _ record: borrowing CSVRecord, _ rows: inout SalaryAccumulator
  ) -> Double {
    guard let time = columns.time, !pay.isHourly || time.pay != nil else { return 1 }
    return rows.times.count(columns.timeField, of: record, time) ?? 1
  }

  /// Pay for an hour: the rate of those who are paid by the hour, and of others the pay of a year over
  /// 52 weeks of their hours, the convention by which hours make a year here.
  ///
  /// `paid` is the part of pay for a year, and of what is added to it, that is paid.
  private func hourlyPay(
    _ pay: Pay, added: Double, paid: Double, _ record: inout CSVRecord,
    _ rows: inout SalaryAccumulator
  ) -> Double {
    let hours = columns.hours.map { number($0, &record, &rows) } ?? .nan
    let yearly = hours > 0 ? hours * Double(PayPeriod.week.countPerYear) : .nan
    guard pay.isHourly else { return (pay.yearly + added) * paid / yearly }
    return pay.yearly / Pay.hoursOfYear + (added == 0 ? 0 : added * paid / yearly)
  }

  /// The pay of a record as it is written.
  private struct Pay {
    var yearly: Double
    var periodsPerYear: Double
    /// The currencies that its sign or code can stand for.
    var currencies: [Currency]

    static let hoursOfYear = Double(PayPeriod.hour.countPerYear)
    var isHourly: Bool { periodsPerYear == Self.hoursOfYear }
  }

  private func pay(_ record: inout CSVRecord, _ rows: inout SalaryAccumulator) -> Pay? {
    let last = columns.payColumns.count - 1
    for index in 0..<last where isFilled(columns.payColumns[index], record) {
      return pay(columns.payColumns[index], &record, &rows)
    }
    return pay(columns.payColumns[last], &record, &rows)
  }

  /// Whether the pay of a record is in a column, and not in a later one.
  private func isFilled(_ column: SalaryColumns.NumberColumn, _ record: borrowing CSVRecord) -> Bool
  {
    var ignored = DecimalEvidence()
    return switch record.withBytes(column.field, { PlainNumber.read($0, decimal, &ignored) }) {
    case .empty: false
    case .number(let number, _): number != 0
    case .other: !MissingMark.isMissing(record.text(column.field))
    }
  }

  private func pay(
    _ column: SalaryColumns.NumberColumn, _ record: inout CSVRecord,
    _ rows: inout SalaryAccumulator
  ) -> Pay? {
    let outcome = record.withBytes(column.field) {
      PlainNumber.read($0, decimal, &rows.decimal)
    }
    switch outcome {
    case .number(let amount, let hasDollar):
      guard let periods = periodsPerYear(nil, column, &record, &rows) else { return nil }
      return Pay(
        yearly: amount * periods * column.remarks.scale, periodsPerYear: periods,
        currencies: hasDollar ? WrittenAmount.dollars : [])
    case .empty:
      record.setAside(CleaningRule.missingPay)
      return nil
    case .other:
      return writtenPay(column, &record, &rows)
    }
  }

  private func writtenPay(
    _ column: SalaryColumns.NumberColumn, _ record: inout CSVRecord,
    _ rows: inout SalaryAccumulator
  ) -> Pay? {
    let text = record.text(column.field)
    guard !MissingMark.isMissing(text) else {
      record.setAside(CleaningRule.missingPay)
      return nil
    }
    guard let amount = amount(text, column.field, .error, &record, &rows.decimal) else {
      return nil
    }
    if amount.remarks.contains(.net), rules.netPay {
      record.setAside(CleaningRule.netPay.rawValue)
      return nil
    }
    if amount.remarks.contains(.onTarget), columns.pay == .basePay, rules.onTargetPay {
      record.setAside(CleaningRule.onTargetPay.rawValue)
      return nil
    }
    guard let periods = periodsPerYear(amount.period, column, &record, &rows) else { return nil }
    rows.remarks.count(amount)
    return Pay(
      yearly: amount.middle.doubleValue * periods * column.remarks.scale, periodsPerYear: periods,
      currencies: amount.currencies)
  }

  /// Reads an amount; when it cannot be read, an error rejects the row and a warning only says so.
  private func amount(
    _ text: String, _ field: Int, _ severity: Severity, _ record: inout CSVRecord,
    _ evidence: inout DecimalEvidence
  ) -> WrittenAmount? {
    do throws(WrittenAmount.Unreadable) {
      return try WrittenAmount(text, decimal: decimal, evidence: &evidence)
    } catch {
      let finding = record.finding(
        "salary.unreadable-amount", severity, field: field, "\"\(text)\" \(error.words)",
        remedy: error == .separators(decimal)
          ? decimal == .point
            ? "the decimal separator of the column is a point"
            : "the decimal separator of the column is a comma" : nil)
      if severity == .error { record.reject(finding) } else { record.report(finding) }
      return nil
    }
  }

  /// How many of the record's pay periods make a year; nil after rejecting an unknown one.
  private func periodsPerYear(
    _ named: PayPeriod?, _ column: SalaryColumns.NumberColumn, _ record: inout CSVRecord,
    _ rows: inout SalaryAccumulator
  ) -> Double? {
    if let named { return Double(named.countPerYear) }
    let usual = Double(
      ((column.role == .otherBasePay ? nil : toldPeriod) ?? column.remarks.period ?? .year)
        .countPerYear)
    let isAsked =
      column.remarks.period == nil || periodsOverrule && column.field == columns.payColumns[0].field
    guard isAsked, let periodField else { return usual }
    let code = Int(
      record.withBytes(periodField) { bytes in
        bytes.withUnsafeBufferPointer { rows.periods.code(for: $0) }
      })
    if code == rows.periodsPerYear.count {
      let label = rows.periods.label(UInt32(code))
      let count: Double =
        switch PayPeriodLabel(label) {
        case .period(let period): Double(period.countPerYear)
        case .usual: 0
        case nil: MissingMark.isMissing(label) ? 0 : .nan
        }
      rows.periodsPerYear.append(count)
    }
    let count = rows.periodsPerYear[code]
    if count.isNaN {
      record.reject(
        record.finding(
          "salary.unknown-period", field: periodField,
          "\"\(record.text(periodField))\" is no period of pay",
          remedy: "known are hour, day, week, biweekly, semimonthly, month and year"))
      return nil
    }
    return count > 0 ? count : usual
  }

  /// Notes the currency of the row; false after rejecting a row that contradicts itself.
  private func setCurrency(
    _ pay: Pay, _ record: inout CSVRecord, _ rows: inout SalaryAccumulator
  ) -> Bool {
    var code: UInt32 = 0
    if let currencyField {
      code = record.withBytes(currencyField) { bytes in
        bytes.withUnsafeBufferPointer { rows.currencies.code(for: $0) }
      }
    }
    if pay.currencies.isEmpty, currencyField == nil, rows.block.currencies.isEmpty { return true }
    // Rows before the first that names a currency name none.
    if rows.block.currencies.count < rows.block.pay.count { rows.block.fillCurrencies() }
    if let likeliest = pay.currencies.first {
      if code == 0 {
        code = Self.intern(likeliest, &rows)
      } else if let currencyField,
        let stated = CurrencyLabel.currency(rows.currencies.label(code)),
        !pay.currencies.contains(stated)
      {
        record.reject(
          record.finding(
            "salary.two-currencies", field: columns.payColumns[0].field,
            "the amount is in \(likeliest), but its currency is \"\(record.text(currencyField))\""))
        return false
      }
    }
    rows.block.currencies.append(code)
    return true
  }

  private func undoCurrency(_ rows: inout SalaryAccumulator) {
    if rows.block.currencies.count > rows.block.pay.count { rows.block.currencies.removeLast() }
  }

  private static func intern(_ currency: Currency, _ rows: inout SalaryAccumulator) -> UInt32 {
    var code = currency.code
    return code.withUTF8 { rows.currencies.code(for: $0) }
  }

  /// Reads a number besides the pay; one that cannot be read is missing and reported.
  private func number(
    _ column: SalaryColumns.NumberColumn, _ record: inout CSVRecord,
    _ rows: inout SalaryAccumulator
  ) -> Double {
    if column.role == .fte {
      return columns.time?.number(record.text(column.field))?.doubleValue ?? .nan
    }
    // What these cells say about separators is not counted: the pay decides.
    var ignored = DecimalEvidence()
    let outcome = record.withBytes(column.field) { PlainNumber.read($0, decimal, &ignored) }
    let (number, period): (Double, PayPeriod?)
    switch outcome {
    case .number(let plain, _): (number, period) = (plain, nil)
    case .empty: return .nan
    case .other:
      let text = record.text(column.field)
      guard !MissingMark.isMissing(text),
        let amount = amount(text, column.field, .warning, &record, &ignored)
      else { return .nan }
      (number, period) = (amount.middle.doubleValue, amount.period)
    }
    let scale = column.remarks.scale
    let stated = period ?? column.remarks.period
    switch column.role {
    case .commission, .bonus:
      // They are for a year, whatever the pay is for, unless cell or column say otherwise.
      return number * Double((stated ?? .year).countPerYear) * scale
    case .basePay, .otherBasePay, .totalPay:
      return number * (periodsPerYear(period, column, &record, &rows) ?? .nan) * scale
    case .experience: return number / Double((stated ?? .year).countPerYear)
    default: return number
    }
  }

  /// Returns the code of the month of a date; a date that cannot be read is missing and reported.
  private func monthCode(
    _ index: Int, _ record: inout CSVRecord, _ rows: inout SalaryAccumulator
  ) -> UInt32 {
    let field = columns.texts[index].field
    // A time of day would make every cell another one.
    let day = record.withBytes(field) { bytes in
      bytes.count <= Self.longestDay ? Int(rows.days.code(as: bytes)) : 0
    }
    if day < rows.monthOfDay.count, rows.monthOfDay[day] > 0 { return rows.monthOfDay[day] }
    let date = record.withBytes(field) { WrittenDate($0) }
    date?.add(to: &rows.dates)
    guard let month = date?.month(conventions.dates) else {
      let text = record.text(field)
      if !MissingMark.isMissing(text) {
        record.report(
          record.finding(
            "salary.unreadable-date", .warning, field: field, "\"\(text)\" is not a date"))
      }
      return 0
    }
    let offset = month.monthNumber - WrittenDate.years.lowerBound * 12
    if rows.monthCodes.isEmpty {
      rows.monthCodes = [UInt32](repeating: 0, count: 12 * WrittenDate.years.count)
    }
    if rows.monthCodes[offset] == 0 {
      var label = "\(month)"
      rows.monthCodes[offset] = label.withUTF8 { rows.texts[index].code(for: $0) }
    }
    if date?.isCertain == true, day > 0 {
      while rows.monthOfDay.count <= day { rows.monthOfDay.append(0) }
      rows.monthOfDay[day] = rows.monthCodes[offset]
    }
    return rows.monthCodes[offset]
  }

  /// As long as "2021-05-31".
  private static let longestDay = 10
}
