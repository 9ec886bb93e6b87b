import Amounts
import Analyses
import ArgumentParser
import Findings
import PayPlans

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
        ontarget pay datasets/plans/marginal-accelerators.yaml datasets/deals/team-2021.csv \\
          --roster datasets/deals/team-2021-roster.csv --rates datasets/deals/team-2021-rates.csv \\
          --pages
      """)

  @OptionGroup var input: PayInputOptions

  @Option(
    help: ArgumentHelp(
      "Only these days of the plan year: 2021-Q2, 2021-05 or 2021-H1.", valueName: "period"))
  var period: String?

  @Option(help: ArgumentHelp("Only this rep; may be repeated.", valueName: "rep"))
  var rep: [String] = []

  @Option(help: ArgumentHelp("Tell one deal's way in sentences.", valueName: "deal"))
  var explain: String?

  @Flag(
    help:
      "Make an overview with a page for each rep; with --output, each page is a file of its own.")
  var pages: Bool = false

  @OptionGroup var output: OutputOptions

  func validate() throws {
    if pages, explain != nil {
      throw ValidationError("--explain is about one deal, and --pages about people; give one")
    }
  }

  func respond(to call: Call) throws -> Response {
    let range = try period.map(Self.range)
    let run = try input.run()
    let statements = try PayStatements(
      run.pay, plan: run.plan, range: range, reps: rep)
    let answer: any Answer =
      if let explain {
        try DealExplanation(of: explain, in: statements, deals: run.deals)
      } else if pages {
        StatementPack(statements)
      } else {
        statements
      }
    return Response(answer: answer, inputs: run.inputs, findings: run.findings)
  }

  private static func range(_ text: String) throws -> ClosedRange<CalendarDate> {
    guard let period = CalendarPeriod(text) else {
      throw ValidationError(
        "--period: \"\(text)\" is not a period; write 2021-Q2, 2021-05, 2021-H1 or 2021")
    }
    return period.days
  }
}
