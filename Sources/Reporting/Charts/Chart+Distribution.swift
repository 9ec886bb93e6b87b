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

  /// A single number and the share of all outcomes that are exactly it.
  public struct Mass: Hashable, Sendable {
    /// The number, in the unit of the horizontal axis.
    public var value: Double
    /// The share of all outcomes, as a fraction of one.
    public var share: Double

    /// Creates the mass of a point.
    public init(_ value: Double, share: Double) {
      self.value = value
      self.share = share
    }
  }

  /// A number with a name, such as "P90" or "Baseline".
  public struct NamedValue: Hashable, Sendable {
    /// The name that stands at the mark.
    public var label: Inline
    /// The place of the mark along the axis.
    public var value: Double

    /// Creates a named number.
    public init(_ label: Inline, _ value: Double) {
      self.label = label
      self.value = value
    }
  }

  /// Returns a histogram, a density over it, and lines at quantiles or other values.
  ///
  /// Heights are shares of the outcomes for each width of the first class, so that classes of
  /// other widths and the density (probability for each unit of x) are on the same scale. A single
  /// number that many outcomes are is a stem, as high as a class of the same share; the classes are
  /// without those outcomes.
  public static func distribution(
    name: String = "distribution", title: Inline, xTitle: Inline, unit: Axis.Unit, bins: [Bin],
    masses: [Mass] = [], density: [Mark.Point] = [], marking values: [NamedValue] = []
  ) -> Chart {
    let width = bins.first.map { $0.high - $0.low } ?? 1
    let bars = bins.map { bin in
      let height = bin.high > bin.low ? bin.share * width / (bin.high - bin.low) : .nan
      return Mark.Bar(Mark.Point(bin.low, 0), Mark.Point(bin.high, height))
    }
    let named = values.map { value in
      Mark.verticalRule(value.value, label: "\(value.label): \(unit.text(value.value))")
    }
    let curve = density.map { Mark.Point($0.x, $0.y * width) }
    let stems = masses.flatMap { mass -> [Mark] in
      let top = Mark.Point(mass.value, mass.share)
      return [
        .line([Mark.Point(mass.value, 0), top], .vermilion),
        .points([top], .diamond, .vermilion, label: Self.words(on: mass, unit)),
      ]
    }
    let sentences =
      values.map { "\($0.label) is \(unit.text($0.value))." as Inline }
      + masses.map { "\(Self.words(on: $0, unit))." }
    let shares = bins.map { $0.share } + masses.map { $0.share }
    var data = Table(
      [.number("From"), .number("To below"), .number("Share")],
      rows: zip(
        bins.map { [unit.text($0.low), unit.text($0.high)] }
          + masses.map { [unit.text($0.value), "exactly"] },
        Axis.Unit.percentage.texts(shares)
      ).map { $0 + [$1] }, caption: xTitle)
    data.bars = Table.Bars(of: 2, shares)
    return Chart(
      name: name, title: title,
      summary: bins.isEmpty && values.isEmpty ? Self.noData : sentences.joined(separator: " "),
      x: Axis(xTitle, .numbers(unit, fit: .tight)),
      y: Axis(
        bins.isEmpty ? .empty : "Share per \(unit.text(width))",
        .numbers(.percentage, includesZero: true)),
      marks: [.bars(bars, .blue)] + (curve.isEmpty ? [] : [.line(curve, .blue)]) + stems + named,
      data: data)
  }

  private static func words(on mass: Mass, _ unit: Axis.Unit) -> Inline {
    "\(Axis.Unit.percentage.text(mass.share)) at exactly \(unit.text(mass.value))"
  }
}
