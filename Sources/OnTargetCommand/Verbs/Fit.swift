import ArgumentParser
import PayAnswers
import Reports
import Tables

/// `ontarget fit`.
struct Fit: Verb {
  static let configuration: CommandConfiguration = CommandConfiguration(
    commandName: "fit",
    abstract: "Fit models of attainment to past attainments, and say how well they fit.",
    discussion: """
      The file has a column "attainment", or one that is called so in another way: fractions such as \
      0.93 or percentages such as 93%. The answer gives each model as --model of simulate and solve takes it.

      Example:
        ontarget fit ontarget:examples/attainment-history
      """)

  @Argument(
    help: ArgumentHelp("The history, as CSV or .xlsx; - for standard input.", valueName: "file"))
  var file: String

  @Option(help: "The column with the attainments (default: that of attainments, or the only one).")
  var column: String?

  @Option(help: "The seed of the samples behind the p-values (default: 1).")
  var seed: UInt64 = 1

  @Option(help: "The number of threads, which changes no figure (default: one a core).")
  var threads: Int?

  @OptionGroup var output: OutputOptions

  var wantedFiles: [WantedFile] { [WantedFile(file, .table(.history))] }

  func respond(to call: Call) throws -> Response {
    Response(
      try FitQuestion(
        history: file, column: column, tables: .withWords, seed: seed, threads: threads
      ).answer())
  }
}
