public import Amounts

extension Chart {
  /// A named line.
  public struct Series: Hashable, Sendable {
    /// The name, written at the end of the line.
    public var label: Inline
    /// The points, in the order in which they are joined.
    public var points: [Mark.Point]

    /// Creates a line.
    public init(_ label: Inline, _ points: [Mark.Point]) {
      self.label = label
      self.points = points
    }
  }

  /// A named stretch of the x axis.
  public struct Region: Hashable, Sendable {
    /// The name, written above it.
    public var label: Inline
    /// The left end, in the unit of the horizontal axis.
    public var from: Double
    /// The right end, in the unit of the horizontal axis.
    public var to: Double

    /// Creates a stretch.
    public init(_ label: Inline, from: Double, to: Double) {
      self.label = label
      self.from = from
      self.to = to
    }
  }

  /// A point with a name.
  public struct NamedPoint: Hashable, Sendable {
    /// The name, written beside it.
    public var label: Inline
    /// Where it is.
    public var point: Mark.Point

    /// Creates a named point.
    public init(_ label: Inline, _ point: Mark.Point) {
      self.label = label
      self.point = point
    }
  }

  /// Returns a chart of pay by attainment or by sales, with tiers shaded and points marked.
  ///
  /// Every second region is shaded, so that neighbours differ. A jump in pay is two points at the
  /// same place on the x axis.
  public static func payCurve(
    name: String = "pay-curve", title: Inline, xTitle: Inline, xUnit: Axis.Unit = .percentage,
    yTitle: Inline, currency: Currency, curves: [Series], regions: [Region] = [],
    marking points: [NamedPoint] = []
  ) -> Chart {
    var chart = lines(
      name: name, title: title, x: Axis(xTitle, .numbers(xUnit, fit: .tight)),
      y: Axis(yTitle, .numbers(.money(currency), includesZero: true)), series: curves,
      units: (xUnit, .money(currency)))
    for (index, region) in regions.enumerated() {
      // The unshaded ones are drawn too, without width, for their names.
      let middle = region.from + (region.to - region.from) / 2
      chart.marks.append(
        index.isMultiple(of: 2)
          ? .region(from: middle, to: middle, label: region.label)
          : .region(from: region.from, to: region.to, label: region.label))
    }
    for named in points {
      let pay = Axis.Unit.money(currency).text(named.point.y)
      let place = xUnit.text(named.point.x)
      chart.marks.append(
        .points([named.point], .diamond, .vermilion, label: "\(named.label): \(pay)"))
      chart.summary += Inline(" ") + "\(named.label): \(pay) at \(place)."
    }
    return chart
  }

  /// Returns a chart of numbers over months or years, a line for each series.
  public static func trend(
    name: String = "trend", title: Inline, xTitle: Inline = .empty, xUnit: Axis.Unit = .year,
    yTitle: Inline, unit: Axis.Unit, series: [Series]
  ) -> Chart {
    lines(
      name: name, title: title, x: Axis(xTitle, .numbers(xUnit, fit: .tight)),
      y: Axis(yTitle, .numbers(unit)), series: series, units: (xUnit, unit))
  }

  private static func lines(
    name: String, title: Inline, x: Axis, y: Axis, series: [Series],
    units: (x: Axis.Unit, y: Axis.Unit)
  ) -> Chart {
    let sentences = series.compactMap { series -> Inline? in
      let known = series.points.filter { $0.x.isDrawable && $0.y.isDrawable }
      guard let first = known.first, let last = known.last else { return nil }
      let (firstX, firstY) = (units.x.text(first.x), units.y.text(first.y))
      let (lastX, lastY) = (units.x.text(last.x), units.y.text(last.y))
      if known.count == 1 { return "\(series.label): \(firstY) at \(firstX)." }
      return units.x == .year || units.x == .month
        ? "\(series.label): from \(firstY) in \(firstX) to \(lastY) in \(lastX)."
        : "\(series.label): from \(firstY) at \(firstX) to \(lastY) at \(lastX)."
    }
    return Chart(
      name: name, title: title,
      summary: sentences.isEmpty ? noData : sentences.joined(separator: " "),
      x: x, y: y,
      marks: series.enumerated().map { index, series in
        .line(series.points, .series(index), label: series.label)
      },
      data: table(of: series, x: x, y: y, units))
  }

  /// One row for each x where all series have the same ones, else one row for each point.
  private static func table(
    of series: [Series], x: Axis, y: Axis, _ units: (x: Axis.Unit, y: Axis.Unit)
  ) -> Table {
    let xs = series.first?.points.map { $0.x } ?? []
    if series.allSatisfy({ $0.points.map { $0.x } == xs }) {
      let columns =
        [units.x.texts(xs)] + series.map { units.y.texts($0.points.map { $0.y }) }
      return Table(
        [.number(x.title)] + series.map { .number($0.label) },
        rows: xs.indices.map { index in columns.map { $0[index] } }, caption: y.title)
    }
    return Table(
      [.text("Series"), .number(x.title), .number(y.title)],
      rows: series.flatMap { series in
        series.points.map { point in
          [series.label, units.x.text(point.x), units.y.text(point.y)]
        }
      })
  }
}
