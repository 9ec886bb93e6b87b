public import Amounts

extension Chart {
  /// A step of a waterfall.
  public struct Step: Hashable, Sendable {
    /// The name of the step, at its row.
    public var label: Inline
    /// What it adds or takes away; for a total, all that there is so far.
    public var amount: Money
    /// Whether the bar stands on zero.
    public var isTotal: Bool

    /// Creates a step.
    public init(_ label: Inline, _ amount: Money, isTotal: Bool = false) {
      self.label = label
      self.amount = amount
      self.isTotal = isTotal
    }
  }

  /// Returns a row for each step, with a bar from the sum before it to the sum after it.
  ///
  /// What takes away is hollow. Amounts in the labels and the data are exact; only the drawing
  /// uses floating-point numbers.
  public static func waterfall(
    name: String = "waterfall", title: Inline, xTitle: Inline, currency: Currency, steps: [Step],
    language: Language = .english
  ) -> Chart {
    var running = Ratio.zero
    var rows: [[Inline]] = []
    var bars: [Mark.Bar] = []
    var totals: [Mark.Bar] = []
    var joints: [Mark] = []
    for (index, step) in steps.enumerated() {
      let before = step.isTotal ? Ratio.zero : running
      // Amounts are below 2^63 minor units, so that a sum of them stays far inside 127 bits.
      running = (try? before + step.amount.majorUnits) ?? before
      let row = Double(index)
      let bar = Mark.Bar(
        Mark.Point(before.doubleValue, row - 0.32), Mark.Point(running.doubleValue, row + 0.32),
        isHollow: running < before)
      if step.isTotal { totals.append(bar) } else { bars.append(bar) }
      if index + 1 < steps.count {
        let x = running.doubleValue
        joints.append(.line([Mark.Point(x, row + 0.32), Mark.Point(x, row + 0.68)], .grey))
      }
      rows.append([
        step.label, .amount(step.amount, sign: step.isTotal ? .negativeOnly : .always),
        .number(running, places: Int(currency.minorUnitDigits)),
      ])
    }
    let summary =
      steps.last.map { last in
        "\(last.label): \(.money(last.amount)); steps: \(.number(steps.count))." as Inline
      } ?? noData
    return Chart(
      name: name, title: title, summary: summary,
      x: Axis(xTitle, .numbers(.money(currency), includesZero: true)),
      y: Axis(.empty, .rows(zip(steps, rows).map { Axis.Row($0.label, value: $1[1]) })),
      marks: joints + [.bars(bars, .blue), .bars(totals, .grey)],
      data: Table(
        [.text("Step"), .number("Amount"), .number("Running total")], rows: rows, caption: title))
  }
}
