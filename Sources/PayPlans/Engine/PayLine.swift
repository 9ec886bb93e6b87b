internal import Amounts

/// One line of pay, in minor units.
struct PayLine {
  /// The index of the component's name.
  var component: Int
  /// The index of the period in the run; -1 for a spiff.
  var period: Int
  /// The day on which it is earned.
  var date: CalendarDate
  /// The row of the deal; nil for a line of a whole period.
  var row: Int?
  /// The credit so far before and after.
  var before: Ratio
  var after: Ratio
  /// What is earned, in minor units, after the yearly cap.
  var pay: Int64
  /// What the yearly cap cut off.
  var cut: Int64 = 0
}

/// The credit of a deal in a component, kept where its line does not say it: of cancelled deals, to
/// price what is taken back, and of the deals of a period that is one line.
struct Stretch {
  var row: Int
  var component: Int
  var period: Int
  /// The credit, or with by-deal tiers the raw pay, before and after the deal.
  var before: Ratio
  var after: Ratio
  /// The index of the line of the deal; nil when the period is one line.
  var line: Int?
  /// The credit so far before and after the deal, when the period is one line.
  var pooled: StatementLine.Span?
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
  /// Whether its lines are due as their deals are paid.
  var paysByDeal: Bool = false
  var pricing: PeriodPricing
  /// The credit at the beginning; not 0 when the year so far counts.
  var opening: Ratio
  var credit: Ratio
  /// The lines of the period.
  var lines: Range<Int>
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
    /// The pay of deals at their own rates, due from a level of credit on.
    case dealPay(threshold: Ratio?)
  }

  var isByDeal: Bool { basis != .credit }

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

  /// Returns what stands for credit up to a point when the period stands at a credit.
  func standing(upTo point: Ratio, at credit: Ratio) throws(ArithmeticFailure) -> Ratio {
    if case .dealPay(let threshold) = basis {
      if let threshold, credit < threshold { return .zero }
      return try pay(for: point)
    }
    return try pay(for: curve.standingPay(upTo: point, standingAt: credit))
  }
}
