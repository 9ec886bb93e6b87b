extension Chart {
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
