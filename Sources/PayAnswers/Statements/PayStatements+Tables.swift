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

  func tables(of statements: [PeriodStatement]) -> [NamedTable] {
    [
      NamedTable("reps") { Self.repSheet(statements, keeping: keptColumns).records },
      NamedTable("components") { Self.componentSheet(statements).records },
      NamedTable("lines") { lineSheet(statements).records },
      NamedTable("months") { Self.monthSheet(statements).records },
      NamedTable("clawbacks") { Self.clawbackSheet(statements).records },
      NamedTable("uncounted") { uncountedSheet(of: statements).records },
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
      .init("as_of", whole?.asOf.map { .string("\($0)") } ?? .null),
      .init("cost", .money(totals.cost)), .init("credit", .ratio(totals.credit)),
      .init("cost_of_credit", totals.costOfCredit.map(JSONValue.ratio) ?? .null),
      .init("share_of_target", totals.shareOfTarget.map(JSONValue.ratio) ?? .null),
    ]
  }

  /// A row for each person, ready for payroll.
  ///
  /// People see the plan and its currency where there are several.
  static func repSheet(
    _ statements: [PeriodStatement], keeping kept: [String], namesPlans: Bool = false
  ) -> Sheet<PeriodStatement> {
    var sheet = Sheet(statements)
    sheet.add("rep") { .text($0.whole.rep) }
    sheet.add(
      "name", .text("Rep"), { .text($0.whole.name) },
      cell: { .init($0.whole.name ?? $0.whole.rep) })
    sheet.add("employee_id") { .text($0.employeeID) }
    sheet.add("plan", namesPlans ? "Plan" : nil) { .text($0.whole.plan) }
    if namesPlans {
      sheet.add("currency", "Currency") { .text($0.whole.base.currency.code) }
    }
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
    sheet.add(nil, "Owed by the rep", .amount()) { .money($0.owed) }
    for (index, name) in kept.enumerated() {
      sheet.add(RecordTable.Column(name), .init(name)) { .text($0.kept[index]) }
    }
    return sheet
  }

  /// What each component earned for each person.
  private static func componentSheet(
    _ statements: [PeriodStatement]
  ) -> Sheet<(of: PeriodStatement, name: String, earned: Money)> {
    var sheet = Sheet(
      statements.flatMap { statement in
        statement.components.map { (of: statement, name: $0.name, earned: $0.earned) }
      })
    sheet.add("rep") { .text($0.of.whole.rep) }
    sheet.add("component") { .text($0.name) }
    sheet.add("earned") { .money($0.earned) }
    sheet.add("overpaid") { row in
      guard row.of.range == nil else { return .missing }
      return .money(row.of.whole.components.first { $0.component == row.name }?.overpaid)
    }
    return sheet
  }

  /// A line for each deal, period, adjustment and clawback.
  func lineSheet(_ statements: [PeriodStatement]) -> Sheet<(rep: String, line: StatementLine)> {
    var sheet = Sheet(
      statements.flatMap { statement in
        statement.lines.map { (rep: statement.whole.rep, line: $0) }
      })
    sheet.add("rep") { .text($0.rep) }
    sheet.add("date", "Date", .day) { .text("\($0.line.date)") }
    sheet.add("kind") { .text($0.line.kind.rawValue) }
    sheet.add("deal", .text("Deal")) {
      .text($0.line.deal)
    } cell: {
      .init($0.line.deal ?? $0.line.note ?? "")
    }
    func add(
      _ key: RecordTable.Column, _ title: Inline, _ text: @escaping @Sendable (DealFacts) -> String?
    ) {
      sheet.add(key, title, isOptional: true) { .text($0.line.facts.flatMap(text)) }
    }
    add("account", "Account") { $0.account }
    add("deal_name", "Deal name") { $0.name }
    // What was sold in the currency of the plan stands in its credit.
    let isForeign = sheet.rows.contains { row in
      row.line.facts?.currency.map { $0 != plan.currency } ?? false
    }
    sheet.add(
      fields: ["deal_amount", "deal_currency"], isForeign ? .number("Sold") : nil
    ) { row in
      guard let facts = row.line.facts, let amount = facts.amount, let currency = facts.currency
      else { return .empty }
      return "\(.number(amount, places: Int(currency.minorUnitDigits))) \(currency.code)"
    } values: {
      [.ratio($0.line.facts?.amount), .text($0.line.facts?.currency?.code)]
    }
    sheet.add("component", .text("Component")) {
      .text($0.line.component)
    } cell: {
      $0.line.kind == .clawback
        ? "\($0.line.component), taken back" : .component($0.line.component)
    }
    sheet.add("credit", .number("Credit")) {
      .ratio($0.line.credit)
    } cell: {
      $0.line.kind == .deal || $0.line.kind == .period ? number($0.line.credit) : .empty
    }
    sheet.add(fields: ["attainment_before", "attainment_after"], .number("Attainment")) {
      guard let before = $0.line.attainmentBefore, let after = $0.line.attainmentAfter else {
        return .empty
      }
      return "\(.percentage(before)) → \(.percentage(after))"
    } values: {
      [.ratio($0.line.attainmentBefore), .ratio($0.line.attainmentAfter)]
    }
    sheet.add("tier", .number("Tier")) {
      .integer($0.line.tier)
    } cell: {
      .init($0.line.tier.map { "\($0)" } ?? "")
    }
    sheet.add("rate", .number("Rate")) {
      .ratio($0.line.rate)
    } cell: {
      $0.line.rate.map(rate) ?? ($0.line.cap == nil ? .empty : "cap")
    }
    sheet.add("pay", "Pay", .amount()) { .money($0.line.pay) }
    sheet.add("cut") { .money($0.line.cut) }
    sheet.add(fields: ["rule_file", "rule_line"], .text("Rule")) {
      .init($0.line.rule.map(Self.name) ?? "")
    } values: {
      [.text($0.line.rule?.file), .integer($0.line.rule?.line)]
    }
    sheet.add("note") { .text($0.line.note) }
    return sheet
  }

  /// The file and line of a rule, without the folders, which would fill the line.
  private static func name(of rule: Place) -> String {
    "\(rule.file.split(separator: "/").last ?? "")\(rule.line.map { ":\($0)" } ?? "")"
  }

  /// Every deal that was cancelled in the days shown, also where nothing was taken back, and why.
  private static func clawbackSheet(
    _ statements: [PeriodStatement]
  ) -> Sheet<(rep: String, line: ClawbackLine)> {
    var sheet = Sheet(
      statements.flatMap { statement in
        statement.whole.clawbacks.filter { statement.range?.contains($0.date) ?? true }
          .map { (rep: statement.whole.rep, line: $0) }
      })
    sheet.add("rep") { .text($0.rep) }
    sheet.add("date") { .text("\($0.line.date)") }
    sheet.add("deal") { .text($0.line.deal) }
    sheet.add("component") { .text($0.line.component) }
    sheet.add("standing") { .money($0.line.standing) }
    sheet.add("lapsed") { .money($0.line.lapsed) }
    sheet.add("taken") { .money($0.line.taken) }
    sheet.add("untaken") { .text($0.line.untaken?.key) }
    return sheet
  }

  /// Every won deal that nothing counts, with the reasons.
  private func uncountedSheet(of statements: [PeriodStatement]) -> Sheet<UncountedDeal> {
    let names = Set(statements.map(\.whole.rep))
    var sheet = Sheet(uncounted.filter { names.contains($0.rep) })
    sheet.add("rep") { .text($0.rep) }
    sheet.add("date") { .text("\($0.date)") }
    sheet.add("deal") { .text($0.deal) }
    sheet.add("account", isOptional: true) { .text($0.facts?.account) }
    sheet.add("deal_name", isOptional: true) { .text($0.facts?.name) }
    sheet.add("deal_amount") { .ratio($0.amount) }
    sheet.add("deal_currency") { .text($0.currency.code) }
    sheet.add("share") { .ratio($0.share) }
    sheet.add("line") { .integer($0.place.line) }
    sheet.add("reason") { .text($0.reasons.map(\.plainText).joined(separator: " ")) }
    return sheet
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
    sheet.add("clawback", "Taken back", .amount(), isOptional: true) { .money($0.month.clawback) }
    sheet.add("lapsed") { .money($0.month.lapsed) }
    sheet.add("guarantee", "Guarantee", .amount(), isOptional: true) { .money($0.month.guarantee) }
    sheet.add("draw_advanced", "Draw", .amount(), isOptional: true) {
      .money($0.month.drawAdvanced)
    }
    sheet.add("draw_recovered") { .money($0.month.drawRecovered) }
    sheet.add(nil, "Recovered", .amount(), isOptional: true) { .money(-$0.month.drawRecovered) }
    sheet.add("incentive_paid", "Incentive paid", .amount()) { .money($0.month.incentivePaid) }
    sheet.add("owed_clawback") { .money($0.month.owedClawback) }
    sheet.add("owed_draw") { .money($0.month.owedDraw) }
    sheet.add("total") { .money($0.month.total) }
    sheet.add(nil, "Owed by the rep", .amount(), isOptional: true) {
      .money($0.month.owedDraw + $0.month.owedClawback)
    }
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
