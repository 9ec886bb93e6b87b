public import Amounts

/// Why a ledger does not do what it is asked.
public enum LedgerObstacle: Error, Hashable, Sendable {
  /// No period of the name has begun; the next one is another.
  case notBegun(period: String, next: String)
  /// The period is in a state in which this is not done.
  case state(period: String, PeriodState)
  /// The period is not over on the day on which it is to be closed.
  case notOver(period: String, until: CalendarDate)
  /// Only the last closed period can be opened again.
  case notLastClosed(period: String)
  /// An earlier period is to be paid first: what it owes would be in both payroll files.
  case earlierUnpaid(period: String, PeriodState)
  /// What stood before the first period is said once, and before anything is calculated.
  case begun
  /// There is no such entry.
  case noEntry(Int)
  /// There is no such open dispute.
  case noDispute(Int, open: [Int])
  /// The day is before the one on which something was done last.
  case earlierDay(CalendarDate, last: CalendarDate)
  /// Something was posted after the period was calculated.
  case stale(period: String)
  /// Plans paid in this year of theirs and are not here; under another name one would pay all of it again.
  case plansMissing([PlanYear])
  /// A plan is in another currency than the one it paid in.
  case otherCurrency(PlanYear, was: Currency, isNow: Currency)
  /// People were paid by a plan that does not know them any more.
  case peopleMissing([PersonOnPlan])
  /// Deals were paid on, and nobody is credited with them, or amounts by hand are not there: a changed filter or
  /// mapping looks just like it.
  case dealsGone([Settlement.GoneDeal])
  /// The plan's year begins before the ledger, and nothing says what was paid until then.
  case unopened([PlanYear])
}
