extension Chart {
  /// A class of a histogram and the share of all outcomes that fall into it.
  public struct Bin: Hashable, Sendable {
    /// The lower end, which belongs to it.
    public var low: Double
    /// The upper end, which does not.
    public var high: Double
    /// The share of all outcomes, as a fraction of one.
    public var share: Double

    /// Creates a class.
    public init(_ low: Double, _ high: Double, share: Double) {
      self.low = low
      self.high = high
      self.share = share
    }
  }

  /// A number with a name, such as "P90" or "Baseline".
  public struct NamedValue: Hashable, Sendable {
    /// The name.
    public var label: String
    /// The number.
    public var value: Double

    /// Creates a named number.
    public init(_ label: String, _ value: Double) {
      self.label = label
      self.value = value
    }
  }

  /// Returns a histogram, a density over it, and lines at quantiles or other values.
  ///
  /// Heights are shares of the outcomes for each width of the first class, so that classes of
  /// other widths and the density (probability for each unit of x) are on the same scale.
  public static func distribution(
    name: String = "distribution", title: String, xTitle: String, unit: Axis.Unit, bins: [Bin],
    density: [Mark.Point] = [], marking values: [NamedValue] = [], language: Language = .english
  ) -> Chart {
    let width = bins.first.map { $0.high - $0.low } ?? 1
    let bars = bins.map { bin in
      let height = bin.high > bin.low ? bin.share * width / (bin.high - bin.low) : .nan
      return Mark.Bar(Mark.Point(bin.low, 0), Mark.Point(bin.high, height))
    }
    let named = values.map { value in
      Mark.verticalRule(
        value.value, label: "\(value.label): \(unit.text(value.value, language))")
    }
    let curve = density.map { Mark.Point($0.x, $0.y * width) }
    let sentences = values.map {
      language(ChartWord.quantileSummary, $0.label, unit.text($0.value, language))
    }
    return Chart(
      name: name, title: title,
      summary: Inline(
        bins.isEmpty && values.isEmpty
          ? language(ChartWord.noData) : sentences.joined(separator: " ")),
      x: Axis(xTitle, .numbers(unit, fit: .tight)),
      y: Axis(
        bins.isEmpty ? "" : language(ChartWord.sharePer, unit.text(width, language)),
        .numbers(.percentage, includesZero: true)),
      marks: [.bars(bars, .blue)] + (curve.isEmpty ? [] : [.line(curve, .blue)]) + named,
      data: Table(
        [
          .number(Inline(language(ChartWord.from))), .number(Inline(language(ChartWord.below))),
          .number(Inline(language(ChartWord.share))),
        ],
        rows: zip(bins, Axis.Unit.percentage.texts(bins.map(\.share), language)).map {
          [
            Inline(unit.text($0.low, language)), Inline(unit.text($0.high, language)), Inline($1),
          ]
        }, caption: Inline(xTitle)),
      language: language)
  }
}
