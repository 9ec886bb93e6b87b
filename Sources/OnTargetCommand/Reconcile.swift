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

      Example:
        ontarget reconcile datasets/plans/account-executive-2021.yaml datasets/deals/team-2021.csv \\
          datasets/deals/paid-2021.csv --roster datasets/deals/roster-2021.csv \\
          --rates datasets/deals/rates-2021.csv
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
