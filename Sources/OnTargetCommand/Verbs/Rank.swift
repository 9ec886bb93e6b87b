import Amounts
import Answers
import ArgumentParser
import MarketAnswers
import Reports
import SalaryData

/// `ontarget rank`.
struct Rank: Verb {
  static let configuration: CommandConfiguration = CommandConfiguration(
    commandName: "rank",
    abstract: "Tell where an amount of pay stands in a market.",
    discussion: """
      Reads people's data or published tables of pay, as compare does, and tells which share is paid \
      the amount or less, the compa-ratio, the range penetration, the years of aging that the lead \
      over the median is worth, and what the next quartile pays.

      Examples:
        ontarget rank 72000 datasets/oews-2022-sector.csv --occupation 41-3091
        ontarget rank 72k datasets/oews-2025-state.csv --by state --occupation "Sales Engineers" \\
          --range 65k..95k
      """)

  @Argument(
    help: ArgumentHelp(
      "The amount, for a year unless it says otherwise: 72000, $72k, 35/hour.",
      valueName: "amount"))
  var amount: Amount

  @Argument(
    help: ArgumentHelp(
      "Salary files or published tables, as CSV or .xlsx; - for standard input.", valueName: "data")
  )
  var files: [String]

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
      "Of published tables only these occupations, by code or words; may be repeated.",
      valueName: "code-or-title"))
  var occupation: [String] = []

  @Option(
    help: ArgumentHelp("The pay range to hold the amount against.", valueName: "min..max"))
  var range: String?

  @OptionGroup(title: "Weights and design") var survey: SurveyOptions
  @OptionGroup(title: "Percentiles and intervals") var percentiles: PercentileOptions
  @OptionGroup(title: "Reading salary files") var input: SalaryInputOptions
  @OptionGroup(title: "One date, one money") var aging: AgingOptions
  @OptionGroup var datasets: DatasetOptions
  @OptionGroup var output: OutputOptions

  var sideInputs: [String] { input.sideInputs }
  var sideOutputs: [String] { input.sideOutputs }
  var wantedFiles: [WantedFile] { files.map { WantedFile($0, .people, .published) } }

  func respond(to call: Call) throws -> Response {
    var question = RankQuestion(
      try amount.amount(of: "the amount"),
      in: try input.marketData(
        files, where: conditions, occupations: occupation, survey: survey, aging: aging),
      by: by?.columnNames, datasets: try Datasets(directory: datasets.directory()))
    question.range = try range.map(Self.ends)
    question.design = survey.design
    question.level = percentiles.confidence.value
    question.rule = percentiles.quantileType
    let reply = try question.answer()
    try input.writeRejects(of: reply.answer.readings)
    return Response(reply)
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
  struct Amount: ExpressibleByArgument {
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
