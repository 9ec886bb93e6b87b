public import Amounts

extension Chart {
  /// A part of the amounts of a stack: what it is, and its amount in each row.
  public struct Layer: Hashable, Sendable {
    /// The name of the part, for the legend.
    public var label: Inline
    /// The colour of the part in every row.
    public var tone: Tone
    /// Whether only the outline is strong, so that parts of one colour differ.
    public var isHollow: Bool
    /// The amount in each row, in major units; negative ones go to the left of zero.
    public var amounts: [Double]

    /// Creates a part.
    public init(_ label: Inline, _ tone: Tone, isHollow: Bool = false, _ amounts: [Double]) {
      self.label = label
      self.tone = tone
      self.isHollow = isHollow
      self.amounts = amounts
    }
  }

  /// Returns a row for each amount, with its parts side by side and their sum at the end.
  ///
  /// A part that is nothing in every row is left out.
  public static func stack(
    name: String = "stack", title: Inline, rowTitle: Inline, xTitle: Inline, totalTitle: Inline,
    currency: Currency, rows: [Inline], layers: [Layer]
  ) -> Chart {
    let layers = layers.filter { layer in layer.amounts.contains { $0 != 0 } }
    var (lows, highs) = (
      [Double](repeating: 0, count: rows.count), [Double](repeating: 0, count: rows.count)
    )
    var marks: [Mark] = []
    for layer in layers {
      var bars: [Mark.Bar] = []
      for (row, amount) in zip(rows.indices, layer.amounts) where amount != 0 && amount.isFinite {
        let start = amount < 0 ? lows[row] : highs[row]
        bars.append(
          Mark.Bar(
            Mark.Point(start, Double(row) - 0.32), Mark.Point(start + amount, Double(row) + 0.32),
            isHollow: layer.isHollow))
        if amount < 0 { lows[row] += amount } else { highs[row] += amount }
      }
      marks.append(.bars(bars, layer.tone, label: layer.label))
    }
    let ends = zip(lows, highs).map { $0 + $1 }
    let unit = Axis.Unit.money(currency)
    let totals = unit.texts(ends)
    let columns = layers.map { layer in unit.texts(layer.amounts) }
    let sentences = zip(rows, totals).map { "\($0): \($1)." as Inline }
    return Chart(
      name: name, title: title,
      summary: sentences.isEmpty ? noData : sentences.joined(separator: " "),
      x: Axis(xTitle, .numbers(unit, includesZero: true)),
      y: Axis(totalTitle, .rows(zip(rows, totals).map { Axis.Row($0, value: $1) })), marks: marks,
      data: Table(
        [.text(rowTitle)] + layers.map { .number($0.label) } + [.number(totalTitle)],
        rows: rows.indices.map { row in
          [rows[row]] + columns.map { $0[row] } + [totals[row]]
        }, caption: title))
  }
}
