import Answers
import ArgumentParser
import Findings
import PayAnswers
import PlanFiles
import Reports

/// `ontarget split`.
struct Split: Act {
  static let configuration: CommandConfiguration = CommandConfiguration(
    commandName: "split",
    abstract: "Cut deals into parts that can be paid apart from each other.",
    discussion: """
      Everything is read and checked across people as pay does, and then divided by person; with a \
      plan that credits teams everybody below one manager stays together. \
      The folder gets parts.csv with the rows of each part, and a folder for each part with deals.csv \
      and, where they were given, roster.csv, scores.csv and adjustments.csv. Each row says where it \
      comes from, in source_file and source_line, and what is wrong with it is told of that line. The \
      CSV of the parts one after the other, but for the headers, is that of one run.

      Examples:
        ontarget split ontarget:plans/marginal-accelerators \\
          ontarget:deals/team-2021 --roster ontarget:deals/team-2021-roster \\
          --rates ontarget:deals/team-2021-rates --into 4 --folder parts
      """)

  @Argument(help: ArgumentHelp("The pay plan, as YAML.", valueName: "plan"))
  var plan: String

  @Argument(help: ArgumentHelp("The deals, as CSV or .xlsx.", valueName: "deals"))
  var deals: String

  @Option(
    help: ArgumentHelp(
      "How many parts at most; there are fewer where no more can be paid apart.",
      valueName: "n"))
  var into: Int

  @Option(
    help: ArgumentHelp(
      "The folder for the parts, which is new or empty (default: none, the parts are only counted).",
      valueName: "folder"))
  var folder: String?

  @OptionGroup var files: PayFileOptions

  @OptionGroup var year: PlanYearOptions

  @OptionGroup var expected: ExpectedRowsOptions

  @OptionGroup var output: OutputOptions

  var wantedFiles: [WantedFile] {
    [WantedFile(plan, .plan), WantedFile(deals, .table(.deals))] + files.wantedFiles
  }

  func respond(to call: Call) throws -> Response {
    // Parts of an earlier run would be paid with these.
    if let folder, OutputFile.hasContents(folder) {
      throw InputFailure(
        .cannotCreate,
        Finding(
          "split.folder", at: Place(file: folder), "the folder is not empty",
          remedy: "remove what is in it, or name another one; nothing was written"))
    }
    var files = try files.files()
    files.starts = try year.start()
    files.expectedRows = expected.expectRows
    let reply = try SplitQuestion(plan: plan, deals: deals, into: into, files: files).answer()
    if let folder { try write(reply.answer, to: folder, besides: reply.inputs.map(\.path)) }
    return Response(reply)
  }

  private func write(_ split: DealSplit, to folder: String, besides inputs: [String]) throws {
    for part in split.parts {
      for file in try split.files(of: part) { try write(file, to: folder, besides: inputs) }
    }
    // What says that there are parts comes last.
    for file in split.commonFiles { try write(file, to: folder, besides: inputs) }
  }

  private func write(
    _ file: DealSplit.File, to folder: String, besides inputs: [String]
  ) throws(InputFailure) {
    try OutputFile.write(
      file.text, to: "\(folder)/\(file.path)", besides: inputs, makesFolder: true)
  }
}
