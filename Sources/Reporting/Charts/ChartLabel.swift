/// A line of text in a chart and the room it takes.
package struct ChartLabel: Hashable, Sendable {
  enum Style: String, Hashable, Sendable {
    case title
    case plain
    case quiet
    /// Over the plot, with a rim in the colour of the paper.
    case onPlot

    var size: Double { self == .title ? 16 : ChartLayout.textSize }
  }

  package let text: String
  let style: Style
  let x: Double
  let baseline: Double
  let alignment: Table.Alignment

  /// The room it takes, rather too much than too little.
  package let box: Box

  init(
    _ text: String, _ style: Style, x: Double, baseline: Double, _ alignment: Table.Alignment
  ) {
    self.text = text
    self.style = style
    self.x = x
    self.baseline = baseline
    self.alignment = alignment
    let size = style.size
    let width = estimatedWidth(text, size: size, isBold: style == .title)
    let left =
      switch alignment {
      case .leading: x
      case .center: x - width / 2
      case .trailing: x - width
      }
    box = Box(
      left: left, top: baseline - 0.9 * size, right: left + width, bottom: baseline + 0.25 * size)
  }

  func moved(baseline: Double) -> ChartLabel {
    ChartLabel(text, style, x: x, baseline: baseline, alignment)
  }
}
