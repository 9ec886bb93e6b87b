import ArgumentParser
import PayAnswers
import PlanFiles
import Reports

/// `ontarget pay`.
struct Pay: Verb {
  static let configuration: CommandConfiguration = CommandConfiguration(
    commandName: "pay",
    abstract: "Pay deals by a plan: a statement for each rep, line by line, and why.",
    discussion: """
      Each line names the rule of the plan that made it, by file and line, and lines add up to the \
      cent. --format csv is a row for each rep, ready for payroll; --table lines has every line.

      Examples:
        ontarget pay ontarget:plans/marginal-accelerators \\
          ontarget:deals/team-2021 --roster ontarget:deals/team-2021-roster \\
          --rates ontarget:deals/team-2021-rates
        ontarget pay ontarget:plans/marginal-accelerators \\
          ontarget:deals/team-2021 --roster ontarget:deals/team-2021-roster \\
          --rates ontarget:deals/team-2021-rates --explain S1018
        ontarget pay ontarget:plans/marginal-accelerators \\
          ontarget:plans/manager-override ontarget:deals/team-2021 \\
          --roster ontarget:deals/team-2021-roster \\
          --rates ontarget:deals/team-2021-rates \\
          --scores ontarget:deals/team-2021-scores --as-of 2021-06
        ontarget pay ontarget:plans/marginal-accelerators \\
          ontarget:deals/team-2021 --roster ontarget:deals/team-2021-roster \\
          --rates ontarget:deals/team-2021-rates --rep kim --interactive \\
          --output statement.html
      """)

  @Argument(help: ArgumentHelp("The pay plan, as YAML.", valueName: "plan"))
  var plan: String

  @Argument(
    help: ArgumentHelp(
      """
      The deals, as CSV or .xlsx; - for standard input. Further plans may stand before them: everybody is \
      then paid by the plan that the roster names.
      """, valueName: "deals"))
  var plansAndDeals: [String]

  @OptionGroup var files: PayFileOptions

  @OptionGroup var year: PlanYearOptions

  @OptionGroup var expected: ExpectedRowsOptions

  @OptionGroup var refused: RefusedDealsOptions

  @OptionGroup var selection: StatementOptions

  @Option(help: ArgumentHelp("Tell one deal's way in sentences.", valueName: "deal"))
  var explain: String?

  @OptionGroup var interactive: InteractiveOptions

  @OptionGroup var output: OutputOptions

  private var plans: [String] { [plan] + plansAndDeals.dropLast() }
  private var deals: String { plansAndDeals.last ?? "" }

  var wantedFiles: [WantedFile] {
    plans.map { WantedFile($0, .plan) } + [WantedFile(deals, .table(.deals))] + files.wantedFiles
  }
  var sideOutputs: [String] { refused.sideOutputs }

  func validate() throws {
    if interactive.interactive, explain != nil {
      throw ValidationError("--interactive tells every deal's way; leave out --explain")
    }
    guard plans.count > 1 else { return }
    if interactive.interactive {
      throw ValidationError("--interactive shows what one plan pays; name that plan alone")
    }
    if explain != nil {
      throw ValidationError("--explain tells a deal's way by one plan; name that plan alone")
    }
    if refused.rejects != nil {
      throw ValidationError(
        "--rejects takes the deals as one plan reads them; name that plan alone")
    }
  }

  func respond(to call: Call) throws -> Response {
    var files = try files.files()
    files.keptColumns = selection.keep
    files.starts = try year.start()
    files.expectedRows = expected.expectRows
    guard plans.count == 1 else {
      return Response(
        try CompanyStatementQuestion(
          plans: plans, deals: deals, files: files, period: selection.time.period,
          reps: selection.rep
        ).answer())
    }
    try refused.write(of: deals, plan: plan, self.files)
    let question = StatementQuestion(
      plan: plan, deals: deals, files: files, period: selection.time.period, reps: selection.rep)
    if interactive.interactive { return try interactive.response(to: question, output) }
    guard let explain else { return Response(try question.answer()) }
    return Response(try DealQuestion(explain, in: question).answer())
  }
}
