internal import Amounts

/// What a person is paid in a calendar year by the contract, which is what reports on a year look at.
///
/// People on leave count with the pay of their contract, and bonuses in the year of their payment.
struct AnnualPay {
  /// The weeks that hours of a week are counted for.
  private static let weeks: Ratio = 52

  /// The hours of a week.
  let hours: Ratio
  /// Basic pay of a whole year.
  let basic: Ratio
  /// Allowances of a whole year.
  let allowances: Ratio
  /// Pay for overtime of a whole year.
  let overtime: Ratio
  /// Bonuses that were paid in the year.
  let bonus: Ratio
  /// The part of the year in which the person was employed, by days.
  let part: Ratio
  /// The months of the year in which the person was employed, of those that are not whole the part.
  let months: Ratio

  /// Looks at the year of a person who has been employed in it; nil where no hours are known.
  init?(_ employee: Employee, _ rules: GapRules, _ year: CalendarYear) throws(ArithmeticFailure) {
    guard let hours = try employee.hours(ofLatest: rules.recentWeeks) else { return nil }
    self.hours = hours
    let times = Ratio(employee.paidFor.countPerYear)
    basic = try employee.agreedBasic * times
    allowances = try employee.allowances * times
    overtime = try employee.overtime * times
    var sum = Ratio.zero
    for bonus in employee.bonuses where year.days.contains(bonus.paidOn) {
      sum = try sum + bonus.amount
    }
    bonus = sum
    let first = max(employee.start ?? year.days.lowerBound, year.days.lowerBound)
    let last = min(employee.end ?? year.days.upperBound, year.days.upperBound)
    part = try Ratio(first.distance(to: last) + 1) / Ratio(year.dayCount)
    var months = Ratio.zero
    for month in 0..<12 {
      let start = year.days.lowerBound.addingMonths(month)
      let end = start.addingMonths(1).advanced(by: -1)
      let worked = max(start, first).distance(to: min(end, last)) + 1
      if worked > 0 { months = try months + Ratio(worked) / Ratio(start.distance(to: end) + 1) }
    }
    self.months = months
  }

  /// Complementary and variable components of the part of the year.
  var variable: Ratio {
    get throws(ArithmeticFailure) { try (allowances + overtime) * part + bonus }
  }

  /// All pay of the part of the year.
  var total: Ratio {
    get throws(ArithmeticFailure) { try basic * part + variable }
  }

  /// An amount of the part of the year, for one hour.
  func hourly(_ amount: Ratio) throws(ArithmeticFailure) -> Ratio {
    try amount / (Self.weeks * hours * part)
  }
}

/// A calendar year.
struct CalendarYear {
  /// Its days.
  let days: ClosedRange<CalendarDate>

  /// The year with a day in it.
  init(with day: CalendarDate) {
    let last = day.addingMonths(12 - day.month)
    let end = last.advanced(by: 31 - last.day)
    days = end.addingMonths(-12).advanced(by: 1)...end
  }

  /// How many days it has.
  var dayCount: Int { days.lowerBound.distance(to: days.upperBound) + 1 }
}
