internal import Amounts

/// The days on which a person is in service on a plan.
struct Service {
  let hireDate: CalendarDate?
  let endDate: CalendarDate?
  let leaves: [ClosedRange<CalendarDate>]
  /// The days of the assignments to the plan, in rising order and apart from each other.
  let spans: [Range<CalendarDate>]
  /// The days on other plans before each of these spans, where attainment is kept: what was sold in them
  /// counts toward attainment, and is not paid here.
  let carried: [[Range<CalendarDate>]]
  /// Whether each month of a ramp counts as much as any other, whatever its days: for questions
  /// without deals, which do not depend on which year it is.
  let weighsMonthsAlike: Bool

  init(_ rep: Rep, on plan: Plan, weighsMonthsAlike: Bool = false) {
    self.weighsMonthsAlike = weighsMonthsAlike
    spans = rep.assignments(to: plan).map { $0.days }
    carried = rep.transfers(to: plan)
    hireDate = rep.hireDate
    endDate = rep.endDate
    leaves = rep.leaves
  }

  /// Whether every day is one of an assignment to the plan.
  var isAlwaysAssigned: Bool { spans == [.distantPast ..< .distantFuture] }

  /// Whether a day is one of an assignment to the plan.
  func isAssigned(on day: CalendarDate) -> Bool { spans.contains { $0.contains(day) } }

  /// Whether a day is one on another plan whose attainment is kept.
  func isCarried(on day: CalendarDate) -> Bool {
    carried.contains { $0.contains { $0.contains(day) } }
  }

  /// Whether the day of any attainment that is kept is in a range of days.
  func carriesAny(in days: Range<CalendarDate>) -> Bool {
    carried.contains { $0.contains { !$0.clamped(to: days).isEmpty } }
  }

  /// Whether a day is one of employment on the plan.
  func isEmployed(on day: CalendarDate) -> Bool {
    isAssigned(on: day) && (hireDate.map { $0 <= day } ?? true)
      && (endDate.map { day <= $0 } ?? true)
  }

  /// Returns the days of employment in a range of days, leave included.
  func employedDays(in days: Range<CalendarDate>) -> Int {
    employed(in: days).reduce(0) { $0 + $1.count }
  }

  /// Returns the days in service in a range of days: employed and not on leave.
  ///
  /// Where `carrying`, the days on other plans count whose attainment is kept.
  func days(in days: Range<CalendarDate>, carrying: Bool = false) -> Int {
    employed(in: days, carrying: carrying).reduce(0) { sum, employed in
      leaves.reduce(sum + employed.count) { count, leave in
        count - employed.clamped(to: leave.lowerBound..<leave.upperBound.advanced(by: 1)).count
      }
    }
  }

  private func employed(
    in days: Range<CalendarDate>, carrying: Bool = false
  ) -> [Range<CalendarDate>] {
    let start = max(days.lowerBound, hireDate ?? days.lowerBound)
    let end = min(days.upperBound, endDate?.advanced(by: 1) ?? days.upperBound)
    guard start < end else { return [] }
    let counted = carrying ? spans + carried.joined() : spans
    return counted.map { $0.clamped(to: start..<end) }.filter { !$0.isEmpty }
  }

  /// The number of a calendar month in the service, from 1; nil without a hire date.
  ///
  /// Month 1 is the calendar month of the hire date, whatever its day.
  func number(of month: YearMonth) -> Int? {
    hireDate.map { $0.yearMonth.distance(to: month) + 1 }
  }

  /// The month of a ramp that a calendar month is in, from 1; nil without a hire date.
  ///
  /// The rest of the month of hire goes with month 1 where that is the next one.
  private func rampMonth(_ month: YearMonth, hiredBy: Int?) -> Int? {
    guard let number = number(of: month), let hireDate, let hiredBy, hiredBy < hireDate.day else {
      return number(of: month)
    }
    return number == 1 ? 1 : number - 1
  }

  private func coversAll(_ days: Range<CalendarDate>) -> Bool {
    spans.count == 1 && spans[0].clamped(to: days) == days
  }

  /// The average over a range of days of 0 out of service, the ramp's share in the ramp, else 1.
  ///
  /// `hiredBy` is the last day of a month on which being hired makes that month the first one.
  func weight(
    over days: Range<CalendarDate>, ramp: [Ratio], hiredBy: Int? = nil, carrying: Bool = false
  ) throws(ArithmeticFailure) -> Ratio {
    if hireDate == nil, endDate == nil, leaves.isEmpty, coversAll(days) { return .one }
    var sum = Ratio.zero
    var whole = Ratio.zero
    var start = days.lowerBound
    while start < days.upperBound {
      let month = start.yearMonth
      let end = min(month.advanced(by: 1).firstDay, days.upperBound)
      let length = start.distance(to: end)
      var count = Ratio(self.days(in: start..<end, carrying: carrying))
      if weighsMonthsAlike { count = try count / Ratio(length) }
      whole = try whole + (weighsMonthsAlike ? .one : Ratio(length))
      if let number = rampMonth(month, hiredBy: hiredBy), ramp.indices.contains(number - 1) {
        sum = try sum + count * ramp[number - 1]
      } else {
        sum = try sum + count
      }
      start = end
    }
    return try sum / whole
  }

  /// The share of a year's quota or target that is a person's in some months, 1 for who is there all year.
  ///
  /// Days and the ramp count within each part of the phasing, so that the quarters of a phased quota are
  /// together that of the year.
  ///
  /// - Parameters:
  ///   - months: The months of the plan year.
  ///   - year: The plan year.
  ///   - measure: What is phased; nil for what is spread evenly.
  ///   - ramp: The share in each month of service.
  ///   - carrying: Whether the days on another plan count whose attainment is kept.
  /// - Returns: The share.
  /// - Throws: When it does not fit.
  func share(
    of months: Range<Int>, in year: PlanYear, _ measure: Measure?, ramp: [Ratio],
    carrying: Bool = false
  ) throws(ArithmeticFailure) -> Ratio {
    var sum = Ratio.zero
    for stretch in measure?.evenStretches(of: months) ?? [months] {
      let whole: Ratio
      if let measure {
        whole = try measure.share(of: stretch)
      } else {
        whole = try Ratio(Int128(stretch.count), over: 12)
      }
      let days = year.monthStarts[stretch.lowerBound]..<year.monthStarts[stretch.upperBound]
      sum =
        try sum + whole
        * weight(over: days, ramp: ramp, hiredBy: measure?.ramp?.hiredBy, carrying: carrying)
    }
    return sum
  }
}
