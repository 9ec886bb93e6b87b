public import Amounts
public import Findings

/// What one person is paid for a plan year, and why.
///
/// The sums hold exactly: `earned` is the components and adjustments together; `incentivePaid` is
/// `earned` less `notDue`, plus `clawback` (which is negative), `guarantee`, `draw` and
/// `owedClawback`; `total` adds the base.
public struct Statement: Sendable {
  /// What one component earned.
  public struct ComponentPay: Hashable, Sendable {
    /// The name of the component.
    public let component: String
    /// What it earned in the year, after the yearly cap.
    public let earned: Money
    /// What a year-to-date component has paid, less clawbacks, above what the year earned; it is not
    /// taken back.
    public let overpaid: Money
  }

  /// Who is paid.
  public let rep: String
  /// The name to print, when the roster has one.
  public let name: String?
  /// The number by which payroll knows the person.
  public let employeeID: String?
  /// What the roster says of the person in `Roster.keptColumns`.
  public let kept: [String]
  /// The name of the plan.
  public let plan: String
  /// What the person was assigned to and when, other plans included.
  public let assignments: [Assignment]
  /// The first day of the plan year.
  public let yearStart: CalendarDate
  /// The last day of the plan year.
  public let yearEnd: CalendarDate
  /// The last day that is known; nil for all that the files say.
  public let asOf: CalendarDate?
  /// What was credited for the measure of the first commission.
  public let credit: Ratio
  /// The part of the variable for the time in service.
  public let target: Money
  /// The salary of the time in service.
  public let base: Money
  /// What each component earned, in the order of the plan.
  public let components: [ComponentPay]
  /// What was added or taken by hand.
  public let adjustments: Money
  /// What was earned in all.
  public let earned: Money
  /// What of it is not due, or lapsed when its deal was cancelled.
  public let notDue: Money
  /// What of `notDue` lapsed, and will not be due either.
  public let lapsed: Money
  /// What cancelled deals gave back; zero or negative.
  public let clawback: Money
  /// What a guarantee paid on top.
  public let guarantee: Money
  /// What a draw paid on top, less what was taken back of it.
  public let draw: Money
  /// What was paid of incentive.
  public let incentivePaid: Money
  /// What is still owed for cancelled deals at the end.
  public let owedClawback: Money
  /// What is still owed on a draw at the end.
  public let owedDraw: Money
  /// Salary and incentive paid.
  public let total: Money
  /// The months of the plan year, and later ones in which something is due or taken back.
  public let months: [PayMonth]
  /// The periods of the components, with the curve by which each was paid.
  public let periods: [StatementPeriod]
  /// What cancelled deals gave back, deal by deal.
  public let clawbacks: [ClawbackLine]

  /// What writes its lines when they are asked for.
  let builder: StatementBuilder
}

/// What is paid in one month.
///
/// What a guarantee or draw of a longer period pays on top stands in the last month of that period.
public struct PayMonth: Hashable, Sendable {
  /// The first day.
  public let firstDay: CalendarDate
  /// The last day.
  public let lastDay: CalendarDate
  /// The salary.
  public let base: Money
  /// What was earned, due or not.
  public let earned: Money
  /// What is due of what was earned up to then.
  public let due: Money
  /// What cancelled deals give back; zero or negative.
  public let clawback: Money
  /// What had not been due and is lost with deals that were cancelled in it.
  public let lapsed: Money
  /// What a guarantee pays on top.
  public let guarantee: Money
  /// What a draw pays on top.
  public let drawAdvanced: Money
  /// What is taken back of earlier advances.
  public let drawRecovered: Money
  /// The incentive that is paid.
  public let incentivePaid: Money
  /// What is owed for cancelled deals at the end of the month.
  public let owedClawback: Money
  /// What is owed on the draw at the end of the month.
  public let owedDraw: Money
  /// Salary and incentive paid.
  public var total: Money { base + incentivePaid }
}

/// One period of one component.
public struct StatementPeriod: Sendable {
  /// The name of the component.
  public let component: String
  /// The measure whose credit is paid; nil for objectives.
  public let measure: String?
  /// The number of the plan's version that counts it, from 0.
  let version: Int
  /// The unit of the credit.
  public let unit: Measure.Unit
  /// The first day.
  public let firstDay: CalendarDate
  /// The last day.
  public let lastDay: CalendarDate
  /// The quota: of the period, or of the year so far when that counts; nil when there is none.
  public let quota: Ratio?
  /// The target, over the same time.
  public let target: Ratio?
  /// The credit at the end, over the same time.
  public let credit: Ratio
  /// The curve from credit to pay, before what gates and multipliers change.
  public let curve: PayoutCurve
  /// What the period earned.
  public let earned: Money
  /// Where the component is written.
  public let rule: Place?

  /// The credit over the quota; nil without a quota.
  public var attainment: Ratio? {
    guard let quota, .zero < quota else { return nil }
    return try? credit / quota
  }
}

/// What of a deal's pay has not become due, or never will.
public struct DealHold: Hashable, Sendable {
  /// The component.
  public let component: String
  /// The deal; nil for what a whole period earned.
  public let deal: String?
  /// What is not due, or lapsed.
  public let notDue: Money
  /// What of it lapsed.
  public let lapsed: Money
}

/// What one cancelled deal gave back in one component, or why it gave nothing.
public struct ClawbackLine: Hashable, Sendable {
  /// Why a cancelled deal gave nothing back.
  public enum Untaken: Hashable, Sendable {
    /// The plan takes nothing back.
    case noRule
    /// It was cancelled on or after the first day outside the window.
    case outsideWindow(until: CalendarDate)
    /// Its period is paid as one line on its last day, and then without it.
    case notPaidBefore(CalendarDate)
    /// It stood at nothing.
    case nothingPaid
    /// What was paid stands for the other deals: a cap had cut it, or the year has earned less since.
    case othersStand
  }

  /// The deal.
  public let deal: String
  /// The day of the cancellation.
  public let date: CalendarDate
  /// The component.
  public let component: String
  /// What the deal stood at before, by the rates of its period and before caps; with `attainment: restates`,
  /// what the component falls by.
  public let standing: Money
  /// What of it had not become due and lapsed.
  public let lapsed: Money
  /// What is taken back; negative, or positive where a restated period pays more without the deal.
  public let taken: Money
  /// Why nothing is taken; nil when something is, or when all of it lapsed.
  public let untaken: Untaken?
}
