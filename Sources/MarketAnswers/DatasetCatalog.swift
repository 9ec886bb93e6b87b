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
  /// The sample files, such as "plans/cliff".
  public let samples: [String]

  /// Reads each table once to count its rows, which also shows that it can be read.
  ///
  /// - Parameters:
  ///   - datasets: The tables.
  ///   - samples: The sample files beside them, with their folders and without their endings.
  /// - Throws: when a table of the catalogue is missing or broken.
  public init(_ datasets: Datasets, samples: [String] = []) throws(InputFailure) {
    directory = datasets.directory
    self.samples = samples
    var entries: [Entry] = []
    for dataset in datasets.catalog {
      entries.append(Entry(dataset: dataset, rowCount: try datasets.rowCount(of: dataset)))
    }
    self.entries = entries
  }

  public var tables: [NamedTable] {
    [NamedTable("datasets", sheet.records), NamedTable("samples", sampleSheet.records)]
  }

  private var sampleSheet: Sheet<String> {
    var sheet = Sheet(samples)
    sheet.add("name", "Name") { .text("ontarget:\($0)") }
    return sheet
  }

  /// The names of the samples in each folder.
  private var folders: [Inline] {
    var folders: [(name: Substring, samples: [Substring])] = []
    for sample in samples {
      let parts = sample.split(separator: "/", maxSplits: 1)
      guard let name = parts.last else { continue }
      if folders.last?.name != parts[0] { folders.append((parts[0], [])) }
      folders[folders.count - 1].samples.append(name)
    }
    return folders.map { folder in
      "\(.code("ontarget:\(folder.name)/")) \(folder.samples.joined(separator: ", "))"
    }
  }

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
      ]
        + (samples.isEmpty
          ? []
          : [
            .section("Sample files"),
            .paragraph(
              """
              Each is named like this wherever a path is taken, as the tables above are: \
              \(Inline.code("ontarget simulate ontarget:plans/cliff")).
              """),
            .bullets(folders),
          ]))
  }
}
