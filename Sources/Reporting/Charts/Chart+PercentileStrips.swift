extension Chart {
  /// The percentiles of a group; nil where they are not known.
  public struct Percentiles: Hashable, Sendable {
    /// The name of the group.
    public var label: Inline
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
      _ label: Inline, p10: Double? = nil, p25: Double? = nil, p50: Double? = nil,
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
    name: String = "percentiles", title: Inline, xTitle: Inline, unit: Axis.Unit,
    groups: [Percentiles], reference: NamedValue? = nil
  ) -> Chart {
    func text(_ value: Double?, in group: Percentiles) -> Inline {
      if let value { return unit.text(value) }
      // Above a known percentile a missing one is top-coded; below, it is only missing.
      guard let topCode = group.topCode else { return .missing }
      return .written { $0.atLeast(unit.texts([topCode], $0.language)[0]) }
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
      .intervals(intervals({ $0.p10 }, { $0.p90 }), .thin, .blue),
      .intervals(intervals({ $0.p25 }, { $0.p75 }), .thick, .blue),
      .points(medians, .diamond, .vermilion),
    ]
    if let reference {
      let label: Inline = "\(reference.label): \(unit.text(reference.value))"
      marks.insert(.verticalRule(reference.value, label: label), at: 0)
    }
    let known = groups.filter { $0.p50?.isFinite ?? false }
    var summary = noData
    if let lowest = known.min(by: { $0.p50 ?? 0 < $1.p50 ?? 0 }),
      let highest = known.max(by: { $0.p50 ?? 0 < $1.p50 ?? 0 })
    {
      summary = """
        The lowest median is \(unit.text(lowest.p50)) (\(lowest.label)), the highest \
        \(unit.text(highest.p50)) (\(highest.label)); number of groups: \(.number(groups.count)). \
        Line: P10 to P90, beam: P25 to P75, diamond: median; an arrow means “or more”.
        """
    }
    let columns: [(title: Inline, value: (Percentiles) -> Double?)] = [
      ("P10", { $0.p10 }), ("P25", { $0.p25 }), ("Median", { $0.p50 }), ("P75", { $0.p75 }),
      ("P90", { $0.p90 }),
    ]
    return Chart(
      name: name, title: title, summary: summary, x: Axis(xTitle, .numbers(unit)),
      y: Axis(
        "Median",
        .rows(groups.map { Axis.Row($0.label, value: text($0.p50, in: $0)) })),
      marks: marks,
      data: Table(
        [.text("Group")] + columns.map { .number($0.title) },
        rows: groups.map { group in
          [group.label] + columns.map { text($0.value(group), in: group) }
        }, caption: xTitle))
  }
}
