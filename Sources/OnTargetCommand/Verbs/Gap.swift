import Answers
public import ArgumentParser
import MarketAnswers
import Reports
import SalaryData
public import Statistics

/// `ontarget gap`.
struct Gap: PeoplePartVerb {
  static let configuration: CommandConfiguration = CommandConfiguration(
    commandName: "gap",
    abstract: "Split the difference in pay between two groups: raw, adjusted, decomposed.",
    discussion: """
      The raw gap, what remains at equal characteristics, and the decomposition of Oaxaca and \
      Blinder into what characteristics explain and the rest. The rest is not a measure of \
      discrimination, and what is explained no proof of fairness; the output says why.

      Examples:
        ontarget gap ontarget:examples/sales-people --between gender \\
          --adjust experience,level
        ontarget gap ontarget:examples/sales-people --between gender \\
          --adjust experience,level --quantiles 10,25,50,75,90
        ontarget gap ontarget:examples/sales-people --between gender --by level
      """)

  @Argument(
    help: ArgumentHelp("Salary files, as CSV or .xlsx; - for standard input.", valueName: "data"))
  var files: [String]

  @Option(help: ArgumentHelp("The column that tells the groups apart.", valueName: "column"))
  var between: String

  @Option(
    help: ArgumentHelp(
      """
      The two groups, the reference first (default: the two that there are, the better paid one \
      first).
      """, valueName: "a,b"))
  var groups: String?

  @Option(
    help: ArgumentHelp(
      """
      The characteristics to hold equal, such as experience,state,level; what holds numbers \
      enters as a number, experience^2 squared, and grade=category or grade=number says which.
      """, valueName: "columns"))
  var adjust: String?

  @Option(
    help: ArgumentHelp(
      """
      Whose coefficients the decomposition takes for fair: jann (everybody, beside a column for \
      the group), neumark (everybody), cotton, reimers, a, b.
      """, valueName: "name"))
  var reference: OaxacaBlinder.ReferenceWeights = .jann

  @Option(
    help: ArgumentHelp(
      """
      The quantiles at which the gap is wanted too, in per cent, such as 10,25,50,75,90; with --adjust \
      also at equal characteristics, by quantile regression.
      """, valueName: "percentages"))
  var quantiles: String?

  @Option(
    help: ArgumentHelp(
      "The raw gap by group too: columns such as level or level,state.", valueName: "columns"))
  var by: String?

  @Option(
    help: ArgumentHelp(
      "With --by, the people of each side without whom a gap is withheld (default: 5).",
      valueName: "people"))
  var smallestGroup: Int?

  @Option(
    name: .customLong("where"),
    help: ArgumentHelp(
      "Only people for whom this holds, such as level=senior; may be repeated.",
      valueName: "condition"))
  var conditions: [String] = []

  @OptionGroup(title: "Weights and design") var survey: SurveyOptions
  @OptionGroup(title: "Percentiles and intervals") var precision: PrecisionOptions
  @OptionGroup(title: "Reading salary files") var input: SalaryInputOptions
  @OptionGroup(title: "One date, one money") var aging: AgingOptions
  @OptionGroup(title: "Parts") var part: PartOptions
  @OptionGroup var datasets: DatasetOptions
  @OptionGroup var output: OutputOptions

  var sideInputs: [String] { input.sideInputs }
  var sideOutputs: [String] { input.sideOutputs }
  var wantedFiles: [WantedFile] { files.map { WantedFile($0, .people, .published) } }

  func respond(to call: Call) throws -> Response {
    let reply = try question().answer()
    try input.writeRejects(of: reply.answer.readings)
    return Response(reply)
  }

  func question() throws -> GapQuestion {
    var question = GapQuestion(
      try input.marketData(files, where: conditions, survey: survey, aging: aging),
      between: between, datasets: try Datasets(directory: datasets.directory()))
    question.groups = try names()
    question.reference = reference
    question.quantiles = try shares()
    question.grouping = by?.columnNames ?? []
    question.smallestGroup = smallestGroup
    question.options = precision.options(survey, threads: input.threads)
    question.options.characteristics = try Characteristic.list(adjust)
    return question
  }

  private func shares() throws -> [Double] {
    try (quantiles?.columnNames ?? []).map { text in
      guard let number = Double(text.hasSuffix("%") ? String(text.dropLast()) : text) else {
        throw ValidationError("--quantiles: \"\(text)\" is no number; write for example 10,50,90")
      }
      return number / 100
    }
  }

  private func names() throws -> (String, String)? {
    guard let names = groups?.columnNames else { return nil }
    guard names.count == 2 else {
      throw ValidationError("--groups: a gap is between two groups; write --groups A,B")
    }
    return (names[0], names[1])
  }
}

extension OaxacaBlinder.ReferenceWeights: ExpressibleByArgument {
  public init?(argument: String) {
    guard let known = Self.all.first(where: { $0.name == argument }) else { return nil }
    self = known
  }

  public static var allValueStrings: [String] { all.map(\.name) }
  public var defaultValueDescription: String { name }
}
