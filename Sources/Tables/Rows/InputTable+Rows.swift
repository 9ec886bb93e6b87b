internal import Amounts
public import CSVReading
public import Findings

extension InputTable {
  /// Reads the rows, in order, into a value that is made for each pass.
  ///
  /// The columns are read by the conventions of the first rows. Where the whole column speaks for
  /// others, the table is read once more; where it can be read in two ways, that is an error with both
  /// readings, and the setting that decides.
  ///
  /// - Parameters:
  ///   - make: Makes the value that the rows are read into.
  ///   - body: Takes one row; it may reject it or set it aside.
  /// - Returns: The value, and what became of the rows.
  /// - Throws: What the function throws, what reading the file throws, and `.badData` for columns that
  ///   can be read in two ways, with all that was found.
  public mutating func rows<Rows>(
    into make: () -> Rows,
    _ body: (inout Rows, inout CSVRecord, inout TableCells) throws(InputFailure) -> Void
  ) throws(InputFailure) -> (rows: Rows, tally: CSVTally) {
    try settled { (table, conventions) throws(InputFailure) in
      try table.pass(conventions, into: make, body)
    }
  }

  /// Reads the rows on the threads of the options into values that are joined in the order of the file.
  ///
  /// The result is that of reading them in order, and the same for any number of threads. Which of two equal
  /// rows is the copy only their order tells, so that a table with copies is read once more, in order.
  ///
  /// - Parameters:
  ///   - make: Makes the value of some rows that follow each other, and the one that they are joined to.
  ///   - body: Takes one row; it may reject it or set it aside.
  ///   - join: Adds the value of the rows that follow.
  /// - Returns: The joined value, and what became of the rows.
  /// - Throws: As `rows(into:_:)`.
  public mutating func rows<Rows: Sendable>(
    into make: @escaping @Sendable () -> Rows,
    _ body:
      @escaping @Sendable (
        inout Rows, inout CSVRecord, inout TableCells
      ) throws(InputFailure) -> Void,
    joining join: @escaping @Sendable (inout Rows, consuming Rows) -> Void
  ) throws(InputFailure) -> (rows: Rows, tally: CSVTally) {
    try settled { (table, conventions) throws(InputFailure) in
      if let pass = try table.sharedPass(conventions, into: make, body, joining: join) {
        return pass
      }
      return try table.pass(conventions, into: make, body)
    }
  }

  /// What one reading of all rows gave.
  private struct Pass<Rows> {
    var rows: Rows
    var cells: TableCells
    var tally: CSVTally
    var haveOwnIdentities: Bool
  }

  /// Reads the rows until they are read by the conventions that they speak for.
  private mutating func settled<Rows>(
    _ read: (InputTable, [ColumnConvention]) throws(InputFailure) -> Pass<Rows>
  ) throws(InputFailure) -> (rows: Rows, tally: CSVTally) {
    try refuseUnusedMappings()
    var assumed = decide(sampleEvidence()).conventions
    var isLast = false
    while true {
      let pass = try read(self, assumed)
      let decided = decide(pass.cells.evidence)
      guard isLast || decided.conventions == assumed else {
        // What the cells say does not depend on how they are read, so that a second pass is the last.
        assumed = decided.conventions
        isLast = true
        continue
      }
      writing = decided.writing
      account = TableAccount(pass.tally)
      rejects = pass.tally.rejects
      haveOwnIdentities = pass.haveOwnIdentities
      for finding in decided.findings { log.add(finding) }
      log.add(pass.tally.findings)
      if let account = accountNote(pass.tally) { log.add(account) }
      if decided.findings.contains(where: { $0.severity == .error }) {
        throw InputFailure(.badData, log)
      }
      return (pass.rows, pass.tally)
    }
  }

  /// Reads the rows one after another.
  private func pass<Rows>(
    _ conventions: [ColumnConvention], into make: () -> Rows,
    _ body: (inout Rows, inout CSVRecord, inout TableCells) throws(InputFailure) -> Void
  ) throws(InputFailure) -> Pass<Rows> {
    var rows = make()
    var cells = TableCells(conventions, ofSheet: file.dialect.sheet != nil)
    let screen = RowScreen(self)
    var copies = CopyFinder(expected: screen.identity == nil ? 0 : expectedRows)
    var count = 0
    let tally = try file.records { (record) throws(InputFailure) in
      if let rule = screen.rule(record) {
        record.setAside(rule)
        return
      }
      if let identity = screen.identity, copies.isCopy(record, identity) {
        record.setAside(RowRule.duplicateRow.rawValue)
        return
      }
      count += 1
      guard count <= rowLimit else { throw tooManyRows(record) }
      try body(&rows, &record, &cells)
    }
    return Pass(
      rows: rows, cells: cells, tally: tally,
      haveOwnIdentities: screen.identity != nil && copies.haveOwnIdentities)
  }

  private func tooManyRows(_ record: borrowing CSVRecord) -> InputFailure {
    InputFailure(
      .badData,
      Finding(
        "table.too-many-rows", at: record.place(0),
        "the compressed table has more than \(options.rowLimit) different rows",
        remedy: "unpack it, or leave out what is not needed"))
  }

  /// Some rows that follow each other.
  private struct Piece<Rows: Sendable>: Sendable {
    var rows: Rows
    var cells: TableCells
    var hashes = RowHashes()
  }

  /// Reads the rows on several threads; nil where what becomes of one depends on those before it, because
  /// it is a copy, or one too many.
  private func sharedPass<Rows: Sendable>(
    _ conventions: [ColumnConvention], into make: @escaping @Sendable () -> Rows,
    _ body:
      @escaping @Sendable (
        inout Rows, inout CSVRecord, inout TableCells
      ) throws(InputFailure) -> Void,
    joining join: @escaping @Sendable (inout Rows, consuming Rows) -> Void
  ) throws(InputFailure) -> Pass<Rows>? {
    let screen = RowScreen(self)
    let (isSheet, limit) = (file.dialect.sheet != nil, rowLimit)
    let (read, tally) = try file.reduce(threads: options.threads) {
      Piece(rows: make(), cells: TableCells(conventions, ofSheet: isSheet))
    } _: { (piece, record) throws(InputFailure) in
      if let rule = screen.rule(record) {
        record.setAside(rule)
        return
      }
      piece.hashes.note(record, screen.identity)
      try body(&piece.rows, &record, &piece.cells)
    } merge: { read, next in
      // Of what is read in vain no more is kept.
      if read.hashes.count > limit { return }
      read.cells.append(next.cells)
      read.hashes.append(next.hashes)
      join(&read.rows, next.rows)
    }
    if read.hashes.count > limit { return nil }
    let haveOwnIdentities = screen.identity != nil && read.hashes.haveOwnIdentities
    if !haveOwnIdentities, read.hashes.haveCopies { return nil }
    return Pass(
      rows: read.rows, cells: read.cells, tally: tally, haveOwnIdentities: haveOwnIdentities)
  }

  /// What became of the rows, where some were set aside that are not just empty.
  private func accountNote(_ tally: CSVTally) -> Finding? {
    let account = TableAccount(tally)
    let named = account.setAside.filter { $0.rule != CSVTally.emptyRow }
    guard !named.isEmpty else { return nil }
    let list = named.map(\.words).joined(separator: ", ")
    let rows: Inline = "\(account.rows) rows"
    return Finding(
      "table.rows", .note, at: file.place,
      "of \(rows) \(account.used) are used; set aside: \(list)")
  }

  /// What the cells of the first rows say.
  func sampleEvidence() -> [ColumnEvidence] {
    columns.map { column in
      var evidence = ColumnEvidence()
      for text in file.sample.map({ $0[column.position] }) {
        let cell = ColumnEvidence.Cell(text, at: headerPlace)
        switch column.content {
        case .amount, .rate:
          var own = DecimalEvidence()
          own.add(text)
          evidence.add(own, cell)
        case .date, .month: if let day = WrittenDay(text) { evidence.add(day, cell) }
        case .share:
          if case .number(let number)? = WrittenShare(text) {
            evidence.addShare(number, upTo: .one)
          }
        case .text, .identifier, .flag, .currency: break
        }
      }
      return evidence
    }
  }

  /// Decides how each column is written, with what is open, contradictory or worth saying.
  func decide(
    _ evidence: [ColumnEvidence]
  ) -> (conventions: [ColumnConvention], writing: TableWriting, findings: [Finding]) {
    var findings: [Finding] = []
    var writing = TableWriting()
    let conventions = columns.map { column in
      let own = evidence[column.position]
      var others = (decimals: DecimalEvidence(), dates: DateEvidence())
      for other in columns where other.position != column.position {
        others.decimals.add(evidence[other.position].decimals)
        others.dates.add(evidence[other.position].dates)
      }
      var convention = ColumnConvention()
      // How amounts are written elsewhere says nothing of a rate, which is no number of thousands.
      let isRate = column.content == .rate
      let decimal = own.decimal(
        others: isRate ? DecimalEvidence() : others.decimals,
        delimiter: isRate ? nil : file.dialect.delimiter,
        told: isRate ? options.mapping.decimal(in: kind) : options.decimal)
      if let (decimal, reason) = decimal {
        convention.decimal = decimal
        convention.isDecimalTold = reason == .told
        if reason != .irrelevant { writing.decimals.insert(decimal) }
        if let finding = explanation(of: decimal, reason, column, own) { findings.append(finding) }
      } else {
        findings.append(question(onDecimalsOf: column, own))
      }
      if let (order, reason) = own.order(others: others.dates, told: options.dates) {
        convention.dates = order
        convention.areDatesTold = reason == .told
        if reason != .irrelevant { writing.orders.insert(order) }
        if let told = options.dates, told != order, let cell = own.dayFirst {
          findings.append(
            Finding(
              "table.dates", .note, at: cell.place,
              "the dates of \"\(column.name)\" have points, such as \"\(cell.text)\", and are read with the day first",
              remedy: "write year, month and day, such as 2021-05-31, if the month stands first"))
        }
      } else {
        findings.append(question(onDatesOf: column, own))
      }
      if own.dates.mixesZones {
        findings.append(
          Finding(
            "table.zones", at: headerPlace,
            "the times of \"\(column.name)\" are in different zones, so that a day of one is not a day of another",
            remedy: "export them in one zone, or without a time"))
      }
      convention.sharesArePercentages = own.percentages > 0
      if own.percentages > 0, own.fractions > 0 {
        findings.append(
          Finding(
            "table.shares", at: headerPlace,
            "\"\(column.name)\" has percentages such as 50 beside fractions such as 0.5",
            remedy: "write all of them in one way, such as 50%"))
      }
      return convention
    }
    return (conventions, writing, findings)
  }

  private func explanation(
    of decimal: DecimalConvention, _ reason: ConventionReason, _ column: TableColumn,
    _ evidence: ColumnEvidence
  ) -> Finding? {
    // That commas group in a file with commas between fields is what everybody expects.
    let isUsual = reason == .delimiter && decimal == .point
    guard reason == .otherColumns || reason == .delimiter, !isUsual, let cell = evidence.openNumber,
      let readings = Readings(cell.text)
    else { return nil }
    let meant = decimal == .point ? readings.point : readings.comma
    let why: Inline =
      reason == .otherColumns
      ? "as the other columns are written" : "as files with this delimiter are"
    return Finding(
      "table.decimal-taken", .note, at: cell.place,
      "\"\(cell.text)\" in \"\(column.name)\" is read as \(meant), \(why)",
      remedy: "say \(.parameter(.decimal, decimal.opposite.rawValue)) if it is not")
  }

  private func question(
    onDecimalsOf column: TableColumn, _ evidence: ColumnEvidence
  ) -> Finding {
    if let point = evidence.withPoint, let comma = evidence.withComma {
      return Finding(
        "table.decimal", at: comma.place,
        "\"\(column.name)\" has decimals behind a comma here, \"\(comma.text)\", and behind a point elsewhere, \"\(point.text)\" at \(point.place.description)",
        remedy: "write all of them in one way")
    }
    let cell = evidence.openNumber ?? .init(column.name, at: headerPlace)
    let readings = Readings(cell.text)
    let (comma, point) = (readings?.comma ?? cell.text, readings?.point ?? cell.text)
    return Finding(
      "table.decimal", at: cell.place,
      "the amounts of \"\(column.name)\" can be read in two ways: \"\(cell.text)\" is \(comma) or \(point)",
      remedy: column.content == .rate
        ? "say \(.parameter(.map, "\(kind.name).decimal=comma")) for \(comma) or \(.parameter(.map, "\(kind.name).decimal=point")) for \(point)"
        : "say \(.parameter(.decimal, "comma")) for \(comma) or \(.parameter(.decimal, "point")) for \(point)"
    )
  }

  private func question(
    onDatesOf column: TableColumn, _ evidence: ColumnEvidence
  ) -> Finding {
    if let day = evidence.dayFirst, let month = evidence.monthFirst {
      return Finding(
        "table.dates", at: month.place,
        "\"\(column.name)\" has the month first here, \"\(month.text)\", and the day first elsewhere, \"\(day.text)\" at \(day.place.description)",
        remedy: "write all of them in one way")
    }
    let cell = evidence.openDay ?? .init(column.name, at: headerPlace)
    let written = WrittenDay(cell.text)
    let day = written?.day(.dayFirst)?.description ?? cell.text
    let month = written?.day(.monthFirst)?.description ?? cell.text
    return Finding(
      "table.dates", at: cell.place,
      "the dates of \"\(column.name)\" can be read in two ways: \"\(cell.text)\" is \(day) or \(month)",
      remedy:
        "say \(.parameter(.dates, "dmy")) for \(day) or \(.parameter(.dates, "mdy")) for \(month)")
  }
}

/// The two numbers that a cell can be.
private struct Readings {
  let point: String
  let comma: String

  init?(_ text: String) {
    guard let point = try? WrittenAmount(text, decimal: .point),
      let comma = try? WrittenAmount(text, decimal: .comma)
    else { return nil }
    self.point = Self.plain(point.lower)
    self.comma = Self.plain(comma.lower)
  }

  private static func plain(_ number: Ratio) -> String {
    number.fixedPoint(places: number.isInteger ? 0 : 3)
  }
}
