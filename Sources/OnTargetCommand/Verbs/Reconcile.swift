import Answers
import ArgumentParser
import PayAnswers
import PlanFiles
import Reports
import Tables

/// `ontarget reconcile`.
struct Reconcile: Verb {
  static let configuration: CommandConfiguration = CommandConfiguration(
    commandName: "reconcile",
    abstract: "Hold what was paid against what was owed, and explain each difference.",
    discussion: """
      PAID is a CSV file with the columns rep and paid, and any of period, deal_id, component and plan. \
      Each amount that is owed is held against the row that names it most closely: its deal, else \
      its component, else the rep; the order of rows does not matter. A period is a month, quarter, \
      half or year such as 2021-05, 2021-Q2, 2021-H1 or 2021, or FY2021-Q2 for a part of the plan's \
      year. With --period, rows for other times are left out, and rows without a period are for that \
      one. The exit status is 1 when something differs.

      Examples, whose file has slips, so that the exit status is 1:
        ontarget reconcile ontarget:plans/marginal-accelerators \\
          ontarget:deals/team-2021 ontarget:deals/team-2021-paid \\
          --roster ontarget:deals/team-2021-roster \\
          --rates ontarget:deals/team-2021-rates
        ontarget reconcile ontarget:plans/marginal-accelerators \\
          ontarget:plans/manager-override \\
          ontarget:deals/team-2021 ontarget:deals/team-2021-paid \\
          --roster ontarget:deals/team-2021-roster \\
          --rates ontarget:deals/team-2021-rates \\
          --scores ontarget:deals/team-2021-scores
      """)

  @Argument(help: ArgumentHelp("The pay plan, as YAML.", valueName: "plan"))
  var plan: String

  @Argument(
    help: ArgumentHelp(
      """
      The deals and what was paid, as CSV or .xlsx; - for standard input. Further plans may stand before \
      them: everybody is then owed what the plan pays that the roster names.
      """, valueName: "deals and paid"))
  var plansDealsPaid: [String]

  @OptionGroup var files: PayFileOptions

  @OptionGroup var refused: RefusedDealsOptions

  @OptionGroup var time: PeriodOptions

  @OptionGroup var output: OutputOptions

  private var plans: [String] { [plan] + plansDealsPaid.dropLast(2) }
  private var deals: String { plansDealsPaid.dropLast().last ?? "" }
  private var paid: String { plansDealsPaid.last ?? "" }

  var wantedFiles: [WantedFile] {
    plans.map { WantedFile($0, .plan) } + [WantedFile(deals, .table(.deals))] + files.wantedFiles
      + [WantedFile(paid, .table(.payments))]
  }

  func validate() throws {
    guard plansDealsPaid.count > 1 else {
      throw ValidationError("name the plan, the deals and what was paid, in this order")
    }
    if plans.count > 1, refused.rejects != nil {
      throw ValidationError(
        "--rejects takes the deals as one plan reads them; name that plan alone")
    }
  }

  var sideOutputs: [String] { refused.sideOutputs }

  func respond(to call: Call) throws -> Response {
    guard plans.count == 1 else {
      let pay = CompanyStatementQuestion(
        plans: plans, deals: deals, files: try files.files(), period: time.period)
      let reply = try CompanyReconciliationQuestion(pay, paid: paid).answer()
      return Response(reply, status: reply.answer.isClean ? .done : .answerIsNo)
    }
    try refused.write(of: deals, plan: plan, files)
    let reply = try ReconciliationQuestion(
      plan: plan, deals: deals, paid: paid, files: try files.files(), period: time.period
    ).answer()
    return Response(reply, status: reply.answer.isClean ? .done : .answerIsNo)
  }
}
