public import Amounts
public import PayPlans
public import Reporting

/// What was paid against what was owed, with the cause of each difference.
public struct Reconciliation: Answer {
  /// Why an amount that was paid differs from what was owed.
  public enum Cause: String, Hashable, Sendable, CaseIterable {
    /// Nothing was paid for a deal that earned something.
    case missingDeal = "missing deal"
    /// A deal was paid that is not among the deals, or earned nothing.
    case extraDeal = "extra deal"
    /// The salary was paid with the incentive.
    case base
    /// The difference is a cent or so for each line.
    case rounding
    /// A split deal was paid as if it were not split, or the other way round.
    case split
    /// The rate of another tier was paid.
    case tier
    /// The right rate was paid for another credit.
    case credit
    /// It was paid in another period.
    case timing
    /// An advance or its recovery makes the difference.
    case draw
    /// What a cancelled deal gives back makes the difference.
    case clawback
    /// The rate that was paid is not one of the plan's.
    case rate
    /// None of the others accounts for it.
    case unexplained

    /// The cause as people read it.
    public var title: Inline {
      switch self {
      case .missingDeal: "missing deal"
      case .extraDeal: "extra deal"
      case .base: "base"
      case .rounding: "rounding"
      case .split: "split"
      case .tier: "tier"
      case .credit: "credit"
      case .timing: "timing"
      case .draw: "draw"
      case .clawback: "clawback"
      case .rate: "rate"
      case .unexplained: "unexplained"
      }
    }
  }

  /// One amount that was paid, or was owed, or both.
  public struct Row: Sendable {
    /// Who.
    public let rep: String
    /// The time; nil for the whole plan year.
    public let period: CalendarPeriod?
    /// The deal.
    public let deal: String?
    /// The component.
    public let component: String?
    /// What was paid.
    public let paid: Money
    /// What was owed.
    public let owed: Money
    /// Why they differ; nil where they do not.
    public internal(set) var cause: Cause?
    /// The difference in a sentence; empty where there is none.
    public internal(set) var explanation: Inline = .empty

    /// What was paid too much; negative for too little.
    public var difference: Money { paid - owed }
  }

  /// The plan.
  public let plan: Plan
  /// The amounts, those of the file first, then what it lacks.
  public let rows: [Row]

  /// Whether everything was paid as owed.
  public var isClean: Bool { rows.allSatisfy { $0.difference.minorUnits == 0 } }

  /// Reconciles payments with statements.
  ///
  /// Payments of one rep, period, deal and component are added up. What is owed is taken at the same
  /// grain: of a deal or component its lines as earned, of a rep and period the incentive paid.
  ///
  /// - Complexity: O(payments + lines), and for each difference O(lines of its rep).
  public init(_ payments: [Payment], with run: PayRun, plan: Plan, deals: Deals) {
    self.plan = plan
    let matcher = PaymentMatcher(run, plan: plan, deals: deals)
    rows = matcher.rows(for: payments)
  }
}

extension Reconciliation {
  public var tables: [NamedTable] {
    var differences = Self.table()
    var all = Self.table()
    for row in rows {
      let record: [RecordValue] = [
        .text(row.rep), .text(row.period?.name), .text(row.deal), .text(row.component),
        .money(row.paid), .money(row.owed), .money(row.difference), .text(row.cause?.rawValue),
        .text(row.cause == nil ? nil : row.explanation.plainText),
      ]
      all.append(record)
      if row.cause != nil { differences.append(record) }
    }
    return [NamedTable("differences", differences), NamedTable("rows", all)]
  }

  public var facts: [JSONValue.Member] {
    let zero = Money.zero(plan.currency)
    return [
      .init("plan", .string(plan.name)), .init("currency", .string(plan.currency.code)),
      .init("paid", .money(rows.reduce(zero) { $0 + $1.paid })),
      .init("owed", .money(rows.reduce(zero) { $0 + $1.owed })),
      .init("difference", .money(rows.reduce(zero) { $0 + $1.difference })),
    ]
  }

  private static func table() -> RecordTable {
    RecordTable([
      "rep", "period", "deal", "component", "paid", "owed", "difference", "cause", "explanation",
    ])
  }

  public var document: Document {
    let different = rows.filter { $0.cause != nil }
    let net = rows.reduce(Money.zero(plan.currency)) { $0 + $1.difference }
    var document = Document(title: "Reconciliation: \(plan.name)")
    guard !different.isEmpty else {
      document.append(
        .paragraph("All \(.number(rows.count)) amounts were paid as owed, to the cent."))
      return document
    }
    document.append(
      .paragraph(
        """
        \(.number(different.count)) of \(.number(rows.count)) amounts differ; in all \
        \(.money(net, sign: .always)) was paid against what was owed.
        """))
    var table = Table([
      .text("Rep"), .text("Period"), .text("Deal"), .text("Component"), .number("Paid"),
      .number("Owed"), .number("Difference"), .text("Cause"), .text("Why"),
    ])
    for row in different {
      table.append([
        .init(row.rep), .init(row.period?.name ?? ""), .init(row.deal ?? ""),
        .init(row.component ?? ""), .amount(row.paid), .amount(row.owed),
        .strong(.amount(row.difference, sign: .always)),
        row.cause?.title ?? .empty, row.explanation,
      ])
    }
    document.append(.table(table))
    document.append(.chart(chart))
    return document
  }

  /// What was paid too much and too little for each cause; the whole pay would dwarf it.
  private var chart: Chart {
    let zero = Money.zero(plan.currency)
    let causes = Cause.allCases.compactMap { cause -> Chart.Step? in
      let rows = rows.filter { $0.cause == cause }
      guard !rows.isEmpty else { return nil }
      return Chart.Step(Inline(cause.rawValue), rows.reduce(zero) { $0 + $1.difference })
    }
    let net = Chart.Step("In all", rows.reduce(zero) { $0 + $1.difference }, isTotal: true)
    return .waterfall(
      name: "causes", title: "Paid less owed, by cause", xTitle: "Paid less owed, added up",
      currency: plan.currency, steps: causes + [net])
  }
}
