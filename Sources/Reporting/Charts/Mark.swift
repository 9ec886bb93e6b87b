/// Something drawn in a chart, in the numbers of its axes; what is not finite is left out.
public enum Mark: Hashable, Sendable {
  /// A line through points, named at its right end.
  case line([Point], Tone, label: Inline = .empty)
  /// The area between two lines, named at its right end.
  case area([Span], Tone, label: Inline = .empty)
  /// Rectangles, named above the plot.
  case bars([Bar], Tone, label: Inline = .empty)
  /// Stretches from left to right along rows.
  case intervals([Interval], Weight, Tone)
  /// Single points, named beside them.
  case points([Point], Shape, Tone, label: Inline = .empty)
  /// A line across the whole chart at a number on the x axis, named above it.
  case verticalRule(Double, label: Inline)
  /// A line across the whole chart at a number on the y axis, named at its right end.
  case horizontalRule(Double, label: Inline)
  /// A shaded stretch of the x axis, named above it.
  case region(from: Double, to: Double, label: Inline)

  /// A place in a chart.
  public struct Point: Hashable, Sendable {
    /// The number on the x axis.
    public var x: Double
    /// The number on the y axis, or that of the row.
    public var y: Double

    /// Creates a point.
    public init(_ x: Double, _ y: Double) {
      self.x = x
      self.y = y
    }
  }

  /// A stretch of the y axis at a number on the x axis.
  public struct Span: Hashable, Sendable {
    /// The number on the x axis.
    public var x: Double
    /// The lower end, in the unit of the vertical axis.
    public var low: Double
    /// The upper end, in the unit of the vertical axis.
    public var high: Double

    /// Creates a span.
    public init(_ x: Double, _ low: Double, _ high: Double) {
      self.x = x
      self.low = low
      self.high = high
    }
  }

  /// A rectangle between two corners.
  public struct Bar: Hashable, Sendable {
    /// One corner; the other lies across from it.
    public var start: Point
    /// The corner opposite to it.
    public var end: Point
    /// Whether only the outline is strong, so that two kinds of bars differ without colours too.
    public var isHollow: Bool

    /// Creates a bar.
    public init(_ start: Point, _ end: Point, isHollow: Bool = false) {
      self.start = start
      self.end = end
      self.isHollow = isHollow
    }
  }

  /// A stretch of the x axis along a row.
  public struct Interval: Hashable, Sendable {
    /// The number of the row.
    public var row: Double
    /// The left end, in the unit of the horizontal axis.
    public var low: Double
    /// The right end, in the unit of the horizontal axis.
    public var high: Double
    /// Whether the true right end is not known and lies further right.
    public var isOpen: Bool

    /// Creates an interval.
    public init(row: Double, _ low: Double, _ high: Double, isOpen: Bool = false) {
      self.row = row
      self.low = low
      self.high = high
      self.isOpen = isOpen
    }
  }

  /// How heavy an interval is drawn.
  public enum Weight: String, Hashable, Sendable {
    /// A line.
    case thin
    /// A beam.
    case thick
  }

  /// The shape of a point, so that two kinds of points differ without colours too.
  public enum Shape: Hashable, Sendable {
    /// A disc.
    case circle
    /// A square on its corner.
    case diamond
    /// A short upright line.
    case tick
  }
}
