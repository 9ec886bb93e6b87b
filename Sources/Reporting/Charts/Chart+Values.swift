extension Chart {
  /// The rows of the y axis, when it has rows.
  var rows: [Axis.Row]? {
    if case .rows(let rows) = y.scale { rows } else { nil }
  }

  var endLabels: [EndLabel] {
    marks.compactMap { mark in
      switch mark {
      case .line(let points, let tone, let label) where !label.isEmpty:
        points.last { $0.x.isDrawable && $0.y.isDrawable }
          .map { EndLabel(text: label.plainText, value: $0.y, tone: tone) }
      case .area(let spans, let tone, let label) where !label.isEmpty:
        spans.last { $0.low.isDrawable && $0.high.isDrawable }
          .map {
            EndLabel(text: label.plainText, value: $0.low + ($0.high - $0.low) / 2, tone: tone)
          }
      case .horizontalRule(let value, let label) where !label.isEmpty && value.isDrawable:
        EndLabel(text: label.plainText, value: value, tone: nil)
      default: nil
      }
    }
  }

  /// All numbers on the x axis.
  var xValues: [Double] {
    marks.flatMap { mark -> [Double] in
      switch mark {
      case .line(let points, _, _), .points(let points, _, _, _): points.map { $0.x }
      case .area(let spans, _, _): spans.map { $0.x }
      case .bars(let bars, _, _): bars.flatMap { [$0.start.x, $0.end.x] }
      case .intervals(let intervals, _, _): intervals.flatMap { [$0.low, $0.high] }
      case .verticalRule(let value, _): [value]
      case .region(let from, let to, _): [from, to]
      case .horizontalRule: []
      }
    }
  }

  /// All numbers on the y axis.
  var yValues: [Double] {
    marks.flatMap { mark -> [Double] in
      switch mark {
      case .line(let points, _, _), .points(let points, _, _, _): points.map { $0.y }
      case .area(let spans, _, _): spans.flatMap { [$0.low, $0.high] }
      case .bars(let bars, _, _): bars.flatMap { [$0.start.y, $0.end.y] }
      case .horizontalRule(let value, _): [value]
      case .intervals, .verticalRule, .region: []
      }
    }
  }

  func tickLabels(_ ticks: Ticks, _ axis: Axis) -> [String] {
    guard case .numbers(let unit, _, _) = axis.scale else { return [] }
    return ticks.values.map { unit.text($0, places: ticks.places, language) }
  }
}

extension Axis {
  /// The range of an axis of numbers; nil for rows.
  func range(showing values: [Double], limit: Int) -> AxisRange? {
    guard case .numbers(let unit, let includesZero, let fit) = scale else { return nil }
    return AxisRange(
      showing: values, unit: unit, includesZero: includesZero, fit: fit, limit: limit)
  }
}
