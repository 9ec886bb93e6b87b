extension Chart {
  /// The percentiles of a group; nil where they are not known.
  public struct Percentiles: Hashable, Sendable {
    /// The name of the group.
    public var label: String
    /// What a tenth of the group does not exceed.
    public var p10: Double?
    /// The lower quartile.
    public var p25: Double?
    /// The median.
    public var p50: Double?
    /// The upper quartile.
    public var p75: Double?
    /// What nine tenths of the group do not exceed.
    public var p90: Double?
    /// What the percentiles that are missing at the upper end are not below.
    public var topCode: Double?

    /// Creates the percentiles of a group.
    public init(
      _ label: String, p10: Double? = nil, p25: Double? = nil, p50: Double? = nil,
      p75: Double? = nil, p90: Double? = nil, topCode: Double? = nil
    ) {
      self.label = label
      self.p10 = p10
      self.p25 = p25
      self.p50 = p50
      self.p75 = p75
      self.p90 = p90
      self.topCode = topCode
    }
  }

  /// Returns a row for each group with its percentiles, and a line at a number to compare with.
  public static func percentileStrips(
    name: String = "percentiles", title: String, xTitle: String, unit: Axis.Unit,
    groups: [Percentiles], reference: NamedValue? = nil, language: Language = .english
  ) -> Chart {
    func text(_ value: Double?, in group: Percentiles) -> String {
      if let value { return unit.text(value, language) }
      // Above a known percentile a missing one is top-coded; below, it is only missing.
      guard let topCode = group.topCode else { return NumberStyle(language).missing }
      return NumberStyle(language).atLeast(unit.text(topCode, language))
    }
    func intervals(
      _ low: (Percentiles) -> Double?, _ high: (Percentiles) -> Double?
    ) -> [Mark.Interval] {
      groups.enumerated().compactMap { index, group in
        guard let start = low(group), let end = high(group) ?? group.topCode else { return nil }
        return Mark.Interval(row: Double(index), start, end, isOpen: high(group) == nil)
      }
    }
    let medians = groups.enumerated().compactMap { index, group in
      group.p50.map { Mark.Point($0, Double(index)) }
    }
    var marks: [Mark] = [
      .intervals(intervals(\.p10, \.p90), .thin, .blue),
      .intervals(intervals(\.p25, \.p75), .thick, .blue),
      .points(medians, .diamond, .vermilion),
    ]
    if let reference {
      let label = "\(reference.label): \(unit.text(reference.value, language))"
      marks.insert(.verticalRule(reference.value, label: label), at: 0)
    }
    let known = groups.filter { $0.p50?.isFinite ?? false }
    var summary = language(ChartWord.noData)
    if let lowest = known.min(by: { $0.p50 ?? 0 < $1.p50 ?? 0 }),
      let highest = known.max(by: { $0.p50 ?? 0 < $1.p50 ?? 0 })
    {
      summary = language(
        ChartWord.stripSummary, NumberStyle(language).number(groups.count),
        unit.text(lowest.p50, language), lowest.label, unit.text(highest.p50, language),
        highest.label)
    }
    summary += " " + language(ChartWord.stripKey)
    let columns: [(title: String, value: (Percentiles) -> Double?)] = [
      ("P10", \.p10), ("P25", \.p25), (language(ChartWord.median), \.p50), ("P75", \.p75),
      ("P90", \.p90),
    ]
    return Chart(
      name: name, title: title, summary: Inline(summary), x: Axis(xTitle, .numbers(unit)),
      y: Axis(
        language(ChartWord.median),
        .rows(groups.map { Axis.Row($0.label, value: text($0.p50, in: $0)) })),
      marks: marks,
      data: Table(
        [.text(Inline(language(ChartWord.group)))] + columns.map { .number(Inline($0.title)) },
        rows: groups.map { group in
          [Inline(group.label)] + columns.map { Inline(text($0.value(group), in: group)) }
        }, caption: Inline(xTitle)),
      language: language)
  }

  /// A difference with its interval.
  public struct Difference: Hashable, Sendable {
    /// The name of the group.
    public var label: String
    /// The estimate.
    public var estimate: Double
    /// The lower end of the interval; not finite when there is none.
    public var low: Double
    /// The upper end of the interval; not finite when there is none.
    public var high: Double

    /// Creates a difference.
    public init(_ label: String, estimate: Double, low: Double, high: Double) {
      self.label = label
      self.estimate = estimate
      self.low = low
      self.high = high
    }
  }

  /// Returns differences with their intervals, the greatest first, and a line at zero.
  public static func rankedDifferences(
    name: String = "differences", title: String, xTitle: String, unit: Axis.Unit,
    differences: [Difference], language: Language = .english
  ) -> Chart {
    func rank(_ difference: Difference) -> Double {
      difference.estimate.isNaN ? -.infinity : difference.estimate
    }
    // Sorting is stable, so that equal estimates stay in the order in which they were given.
    let ranked = differences.sorted { rank($0) > rank($1) }
    let numbered = ranked.enumerated()
    let texts = unit.signedTexts(
      ranked.map(\.estimate) + ranked.map(\.low) + ranked.map(\.high), language)
    let estimates = texts.prefix(ranked.count)
    var summary = language(ChartWord.noData)
    if let first = ranked.first, let last = ranked.last {
      summary = language(
        ChartWord.differenceSummary, NumberStyle(language).number(ranked.count),
        estimates[0], first.label, estimates[estimates.count - 1], last.label)
      let clear = ranked.count { $0.low > 0 || $0.high < 0 }
      summary += " " + language(ChartWord.clearDifferences, NumberStyle(language).number(clear))
    }
    return Chart(
      name: name, title: title, summary: Inline(summary),
      x: Axis(xTitle, .numbers(unit, includesZero: true)),
      y: Axis(
        language(ChartWord.estimate),
        .rows(zip(ranked, estimates).map { Axis.Row($0.label, value: $1) })),
      marks: [
        .verticalRule(0, label: language(ChartWord.noDifference)),
        .intervals(
          numbered.map { Mark.Interval(row: Double($0), $1.low, $1.high) }, .thin, .blue),
        .points(numbered.map { Mark.Point($1.estimate, Double($0)) }, .circle, .blue),
      ],
      data: Table(
        [
          .text(Inline(language(ChartWord.group))), .number(Inline(language(ChartWord.estimate))),
          .number(Inline(language(ChartWord.intervalLow))),
          .number(Inline(language(ChartWord.intervalHigh))),
        ],
        rows: ranked.indices.map { index in
          [Inline(ranked[index].label)]
            + stride(from: index, to: texts.count, by: ranked.count).map { Inline(texts[$0]) }
        }, caption: Inline(xTitle)),
      language: language)
  }
}

extension Axis.Unit {
  /// Writes the differences of one column with their signs.
  func signedTexts(_ values: [Double], _ language: Language) -> [String] {
    zip(values, texts(values, language)).map { value, text in
      let isPositive = value.isFinite && value > 0 && text.contains { ("1"..."9").contains($0) }
      return isPositive ? "+" + text : text
    }
  }
}
