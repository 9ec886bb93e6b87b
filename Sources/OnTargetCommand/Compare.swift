public import Analyses
public import ArgumentParser
import CSVReading
import Findings
import SalaryData

/// `ontarget compare`.
struct Compare: Verb {
  static let configuration: CommandConfiguration = CommandConfiguration(
    commandName: "compare",
    abstract: "Compare pay by group, and with the May-2021 baseline.",
    discussion: """
      Reads published tables of pay by group (OEWS): employment, mean, P10 to P90, and the gap of \
      the median to the baseline of 57,504 USD, nominal and aged to the data's date by prices \
      (CPI-U) and by wages (ECI).

      Example:
        ontarget compare datasets/oews-2022-sector.csv --by sector --occupation 41-3091
      """)

  @Argument(help: ArgumentHelp("Tables of pay by group, as CSV.", valueName: "data"))
  var files: [String]

  @Option(help: "What the groups are: sector, state or occupation.")
  var by: SummaryGrouping

  @Option(
    help: ArgumentHelp(
      "Only the occupation with this code, or those with this in their title; may be repeated.",
      valueName: "code-or-title"))
  var occupation: [String] = []

  @OptionGroup var datasets: DatasetOptions
  @OptionGroup var output: OutputOptions

  func respond(to call: Call) throws -> Response {
    let datasets = try Datasets(directory: datasets.directory())
    let topCodes = try datasets.topCodes()
    var groups: [SummaryGroup] = []
    var inputs: [InputDescription] = []
    var findings = FindingLog()
    for file in files {
      let table = try SummaryTable(path: file, topCodes: topCodes)
      groups += table.groups
      inputs.append(
        InputDescription(path: file, rows: table.tally.rows, rejected: table.tally.rejected))
      findings.add(table.tally.findings)
    }
    let comparison = SummaryComparison(
      try selected(groups), by: by, baseline: try datasets.baseline(),
      prices: try datasets.priceIndex(named: "cpi-u"), wages: try datasets.priceIndex(named: "eci"))
    return Response(answer: comparison, inputs: inputs, findings: findings)
  }

  private func selected(_ groups: [SummaryGroup]) throws -> [SummaryGroup] {
    guard !occupation.isEmpty else { return groups }
    let known = Set(groups.map(\.occupation)).sorted { $0.code < $1.code }
    var chosen: Set<SummaryGroup.Class> = []
    for words in occupation {
      let matches = known.filter {
        $0.code == words || $0.title.lowercased().contains(words.lowercased())
      }
      guard !matches.isEmpty else {
        let list = known.map { "\($0.code) \($0.title)" }.joined(separator: "\n  ")
        throw ValidationError("--occupation: no occupation is \"\(words)\"; there are\n  \(list)")
      }
      chosen.formUnion(matches)
    }
    return groups.filter { chosen.contains($0.occupation) }
  }
}

extension SummaryGrouping: ExpressibleByArgument {}
