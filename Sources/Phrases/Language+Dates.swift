public import Amounts

extension Language {
  /// Returns a month with its name, such as "May 2021" or "Mai 2021".
  public func month(_ month: YearMonth) -> String {
    "\(monthNames[month.month - 1]) \(month.year)"
  }

  /// Returns a month with its name cut to three letters, such as "Oct 2021" or "Okt 2021".
  public func shortMonth(_ month: YearMonth) -> String {
    "\(monthNames[month.month - 1].prefix(3)) \(month.year)"
  }

  /// Returns a day with the name of its month, such as "31 May 2021" or "31. Mai 2021".
  public func date(_ date: CalendarDate) -> String {
    "\(date.day)\(self == .german ? "." : "") \(month(date.yearMonth))"
  }

  private var monthNames: [String] {
    switch self {
    case .english:
      [
        "January", "February", "March", "April", "May", "June", "July", "August", "September",
        "October", "November", "December",
      ]
    case .german:
      [
        "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September",
        "Oktober", "November", "Dezember",
      ]
    }
  }
}
