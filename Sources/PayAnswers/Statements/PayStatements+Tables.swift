internal import Amounts
public import Answers
internal import Findings
internal import PayPlans
public import Reporting

extension PayStatements {
  public var tables: [NamedTable] { tables(of: statements) }

  public var parts: [AnswerPart] {
    zip(fileNames, statements).map { AnswerPart($0, tables(of: [$1])) }
  }

  /// A name for a file of each person, in the order of the statements.
  ///
  /// It is made of the person's name in the files, because that one is nobody else's.
  package var fileNames: [String] {
    var slugs = Slugs()
    return statements.map { slugs.fileName(of: $0.whole.rep) }
  }

  private func tables(of statements: [PeriodStatement]) -> [NamedTable] {
    let planName = plan.name
    return [
      NamedTable("reps") { Self.repSheet(statements, planName).records },
      NamedTable("components") { Self.componentTable(statements) },
      NamedTable("lines") { Self.lineTable(statements) },
      NamedTable("months") { Self.monthSheet(statements).records },
      NamedTable("clawbacks") { Self.clawbackTable(statements) },
    ]
  }

  public var facts: [JSONValue.Member] {
    let whole = statements.first?.whole
    let days = period?.days ?? whole.map { $0.yearStart...$0.yearEnd }
    return [
      .init("plan", .string(plan.name)), .init("currency", .string(plan.currency.code)),
      .init("period", period.map { .string($0.name) } ?? .null),
      .init("first_day", days.map { .string("\($0.lowerBound)") } ?? .null),
      .init("last_day", days.map { .string("\($0.upperBound)") } ?? .null),
      .init("cost", .money(totals.cost)), .init("credit", .ratio(totals.credit)),
      .init("cost_of_credit", totals.costOfCredit.map(JSONValue.ratio) ?? .null),
      .init("share_of_target", totals.shareOfTarget.map(JSONValue.ratio) ?? .null),
    ]
  }

  /// A row for each person, ready for payroll.
  static func repSheet(_ statements: [PeriodStatement], _ plan: String) -> Sheet<PeriodStatement> {
    var sheet = Sheet(statements)
    sheet.add("rep") { .text($0.whole.rep) }
    sheet.add(
      "name", .text("Rep"), { .text($0.whole.name) },
      cell: { .init($0.whole.name ?? $0.whole.rep) })
    sheet.add("plan") { _ in .text(plan) }
    sheet.add("base", "Base", .amount()) { .money($0.base) }
    sheet.add("earned", "Earned", .amount()) { .money($0.earned) }
    sheet.add("not_due") { .money($0.notDue) }
    sheet.add("lapsed") { .money($0.lapsed) }
    sheet.add("clawback") { .money($0.clawback) }
    sheet.add("guarantee") { .money($0.guarantee) }
    sheet.add("draw") { .money($0.draw) }
    sheet.add("incentive_paid", "Incentive paid", .amount()) { .money($0.incentivePaid) }
    sheet.add("owed_clawback") { .money($0.owedClawback) }
    sheet.add("owed_draw") { .money($0.owedDraw) }
    sheet.add("total", "Total", .strong(.amount())) { .money($0.total) }
    sheet.add(nil, "Owed", .amount()) { .money($0.owed) }
    return sheet
  }

  private static func componentTable(_ statements: [PeriodStatement]) -> RecordTable {
    var table = RecordTable(["rep", "component", "earned", "overpaid"])
    for statement in statements {
      for component in statement.components {
        let whole = statement.whole.components.first { $0.component == component.name }
        table.append([
          .text(statement.whole.rep), .text(component.name), .money(component.earned),
          statement.range == nil ? .money(whole?.overpaid) : .missing,
        ])
      }
    }
    return table
  }

  private static func lineTable(_ statements: [PeriodStatement]) -> RecordTable {
    var table = RecordTable([
      "rep", "date", "kind", "deal", "component", "credit", "attainment_before", "attainment_after",
      "tier", "rate", "pay", "cut", "rule_file", "rule_line", "note",
    ])
    for statement in statements {
      for line in statement.lines {
        table.append([
          .text(statement.whole.rep), .text("\(line.date)"), .text(line.kind.rawValue),
          .text(line.deal), .text(line.component), .ratio(line.credit),
          .ratio(line.attainmentBefore),
          .ratio(line.attainmentAfter), .integer(line.tier), .ratio(line.rate), .money(line.pay),
          .money(line.cut), .text(line.rule?.file), .integer(line.rule?.line), .text(line.note),
        ])
      }
    }
    return table
  }

  /// Every deal that was cancelled in the days shown, also where nothing was taken back, and why.
  private static func clawbackTable(_ statements: [PeriodStatement]) -> RecordTable {
    var table = RecordTable([
      "rep", "date", "deal", "component", "standing", "lapsed", "taken", "untaken",
    ])
    for statement in statements {
      for line in statement.whole.clawbacks where statement.range?.contains(line.date) ?? true {
        table.append([
          .text(statement.whole.rep), .text("\(line.date)"), .text(line.deal),
          .text(line.component), .money(line.standing), .money(line.lapsed), .money(line.taken),
          .text(line.untaken?.key),
        ])
      }
    }
    return table
  }

  /// A month of a person.
  struct RepMonth: Sendable {
    let rep: String
    let month: PayMonth
  }

  static func monthSheet(_ statements: [PeriodStatement]) -> Sheet<RepMonth> {
    var sheet = Sheet(
      statements.flatMap { statement in
        statement.months.map { RepMonth(rep: statement.whole.rep, month: $0) }
      })
    sheet.add("rep") { .text($0.rep) }
    sheet.add("first_day") { .text("\($0.month.firstDay)") }
    sheet.add("last_day", .text("Until")) {
      .text("\($0.month.lastDay)")
    } cell: {
      .numericDate($0.month.lastDay)
    }
    sheet.add("base") { .money($0.month.base) }
    sheet.add("earned", "Earned", .amount()) { .money($0.month.earned) }
    sheet.add("due", "Due", .amount()) { .money($0.month.due) }
    sheet.add("clawback", "Taken back", .amount()) { .money($0.month.clawback) }
    sheet.add("lapsed") { .money($0.month.lapsed) }
    sheet.add("guarantee", "Guarantee", .amount()) { .money($0.month.guarantee) }
    sheet.add("draw_advanced", "Draw", .amount()) { .money($0.month.drawAdvanced) }
    sheet.add(
      "draw_recovered", .number("Recovered"), { .money($0.month.drawRecovered) },
      cell: { .amount(-$0.month.drawRecovered) })
    sheet.add("incentive_paid", "Incentive paid", .amount()) { .money($0.month.incentivePaid) }
    sheet.add("owed_clawback") { .money($0.month.owedClawback) }
    sheet.add("owed_draw") { .money($0.month.owedDraw) }
    sheet.add("total") { .money($0.month.total) }
    sheet.add(nil, "Owed", .amount()) { .money($0.month.owedDraw + $0.month.owedClawback) }
    return sheet
  }
}

extension ClawbackLine.Untaken {
  /// The word for it in data.
  fileprivate var key: String {
    switch self {
    case .noRule: "no_clawback"
    case .outsideWindow: "outside_window"
    case .notPaidBefore: "period_not_paid"
    case .nothingPaid: "stood_at_nothing"
    case .othersStand: "others_stand"
    }
  }
}
