extension Chart {
  /// Where the drawing will stand.
  package enum Setting {
    /// In a file of its own, which brings its style sheet and summary.
    case file
    /// In a page that has the style sheet, with the summary below the drawing.
    case inline
  }

  /// The width in pixels that is read well on a page.
  public static let pageWidth: Double = 720

  /// The width in pixels that a telephone shows without shrinking it.
  package static let telephoneWidth: Double = 356

  /// The chart as an SVG file that follows the light or dark theme of the reader.
  ///
  /// The same chart gives the same text everywhere. Title and summary are in it for those who
  /// cannot see the drawing. Widths are in pixels, from 240 to 4000.
  ///
  /// - Complexity: O(marks + labels²).
  public func svg(width: Double = pageWidth) -> String { svg(.file, width: width) }

  package func svg(_ setting: Setting, width: Double) -> String {
    let width = width.isFinite ? min(max(width, 240), 4000) : Self.pageWidth
    let layout = ChartLayout(translated(by: Phrasebook(language)), width: width)
    var drawing = ChartDrawing(layout: layout)
    return drawing.draw(setting)
  }

  /// The labels of the drawing and its paper, for tests of their places.
  package func placedLabels(width: Double = pageWidth) -> (labels: [ChartLabel], paper: Box) {
    let layout = ChartLayout(translated(by: Phrasebook(language)), width: width)
    return (layout.labels, Box(left: 0, top: 0, right: width, bottom: layout.height))
  }
}

/// Draws a chart that has been laid out.
private struct ChartDrawing {
  let layout: ChartLayout
  var markup = Markup()

  private var chart: Chart { layout.chart }
  private var plot: Box { layout.plot }

  init(layout: ChartLayout) {
    self.layout = layout
  }

  mutating func draw(_ setting: Chart.Setting) -> String {
    let (width, height) = (number(layout.width), number(layout.height))
    markup.open(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg", "class": "chart",
        "viewBox": "0 0 \(width) \(height)", "width": width, "height": height, "role": "img",
        "aria-label": chart.title.plainText.oneLine, "lang": chart.language.code,
      ])
    markup.write(markup: "\n")
    if setting == .file {
      markup.element("title", chart.title.plainText.oneLine)
      markup.write(markup: "\n")
      markup.element("desc", chart.summary.plainText)
      markup.write(markup: "\n<style>\n\(StyleSheet.chart)</style>\n")
    }
    markup.shape("rect", ["class": "paper", "width": width, "height": height])
    for mark in chart.marks { drawRegion(mark) }
    drawGrid()
    for (index, mark) in chart.marks.enumerated() { draw(mark, index) }
    for end in layout.endMarks { draw(end) }
    for sample in layout.samples {
      rectangle(style(of: sample.tone, isHollow: sample.isHollow), sample.box)
    }
    for label in layout.labels { draw(label) }
    markup.close("svg")
    markup.write(markup: "\n")
    return markup.text
  }

  private mutating func drawGrid() {
    for value in layout.x.ticks.values {
      line("grid", layout.x.position(value), plot.top, layout.x.position(value), plot.bottom)
    }
    if let y = layout.y {
      for value in y.ticks.values {
        line("grid", plot.left, y.position(value), plot.right, y.position(value))
      }
    }
    line("axis", plot.left, plot.bottom, plot.right, plot.bottom)
    // Bars and differences are read from zero.
    if layout.x.low < 0, layout.x.high > 0 {
      line("axis", layout.x.position(0), plot.top, layout.x.position(0), plot.bottom)
    }
    if let y = layout.y, y.low < 0, y.high > 0 {
      line("axis", plot.left, y.position(0), plot.right, y.position(0))
    }
  }

  private mutating func drawRegion(_ mark: Mark) {
    guard case .region(let from, let to, _) = mark, from.isDrawable, to.isDrawable else { return }
    let (left, right) = (layout.x.position(min(from, to)), layout.x.position(max(from, to)))
    rectangle("region", Box(left: left, top: plot.top, right: right, bottom: plot.bottom))
  }

  private mutating func draw(_ mark: Mark, _ index: Int) {
    switch mark {
    case .line(let points, let tone, _):
      for run in points.split(whereSeparator: { !$0.x.isDrawable || !$0.y.isDrawable }) {
        let path = run.map {
          "\(number(layout.x.position($0.x))) \(number(layout.yPosition($0.y)))"
        }
        // A run of one point would not show as a line.
        if path.count == 1, let point = run.first {
          symbol(.circle, tone, layout.x.position(point.x), layout.yPosition(point.y))
        } else {
          markup.shape(
            "path",
            [
              "class": "line \(tone)", "stroke-dasharray": tone.dash,
              "d": "M" + path.joined(separator: "L"),
            ])
        }
      }
    case .area(let spans, let tone, _):
      let isDrawable = { (span: Mark.Span) in
        span.x.isDrawable && span.low.isDrawable && span.high.isDrawable
      }
      for run in spans.split(whereSeparator: { !isDrawable($0) }) {
        let upper = run.map {
          "\(number(layout.x.position($0.x))) \(number(layout.yPosition($0.high)))"
        }
        let lower = run.reversed().map {
          "\(number(layout.x.position($0.x))) \(number(layout.yPosition($0.low)))"
        }
        markup.shape(
          "path",
          ["class": "area fill-\(tone)", "d": "M" + (upper + lower).joined(separator: "L") + "Z"])
      }
    case .bars(let bars, let tone, _):
      for bar in bars {
        guard bar.start.x.isDrawable, bar.start.y.isDrawable, bar.end.x.isDrawable,
          bar.end.y.isDrawable
        else { continue }
        let (x0, x1) = (layout.x.position(bar.start.x), layout.x.position(bar.end.x))
        let (y0, y1) = (layout.yPosition(bar.start.y), layout.yPosition(bar.end.y))
        let box = Box(left: min(x0, x1), top: min(y0, y1), right: max(x0, x1), bottom: max(y0, y1))
        rectangle(style(of: tone, isHollow: bar.isHollow), box)
      }
    case .intervals(let intervals, let weight, let tone):
      for interval in intervals where interval.low.isDrawable && interval.high.isDrawable {
        let (low, high) = (min(interval.low, interval.high), max(interval.low, interval.high))
        let (x0, x1) = (layout.x.position(low), layout.x.position(high))
        let y = layout.yPosition(interval.row)
        line("\(weight.rawValue) \(tone)", x0, y, max(x1, x0 + 1), y)
        if interval.isOpen {
          markup.shape(
            "path",
            [
              "class": "fill-\(tone)",
              "d":
                "M\(number(x1)) \(number(y - 5))L\(number(x1 + 8)) \(number(y))L\(number(x1)) \(number(y + 5))Z",
            ])
        }
      }
    case .points(let points, let shape, let tone, _):
      for point in points where point.x.isDrawable && point.y.isDrawable {
        symbol(shape, tone, layout.x.position(point.x), layout.yPosition(point.y))
      }
    case .verticalRule(let value, _):
      guard value.isDrawable else { return }
      let x = layout.x.position(value)
      line("rule", x, layout.ruleTops[index] ?? plot.top, x, plot.bottom)
    case .horizontalRule(let value, _):
      guard value.isDrawable else { return }
      line("rule", plot.left, layout.yPosition(value), plot.right, layout.yPosition(value))
    case .region: break
    }
  }

  private func style(of tone: Tone, isHollow: Bool) -> String {
    "bar \(isHollow ? "hollow " : "")\(tone) fill-\(tone)"
  }

  private mutating func draw(_ end: ChartLayout.EndMark) {
    let left = plot.right + 8
    if abs(end.labelY - end.y) > 2 { line("leader", plot.right, end.y, left, end.labelY) }
    let right = left + EndLabel.sampleWidth - 4
    guard let tone = end.tone else { return line("rule", left, end.labelY, right, end.labelY) }
    markup.shape(
      "line",
      [
        "class": "line \(tone)", "stroke-dasharray": tone.dash, "x1": number(left),
        "y1": number(end.labelY), "x2": number(right), "y2": number(end.labelY),
      ])
  }

  private mutating func draw(_ label: ChartLabel) {
    let anchor =
      switch label.alignment {
      case .leading: "start"
      case .center: "middle"
      case .trailing: "end"
      }
    let style =
      switch label.style {
      case .title, .plain: ""
      case .quiet: "quiet"
      case .onPlot: "halo"
      }
    markup.open(
      "text",
      [
        "x": number(label.x), "y": number(label.baseline), "text-anchor": anchor, "class": style,
        "font-size": number(label.style.size), "font-weight": label.style == .title ? "600" : "400",
      ])
    markup.write(label.text)
    markup.close("text")
    markup.write(markup: "\n")
  }

  private mutating func symbol(_ shape: Mark.Shape, _ tone: Tone, _ x: Double, _ y: Double) {
    switch shape {
    case .circle:
      markup.shape(
        "circle", ["class": "point fill-\(tone)", "cx": number(x), "cy": number(y), "r": "5"])
    case .diamond:
      markup.shape(
        "path",
        [
          "class": "point fill-\(tone)",
          "d":
            "M\(number(x)) \(number(y - 7))L\(number(x + 7)) \(number(y))L\(number(x)) \(number(y + 7))L\(number(x - 7)) \(number(y))Z",
        ])
    case .tick: line("thin \(tone)", x, y - 6, x, y + 6)
    }
  }

  private mutating func line(
    _ style: String, _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double
  ) {
    markup.shape(
      "line",
      ["class": style, "x1": number(x1), "y1": number(y1), "x2": number(x2), "y2": number(y2)])
  }

  private mutating func rectangle(_ style: String, _ box: Box) {
    markup.shape(
      "rect",
      [
        "class": style, "x": number(box.left), "y": number(box.top),
        "width": number(max(box.width, 0)), "height": number(max(box.height, 0)),
      ])
  }

  /// Two places, so that the same chart gives the same text on every machine.
  private func number(_ value: Double) -> String {
    let hundredths = Int((min(max(value, -1e6), 1e6) * 100).rounded())
    let (whole, rest) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
    let sign = hundredths < 0 ? "-" : ""
    if rest == 0 { return "\(sign)\(whole)" }
    return rest < 10 ? "\(sign)\(whole).0\(rest)" : "\(sign)\(whole).\(rest)"
  }
}
