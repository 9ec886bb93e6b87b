public import Amounts
internal import CSVReading
public import Findings
public import MarketPricing
public import SalaryData
public import Tables

/// The cuts of a file from a survey.
public struct SurveyCuts: Sendable {
  /// What is said about a file that does not say it itself.
  public struct Defaults: Hashable, Sendable {
    /// The day of the pay.
    public var effective: CalendarDate?
    /// The currency of amounts that name none; nil for the one that the language of the columns points to.
    public var currency: Currency?
    /// The pay from which on OEWS prints "#".
    public var topCodes: TopCodes?

    /// Creates defaults: any currency, as of no day.
    public init(topCodes: TopCodes? = nil) {
      self.topCodes = topCodes
    }
  }

  /// The cuts, in the order of the file.
  public let cuts: [SurveyCut]
  /// What became of the rows.
  public let account: TableAccount
  /// What was found.
  public let findings: FindingLog

  /// Reads the cuts of a file; "-" is standard input.
  ///
  /// - Throws: `.noInput` when the file cannot be opened, `.badData` for one without jobs or without
  ///   percentiles, and where columns can be read in two ways.
  /// - Complexity: O(size of the file).
  public init(
    path: String, _ defaults: Defaults = Defaults(), _ options: TableOptions = TableOptions()
  ) throws(InputFailure) {
    var table = try InputTable(path: path, .surveys, options)
    try self.init(&table, defaults)
  }

  /// Takes text for a file.
  public init(
    csv: String, name: String, _ defaults: Defaults = Defaults(),
    _ options: TableOptions = TableOptions()
  ) throws(InputFailure) {
    var table = try InputTable(csv: csv, file: name, .surveys, options)
    try self.init(&table, defaults)
  }

  /// Reads a table that is open.
  package init(
    _ table: inout InputTable, _ defaults: Defaults = Defaults()
  ) throws(InputFailure) {
    let pointed = table.pointedCurrency
    let assumed = defaults.currency ?? pointed ?? .usd
    let columns = try SurveyColumns(&table, defaults, assuming: assumed)
    let ((cuts, assumesCurrency), tally) = try table.rows(into: { ([SurveyCut](), false) }) {
      (found, record, cells) throws(InputFailure) in
      if let cut = columns.cut(&record, &cells, assumesCurrency: &found.1) { found.0.append(cut) }
    }
    if assumesCurrency {
      table.log.add(
        Finding(
          "survey.currency", .note, at: table.headerPlace,
          defaults.currency == nil && pointed != nil
            ? "the amounts name no currency and are taken as \(assumed.code), because the names of the columns are German"
            : "the amounts name no currency and are taken as \(assumed.code)",
          remedy:
            "say another one with \(.parameter(.currency, assumed == .eur ? "USD" : "EUR"))"))
    }
    self.cuts = cuts
    account = TableAccount(tally)
    findings = table.log
  }
}

/// The columns of survey cuts.
private struct SurveyColumns {
  private let survey: TableColumn?
  private let jobCode: TableColumn?
  private let jobTitle: TableColumn?
  private let level: TableColumn?
  private let scope: TableColumn?
  private let location: TableColumn?
  private let organizations: TableColumn?
  private let incumbents: TableColumn?
  private let effective: TableColumn?
  private let agedTo: TableColumn?
  private let currency: TableColumn?
  private let payBasis: TableColumn?
  private let pay: [(element: PayElement, percentile: Int, column: TableColumn)]
  private let file: String
  private let defaults: SurveyCuts.Defaults
  private let assumedCurrency: Currency

  init(
    _ table: inout InputTable, _ defaults: SurveyCuts.Defaults, assuming currency: Currency
  ) throws(InputFailure) {
    assumedCurrency = currency
    survey = table.column("survey")
    jobCode = table.column("job_code")
    jobTitle = table.column("job_title")
    level = table.column("level")
    scope = table.column("scope")
    location = table.column("location")
    organizations = table.column("organizations")
    incumbents = table.column("incumbents")
    effective = table.column("effective_date")
    agedTo = table.column("aged_to")
    self.currency = table.column("currency")
    payBasis = table.column("pay_basis")
    file = table.file.name
    self.defaults = defaults
    func column(_ prefix: String, _ percentile: Int) -> TableColumn? {
      table.column("\(prefix)p\(percentile)")
    }
    var pay: [(element: PayElement, percentile: Int, column: TableColumn)] = []
    for element in PayElement.allCases {
      for percentile in PayPercentiles.usual {
        if let column = column(element.rawValue + "_", percentile) {
          pay.append((element, percentile, column))
        }
      }
    }
    if pay.isEmpty {
      for percentile in PayPercentiles.usual {
        if let column = column("", percentile) { pay.append((.base, percentile, column)) }
      }
      if !pay.isEmpty {
        table.log.add(
          Finding(
            "survey.element", .warning, at: table.headerPlace,
            "the percentiles do not say of which pay they are, and are taken as base pay",
            remedy:
              "say \(.parameter(.map, "surveys.total_cash_p50=\(pay.first { $0.percentile == 50 }?.column.name ?? "COLUMN")")) if they are not"
          ))
      }
    }
    self.pay = pay
    if jobCode == nil, jobTitle == nil { _ = table.required("job_code") }
    if pay.isEmpty { _ = table.required("base_p50") }
    if let mean = table.column("weighted_mean") {
      table.log.add(
        Finding(
          "survey.weighted", .note, at: table.headerPlace,
          "\"\(mean.name)\" is not read: some surveys weight by people and some by employers under that name, and percentiles alone are blended"
        ))
    }
    if effective == nil, agedTo == nil, defaults.effective == nil {
      table.log.add(
        Finding(
          "survey.no-date", at: table.headerPlace, "nothing says of when the pay is",
          remedy:
            "add a column effective_date, or say \(.parameter(.effective, "2025-03-01"))"))
    }
    let aged = pay.first { Wording.words(ofHeader: $0.column.name).contains("aged") }
    if agedTo == nil, let aged {
      table.log.add(
        Finding(
          "survey.aged", at: table.headerPlace,
          "\"\(aged.column.name)\" is aged already, and nothing says to when",
          remedy: "add a column aged_to with the day, so that it is not aged twice"))
    }
    try table.check()
  }

  func cut(
    _ record: inout CSVRecord, _ cells: inout TableCells, assumesCurrency: inout Bool
  ) -> SurveyCut? {
    let code = cells.text(jobCode, record)
    let title = cells.text(jobTitle, record)
    guard let job = jobCode ?? jobTitle else { return nil }
    if code == nil, title == nil {
      cells.empty(job, &record)
      return nil
    }
    guard let factor = periodsPerYear(&record, cells) else { return nil }
    let own = day(effective, &record, &cells)
    let aged = day(agedTo, &record, &cells)
    let survey = cells.text(survey, record) ?? file
    let topCode = Self.isOEWS(survey, code) ? "#" : nil
    let (currency, pay) = self.pay(
      times: factor, topCode: topCode, on: own ?? defaults.effective ?? aged, &record, &cells)
    if currency == nil { assumesCurrency = true }
    guard let date = aged ?? own ?? defaults.effective else {
      record.reject(
        record.finding(
          "survey.no-date", field: effective?.position ?? 0, "nothing says of when the pay is",
          remedy: "write year, month and day, such as 2025-03-01"))
      return nil
    }
    let cut = SurveyCut(
      survey: survey, jobCode: code, jobTitle: title,
      level: cells.text(level, record), scope: cells.text(scope, record),
      location: cells.text(location, record).flatMap { Self.isWhole($0) ? nil : $0 },
      organizations: count(organizations, &record, &cells),
      incumbents: count(incumbents, &record, &cells),
      effective: date,
      isAged: aged != nil, currency: currency ?? assumedCurrency, pay: pay,
      place: record.place(0))
    if record.isRejected { return nil }
    guard !pay.isEmpty else {
      record.setAside("no pay published")
      return nil
    }
    return isInOrder(cut, &record) ? cut : nil
  }

  private func day(
    _ column: TableColumn?, _ record: inout CSVRecord, _ cells: inout TableCells
  ) -> CalendarDate? {
    guard let column, !cells.isBlank(column, record) else { return nil }
    if let month = YearMonth(iso: cells.label(column, record)) { return month.firstDay }
    return cells.date(column, &record)
  }

  private func count(
    _ column: TableColumn?, _ record: inout CSVRecord, _ cells: inout TableCells
  ) -> Int? {
    guard let column, !Self.isWithheld(cells.label(column, record)),
      let number = cells.amount(column, in: nil, &record)
    else { return nil }
    guard let count = Int64(exactly: number), count >= 0 else {
      record.reject(
        record.finding(
          "survey.count", field: column.position,
          "\(column.name) \"\(record.text(column.position))\" is not a number of employers or people"
        ))
      return nil
    }
    return Int(count)
  }

  /// The pay for a year, with the currency that its columns or cells name.
  ///
  /// A cell that is the mark of a top code is at least the one of the day.
  private func pay(
    times factor: Ratio, topCode: String?, on day: CalendarDate?, _ record: inout CSVRecord,
    _ cells: inout TableCells
  ) -> (Currency?, [PayElement: PayPercentiles]) {
    var known = currency.flatMap { cells.currency($0, &record) }
    var values: [PayElement: [Int: Ratio]] = [:]
    var bounds: [PayElement: [Int: Ratio]] = [:]
    for (element, percentile, column) in pay {
      let label = cells.label(column, record)
      if label == topCode {
        bounds[element, default: [:]][percentile] = bound(on: day, column, &record)
        continue
      }
      guard !Self.isWithheld(label),
        let amount = cells.money(column, &record)
      else { continue }
      let named = amount.currencies + (amount.currencies.isEmpty ? column.namedCurrencies : [])
      if let currency = known ?? named.first {
        known = currency
        if !named.isEmpty, !named.contains(currency) {
          record.reject(
            record.finding(
              "table.currency", field: column.position,
              "\(column.name) \"\(record.text(column.position))\" is not in \(currency.code)"))
        }
      }
      guard .zero < amount.value, let yearly = try? amount.value * factor else {
        record.reject(
          record.finding(
            "survey.pay", field: column.position,
            "\(column.name) \"\(record.text(column.position))\" is no pay"))
        continue
      }
      // Nobody is paid less than a thousand a year, and many more than that an hour in some currencies.
      if payBasis == nil, percentile == 50, yearly < 1000 {
        record.reject(
          record.finding(
            "survey.basis", field: column.position,
            "\(column.name) \"\(record.text(column.position))\" is hardly pay for a year",
            remedy: "add a column pay_basis with hour, week, month or year"))
      }
      values[element, default: [:]][percentile] = yearly
    }
    let elements = Set(values.keys).union(bounds.keys)
    return (
      known,
      Dictionary(
        uniqueKeysWithValues: elements.map {
          ($0, PayPercentiles(values[$0] ?? [:], atLeast: bounds[$0] ?? [:]))
        })
    )
  }

  /// The top code of a day for a year; a cell whose top code is not known is rejected.
  private func bound(
    on day: CalendarDate?, _ column: TableColumn, _ record: inout CSVRecord
  ) -> Ratio? {
    guard let month = day?.yearMonth else { return nil }
    if let bound = defaults.topCodes?.annualBound(for: month) { return try? Ratio(cents: bound) }
    record.reject(
      record.finding(
        "summary.unknown-top-code", field: column.position,
        "no top code is known for \(month)",
        remedy: "add the bound of that year to oews-top-codes.csv"))
    return nil
  }

  /// Whether a cut is of OEWS, by its name or the code of its occupation.
  private static func isOEWS(_ survey: String, _ code: String?) -> Bool {
    !Set(Wording.words(of: survey)).isDisjoint(with: ["oews", "oes", "bls"])
      || code?.wholeMatch(of: #/\d\d-\d{4}(\.\d\d)?/#) != nil
  }

  /// How vendors abbreviate the basis, with its count in a year.
  private static let bases: [String: PayPeriod] = [
    "a1": .year, "m12": .month, "s24": .halfMonth, "b26": .twoWeeks, "w52": .week, "h2080": .hour,
  ]

  private func periodsPerYear(_ record: inout CSVRecord, _ cells: TableCells) -> Ratio? {
    guard let payBasis, let written = cells.text(payBasis, record) else { return .one }
    if let basis = Self.bases[written.lowercased()] { return Ratio(basis.countPerYear) }
    switch PayPeriodLabel(written) {
    case .period(let basis)?: return Ratio(basis.countPerYear)
    case .usual?: return .one
    case nil: break
    }
    record.reject(
      record.finding(
        "survey.basis", field: payBasis.position,
        "\(payBasis.name) \"\(written)\" is no period of pay",
        remedy: "write hour, week, month or year"))
    return nil
  }

  /// Rejects percentiles that fall where they should rise.
  private func isInOrder(_ cut: SurveyCut, _ record: inout CSVRecord) -> Bool {
    for element in PayElement.allCases {
      guard let (lower, higher) = cut.pay[element]?.inversion else { continue }
      let field = pay.first { $0.element == element && $0.percentile == higher }
      record.reject(
        record.finding(
          "survey.order", field: field?.column.position ?? 0,
          "P\(higher) is below P\(lower) of the same pay",
          remedy: "look whether the columns are what their names say"))
      return false
    }
    return true
  }

  /// What surveys print where there are too few data.
  private static func isWithheld(_ text: String) -> Bool {
    let marks: Set<String> = ["*", "**", "***", "--", "id", "isd", "ua", "#", "insufficient data"]
    return marks.contains(text.lowercased())
  }

  /// Whether a place is the whole of a country.
  private static func isWhole(_ text: String) -> Bool {
    let names: Set<String> = [
      "all", "national", "nationwide", "us", "usa", "united states", "bundesweit", "deutschland",
      "germany", "uk", "united kingdom", "gesamt",
    ]
    return names.contains(Wording.words(of: text).joined(separator: " "))
  }
}
