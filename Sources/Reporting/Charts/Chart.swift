/// A chart as a value: two axes, marks on them, a text alternative and the data as a table.
///
/// The kinds of charts that reports need are built by static functions such as
/// `payCurve(…)`; others are put together from marks.
public struct Chart: Hashable, Sendable {
  /// The name of its file, without extension; only letters, digits and hyphens are kept.
  public var name: String
  /// What it shows, written above it.
  public var title: Inline
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
  /// The language of its words and numbers.
  public internal(set) var language: Language = .english

  /// Creates a chart.
  public init(
    name: String, title: Inline, summary: Inline, x: Axis, y: Axis, marks: [Mark], data: Table
  ) {
    self.name = name
    self.title = title
    self.summary = summary
    self.x = x
    self.y = y
    self.marks = marks
    self.data = data
  }
}

extension Chart {
  /// The summary of a chart without data.
  static let noData: Inline = "There are no data to show."

  /// The chart with the words and numbers of a language.
  public func translated(by book: Phrasebook) -> Chart {
    var chart = self
    chart.language = book.language
    chart.title = title.translated(by: book)
    chart.summary = summary.translated(by: book)
    chart.x = x.translated(by: book)
    chart.y = y.translated(by: book)
    chart.marks = marks.map { $0.translated(by: book) }
    chart.data = data.translated(by: book)
    return chart
  }

  /// Every text in the chart.
  var texts: [Inline] {
    [title, summary] + x.texts + y.texts + marks.compactMap { $0.label } + data.texts
  }
}

extension Axis {
  fileprivate func translated(by book: Phrasebook) -> Axis {
    var axis = self
    axis.title = title.translated(by: book)
    if case .rows(let rows) = scale {
      axis.scale = .rows(
        rows.map {
          Row($0.label.translated(by: book), value: $0.value.translated(by: book))
        })
    }
    return axis
  }

  fileprivate var texts: [Inline] {
    guard case .rows(let rows) = scale else { return [title] }
    return [title] + rows.flatMap { [$0.label, $0.value] }
  }
}

extension Mark {
  /// What it is named; nil for what has no name.
  fileprivate var label: Inline? {
    switch self {
    case .line(_, _, let label), .area(_, _, let label), .bars(_, _, let label),
      .points(_, _, _, let label), .verticalRule(_, let label), .horizontalRule(_, let label),
      .region(_, _, let label):
      label
    case .intervals: nil
    }
  }

  fileprivate func translated(by book: Phrasebook) -> Mark {
    guard let label = label?.translated(by: book) else { return self }
    return switch self {
    case .line(let points, let tone, _): .line(points, tone, label: label)
    case .area(let spans, let tone, _): .area(spans, tone, label: label)
    case .bars(let bars, let tone, _): .bars(bars, tone, label: label)
    case .points(let points, let shape, let tone, _): .points(points, shape, tone, label: label)
    case .verticalRule(let value, _): .verticalRule(value, label: label)
    case .horizontalRule(let value, _): .horizontalRule(value, label: label)
    case .region(let from, let to, _): .region(from: from, to: to, label: label)
    case .intervals: self
    }
  }
}
