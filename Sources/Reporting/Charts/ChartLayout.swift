/// Where everything in a chart goes: the plot, the axes, and a place of its own for each label.
///
/// Labels are placed by lanes: ticks below and beside the plot, names of regions and upright rules
/// in a strip above it, names of lines in a column at its right. What has no room is left out, and
/// stands in the data table; two labels never overlap.
struct ChartLayout {
  static let margin = 12.0
  static let textSize = 12.0
  static let lineHeight = 15.0

  let chart: Chart
  let width: Double
  private(set) var labels: [ChartLabel] = []
  private(set) var plot: Box = Box(left: 0, top: 0, right: 0, bottom: 0)
  private(set) var x: AxisRange = Self.unitRange
  /// The range of numbers on the y axis; nil when there are rows.
  private(set) var y: AxisRange? = nil
  private(set) var height = 0.0
  /// Where upright rules begin above the plot, by their number among the marks.
  private(set) var ruleTops: [Int: Double] = [:]
  /// Samples of lines, and lines that lead from a sample to what it names.
  private(set) var endMarks: [EndMark] = []
  /// Samples of named bars.
  private(set) var samples: [Sample] = []

  /// The sample of a line or area at the right of the plot.
  struct EndMark {
    let tone: Tone?
    let y: Double
    let labelY: Double
  }

  /// The sample of bars beside their name.
  struct Sample {
    let tone: Tone
    let isHollow: Bool
    let box: Box
  }

  /// Lays a chart out on paper of a width; the height follows from what is in it.
  init(_ chart: Chart, width: Double) {
    self.chart = chart
    self.width = width
    y = chart.y.range(showing: chart.yValues, limit: 6)
    // Margins first, because the room for ticks depends on them.
    let (leftRoom, rightRoom) = marginRooms
    plot.left = Self.margin + leftRoom + 8
    plot.right = width - Self.margin - max(rightRoom + 8, 28)
    chooseTicks()

    var top = placeBarNames(below: placeTitles())
    // Who looks at the first rows of many does not see the axis below the last one.
    if rows.count > 20 { top = placeTicks(baseline: top + 12) }
    top = placeStrip(below: top)
    plot.top = top + 8
    if let y {
      let ends = chart.endLabels
      let heightOfNames = Self.lineHeight * Double(ends.count + 1)
      plot.bottom = plot.top + min(max(min(300, 0.7 * width), heightOfNames), 900)
      self.y?.start = plot.bottom
      self.y?.end = plot.top
      placeYTicks(y, leftRoom)
      placeEnds(ends, rightRoom)
    } else {
      plot.bottom = plot.top + rowHeight * Double(max(rows.count, 1)) + 6
      placeRows(leftRoom, rightRoom)
    }
    height = placeTicks(baseline: plot.bottom + 18)
    placePointNames()
    if !chart.x.title.isEmpty {
      let text = truncated(
        chart.x.title.plainText.oneLine, size: Self.textSize, width: width - 2 * Self.margin)
      add(text, .quiet, x: width / 2, baseline: height + 12, .center)
      height += 12 + 4
    }
    height = (height + Self.margin).rounded(.up)
  }

  /// Where a number or row of the y axis lies.
  func yPosition(_ value: Double) -> Double {
    if let y { return y.position(value) }
    let row = min(max(value, -1), Double(rows.count) + 1)
    return plot.top + 3 + rowHeight * (row + (namesStandAbove ? 0.69 : 0.5))
  }

  // MARK: Axes

  private var rows: [Axis.Row] { chart.rows ?? [] }

  /// Whether the names of rows stand above their marks, because beside them there is no room.
  private var namesStandAbove: Bool { width < 480 }

  private var rowHeight: Double {
    if namesStandAbove { return 40 }
    if rows.count > 40 { return 18 }
    return rows.contains { nameLines(of: $0).count > 1 } ? 34 : 26
  }

  /// The most room for names and values beside the plot.
  private var mostSideRoom: Double { 0.36 * width }

  /// The name of a row in one line, or in two where rows are high enough for them.
  private func nameLines(of row: Axis.Row) -> [String] {
    lines(
      of: row.label.plainText.oneLine, size: Self.textSize, width: mostSideRoom,
      limit: rows.count > 40 ? 1 : 2)
  }

  /// The room for text at the left and at the right of the plot.
  private var marginRooms: (left: Double, right: Double) {
    func room(_ texts: [String]) -> Double {
      let widest = texts.reduce(0) { max($0, estimatedWidth($1, size: Self.textSize)) }
      return min(widest, mostSideRoom)
    }
    if let y {
      let names = room(chart.endLabels.map { $0.text.oneLine })
      return (
        room(chart.tickLabels(y.ticks, chart.y)), names > 0 ? names + EndLabel.sampleWidth : 0
      )
    }
    if namesStandAbove { return (0, 0) }
    return (
      room(rows.map { $0.label.plainText.oneLine }), room(rows.map { $0.value.plainText.oneLine })
    )
  }

  /// Chooses as many ticks for the x axis as have room side by side.
  private mutating func chooseTicks() {
    for limit in (1...8).reversed() {
      x = chart.x.range(showing: chart.xValues, limit: limit) ?? Self.unitRange
      (x.start, x.end) = (plot.left, plot.right)
      if ticksFit { return }
    }
  }

  /// Whether the numbers of the x axis have room side by side.
  private var ticksFit: Bool {
    var right = 0.0
    for (text, value) in zip(chart.tickLabels(x.ticks, chart.x), x.ticks.values) {
      let half = estimatedWidth(text, size: Self.textSize) / 2
      let center = x.position(value)
      if center - half < right || center + half > width { return false }
      right = center + half + 8
    }
    return true
  }

  private static let unitRange = AxisRange(
    showing: [0, 1], unit: .number, includesZero: true, fit: .tight, limit: 2)

  // MARK: Labels

  private mutating func add(
    _ text: String, _ style: ChartLabel.Style, x: Double, baseline: Double,
    _ alignment: Table.Alignment
  ) {
    guard !text.isEmpty else { return }
    labels.append(ChartLabel(text, style, x: x, baseline: baseline, alignment))
  }

  private mutating func placeTitles() -> Double {
    var y = Self.margin
    let room = width - 2 * Self.margin
    for line in lines(of: chart.title.plainText.oneLine, size: 16, width: room / 1.12, limit: 3) {
      y += 20
      add(line, .title, x: Self.margin, baseline: y - 4, .leading)
    }
    if !chart.y.title.isEmpty {
      y += 20
      let text = truncated(
        chart.y.title.plainText.oneLine, size: Self.textSize, width: room)
      // The title of rows is that of the values at their right ends.
      if self.y != nil {
        add(text, .quiet, x: Self.margin, baseline: y - 4, .leading)
      } else {
        add(text, .quiet, x: width - Self.margin, baseline: y - 4, .trailing)
      }
    }
    return y + 2
  }

  /// Places the names of bars with samples in lines above the plot; returns where they end.
  private mutating func placeBarNames(below top: Double) -> Double {
    let sample = 12.0
    var left = Self.margin
    var baseline = top + Self.lineHeight
    for case .bars(let bars, let tone, let label) in chart.marks where !label.isEmpty {
      let text = truncated(
        label.plainText.oneLine, size: Self.textSize, width: width - 2 * Self.margin - sample - 4)
      let room = sample + 4 + estimatedWidth(text, size: Self.textSize)
      if left > Self.margin, left + room > width - Self.margin {
        left = Self.margin
        baseline += Self.lineHeight + 2
      }
      let box = Box(left: left, top: baseline - 10, right: left + sample, bottom: baseline)
      samples.append(Sample(tone: tone, isHollow: bars.first?.isHollow ?? false, box: box))
      add(text, .plain, x: left + sample + 4, baseline: baseline, .leading)
      left += room + 14
    }
    return samples.isEmpty ? top : baseline + 4
  }

  /// Places the numbers of the x axis; returns where they end.
  private mutating func placeTicks(baseline: Double) -> Double {
    for (text, value) in zip(chart.tickLabels(x.ticks, chart.x), x.ticks.values) {
      place(text, .quiet, baseline: baseline, x: x.position(value))
    }
    return baseline + 4
  }

  private mutating func placeYTicks(_ y: AxisRange, _ room: Double) {
    for (text, value) in zip(chart.tickLabels(y.ticks, chart.y), y.ticks.values) {
      let shown = truncated(text, size: Self.textSize, width: room)
      add(shown, .quiet, x: plot.left - 8, baseline: yPosition(value) + 4, .trailing)
    }
  }

  private mutating func placeRows(_ leftRoom: Double, _ rightRoom: Double) {
    let end = width - Self.margin
    for (index, row) in rows.enumerated() {
      guard namesStandAbove else {
        let baseline = yPosition(Double(index)) + 4
        let names = nameLines(of: row)
        let first = baseline - Double(names.count - 1) * Self.lineHeight / 2
        for (line, name) in names.enumerated() {
          let y = first + Double(line) * Self.lineHeight
          add(name, .plain, x: plot.left - 8, baseline: y, .trailing)
        }
        let value = truncated(row.value.plainText.oneLine, size: Self.textSize, width: rightRoom)
        add(value, .plain, x: end, baseline: baseline, .trailing)
        continue
      }
      let baseline = plot.top + 3 + rowHeight * Double(index) + 11
      let value = truncated(row.value.plainText.oneLine, size: Self.textSize, width: 0.4 * width)
      add(value, .onPlot, x: end, baseline: baseline, .trailing)
      let room = end - estimatedWidth(value, size: Self.textSize) - 8 - Self.margin
      let label = truncated(row.label.plainText.oneLine, size: Self.textSize, width: room)
      add(label, .onPlot, x: Self.margin, baseline: baseline, .leading)
    }
  }

  /// Places the names of regions and upright rules above the plot; returns where they end.
  private mutating func placeStrip(below top: Double) -> Double {
    var wanted: [(mark: Int, text: String, x: Double, isRule: Bool)] = []
    for (index, mark) in chart.marks.enumerated() {
      switch mark {
      case .verticalRule(let value, let label) where value.isDrawable && !label.isEmpty:
        wanted.append((index, label.plainText.oneLine, x.position(value), true))
      case .region(let from, let to, let label)
      where from.isDrawable && to.isDrawable && !label.isEmpty:
        wanted.append(
          (index, label.plainText.oneLine, (x.position(from) + x.position(to)) / 2, false))
      default: break
      }
    }
    wanted.sort { ($0.x, $0.mark) < ($1.x, $1.mark) }
    let room = width - 2 * Self.margin
    var lanes: [[(label: ChartLabel, mark: Int?)]] = []
    for item in wanted {
      let text = truncated(
        item.text, size: Self.textSize, width: room)
      let half = estimatedWidth(text, size: Self.textSize) / 2
      let center = min(max(item.x, Self.margin + half), width - Self.margin - half)
      let label = ChartLabel(text, item.isRule ? .plain : .quiet, x: center, baseline: 0, .center)
      let free = lanes.firstIndex { lane in
        lane.last.map { $0.label.box.right + 8 <= label.box.left } ?? true
      }
      if let free {
        lanes[free].append((label, item.isRule ? item.mark : nil))
      } else if lanes.count < 6 {
        lanes.append([(label, item.isRule ? item.mark : nil)])
      }
    }
    // The first lane is the lowest.
    let bottom = top + Double(lanes.count) * Self.lineHeight
    for (index, lane) in lanes.enumerated() {
      let baseline = bottom - Double(index) * Self.lineHeight - 4
      for (label, mark) in lane {
        labels.append(label.moved(baseline: baseline))
        if let mark { ruleTops[mark] = baseline + 4 }
      }
    }
    // A rule that would cross a name in a lower lane begins at the plot.
    for (mark, ruleTop) in ruleTops {
      guard case .verticalRule(let value, _) = chart.marks[mark] else { continue }
      let line = x.position(value)
      let path = Box(left: line - 2, top: ruleTop + 0.5, right: line + 2, bottom: bottom)
      if labels.contains(where: { $0.box.overlaps(path) }) { ruleTops[mark] = nil }
    }
    return bottom
  }

  /// Places the names of lines and areas at the right of the plot, near their ends.
  private mutating func placeEnds(_ ends: [EndLabel], _ room: Double) {
    guard let y else { return }
    let capacity = Int((plot.height + Self.lineHeight) / Self.lineHeight)
    let shown = ends.prefix(capacity).map { (end: $0, y: y.position($0.value)) }
      .sorted { $0.y < $1.y }
    // Downwards every name goes below the one before it, then upwards those that went too far.
    var places = shown.map { $0.y }
    for index in places.indices.dropFirst() {
      places[index] = max(places[index], places[index - 1] + Self.lineHeight)
    }
    var limit = plot.bottom
    for index in places.indices.reversed() {
      places[index] = min(places[index], limit)
      limit = places[index] - Self.lineHeight
    }
    for (place, item) in zip(places, shown) {
      let text = truncated(
        item.end.text.oneLine, size: Self.textSize,
        width: room - EndLabel.sampleWidth)
      add(
        text, .plain, x: plot.right + 8 + EndLabel.sampleWidth, baseline: place + 4, .leading)
      endMarks.append(EndMark(tone: item.end.tone, y: item.y, labelY: place))
    }
  }

  /// Places the names of points beside them, where they cover as little as possible.
  private mutating func placePointNames() {
    for case .points(let points, _, _, let label) in chart.marks where !label.isEmpty {
      let drawable = points.filter { $0.x.isDrawable && $0.y.isDrawable }
      guard let point = drawable.last else { continue }
      let (px, py) = (x.position(point.x), yPosition(point.y))
      let candidates: [(dx: Double, dy: Double, alignment: Table.Alignment)] = [
        (10, -8, .leading), (-10, -8, .trailing), (10, 16, .leading), (-10, 16, .trailing),
        (12, 4, .leading), (-12, 4, .trailing), (0, -14, .center), (0, 22, .center),
        (14, -24, .leading), (-14, -24, .trailing), (14, 32, .leading), (-14, 32, .trailing),
      ]
      // A name that has no room in one line may have some in two or three.
      for (share, limit) in [(0.9, 1), (0.6, 2), (0.45, 2), (0.3, 3)] {
        let texts = lines(
          of: label.plainText.oneLine, size: Self.textSize, width: share * plot.width, limit: limit)
        let free = candidates.map { candidate in
          // The lines end above the point, or begin below it.
          let rise = candidate.dy < 0 ? texts.count - 1 : 0
          return texts.indices.map { index in
            ChartLabel(
              texts[index], .onPlot, x: px + candidate.dx,
              baseline: py + candidate.dy + Double(index - rise) * Self.lineHeight,
              candidate.alignment)
          }
        }.filter { block in
          block.allSatisfy { label in
            plot.contains(label.box) && !labels.contains { $0.box.overlaps(label.box) }
          }
        }
        let best = free.map { block in
          (block: block, crossings: block.reduce(0) { $0 + crossings(of: $1.box) })
        }.min { $0.crossings < $1.crossings }
        if let best {
          labels += best.block
          break
        }
      }
    }
  }

  /// The number of lines and points under a label.
  private func crossings(of box: Box) -> Int {
    chart.marks.reduce(0) { count, mark in
      switch mark {
      case .line(let points, _, _):
        let path = points.filter { $0.x.isDrawable && $0.y.isDrawable }
          .map { (x: x.position($0.x), y: yPosition($0.y)) }
        return count + zip(path, path.dropFirst()).count { box.isCrossed(from: $0, to: $1) }
      case .points(let points, _, _, _):
        return count
          + points.count { point in
            let (px, py) = (x.position(point.x), yPosition(point.y))
            return box.overlaps(Box(left: px - 6, top: py - 6, right: px + 6, bottom: py + 6))
          }
      case .verticalRule(let value, _):
        let line = x.position(value)
        return count + (box.isCrossed(from: (line, plot.top), to: (line, plot.bottom)) ? 1 : 0)
      default: return count
      }
    }
  }

  /// Places a label centred at a number of an axis, unless it would meet another.
  private mutating func place(
    _ text: String, _ style: ChartLabel.Style, baseline: Double, x: Double
  ) {
    let label = ChartLabel(text, style, x: x, baseline: baseline, .center)
    let paper = Box(left: 0, top: 0, right: width, bottom: .infinity)
    guard paper.contains(label.box), !labels.contains(where: { $0.box.overlaps(label.box) }) else {
      return
    }
    labels.append(label)
  }
}
