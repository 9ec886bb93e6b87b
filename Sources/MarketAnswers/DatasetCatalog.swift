public import Answers
public import Findings
public import Reporting
public import SalaryData

/// The bundled datasets: what each holds, of when, from whom, and under which licence.
public struct DatasetCatalog: Answer {
  /// A table and its number of rows.
  public struct Entry: Sendable {
    /// What the catalogue says of it.
    public let dataset: Dataset
    /// The rows of its file.
    public let rowCount: Int
  }

  /// The folder.
  public let directory: String
  /// The tables, in the order of the catalogue.
  public let entries: [Entry]

  /// Reads each table once to count its rows, which also shows that it can be read.
  ///
  /// - Throws: when a table of the catalogue is missing or broken.
  public init(_ datasets: Datasets) throws(InputFailure) {
    directory = datasets.directory
    var entries: [Entry] = []
    for dataset in datasets.catalog {
      entries.append(Entry(dataset: dataset, rowCount: try datasets.rowCount(of: dataset)))
    }
    self.entries = entries
  }

  public var tables: [NamedTable] {
    var table = RecordTable([
      "name", "file", "kind", "title", "publisher", "reference_period", "rows", "licence", "source",
    ])
    for entry in entries {
      let dataset = entry.dataset
      table.append([
        .text(dataset.name), .text(dataset.file), .text(dataset.kind.rawValue),
        .text(dataset.title), .text(dataset.publisher), .text(dataset.referencePeriod),
        .integer(entry.rowCount), .text(dataset.licence), .text(dataset.source),
      ])
    }
    return [NamedTable("datasets", table)]
  }

  public var document: Document {
    var table = Table([
      .text("Name"), .text("What it holds"), .text("Publisher"), .text("Period"), .number("Rows"),
    ])
    for entry in entries {
      table.append([
        .init(entry.dataset.name), .init(entry.dataset.title), .init(entry.dataset.publisher),
        .init(entry.dataset.referencePeriod), .number(entry.rowCount),
      ])
    }
    return Document(
      title: "Datasets",
      blocks: [
        .paragraph(
          """
          In \(Inline.code(directory)). The \(Inline.code("README.md")) there says what the columns \
          mean and where the traps are; \(.parameter(.format, "csv")) adds licences and sources.
          """),
        .table(table),
      ])
  }
}
