import Amounts
import Answers
import ArgumentParser
import Findings
import MarketAnswers
import Reports
import SalaryData
import Tables

/// `ontarget rank`.
struct Rank: PeoplePartVerb {
  static let configuration: CommandConfiguration = CommandConfiguration(
    commandName: "rank",
    abstract: "Tell where an amount of pay stands in a market.",
    discussion: """
      Reads people's data or published tables of pay, as compare does, and tells which share is paid \
      the amount or less, the compa-ratio, the range penetration, the years of aging that the lead \
      over the median is worth, and what the next quartile pays.

      Where no data are named, --title or --occupation takes the latest of the bundled tables.

      Examples:
        ontarget rank 70k --title "account executive" --state TX
        ontarget rank 72000 ontarget:oews-2022-sector --occupation 41-3091
        ontarget rank 72k ontarget:oews-2025-state --by state \\
          --occupation "Sales Engineers" --range 65k..95k
        ontarget rank 72000 ontarget:oews-2025-metro \\
          --title "account executive" --area Dallas
        ontarget rank ontarget:oews-2025-state \\
          --people ontarget:examples/sales-staff
      """)

  @Argument(
    help: ArgumentHelp(
      """
      The amount, for a year unless it says otherwise: 72000, $72k, 35/hour; with --people the first \
      of the data.
      """, valueName: "amount"))
  var amount: String

  @Argument(
    help: ArgumentHelp(
      "Salary files or published tables, as CSV or .xlsx; - for standard input.", valueName: "data")
  )
  var otherFiles: [String] = []

  @Option(
    help: ArgumentHelp(
      """
      The markets: columns of people's data, such as industry or industry,state; or of published \
      tables sector, state or occupation.
      """, valueName: "columns"))
  var by: String?

  @Option(
    name: .customLong("where"),
    help: ArgumentHelp(
      "Only people for whom this holds, such as level=senior; may be repeated.",
      valueName: "condition"))
  var conditions: [String] = []

  @Option(
    help: ArgumentHelp(
      """
      In place of the amount a table with employee and salary, and as far as known title, occupation \
      and area, of whom everybody is ranked.
      """, valueName: "file"))
  var people: String?

  @Option(
    help: ArgumentHelp("The pay range to hold the amount against.", valueName: "min..max"))
  var range: String?

  @OptionGroup(title: "Published tables") var published: PublishedOptions
  @OptionGroup(title: "Weights and design") var survey: SurveyOptions
  @OptionGroup(title: "Percentiles and intervals") var percentiles: PercentileOptions
  @OptionGroup(title: "Reading salary files") var input: SalaryInputOptions
  @OptionGroup(title: "One date, one money") var aging: AgingOptions
  @OptionGroup(title: "Parts") var part: PartOptions
  @OptionGroup var datasets: DatasetOptions
  @OptionGroup var output: OutputOptions

  /// The data of the market.
  private var files: [String] { (people == nil ? [] : [amount]) + otherFiles }

  var sideInputs: [String] { input.sideInputs }
  var sideOutputs: [String] { input.sideOutputs }
  var wantedFiles: [WantedFile] { files.map { WantedFile($0, .people, .published) } }

  func respond(to call: Call) throws -> Response {
    let (data, note) = try market()
    if let people {
      return try rank(people, in: data, Datasets(directory: datasets.directory()))
    }
    let reply = try question(about: data).answer()
    try input.writeRejects(of: reply.answer.readings)
    return Response(reply, noting: note)
  }

  /// The data, and which table was taken where none was named.
  private func market() throws -> (data: MarketData, note: Finding?) {
    try input.marketData(
      files, where: conditions, published, survey: survey, aging: aging
    ).orBundledTable(by: by?.columnNames, in: Datasets(directory: datasets.directory()))
  }

  func question() throws -> RankQuestion {
    if people != nil {
      throw InputFailure(
        .part, "question.together", "the people of a table are ranked on one machine",
        remedy: "leave out \(.parameter(.part)), or \(.parameter(.people))")
    }
    return try question(about: market().data)
  }

  private func question(about data: MarketData) throws -> RankQuestion {
    let datasets = try Datasets(directory: datasets.directory())
    guard let amount = Amount(argument: amount) else {
      throw ValidationError(
        "\"\(amount)\" is no amount; \(Amount.suggestion(for: amount))")
    }
    var question = RankQuestion(
      try amount.amount(of: "the amount"), in: data, by: by?.columnNames, datasets: datasets)
    question.range = try range.map(Self.ends)
    question.design = survey.design
    question.level = percentiles.confidence.value
    question.rule = percentiles.quantileType
    return question
  }

  private func rank(
    _ people: String, in data: MarketData, _ datasets: Datasets
  ) throws -> Response {
    for (option, isSet) in [
      ("--by", by != nil), ("--range", range != nil), ("--rejects", input.rejects != nil),
      ("--confidence", percentiles.confidence.value != 0.95),
      ("--cluster", survey.cluster != nil), ("--strata", survey.strata != nil),
    ] where isSet {
      throw ValidationError("\(option) is for one amount, and --people ranks those of a file")
    }
    var tables = TableOptions.withWords
    tables.words = try datasets.columnWordsPath
    tables.mapping = data.salaries.mapping
    tables.decimal = data.salaries.decimal
    var question = RosterRankQuestion(of: people, in: data, tables: tables, datasets: datasets)
    question.design = survey.design
    question.rule = percentiles.quantileType
    let reply = try question.answer()
    let isWhole = reply.inputs.first?.rejected ?? 0 == 0
    return Response(reply, status: isWhole ? .done : .badData)
  }

  /// The two ends of a range.
  private static func ends(
    _ text: String
  ) throws -> (minimum: RankQuestion.Amount, maximum: RankQuestion.Amount) {
    let ends = text.split(separator: "..", omittingEmptySubsequences: false)
      .map { Amount(argument: String($0)) }
    guard ends.count == 2, let low = ends[0], let high = ends[1] else {
      throw ValidationError("--range: \"\(text)\" is no range; write it like 65000..95000")
    }
    return (try low.amount(of: "--range"), try high.amount(of: "--range"))
  }

  /// An amount for a year, as people write it.
  struct Amount {
    private let text: String
    private let yearly: Double
    /// The currencies that its sign or code can stand for; empty where it has none.
    private let currencies: [Currency]

    init?(argument: String) {
      let text = argument.replacing("_", with: "")
      guard let written = try? WrittenAmount(text, decimal: .point), !written.isRange,
        written.lower >= 0
      else { return nil }
      self.text = text
      yearly = written.lower.doubleValue * Double(written.period?.countPerYear ?? 1)
      currencies = written.currencies
    }

    /// How to write what is no amount here.
    static func suggestion(for text: String) -> String {
      guard let written = try? WrittenAmount(text, decimal: .comma), !written.isRange,
        written.lower >= 0
      else { return "write one such as 54321.50 or 38.50/hour" }
      let span = written.period.map { "/\($0.rawValue)" } ?? ""
      return "with a point before decimals it is \(written.lower.doubleValue)\(span)"
    }

    /// Returns the amount, unless its point may group thousands.
    func amount(of option: String) throws -> RankQuestion.Amount {
      if let (decimal, grouped) = WrittenAmount.readings(of: text) {
        throw ValidationError(
          "\(option): \"\(text)\" may be \(decimal) or \(grouped); write \(grouped), or \(decimal)")
      }
      return RankQuestion.Amount(yearly: yearly, currencies: currencies)
    }
  }
}
