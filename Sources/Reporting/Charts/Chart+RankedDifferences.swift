extension Chart {
  /// A difference with its interval.
  public struct Difference: Hashable, Sendable {
    /// The name of the group.
    public var label: Inline
    /// The estimated difference, in the unit of the axis.
    public var estimate: Double
    /// The lower end of the interval; not finite when there is none.
    public var low: Double
    /// The upper end of the interval; not finite when there is none.
    public var high: Double

    /// Creates a difference.
    public init(_ label: Inline, estimate: Double, low: Double, high: Double) {
      self.label = label
      self.estimate = estimate
      self.low = low
      self.high = high
    }
  }

  /// Returns differences with their intervals, the greatest first, and a line at zero.
  public static func rankedDifferences(
    name: String = "differences", title: Inline, xTitle: Inline, unit: Axis.Unit,
    differences: [Difference]
  ) -> Chart {
    func rank(_ difference: Difference) -> Double {
      difference.estimate.isNaN ? -.infinity : difference.estimate
    }
    // Sorting is stable, so that equal estimates stay in the order in which they were given.
    let ranked = differences.sorted { rank($0) > rank($1) }
    let numbered = ranked.enumerated()
    let texts = unit.signedTexts(
      ranked.map { $0.estimate } + ranked.map { $0.low } + ranked.map { $0.high })
    let estimates = texts.prefix(ranked.count)
    var summary = noData
    if let first = ranked.first, let last = ranked.last {
      let clear = ranked.count { $0.low > 0 || $0.high < 0 }
      summary = """
        The greatest is \(estimates[0]) (\(first.label)), the least \
        \(estimates[estimates.count - 1]) (\(last.label)); number of groups: \
        \(.number(ranked.count)). In \(.number(clear)) of them the interval leaves out zero.
        """
    }
    return Chart(
      name: name, title: title, summary: summary,
      x: Axis(xTitle, .numbers(unit, includesZero: true)),
      y: Axis(
        "Estimate",
        .rows(zip(ranked, estimates).map { Axis.Row($0.label, value: $1) })),
      marks: [
        .verticalRule(0, label: "no difference"),
        .intervals(
          numbered.map { Mark.Interval(row: Double($0), $1.low, $1.high) }, .thin, .blue),
        .points(numbered.map { Mark.Point($1.estimate, Double($0)) }, .circle, .blue),
      ],
      data: Table(
        [
          .text("Group"), .number("Estimate"), .number("Interval from"), .number("Interval to"),
        ],
        rows: ranked.indices.map { index in
          [ranked[index].label]
            + stride(from: index, to: texts.count, by: ranked.count).map { texts[$0] }
        }, caption: xTitle))
  }
}

extension Axis.Unit {
  /// Writes the differences of one column with their signs.
  func signedTexts(_ values: [Double]) -> [Inline] {
    values.indices.map { index in
      .written { style in
        let text = texts(values.map { Optional($0) }, style.language)[index]
        let isPositive = values[index].isFinite && values[index] > 0
        return isPositive && text.contains { ("1"..."9").contains($0) } ? "+" + text : text
      }
    }
  }
}
