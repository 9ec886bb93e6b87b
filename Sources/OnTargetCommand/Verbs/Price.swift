import Amounts
import Answers
public import ArgumentParser
import Findings
import MarketAnswers
import MarketFiles
public import MarketPricing
import PayAnswers
import Reports
import SalaryData
import Tables

/// `ontarget price`.
struct Price: Verb {
  static let configuration: CommandConfiguration = CommandConfiguration(
    commandName: "price",
    abstract: "Price jobs by survey cuts, salary files and published tables.",
    discussion: """
      A cut is a row of a survey: a job with its percentiles of base pay, target cash or total cash, \
      the employers and people that it rests on, and its day. Jobs are matched by the code or title \
      of the survey, or by a table of matches with level adjustments; each cut is aged to one day, \
      adjusted, and blended with the others. Every step is in the answer. What a title is nearest to \
      is listed and never taken. Beside surveys the people of a title in a salary file are a cut, and \
      an occupation of OEWS is one of base pay.

      Examples:
        ontarget price --surveys ontarget:examples/survey-north \\
          ontarget:examples/survey-harbor ontarget:examples/survey-civic \\
          --matches ontarget:examples/job-matches --scope All \\
          --age-to 2026-07-01 --age-by 3.5%
        ontarget price "Senior Accountant" \\
          --surveys ontarget:examples/survey-north
        ontarget price "Account Executive" \\
          --surveys ontarget:examples/pay-exchange \\
          ontarget:oews-2025-national --age-to 2026-01-01 --age-by 3%
      """)

  @Argument(
    help: ArgumentHelp(
      "The jobs: those of the matches, or codes or titles of the surveys (default: all of the matches).",
      valueName: "job"))
  var jobs: [String] = []

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      """
      Files as CSV or .xlsx: survey cuts, tables of OEWS, or salary files with a row for each person, \
      of which the people of a title are a cut.
      """, valueName: "files"))
  var surveys: [String] = []

  @Option(
    help: ArgumentHelp(
      """
      A table with the columns job and survey_job, and as far as known survey, adjustment, reason, \
      weight, title, grade and points.
      """, valueName: "file"))
  var matches: String?

  @Option(
    help: ArgumentHelp(
      "The day to bring pay to (default: that of the cuts, if all are of one).", valueName: "day"))
  var ageTo: String?

  @Option(
    help: ArgumentHelp(
      "In place of a day the first one of a plan year, to which --policy belongs.",
      valueName: "day"))
  var planYear: String?

  @Option(
    help: ArgumentHelp(
      "Where in the plan year pay meets the market: lag, lead-lag or lead (default: lead-lag).",
      valueName: "word"))
  var policy: PayPolicy?

  @Option(
    help: ArgumentHelp(
      "How much pay rises in a year, such as 3%, or of one survey SURVEY=3%; may be repeated.",
      valueName: "rate"))
  var ageBy: [String] = []

  @Option(help: ArgumentHelp("How years add up: simple, compound or stepped.", valueName: "word"))
  var aging: CutAging.Method = .simple

  @Option(
    help: ArgumentHelp(
      "How a part of a year is counted: months or days over 365.", valueName: "word"))
  var dayCount: CutAging.DayCount = .months

  @Option(
    help: ArgumentHelp(
      "What cuts count by: equal, incumbents, organizations or stated (default: stated where there are weights, else equal).",
      valueName: "word"))
  var weights: BlendWeights?

  @Option(
    help: ArgumentHelp(
      "The stated weight of a survey, such as SURVEY=50%; may be repeated.",
      valueName: "survey=share"))
  var weight: [String] = []

  @Option(
    help: ArgumentHelp(
      "A level adjustment of a survey's job, such as ACC2=10%; may be repeated.",
      valueName: "job=share"))
  var adjust: [String] = []

  @Option(
    help: ArgumentHelp("Local over national pay, such as 1.08 or 108%.", valueName: "factor"))
  var geographic: String?

  @Option(help: ArgumentHelp("The fewest employers of a cut.", valueName: "number"))
  var minOrganizations: Int = 5

  @Option(help: ArgumentHelp("The fewest people of a cut.", valueName: "number"))
  var minIncumbents: Int = 5

  @Option(
    help: ArgumentHelp(
      "Of surveys that have this scope only its cuts; may be repeated.", valueName: "scope"))
  var scope: [String] = []

  @Option(
    help: ArgumentHelp(
      "Only cuts of this place, or national for those of the whole country; may be repeated.",
      valueName: "place"))
  var location: [String] = []

  @Option(
    help: ArgumentHelp(
      "Only cuts in this currency, in which amounts are that name none.", valueName: "code"))
  var currency: String?

  @Option(
    help: ArgumentHelp("The day of the pay of surveys that do not say it.", valueName: "day"))
  var effective: String?

  @Option(
    help: ArgumentHelp(
      "Which pay the prices are of: base, target_cash or total_cash.", valueName: "word"))
  var element: PayElement = .base

  @Option(help: ArgumentHelp("The step that prices are rounded to.", valueName: "amount"))
  var round: String?

  @OptionGroup var reading: TableReadingOptions
  @OptionGroup var datasets: DatasetOptions
  @OptionGroup var output: OutputOptions

  var sideInputs: [String] { surveys + [matches].compactMap(\.self) }
  var wantedFiles: [WantedFile] {
    surveys.map { WantedFile($0, .table(.surveys), .people, .published) }
      + [matches].compactMap(\.self).map { WantedFile($0, .table(.matches)) }
  }

  func respond(to call: Call) throws -> Response {
    var question = PriceQuestion(
      jobs, surveys: surveys, matches: matches, tables: try reading.options(mapping: .surveys),
      datasets: try Datasets(directory: datasets.directory()))
    question.target = try target()
    question.method = aging
    question.dayCount = dayCount
    for text in ageBy {
      if text.contains("=") {
        let (survey, rate) = try Series.namedPercentage(text, .ageBy)
        question.yearlyBySurvey[survey] = rate
      } else {
        question.yearly = try Series.percentage(text, .ageBy, .rate)
      }
    }
    question.weights = weights
    for text in weight {
      let (survey, share) = try Series.namedPercentage(text, .weight)
      question.weightBySurvey[survey] = share
    }
    for text in adjust {
      guard let sign = text.lastIndex(of: "="),
        let adjustment = Ratio(adjustment: String(text[text.index(after: sign)...]))
      else {
        throw InputFailure(
          .adjust, "match.adjustment", "\"\(text)\" is no adjustment of up to half",
          remedy: "write the survey's job and a percentage: \(.parameter(.adjust, "ACC2=10%"))")
      }
      question.adjustments[String(text[..<sign])] = adjustment
    }
    if let geographic { question.geographic = try Series.factor(geographic, .geographic) }
    for (parameter, count) in [
      (Parameter.minOrganizations, minOrganizations), (.minIncumbents, minIncumbents),
    ] {
      try parameter.require(count, in: 0...1_000_000)
    }
    question.minimum = MinimumData(organizations: minOrganizations, incumbents: minIncumbents)
    question.scopes = scope
    question.locations = location
    question.currency = try currency.map { (code) throws(InputFailure) in
      try Currency(option: code)
    }
    question.effective = try effective.map { (text) throws(InputFailure) in
      try CalendarDate(option: text, .effective)
    }
    question.element = element
    if let round { question.step = try Series.amount(round, .round).value }
    let reply = try question.answer()
    let isWhole = reply.inputs.allSatisfy { $0.rejected ?? 0 == 0 }
    return Response(reply, status: isWhole ? .done : .badData)
  }

  private func target() throws(InputFailure) -> PriceQuestion.Target {
    if let planYear {
      guard ageTo == nil else {
        throw InputFailure(
          .planYear, "setting.both", "there are two days to bring pay to",
          remedy: "leave \(.parameter(.ageTo)) or \(.parameter(.planYear)) out")
      }
      return .planYear(try CalendarDate(option: planYear, .planYear), policy ?? .leadLag)
    }
    if policy != nil { throw Parameter.policy.without(.planYear) }
    return try ageTo.map { (text) throws(InputFailure) in
      .day(try CalendarDate(option: text, .ageTo))
    } ?? .asPublished
  }
}

extension CutAging.Method: ExpressibleByArgument {}
extension CutAging.DayCount: ExpressibleByArgument {}
extension BlendWeights: ExpressibleByArgument {}
extension PayElement: ExpressibleByArgument {}
extension PayPolicy: ExpressibleByArgument {}
