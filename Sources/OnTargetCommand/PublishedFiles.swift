import Amounts
import Answers
import ArgumentParser
import CSVReading
import Findings
import MarketAnswers
import SalaryData

/// Published tables of pay, read together.
struct PublishedFiles {
  /// The groups of all tables.
  var groups: [SummaryGroup] = []

  /// Reads tables.
  ///
  /// - Throws: `InputFailure` for what is wrong in the tables, and for one without a date or without
  ///   any group that can be used.
  init(
    _ files: [CSVFile], aging: AgingOptions, datasets: Datasets, parts: inout Response.Parts
  ) throws {
    let topCodes = try datasets.topCodes()
    for file in files {
      let table = try SummaryTable(file, topCodes: topCodes, referencePeriod: aging.dataMonth())
      guard !table.isUndated, !table.groups.isEmpty else {
        var log = table.tally.findings
        let isUndated = table.isUndated
        log.add(
          Finding(
            isUndated ? "summary.undated" : "summary.no-groups",
            at: Place(file: file.name, line: file.headerLine),
            isUndated
              ? "the table does not say of when it is" : "no group of the table can be used",
            remedy: isUndated ? SummaryTable.dateRemedy : nil))
        throw InputFailure(.badData, log)
      }
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
    for path in paths where paths.count(where: { $0 == path }) > 1 {
      throw ValidationError("\(path) is given twice, and everyone in it would count twice")
    }
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

  /// The options that say something about people, of whom a published table has none.
  private static let optionsForPeople: Set<String> = [
    "--where", "--adjust", "--adjustment", "--min-contributors", "--max-share", "--weight",
    "--weight-kind", "--cluster", "--strata", "--lonely-units", "--quantile-type", "--interval",
    "--replicates", "--seed", "--rejects", "--map", "--mapping", "--pay", "--decimal",
    "--pay-period", "--assume-currency", "--currency", "--rates", "--keep",
  ]

  /// Refuses options for people's data, which would change nothing about published tables.
  static func refuseOptionsForPeople(in call: Call) throws {
    for argument in call.arguments.prefix(while: { $0 != "--" }) {
      let name = argument.prefix { $0 != "=" }
      guard optionsForPeople.contains(String(name)) else { continue }
      throw ValidationError(
        "\(name) is for people's data, and these are published tables; they have --occupation")
    }
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
        "rank.several-dates", .warning, about: .ageTo,
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
