import Amounts
import Analyses
import ArgumentParser
import CSVReading
import Findings
import SalaryData

/// Published tables of pay, read together.
struct PublishedFiles {
  /// The groups of all tables.
  var groups: [SummaryGroup] = []

  /// Reads tables.
  init(
    _ files: [CSVFile], aging: AgingOptions, datasets: Datasets, parts: inout Response.Parts
  ) throws {
    let topCodes = try datasets.topCodes()
    for file in files {
      let table = try SummaryTable(file, topCodes: topCodes, referencePeriod: aging.dataMonth())
      groups += table.groups
      parts.inputs.append(
        InputDescription(path: file.name, rows: table.tally.rows, rejected: table.tally.rejected))
      parts.findings.add(table.tally.findings)
    }
  }

  /// Opens files and tells published tables from people's data; both at once are refused.
  static func open(
    _ paths: [String], _ input: SalaryInputOptions
  ) throws -> (files: [CSVFile], arePublished: Bool) {
    var files: [CSVFile] = []
    for path in paths { files.append(try CSVFile(path: path, options: input.csvOptions())) }
    let published = files.filter { SummaryTable.recognizes(header: $0.header) }
    guard published.isEmpty || published.count == files.count else {
      throw ValidationError(
        """
        \(published[0].name) is a published table and others are people's data; read them apart
        """)
    }
    return (files, !published.isEmpty)
  }

  /// Keeps only the occupations with these codes or with these words in their title.
  mutating func select(_ occupations: [String]) throws {
    guard !occupations.isEmpty else { return }
    let known = Set(groups.map(\.occupation)).sorted { ($0.code, $0.title) < ($1.code, $1.title) }
    var chosen: Set<String> = []
    for words in occupations {
      let matches = known.filter {
        $0.code == words || $0.title.lowercased().contains(words.lowercased())
      }
      guard !matches.isEmpty else {
        let list = known.map { "\($0.code) \($0.title)" }.joined(separator: "\n  ")
        throw ValidationError("--occupation: no occupation is \"\(words)\"; there are\n  \(list)")
      }
      // Codes, because a title may have been worded differently in another year.
      chosen.formUnion(matches.map(\.code))
    }
    groups = groups.filter { chosen.contains($0.occupation.code) }
  }

  /// Keeps only the latest of several dates, and says so.
  mutating func keepLatest(_ log: inout FindingLog) {
    let periods = Set(groups.compactMap(\.referencePeriod))
    guard let latest = periods.max(), periods.count > 1 else { return }
    groups = groups.filter { $0.referencePeriod == latest }
    log.add(
      Finding(
        "rank.several-dates", .warning, at: Place(file: "--age-to"),
        "the tables are of \(periods.count) dates, and only \(latest) is used"))
  }

  /// Reads what the groups are told apart by.
  static func grouping(_ name: String?) throws -> SummaryGrouping {
    let name = name ?? "sector"
    if let grouping = SummaryGrouping(rawValue: name == "industry" ? "sector" : name) {
      return grouping
    }
    let names = SummaryGrouping.allCases.map(\.rawValue)
    throw ValidationError(
      "--by: a published table has no \"\(name)\"; \(NearMiss.remedy(for: name, among: names) ?? "")"
    )
  }
}
