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
  /// - Throws: What the function throws, and what reading the file throws.
  public mutating func rows<Rows>(
    into make: () -> Rows,
    _ body: (inout Rows, inout CSVRecord, inout TableCells) throws(InputFailure) -> Void
  ) throws(InputFailure) -> (rows: Rows, tally: CSVTally) {
    var assumed = fromSample()
    while true {
      var rows = make()
      var cells = TableCells(ColumnConventions(count: columns.count))
      cells.conventions.conventions = assumed
      var screen = RowScreen(self)
      let tally = try file.records { (record) throws(InputFailure) in
        if screen.setsAside(&record) { return }
        try body(&rows, &record, &cells)
      }
      let decided = decide(cells.conventions)
      if decided.conventions == assumed {
        for finding in decided.findings { log.add(finding) }
        log.add(tally.findings)
        if let account = accountNote(tally) { log.add(account) }
        return (rows, tally)
      }
      assumed = decided.conventions
    }
  }

  /// What became of the rows, where some were set aside that are not just empty.
  private func accountNote(_ tally: CSVTally) -> Finding? {
    let account = TableAccount(tally)
    let named = account.setAside.filter { $0.rule != "empty row" }
    guard !named.isEmpty else { return nil }
    let list = named.map(\.words).joined(separator: ", ")
    return Finding(
      "table.rows", .note, at: file.place,
      "of \(account.rows) rows \(account.used) are used; set aside: \(list)")
  }

  /// The conventions that the first rows speak for.
  private func fromSample() -> [ColumnConventions.Convention] {
    var sampled = ColumnConventions(count: columns.count)
    for row in file.sample {
      for column in columns {
        let text = row[column.position]
        switch column.content {
        case .amount: sampled.evidence[column.position].decimals.add(text)
        case .date, .month:
          if let day = WrittenDay(text) { sampled.evidence[column.position].dates.add(day) }
        case .share:
          if case .number(let number)? = WrittenShare(text), 10 < number {
            sampled.evidence[column.position].percentages += 1
          }
        case .text, .identifier, .currency: break
        }
      }
    }
    return decide(sampled).conventions
  }

  /// Decides all columns, with what is open, contradictory or worth saying.
  private func decide(
    _ read: ColumnConventions
  ) -> (conventions: [ColumnConventions.Convention], findings: [Finding]) {
    var conventions = read.conventions
    var findings: [Finding] = []
    for column in columns {
      let evidence = read.evidence[column.position]
      var others = ColumnConventions.Evidence()
      for other in columns where other.position != column.position {
        others.decimals.add(read.evidence[other.position].decimals)
        others.dates.add(read.evidence[other.position].dates)
      }
      switch column.content {
      case .amount:
        if let (decimal, reason) = ColumnConventions.decimal(
          evidence.decimals, others: others.decimals, delimiter: file.dialect.delimiter,
          told: options.decimal)
        {
          conventions[column.position].decimal = decimal
          conventions[column.position].isDecimalTold = reason == .told
          if let finding = explanation(of: decimal, reason, column, evidence) {
            findings.append(finding)
          }
        } else {
          findings.append(question(onDecimalsOf: column, evidence))
        }
      case .date, .month:
        if let (order, reason) = ColumnConventions.order(
          evidence.dates, others: others.dates, told: options.dates)
        {
          conventions[column.position].dates = order
          conventions[column.position].areDatesTold = reason == .told
        } else {
          findings.append(question(onDatesOf: column, evidence))
        }
        if evidence.dates.mixesZones {
          findings.append(
            Finding(
              "table.zones", at: headerPlace,
              "the times of \"\(column.name)\" are in different zones, so that a day of one is not a day of another",
              remedy: "export them in one zone, or without a time"))
        }
      case .share:
        conventions[column.position].sharesArePercentages = evidence.percentages > 0
        if evidence.percentages > 0, evidence.fractions > 0 {
          findings.append(
            Finding(
              "table.share", at: headerPlace,
              "\"\(column.name)\" has percentages such as 50 beside fractions such as 0.5",
              remedy: "write all of them in one way, such as 50%"))
        }
      case .text, .identifier, .currency: break
      }
    }
    return (conventions, findings)
  }

  private func explanation(
    of decimal: DecimalConvention, _ reason: ConventionReason, _ column: TableColumn,
    _ evidence: ColumnConventions.Evidence
  ) -> Finding? {
    // That commas group in a file with commas between fields is what everybody expects.
    let isUsual = reason == .delimiter && decimal == .point
    guard reason == .otherColumns || reason == .delimiter, !isUsual, let cell = evidence.firstOpen,
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
    onDecimalsOf column: TableColumn, _ evidence: ColumnConventions.Evidence
  ) -> Finding {
    if let point = evidence.firstPoint, let comma = evidence.firstComma {
      return Finding(
        "table.decimal", at: comma.place,
        "\"\(column.name)\" has decimals behind a comma here, \"\(comma.text)\", and behind a point elsewhere, \"\(point.text)\" at \(point.place.description)",
        remedy: "write all of them in one way")
    }
    let cell = evidence.firstOpen ?? (place: headerPlace, text: column.name)
    let readings = Readings(cell.text)
    let (comma, point) = (readings?.comma ?? cell.text, readings?.point ?? cell.text)
    return Finding(
      "table.decimal", at: cell.place,
      "the amounts of \"\(column.name)\" can be read in two ways: \"\(cell.text)\" is \(comma) or \(point)",
      remedy:
        "say \(.parameter(.decimal, "comma")) for \(comma) or \(.parameter(.decimal, "point")) for \(point)"
    )
  }

  private func question(
    onDatesOf column: TableColumn, _ evidence: ColumnConventions.Evidence
  ) -> Finding {
    if let day = evidence.firstComma, let month = evidence.firstPoint {
      return Finding(
        "table.dates", at: month.place,
        "\"\(column.name)\" has the month first here, \"\(month.text)\", and the day first elsewhere, \"\(day.text)\" at \(day.place.description)",
        remedy: "write all of them in one way")
    }
    let cell = evidence.firstOpen ?? (place: headerPlace, text: column.name)
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
