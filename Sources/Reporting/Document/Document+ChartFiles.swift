extension Document {
  /// A drawing to be written next to a document.
  public struct ChartFile: Hashable, Sendable {
    /// The name of the file, without a folder.
    public var name: String
    /// The text of the file.
    public var svg: String
  }

  /// The charts as SVG files, under the names by which `markdown(chartFolder:)` calls them.
  ///
  /// - Complexity: O(size of the charts).
  public var chartFiles: [ChartFile] {
    var names = Slugs()
    return charts.map { chart in
      ChartFile(name: names.fileName(of: chart), svg: chart.svg())
    }
  }

  /// The charts, in the order in which they are written.
  public var charts: [Chart] { blocks.flatMap { $0.charts } }
}

extension Block {
  /// The charts in the block, in the order in which they are written.
  fileprivate var charts: [Chart] {
    switch self {
    case .chart(let chart): [chart]
    case .list(_, let items): items.flatMap { $0.flatMap { $0.charts } }
    case .callout(_, let blocks): blocks.flatMap { $0.charts }
    case .heading, .paragraph, .table, .code: []
    }
  }
}

extension Slugs {
  /// Returns the name of a chart's file.
  mutating func fileName(of chart: Chart) -> String {
    fileName(of: chart.name) + ".svg"
  }
}
