internal import Amounts
public import Answers
internal import MarketAnswers
public import PayAnswers
internal import PayPlans
public import Reporting

/// A page for each person on a plan, with the statement, and an overview that leads to them.
public struct StatementPack: ReportSubject {
  /// The statements.
  public let statements: PayStatements
  /// The names of the pages, in the order of the statements.
  private let names: [String]

  /// Makes pages of statements.
  public init(_ statements: PayStatements) {
    self.statements = statements
    names = statements.fileNames
  }

  public var tables: [NamedTable] { statements.tables }

  public var parts: [AnswerPart] { statements.parts }

  public var facts: [JSONValue.Member] { statements.facts }

  public var pages: [Page] {
    zip(names, statements.statements).map { name, statement in
      var document = Document(
        title: "Pay statement of \(statements.name(of: statement))",
        blocks: [
          .paragraph(
            """
            \(statements.plan.name), \(statements.days): \
            \(.strong(.money(statement.total))) is paid.
            """)
        ])
      document.append(.chart(statements.waterfall(of: [statement])))
      document.append(contentsOf: statements.blocks(on: statement))
      return Page(name, document)
    }
  }
}

// MARK: The overview

extension StatementPack {
  public var title: Inline { "Pay statements: \(statements.plan.name)" }

  public var findings: [Inline] {
    [cost, extremes, dues, debts, attainment].compactMap(\.self)
  }

  public var sections: [ReportSection] {
    [
      ReportSection("people", [.section("People"), .table(overview)]),
      ReportSection(
        "total",
        [.section("In all"), .chart(statements.waterfall(of: statements.statements))]),
    ]
  }

  private func sum(_ part: KeyPath<PeriodStatement, Money>) -> Money {
    statements.statements.reduce(.zero(statements.plan.currency)) { $0 + $1[keyPath: part] }
  }

  private var cost: Inline {
    let parts: Inline =
      "\(.money(sum(\.base))) of base pay and \(.money(sum(\.incentivePaid))) of incentive"
    let count = statements.statements.count
    return count == 1
      ? "1 person is paid \(.strong(.money(sum(\.total)))) (\(statements.days)): \(parts)."
      : """
      \(.number(count)) people are paid \(.strong(.money(sum(\.total)))) (\(statements.days)): \
      \(parts).
      """
  }

  private var extremes: Inline? {
    let people = statements.statements
    guard people.count > 1,
      let highest = people.max(by: { $0.incentivePaid < $1.incentivePaid }),
      let lowest = people.min(by: { $0.incentivePaid < $1.incentivePaid })
    else { return nil }
    return """
      The highest incentive paid is \(.money(highest.incentivePaid)), to \
      \(statements.name(of: highest)), the lowest \(.money(lowest.incentivePaid)), to \
      \(statements.name(of: lowest)).
      """
  }

  private var dues: Inline? {
    let waiting = statements.statements.filter { $0.notDue.minorUnits > 0 }
    guard !waiting.isEmpty else { return nil }
    let sum = waiting.reduce(Money.zero(statements.plan.currency)) { $0 + $1.notDue }
    return waiting.count == 1
      ? """
      \(.money(sum)) that \(statements.name(of: waiting[0])) has earned is not due, or lapsed with a \
      cancelled deal.
      """
      : """
      \(.money(sum)) that \(.number(waiting.count)) people have earned is not due, or lapsed with \
      cancelled deals.
      """
  }

  private var debts: Inline {
    let owing = statements.statements.filter { $0.owed.minorUnits > 0 }
    switch owing.count {
    case 0: return "Nobody owes anything on a draw or for cancelled deals."
    case 1:
      return """
        \(statements.name(of: owing[0])) owes \(.money(owing[0].owed)) on a draw or for cancelled \
        deals.
        """
    default:
      return """
        \(.number(owing.count)) people owe \(.money(sum(\.owed))) on draws or for cancelled deals.
        """
    }
  }

  private var attainment: Inline? {
    let attainments = statements.statements.compactMap { $0.attainment(in: statements.plan) }
    guard !attainments.isEmpty else { return nil }
    return """
      Quotas reached: \(.number(attainments.count { $0 >= .one })) of \(.number(attainments.count)).
      """
  }

  private var overview: Table {
    let people = statements.statements
    let attainments = people.map { $0.attainment(in: statements.plan) }
    let showsAttainment = attainments.contains { $0 != nil }
    let showsDue = people.contains { $0.notDue.minorUnits != 0 }
    let showsOwed = people.contains { $0.owed.minorUnits != 0 }
    func row(
      _ name: Inline, _ amount: (KeyPath<PeriodStatement, Money>) -> Inline, _ attainment: Inline
    ) -> [Inline] {
      [name] + (showsAttainment ? [attainment] : [])
        + [amount(\.base), amount(\.earned)] + (showsDue ? [amount(\.notDue)] : [])
        + [amount(\.incentivePaid), amount(\.total)] + (showsOwed ? [amount(\.owed)] : [])
    }
    var table = Table(
      [.text("Rep")] + (showsAttainment ? [.number("Attainment")] : [])
        + [.number("Base"), .number("Earned")] + (showsDue ? [.number("Not due")] : [])
        + [.number("Incentive paid"), .number("Total")] + (showsOwed ? [.number("Owed")] : []),
      caption: "Pay in \(statements.plan.currency.code)")
    for (index, person) in people.enumerated() {
      table.append(
        row(
          .link(Inline(person.whole.name ?? person.whole.rep), to: Page.address(of: names[index])),
          { $0 == \.total ? .strong(.amount(person.total)) : .amount(person[keyPath: $0]) },
          .percentage(attainments[index])))
    }
    if showsAttainment {
      table.bars = Table.Bars(of: 1, attainments.map { $0?.doubleValue ?? .nan })
    }
    table.append(row(.strong("All"), { .strong(.amount(sum($0))) }, .empty))
    return table
  }
}
