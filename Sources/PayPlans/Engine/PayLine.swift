internal import Amounts

/// One line of pay, in minor units.
struct PayLine {
  /// What is known of a line that takes back.
  struct Clawback {
    /// What the deal stood at before its cancellation.
    var standing: Int64
    /// The last day of its period, when that would have been paid as one line later.
    var unpaidUntil: CalendarDate?
    /// What the deal keeps of its pay although it stands at less: year to date only a share is taken.
    var kept: Int64 = 0
    /// The lines up to its day as if the deal had never been; nil when the deal goes on counting.
    var restated: [PayLine]?
  }

  /// What few lines have, apart from the line because there are many lines.
  private final class Extras: Sendable {
    let clawback: Clawback?
    let standings: [DealHoldings.DealStanding]
    let part: Standing.Part?

    init(
      _ clawback: Clawback?, _ standings: [DealHoldings.DealStanding], _ part: Standing.Part?
    ) {
      self.clawback = clawback
      self.standings = standings
      self.part = part
    }
  }

  /// The index of the component's name.
  var component: Int
  /// The index of the period in the run; nil where deals are paid alone.
  var period: Int?
  /// The deals it is paid together with: those of a period, or of the year so far.
  var pool: Int = 0
  /// The day on which it is earned or taken back.
  var date: CalendarDate
  /// The row of the deal; nil for a line of a whole period.
  var row: Int?
  /// The credit so far before and after.
  var before: Ratio
  var after: Ratio
  /// What is earned, in minor units, after the yearly cap; for a clawback, what is taken.
  var pay: Int64
  /// What the yearly cap cut off.
  var cut: Int64 = 0
  /// What of a clawback had not been due, and lapsed instead.
  var lapsed: Int64 = 0
  private var extras: Extras?

  /// Creates a line.
  init(
    component: Int, period: Int?, pool: Int, date: CalendarDate, row: Int?, before: Ratio,
    after: Ratio, pay: Int64, clawback: Clawback? = nil,
    standings: [DealHoldings.DealStanding] = [], part: Standing.Part? = nil
  ) {
    self.component = component
    self.period = period
    self.pool = pool
    self.date = date
    self.row = row
    self.before = before
    self.after = after
    self.pay = pay
    if clawback != nil || !standings.isEmpty || part != nil {
      extras = Extras(clawback, standings, part)
    }
  }

  /// Whether it takes back what a cancelled deal was paid.
  var isClawback: Bool { extras.map { $0.clawback != nil } ?? false }
  /// Set on a line that takes back what a cancelled deal was paid.
  var clawback: Clawback? { extras?.clawback }
  /// What of the deal is paid along the scale, where that is a part.
  var part: Standing.Part? { extras?.part }
  /// What deals stand at from this line on, where it matters whose the pay is.
  var standings: [DealHoldings.DealStanding] { extras?.standings ?? [] }

  /// Whether a line counts before a cancellation: deals of its day do, the end of a period does not.
  func counts(before cancellation: Cancellation, _ source: some CreditSource) -> Bool {
    if date != cancellation.date { return date < cancellation.date }
    guard isClawback else { return row != nil }
    return row.flatMap { source.cancellation(of: $0)?.order }.map { $0 < cancellation.order }
      ?? false
  }
}

/// A way along a payout curve.
struct CreditSpan: Hashable {
  var before: Ratio
  var after: Ratio
}

/// The credit of a deal in a period that is paid as one line.
struct Pooled {
  var row: Int
  var period: Int
  /// The credit so far before and after the deal.
  var credit: CreditSpan
}

/// One period of one component after the run.
struct PeriodResult {
  var component: Int
  var terms: RepTerms.Period
  var firstDay: CalendarDate
  var lastDay: CalendarDate
  /// The quota and target that attainment is measured by: of the period, or of the year so far.
  var quota: Ratio?
  var target: Ratio?
  /// The measure that counts the part of each deal that is paid; nil when all of it is.
  var part: String?
  /// Whether its lines are due as their deals are paid.
  var paysByDeal: Bool = false
  var pricing: PeriodPricing
  /// The credit at the beginning; not 0 when the year so far counts.
  var opening: Ratio
  var credit: Ratio
  /// What of the credit was sold on another plan, and counts toward attainment only.
  var carried: Ratio = .zero
}

/// How credit becomes pay in one period.
struct PeriodPricing {
  /// What is done to the curve's value, in order.
  enum Step: Hashable {
    case scale(Ratio)
    case limit(Ratio)
  }

  var curve: PayoutCurve
  /// Gates and multipliers, then the cap.
  var steps: [Step] = []
  /// What the points of a stretch of credit mean.
  var basis: Basis = .credit

  /// What the points of a stretch of credit mean.
  enum Basis: Hashable {
    /// Credit along the curve.
    case credit
    /// A part of the credit along the curve, and the rest at a rate of its own.
    case part
    /// The pay of deals at their own rates, due from a level of credit on.
    case dealPay(threshold: Ratio?)
  }

  var isByDeal: Bool { if case .dealPay = basis { true } else { false } }

  /// Returns what a value of the curve becomes.
  func pay(for value: Ratio) throws(ArithmeticFailure) -> Ratio {
    var pay = value
    for step in steps {
      switch step {
      case .scale(let factor): pay = try pay * factor
      case .limit(let limit): pay = min(pay, limit)
      }
    }
    return pay
  }

  /// Whether deals are paid at their own rates once a credit is reached.
  func isDue(at highest: Ratio) -> Bool {
    guard case .dealPay(let threshold?) = basis else { return true }
    return threshold <= highest
  }
}
