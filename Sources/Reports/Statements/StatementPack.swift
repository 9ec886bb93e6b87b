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

  public var isSelection: Bool { statements.isSelection }

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

  /// A person, with the page that the name leads to.
  private struct Person: Sendable {
    let statement: PeriodStatement
    let page: String
    let attainment: Ratio?
  }

  private var overview: Table {
    let people = zip(names, statements.statements).map { name, statement in
      Person(
        statement: statement, page: name, attainment: statement.attainment(in: statements.plan))
    }
    // The last row is that of all together.
    var sheet = Sheet<Person?>(
      people + [nil], caption: "Pay in \(statements.plan.currency.code)")
    func add(
      _ title: Inline, isTotal: Bool = false, _ part: @escaping @Sendable (PeriodStatement) -> Money
    ) {
      let all = statements.statements.reduce(Money.zero(statements.plan.currency)) {
        $0 + part($1)
      }
      sheet.add(.number(title)) { person in
        guard let person else { return .strong(.amount(all)) }
        let amount = Inline.amount(part(person.statement))
        return isTotal ? .strong(amount) : amount
      }
    }
    sheet.add(.text("Rep")) { person in
      guard let person else { return .strong("All") }
      let whole = person.statement.whole
      return .link(Inline(whole.name ?? whole.rep), to: Page.address(of: person.page))
    }
    for (index, name) in statements.keptColumns.enumerated() {
      sheet.add(.text(.init(name))) { .init($0?.statement.whole.kept[index] ?? "") }
    }
    let showsAttainment = people.contains { $0.attainment != nil }
    if showsAttainment {
      sheet.add(.number("Attainment")) { $0.map { .percentage($0.attainment) } ?? .empty }
    }
    add("Base") { $0.base }
    add("Earned") { $0.earned }
    if people.contains(where: { $0.statement.notDue.minorUnits != 0 }) {
      add("Not due") { $0.notDue }
    }
    add("Incentive paid") { $0.incentivePaid }
    add("Total", isTotal: true) { $0.total }
    if people.contains(where: { $0.statement.owed.minorUnits != 0 }) {
      add("Owed by the rep") { $0.owed }
    }
    var table = sheet.table()
    if showsAttainment {
      table.bars = Table.Bars(of: 1, people.map { $0.attainment?.doubleValue ?? .nan })
    }
    return table
  }
}
