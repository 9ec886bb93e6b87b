import ArgumentParser
import PayAnswers

/// `ontarget pay`.
struct Pay: Verb {
  static let configuration: CommandConfiguration = CommandConfiguration(
    commandName: "pay",
    abstract: "Pay deals by a plan: a statement for each rep, line by line, and why.",
    discussion: """
      Each line names the rule of the plan that made it, by file and line, and lines add up to the \
      cent. --format csv is a row for each rep, ready for payroll; --table lines has every line.

      Examples:
        ontarget pay datasets/plans/marginal-accelerators.yaml datasets/deals/team-2021.csv \\
          --roster datasets/deals/team-2021-roster.csv --rates datasets/deals/team-2021-rates.csv
        ontarget pay datasets/plans/marginal-accelerators.yaml datasets/deals/team-2021.csv \\
          --roster datasets/deals/team-2021-roster.csv --rates datasets/deals/team-2021-rates.csv \\
          --explain S1018
      """)

  @OptionGroup var input: PayInputOptions

  @OptionGroup var selection: StatementOptions

  @Option(help: ArgumentHelp("Tell one deal's way in sentences.", valueName: "deal"))
  var explain: String?

  @OptionGroup var output: OutputOptions

  var wantedFiles: [WantedFile] { input.wantedFiles }
  var sideOutputs: [String] { input.sideOutputs }

  func respond(to call: Call) throws -> Response {
    try input.writeRejects()
    let question = try selection.question(input)
    guard let explain else { return Response(try question.answer()) }
    return Response(try DealQuestion(explain, in: question).answer())
  }
}
