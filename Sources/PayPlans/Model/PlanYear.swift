package import Amounts

/// The twelve months of a plan year and the periods that they make.
struct PlanYear: Sendable, Hashable {
  /// The first day of each month, and the day after the year at the end.
  let monthStarts: [CalendarDate]

  init(start: CalendarDate) {
    monthStarts = (0...12).map { start.addingMonths($0) }
  }

  var start: CalendarDate { monthStarts[0] }
  /// The last day.
  var end: CalendarDate { monthStarts[12].advanced(by: -1) }

  /// The last day of a range of months.
  func lastDay(of months: Range<Int>) -> CalendarDate {
    monthStarts[months.upperBound].advanced(by: -1)
  }

  /// The month that holds a day; days outside the year count to the nearest month.
  func month(of date: CalendarDate) -> Int {
    guard monthStarts[0] <= date else { return 0 }
    var month = min(11, max(0, monthStarts[0].yearMonth.distance(to: date.yearMonth)))
    // A year that does not start on the first of a month has months that straddle two.
    while month > 0, date < monthStarts[month] { month -= 1 }
    return month
  }

  func contains(_ date: CalendarDate) -> Bool { start <= date && date < monthStarts[12] }
}

extension PlanPeriod {
  /// The months of the period that holds a month of the plan year.
  func months(around month: Int) -> Range<Int> {
    let first = month / monthCount * monthCount
    return first..<first + monthCount
  }
}

extension Measure {
  /// The stretches of some months in which the quota of the year is even: the parts of its phasing.
  func evenStretches(of months: Range<Int>) -> [Range<Int>] {
    guard let phasing else { return [months] }
    let length = 12 / phasing.count
    var stretches: [Range<Int>] = []
    var start = months.lowerBound
    while start < months.upperBound {
      let end = min(months.upperBound, (start / length + 1) * length)
      stretches.append(start..<end)
      start = end
    }
    return stretches
  }

  /// The share of the year's quota that a range of months carries.
  package func share(of months: Range<Int>) throws(ArithmeticFailure) -> Ratio {
    guard let phasing else { return try Ratio(Int128(months.count), over: 12) }
    let length = 12 / phasing.count
    var sum = Ratio.zero
    for month in months { sum = try sum + phasing[month / length] / Ratio(length) }
    return sum
  }
}
