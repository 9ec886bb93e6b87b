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

  public var tables: [NamedTable] { [NamedTable("datasets", sheet.records)] }

  private var sheet: Sheet<Entry> {
    var sheet = Sheet(entries)
    sheet.add("name", "Name") { .text($0.dataset.name) }
    sheet.add("file") { .text($0.dataset.file) }
    sheet.add("kind") { .text($0.dataset.kind.rawValue) }
    sheet.add("title", "What it holds") { .text($0.dataset.title) }
    sheet.add("publisher", "Publisher") { .text($0.dataset.publisher) }
    sheet.add("reference_period", .text("Period")) {
      .text($0.dataset.referencePeriod)
    } cell: {
      .periods($0.dataset.referencePeriod)
    }
    sheet.add("rows", "Rows", .number()) { .integer($0.rowCount) }
    sheet.add("licence") { .text($0.dataset.licence) }
    sheet.add("source") { .text($0.dataset.source) }
    return sheet
  }

  public var document: Document {
    Document(
      title: "Datasets",
      blocks: [
        .paragraph(
          """
          In \(Inline.code(directory)). The \(Inline.code("README.md")) there says what the columns \
          mean and where the traps are; \(.parameter(.format, "csv")) adds licences and sources.
          """),
        .table(sheet.table()),
      ])
  }
}
