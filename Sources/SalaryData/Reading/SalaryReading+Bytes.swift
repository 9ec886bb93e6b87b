internal import Amounts
package import BytesCoding
internal import Findings
internal import Phrases

/// A reading as bytes, for another machine to answer with; what it leaves out is how columns were recognised,
/// which is asked for while a file is read, and rows that were kept for themselves.
extension SalaryReading: BytesCodable {
  package func write(to bytes: inout [UInt8]) {
    path.write(to: &bytes)
    pay.rawValue.write(to: &bytes)
    currency.code.write(to: &bytes)
    convertedRows.write(to: &bytes)
    account.write(to: &bytes)
    findings.write(to: &bytes)
    table.write(to: &bytes)
  }

  package init?(from reader: inout BytesReader) {
    guard let path = String(from: &reader),
      let pay = String(from: &reader).flatMap(ColumnRole.init(rawValue:)),
      let currency = String(from: &reader).flatMap(Currency.init(code:)),
      let convertedRows = Int(from: &reader), let account = RowAccount(from: &reader),
      let findings = FindingLog(from: &reader), let table = SalaryTable(from: &reader),
      table.numbers(pay) != nil, account.used == table.rowCount,
      0...table.rowCount ~= convertedRows
    else { return nil }
    self.init(
      path: path, table: table, pay: pay, currency: currency, convertedRows: convertedRows,
      recognition: ColumnRecognition(columns: []), account: account, findings: findings,
      unmatched: [], rows: [], rejects: [])
  }
}

extension RowAccount: BytesCodable {
  package func write(to bytes: inout [UInt8]) {
    for count in [read, used, rejected] { count.write(to: &bytes) }
    setAside.map(\.rule).write(to: &bytes)
    setAside.map(\.rows).write(to: &bytes)
  }

  package init?(from reader: inout BytesReader) {
    guard let read = Int(from: &reader), let used = Int(from: &reader),
      let rejected = Int(from: &reader), let rules = [String](from: &reader),
      let rows = [Int](from: &reader), rules.count == rows.count,
      // No file has more rows than this, and sums of counts of files do not overflow.
      ([read, used, rejected] + rows).allSatisfy({ 0...1 << 40 ~= $0 }), rows.count < 1 << 16
    else { return nil }
    self.init(
      read: read, used: used, rejected: rejected,
      setAside: zip(rules, rows).map { SetAside(rule: $0, rows: $1) })
  }
}

// MARK: Columns

extension SalaryTable: BytesCodable {
  package func write(to bytes: inout [UInt8]) {
    rowCount.write(to: &bytes)
    names.write(to: &bytes)
    for name in names {
      switch self[name] {
      case .numbers(let column)?:
        let numbers = column.unpacked
        // Pay is mostly in cents, whose whole numbers have many bytes that are the same.
        let cents = numbers.map { Int64(exactly: ($0 * 100).rounded()) }
        let isInCents = zip(cents, numbers).allSatisfy { cents, number in
          cents.map { (Double($0) / 100).bitPattern == number.bitPattern } ?? number.isMissing
        }
        (isInCents ? Form.cents : .doubles).rawValue.write(to: &bytes)
        let words =
          isInCents
          ? cents.map { UInt64(bitPattern: $0 ?? Int64.min) } : numbers.map(\.bitPattern)
        words.writePlanes(of: 8, to: &bytes)
      case .categories(let column)?:
        Form.categories.rawValue.write(to: &bytes)
        column.labels.write(to: &bytes)
        column.codes.map { UInt64($0) }.writePlanes(of: 4, to: &bytes)
      case nil: break
      }
    }
  }

  package init?(from reader: inout BytesReader) {
    guard let rowCount = Int(from: &reader), rowCount >= 0, let names = [String](from: &reader),
      Set(names).count == names.count, !names.isEmpty || rowCount == 0
    else { return nil }
    self.init(rowCount: rowCount)
    for name in names {
      guard let column = Column(from: &reader, rows: rowCount) else { return nil }
      self[name] = column
    }
  }

  /// How a column is written.
  fileprivate enum Form: Int {
    case cents
    case doubles
    case categories
  }
}

extension SalaryTable.Column {
  fileprivate init?(from reader: inout BytesReader, rows: Int) {
    guard let form = Int(from: &reader).flatMap(SalaryTable.Form.init(rawValue:)) else {
      return nil
    }
    switch form {
    case .cents:
      guard let words = [UInt64](planes: 8, rows: rows, from: &reader) else { return nil }
      self = .numbers(
        PackedColumn(rows: rows) { row in
          let cents = Int64(bitPattern: words[row])
          return cents == .min ? .nan : Double(cents) / 100
        })
    case .doubles:
      guard let words = [UInt64](planes: 8, rows: rows, from: &reader) else { return nil }
      self = .numbers(PackedColumn(rows: rows) { Double(bitPattern: words[$0]) })
    case .categories:
      guard let labels = [String](from: &reader), labels.first?.isEmpty == true,
        Set(labels).count == labels.count,
        let codes = [UInt64](planes: 4, rows: rows, from: &reader),
        codes.allSatisfy({ $0 < UInt64(labels.count) })
      else { return nil }
      self = .categories(
        CategoryColumn(
          labels: labels, codes: PackedColumn(rows: rows) { UInt32(codes[$0]) }))
    }
  }
}

extension Double {
  /// Whether it is the mark of a missing value, and no other NaN.
  fileprivate var isMissing: Bool { bitPattern == Double.nan.bitPattern }
}

extension [UInt64] {
  /// Writes the lowest bytes of all, then the next ones: bytes of one place are alike, which compresses well.
  fileprivate func writePlanes(of count: Int, to bytes: inout [UInt8]) {
    bytes.reserveCapacity(bytes.count + self.count * count)
    for place in 0..<UInt64(count) {
      for word in self { bytes.append(UInt8(truncatingIfNeeded: word >> (8 * place))) }
    }
  }

  fileprivate init?(planes count: Int, rows: Int, from reader: inout BytesReader) {
    self = [UInt64](repeating: 0, count: Swift.min(rows, reader.left / count))
    guard self.count == rows else { return nil }
    for place in 0..<UInt64(count) {
      guard let plane = reader.next(rows) else { return nil }
      for (row, byte) in plane.enumerated() { self[row] |= UInt64(byte) << (8 * place) }
    }
  }
}

// MARK: Findings

extension FindingLog: BytesCodable {
  package func write(to bytes: inout [UInt8]) {
    findings.write(to: &bytes)
    for severity in Severity.allCases { count(of: severity).write(to: &bytes) }
  }

  package init?(from reader: inout BytesReader) {
    guard let findings = [Finding](from: &reader) else { return nil }
    self.init()
    for finding in findings { add(finding) }
    for severity in Severity.allCases {
      let kept = count(of: severity)
      guard let count = Int(from: &reader), count == kept || count > kept && kept == limit else {
        return nil
      }
      self.count(count - kept, of: severity)
    }
  }
}

extension Finding: BytesCodable {
  package func write(to bytes: inout [UInt8]) {
    kind.rawValue.write(to: &bytes)
    severity.rawValue.write(to: &bytes)
    switch subject {
    case .place(let place):
      1.write(to: &bytes)
      place.write(to: &bytes)
    case .parameter(let parameter):
      0.write(to: &bytes)
      parameter.name.write(to: &bytes)
    }
    message.write(to: &bytes)
    excerpt.write(to: &bytes)
    remedy.write(to: &bytes)
  }

  package init?(from reader: inout BytesReader) {
    guard let kind = String(from: &reader),
      let severity = String(from: &reader).flatMap(Severity.init(rawValue:)),
      let isPlace = Int(from: &reader)
    else { return nil }
    let subject: Subject
    if isPlace == 1 {
      guard let place = Place(from: &reader) else { return nil }
      subject = .place(place)
    } else {
      guard let name = String(from: &reader) else { return nil }
      subject = .parameter(Parameter(name))
    }
    guard let message = Inline(from: &reader), let excerpt = String?(from: &reader),
      let remedy = Inline?(from: &reader)
    else { return nil }
    self.init(
      Kind(rawValue: kind), severity, about: subject, message, excerpt: excerpt, remedy: remedy)
  }
}

extension Place: BytesCodable {
  package func write(to bytes: inout [UInt8]) {
    file.write(to: &bytes)
    sheet.write(to: &bytes)
    line.write(to: &bytes)
    column.write(to: &bytes)
  }

  package init?(from reader: inout BytesReader) {
    guard let file = String(from: &reader), let sheet = String?(from: &reader),
      let line = Int?(from: &reader), let column = Int?(from: &reader)
    else { return nil }
    self.init(file: file, sheet: sheet, line: line, column: column)
  }
}
