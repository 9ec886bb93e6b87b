public import Amounts

extension Chart {
  /// What is expected of a month, with percentiles of what can happen.
  public struct Outlook: Hashable, Sendable {
    /// The month.
    public var month: YearMonth
    /// What one outcome in ten does not exceed.
    public var p10: Double
    /// The lower quartile.
    public var p25: Double
    /// The median.
    public var p50: Double
    /// The upper quartile.
    public var p75: Double
    /// What nine outcomes in ten do not exceed.
    public var p90: Double

    /// Creates the outlook on a month.
    public init(
      _ month: YearMonth, p10: Double, p25: Double, p50: Double, p75: Double, p90: Double
    ) {
      self.month = month
      self.p10 = p10
      self.p25 = p25
      self.p50 = p50
      self.p75 = p75
      self.p90 = p90
    }
  }

  /// Returns money by month: the median as a line in bands of what can happen.
  public static func fan(
    name: String = "cash-by-month", title: Inline, yTitle: Inline, currency: Currency,
    months: [Outlook]
  ) -> Chart {
    let unit = Axis.Unit.money(currency)
    func band(_ low: (Outlook) -> Double, _ high: (Outlook) -> Double) -> [Mark.Span] {
      months.map { Mark.Span(Double($0.month.monthNumber), low($0), high($0)) }
    }
    var summary = noData
    if let first = months.first, let last = months.last {
      summary = """
        The median goes from \(unit.text(first.p50)) in \(.month(first.month)) to \
        \(unit.text(last.p50)) in \(.month(last.month)); then, four outcomes in five lie from \
        \(unit.text(last.p10)) to \(unit.text(last.p90)). The inner band holds half of the outcomes.
        """
    }
    let columns: [(title: Inline, value: (Outlook) -> Double)] = [
      ("P10", { $0.p10 }), ("P25", { $0.p25 }), ("Median", { $0.p50 }), ("P75", { $0.p75 }),
      ("P90", { $0.p90 }),
    ]
    return Chart(
      name: name, title: title, summary: summary,
      x: Axis(.empty, .numbers(.month, fit: .tight)),
      y: Axis(yTitle, .numbers(unit, includesZero: true)),
      marks: [
        .area(band({ $0.p10 }, { $0.p90 }), .blue), .area(band({ $0.p25 }, { $0.p75 }), .blue),
        .line(band({ $0.p90 }, { $0.p90 }).map { Mark.Point($0.x, $0.low) }, .grey, label: "P90"),
        .line(
          band({ $0.p50 }, { $0.p50 }).map { Mark.Point($0.x, $0.low) }, .blue,
          label: "Median"),
        .line(band({ $0.p10 }, { $0.p10 }).map { Mark.Point($0.x, $0.low) }, .grey, label: "P10"),
      ],
      data: Table(
        [.text("Month")] + columns.map { .number($0.title) },
        rows: months.map { month in
          [.month(month.month)] + columns.map { unit.text($0.value(month)) }
        }, caption: yTitle))
  }
}
