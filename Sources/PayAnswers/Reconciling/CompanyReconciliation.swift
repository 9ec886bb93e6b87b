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
    let payers = Payers(runs, names)
    let (read, found) = try Payment.read(
      path: paid, among: runs.map(\.plan), pay.files.tables, candidates: payers.candidates)
    reading.inputs.append(
      InputDescription(path: paid, rows: read.reduce(0) { $0 + $1.count }, rejected: 0))
    reading.findings.add(found)
    var payments = read.makeIterator()
    let plans = try company.answers { (run, _) throws(InputFailure) -> Reconciliation? in
      let own = (payments.next() ?? []).known(by: pay.files.asOf).map { $0.naming(by: names) }
      return try Reconciliation(
        own, with: run.pay, plan: run.plan, deals: run.deals, rates: run.rates,
        period: reading.period(named: pay.period, of: run.plan))
    }
    for plan in plans { reading.findings.add(plan.findings) }
    return Reply(
      CompanyReconciliation(plans), inputs: reading.inputs, findings: reading.findings)
  }
}

/// Which plans can have made a payment.
private struct Payers {
  /// What a plan pays a person for, where several plans pay that person.
  private struct Statement {
    var deals: Set<String?> = []
    var components: Set<String> = []
  }

  private let names: OwnerNames
  private var statements: [String: [Int: Statement]] = [:]

  /// - Complexity: O(people + lines of the people whom several plans pay).
  init(_ runs: [PaidDeals], _ names: OwnerNames) {
    self.names = names
    for (index, run) in runs.enumerated() {
      for statement in run.pay.statements {
        statements[statement.rep, default: [:]][index] = Statement()
      }
    }
    for (index, run) in runs.enumerated() {
      for statement in run.pay.statements where statements[statement.rep, default: [:]].count > 1 {
        statements[statement.rep]?[index] = Statement(
          deals: Set(statement.lines.map(\.deal)),
          components: Set(statement.components.map { $0.component.lowercased() }))
      }
    }
  }

  /// The plans that a payment can be by: the fewest that its person, deal and component leave.
  func candidates(for payment: Payment.Subject) -> [Int] {
    let own = statements[names.rep(for: payment.rep)] ?? [:]
    guard own.count > 1 else { return Array(own.keys) }
    var left = own
    func narrow(_ fits: (Statement) -> Bool) {
      let fitting = left.filter { fits($0.value) }
      if !fitting.isEmpty { left = fitting }
    }
    if let deal = payment.deal { narrow { $0.deals.contains(deal) } }
    if let component = payment.component?.lowercased() {
      narrow { $0.components.contains(component) }
    }
    return left.keys.sorted()
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
