import Answers
import ArgumentParser
import CSVReading
import CareerAnswers
import Findings
import PayPlans
import PlanFiles
import Reporting
import Reports
import SalaryData
import Tables

/// `ontarget check`.
struct Check: Verb {
  static let configuration: CommandConfiguration = CommandConfiguration(
    commandName: "check",
    abstract: "Read files and tell everything that is wrong with them.",
    discussion: """
      What a file is shows in its keys or its columns: plans, offers, ladders, roles and recipes in \
      YAML; deals, rosters, payments, receipts, scores, adjustments, exchange rates, gifts, attainments, pay by \
      person and published tables as CSV, or as a sheet of a workbook: deals.xlsx, or deals.xlsx#Deals \
      where there are several. The exit status is 1 when there is an \
      error in a file; warnings alone do not count.

      Examples:
        ontarget check ontarget:plans/account-executive-2021 \\
          ontarget:oews-2022-sector
        ontarget check --schema offer
        ontarget check --readings ontarget:plans/account-executive-2021
        ontarget check ontarget:deals/team-2021 \\
          --roster ontarget:deals/team-2021-roster \\
          --plan ontarget:plans/marginal-accelerators
      """)

  @Argument(help: ArgumentHelp("The files; - for CSV on standard input.", valueName: "file"))
  var files: [String] = []

  @Flag(
    help: """
      Print the JSON Schema with which editors complete and check a format: plan (without a name), \
      offer, ladder, role or recipe.
      """)
  var schema: Bool = false

  @Flag(
    help: """
      Price a plan under the readings that plans are often silent about: marginal, retroactive or by \
      deal; a draw recoverable, non-recoverable or added.
      """)
  var readings: Bool = false

  @Option(
    help: ArgumentHelp(
      "The plan that deals are to be paid by, to see what would be paid on and what is set aside.",
      valueName: "file"))
  var plan: String?

  @Option(help: ArgumentHelp("The people on that plan.", valueName: "file"))
  var roster: String?

  @Option(
    help: ArgumentHelp(
      "Write what the columns were taken for as a mapping, with which --mapping reads the next such files.",
      valueName: "file"))
  var writeMapping: String?

  @Option(
    help: ArgumentHelp(
      "Write what became of each row of a salary file as CSV, with the reason and the values made of it.",
      valueName: "file"))
  var cleaned: String?

  @Option(
    help: ArgumentHelp("Whether dates are dmy or mdy (default: by the dates).", valueName: "order"))
  var dates: DateOrder?

  @Option(
    help: ArgumentHelp(
      "Whose all deals are, for a file without a column for people.", valueName: "rep"))
  var allBy: String?

  @OptionGroup(title: "Reading salary files") var input: SalaryInputOptions
  @OptionGroup var datasets: DatasetOptions
  @OptionGroup var output: OutputOptions

  var sideInputs: [String] { input.sideInputs }
  var sideOutputs: [String] { input.sideOutputs + [writeMapping, cleaned].compactMap(\.self) }

  func validate() throws {
    if roster != nil, plan == nil {
      throw ValidationError("--roster says who is on a plan; give --plan too")
    }
    if files.isEmpty, !schema { throw ValidationError("there is no file to check") }
    if schema { _ = try schemaText() }
  }

  /// The formats that editors know, with their schemas.
  static let schemas: KeyValuePairs<String, @Sendable () -> String> = [
    "plan": { Plan.schema }, "offer": { Offer.schema }, "ladder": { Ladder.schema },
    "role": { RoleProfile.schema }, "recipe": { Recipe.schema },
  ]

  private func schemaText() throws -> String {
    guard files.count <= 1 else { throw ValidationError("--schema prints one schema") }
    let name = files.first ?? "plan"
    guard let schema = Self.schemas.first(where: { $0.key == name })?.value else {
      throw ValidationError(
        "--schema: there is no format \"\(name)\"; \(NearMiss.remedy(for: name, among: Self.schemas.map(\.key)) ?? "")"
      )
    }
    return schema()
  }

  func respond(to call: Call) throws -> Response {
    // Like a completion script it is for a program, so that no format applies.
    if schema { throw CleanExit.message(try schemaText()) }
    // Of an option that is given twice the parser takes the last one.
    guard call.values(of: "--plan").count < 2 else {
      throw ValidationError(
        "--plan is the one plan that deals are read by; check them plan by plan")
    }
    var question = CheckQuestion(files, datasets: DatasetOptions.opener(datasets.folder))
    try input.expected.check(files)
    question.csv = try input.csvOptions()
    // Beside a plan a mapping means the columns of the deals, as in `pay`.
    question.salaries = try input.readingOptions(columns: [], of: plan == nil ? nil : .deals)
    if cleaned != nil {
      guard files.count == 1 else {
        throw ValidationError("--cleaned takes the rows of one file; check the files one by one")
      }
      question.csv.keepsFates = true
      question.salaries.keepsRows = true
    }
    question.pricesReadings = readings
    question.plan = plan
    question.roster = roster
    for (setting, text) in [("dates", dates?.rawValue), ("all_by", allBy)] {
      guard let text else { continue }
      try question.salaries.mapping.add(
        "\(setting)=\(text)", to: nil, among: TableKind.all)
    }
    question.readRecipe = { (document) throws(InputFailure) in _ = try Recipe(document) }
    let reply = try question.answer()
    try input.writeRejects(
      reply.answer.files.map(\.rejects), besides: reply.inputs.map(\.path))
    if let cleaned {
      guard let table = reply.answer.files.first?.cleaned else {
        throw ValidationError("--cleaned: the file is no table of people's pay that can be read")
      }
      try OutputFile.write(
        table.csv(), to: cleaned, besides: reply.inputs.map(\.path) + input.sideInputs)
    }
    if let writeMapping {
      guard reply.answer.files.contains(where: { !$0.mapping.isEmpty }) else {
        throw ValidationError(
          "--write-mapping: none of the files is a table whose columns are known; name one with --map ROLE=COLUMN"
        )
      }
      try OutputFile.write(
        reply.answer.mappingTable.csv(), to: writeMapping,
        besides: reply.inputs.map(\.path) + input.sideInputs)
    }
    return Response(reply, status: reply.answer.isClean ? .done : .answerIsNo)
  }
}
