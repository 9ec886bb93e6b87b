public import Amounts

extension Language {
  /// Returns a month with its name, such as "May 2021" or "Mai 2021".
  public func month(_ month: YearMonth) -> String { written(file.head.month, month) }

  /// Returns a month with its name cut short, such as "Oct 2021" or "Okt 2021".
  public func shortMonth(_ month: YearMonth) -> String { written(file.head.shortMonth, month) }

  /// Returns a month in figures, such as "2021-05" or "05/2021".
  public func numericMonth(_ month: YearMonth) -> String { written(file.head.numericMonth, month) }

  /// Returns a quarter, such as "2021 Q2", by any month of it.
  public func quarter(of month: YearMonth) -> String { written(file.head.quarter, month) }

  /// Returns a day with the name of its month, such as "31 May 2021" or "31. Mai 2021".
  public func date(_ date: CalendarDate) -> String {
    written(file.head.day, date.yearMonth, day: date.day)
  }

  /// Returns a day in figures, such as "2021-05-31" or "31.05.2021".
  public func numericDate(_ date: CalendarDate) -> String {
    written(file.head.numericDay, date.yearMonth, day: date.day)
  }

  /// Fills a pattern of the language's file.
  private func written(_ pattern: String, _ month: YearMonth, day: Int = 1) -> String {
    var result = ""
    var rest = pattern[...]
    while let letter = rest.first {
      let run = rest.prefix { $0 == letter }
      rest.removeFirst(run.count)
      switch (letter, run.count) {
      case ("'", _):
        result += rest.prefix { $0 != "'" }
        rest = rest.drop { $0 != "'" }.dropFirst()
      case ("d", let digits): result += Self.padded(day, to: digits)
      case ("M", 4): result += Self.name(month, in: file.head.months)
      case ("M", 3): result += Self.name(month, in: file.head.shortMonths)
      case ("M", let digits): result += Self.padded(month.month, to: digits)
      case ("q", _): result += "\((month.month + 2) / 3)"
      case ("y", _): result += Self.padded(month.year, to: 4)
      default: result += run
      }
    }
    return result
  }

  /// Returns the name of a month of the calendar, 1 for January, such as "May".
  public func monthName(_ month: Int) -> String {
    file.head.months.indices.contains(month - 1)
      ? file.head.months[month - 1] : Self.padded(month, to: 2)
  }

  private static func name(_ month: YearMonth, in names: [String]) -> String {
    let index = month.month - 1
    return names.indices.contains(index) ? names[index] : padded(month.month, to: 2)
  }

  private static func padded(_ number: Int, to digits: Int) -> String {
    let text = "\(number)"
    return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
  }
}
