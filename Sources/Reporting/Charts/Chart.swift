/// A chart as a value: two axes, marks on them, a text alternative and the data as a table.
///
/// The kinds of charts that reports need are built by static functions such as
/// `payCurve(…)`; others are put together from marks.
public struct Chart: Hashable, Sendable {
  /// The name of its file, without extension; only letters, digits and hyphens are kept.
  public var name: String
  /// What it shows, written above it.
  public var title: String
  /// The text alternative: what a reader sees in it, in a sentence or two.
  public var summary: Inline
  /// The axis from left to right.
  public var x: Axis
  /// The axis from bottom to top; rows are counted from the top.
  public var y: Axis
  /// What is drawn, from back to front.
  public var marks: [Mark]
  /// What is drawn, as numbers.
  public var data: Table
  /// The language of its numbers.
  public var language: Language

  /// Creates a chart.
  public init(
    name: String, title: String, summary: Inline, x: Axis, y: Axis, marks: [Mark], data: Table,
    language: Language = .english
  ) {
    self.name = name
    self.title = title
    self.summary = summary
    self.x = x
    self.y = y
    self.marks = marks
    self.data = data
    self.language = language
  }
}
