import Answers
public import ArgumentParser
public import MarketAnswers
import Reports
import SalaryData
import Statistics

/// `ontarget compare`.
struct Compare: PeoplePartVerb {
  static let configuration: CommandConfiguration = CommandConfiguration(
    commandName: "compare",
    abstract: "Compare pay by group, and with the May-2021 baseline.",
    discussion: """
      Reads salary files with one row for each person: exports, surveys, government data. Columns \
      are recognised by names and values, pay is brought to a year, and every row is accounted for; \
      `ontarget check FILE` shows how. Published tables of pay by group (OEWS) are recognised too. \
      The median of people in the United States is held against the baseline of 57,504 USD, nominal \
      and aged to the data's date by prices (CPI-U) and by wages (ECI); --no-baseline compares other \
      people than account executives without it.

      Examples:
        ontarget compare ontarget:oews-2022-sector --by sector \\
          --occupation 41-3091
        ontarget compare ontarget:oews-2025-state --by state \\
          --occupation "Sales Engineers"
        ontarget compare ontarget:oews-2022-sector --occupation 41-4012 \\
          --no-baseline
        ontarget compare ontarget:oews-2019-national \\
          ontarget:oews-2025-national --by year --occupation 41-3031
        ontarget compare ontarget:examples/sales-people --by industry \\
          --inequality
      """)

  @Argument(
    help: ArgumentHelp(
      "Salary files or published tables, as CSV or .xlsx; - for standard input.", valueName: "data")
  )
  var files: [String]

  @Option(
    help: ArgumentHelp(
      """
      What the groups are: columns of people's data, such as industry or industry,state; or of \
      published tables sector, state, occupation or year (default: sector).
      """, valueName: "columns"))
  var by: String?

  @Option(
    name: .customLong("where"),
    help: ArgumentHelp(
      "Only people for whom this holds, such as level=senior or experience>=5; may be repeated.",
      valueName: "condition"))
  var conditions: [String] = []

  @Flag(help: "Of published tables take the occupations together, by sector, state or year.")
  var pool: Bool = false

  @Flag(
    inversion: .prefixedNo,
    help: "Hold pay against the baseline, the base pay of account executives.")
  var baseline: Bool = true

  @Option(
    help: ArgumentHelp(
      """
      Compare at equal characteristics too: columns such as experience,state,level; what holds \
      numbers enters as a number, experience^2 squared, and grade=category or grade=number says which.
      """, valueName: "columns"))
  var adjust: String?

  @Flag(
    help: """
      Measure inequality too: Gini, Theil, Atkinson and P90/P10 of each group, and how much of it lies \
      between groups.
      """)
  var inequality: Bool = false

  @Option(
    help: ArgumentHelp(
      "The ε of Atkinson's index: the larger, the more low pay counts (default: 0.5).",
      valueName: "number"))
  var atkinson: Double?

  @Option(
    help: ArgumentHelp(
      """
      Compare each two groups by this test, with the size of the effect: welch or games-howell (Hedges' g), \
      mann-whitney or brunner-munzel (by ranks, Cliff's delta).
      """, valueName: "test"))
  var pairs: PairTest?

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

  @OptionGroup(title: "Published tables") var published: PublishedOptions
  @OptionGroup(title: "Weights and design") var survey: SurveyOptions
  @OptionGroup(title: "Percentiles and intervals") var precision: PrecisionOptions
  @OptionGroup(title: "Reading salary files") var input: SalaryInputOptions
  @OptionGroup(title: "One date, one money") var aging: AgingOptions
  @OptionGroup(title: "Parts") var part: PartOptions
  @OptionGroup var datasets: DatasetOptions
  @OptionGroup var output: OutputOptions

  var sideInputs: [String] { input.sideInputs }
  var sideOutputs: [String] { input.sideOutputs }

  func validate() throws {
    guard atkinson == nil || inequality else {
      throw ValidationError("--atkinson says nothing without --inequality")
    }
  }

  var wantedFiles: [WantedFile] { files.map { WantedFile($0, .people, .published) } }

  func respond(to call: Call) throws -> Response {
    let reply = try question().answer()
    try input.writeRejects(of: reply.answer.people?.readings ?? [])
    return Response(reply)
  }

  func question() throws -> ComparisonQuestion {
    var question = ComparisonQuestion(
      try input.marketData(
        files, where: conditions, published, survey: survey, aging: aging),
      by: by?.columnNames, datasets: try Datasets(directory: datasets.directory()))
    question.poolsOccupations = pool
    question.holdsAgainstBaseline = baseline
    question.options = options
    question.options.characteristics = try Characteristic.list(adjust)
    return question
  }

  private var options: ComparisonOptions {
    var options = precision.options(survey, threads: input.threads)
    options.adjustment = adjustment
    options.pairTest = pairs
    if inequality { options.inequalityAversion = atkinson ?? 0.5 }
    if minContributors != nil || maxShare != nil {
      options.disclosure = DisclosureRule(
        minContributors: minContributors ?? DisclosureRule.customaryContributors,
        maxShare: maxShare?.value)
    }
    return options
  }
}

extension PairTest: ExpressibleByArgument {
  // The help of the option says it.
  public static var allValueDescriptions: [String: String] { [:] }
}
