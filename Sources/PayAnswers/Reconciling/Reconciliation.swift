public import Amounts
public import Answers
public import Findings
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
    /// The same amount stands on several rows.
    case duplicate
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
    /// Amounts of deals were not converted, or twice, or the pay is in another currency.
    case currency
    /// The rate that was paid is not one of the plan's.
    case rate
    /// Several amounts were paid at one multiple of what is owed; what makes it is not known.
    case factor
    /// No row of the file pays it, or one says that nothing was paid.
    case unpaid
    /// The row is for a person, component or time of which the plan knows nothing.
    case unmatched
    /// None of the others accounts for it.
    case unexplained

    /// The cause as people read it.
    public var title: Inline {
      switch self {
      case .missingDeal: "missing deal"
      case .extraDeal: "extra deal"
      case .duplicate: "duplicate"
      case .base: "base"
      case .rounding: "rounding"
      case .split: "split"
      case .tier: "tier"
      case .credit: "credit"
      case .timing: "timing"
      case .draw: "draw"
      case .clawback: "clawback"
      case .currency: "currency"
      case .rate: "rate"
      case .factor: "factor"
      case .unpaid: "unpaid"
      case .unmatched: "unmatched"
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
    /// Whether the cause follows from the amounts alone, so that one which several rows share goes before it.
    var isArithmetic: Bool = false

    /// What was paid too much; negative for too little.
    public var difference: Money { paid - owed }
    /// How often what was owed was paid; nil where either is not above zero.
    var factor: Ratio? {
      guard paid.minorUnits > 0, owed.minorUnits > 0 else { return nil }
      return try? paid.majorUnits / owed.majorUnits
    }
  }

  /// The plan.
  public let plan: Plan
  /// The time that is compared; nil for the whole plan year and what is due after it.
  public let period: CalendarPeriod?
  /// The amounts, those that the file lacks among them, person by person and by time.
  public let rows: [Row]
  /// The rows of the file that nothing can be matched with.
  public let findings: FindingLog
  /// The number of payments that were left out because they are for another time.
  public let elsewhere: Int
  /// What is owed in the time that is compared and belongs to rows for a longer time, which are left
  /// out.
  public let leftOut: Money
  /// What moved pay and cannot be compared.
  public let uncompared: Uncompared

  /// What makes pay differ from what was earned where no row of the file is about a person's whole
  /// pay, in minor units.
  public struct Uncompared: Hashable, Sendable {
    /// What cancelled deals gave back; zero or negative.
    public internal(set) var clawback: Int64 = 0
    /// What a guarantee paid on top.
    public internal(set) var guarantee: Int64 = 0
    /// What a draw paid on top, less what was taken back of it.
    public internal(set) var draw: Int64 = 0
    /// What was earned and is not due.
    public internal(set) var notDue: Int64 = 0
  }

  /// Whether everything was paid as owed.
  public var isClean: Bool { rows.allSatisfy { $0.difference.minorUnits == 0 } }

  /// Reconciles payments with statements.
  ///
  /// Payments of one rep, period, deal and component are added up. Each amount that is owed is held
  /// against the finest of them that names it: a deal, else a component, else the rep. What is owed
  /// for a deal or component is what its lines earned; for a rep and period it is the incentive that
  /// is paid in it, less what finer rows are for. A deal's row with negative payments is also held
  /// against what the deal gives back.
  ///
  /// - Parameters:
  ///   - payments: What was paid, in any order.
  ///   - run: The statements.
  ///   - plan: The plan that was run.
  ///   - deals: The deals that it was run on.
  ///   - rates: What foreign currencies are worth in that of the plan.
  ///   - period: The time to compare; nil for the whole plan year and what is due after it. Payments
  ///     that do not say their time are taken as paid for this one. Those that are only partly for it
  ///     are left out, and so is what is owed for them.
  /// - Throws: `.usage` when the period is outside of the plan year.
  /// - Complexity: O(payments + lines), and for each difference O(lines of its rep).
  public init(
    _ payments: [Payment], with run: PayRun, plan: Plan, deals: Deals,
    rates: MonthlyRates = MonthlyRates(), period: CalendarPeriod? = nil
  ) throws(InputFailure) {
    if let period { try run.check(period) }
    self.plan = plan
    self.period = period
    let matcher = PaymentMatcher(
      payments, run, plan: plan, deals: deals, rates: rates, period: period)
    rows = matcher.rows
    findings = matcher.findings
    elsewhere = matcher.elsewhere
    leftOut = matcher.leftOut
    uncompared = matcher.uncompared
  }
}

extension Reconciliation {
  public var tables: [NamedTable] {
    [
      NamedTable(
        "differences",
        Self.sheet(of: Self.rows(rows.filter { $0.cause != nil }, of: plan)).records),
      NamedTable("rows", Self.sheet(of: Self.rows(rows, of: plan)).records),
    ]
  }

  typealias PlanRow = (plan: Plan, row: Row)

  static func rows(_ rows: [Row], of plan: Plan) -> [PlanRow] { rows.map { (plan, $0) } }

  static func sheet(of rows: [PlanRow], namesPlans: Bool = false) -> Sheet<PlanRow> {
    var sheet = Sheet(rows)
    if namesPlans {
      sheet.add("plan") { .text($0.plan.name) }
      sheet.add("currency") { .text($0.plan.currency.code) }
    }
    sheet.add("rep", "Rep") { .text($0.row.rep) }
    sheet.add(
      "period", .text("Period"), { .text($0.row.period?.name) },
      cell: { $0.row.period?.dated ?? .empty })
    sheet.add("first_day") { .text($0.row.period.map { "\($0.days.lowerBound)" }) }
    sheet.add("last_day") { .text($0.row.period.map { "\($0.days.upperBound)" }) }
    sheet.add("deal", .text("Deal"), { .text($0.row.deal) }, cell: { .init($0.row.deal ?? "") })
    sheet.add(
      "component", .text("Component"), { .text($0.row.component) },
      cell: { .init($0.row.component ?? "") })
    sheet.add("paid", "Paid", .amount()) { .money($0.row.paid) }
    sheet.add("owed", "Owed", .amount()) { .money($0.row.owed) }
    sheet.add("difference", "Difference", .strong(.amount(sign: .always))) {
      .money($0.row.difference)
    }
    sheet.add(
      "cause", .text("Cause"), { .text($0.row.cause?.rawValue) },
      cell: { $0.row.cause?.title ?? .empty })
    sheet.add(
      "explanation", .text("Why"),
      { .text($0.row.cause == nil ? nil : $0.row.explanation.plainText) },
      cell: \.row.explanation)
    return sheet
  }

  /// What all amounts come to.
  func sum(_ amount: (Row) -> Money) -> Money {
    rows.reduce(.zero(plan.currency)) { $0 + amount($1) }
  }

  public var facts: [JSONValue.Member] {
    [
      .init("plan", .string(plan.name)), .init("currency", .string(plan.currency.code)),
      .init("period", period.map { .string($0.name) } ?? .null),
      .init("first_day", period.map { .string("\($0.days.lowerBound)") } ?? .null),
      .init("last_day", period.map { .string("\($0.days.upperBound)") } ?? .null),
      .init("payments_for_other_times", .integer(elsewhere)),
      .init("owed_on_rows_left_out", .money(leftOut)),
      .init("paid", .money(sum(\.paid))),
      .init("owed", .money(sum(\.owed))),
      .init("difference", .money(sum(\.difference))),
      .init(
        "not_compared",
        .object([
          .init("clawback", .money(money(uncompared.clawback))),
          .init("guarantee", .money(money(uncompared.guarantee))),
          .init("draw", .money(money(uncompared.draw))),
          .init("not_due", .money(money(uncompared.notDue))),
        ])),
    ]
  }

  public var document: Document {
    Document(title: "Reconciliation: \(plan.name)", blocks: blocks)
  }

  /// What is told below the title.
  var blocks: [Block] {
    let different = rows.filter { $0.cause != nil }
    let net = sum(\.difference)
    guard !different.isEmpty else {
      let text: Inline =
        switch rows.count {
        case 0: "There is nothing to compare."
        default: "All \(.number(rows.count)) amounts were paid as owed, to the cent."
        }
      return [.paragraph(text)] + remarks.map { .paragraph($0) }
    }
    let total = Inline.money(net, sign: .always)
    let text: Inline =
      rows.count == 1
      ? "The one amount differs; \(total) was paid against what was owed."
      : """
      \(.number(different.count)) of \(.number(rows.count)) amounts differ; in all \(total) was paid \
      against what was owed.
      """
    let claim: [Inline] =
      switch net.minorUnits {
      case ..<0: ["In all \(.strong(.money(-net))) is still to be paid."]
      case 0: []
      default: ["In all \(.strong(.money(net))) was paid too much."]
      }
    return ([text] + claim + remarks).map { .paragraph($0) } + [
      .table(Self.sheet(of: Self.rows(different, of: plan)).table()), .chart(chart),
    ]
  }

  private func money(_ minorUnits: Int64) -> Money {
    Money(minorUnits: minorUnits, currency: plan.currency)
  }

  /// What was compared, and what was not.
  private var remarks: [Inline] {
    var remarks: [Inline] = []
    if let period {
      var text: Inline = "Compared is \(period.dated)."
      if elsewhere > 0 {
        text +=
          elsewhere == 1
          ? " A payment for another time is left out."
          : " \(.number(elsewhere)) payments for other times are left out."
      }
      remarks.append(text)
      if leftOut.minorUnits != 0 {
        remarks.append(
          """
          Not compared: \(.amount(leftOut)) that is owed, because the rows that pay for it are only \
          partly for this time.
          """)
      }
    }
    var parts: [Inline] = []
    func add(_ amount: Int64, _ text: (Inline) -> Inline) {
      if amount != 0 { parts.append(text(.amount(money(amount)))) }
    }
    add(-uncompared.clawback) { "\($0) taken back for cancelled deals" }
    add(uncompared.guarantee) { "\($0) of guarantees" }
    add(uncompared.draw) { "\($0) of draws" }
    add(uncompared.notDue) { "\($0) that was earned and is not due" }
    if !parts.isEmpty {
      remarks.append(
        """
        Rows of deals and components are held against what was earned. Not compared, because no row \
        of the file is about a person's whole pay: \(parts.joined(separator: ", ")).
        """)
    }
    return remarks
  }

  /// What was paid too much and too little for each cause; the whole pay would dwarf it.
  private var chart: Chart {
    let zero = Money.zero(plan.currency)
    let causes = Cause.allCases.compactMap { cause -> Chart.Step? in
      let rows = rows.filter { $0.cause == cause }
      guard !rows.isEmpty else { return nil }
      return Chart.Step(cause.title, rows.reduce(zero) { $0 + $1.difference })
    }
    let net = Chart.Step("In all", rows.reduce(zero) { $0 + $1.difference }, isTotal: true)
    return .waterfall(
      name: "causes", title: "Paid less owed, by cause", xTitle: "Paid less owed, added up",
      currency: plan.currency, steps: causes + [net])
  }
}
