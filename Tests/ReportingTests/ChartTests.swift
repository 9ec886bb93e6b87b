import Amounts
import Foundation
import Reporting
import TestSupport
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// A chart of some kind with random data, now and then hostile.
struct RandomChart {
  var generator: SeededGenerator

  mutating func number() -> Double {
    switch Int.random(in: 0..<14, using: &generator) {
    case 0: .nan
    case 1:
      [Double.infinity, 1e300, -1e300, 1e-300, 1e15, -0.0].randomElement(using: &generator) ?? 0
    case 2: 0
    case 3...6: Double.random(in: -1...1, using: &generator)
    default: Double.random(in: 0...200_000, using: &generator)
    }
  }

  mutating func text() -> String {
    let texts = [
      "", "A", "Finance", "<script>alert(1)</script>", "a|b\nc", "עברית ארוכה", "日本語の長い名前のグループ",
      "\u{202e}abc", "\u{0}\u{1b}[1m", "\u{fffe}",
      "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW",
      "Manufacturing of machinery, equipment and electronic products", "P90", "👩‍👩‍👧‍👦", "&amp;\"'",
      String(repeating: "long ", count: 200),
    ]
    return texts.randomElement(using: &generator) ?? ""
  }

  mutating func count(_ most: Int) -> Int {
    Bool.random(using: &generator)
      ? Int.random(in: 0...3, using: &generator) : Int.random(in: 0...most, using: &generator)
  }

  mutating func points(_ most: Int) -> [Mark.Point] {
    (0..<count(most)).map { _ in Mark.Point(number(), number()) }
  }

  mutating func next() -> Chart {
    let language = Language.all.randomElement(using: &generator) ?? .english
    return chart().translated(by: Phrasebook(language))
  }

  private mutating func chart() -> Chart {
    let unit: Axis.Unit =
      [.number, .money(.usd), .percentage, .month, .year].randomElement(using: &generator)
      ?? .number
    switch Int.random(in: 0..<8, using: &generator) {
    case 0:
      return .payCurve(
        title: Inline(text()), xTitle: Inline(text()), xUnit: unit, yTitle: Inline(text()),
        currency: .usd,
        curves: (0..<count(40)).map { _ in .init(Inline(text()), points(12)) },
        regions: (0..<count(20)).map { _ in .init(Inline(text()), from: number(), to: number()) },
        marking: (0..<count(20)).map { _ in .init(Inline(text()), Mark.Point(number(), number())) })
    case 1:
      return .distribution(
        title: Inline(text()), xTitle: Inline(text()), unit: unit,
        bins: (0..<count(60)).map { _ in .init(number(), number(), share: number()) },
        density: points(50), marking: (0..<count(30)).map { _ in .init(Inline(text()), number()) })
    case 2:
      return .percentileStrips(
        title: Inline(text()), xTitle: Inline(text()), unit: unit,
        groups: (0..<count(300)).map { _ in
          .init(
            Inline(text()), p10: number(), p25: number(), p50: number(),
            p75: Bool.random(using: &generator) ? nil : number(), topCode: number())
        }, reference: .init(Inline(text()), number()))
    case 3:
      let start = YearMonth(monthNumber: 24_000)
      return .fan(
        title: Inline(text()), yTitle: Inline(text()), currency: .eur,
        months: (0..<count(120)).map {
          .init(
            start.advanced(by: $0), p10: number(), p25: number(), p50: number(), p75: number(),
            p90: number())
        })
    case 4:
      return .rankedDifferences(
        title: Inline(text()), xTitle: Inline(text()), unit: unit,
        differences: (0..<count(300)).map { _ in
          .init(Inline(text()), estimate: number(), low: number(), high: number())
        })
    case 5:
      return .trend(
        title: Inline(text()), xTitle: Inline(text()), xUnit: unit, yTitle: Inline(text()),
        unit: .number,
        series: (0..<count(40)).map { _ in .init(Inline(text()), points(30)) })
    case 6:
      let rows = (0..<count(40)).map { _ in Inline(text()) }
      return .stack(
        title: Inline(text()), rowTitle: Inline(text()), xTitle: Inline(text()),
        totalTitle: Inline(text()), currency: .usd, rows: rows,
        layers: (0..<count(12)).map { index in
          .init(
            Inline(text()), .series(index), isHollow: Bool.random(using: &generator),
            rows.map { _ in number() })
        })
    default:
      return .waterfall(
        title: Inline(text()), xTitle: Inline(text()), currency: .usd,
        steps: (0..<count(40)).map { _ in
          .init(
            Inline(text()),
            Money(
              minorUnits: Int64.random(in: -(.max)...(.max), using: &generator), currency: .usd),
            isTotal: Bool.random(using: &generator))
        })
    }
  }
}

@Suite("Charts")
struct ChartTests {
  @Test("Whatever the data, labels never overlap, and drawings are sound", arguments: 0..<80)
  func randomData(seed: Int) throws {
    var source = RandomChart(generator: SeededGenerator(seed: UInt64(seed)))
    let chart = source.next()
    let width = [Chart.pageWidth, 356, 240][seed % 3]
    let (labels, paper) = chart.placedLabels(width: width)
    for (index, label) in labels.enumerated() {
      #expect(paper.contains(label.box), "\(label)")
      let overlapped = labels[(index + 1)...].first { $0.box.overlaps(label.box) }
      #expect(overlapped == nil, "\(label)")
    }
    let svg = chart.svg(width: width)
    let reader = SVGReader()
    let parser = XMLParser(data: Data(svg.utf8))
    parser.delegate = reader
    #expect(parser.parse(), "\(String(describing: parser.parserError))")
    #expect(reader.strangeNumbers == [])
    let known = ["svg", "title", "desc", "style", "rect", "line", "path", "circle", "text"]
    #expect(reader.elements.isSubset(of: known))
    #expect(reader.elements.isSuperset(of: ["svg", "title", "desc"]))
  }

  @Test("Every label of a sample chart is in its drawing")
  func sampleLabels() {
    let texts = Set(sampleCharts()[0].placedLabels().labels.map(\.text))
    #expect(
      texts.isSuperset(of: [
        "2021 plan", "2022 plan", "accelerator", "OTE: $115,008", "100%", "$150,000",
      ]))
  }

  @Test(
    "Ticks are round numbers",
    arguments: [
      (Axis.Unit.number, 0.0, 1.0, ["0.0", "0.2", "0.4", "0.6", "0.8", "1.0"]),
      (
        .money(.usd), 0, 201_264, ["$0", "$50,000", "$100,000", "$150,000", "$200,000", "$250,000"]
      ),
      (.percentage, 0, 0.0321, ["0%", "1%", "2%", "3%", "4%"]),
      (.percentage, 0, 0.00321, ["0.0%", "0.1%", "0.2%", "0.3%", "0.4%"]),
      (.number, -3, 7, ["-4", "-2", "0", "2", "4", "6", "8"]),
      (.year, 2015, 2017, ["2015", "2016", "2017"]),
      (.number, 5, 5, ["4.4", "4.6", "4.8", "5.0", "5.2", "5.4", "5.6"]),
      (.money(.usd), 0, 1, ["$0.00", "$0.20", "$0.40", "$0.60", "$0.80", "$1.00"]),
    ])
  func ticks(unit: Axis.Unit, low: Double, high: Double, expected: [String]) {
    let chart = Chart(
      name: "", title: "", summary: "", x: Axis("", .numbers(.number)), y: Axis("", .numbers(unit)),
      marks: [.line([Mark.Point(0, low), Mark.Point(1, high)], .blue)], data: Table([]))
    let labels = chart.placedLabels().labels.filter {
      $0.box.left < 60 && $0.box.right < 90 && $0.box.bottom < 335
    }
    #expect(labels.map(\.text) == expected)
  }

  @Test("Text is taken to be at least as wide as in DejaVu Sans")
  func textWidths() {
    // Advance widths of U+0020 … U+007E in DejaVu Sans 2.37 and DejaVu Sans Bold 2.37, in 1/2048 em.
    let book = [
      651, 821, 942, 1716, 1303, 1946, 1597, 563, 799, 799, 1024, 1716, 651, 739, 651, 690, 1303,
      1303, 1303, 1303, 1303,
      1303, 1303, 1303, 1303, 1303, 690, 690, 1716, 1716, 1716, 1087, 2048, 1401, 1405, 1430, 1577,
      1294, 1178, 1587,
      1540, 604, 604, 1343, 1141, 1767, 1532, 1612, 1235, 1612, 1423, 1300, 1251, 1499, 1401, 2025,
      1403, 1251, 1403, 799,
      690, 799, 1716, 1024, 1024, 1255, 1300, 1126, 1300, 1260, 721, 1300, 1298, 569, 569, 1186,
      569, 1995, 1298, 1253,
      1300, 1300, 842, 1067, 803, 1298, 1212, 1675, 1212, 1212, 1075, 1303, 690, 1303, 1716,
    ]
    let bold = [
      713, 934, 1067, 1716, 1425, 2052, 1786, 627, 936, 936, 1071, 1716, 778, 850, 778, 748, 1425,
      1425, 1425, 1425, 1425,
      1425, 1425, 1425, 1425, 1425, 819, 819, 1716, 1716, 1716, 1188, 2048, 1585, 1561, 1503, 1700,
      1399, 1399, 1681,
      1714, 762, 762, 1587, 1305, 2038, 1714, 1741, 1501, 1741, 1577, 1475, 1397, 1663, 1585, 2259,
      1579, 1483, 1485, 936,
      748, 936, 1716, 1024, 1024, 1382, 1466, 1214, 1466, 1389, 891, 1466, 1458, 702, 702, 1362,
      702, 2134, 1458, 1407,
      1466, 1466, 1010, 1219, 979, 1458, 1335, 1892, 1321, 1335, 1192, 1458, 748, 1458, 1716,
    ]
    for index in book.indices {
      let text = String(Character(Unicode.Scalar(UInt8(0x20 + index))))
      #expect(estimatedWidth(text, size: 2048) >= Double(book[index]), "\(text)")
      #expect(estimatedWidth(text, size: 2048, isBold: true) >= Double(bold[index]), "bold \(text)")
    }
  }

  @Test("Sparklines and bars are made of eighths")
  func textGraphics() {
    #expect(TextGraphic.sparkline([0, 1, 2, 3, 4, 5, 6, 7]) == "▁▂▃▄▅▆▇█")
    #expect(TextGraphic.sparkline([5, .nan, 5]) == "▄ ▄")
    #expect(TextGraphic.sparkline([1, 2], from: 0, to: 2) == "▅█")
    #expect(TextGraphic.sparkline([]) == "")
    #expect(TextGraphic.bar(0.5, width: 3) == "█▌")
    #expect(TextGraphic.bar(7, width: 2) == "██")
    #expect(TextGraphic.bar(-1, width: 2) == "")
    #expect(TextGraphic.bar(.nan, width: 2) == "")
  }
}

/// Collects what a drawing is made of.
private final class SVGReader: NSObject, XMLParserDelegate {
  var elements: Set<String> = []
  var strangeNumbers: [String] = []

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?,
    attributes: [String: String]
  ) {
    elements.insert(name)
    for (key, value) in attributes
    where ["x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "d", "width", "height"].contains(key) {
      let isPlain = value.allSatisfy { $0.isASCII && ($0.isNumber || "MLZ-. ".contains($0)) }
      if !isPlain || value.isEmpty { strangeNumbers.append("\(key)=\(value)") }
    }
  }

  @Test("The parts of a stack lie side by side, and its rows end in their sums")
  func stack() {
    let chart = Chart.stack(
      title: "Pay", rowTitle: "Year", xTitle: "Pay", totalTitle: "in all", currency: .usd,
      rows: ["1", "2"],
      layers: [
        .init("Base", .grey, [100, 110]), .init("Nothing", .green, [0, 0]),
        .init("Variable", .blue, [50, 0]), .init("Taken back", .amber, [-20, 0]),
      ])
    let spans = chart.marks.map { mark -> [[Double]] in
      guard case .bars(let bars, _, _) = mark else { return [] }
      return bars.map { [$0.start.x, $0.end.x] }
    }
    #expect(spans == [[[0, 100], [0, 110]], [[100, 150]], [[0, -20]]])
    #expect(
      chart.data.columns.map(\.title.plainText) == [
        "Year", "Base", "Variable", "Taken back", "in all",
      ])
    #expect(chart.data.rows.map { $0[4].plainText } == ["$130", "$110"])
    let svg = chart.svg()
    for name in ["Base", "Variable", "Taken back"] { #expect(svg.contains(">\(name)<")) }
    #expect(!svg.contains("Nothing"))
  }
}
