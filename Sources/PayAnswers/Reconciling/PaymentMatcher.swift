internal import Amounts
internal import Answers
internal import Findings
internal import PayPlans
internal import Reporting

/// Finds what was owed for each payment, what was not paid at all, and why amounts differ.
///
/// Every amount that is owed belongs to one row: to the finest that names it. A row of a deal takes
/// its lines, one of a component the lines of it that are left, and one of a person what is then left
/// of the incentive of its time; among equals the shorter time goes first. So files in which some
/// things are paid by deal and others by person add up, and the order of their rows says nothing.
struct PaymentMatcher {
  typealias Row = Reconciliation.Row

  let plan: Plan
  let rates: MonthlyRates
  let period: CalendarPeriod?
  let statements: [String: Statement]
  let reps: [String]
  /// The lines of each rep, so that they are made once.
  let lines: [String: [StatementLine]]
  /// The rows of the deals file by deal and rep.
  let deals: [DealKey: Deal]
  /// The components whose lines belong to deals; a bonus is on a deal, but for a period.
  let paidByDeal: Set<String>

  /// The amounts, person by person and by time.
  var rows: [Reconciliation.Row] = []
  /// The rows of the file that nothing can be matched with.
  var findings = FindingLog()
  var strangers: [Finding] = []
  /// What moved pay and is not in the grain of the file.
  var uncompared = Reconciliation.Uncompared()
  /// The payments for other times than the one that is compared.
  var elsewhere = 0
  /// What is owed in the time that is compared and belongs to rows that are only partly for it.
  var leftOut: Money
  /// Who is paid for a deal, by any row of the file.
  let payees: [String: Set<String>]

  struct DealKey: Hashable {
    var deal: String
    var rep: String
  }

  /// What tells amounts of the file apart.
  struct Key: Hashable {
    var rep: String
    var period: CalendarPeriod?
    var topic: Topic

    var isWhole: Bool { topic == Topic() }
  }

  /// What an amount is for: a deal, a component, both, or neither.
  struct Topic: Hashable {
    var deal: String?
    var component: String?
  }

  /// What rows tell apart.
  struct Grain {
    var hasDeals = false
    /// Whether there are rows for a person's pay as a whole; a file without rows is taken for such.
    var hasWholes = true
    var isWholeOnly = true
    var wholesSayTime = false
    var componentsSayTime = false
    var components: Set<String> = []

    init(_ keys: some Collection<Key>) {
      if !keys.isEmpty { hasWholes = false }
      for key in keys {
        if key.topic.deal != nil {
          hasDeals = true
        } else if let component = key.topic.component {
          components.insert(component)
          if key.period != nil { componentsSayTime = true }
        } else {
          hasWholes = true
          if key.period != nil { wholesSayTime = true }
        }
        if !key.isWhole { isWholeOnly = false }
      }
    }
  }

  /// What the file says of a key.
  struct Paid {
    var amount: Money
    /// The rows, by line.
    var payments: [Payment] = []
    /// Whether only a part of its time is compared: what it claims cannot be held against it.
    var isPartial = false

    /// Whether some of it was taken back.
    var isReduced: Bool { payments.contains { $0.amount.minorUnits < 0 } }
    /// Where the first of them is.
    var place: Place
  }

  /// An amount that a statement says is owed.
  struct Share {
    var topic: Topic
    var date: CalendarDate
    /// The index of the month in which it counts.
    var month: Int?
    var pay: Money
    /// The line; nil for what a cancelled deal gives back.
    var line: StatementLine?
  }

  init(
    _ payments: [Payment], _ run: PayRun, plan: Plan, deals: Deals, rates: MonthlyRates,
    period: CalendarPeriod?
  ) {
    self.plan = plan
    self.rates = rates
    self.period = period
    reps = run.statements.map(\.rep)
    statements = Dictionary(run.statements.map { ($0.rep, $0) }) { first, _ in first }
    // What was taken back is matched by `clawbacks`: a row of a deal need not have it.
    lines = statements.mapValues { $0.lines.filter { $0.kind != .clawback } }
    self.deals = Dictionary(
      deals.rows.map { (DealKey(deal: $0.id, rep: $0.rep), $0) }
    ) { first, _ in first }
    let components = ([plan] + plan.versions.map(\.plan)).flatMap(\.components)
    paidByDeal = Set(components.filter(\.facts.paysByDeal).map(\.name))
    leftOut = .zero(plan.currency)
    payees = Dictionary(grouping: payments.filter { $0.deal != nil }) { $0.deal ?? "" }
      .mapValues { Set($0.map(\.rep)) }
    let paid = grouped(payments)
    let keys = Dictionary(grouping: paid.keys, by: \.rep)
    // What is for other times says how the file tells amounts apart, too.
    let grain = Grain(payments.map(Key.init))
    for rep in reps + keys.keys.filter({ statements[$0] == nil }).sorted() {
      match(keys[rep] ?? [], of: rep, in: paid, grain)
    }
    shareFactor()
    for finding in strangers.sorted(by: { $0.place?.line ?? 0 < $1.place?.line ?? 0 }) {
      findings.add(finding)
    }
  }
}

extension PaymentMatcher.Key {
  init(_ payment: Payment) {
    self.init(
      rep: payment.rep, period: payment.period,
      topic: .init(deal: payment.deal, component: payment.component))
  }

  /// Whether a day is in the time of the row; without one it is for all time.
  func covers(_ day: CalendarDate) -> Bool { period?.days.contains(day) ?? true }
}
