internal import Amounts
internal import Reporting
internal import SalaryData
internal import Statistics

extension PayComparison {
  /// A group, or everybody, with what is measured of it.
  struct Row: Sendable {
    var key: [GroupKey]
    /// Nil where it is hidden.
    var summary: PaySummary?
    var mix: PayMix.Group?
    /// Nil where it is hidden or not asked.
    var inequality: [Estimate?]?
    var isAbroad: Bool
  }

  /// The groups and, last, everybody.
  var rows: [Row] {
    groups.enumerated().map { index, group in
      Row(
        key: group.key, summary: group.summary, mix: group.mix,
        inequality: group.summary == nil ? nil : inequality?.groups[index],
        isAbroad: group.isAbroad)
    } + [
      Row(
        key: GroupKey.totals(columns), summary: whole, mix: whole == nil ? nil : mix?.whole,
        inequality: whole == nil ? nil : inequality?.whole, isAbroad: isAbroad)
    ]
  }

  var isWeighted: Bool { options.design.weighting != .none }

  /// The mean and the percentiles by their names in both forms.
  private static let measured: [Measured] =
    [Measured(name: "mean", title: "Mean") { $0.mean }]
    + PaySummary.shares.enumerated().map { index, share in
      let percent = Int(share * 100)
      return Measured(name: "p\(percent)", title: share == 0.5 ? "Median" : "P\(percent)") {
        $0.percentiles[index]
      }
    }

  private struct Measured: Sendable {
    var name: String
    var title: Inline
    var of: @Sendable (PaySummary) -> Estimate
  }

  /// How many people there are and what they are paid.
  var paySheet: Sheet<Row> {
    var sheet = Sheet(rows)
    let isWeighted = isWeighted
    sheet.addKeys(columns) { $0.key }
    sheet.add("n", "n", .number()) {
      $0.summary.map { .integer($0.count) } ?? .missing(.suppressed)
    }
    sheet.add("weighted_n", isWeighted ? "Weighted n" : nil, .number()) {
      .double($0.summary?.weightedCount)
    }
    sheet.add("n_eff", isWeighted ? "Effective n" : nil, .number(places: 1)) {
      .double($0.summary?.effectiveCount)
    }
    for measured in Self.measured {
      sheet.add(fields: RecordTable.estimateColumns(measured.name), .number(measured.title)) {
        .number($0.summary.map(measured.of)?.value, places: 0)
      } values: {
        RecordValue.estimate($0.summary.map(measured.of))
      }
    }
    return sheet
  }

  /// The intervals of what people are paid, for those who read a document.
  var intervalSheet: Sheet<Row> {
    var sheet = Sheet(
      rows,
      caption: """
        \(.percentage(options.level, places: 0)) confidence intervals: \
        \(options.interval.title)\(bootstrapWords)
        """)
    sheet.addKeys(columns) { $0.key }
    for measured in Self.measured {
      sheet.add(.number(measured.title)) {
        $0.summary.map { .range(of: measured.of($0)) } ?? .missing
      }
    }
    return sheet
  }

  private var bootstrapWords: Inline {
    options.interval == .bootstrap || options.interval == .bca ? replicationWords : .empty
  }

  /// How often samples are drawn.
  var replicationWords: Inline {
    ", \(.number(options.bootstrap.replicates)) replicates, seed \(options.bootstrap.seed)"
  }

  /// How far medians lie above that of everybody and above the baseline; the keys are for people only,
  /// because the records stand beside those of `paySheet`.
  var gapSheet: Sheet<Row> {
    var sheet = Sheet(rows)
    sheet.addKeys(columns, areFields: false) { $0.key }
    sheet.add(.number("Median")) { .number($0.summary?.median, places: 0) }
    sheet.add("mean_method") { row in
      .text(row.summary.flatMap { $0.meanMethod == .none ? nil : $0.meanMethod.rawValue })
    }
    let all = whole?.median
    func toAll(
      _ gap: @escaping @Sendable (Double, Double) -> Double
    ) -> @Sendable (Row) -> RecordValue {
      { row in
        guard let median = row.summary?.median, let all, all != 0 else { return .missing }
        return .double(gap(median, all))
      }
    }
    sheet.add("gap_whole", "Gap to all", .number(sign: .always), toAll { $0 - $1 })
    sheet.add("gap_whole_fraction", "%", .percentage(sign: .always), toAll { $0 / $1 - 1 })
    for measure in measures {
      let name = measure.rawValue
      let baseline = baseline
      let base = baseline?.amount(measure)
      let gap: @Sendable (Row) -> (money: Money, fraction: Double)? = { row in
        row.isAbroad
          ? nil : row.summary.flatMap { baseline?.gap(of: $0.median, by: measure) }
      }
      sheet.add(RecordTable.Column("baseline_\(name)")) { $0.isAbroad ? .missing : .money(base) }
      sheet.add(
        RecordTable.Column("gap_\(name)"),
        "Gap to \(.amount(base, places: 0)) (\(measure.heading))",
        .amount(places: 0, sign: .always)
      ) { .money(gap($0)?.money) }
      sheet.add(RecordTable.Column("gap_\(name)_fraction"), "%", .percentage(sign: .always)) {
        .double(gap($0)?.fraction)
      }
    }
    return sheet
  }

  /// Each group against all others; a document says it in sentences.
  var differenceSheet: Sheet<Group> {
    var sheet = Sheet(groups)
    sheet.addKeys(columns) { $0.key }
    sheet.add("n") { $0.hidden == nil ? .integer($0.summary?.count) : .missing(.suppressed) }
    sheet.add(fields: RecordTable.estimateColumns) {
      RecordValue.estimate($0.againstRest?.estimate)
    }
    sheet.add("p_value") { .double($0.againstRest?.pValue) }
    sheet.add("p_value_adjusted") { .double($0.againstRest?.adjustedPValue) }
    return sheet
  }

  /// Each two groups; people see the one that pays more first.
  func pairSheet(_ pairs: [Pair]) -> Sheet<Pair> {
    var sheet = Sheet(pairs)
    for (index, column) in columns.enumerated() {
      sheet.add(.key("first_\(column)")) { $0.first[index].record }
    }
    for (index, column) in columns.enumerated() {
      sheet.add(.key("second_\(column)")) { $0.second[index].record }
    }
    let isByRanks = pairMeasure == .superiority
    let middle = isByRanks ? 0.5 : 0
    sheet.add(.text("Higher")) {
      $0.difference.estimate.value >= middle ? $0.first.name : $0.second.name
    }
    sheet.add(.text("Lower")) {
      $0.difference.estimate.value >= middle ? $0.second.name : $0.first.name
    }
    sheet.add(
      fields: RecordTable.estimateColumns, .number(isByRanks ? "Paid more" : "Difference")
    ) {
      pairWords($0.difference.estimate).amount
    } values: {
      RecordValue.estimate($0.difference.estimate)
    }
    sheet.add(.number("Interval")) { pair in
      guard pair.difference.estimate.interval != nil else { return .missing }
      let (_, low, high) = pairWords(pair.difference.estimate)
      return "\(low) to \(high)"
    }
    if let test = options.pairTest {
      let name = test.effectName
      sheet.add(
        fields: [.init(name), .init("\(name)_conf_low"), .init("\(name)_conf_high")],
        .number(test.effectTitle)
      ) { pair in
        let sign = pair.difference.estimate.value < middle ? -1.0 : 1
        return .number(pair.effect.map { $0.value * sign }, places: 2)
      } values: {
        [
          .double($0.effect?.value), .double($0.effect?.interval?.lower),
          .double($0.effect?.interval?.upper),
        ]
      }
    }
    sheet.add("p_value") { .double($0.difference.pValue) }
    sheet.add("p_value_adjusted", .number("p, adjusted")) {
      .double($0.difference.adjustedPValue)
    } cell: {
      .pValue($0.difference.adjustedPValue)
    }
    return sheet
  }

  /// The difference of a pair, seen from the group that is paid more, and the ends of its interval.
  private func pairWords(_ estimate: Estimate) -> (amount: Inline, low: Inline, high: Inline) {
    guard pairMeasure == .superiority else { return words(estimate) }
    let isHigher = estimate.value >= 0.5
    func share(_ value: Double?) -> Inline {
      .percentage(value.map { isHigher ? $0 : 1 - $0 }, places: 0)
    }
    let (low, high) = (estimate.interval?.lower, estimate.interval?.upper)
    return (share(estimate.value), share(isHigher ? low : high), share(isHigher ? high : low))
  }

  /// The groups at equal characteristics, without those that cannot be told.
  var adjustedSheet: Sheet<Group> {
    var sheet = Sheet(groups.filter { $0.adjusted != nil })
    sheet.addKeys(columns) { $0.key }
    sheet.add(fields: RecordTable.estimateColumns, .number("Differential")) {
      .percentage($0.adjusted?.value, sign: .always)
    } values: {
      RecordValue.estimate($0.adjusted)
    }
    sheet.add(.number("Interval")) { group in
      """
      \(.percentage(group.adjusted?.interval?.lower, sign: .always)) to \
      \(.percentage(group.adjusted?.interval?.upper, sign: .always))
      """
    }
    sheet.add("p_value_adjusted", .number("p, adjusted")) {
      .double($0.adjustedPValue)
    } cell: {
      .pValue($0.adjustedPValue)
    }
    return sheet
  }

  /// How unequal the pay of each group is.
  func inequalitySheet(_ inequality: PayInequality) -> Sheet<Row> {
    var sheet = Sheet(rows)
    sheet.addKeys(columns) { $0.key }
    sheet.add("n", "n", .number()) {
      $0.summary.map { .integer($0.count) } ?? .missing(.suppressed)
    }
    for (position, index) in inequality.indices.enumerated() {
      let estimate: @Sendable (Row) -> Estimate? = { row in
        row.inequality.flatMap { $0[position] }
      }
      sheet.add(fields: RecordTable.estimateColumns(index.name), .number(index.title)) { row in
        let value = Inline.number(estimate(row)?.value, places: index.places)
        guard let interval = estimate(row)?.interval else { return value }
        return """
          \(value) (\(.number(interval.lower, places: index.places)) to \
          \(.number(interval.upper, places: index.places)))
          """
      } values: {
        RecordValue.estimate(estimate($0))
      }
    }
    return sheet
  }

  /// What the pay of each group is made of.
  func mixSheet(_ mix: PayMix) -> Sheet<Row> {
    var sheet = Sheet(rows)
    sheet.addKeys(columns) { $0.key }
    sheet.add("n", "n", .number()) {
      $0.mix.map { .integer($0.count) } ?? .missing(.suppressed)
    }
    @Sendable func value(_ values: [Double]?, _ part: Int) -> RecordValue {
      .double(values.flatMap { part < $0.count ? $0[part] : nil })
    }
    for (part, role) in mix.parts.enumerated() {
      sheet.add(RecordTable.Column("\(role.rawValue)_mean")) { value($0.mix?.means, part) }
    }
    for (part, role) in mix.parts.enumerated() {
      sheet.add(RecordTable.Column("\(role.rawValue)_share"), role.payName, .percentage()) {
        value($0.mix?.shares, part)
      }
    }
    return sheet
  }
}

extension RecordTable {
  /// The records of two tables of the same rows, side by side.
  func beside(_ other: RecordTable) -> RecordTable {
    RecordTable(columns + other.columns, records: zip(records, other.records).map { $0 + $1 })
  }
}
