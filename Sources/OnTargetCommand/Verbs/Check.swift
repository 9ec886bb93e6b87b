import Answers
import ArgumentParser
import PayPlans
import PlanFiles
import Reports

/// `ontarget check`.
struct Check: Verb {
  static let configuration: CommandConfiguration = CommandConfiguration(
    commandName: "check",
    abstract: "Read files and tell everything that is wrong with them.",
    discussion: """
      A pay plan is a .yaml file; anything else is read as CSV. The exit status is 1 when there is \
      an error in a file; warnings alone do not count.

      Examples:
        ontarget check datasets/plans/account-executive-2021.yaml datasets/oews-2022-sector.csv
        ontarget check --readings datasets/plans/account-executive-2021.yaml
      """)

  @Argument(help: ArgumentHelp("The files; - for CSV on standard input.", valueName: "file"))
  var files: [String] = []

  @Flag(help: "Print the JSON Schema of the plan file, with which editors complete and check it.")
  var schema: Bool = false

  @Flag(
    help: """
      Price a plan under the readings that plans are often silent about: marginal, retroactive or by \
      deal; a draw recoverable, non-recoverable or added.
      """)
  var readings: Bool = false

  @OptionGroup(title: "Reading salary files") var input: SalaryInputOptions
  @OptionGroup var datasets: DatasetOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if schema, !files.isEmpty {
      throw ValidationError("--schema prints a schema and checks no file; give one of them")
    }
    if files.isEmpty, !schema { throw ValidationError("there is no file to check") }
  }

  func respond(to call: Call) throws -> Response {
    // Like a completion script it is for a program, so that no format applies.
    if schema { throw CleanExit.message(Plan.schema) }
    var question = CheckQuestion(files, datasets: DatasetOptions.opener(datasets.folder))
    question.csv = try input.csvOptions()
    question.salaries = try input.readingOptions(columns: [])
    question.pricesReadings = readings
    let reply = try question.answer()
    try input.writeRejects(
      reply.answer.files.map(\.rejects), besides: files + [output.path])
    return Response(reply, status: reply.answer.isClean ? .done : .answerIsNo)
  }
}
