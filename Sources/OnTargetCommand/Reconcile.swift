import Analyses
import ArgumentParser
import Findings
import PayPlans

/// `ontarget reconcile`.
struct Reconcile: Verb {
  static let configuration: CommandConfiguration = CommandConfiguration(
    commandName: "reconcile",
    abstract: "Hold what was paid against what was owed, and explain each difference.",
    discussion: """
      PAID is a CSV file with the columns rep and paid, and any of period, deal_id and component: \
      what it tells apart is what is compared. The exit status is 1 when something differs.

      Example, whose file has slips, so that the exit status is 1:
        ontarget reconcile datasets/plans/marginal-accelerators.yaml datasets/deals/team-2021.csv \\
          datasets/deals/team-2021-paid.csv --roster datasets/deals/team-2021-roster.csv \\
          --rates datasets/deals/team-2021-rates.csv
      """)

  @OptionGroup var input: PayInputOptions

  @Argument(help: ArgumentHelp("What was paid, as CSV.", valueName: "paid"))
  var paid: String

  @OptionGroup var output: OutputOptions

  func respond(to call: Call) throws -> Response {
    let run = try input.run()
    let (payments, findings) = try Payment.read(path: paid, currency: run.plan.currency)
    var log = run.findings
    log.add(findings)
    let reconciliation = Reconciliation(payments, with: run.pay, plan: run.plan, deals: run.deals)
    return Response(
      answer: reconciliation,
      inputs: run.inputs + [InputDescription(path: paid, rows: payments.count, rejected: 0)],
      findings: log, status: reconciliation.isClean ? .done : .answerIsNo)
  }
}
