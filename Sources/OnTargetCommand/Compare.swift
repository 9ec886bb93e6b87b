import Amounts
import Analyses
import ArgumentParser
import CSVReading
import Findings
import SalaryData

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

  @OptionGroup(title: "Reading salary files") var input: SalaryInputOptions
  @OptionGroup(title: "One date, one money") var aging: AgingOptions
  @OptionGroup var datasets: DatasetOptions
  @OptionGroup var output: OutputOptions

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
    let vocabularies = try datasets.salaryVocabularies()
    let rowConditions = try conditions.map { try RowCondition($0) }
    var readings: [SalaryReading] = []
    var parts = Response.Parts()
    var columns: [String]?
    for file in files {
      let plain = SalaryReader(vocabularies, options: try input.readingOptions(columns: []))
      let recognition = try plain.recognize(file)
      let grouping = columns ?? by.map(Self.names) ?? Self.defaultColumns(recognition)
      columns = grouping
      var wanted = grouping + rowConditions.map(\.column)
      if recognition.position(of: .date) != nil { wanted.append(ColumnRole.date.rawValue) }
      let reader = SalaryReader(vocabularies, options: try input.readingOptions(columns: wanted))
      let reading = try reader.read(file)
      readings.append(reading)
      parts.inputs.append(
        InputDescription(
          path: file.name, rows: reading.account.read, rejected: reading.account.rejected))
      parts.add(reading.findings, above: .note)
    }
    try input.writeRejects(readings.map(\.rejects))
    guard let first = readings.first else { throw ValidationError("there is no file to compare") }
    if let other = readings.first(where: { $0.currency != first.currency || $0.pay != first.pay }) {
      throw ValidationError(
        """
        \(first.path) has \(first.pay.rawValue) in \(first.currency) and \(other.path) \
        \(other.pay.rawValue) in \(other.currency); say --pay, --currency and --rates
        """)
    }
    var table = readings.dropFirst().reduce(first.table) { $0.appending($1.table) }
    table = table.filtered(rowConditions)
    let date = try aging.age(&table, pay: first.pay, datasets: datasets, log: &parts.findings)
    guard
      let comparison = try PayComparison(
        table, by: columns ?? [], date: date, readings: readings,
        yardstick: try datasets.yardstick())
    else { throw ValidationError("there is no file to compare") }
    return Response(answer: comparison, inputs: parts.inputs, findings: parts.findings)
  }

  private static func names(_ text: String) -> [String] {
    text.split(separator: ",").map { $0.split(separator: " ").joined(separator: " ") }
  }

  /// What people most want compared, among what the file has.
  private static func defaultColumns(_ recognition: ColumnRecognition) -> [String] {
    if recognition.position(of: .industry) != nil { return ["sector"] }
    if recognition.position(of: .state) != nil { return [ColumnRole.state.rawValue] }
    return []
  }
}
