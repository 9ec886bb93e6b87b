public import Amounts
package import Findings

extension Plan {
  /// Reads the name of a period: of the calendar, or with FY before it of the years of the plan; nil
  /// for other text.
  public func period(named text: String) -> CalendarPeriod? {
    CalendarPeriod(text, yearStarts: yearStarts)
  }

  /// What to write instead of a text that names no period.
  package func remedy(forPeriod text: String) -> Inline {
    if let day = CalendarDate(iso: text) {
      return "nobody is paid for a single day; write its month, \(day.yearMonth)"
    }
    return "write 2021-Q2, 2021-05, 2021-H1 or 2021, or FY2021-Q2 for a part of the plan's year"
  }

  /// The part of the plan's year with a name like that of a part of the calendar, where the two differ.
  ///
  /// Whoever writes 2026-Q1 may mean either; it is the calendar's, which is worth saying then.
  package func namesake(of period: CalendarPeriod) -> CalendarPeriod? {
    guard YearMonth(iso: period.name) == nil, !period.name.hasPrefix("FY"),
      let own = self.period(named: "FY\(period.name)"), own.days != period.days
    else { return nil }
    return own
  }
}
