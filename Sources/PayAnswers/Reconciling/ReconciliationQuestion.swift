internal import Amounts
public import Answers
public import Findings
internal import PayPlans
internal import PlanFiles

/// Was everyone paid what they are owed?
public struct ReconciliationQuestion: Question, Hashable {
  /// The path of the plan.
  public var plan: String
  /// The path of the deals.
  public var deals: String
  /// The path of what was paid.
  public var paid: String
  /// The files beside them.
  public var files: PayFiles
  /// The part of the year to compare, such as 2021-Q2, or FY2021-Q2 for a part of the plan's year; nil
  /// for the whole plan year and what is due after it.
  public var period: String?

  /// Creates a question about the whole plan year.
  public init(
    plan: String, deals: String, paid: String, files: PayFiles = PayFiles(), period: String? = nil
  ) {
    self.plan = plan
    self.deals = deals
    self.paid = paid
    self.files = files
    self.period = period
  }

  public func answer() throws(InputFailure) -> Reply<Reconciliation> {
    var reading = Reading()
    let run = try StatementQuestion(plan: plan, deals: deals, files: files).run(&reading)
    let (read, found) = try Payment.read(path: paid, for: run.plan, files.tables)
    let known = read.known(by: files.asOf)
    let payments = run.names.map { names in known.map { $0.naming(by: names) } } ?? known
    reading.inputs.append(InputDescription(path: paid, rows: read.count, rejected: 0))
    reading.findings.add(found)
    let reconciliation = try Reconciliation(
      payments, with: run.pay, plan: run.plan, deals: run.deals, rates: run.rates,
      period: reading.period(named: period, of: run.plan))
    reading.findings.add(reconciliation.findings)
    return Reply(reconciliation, inputs: reading.inputs, findings: reading.findings)
  }
}
