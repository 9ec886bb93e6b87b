internal import Amounts
public import Answers
internal import Findings
internal import PayPlans
public import Reporting

extension PayStatements {
  public var tables: [NamedTable] {
    let statements = statements
    let planName = plan.name
    return [
      NamedTable("reps") { Self.repTable(statements, planName) },
      NamedTable("components") { Self.componentTable(statements) },
      NamedTable("lines") { Self.lineTable(statements) },
      NamedTable("months") { Self.monthTable(statements) },
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

  private static func repTable(_ statements: [PeriodStatement], _ plan: String) -> RecordTable {
    var table = RecordTable([
      "rep", "name", "plan", "base", "earned", "not_due", "lapsed", "clawback", "guarantee", "draw",
      "incentive_paid", "owed_clawback", "owed_draw", "total",
    ])
    for statement in statements {
      table.append([
        .text(statement.whole.rep), .text(statement.whole.name), .text(plan),
        .money(statement.base), .money(statement.earned), .money(statement.notDue),
        .money(statement.lapsed), .money(statement.clawback), .money(statement.guarantee),
        .money(statement.draw),
        .money(statement.incentivePaid), .money(statement.owedClawback),
        .money(statement.owedDraw), .money(statement.total),
      ])
    }
    return table
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

  private static func monthTable(_ statements: [PeriodStatement]) -> RecordTable {
    var table = RecordTable([
      "rep", "first_day", "last_day", "base", "earned", "due", "clawback", "lapsed", "guarantee",
      "draw_advanced", "draw_recovered", "incentive_paid", "owed_clawback", "owed_draw", "total",
    ])
    for statement in statements {
      for month in statement.months {
        table.append([
          .text(statement.whole.rep), .text("\(month.firstDay)"), .text("\(month.lastDay)"),
          .money(month.base), .money(month.earned), .money(month.due), .money(month.clawback),
          .money(month.lapsed),
          .money(month.guarantee), .money(month.drawAdvanced), .money(month.drawRecovered),
          .money(month.incentivePaid), .money(month.owedClawback), .money(month.owedDraw),
          .money(month.total),
        ])
      }
    }
    return table
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
