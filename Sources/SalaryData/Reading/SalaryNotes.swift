internal import Amounts
internal import CSVReading
internal import Findings
internal import Tables

/// The words for what a reader of salary files assumed and counted.
struct SalaryNotes {
  let place: Place

  private func note(
    _ kind: Finding.Kind, _ message: Inline, severity: Severity = .note, remedy: Inline? = nil
  ) -> Finding {
    Finding(kind, severity, at: place, message, remedy: remedy)
  }

  /// What was assumed about the amounts of a file.
  func assumptions(
    _ pass: SalaryPass, _ currency: PayCurrency, _ account: RowAccount
  ) -> [Finding] {
    var notes: [Finding] = []
    if currency.isAssumed {
      let pointer = currency.pointer
      // Where people are paid in several currencies, one of them is a guess.
      let isOpen = pointer.map { $0.currency == nil } ?? false
      notes.append(
        note(
          isOpen ? "salary.currency-open" : "salary.currency-assumed",
          "pay is taken as \(currency.source): \(pointer?.reason ?? "nothing names a currency")",
          severity: isOpen ? .warning : .note,
          remedy: pointer == nil
            ? nil : "if it is another one, say so: \(.parameter(.assumeCurrency, "CODE"))"))
    }
    if let naming = currency.rowsNaming {
      let source = currency.source
      notes.append(
        note(
          "salary.currency-of-few",
          "\(naming.some) of \(naming.all) rows name a currency, and the pay of the others is taken as \(source) like it",
          severity: 2 * naming.some < naming.all ? .warning : .note,
          remedy: "if it is another one, say so: \(.parameter(.assumeCurrency, "CODE"))"))
    }
    if !pass.columns.addends.isEmpty {
      let names = (pass.columns.payColumns.prefix(1) + pass.columns.addends)
        .map { "\"\(pass.file.header[$0.field])\"" as Inline }
      notes.append(
        note("salary.total-added", "total pay is the sum of \(names.joined(separator: ", "))"))
    }
    let counts = pass.rows.remarks.rowsByPeriod
    for (period, all) in zip(PayPeriod.allCases, counts) {
      // Amounts that contradict their period were not counted with it.
      let rows =
        period == pass.assumedPeriod ? all - account.rowsSetAside(by: .otherPeriod) : all
      guard rows > 0 else { continue }
      notes.append(
        note(
          "salary.annualized",
          "\(rows) rows of pay by the \(period.words) counted with \(period.countPerYear) to a year"
        ))
    }
    if pass.assumedPeriod == nil, pass.recognition.position(of: .payPeriod) == nil,
      counts.allSatisfy({ $0 == 0 })
    {
      notes.append(
        note("salary.period-assumed", "pay is taken as yearly: nothing names a period"))
    }
    let decimal = pass.rows.decimal
    if pass.options.decimal == nil, decimal.isUncertain {
      notes.append(
        note(
          "salary.decimal-likely",
          pass.conventions.decimal == .point
            ? "commas in pay are taken as grouping thousands: no amount shows which separator is the decimal one"
            : "points in pay are taken as grouping thousands: no amount shows which separator is the decimal one",
          remedy:
            "if it is the other way round, say so: \(.parameter(.decimal, pass.conventions.decimal.opposite.rawValue))"
        ))
    }
    let dates = pass.rows.dates
    if dates.open + dates.dayFirst + dates.monthFirst > 0 {
      let order: Inline =
        pass.conventions.dates == .dayFirst
        ? "dates are read with the day first" : "dates are read with the month first"
      let doubt: Inline =
        dates.order != nil ? "" : ", which none of them proves; 2021-05-31 is never in doubt"
      notes.append(note("salary.date-order", order + doubt))
    }
    let remarks = pass.rows.remarks
    let counted: [(Int, Finding.Kind, Inline)] = [
      (remarks.ranges, "salary.ranges", "given as a range, taken at its middle"),
      (remarks.approximate, "salary.approximate", "marked as approximate"),
      (remarks.atLeast, "salary.at-least", "given as a lower bound, taken as it is"),
      (remarks.atMost, "salary.at-most", "given as an upper bound, taken as it is"),
      (remarks.extras, "salary.extras", "naming more pay behind a plus, which is not counted"),
    ]
    for (rows, kind, what) in counted where rows > 0 {
      notes.append(note(kind, "\(rows) amounts \(what)"))
    }
    return notes
  }

  /// Warnings of columns that could as well be the pay that is read.
  func otherPay(_ pass: SalaryPass) -> [Finding] {
    let taken = pass.columns.payColumns[0]
    return pass.recognition.columns.filter { $0.rivalRole == taken.role }.map { column in
      note(
        "salary.other-pay",
        "\"\(pass.file.header[taken.field])\" is taken as \(taken.role.rawValue) because it stands first; \"\(column.name)\" could be it as well",
        severity: .warning,
        remedy:
          "say which one it is: \(.parameter(.map, "\(taken.role.rawValue)=\"\(column.name)\""))")
    }
  }

  /// What to know about part time beside full time, where pay is not by the hour.
  func partTime(_ pass: SalaryPass) -> [Finding] {
    guard let time = pass.columns.time else {
      let mapping = pass.options.mapping
      return mapping.partTimePay(in: .people) == nil
        ? namedPartTime(pass) : [WorkingTime.unused(at: place, in: .people)]
    }
    return pass.columns.makesHourlyPay ? [] : time.findings(pass.rows.times.tally)
  }

  /// Warnings of columns that name part time without its extent.
  private func namedPartTime(_ pass: SalaryPass) -> [Finding] {
    let names: Set = [["part", "time"], ["parttime"], ["teilzeit"], ["pt"], ["tz"]]
    return pass.recognition.columns.compactMap { column in
      guard column.role == nil else { return nil }
      let cells = pass.file.sample.map { $0[column.position] }.filter { !MissingMark.isMissing($0) }
      let partTime = cells.count { names.contains(Wording.words(of: $0)) }
      guard partTime > 0 else { return nil }
      return note(
        "salary.part-time",
        "\"\(column.name)\" says part time in \(partTime) of the first \(cells.count) rows, and their pay stands beside that of full time as it is",
        severity: .warning,
        remedy:
          "say how much they work in a column such as FTE, or leave them out with \(.parameter(.where, "CONDITION"))"
      )
    }
  }

  /// What to know about the spans that pay is for, where the file is not clear about them.
  func periods(_ pass: SalaryPass) -> [Finding] {
    if let conflict = pass.periods.conflict,
      let column = pass.recognition.name(of: .payPeriod)
    {
      let pay = pass.file.header[pass.columns.payColumns[0].field]
      let contradiction: Inline = """
        "\(pay)" is for a \(conflict.header.words), and "\(column)" says \(conflict.row.words) in \
        \(conflict.rows) of the first rows
        """
      return [
        note(
          "salary.period-conflict",
          pass.periods.overrules
            ? "\(contradiction); their amounts fit a \(conflict.row.words) and are taken as such"
            : "\(contradiction); their amounts fit a \(conflict.header.words) and are taken as such",
          severity: conflict.isProven ? .note : .warning,
          remedy: pass.periods.overrules
            ? "if the name is right, say so: \(.parameter(.map, "pay_period="))" : nil)
      ]
    }
    // Whoever said which column it is, or that none is, has decided.
    guard pass.options.payPeriod == nil, pass.recognition.position(of: .payPeriod) == nil,
      pass.options.mapping.column(of: ColumnRole.payPeriod.rawValue, in: .people) == nil
    else { return [] }
    return pass.recognition.columns.compactMap { column in
      guard column.role == nil else { return nil }
      let cells = pass.file.sample.map { $0[column.position] }.filter { !MissingMark.isMissing($0) }
      let periods = cells.compactMap { cell -> PayPeriod? in
        guard case .period(let period) = PayPeriodLabel(cell) else { return nil }
        return period
      }
      // A word here and there is chance, as is one letter.
      guard 10 * periods.count >= cells.count, Set(periods) != [pass.assumedPeriod ?? .year] else {
        return nil
      }
      return note(
        "salary.period-unused",
        """
        "\(column.name)" names periods of pay in \(periods.count) of the first \(cells.count) rows and \
        is not used: pay is taken as for a \((pass.assumedPeriod ?? .year).words)
        """,
        severity: .warning,
        remedy: """
          if it says what pay is for, say so: \(.parameter(.map, "pay_period=\"\(column.name)\"")), else \
          \(.parameter(.payPeriod, (pass.assumedPeriod ?? .year).rawValue))
          """)
    }
  }

  /// What to know about rows that were taken for copies, or that are equal and were not.
  func copies(_ account: RowAccount, _ identifying: [String], equalRows: Int) -> Finding? {
    let rows = account.rowsSetAside(by: .duplicateRow)
    if rows > 0 {
      let names = identifying.map { "\"\($0)\"" as Inline }.joined(separator: ", ")
      let copies: Inline = "\(rows) rows are exact copies of earlier ones"
      return note(
        "salary.copies",
        """
        \(copies), \(names) included; where two people can share every field, keep them with \
        \(.parameter(.keep, CleaningRule.duplicateRow.rawValue))
        """)
    }
    guard equalRows > 0 else { return nil }
    return note(
      "salary.equal-rows",
      """
      \(equalRows) rows are written like an earlier one and kept, because nothing in the file tells \
      people apart: no id, no time stamp, no employer with a title and a place
      """,
      remedy: """
        if they are copies, say which column tells whose row it is: \(.parameter(.map, "id=COLUMN"))
        """)
  }

  /// A warning of people who are in several rows, such as those with two jobs.
  func repeated(_ column: String, _ names: [String], rows: Int) -> Finding {
    let examples: Inline =
      names.isEmpty
      ? .empty : ", such as \(names.map { "\"\($0)\"" as Inline }.joined(separator: ", "))"
    return note(
      "salary.same-id",
      "\(.number(rows)) rows have a \"\(column)\" that an earlier row has\(examples); each row counts as one person",
      severity: .warning,
      remedy: "put the pay of one person into one row, or leave rows out")
  }

  /// Warnings of values of a column that are a slip away from one that is far more frequent.
  func nearValues(_ table: SalaryTable, _ columns: SalaryColumns) -> [Finding] {
    // Titles, places and names are many, and near each other by right.
    let many: Set<ColumnRole> = [.title, .employer, .city, .state, .country, .identifier, .date]
    return columns.texts.compactMap { column -> Finding? in
      guard !column.isDate, ColumnRole(rawValue: column.name).map({ !many.contains($0) }) ?? true,
        let values = table.categories(column.name), values.labels.count <= 200
      else { return nil }
      let counts = zip(values.labels, values.counts()).dropFirst().filter { $0.1 > 0 }
        .map { (label: $0.0, letters: Array($0.0.lowercased()), rows: $0.1) }
      let slips = counts.compactMap { rare -> Inline? in
        let meant = counts.filter { other in
          2 * rare.rows <= other.rows && Self.isSlip(rare.letters, other.letters)
        }.max { $0.rows < $1.rows }
        return meant.map {
          "\"\(rare.label)\" (\(.number(rare.rows))) may be \"\($0.label)\" (\(.number($0.rows)))"
        }
      }
      guard !slips.isEmpty else { return nil }
      let shown = slips.prefix(5) + (slips.count > 5 ? [.verbatim("…")] : [])
      return note(
        "salary.near-values",
        "values of \"\(column.name)\" are nearly written like others and count apart from them: \(Array(shown).joined(separator: ", "))",
        severity: .warning, remedy: "write them alike where they are the same")
    }
  }

  /// Whether one text is another with one or two letters wrong; "Analyst II" is none of "Analyst I".
  private static func isSlip(_ first: [Character], _ second: [Character]) -> Bool {
    if first == second { return true }
    func numerals(_ text: [Character]) -> [Character] {
      text.filter { $0.isNumber || "ivx".contains($0) }
    }
    guard min(first.count, second.count) >= 5,
      numerals(first).sorted() == numerals(second).sorted(),
      let distance = NearMiss.distance(first, second)
    else { return false }
    return distance <= 2
  }

  /// What became of values of industries and titles that no spelling fits.
  func unmatched(_ columns: [(column: String, values: [(value: String, rows: Int)])]) -> [Finding] {
    columns.compactMap { column, values in
      let rows = values.reduce(0) { $0 + $1.rows }
      guard rows > 0 else { return nil }
      switch SalaryColumns.Derived(rawValue: column) {
      case .sector:
        return note(
          "salary.unmatched",
          "\(rows) rows have an industry of no known sector and count as not said: \(list(values))",
          remedy: "add the words to \(.code("industries.csv"))")
      case .role:
        return note(
          "salary.unmatched",
          "\(rows) rows have a title of no known role and count as \"\(JobTitles.otherRole)\": \(list(values))",
          remedy: "add the words to \(.code("roles.csv"))")
      default: return nil
      }
    }
  }

  /// By which rule industries that name two sectors are of one.
  func ofTwoSectors(_ values: [(value: String, rows: Int)]) -> [Finding] {
    let rows = values.reduce(0) { $0 + $1.rows }
    guard rows > 0 else { return [] }
    return [
      note(
        "salary.two-sectors",
        """
        \(rows) rows have an industry of several sectors; \(.code("industries.csv")) says which one they \
        count to, or else the first does: \(list(values))
        """)
    ]
  }

  /// The most frequent values.
  private func list(_ values: [(value: String, rows: Int)]) -> Inline {
    let shown = values.prefix(5).map { "\"\($0.value)\" (\(.number($0.rows)))" as Inline }
    return (shown + (values.count > 5 ? [.verbatim("…")] : [])).joined(separator: ", ")
  }

  /// A warning of people who are in no figure, with the rules that set them aside.
  ///
  /// Totals and copies are no people, and amounts for another period have a warning of their own.
  func setAside(_ account: RowAccount) -> Finding? {
    let others: Set<CleaningRule> = [.totalRow, .duplicateRow, .otherPeriod]
    let rules = account.setAside.filter { setAside in
      setAside.rows > 0 && !others.contains { $0.rawValue == setAside.rule }
    }
    guard !rules.isEmpty else { return nil }
    let reasons = rules.map { setAside -> Inline in
      let summary = CleaningRule(rawValue: setAside.rule)?.summary ?? "no pay"
      return "\(.number(setAside.rows)) as \(setAside.rule) (\(summary))"
    }
    let isConvertible = account.rowsSetAside(by: .otherCurrency) > 0
    return note(
      "salary.set-aside",
      "\(.number(rules.reduce(0) { $0 + $1.rows })) of \(.number(account.read)) rows are in no figure: \(reasons.joined(separator: ", "))",
      severity: .warning,
      remedy: isConvertible
        ? "\(.parameter(.rates, "FILE")) converts other currencies; \(.code("ontarget check FILE --cleaned OUT.csv")) shows the rows"
        : "\(.code("ontarget check FILE --cleaned OUT.csv")) shows the rows, and \(.parameter(.keep, "RULE")) keeps them"
    )
  }

  /// A warning when amounts contradict the period that their column is for.
  func otherPeriod(_ account: RowAccount, _ period: PayPeriod?) -> Finding? {
    let rows = account.rowsSetAside(by: .otherPeriod)
    guard rows > 0, let period else { return nil }
    return note(
      "salary.other-period",
      """
      \(rows) amounts are set aside: too large for pay by the \(period.words), and plausible for a \
      month or a year
      """,
      severity: .warning,
      remedy: """
        write what they are for into the cells, such as 55000/year, or keep them as they are with \
        \(.parameter(.keep, CleaningRule.otherPeriod.rawValue))
        """)
  }

  /// A warning when half of the pay is so low or so high that it is hardly for a year.
  func oddPay(_ pay: PackedColumn<Double>, _ currency: Currency, _ period: PayPeriod?) -> Finding? {
    let step = max(1, pay.count / 1001)
    let sample = stride(from: 0, to: pay.count, by: step).map { pay[$0] }.sorted()
    guard let median = sample.isEmpty ? nil : sample[sample.count / 2] else { return nil }
    if median < 500 {
      return note(
        "salary.small-pay",
        "half of the pay is at most \(Int(median.rounded())) a year; is it by the hour, or in thousands?",
        severity: .warning, remedy: "say what it is for: \(.parameter(.payPeriod, "hour"))")
    }
    // Only where the unit is worth about a dollar: a million rupiahs a year are little.
    let large: Set<Currency> = [.usd, .eur, .gbp]
    if period == nil, median < 10_000, large.contains(currency) {
      return note(
        "salary.small-pay",
        "half of the pay is at most \(.number(median, places: 0)) a year, and nothing names a period; is it for a month?",
        severity: .warning,
        remedy:
          "say what it is for: \(.parameter(.payPeriod, "month")), or \(.parameter(.payPeriod, "year")) if it is for a year"
      )
    }
    if let period, period != .year, median > 1_000_000, large.contains(currency) {
      return note(
        "salary.large-pay",
        """
        half of the pay is at least \(Int(min(median, 1e15).rounded())) a year; is it really by the \
        \(period.words)?
        """,
        severity: .warning, remedy: "say what it is for: \(.parameter(.payPeriod, "year"))")
    }
    return nil
  }

  /// A warning when the rows seem to be groups with their mean pay.
  func groupMeans(_ header: [String], _ columns: SalaryColumns) -> Finding? {
    let name = header[columns.payColumns[0].field]
    let means: Set = ["average", "avg", "mean", "median", "durchschnitt", "mittelwert"]
    let words = Wording.words(ofHeader: Wording.question(of: name))
    let isMean = words.contains { means.contains($0) || $0.hasPrefix("durchschnitt") }
    guard isMean else { return nil }
    let counts: Set = ["employees", "headcount", "count", "n", "people", "mitarbeiter", "anzahl"]
    let count = header.first { !counts.isDisjoint(with: Wording.words(ofHeader: $0)) }
    let size = count.map { ", of which \"\($0)\" tells the size" } ?? Inline.empty
    return note(
      "salary.group-means",
      """
      "\(name)" seems to hold means of groups\(size); each row counts as one person, so percentiles \
      and intervals are not those of people
      """,
      severity: .warning)
  }

  /// The error when no row is left.
  func nothingLeft(_ account: RowAccount) -> Finding {
    let rejected: Inline = "\(account.rejected) rejected"
    let causes = account.setAside.map { "\($0.rows) set aside as \($0.rule)" as Inline }
    return note(
      "salary.no-rows",
      """
      none of \(account.read) rows can be used: \
      \(([rejected] + causes).joined(separator: ", "))
      """,
      severity: .error)
  }
}
