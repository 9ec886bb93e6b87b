public import Amounts
public import Answers
public import Reporting
public import SalaryData
internal import Statistics

/// Published pay over the years, nominal and in the money of one month, with the breaks named.
public struct SummaryTrend: Answer {
  /// One year of a series.
  public struct Point: Sendable {
    /// The figures as published.
    public let nominal: SummaryGroup
    /// The month that they refer to.
    public let period: YearMonth
    /// What they are multiplied by to stand in the money of the trend, or why that is not known.
    public let factor: Result<AgingFactor, IndexGap>
    /// The breaks between the year before and this one.
    public let breaks: [SeriesBreak]

    /// The figures in the money of the trend; nil where the index has a hole.
    public var real: SummaryGroup? { (try? factor.get()).map { nominal.withPay(times: $0.value) } }
  }

  /// An occupation in an industry and area over the years.
  public struct Series: Sendable {
    /// The occupation.
    public let occupation: SummaryGroup.Class
    /// The industry.
    public let industry: SummaryGroup.Class
    /// The area.
    public let area: String
    /// The years, earliest first.
    public let points: [Point]
  }

  /// The month whose money is used.
  public let month: YearMonth
  /// The index that brings amounts there.
  public let aging: Aging
  /// The series, in the order of the tables.
  public let series: [Series]
  /// The share of samples in which an interval covers the true value.
  public let level: Double

  /// Puts tables of several years side by side; groups without a date are left out.
  ///
  /// - Parameters:
  ///   - groups: The groups of all tables.
  ///   - month: The month whose money is used; nil takes the last one of the tables.
  ///   - aging: How amounts are brought there.
  ///   - breaks: Where the series are broken.
  ///   - level: The share of samples in which an interval covers the true value.
  /// - Complexity: O(n log n) in the number of groups.
  public init(
    _ groups: [SummaryGroup], inMoneyOf month: YearMonth? = nil, by aging: Aging,
    breaks: [SeriesBreak], level: Double = 0.95
  ) {
    struct Key: Hashable {
      var occupation: String
      var industry: String
      var area: String
    }
    self.aging = aging
    self.level = level
    let last = groups.compactMap(\.referencePeriod).max()
    let target = month ?? last ?? YearMonth(monthNumber: 0)
    self.month = target
    var order: [Key] = []
    var members: [Key: [YearMonth: SummaryGroup]] = [:]
    for group in groups {
      guard let period = group.referencePeriod else { continue }
      // Codes alone: titles are worded differently from year to year.
      let key = Key(
        occupation: group.occupation.code, industry: group.industry.code, area: group.area)
      if members[key] == nil { order.append(key) }
      members[key, default: [:]][period] = group
    }
    series = order.compactMap { key in
      let years = (members[key] ?? [:]).sorted { $0.key < $1.key }
      guard let latest = years.last?.value else { return nil }
      var previous: YearMonth?
      let points = years.map { period, group in
        defer { previous = period }
        return Point(
          nominal: group, period: period,
          factor: Result { () throws(IndexGap) in try aging.factor(from: period, to: target) },
          breaks: breaks.filter { $0.firstPeriod <= period && previous ?? period < $0.firstPeriod })
      }
      return Series(
        occupation: latest.occupation, industry: latest.industry, area: key.area, points: points)
    }
  }
}

// MARK: For programs

extension SummaryTrend {
  public var tables: [NamedTable] {
    let rows = series.flatMap(\.rows)
    var breaks = Sheet(
      rows.flatMap { row in row.point.breaks.map { (point: row.point, change: $0) } })
    breaks.add("reference_period") { .text("\($0.point.period)") }
    breaks.add("occ_code") { .text($0.point.nominal.occupation.code) }
    breaks.add("naics") { .text($0.point.nominal.industry.code) }
    breaks.add("area") { .text($0.point.nominal.area) }
    breaks.add("break") { .text($0.change.what) }
    return [NamedTable("rows", sheet(rows).records), NamedTable("breaks", breaks.records)]
  }

  public var facts: [JSONValue.Member] {
    [.init("money_of", .string("\(month)")), .init("aged_by", .string(aging.title.plainText))]
  }

  /// The mean and the percentiles by their names.
  private static let pay: [Pay] =
    [Pay(name: "mean") { $0.mean }]
    + SummaryGroup.Percentile.allCases.map { percentile in
      Pay(name: "p\(percentile.rawValue)") { $0[percentile] }
    }

  private struct Pay: Sendable {
    var name: String
    var of: @Sendable (SummaryGroup) -> SummaryCell
  }

  /// The years of series; people and programs want real figures in another order.
  private func sheet(_ rows: [Series.Row]) -> Sheet<Series.Row> {
    let level = level
    let bounded: (String) -> RecordTable.Column = {
      .init($0, companions: [.status, .lowerBound])
    }
    var sheet = Sheet(rows)
    sheet.add("reference_period", .text("Date")) {
      .text("\($0.point.period)")
    } cell: {
      "\($0.point.period)\($0.point.breaks.isEmpty ? "" : " †")"
    }
    sheet.add("occ_code") { .text($0.point.nominal.occupation.code) }
    sheet.add("occ_title") { .text($0.point.nominal.occupation.title) }
    sheet.add("naics") { .text($0.point.nominal.industry.code) }
    sheet.add("sector") { .text($0.point.nominal.industry.title) }
    sheet.add("area") { .text($0.point.nominal.area) }
    sheet.add(RecordTable.Column("employment", companions: [.status]), "Jobs", .number()) {
      .cell($0.point.nominal.employment)
    }
    sheet.add("employment_rse_pct") { .double($0.point.nominal.employmentRSE.value) }
    for pay in Self.pay {
      sheet.add(bounded(pay.name), pay.name == "p50" ? "Median, nominal" : nil, .number()) {
        .cell(pay.of($0.point.nominal))
      }
    }
    sheet.add("mean_rse_pct") { .double($0.point.nominal.meanRSE.value) }
    sheet.add("factor") { .double((try? $0.point.factor.get())?.value) }
    for pay in Self.pay {
      sheet.add(bounded("real_\(pay.name)")) { row in
        row.point.real.map { .cell(pay.of($0)) } ?? .missing
      }
    }
    sheet.add(.number("Median, in \(month)")) { .cell($0.point.real?.median ?? .missing) }
    sheet.add(.number("Change")) { .percentage($0.realChange, sign: .always) }
    sheet.add(.number("P10, in \(month)")) { .cell($0.point.real?[.p10] ?? .missing) }
    sheet.add(.number("P90, in \(month)")) { .cell($0.point.real?[.p90] ?? .missing) }
    sheet.add(.number("Mean, in \(month)")) { .cell($0.point.real?.mean ?? .missing) }
    sheet.add(
      fields: ["real_mean_conf_low", "real_mean_conf_high"],
      .number("\(.percentage(level, places: 0)) interval")
    ) {
      $0.point.real?.meanEstimate(level: level).map { .range(of: $0) } ?? .missing
    } values: {
      let interval = $0.point.real?.meanEstimate(level: level)?.interval
      return [.double(interval?.lower), .double(interval?.upper)]
    }
    sheet.add("real_p50_change_fraction") { .double($0.realChange) }
    return sheet
  }
}

extension SummaryTrend.Series {
  /// A year, with how far the real median moved since the one before.
  fileprivate struct Row: Sendable {
    var point: SummaryTrend.Point
    var realChange: Double?
  }

  fileprivate var rows: [Row] {
    points.indices.map { Row(point: points[$0], realChange: realChange(at: $0)) }
  }

  /// By which fraction the real median changed since the year before; nil where one is not known.
  func realChange(at index: Int) -> Double? {
    guard index > 0, let now = points[index].real?.median.value,
      let before = points[index - 1].real?.median.value, before > 0
    else { return nil }
    return now / before - 1
  }
}

// MARK: For people

extension SummaryTrend {
  public var document: Document {
    var document = Document(
      title: "Pay over the years",
      blocks: [
        .paragraph(
          """
          Yearly pay in US dollars, nominal and in the money of \(.month(month)) by \
          \(aging.title).
          """)
      ])
    if series.isEmpty { document.append(.paragraph("No group of the tables fits.")) }
    for series in series {
      var title: Inline = "\(series.occupation.occupationName) (\(series.occupation.code))"
      if !series.industry.code.allSatisfy({ $0 == "0" }) {
        title += Inline(", ") + series.industry.sectorName
      }
      if !series.area.isEmpty { title += Inline(", \(series.area)" as String) }
      document.append(.section(title))
      document.append(.table(table(of: series)))
      document.append(contentsOf: notes(on: series))
    }
    document.append(.section("How to read this"))
    document.append(
      .bullets([
        SummaryComparison.scopeCaution,
        """
        The interval of the mean is from its published relative standard error; percentiles have \
        none. Samples of neighbouring years overlap, so a change between them is not the \
        difference of independent figures.
        """,
      ]))
    return document
  }

  package func table(of series: Series) -> Table { sheet(series.rows).table() }

  package func notes(on series: Series) -> [Block] {
    var notes: [Inline] = []
    for point in series.points {
      notes += point.breaks.map { "† \(point.period): \(.phrase($0.what))." }
      if case .failure(let gap) = point.factor {
        notes.append("\(point.period) has no real figures, because \(gap.sentence).")
      }
    }
    let titles = Set(series.points.map(\.nominal.occupation.title))
    if titles.count > 1 {
      notes.append(
        "The occupation was not always titled so: \(titles.sorted().joined(separator: "; ")).")
    }
    return notes.isEmpty ? [] : [.bullets(notes)]
  }
}

extension Aging {
  /// What moves pay, as a document names it.
  package var title: Inline {
    switch self {
    case .index(let index, _): .init(index.name)
    case .rate(let rate):
      switch rate.method {
      case .compound: "\(.percentage(rate.yearly)) a year, compound"
      case .simple: "\(.percentage(rate.yearly)) a year, simple"
      }
    }
  }
}
