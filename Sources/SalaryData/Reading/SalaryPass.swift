internal import Amounts
internal import CSVReading
internal import Findings
internal import Tables

/// One reading of a file, and what is made of its rows once they are all there.
struct SalaryPass {
  let file: CSVFile
  let columns: SalaryColumns
  let recognition: ColumnRecognition
  let options: SalaryReadingOptions
  let conventions: SalaryConventions
  let assumedPeriod: PayPeriod?
  let periods: PeriodSource
  var rows: SalaryAccumulator
  private let tally: CSVTally

  init(
    _ file: CSVFile, _ columns: SalaryColumns, _ recognition: ColumnRecognition,
    _ options: SalaryReadingOptions, _ conventions: SalaryConventions
  ) throws(InputFailure) {
    self.file = file
    self.columns = columns
    self.recognition = recognition
    self.options = options
    self.conventions = conventions
    let header = columns.payColumns[0].remarks
    assumedPeriod = options.payPeriod ?? header.period
    periods = PeriodSource(file, columns, recognition, conventions.decimal)
    let reader = SalaryRowReader(
      columns: columns, fieldCount: file.header.count, conventions: conventions,
      rules: SalaryRowReader.Rules(options.rules),
      periodField: recognition.position(of: .payPeriod), periodsOverrule: periods.overrules,
      currencyField: header.currency == nil ? recognition.position(of: .currency) : nil,
      keepsLines: options.keepsRows, toldPeriod: options.payPeriod)
    let expectedRows = Self.expectedRows(file)
    (rows, tally) = try file.reduce(threads: options.threads) {
      SalaryAccumulator(columns, expectedRows: expectedRows)
    } _: { (rows, record) throws(InputFailure) in
      reader.read(&record, into: &rows)
    } merge: { rows, next in
      rows.append(next)
    }
  }

  /// Estimates the rows of a file by its size and its first rows; too few only means copying.
  private static func expectedRows(_ file: CSVFile) -> Int {
    guard let byteCount = file.byteCount, !file.sample.isEmpty else { return 0 }
    let sampled = file.sample.reduce(0) { sum, row in
      row.reduce(sum) { $0 + $1.utf8.count + 1 }
    }
    // A twentieth more for rows that are shorter further on; rows of a few bytes are not believed.
    return byteCount / max(16, sampled / file.sample.count) * 21 / 20
  }

  /// Sets rows aside that only the whole file shows to be wrong, and makes the table.
  consuming func reading(_ vocabularies: SalaryVocabularies) throws(InputFailure) -> SalaryReading {
    var pay = Self.take(&rows.block.pay)
    var screening = RowScreening(rowCount: pay.count)
    let currency = PayCurrency(
      labels: rows.currencies.labels, codes: Self.take(&rows.block.currencies),
      header: columns.payColumns[0].remarks.currency,
      pointer: CurrencyPointer(self, vocabularies), options)
    currency.convert(&pay, &screening, options)
    screening.setAsideOutliers(pay, of: assumedPeriod ?? .year, options.rules)
    let hashes = Self.take(&rows.block.hashes)
    let identities = Self.take(&rows.block.identities)
    let sameIdentity = RowScreening.duplicates(identities, threads: options.threads)
    // Of rows whose ids all differ none is a copy.
    let mayHaveCopies = columns.identity == nil || !sameIdentity.isEmpty
    var equalRows = 0
    let identifying = recognition.identifyingColumns(in: file.sample)
    if options.rules.contains(.duplicateRow), mayHaveCopies {
      let duplicates = RowScreening.duplicates(hashes, threads: options.threads)
      if identifying.isEmpty {
        equalRows = duplicates.count(where: screening.keeps)
      } else {
        duplicates.forEach { screening.setAside($0, .duplicateRow) }
      }
    }
    let repeated = sameIdentity.filter { identities[$0] != 0 && screening.keeps($0) }
    var columnsByName: [String: SalaryTable.Column] = [columns.pay.rawValue: .numbers(pay)]
    pay = PackedColumn()
    for (index, column) in columns.numbers.enumerated() {
      var numbers = Self.take(&rows.block.numbers[index])
      if column.role.isPay { currency.convert(&numbers) }
      columnsByName[column.role.rawValue] = .numbers(numbers)
    }
    if columns.makesHourlyPay {
      var hourly = Self.take(&rows.block.hourly)
      currency.convert(&hourly)
      columnsByName[SalaryTable.hourlyPay] = .numbers(hourly)
    }
    var ofTwoSectors: [(value: String, rows: Int)] = []
    var unmatched: [(column: String, values: [(value: String, rows: Int)])] = []
    for (index, column) in columns.texts.enumerated() {
      let text = CategoryColumn(
        labels: rows.texts[index].labels, codes: Self.take(&rows.block.codes[index]))
      let derivation = TextDerivation(column.name, text, columns, recognition, vocabularies)
      columnsByName.merge(derivation.columns) { _, new in new }
      unmatched += derivation.unmatched
      ofTwoSectors += derivation.ofTwoSectors
    }
    var table = SalaryTable(rowCount: screening.rowCount)
    for name in columns.names { table[name] = columnsByName[name] }
    columnsByName = [:]
    let kept = screening.apply(to: table)
    let account = account(used: kept.rowCount, screening)
    var findings = findings(kept, currency, account)
    let notes = SalaryNotes(place: file.headerPlace)
    if let note = notes.copies(account, identifying, equalRows: equalRows) { findings.add(note) }
    if let field = columns.identity, !repeated.isEmpty {
      let ids = try names(of: Set(repeated.map { identities[$0] }), in: field)
      findings.add(notes.repeated(file.header[field], ids, rows: repeated.count))
    }
    notes.nearValues(kept, columns).forEach { findings.add($0) }
    (notes.unmatched(unmatched) + notes.ofTwoSectors(ofTwoSectors)).forEach { findings.add($0) }
    guard kept.rowCount > 0 else { throw InputFailure(.badData, findings) }
    return SalaryReading(
      path: file.name, table: kept, pay: columns.pay, currency: currency.currency,
      convertedRows: currency.convertedRows(screening.rowCount, where: screening.keeps),
      recognition: recognition, account: account,
      findings: findings, unmatched: unmatched,
      rows: fates(screening),
      rejects: tally.rejects)
  }

  /// The first identifiers with some hashes; none of a file that would take long to read once more.
  private func names(of hashes: Set<UInt64>, in field: Int) throws(InputFailure) -> [String] {
    guard (file.byteCount ?? 0) < 50_000_000 else { return [] }
    var names: [String] = []
    _ = try file.records { (record) throws(InputFailure) in
      guard names.count < 5, hashes.contains(ByteHash.hash(of: record, field)) else {
        return
      }
      let name = record.label(field)
      if !names.contains(name) { names.append(name) }
    }
    return names
  }

  /// What became of each row, where that is wanted.
  private func fates(_ screening: RowScreening) -> [RowFate] {
    guard options.keepsRows else { return [] }
    var used = 0
    let read = rows.block.lines.enumerated().map { row, line in
      guard let rule = screening.rule(of: row) else {
        used += 1
        return RowFate(line: line, outcome: .used(row: used - 1))
      }
      return RowFate(line: line, outcome: .setAside(rule: rule.rawValue))
    }
    let others = tally.fates.map { fate in
      RowFate(
        line: fate.line,
        outcome: fate.rule.map { .setAside(rule: $0) } ?? .rejected(fate.reasons))
    }
    return (read + others).sorted { $0.line < $1.line }
  }

  /// Moves a column out, so that it is in memory once.
  private static func take<Column: ExpressibleByArrayLiteral>(_ values: inout Column) -> Column {
    defer { values = [] }
    return values
  }

  private func account(used: Int, _ screening: RowScreening) -> RowAccount {
    var counts = tally.setAside
    for rule in CleaningRule.allCases {
      let rows = screening.count(of: rule)
      if rows > 0 { counts[rule.rawValue, default: 0] += rows }
    }
    let order = [CleaningRule.missingPay] + CleaningRule.allCases.map(\.rawValue)
    let setAside = counts.sorted { left, right in
      let positions = [left, right].map { order.firstIndex(of: $0.key) ?? -1 }
      return (positions[0], left.key) < (positions[1], right.key)
    }
    return RowAccount(
      read: tally.rows, used: used, rejected: tally.rejected,
      setAside: setAside.map { RowAccount.SetAside(rule: $0.key, rows: $0.value) })
  }

  /// The period that most rows name in their cells; nil where none does.
  private var frequentPeriod: PayPeriod? {
    zip(PayPeriod.allCases, rows.remarks.rowsByPeriod).max { $0.1 < $1.1 }
      .flatMap { $0.1 > 0 ? $0.0 : nil }
  }

  private func findings(
    _ table: SalaryTable, _ currency: PayCurrency, _ account: RowAccount
  ) -> FindingLog {
    var log = FindingLog()
    for finding in file.findings { log.add(finding) }
    log.add(tally.findings)
    let notes = SalaryNotes(place: file.headerPlace)
    notes.assumptions(self, currency, account).forEach { log.add($0) }
    (notes.periods(self) + notes.otherPay(self)).forEach { log.add($0) }
    notes.partTime(self).forEach { log.add($0) }
    if let warning = notes.setAside(account) { log.add(warning) }
    if let warning = notes.otherPeriod(account, assumedPeriod) { log.add(warning) }
    let pay = table.numbers(columns.pay) ?? []
    // What comes on top of pay is small.
    if columns.pay == .basePay || columns.pay == .totalPay,
      let warning = notes.oddPay(pay, currency.currency, assumedPeriod ?? frequentPeriod)
    {
      log.add(warning)
    }
    if let warning = notes.groupMeans(file.header, columns) { log.add(warning) }
    if account.used == 0 { log.add(notes.nothingLeft(account)) }
    return log
  }
}
