import Amounts
import Answers
import ArgumentParser
import Findings
import PayAnswers
import PlanFiles
import Reports
import Simulation
import Tables

/// `ontarget quotas`.
struct Quotas: Verb {
  static let configuration: CommandConfiguration = CommandConfiguration(
    commandName: "quotas",
    abstract:
      "Divide a company's number into quotas that add up to it, and say how likely it is reached.",
    discussion: """
      The number is divided among the people of the roster by equal shares, what they reached, a column \
      such as the potential of a territory, or parts of several; who is there for a part of the year, or \
      in a ramp, gets that part. Quotas keep between a minimum and a maximum, are multiples of \
      --round-to, and add up to the number × (1 + over-assignment) exactly. Whoever others report to \
      gets the quota of the team. With --plan the people, ramp, phasing and year of that plan count. \
      --write-roster writes the roster with the quotas of a full year, as pay reads it.

      Examples:
        ontarget quotas 6000000 --roster ontarget:examples/quota-roster \\
          --starts 2026-01-01 --over-assignment 10% --by history=60%,potential=40% \\
          --history ontarget:examples/quota-history --ramp 25%,50%,75% \\
          --round-to 1000
        ontarget quotas 3750000 --roster ontarget:deals/team-2021-roster \\
          --starts 2021-01-01 --plan ontarget:plans/marginal-accelerators \\
          --seasonality 22%,24%,26%,28% --model lognormal:mean=0.95,cv=0.35 \\
          --correlation 0.2
      """)

  @Argument(help: ArgumentHelp("What the company is to reach.", valueName: "total"))
  var total: String

  @Option(
    help: ArgumentHelp(
      "The people: rep, and perhaps manager, hire_date, end_date and what quotas go by.",
      valueName: "file"))
  var roster: String

  @Option(
    help: ArgumentHelp(
      "The plan whose people, ramp, phasing and year count (default: everybody but managers).",
      valueName: "file"))
  var plan: String?

  @Option(
    help: ArgumentHelp(
      """
      What quotas go by: equal, history, a column of the roster, or parts of several, such as \
      history=60%,potential=40% (default: equal).
      """, valueName: "shares"))
  var by: String?

  @Option(
    help: ArgumentHelp("What people reached: rep, credit, and perhaps period.", valueName: "file"))
  var history: String?

  @Option(
    help: ArgumentHelp("How far quotas add up above the number.", valueName: "percentage"))
  var overAssignment: String?

  @Option(
    help: ArgumentHelp(
      "How far the quotas of a team add up above its manager's.", valueName: "percentage"))
  var managerOverAssignment: String?

  @Option(
    help: ArgumentHelp(
      "The shares of a quota in the first months of service, such as 25%,50%,75%.",
      valueName: "percentages"))
  var ramp: String?

  @Option(
    help: ArgumentHelp("The first day of the year (default: that of the plan).", valueName: "day"))
  var starts: String?

  @Option(help: ArgumentHelp("The least quota of a full year.", valueName: "amount"))
  var minimum: String?

  @Option(help: ArgumentHelp("The greatest quota of a full year.", valueName: "amount"))
  var maximum: String?

  @Option(help: ArgumentHelp("What quotas are multiples of (default: 1).", valueName: "amount"))
  var roundTo: String?

  @Option(
    help: ArgumentHelp(
      "The shares of halves, quarters or months, such as 22%,24%,26%,28%.",
      valueName: "percentages"))
  var seasonality: String?

  @OptionGroup(title: "Options for the model") var model: ModelOptions

  @Option(
    help: ArgumentHelp(
      "The correlation of the normal scores of two people's attainments (default: 0).",
      valueName: "number"))
  var correlation: String?

  @OptionGroup var reading: TableReadingOptions

  @Option(
    help: ArgumentHelp(
      "Write the roster with the quotas as CSV, for --roster of pay.", valueName: "file"))
  var writeRoster: String?

  @OptionGroup var output: OutputOptions

  var sideOutputs: [String] { [writeRoster].compactMap(\.self) }

  var wantedFiles: [WantedFile] {
    [WantedFile(roster, .table(.roster))] + [plan].compactMap(\.self).map { WantedFile($0, .plan) }
      + [history].compactMap(\.self).map { WantedFile($0, .table(.results)) }
  }

  func respond(to call: Call) throws -> Response {
    var question = QuotaQuestion(try Series.amount(total, .total), roster: roster)
    question.plan = plan
    question.history = history
    if let by { question.weights = try Self.weights(by) }
    question.overAssignment =
      try overAssignment.map { try Series.percentage($0, .overAssignment) } ?? .zero
    question.managerOverAssignment =
      try managerOverAssignment.map { try Series.percentage($0, .managerOverAssignment) } ?? .zero
    question.ramp = try ramp.map { try Series($0, .percentage, .ramp).values } ?? []
    question.starts = try starts.map { try CalendarDate(option: $0, .starts) }
    question.minimum = try minimum.map { try Series.amount($0, .minimum).value }
    question.maximum = try maximum.map { try Series.amount($0, .maximum).value }
    question.roundTo = try roundTo.map { try Series.amount($0, .roundTo).value }
    question.seasonality =
      try seasonality.map { try Series($0, .percentage, .seasonality).values } ?? []
    question.model = ModelChoice(
      model.attainment.model ?? AttainmentPreset.standard, tables: .withWords, draws: model.draws)
    if let correlation {
      question.correlation =
        try Series(correlation, .percentage, .correlation).values.first ?? .zero
    }
    question.tables = try results.options(mapping: .roster)
    let reply = try question.answer()
    if let writeRoster {
      try OutputFile.write(
        reply.answer.roster, to: writeRoster, besides: reply.inputs.map(\.path))
    }
    return Response(reply)
  }

  /// How tables are read, where a mapping calls past results by the option that names their file.
  private var results: TableReadingOptions {
    let prefix = "history."
    var reading = reading
    reading.map = reading.map.map {
      $0.hasPrefix(prefix) ? "\(TableKind.results.name).\($0.dropFirst(prefix.count))" : $0
    }
    return reading
  }

  /// Reads "history", or "history=60%,potential=40%".
  private static func weights(_ text: String) throws(InputFailure) -> [QuotaWeight] {
    let items = text.split(separator: ",", omittingEmptySubsequences: false)
    var weights: [QuotaWeight] = []
    for item in items {
      guard let sign = item.lastIndex(of: "=") else {
        guard items.count == 1 else {
          throw InputFailure(
            .dividedBy, "quotas.weights", "\"\(item)\" does not say its part",
            remedy: "write for example \(.parameter(.dividedBy, "history=60%,potential=40%"))")
        }
        return [QuotaWeight(QuotaCriterion(text))]
      }
      weights.append(
        QuotaWeight(
          QuotaCriterion(String(item[..<sign])),
          try Series.percentage(String(item[item.index(after: sign)...]), .dividedBy)))
    }
    return weights
  }
}
