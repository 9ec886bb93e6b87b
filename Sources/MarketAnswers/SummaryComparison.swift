public import Amounts
public import Answers
public import Reporting
public import SalaryData
internal import Statistics

/// Published pay by group, beside the baseline: employment, mean, percentiles, and the gap of the median.
public struct SummaryComparison: Answer {
  /// By what the groups are told apart.
  public let grouping: SummaryGrouping
  /// The groups: the tables in the order of the file, each sorted by median, highest first.
  public let parts: [Part]

  /// One table: the groups of one occupation and date, or of one date when occupations are compared.
  public struct Part: Sendable {
    /// The occupation that all groups share; nil when occupations are compared.
    public let occupation: SummaryGroup.Class?
    /// The month of the data.
    public let period: YearMonth
    /// The baseline at the date of the data; nil where nothing is held against one.
    public let baseline: AgedBaseline?
    /// The groups, highest median first.
    public let groups: [SummaryGroup]
    /// The groups taken together, without those that contain others; nil for fewer than two.
    public let pool: SummaryPool?
  }

  /// The share of samples in which an interval covers the true value.
  public let level: Double

  /// Compares the groups of a table; groups without a date cannot be held against the baseline and are left out.
  ///
  /// Without a yardstick the groups are held against one another alone.
  ///
  /// - Complexity: O(n log n) in the number of groups.
  public init(
    _ groups: [SummaryGroup], by grouping: SummaryGrouping, yardstick: Yardstick?,
    level: Double = 0.95
  ) {
    self.grouping = grouping
    self.level = level
    var order: [PartKey] = []
    var members: [PartKey: [SummaryGroup]] = [:]
    for group in groups {
      guard let period = group.referencePeriod else { continue }
      let key = PartKey(
        period: period, occupation: grouping == .occupation ? nil : group.occupation)
      if members[key] == nil { order.append(key) }
      members[key, default: []].append(group)
    }
    parts = order.map { key in
      let members = members[key] ?? []
      return Part(
        occupation: key.occupation,
        period: key.period, baseline: yardstick?.aged(to: key.period),
        groups: members.sorted {
          // Groups without a median come last; equal medians stay in a fixed order.
          ($0.median.lowerBound ?? -1, grouping.title(of: $1))
            > ($1.median.lowerBound ?? -1, grouping.title(of: $0))
        }, pool: grouping.pool(members))
    }
  }

  private struct PartKey: Hashable {
    var period: YearMonth
    var occupation: SummaryGroup.Class?
  }
}

// MARK: For programs

extension SummaryComparison {
  public var tables: [NamedTable] {
    let rows = parts.flatMap { part in part.groups.map { Row(group: $0, part: part, pool: nil) } }
    let pooled = parts.flatMap { $0.rows.filter { $0.pool != nil } }
    var pools = Sheet(pooled)
    pools.add("cells") { .integer($0.pool?.count) }
    pools.add("cells_left_out") { .integer($0.pool?.leftOut) }
    pools.add("mean_implied") { .double($0.pool?.impliedMean) }
    return [
      NamedTable("rows", records(rows)),
      NamedTable("pooled", records(pooled).beside(pools.records)),
    ]
  }

  private func records(_ rows: [Row]) -> RecordTable {
    paySheet(rows).records.beside(gapSheet(rows, nil).records)
  }
}

// MARK: Sheets

extension SummaryComparison {
  /// A group, or the groups of a part together.
  fileprivate struct Row: Sendable {
    var group: SummaryGroup
    var part: Part
    /// Nil for a group.
    var pool: SummaryPool?
  }

  /// A sheet whose first column, for people only, names the group.
  private func sheet(_ rows: [Row]) -> Sheet<Row> {
    var sheet = Sheet(rows)
    sheet.add(.text(grouping.heading)) { row in
      row.pool == nil ? grouping.name(of: row.group) : .strong("together")
    }
    return sheet
  }

  /// Jobs and pay.
  private func paySheet(_ rows: [Row]) -> Sheet<Row> {
    let level = level
    var sheet = sheet(rows)
    sheet.add("reference_period") { .text($0.group.referencePeriod.map { "\($0)" }) }
    sheet.add("occ_code") { .text($0.group.occupation.code) }
    sheet.add("occ_title") { .text($0.group.occupation.title) }
    sheet.add("naics") { .text($0.group.industry.code) }
    sheet.add("sector") { .text($0.group.industry.title) }
    sheet.add("area") { .text($0.group.area) }
    sheet.add(RecordTable.Column("employment", companions: [.status]), "Jobs", .number()) {
      .cell($0.group.employment)
    }
    sheet.add("employment_rse_pct") { .double($0.group.employmentRSE.value) }
    sheet.add("employment_conf_low") {
      .double($0.group.employmentEstimate(level: level)?.interval?.lower)
    }
    sheet.add("employment_conf_high") {
      .double($0.group.employmentEstimate(level: level)?.interval?.upper)
    }
    sheet.add(RecordTable.Column("mean", companions: [.status, .lowerBound]), "Mean", .number()) {
      .cell($0.group.mean)
    }
    sheet.add("mean_rse_pct") { .double($0.group.meanRSE.value) }
    sheet.add(
      fields: ["mean_conf_low", "mean_conf_high"],
      .number("\(.percentage(level, places: 0)) interval")
    ) {
      $0.group.meanEstimate(level: level).map { .range(of: $0) } ?? .missing
    } values: {
      let interval = $0.group.meanEstimate(level: level)?.interval
      return [.double(interval?.lower), .double(interval?.upper)]
    }
    for percentile in SummaryGroup.Percentile.allCases {
      let name = "p\(percentile.rawValue)"
      sheet.add(
        RecordTable.Column(name, companions: [.status, .lowerBound]),
        percentile == .p50 ? "Median" : "P\(percentile.rawValue)", .number()
      ) { .cell($0.group[percentile]) }
    }
    return sheet
  }

  /// The gap of medians; people see it against the baseline of their part.
  private func gapSheet(_ rows: [Row], _ baseline: AgedBaseline?) -> Sheet<Row> {
    var sheet = sheet(rows)
    sheet.add(.number("Median")) { .cell($0.group.median) }
    for measure in AgedBaseline.Measure.allCases {
      let name = measure.rawValue
      let isShown = baseline?.measures.contains(measure) == true
      let amount = Inline.amount(baseline?.amount(measure), places: 0)
      let gap: @Sendable (Row, Double?) -> (money: Money, fraction: Double)? = { row, median in
        median.flatMap { row.part.baseline?.gap(of: $0, by: measure) }
      }
      /// The gap of a bound is one too.
      @Sendable func cell(
        _ row: Row, _ words: ((money: Money, fraction: Double)) -> Inline
      ) -> Inline {
        let median = row.group.median
        return gap(row, median.lowerBound).map {
          median.value == nil ? .atLeast(words($0)) : words($0)
        } ?? .missing
      }
      sheet.add(RecordTable.Column("baseline_\(name)")) {
        .money($0.part.baseline?.amount(measure))
      }
      // The gap of a bound would read as a gap; whoever wants it has the bound.
      sheet.add(
        fields: [.init("gap_\(name)")],
        isShown ? .number("Gap to \(amount) (\(measure.heading))") : nil
      ) {
        cell($0) { .amount($0.money, places: 0, sign: .always) }
      } values: {
        [.money(gap($0, $0.group.median.value)?.money)]
      }
      sheet.add(fields: [.init("gap_\(name)_fraction")], isShown ? .number("%") : nil) {
        cell($0) { .percentage($0.fraction, places: 1, sign: .always) }
      } values: {
        [.double(gap($0, $0.group.median.value)?.fraction)]
      }
    }
    return sheet
  }
}

extension SummaryComparison.Part {
  /// The groups and, last, all of them together.
  fileprivate var rows: [SummaryComparison.Row] {
    groups.map { SummaryComparison.Row(group: $0, part: self, pool: nil) }
      + (pool.map { [SummaryComparison.Row(group: $0.group, part: self, pool: $0)] } ?? [])
  }
}

// MARK: For people

extension SummaryComparison {
  public var document: Document {
    var document = Document(
      title: .init(title), blocks: [.paragraph(introduction)])
    for part in parts {
      if let occupation = part.occupation, parts.count > 1 {
        document.append(.section("\(occupation.occupationName) (\(occupation.code))"))
      }
      document.append(contentsOf: blocks(of: part))
    }
    document.append(contentsOf: cautions)
    return document
  }

  private var title: Inline {
    let what = grouping.payTitle
    guard parts.count == 1, let part = parts.first else { return what }
    let occupation: Inline = part.occupation.map { ", \($0.occupationName)" } ?? .empty
    return "\(what)\(occupation), \(part.period)"
  }

  private var introduction: Inline {
    guard let part = parts.first else { return "No group of the table fits." }
    guard let baseline = part.baseline?.baseline else {
      return "Yearly pay in the US dollars of each date."
    }
    return """
      Yearly pay in the US dollars of each date. The gap is that of the median to the baseline: \
      \(.money(baseline.amount, places: 0)) \(baseline.payName), \(baseline.title), \
      \(baseline.country), \(baseline.referencePeriod) (\(baseline.publisher)).
      """
  }

  /// The two tables of a part, which are also parts of the salary report.
  package func blocks(of part: Part) -> [Block] {
    [.table(paySheet(part.rows).table())]
      + (part.baseline.map { [.table(gapSheet(part.rows, $0).table())] } ?? [])
      + poolNotes(of: part) + gapNotes(of: part)
  }

  private func poolNotes(of part: Part) -> [Block] {
    guard let pool = part.pool else { return [] }
    var notes: [Inline] = [
      """
      Together: \(.number(pool.count)) groups as one, by their jobs; percentiles from a \
      piecewise lognormal through those of each group, errors as if groups were independent.
      """
    ]
    if pool.leftOut > 0 {
      notes.append(
        "\(.number(pool.leftOut)) groups without published jobs or percentiles are not in it.")
    }
    if let deviation = pool.meanDeviation, abs(deviation) > SummaryPool.tolerance {
      notes.append(
        """
        The curves imply a mean that is \(.percentage(deviation, sign: .always)) off the \
        published one, so the percentiles of all together are doubtful.
        """)
    }
    return [.bullets(notes)]
  }

  private func gapNotes(of part: Part) -> [Block] {
    let notes = AgedBaseline.Measure.allCases.compactMap { measure -> Inline? in
      guard let baseline = part.baseline, baseline.isAged, let factor = baseline.factor(measure)
      else { return nil }
      return "\(measure.heading): \(Self.explanation(of: factor))."
    }
    return notes.isEmpty ? [] : [.bullets(notes)]
  }

  /// One clause on how the baseline was aged, or why it could not be.
  static func explanation(of factor: Result<AgingFactor, IndexGap>) -> Inline {
    switch factor {
    case .failure(let gap): return "no aged baseline, because \(gap.sentence)"
    case .success(let factor):
      let steps: IndexSteps
      let carried: Inline
      switch factor.rule {
      case .index(let known): (steps, carried) = (known, .empty)
      case .extrapolatedIndex(let known, let rate, let months):
        steps = known
        carried =
          ", carried on for \(.number(months)) months at \(.percentage(rate.yearly, places: 1)) a year"
      case .rate: return "the factor is \(factor.value)"
      }
      let quotient: Inline =
        """
        \(.number(steps.fromLevel, places: 3)) in \(.periods(steps.fromPeriod)) and \
        \(.number(steps.toLevel, places: 3)) in \(.periods(steps.toPeriod))\(carried), a factor of \
        \(.number(factor.value, places: 4))
        """
      guard steps.mixesVintages else { return quotient }
      let vintages = steps.vintages.map { Inline("\($0)" as String) }
      return "\(quotient), from releases of \(vintages.joined(separator: " and "))"
    }
  }

  /// What published pay counts, which the baseline does not.
  package static let scopeCaution: Inline = """
    OEWS pay is straight-time gross pay with commissions and production bonuses in it. It is neither \
    base pay nor on-target earnings, so a median above the baseline does not say that base pay is \
    higher.
    """

  private var cautions: [Block] {
    guard let part = parts.first else { return [] }
    var cautions: [Inline] = [
      Self.scopeCaution,
      """
      The interval of the mean is from its published relative standard error. Percentiles have no \
      published standard error. Employment leaves out the self-employed.
      """,
    ]
    if part.baseline != nil {
      cautions.append(
        """
        Nominal holds the baseline as published against the data. CPI-U ages it by consumer prices: \
        what buys as much at the data's date. ECI ages it by the wages of private industry: what \
        moved as pay in general did.
        """)
    }
    if grouping == .sector, let baseline = part.baseline, baseline.isAged {
      cautions.append(
        """
        The baseline is of \(baseline.baseline.referencePeriod) and the data of \
        \(part.period): OEWS by sector for May 2021 is not among the datasets.
        """)
    }
    return [.section("How to read this"), .bullets(cautions)]
  }
}

extension Baseline {
  /// The kind of pay within a sentence.
  fileprivate var payName: Inline { payKind == "base" ? "base pay" : "\(payKind) pay" }
}

extension AgedBaseline.Measure {
  /// How a column names the measure.
  var heading: Inline {
    switch self {
    case .nominal: "nominal"
    case .prices: "CPI-U"
    case .wages: "ECI"
    }
  }
}

extension RecordValue {
  /// The value of a published cell, or the reason why there is none.
  package static func cell(_ cell: SummaryCell) -> RecordValue {
    switch cell {
    case .value(let number): .double(number)
    case .topCoded(let bound): .topCoded(lowerBound: .double(bound))
    case .suppressed: .missing(.suppressed)
    case .missing: .missing
    }
  }
}

extension Inline {
  /// Writes a published cell: a whole number, "≥ 208,000", "(suppressed)" or "—".
  package static func cell(_ cell: SummaryCell) -> Inline {
    switch cell {
    case .value(let number): .number(number, places: 0)
    case .topCoded(let bound): .atLeast(.number(bound, places: 0))
    case .suppressed: "(suppressed)"
    case .missing: .missing
    }
  }
}
