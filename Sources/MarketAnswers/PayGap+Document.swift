internal import Amounts
public import Answers
internal import Findings
public import Reporting
internal import SalaryData
public import Statistics

// MARK: For programs

extension PayGap {
  public var tables: [NamedTable] {
    // The first table is the one that CSV has.
    let tables =
      (categories.map { [NamedTable("categories", categorySheet($0).records)] } ?? [])
      + [NamedTable("rows", gapSheet.records), NamedTable("groups", groupSheet.records)]
    let atQuantiles =
      quantiles.isEmpty ? [] : [NamedTable("quantiles", quantileSheet.records)]
    guard let adjusted else { return tables + atQuantiles }
    return tables + [
      NamedTable("decomposition", partSheet(adjusted.decomposition).records),
      NamedTable("contributions", contributionSheet(adjusted.decomposition).records),
      Characteristic.table(of: adjusted.characteristics),
    ] + atQuantiles
  }

  /// The gap by each measure; people read sentences.
  private var gapSheet: Sheet<(measure: String, estimate: Estimate?, pValue: Double?)> {
    var rows: [(measure: String, estimate: Estimate?, pValue: Double?)] = [
      ("median", medianGap, nil), ("mean", meanGap?.estimate, meanGap?.pValue),
      ("geometric_mean", raw.estimate, raw.pValue),
    ]
    if let adjusted { rows.append(("adjusted", adjusted.estimate, adjusted.pValue)) }
    var sheet = Sheet(rows)
    sheet.add("measure") { .text($0.measure) }
    sheet.add(fields: RecordTable.estimateColumns) { RecordValue.estimate($0.estimate) }
    sheet.add("p_value") { .double($0.pValue) }
    return sheet
  }

  /// Both groups; their gap stands below them.
  private var groupSheet: Sheet<(group: Group, role: String)> {
    var sheet = Sheet([(group: a, role: "a"), (group: b, role: "b")])
    sheet.add("group", Inline(column)) { .text($0.group.name) }
    sheet.add("role") { .text($0.role) }
    sheet.add("n", "n", .number()) { .integer($0.group.summary.count) }
    sheet.add("weighted_n") { .double($0.group.summary.weightedCount) }
    sheet.add("n_eff") { .double($0.group.summary.effectiveCount) }
    let measured: [(name: String, title: Inline, of: @Sendable (PaySummary) -> Estimate)] = [
      ("mean", "Mean", { $0.mean }), ("p50", "Median", { $0.percentiles[2] }),
    ]
    for measure in measured {
      sheet.add(fields: RecordTable.estimateColumns(measure.name), .number(measure.title)) {
        .number(measure.of($0.group.summary).value, places: 0)
      } values: {
        RecordValue.estimate(measure.of($0.group.summary))
      }
      sheet.add(.number("Interval")) { .range(of: measure.of($0.group.summary)) }
    }
    return sheet
  }

  /// Both groups by what people have in common, and last as a whole.
  private func categorySheet(_ categories: Categories) -> Sheet<Category> {
    var sheet = Sheet(categories.categories + [categories.whole])
    sheet.addKeys(categories.columns) { $0.key }
    let sides: [(key: String, name: String, of: @Sendable (RawPayGap) -> PaySummary?)] = [
      ("a", a.name, { $0.a }), ("b", b.name, { $0.b }),
    ]
    for side in sides {
      sheet.add(.key("n_\(side.key)"), "n, \(Inline(side.name))", .number()) { category in
        category.gap.map { .integer(side.of($0)?.count ?? 0) } ?? .missing(.suppressed)
      }
    }
    let measured: [MeasuredGap] = [
      MeasuredGap("p50", "median_gap", "Median", of: { $0.percentiles[2] }) { $0.medians },
      MeasuredGap("mean", "mean_gap", "Mean", of: { $0.mean }) { $0.means?.estimate },
    ]
    for measure in measured {
      for side in sides {
        sheet.add(
          fields: RecordTable.estimateColumns("\(measure.key)_\(side.key)"),
          .number("\(measure.title), \(Inline(side.name))")
        ) {
          .number($0.gap.flatMap(side.of).map(measure.of)?.value, places: 0)
        } values: {
          RecordValue.estimate($0.gap.flatMap(side.of).map(measure.of))
        }
      }
      sheet.add(fields: RecordTable.estimateColumns(measure.gapKey), .number("Gap")) {
        .percentage($0.gap.flatMap(measure.gap)?.value, sign: .always)
      } values: {
        RecordValue.estimate($0.gap.flatMap(measure.gap))
      }
      sheet.add(.number("Interval")) { fractionRange($0.gap.flatMap(measure.gap)) }
    }
    sheet.add(fields: RecordTable.estimateColumns("geometric_mean_gap")) {
      RecordValue.estimate($0.gap?.geometricMeans?.estimate)
    }
    sheet.add("p_value") { .double($0.gap?.geometricMeans?.pValue) }
    sheet.add("p_value_adjusted", .number("p, adjusted")) {
      .double($0.gap?.geometricMeans?.adjustedPValue)
    } cell: {
      .pValue($0.gap?.geometricMeans?.adjustedPValue)
    }
    return sheet
  }

  /// A measure of pay, and the gap between two groups by it.
  private struct MeasuredGap: Sendable {
    let key: String
    let gapKey: String
    let title: Inline
    let of: @Sendable (PaySummary) -> Estimate
    let gap: @Sendable (RawPayGap) -> Estimate?

    init(
      _ key: String, _ gapKey: String, _ title: Inline,
      of measure: @escaping @Sendable (PaySummary) -> Estimate,
      gap: @escaping @Sendable (RawPayGap) -> Estimate?
    ) {
      (self.key, self.gapKey, self.title, of, self.gap) = (key, gapKey, title, measure, gap)
    }
  }

  /// The gap at quantiles, raw and at equal characteristics.
  private var quantileSheet: Sheet<QuantileGap> {
    var sheet = Sheet(quantiles)
    sheet.add("quantile", .number("Quantile")) {
      .double($0.share)
    } cell: {
      "P\(.plain($0.share * 100, upTo: 2))"
    }
    sheet.add("a", Inline(a.name), .number()) { .double($0.a.value) }
    sheet.add("b", Inline(b.name), .number()) { .double($0.b.value) }
    sheet.add(fields: RecordTable.estimateColumns, .number("Gap")) {
      .percentage($0.raw?.value, sign: .always)
    } values: {
      RecordValue.estimate($0.raw)
    }
    sheet.add(.number("Interval")) { fractionRange($0.raw) }
    let isAdjusted = adjusted != nil
    sheet.add(
      fields: RecordTable.estimateColumns("adjusted"),
      isAdjusted ? .number("At equal characteristics") : nil
    ) {
      .percentage($0.adjusted?.value, sign: .always)
    } values: {
      RecordValue.estimate($0.adjusted)
    }
    if isAdjusted { sheet.add(.number("Interval")) { fractionRange($0.adjusted) } }
    return sheet
  }

  /// What the gap of logarithms is made of.
  private func partSheet(_ result: OaxacaBlinder) -> Sheet<(name: Inline, estimate: Estimate)> {
    var sheet = Sheet(Self.parts(of: result))
    sheet.add("part", .text("Part of the gap in logarithms")) {
      .text($0.name)
    } cell: {
      $0.name == "gap" ? .strong("gap, A less B") : $0.name
    }
    sheet.addLogarithm(fields: RecordTable.estimateColumns, "Estimate") { $0.estimate }
    sheet.add("share_of_gap", "Share", .percentage(places: 0)) {
      .double(result.gap.value == 0 ? nil : $0.estimate.value / result.gap.value)
    }
    return sheet
  }

  /// What each variable adds to the two-fold decomposition.
  private func contributionSheet(
    _ result: OaxacaBlinder
  ) -> Sheet<OaxacaBlinder.Contribution> {
    var sheet = Sheet(result.twoFold.contributions)
    sheet.add("variable", "Variable") { .text($0.name) }
    sheet.addLogarithm(fields: RecordTable.estimateColumns("explained"), "Explained") {
      $0.explained
    }
    sheet.addLogarithm(fields: RecordTable.estimateColumns("unexplained"), "Unexplained") {
      $0.unexplained
    }
    return sheet
  }

  private static func parts(of result: OaxacaBlinder) -> [(name: Inline, estimate: Estimate)] {
    [
      ("gap", result.gap), ("explained", result.twoFold.explained),
      ("unexplained", result.twoFold.unexplained), ("endowments", result.endowments),
      ("coefficients", result.coefficients), ("interaction", result.interaction),
    ]
  }

  public var facts: [JSONValue.Member] {
    var facts: [JSONValue.Member] = [
      .init("pay", .string(pay.rawValue)), .init("currency", .string(currency.code)),
      .init("date", date.map { .string("\($0)") } ?? .null), .init("between", .string(column)),
      .init("a", .string(a.name)), .init("b", .string(b.name)),
      .init("not_compared", .array(passedOver.map { .string($0.name) })),
      .init("by", .array((categories?.columns ?? []).map { .string($0) })),
      .init("smallest_group", categories.map { .integer($0.smallestGroup) } ?? .null),
      .init("weight_kind", .string(options.design.weighting.rawValue)),
      .init("confidence", .double(options.level)),
    ]
    facts += replicates?.facts ?? []
    if let adjusted {
      facts += [
        .init("reference", .string(reference.name)),
        .init("adjusted_n_a", .integer(adjusted.counts.a)),
        .init("adjusted_n_b", .integer(adjusted.counts.b)),
        .init("incomplete", .integer(adjusted.incomplete)),
        .init("without_counterpart", .integer(adjusted.withoutCounterpart)),
        .init("r_squared", adjusted.rSquared.map { .double($0) } ?? .null),
      ]
    }
    return facts
  }
}

// MARK: For people

extension PayGap {
  public var document: Document {
    var blocks: [Block] = [.paragraph(rawSentence), .table(groupTable), .chart(chart)]
    if let categories { blocks += categoryBlocks(categories) }
    if let adjusted { blocks += adjustedBlocks(adjusted) }
    blocks += quantileBlocks
    blocks += [.section("How to read this"), .bullets(cautions)]
    blocks += readings.flatMap(\.blocks)
    return Document(title: "\(pay.payTitle): \(b.name) against \(a.name)", blocks: blocks)
  }

  /// The percentiles of both groups.
  private var chart: Chart {
    .percentileStrips(
      name: "groups", title: "Pay of \(a.name) and of \(b.name)", xTitle: "Pay for a year",
      unit: .money(currency),
      groups: [a, b].map { group in
        let values = group.summary.percentiles.map(\.value)
        return Chart.Percentiles(
          Inline(group.name), p10: values[0], p25: values[1], p50: values[2], p75: values[3],
          p90: values[4])
      })
  }

  private var rawSentence: Inline {
    """
    The geometric mean of \(b.name) is \(Self.words(raw.estimate)) that of \(a.name) \
    (\(interval(raw.estimate)), p \(.equalsPValue(raw.pValue))).
    """
  }

  private func interval(_ estimate: Estimate) -> Inline {
    guard let interval = estimate.interval else { return "no interval" }
    return """
      \(.percentage(options.level, places: 0)) interval \
      \(.percentage(interval.lower, sign: .always)) to \
      \(.percentage(interval.upper, sign: .always))
      """
  }

  /// "4.2% below" or "1.0% above".
  private static func words(_ estimate: Estimate) -> Inline {
    estimate.value < 0
      ? "\(.percentage(-estimate.value)) below" : "\(.percentage(estimate.value)) above"
  }

  private var groupTable: Table {
    var table = groupSheet.table()
    table.append([
      .emphasis("gap"), "", .percentage(meanGap?.estimate.value, sign: .always),
      fractionRange(meanGap?.estimate),
      .percentage(medianGap?.value, sign: .always), fractionRange(medianGap),
    ])
    return table
  }

  private func fractionRange(_ estimate: Estimate?) -> Inline {
    guard let interval = estimate?.interval, interval.lower != nil || interval.upper != nil else {
      return .missing
    }
    return """
      \(.percentage(interval.lower, sign: .always)) to \
      \(.percentage(interval.upper, sign: .always))
      """
  }

  private func categoryBlocks(_ categories: Categories) -> [Block] {
    let columns = categories.columns.map { Inline($0) }.joined(separator: " and ")
    var notes: [Inline] = [
      """
      Gaps are those of \(b.name) to \(a.name), as they are, with intervals like those of the whole; p is of the \
      geometric means, raised for all groups (\(options.adjustment.title)).
      """
    ]
    let words: [(reason: DisclosureRule.Reason, words: Inline)] = [
      (.tooFew, "fewer than \(.number(categories.smallestGroup)) people on a side"),
      (.complementary, "so that hidden ones do not follow from the total"),
    ]
    let reasons = words.compactMap { reason, words -> Inline? in
      let count = categories.categories.count { $0.hidden == reason }
      return count > 0 ? "\(words): \(.number(count))" : nil
    }
    if !reasons.isEmpty {
      notes.append(
        """
        Groups that are not shown: \(reasons.joined(separator: "; ")). \
        \(.parameter(.smallestGroup, "N")) says how many people each side needs.
        """)
    }
    return [
      .section("By \(columns)"), .table(categorySheet(categories).table()), .bullets(notes),
    ]
  }

  private func adjustedBlocks(_ adjusted: Adjusted) -> [Block] {
    let result = adjusted.decomposition
    var notes: [Inline] = [
      """
      \(.number(adjusted.counts.a)) of \(a.name) and \(.number(adjusted.counts.b)) of \
      \(b.name) are compared; R² \(.number(adjusted.rSquared, places: 3)); errors \
      \(options.design.errorTitle).
      """
    ]
    notes.append(Characteristic.sentence(on: adjusted.characteristics))
    if adjusted.incomplete > 0 {
      notes.append(
        "\(.number(adjusted.incomplete)) people of whom a characteristic is not said are left out."
      )
    }
    if adjusted.withoutCounterpart > 0 {
      notes.append(
        """
        \(.number(adjusted.withoutCounterpart)) people are left out because the other group \
        has nobody with that value of a characteristic.
        """)
    }
    for column in adjusted.aliased {
      notes.append("\(column.name) could not be told from other columns and is left out.")
    }
    notes.append(
      """
      Explained and unexplained: with the coefficients of \(reference.title). Endowments, \
      coefficients and interaction: from the side of \(b.name).
      """)
    return [
      .section("At equal characteristics"),
      .paragraph(
        """
        At equal \(adjusted.characteristics.map(\.name).joined(separator: ", ")), \(b.name) is \
        \(Self.words(adjusted.estimate)) \(a.name) (\(interval(adjusted.estimate)), \
        p \(.equalsPValue(adjusted.pValue))).
        """),
      .bullets(notes), .section("Decomposition"),
      .paragraph(
        "The gap of mean log pay of these people, split after Oaxaca and Blinder; A is \(a.name)."),
      .table(partSheet(result).table()), .table(contributionSheet(result).table()),
    ]
  }

  private var quantileBlocks: [Block] {
    guard !quantiles.isEmpty else { return [] }
    var notes: [Inline] = [
      """
      The gap is that of \(b.name) to \(a.name) at the same place of each group's pay; its interval \
      follows from those of both quantiles.
      """
    ]
    if adjusted != nil {
      notes.append(
        """
        At equal characteristics: the coefficient of the group in a quantile regression of log pay (Koenker \
        and Bassett), so the gap at that place among people of the same characteristics.
        """)
      notes.append(
        options.interval == .none
          ? "No intervals were asked for."
          : """
          Its interval is from \(.number(options.bootstrap.replicates)) bootstrap samples, seed \
          \(options.bootstrap.seed).
          """)
    }
    return [.section("At quantiles"), .table(quantileSheet.table()), .bullets(notes)]
  }

  private var cautions: [Inline] {
    var cautions: [Inline] = leftOut.map {
      "\(.number($0.rows)) people \($0.reason) are left out."
    }
    if !passedOver.isEmpty {
      let shown = passedOver.prefix(10).map { "\($0.name) (\(.number($0.people)))" as Inline }
      let list = (shown + (passedOver.count > 10 ? [.verbatim("…")] : [])).joined(separator: ", ")
      cautions.append(
        """
        \(column) has \(.number(passedOver.count + 2)) values, and the two with the most people are \
        compared; not: \(list). \(.parameter(.groups, "A,B")) says which two.
        """)
    }
    if let replicates { cautions.append(replicates.sentence) }
    let smallest = min(a.summary.count, b.summary.count)
    if smallest < 30 {
      cautions.append(
        "One group has only \(.number(smallest)) people; intervals of so few are rough.")
    }
    cautions.append(
      """
      The interval of the gap of means is linearised, on the scale of logarithms; that of the gap of \
      medians follows from the intervals of both medians (Zou and Donner).
      """)
    guard adjusted != nil else {
      return cautions + [
        """
        This is the raw gap: it compares all with all, whatever they do. Name characteristics with \
        \(.parameter(.adjust, "experience,level")) to see what remains at equal ones.
        """
      ]
    }
    return cautions + [
      """
      The unexplained part is not a measure of discrimination: it holds everything that was not \
      measured, for either group.
      """,
      """
      The explained part is no proof of fairness: a characteristic such as level or industry may \
      itself be the result of unequal treatment.
      """,
      """
      The unexplained contribution of a column of categories depends on its reference value, the \
      most frequent one; the sums do not.
      """,
    ]
  }
}

extension Sheet {
  /// Adds an estimate of logarithms and, for people, its interval.
  fileprivate mutating func addLogarithm(
    fields: [RecordTable.Column], _ title: Inline,
    _ estimate: @escaping @Sendable (Row) -> Estimate
  ) {
    add(fields: fields, .number(title)) {
      .number(estimate($0).value, places: 4, sign: .always)
    } values: {
      RecordValue.estimate(estimate($0))
    }
    add(.number("Interval")) { row in
      estimate(row).interval.map { interval in
        """
        \(.number(interval.lower, places: 4, sign: .always)) to \
        \(.number(interval.upper, places: 4, sign: .always))
        """
      } ?? .missing
    }
  }
}

extension OaxacaBlinder.ReferenceWeights {
  /// The name in options and JSON.
  public var name: String {
    switch self {
    case .groupA: "a"
    case .groupB: "b"
    case .reimers: "reimers"
    case .cotton: "cotton"
    case .neumark: "neumark"
    case .jann: "jann"
    }
  }

  /// All of them, the usual one first.
  public static let all: [OaxacaBlinder.ReferenceWeights] = [
    .jann, .neumark, .cotton, .reimers, .groupA, .groupB,
  ]

  /// Whose coefficients they are, in words.
  package var title: Inline {
    switch self {
    case .groupA: "group A"
    case .groupB: "group B"
    case .reimers: "the mean of both groups (Reimers)"
    case .cotton: "the groups weighted by their size (Cotton)"
    case .neumark: "everybody together (Neumark)"
    case .jann: "everybody together beside a column for the group (Jann)"
    }
  }
}
