internal import CSVReading
public import Findings

/// The bundled tables in a directory.
///
/// What each table is stands in `catalog.csv` beside them, so that people can add their own.
public struct Datasets: Sendable {
  /// The path of the folder, as it was given.
  public let directory: String
  /// What is in it, in the order of the catalogue.
  public let catalog: [Dataset]

  /// Opens a directory by reading its catalogue.
  public init(directory: String) throws(InputFailure) {
    self.directory = directory
    var catalog: [Dataset] = []
    try ReferenceTable.read(
      "\(directory)/catalog.csv",
      columns: [
        "name", "file", "kind", "frequency", "title", "publisher", "reference_period", "licence",
        "source",
      ]
    ) { (record, columns, _) throws(InputFailure) in
      guard let kind = Dataset.Kind(rawValue: record.text(columns[2])) else {
        throw ReferenceTable.badCell(
          record, columns[2],
          expected: "one of \(Dataset.Kind.allCases.map(\.rawValue).joined(separator: ", "))")
      }
      let frequency = IndexFrequency(rawValue: record.text(columns[3]))
      guard (kind == .index) == (frequency != nil) else {
        throw ReferenceTable.badCell(
          record, columns[3],
          expected: kind == .index
            ? "month, quarter or year" : "empty, as it is for all but indices")
      }
      catalog.append(
        Dataset(
          name: record.text(columns[0]), file: record.text(columns[1]), kind: kind,
          frequency: frequency, title: record.text(columns[4]), publisher: record.text(columns[5]),
          referencePeriod: record.text(columns[6]), licence: record.text(columns[7]),
          source: record.text(columns[8])))
    }
    self.catalog = catalog
  }

  /// Returns the path of a file of a table.
  public func path(of dataset: Dataset) -> String { "\(directory)/\(dataset.file)" }

  /// Returns the path of a table that is looked up, by its name in the catalogue, such as "gift-rules".
  ///
  /// - Throws: `.usage` when there is none of that name.
  public func path(ofReference name: String) throws(InputFailure) -> String {
    path(of: try dataset(named: name, kind: .reference))
  }

  /// Returns the path of a table of codes and spellings, by its name in the catalogue, such as "us-states".
  ///
  /// - Throws: `.usage` when there is none of that name.
  public func path(ofVocabulary name: String) throws(InputFailure) -> String {
    path(of: try dataset(named: name, kind: .vocabulary))
  }

  /// Returns the number of rows of a table.
  ///
  /// - Complexity: O(size of the file).
  public func rowCount(of dataset: Dataset) throws(InputFailure) -> Int {
    var count = 0
    try ReferenceTable.read(path(of: dataset), columns: []) {
      (_, _, _) throws(InputFailure) in count += 1
    }
    return count
  }

  /// Returns the baseline that pay is held against: the first row of its table.
  public func baseline() throws(InputFailure) -> Baseline {
    let dataset = try self.dataset(named: "baseline", kind: .baseline)
    guard let baseline = try Baseline.read(path: path(of: dataset)).first else {
      throw InputFailure(
        .badData,
        Finding("dataset.empty", at: Place(file: path(of: dataset)), "the table has no rows"))
    }
    return baseline
  }

  /// Returns the publisher's figures for the role of the baseline, oldest first.
  public func baselineFigures() throws(InputFailure) -> [Baseline] {
    try Baseline.read(path: path(of: self.dataset(named: "baseline", kind: .baseline)))
  }

  /// Returns an index by its name in the catalogue, such as "cpi-u" or "eci".
  public func priceIndex(named name: String) throws(InputFailure) -> PriceIndex {
    let dataset = try self.dataset(named: name, kind: .index)
    return try PriceIndex(
      path: path(of: dataset), name: name.uppercased(), frequency: dataset.frequency ?? .month)
  }

  /// Returns a published table by its name in the catalogue, such as "oews-2021-national".
  public func summaryTable(named name: String) throws(InputFailure) -> SummaryTable {
    let dataset = try self.dataset(named: name, kind: .summary)
    return try SummaryTable(path: path(of: dataset), topCodes: topCodes())
  }

  /// Returns the bounds above which OEWS publishes no pay.
  public func topCodes() throws(InputFailure) -> TopCodes {
    try TopCodes(path: path(of: dataset(named: "oews-top-codes", kind: .reference)))
  }

  func dataset(named name: String, kind: Dataset.Kind) throws(InputFailure) -> Dataset {
    let candidates = catalog.filter { $0.kind == kind }
    if let dataset = candidates.first(where: { $0.name == name }) { return dataset }
    throw InputFailure(
      .usage,
      Finding(
        "dataset.unknown", at: Place(file: "\(directory)/catalog.csv"),
        "there is no \(kind.rawValue) table named \"\(name)\"",
        remedy: NearMiss.remedy(for: name, among: candidates.map(\.name))))
  }
}
