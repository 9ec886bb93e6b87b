internal import Amounts
public import Answers
public import Findings
internal import PayPlans
internal import PlanFiles
public import Reporting

/// Was everyone paid what they are owed, each by the plan that the roster names?
public struct CompanyReconciliationQuestion: Question, Hashable {
  /// The plans, the deals and the files beside them.
  public var pay: CompanyStatementQuestion
  /// The path of what was paid.
  public var paid: String

  /// Creates a question about what several plans owe; people are not selected.
  public init(_ pay: CompanyStatementQuestion, paid: String) {
    self.pay = pay
    self.paid = paid
  }

  /// Reads everything, pays everyone, and holds what was paid against it.
  ///
  /// A payment is one by the plan that its row names, else by the one that pays its person, its deal or
  /// its component.
  ///
  /// - Throws: `.usage` without a roster; `.badData` with what is wrong in the files, payments that can
  ///   be by several plans among it.
  public func answer() throws(InputFailure) -> Reply<CompanyReconciliation> {
    var reading = Reading()
    let company = try pay.runs(&reading)
    for (_, findings) in company.plans { reading.findings.addNew(findings) }
    let runs = company.plans.map(\.run)
    let names = OwnerNames(company.people)
    let (read, found) = try Payment.read(path: paid, among: runs.map(\.plan), pay.files.tables) {
      CompanyReconciliation.candidates(for: $0, among: runs, names)
    }
    reading.inputs.append(
      InputDescription(path: paid, rows: read.reduce(0) { $0 + $1.count }, rejected: 0))
    reading.findings.add(found)
    var plans: [Reconciliation] = []
    var otherYear: InputFailure?
    for (run, payments) in zip(runs, read) {
      do throws(InputFailure) {
        plans.append(
          try Reconciliation(
            payments.known(by: pay.files.asOf).map { $0.naming(by: names) }, with: run.pay,
            plan: run.plan, deals: run.deals,
            period: reading.period(named: pay.period, of: run.plan)))
      } catch {
        // Plans of other years owe nothing in the period.
        guard error.log.findings.contains(where: { $0.kind == "pay.other-year" }) else {
          throw error
        }
        otherYear = error
      }
    }
    if plans.isEmpty, let otherYear { throw otherYear }
    for plan in plans { reading.findings.add(plan.findings) }
    return Reply(
      CompanyReconciliation(plans), inputs: reading.inputs, findings: reading.findings)
  }
}

extension [Payment] {
  /// Those for times that had begun by a day.
  func known(by day: CalendarDate?) -> [Payment] {
    guard let day else { return self }
    return filter { payment in payment.period.map { $0.days.lowerBound <= day } ?? true }
  }
}

/// What was paid against what was owed, plan by plan.
public struct CompanyReconciliation: Answer {
  /// The plans, in the order in which they were given.
  public let plans: [Reconciliation]

  init(_ plans: [Reconciliation]) { self.plans = plans }

  /// Whether everything was paid as owed.
  public var isClean: Bool { plans.allSatisfy(\.isClean) }

  /// The plans that a payment can be by, the fewest that its person, deal and component leave.
  fileprivate static func candidates(
    for payment: Payment.Subject, among runs: [PaidDeals], _ names: OwnerNames
  ) -> [Int] {
    let rep = names.rep(for: payment.rep)
    let own = runs.indices.filter { index in
      runs[index].pay.statements.contains { $0.rep == rep }
    }
    guard own.count > 1 else { return own }
    func narrowed(_ plans: [Int], _ fits: (Statement) -> Bool) -> [Int] {
      let fitting = plans.filter { index in
        runs[index].pay.statements.contains { $0.rep == rep && fits($0) }
      }
      return fitting.isEmpty ? plans : fitting
    }
    var left = own
    if let deal = payment.deal {
      left = narrowed(left) { statement in statement.lines.contains { $0.deal == deal } }
    }
    if let component = payment.component {
      left = narrowed(left) { statement in
        statement.components.contains { $0.component.lowercased() == component.lowercased() }
      }
    }
    return left
  }

  private var rows: [Reconciliation.PlanRow] {
    plans.flatMap { Reconciliation.rows($0.rows, of: $0.plan) }
  }

  // MARK: For people

  public var document: Document {
    let different = rows.count { $0.row.cause != nil }
    var document = Document(
      title: "Reconciliation",
      blocks: [
        .paragraph(
          "\(.number(different)) of \(.number(rows.count)) amounts on \(.number(plans.count)) plans differ."
        ),
        .table(planSheet.table()),
      ])
    for plan in plans {
      document.append(.section(.verbatim(plan.plan.name)))
      document.append(contentsOf: plan.blocks)
    }
    return document
  }

  private var planSheet: Sheet<Reconciliation> {
    var sheet = Sheet(plans)
    sheet.add("plan", "Plan") { .text($0.plan.name) }
    sheet.add("currency", "Currency") { .text($0.plan.currency.code) }
    sheet.add("amounts", "Amounts") { .integer($0.rows.count) }
    sheet.add("different", "Different") { .integer($0.rows.count { $0.cause != nil }) }
    sheet.add("paid", "Paid", .amount()) { .money($0.sum(\.paid)) }
    sheet.add("owed", "Owed", .amount()) { .money($0.sum(\.owed)) }
    sheet.add("difference", "Difference", .strong(.amount(sign: .always))) {
      .money($0.sum(\.difference))
    }
    return sheet
  }

  public var charts: [Chart] { [] }

  // MARK: For programs

  public var tables: [NamedTable] {
    [
      NamedTable("differences") {
        Reconciliation.sheet(of: rows.filter { $0.row.cause != nil }, namesPlans: true).records
      },
      NamedTable("rows") { Reconciliation.sheet(of: rows, namesPlans: true).records },
      NamedTable("plans") { planSheet.records },
    ]
  }

  public var facts: [JSONValue.Member] { [.init("plans", .integer(plans.count))] }
}
