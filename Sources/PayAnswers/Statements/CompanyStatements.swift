public import Amounts
public import Answers
internal import Findings
internal import PayPlans
public import Reporting

/// What everyone is paid who is on one of several plans.
///
/// Who changes plans within the year has a statement for each of them.
public struct CompanyStatements: Answer {
  /// The statements by plan, in the order in which the plans were given; nobody is on the others.
  public let plans: [PayStatements]

  public var isSelection: Bool { plans.contains { $0.isSelection } }

  /// What plans cost in the time that is shown.
  public struct Total: Hashable, Sendable {
    /// The salaries.
    public var base: Money
    /// What was earned, due or not.
    public var earned: Money
    /// The incentive that was paid.
    public var incentivePaid: Money
    /// Salaries and incentive paid.
    public var cost: Money { base + incentivePaid }

    fileprivate init(of plan: PayStatements) {
      let zero = Money.zero(plan.plan.currency)
      func sum(_ part: (PeriodStatement) -> Money) -> Money {
        plan.statements.reduce(zero) { $0 + part($1) }
      }
      base = sum { $0.base }
      earned = sum { $0.earned }
      incentivePaid = sum { $0.incentivePaid }
    }
  }

  /// The totals of each currency, in the order of the plans: amounts of different ones are never added.
  public let totals: [Total]

  /// - Throws: when the plans of a currency cost more together than fits.
  init(_ plans: [PayStatements]) throws(ArithmeticFailure) {
    self.plans = plans
    var totals: [Total] = []
    for plan in plans {
      let own = Total(of: plan)
      guard let index = totals.firstIndex(where: { $0.base.currency == own.base.currency }) else {
        totals.append(own)
        continue
      }
      let sums = [
        totals[index].base.minorUnits.addingReportingOverflow(own.base.minorUnits),
        totals[index].incentivePaid.minorUnits.addingReportingOverflow(
          own.incentivePaid.minorUnits),
        totals[index].earned.minorUnits.addingReportingOverflow(own.earned.minorUnits),
      ]
      let most = Int64.max / 4
      guard sums.allSatisfy({ !$0.overflow && $0.partialValue.magnitude <= UInt64(most) }) else {
        throw .overflow
      }
      totals[index].base += own.base
      totals[index].earned += own.earned
      totals[index].incentivePaid += own.incentivePaid
    }
    self.totals = totals
  }

  private var statements: [PeriodStatement] { plans.flatMap(\.statements) }
  private var keptColumns: [String] { plans.first?.keptColumns ?? [] }

  // MARK: For people

  public var document: Document {
    var document = Document(
      title: "Pay statements",
      blocks: [
        .paragraph(introduction), .table(planSheet.table()),
        .table(
          PayStatements.repSheet(statements, keeping: keptColumns, namesPlans: true).table()),
      ])
    for plan in plans {
      for statement in plan.statements {
        document.append(.section("\(plan.name(of: statement)), \(plan.plan.name)"))
        document.append(contentsOf: plan.blocks(on: statement))
      }
    }
    return document
  }

  private var introduction: Inline {
    let people: Inline = "\(.number(Set(statements.map(\.whole.rep)).count)) people"
    let costs = totals.map { "\(.amount($0.cost)) \($0.base.currency.code)" as Inline }
      .joined(separator: ", ")
    let period = plans.lazy.compactMap(\.period).first
    let sum: Inline =
      switch (isSelection, period) {
      case (true, nil): "Their pay comes to \(costs)."
      case (true, let period?): "Their pay for \(period.name) comes to \(costs)."
      case (false, nil): "Together the plans cost \(costs)."
      case (false, let period?): "Together the plans cost \(costs) in \(period.name)."
      }
    let several: Inline =
      Set(statements.map(\.whole.rep)).count < statements.count
      ? " Who changes plans has a statement for each." : .empty
    let quietEnd = period == nil ? statements.quietEnd : .empty
    return "\(people) on \(.number(plans.count)) plans. \(sum)\(several)\(quietEnd)"
  }

  private var planSheet: Sheet<PayStatements> {
    var sheet = Sheet(plans)
    sheet.add("plan", "Plan") { .text($0.plan.name) }
    sheet.add(fields: ["first_day", "last_day", "as_of"], .text("Days")) {
      $0.days
    } values: { plan in
      let whole = plan.statements.first?.whole
      let days = plan.period?.days ?? whole.map { $0.yearStart...$0.yearEnd }
      return [
        .text(days.map { "\($0.lowerBound)" }), .text(days.map { "\($0.upperBound)" }),
        .text(whole?.asOf.map { "\($0)" }),
      ]
    }
    sheet.add("people", "People") { .integer($0.statements.count) }
    sheet.add("currency", "Currency") { .text($0.plan.currency.code) }
    sheet.add("base", "Base", .amount()) { .money(Total(of: $0).base) }
    sheet.add("earned", "Earned", .amount()) { .money(Total(of: $0).earned) }
    sheet.add("incentive_paid", "Incentive paid", .amount()) { .money(Total(of: $0).incentivePaid) }
    sheet.add("cost", "Total", .strong(.amount())) { .money(Total(of: $0).cost) }
    return sheet
  }

  public var charts: [Chart] { [] }

  // MARK: For programs

  public var tables: [NamedTable] {
    let reps = NamedTable("reps") {
      PayStatements.repSheet(statements, keeping: keptColumns, namesPlans: true).records
    }
    let first = plans.first.map { $0.tables(of: []) } ?? []
    return [reps, NamedTable("plans") { planSheet.records }]
      + first.filter { $0.name != "reps" }.map { table in
        NamedTable(table.name) { together(table.name) }
      }
  }

  public var parts: [AnswerPart] {
    var slugs = Slugs()
    return plans.flatMap { plan in
      plan.statements.map { statement in
        AnswerPart(
          slugs.fileName(of: "\(statement.whole.rep) \(plan.plan.name)"),
          plan.tables(of: [statement]))
      }
    }
  }

  /// A table of all plans, with the plan and its currency in front.
  private func together(_ name: String) -> RecordTable {
    let tables = plans.compactMap { plan in
      plan.tables.first { $0.name == name }.map { (plan.plan, $0.table) }
    }
    let columns = ["plan", "currency"] + (tables.first?.1.columns ?? [])
    return RecordTable(
      columns,
      records: tables.flatMap { plan, table in
        table.records.map { [.text(plan.name), .text(plan.currency.code)] + $0 }
      })
  }

  public var facts: [JSONValue.Member] {
    [
      .init(
        "totals",
        .array(
          totals.map { total in
            .object([
              .init("currency", .string(total.base.currency.code)),
              .init("base", .money(total.base)), .init("earned", .money(total.earned)),
              .init("incentive_paid", .money(total.incentivePaid)),
              .init("cost", .money(total.cost)),
            ])
          }))
    ]
  }
}
