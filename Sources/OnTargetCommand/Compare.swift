import Amounts
import Analyses
import ArgumentParser
import CSVReading
import Findings
import SalaryData
import Statistics

/// `ontarget compare`.
struct Compare: Verb {
  static let configuration: CommandConfiguration = CommandConfiguration(
    commandName: "compare",
    abstract: "Compare pay by group, and with the May-2021 baseline.",
    discussion: """
      Reads salary files with one row for each person: exports, surveys, government data. Columns \
      are recognised by names and values, pay is brought to a year, and every row is accounted for; \
      `ontarget check FILE` shows how. Published tables of pay by group (OEWS) are recognised too. \
      The median is held against the baseline of 57,504 USD, nominal and aged to the data's date \
      by prices (CPI-U) and by wages (ECI).

      Examples:
        ontarget compare datasets/oews-2022-sector.csv --by sector --occupation 41-3091
        ontarget compare datasets/oews-2025-state.csv --by state --occupation "Sales Engineers"
      """)

  @Argument(
    help: ArgumentHelp(
      "Salary files or published tables, as CSV; - for standard input.", valueName: "data"))
  var files: [String]

  @Option(
    help: ArgumentHelp(
      """
      What the groups are: columns of people's data, such as industry or industry,state; or of \
      published tables sector, state or occupation (default: sector, else state).
      """, valueName: "columns"))
  var by: String?

  @Option(
    name: .customLong("where"),
    help: ArgumentHelp(
      "Only people for whom this holds, such as level=senior or experience>=5; may be repeated.",
      valueName: "condition"))
  var conditions: [String] = []

  @Option(
    help: ArgumentHelp(
      """
      Of published tables only the occupation with this code, or those with this in their title; \
      may be repeated.
      """, valueName: "code-or-title"))
  var occupation: [String] = []

  @Option(
    help: ArgumentHelp(
      """
      Compare at equal characteristics too: columns such as experience,state,level; numbers enter \
      as they are, experience^2 squared.
      """, valueName: "columns"))
  var adjust: String?

  @Option(
    help: ArgumentHelp(
      "How p-values are raised for many comparisons: holm or bh (Benjamini-Hochberg).",
      valueName: "method"))
  var adjustment: MultiplicityAdjustment = .holm

  @Option(
    help: ArgumentHelp(
      """
      Hide groups with fewer employers, or people where no employer is known, than this \
      (customary: 5), and further ones where hidden ones would follow from the total.
      """, valueName: "n"))
  var minContributors: Int?

  @Option(
    help: ArgumentHelp(
      "Hide groups of which one contributor has more than this (customary: 25%).",
      valueName: "percentage"))
  var maxShare: Share?

  @OptionGroup(title: "Weights and design") var survey: SurveyOptions
  @OptionGroup(title: "Percentiles and intervals") var precision: PrecisionOptions
  @OptionGroup(title: "Reading salary files") var input: SalaryInputOptions
  @OptionGroup(title: "One date, one money") var aging: AgingOptions
  @OptionGroup var datasets: DatasetOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard minContributors.map({ $0 >= 1 }) ?? true else {
      throw ValidationError("--min-contributors: it is a number from 1 up")
    }
  }

  func respond(to call: Call) throws -> Response {
    let datasets = try Datasets(directory: datasets.directory())
    var opened: [CSVFile] = []
    for path in files { opened.append(try CSVFile(path: path, options: input.csvOptions())) }
    let published = opened.filter { SummaryTable.recognizes(header: $0.header) }
    if published.count == opened.count { return try comparePublished(opened, datasets) }
    guard published.isEmpty else {
      throw ValidationError(
        "\(published[0].name) is a published table and others are people's data; compare them apart"
      )
    }
    return try comparePeople(opened, datasets)
  }

  // MARK: Published tables

  private func comparePublished(_ files: [CSVFile], _ datasets: Datasets) throws -> Response {
    let topCodes = try datasets.topCodes()
    let grouping = try publishedGrouping()
    var groups: [SummaryGroup] = []
    var response = Response.Parts()
    for file in files {
      let table = try SummaryTable(file, topCodes: topCodes, referencePeriod: aging.dataMonth())
      groups += table.groups
      response.inputs.append(
        InputDescription(path: file.name, rows: table.tally.rows, rejected: table.tally.rejected))
      response.findings.add(table.tally.findings)
    }
    let comparison = SummaryComparison(
      try selected(groups), by: grouping, yardstick: try datasets.yardstick())
    return Response(answer: comparison, inputs: response.inputs, findings: response.findings)
  }

  private func publishedGrouping() throws -> SummaryGrouping {
    let name = by ?? "sector"
    if let grouping = SummaryGrouping(rawValue: name == "industry" ? "sector" : name) {
      return grouping
    }
    let names = SummaryGrouping.allCases.map(\.rawValue)
    throw ValidationError(
      "--by: a published table has no \"\(name)\"; \(NearMiss.remedy(for: name, among: names) ?? "")"
    )
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

  // MARK: People

  private func comparePeople(_ files: [CSVFile], _ datasets: Datasets) throws -> Response {
    guard occupation.isEmpty else {
      throw ValidationError("--occupation is for published tables; write --where title~WORDS here")
    }
    var options = ComparisonOptions()
    options.design = survey.design
    options.adjustment = adjustment
    options.characteristics = adjust.map(PeopleFiles.names) ?? []
    if minContributors != nil || maxShare != nil {
      options.disclosure = DisclosureRule(
        minContributors: minContributors ?? DisclosureRule.customaryContributors,
        maxShare: maxShare?.value)
    }
    precision.apply(to: &options, threads: input.threads)
    let wanted = PeopleFiles.Wanted(
      grouping: by.map(PeopleFiles.names),
      others: options.characteristics.map(AdjustedDifferentials.column),
      roles: [.basePay, .commission, .bonus] + (options.disclosure == nil ? [] : [.employer]),
      conditions: conditions)
    var parts = Response.Parts()
    let people = try PeopleFiles(
      files, wanted, input: input, survey: survey, aging: aging, datasets: datasets, parts: &parts)
    guard
      let comparison = try PayComparison(
        people.table, by: people.columns, date: people.date, readings: people.readings,
        yardstick: try datasets.yardstick(), options: options)
    else { throw ValidationError("there is no file to compare") }
    return Response(answer: comparison, inputs: parts.inputs, findings: parts.findings)
  }
}
