import Amounts
import Answers
import ArgumentParser
import Findings
import MarketAnswers
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
      "Salary files or published tables, as CSV; - for standard input.", valueName: "data"))
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
  @OptionGroup(title: "Percentiles and intervals") var precision: PrecisionOptions
  @OptionGroup(title: "Reading salary files") var input: SalaryInputOptions
  @OptionGroup(title: "One date, one money") var aging: AgingOptions
  @OptionGroup var datasets: DatasetOptions
  @OptionGroup var output: OutputOptions

  func respond(to call: Call) throws -> Response {
    let datasets = try Datasets(directory: datasets.directory())
    let (opened, arePublished) = try PublishedFiles.open(files, input)
    let ends = try self.range.map(Self.ends)
    let range = try ends.map(Self.range)
    let pay = try amount.value(of: "the amount")
    try aging.requireTarget(unlessRate: true)
    var parts = Response.Parts()
    let answer: MarketRank
    if arePublished {
      try PublishedFiles.refuseOptionsForPeople(in: call)
      var tables = try PublishedFiles(opened, aging: aging, datasets: datasets, parts: &parts)
      try tables.select(occupation)
      tables.keepLatest(&parts.findings)
      try ([amount] + (ends ?? [])).forEach { try $0.require(.usd) }
      answer = MarketRank(
        pay, in: SummaryPool.withoutTotals(try aged(tables.groups, datasets)),
        by: try PublishedFiles.grouping(by), range: range, growth: try aging.growth(datasets))
    } else {
      guard occupation.isEmpty else {
        throw ValidationError("--occupation is for published tables; write --where title~WORDS")
      }
      var options = ComparisonOptions()
      options.design = survey.design
      precision.apply(to: &options, threads: input.threads)
      let wanted = PeopleFiles.Wanted(grouping: by.map(PeopleFiles.names), conditions: conditions)
      let people = try PeopleFiles(
        opened, wanted, input: input, survey: survey, aging: aging, datasets: datasets,
        parts: &parts)
      let currency = people.readings[0].currency
      try ([amount] + (ends ?? [])).forEach { try $0.require(currency) }
      let isWithoutIndex = currency != .usd && aging.ageBy == nil
      guard
        let rank = try MarketRank(
          pay, in: people.table, by: people.columns, date: people.date,
          readings: people.readings, range: range,
          growth: isWithoutIndex ? nil : try aging.growth(datasets), options: options)
      else { throw ValidationError("there is no file to rank in") }
      answer = rank
    }
    return Response(answer: answer, inputs: parts.inputs, findings: parts.findings)
  }

  /// Brings published pay to `--age-to`.
  private func aged(_ groups: [SummaryGroup], _ datasets: Datasets) throws -> [SummaryGroup] {
    guard let month = try aging.targetMonth() else { return groups }
    let rule = try aging.aging(datasets)
    do {
      return try groups.map { try $0.aged(to: month, by: rule) }
    } catch let gap as IndexGap {
      throw ValidationError("--age-to: \(gap)")
    }
  }

  /// The two ends of a range.
  private static func ends(_ text: String) throws -> [Amount] {
    let ends = text.split(separator: "..", omittingEmptySubsequences: false)
      .map { Amount(argument: String($0)) }
    guard ends.count == 2, let low = ends[0], let high = ends[1] else {
      throw ValidationError("--range: \"\(text)\" is no range; write it like 65000..95000")
    }
    return [low, high]
  }

  private static func range(_ ends: [Amount]) throws -> MarketRank.Range {
    let values = try ends.map { try $0.value(of: "--range") }
    guard let range = MarketRank.Range(minimum: values[0], maximum: values[1]) else {
      throw ValidationError("--range: the first end is not below the second; write 65000..95000")
    }
    return range
  }

  /// An amount for a year, as people write it.
  struct Amount: ExpressibleByArgument {
    private let text: String
    private let yearly: Double
    /// The currencies that its sign or code can stand for; empty where it has none.
    private let currencies: [Currency]

    /// Refuses an amount that is written in another currency than the market's.
    func require(_ currency: Currency) throws {
      guard currencies.isEmpty || currencies.contains(currency) else {
        throw ValidationError(
          """
          the amount is in \(currencies[0].code) and the pay of the market in \(currency.code); convert \
          it, or name a market in \(currencies[0].code)
          """)
      }
    }

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
    func value(of option: String) throws -> Double {
      if let (decimal, grouped) = WrittenAmount.readings(of: text) {
        throw ValidationError(
          "\(option): \"\(text)\" may be \(decimal) or \(grouped); write \(grouped), or \(decimal)")
      }
      return yearly
    }
  }
}
