internal import Amounts

/// A plan as it holds for one person in one year: versions, overrides, days and months applied.
struct RepTerms {
  /// The terms of one version with the person's own pay and quotas.
  struct Version {
    /// Which version of the plan it is, from 0 for the first terms.
    var number: Int
    var plan: Plan
    var targets: [Ratio?]
  }

  let rep: Rep
  let year: PlanYear
  /// The last day that is known; nil for the whole year and what comes after it.
  let asOf: CalendarDate?
  let service: Service
  /// The versions of the plan with what the person has on their first day, and after them those of
  /// periods in which the person's terms change.
  private(set) var versions: [Version] = []

  private let starts: [CalendarDate?]
  private let assignments: [(assignment: Assignment, days: Range<CalendarDate>)]
  private let plans: [Plan]
  /// The versions of periods in which the person's terms change.
  private var changing: [PeriodKey: Int] = [:]

  private struct PeriodKey: Hashable {
    var number: Int
    var months: Range<Int>
  }

  init(
    _ plan: Plan, _ rep: Rep, _ year: PlanYear, asOf: CalendarDate? = nil,
    weighsMonthsAlike: Bool = false
  ) throws(ArithmeticFailure) {
    self.rep = rep
    self.year = year
    self.asOf = asOf
    service = Service(rep, on: plan, weighsMonthsAlike: weighsMonthsAlike)
    assignments = rep.assignments(to: plan)
    starts = [nil] + plan.versions.map { $0.from }
    plans = [plan] + plan.versions.map { $0.plan }
    for number in plans.indices {
      let start = max(starts[number] ?? year.start, year.start)
      try addVersion(number, over: start..<start.advanced(by: 1))
    }
    guard assignments.count > 1 else { return }
    for name in componentNames {
      // Components with the same periods share their terms.
      for period in periods(of: name) where period.version < plans.count {
        let key = PeriodKey(number: period.version, months: period.months)
        changing[key] = versions.count
        try addVersion(period.version, over: days(of: period.months))
      }
    }
  }

  private mutating func addVersion(
    _ number: Int, over days: Range<CalendarDate>
  ) throws(ArithmeticFailure) {
    let own = try terms(plans[number], over: days)
    versions.append(Version(number: number, plan: own, targets: try own.yearTargets()))
  }

  /// The terms of a version with the person's own pay and quotas, which are the averages over the days
  /// in service where they change.
  private func terms(
    _ plan: Plan, over days: Range<CalendarDate>
  ) throws(ArithmeticFailure) -> Plan {
    let weights = weights(over: days)
    func average(
      _ value: (Assignment) -> Ratio?
    ) throws(ArithmeticFailure) -> Ratio? {
      var sum: Ratio?
      var whole = 0
      for (part, weight) in weights {
        whole += weight
        guard let own = value(part) else { continue }
        sum = try (sum ?? .zero) + own * Ratio(weight)
      }
      guard let sum else { return nil }
      return try sum / Ratio(whole)
    }
    var own = plan
    own.base = try average { $0.base ?? plan.base }
    own.variable = try average { $0.variable ?? plan.variable }
    for index in own.measures.indices {
      let measure = plan.measures[index]
      own.measures[index].quota = try average { $0.quotas[measure.name] ?? measure.quota }
    }
    return own
  }

  /// The assignments that are in force in a range of days, with the days in service of each.
  private func weights(
    over days: Range<CalendarDate>
  ) -> [(assignment: Assignment, weight: Int)] {
    guard let first = assignments.first else { return [] }
    if assignments.count == 1 { return [(first.assignment, 1)] }
    let weights = zip(assignments, service.carried).map { own, carried in
      (
        assignment: own.assignment,
        weight: ([own.days] + carried).reduce(0) { $0 + weight(of: $1, in: days) }
      )
    }.filter { $0.weight > 0 }
    if !weights.isEmpty { return weights }
    // Where nobody is in service nothing is paid by these terms.
    let next = assignments.first { days.lowerBound < $0.days.upperBound } ?? first
    return [(next.assignment, 1)]
  }

  /// The days in service of an assignment, or the months that count by it.
  private func weight(of span: Range<CalendarDate>, in days: Range<CalendarDate>) -> Int {
    guard plans[0].changes == .byMonth else {
      return service.days(in: span.clamped(to: days), carrying: true)
    }
    return year.monthStarts.indices.dropLast().count { month in
      let start = year.monthStarts[month]
      guard days.contains(start) else { return false }
      let first = (start..<year.monthStarts[month + 1]).first {
        service.days(in: $0..<$0.advanced(by: 1), carrying: true) > 0
      }
      return first.map { span.contains($0) } ?? false
    }
  }

  /// The number of the version that is in force on a day.
  private func number(on date: CalendarDate) -> Int {
    starts.lastIndex { $0.map { $0 <= date } ?? true } ?? 0
  }

  /// The terms that are in force in a range of months, in the version of its first day.
  func plan(in months: Range<Int>) throws(ArithmeticFailure) -> Plan {
    let days = days(of: months)
    let number = number(on: days.lowerBound)
    return assignments.count > 1 ? try terms(plans[number], over: days) : versions[number].plan
  }

  /// The version that is in force on a day, without what is the person's own.
  func version(on date: CalendarDate) -> Plan { plans[number(on: date)] }

  /// The salary of a range of days within a month, by days of employment.
  func base(of days: Range<CalendarDate>) throws(ArithmeticFailure) -> Ratio {
    let usual = version(on: days.lowerBound).base
    var sum = Ratio.zero
    for part in assignments {
      guard let base = part.assignment.base ?? usual else { continue }
      let employed = service.employedDays(in: part.days.clamped(to: days))
      sum = try sum + base / 12 * Ratio(Int128(employed), over: Int128(days.count))
    }
    return sum
  }

  /// The days of a range of months.
  func days(of months: Range<Int>) -> Range<CalendarDate> {
    year.monthStarts[months.lowerBound]..<year.monthStarts[months.upperBound]
  }

  /// The quota of a measure for a range of months; nil when it has none.
  ///
  /// Where attainment is kept it counts the days on the other plan too, but for scores, which are of the
  /// days on this one.
  func quota(of measure: Measure, months: Range<Int>) throws(ArithmeticFailure) -> Ratio? {
    guard let quota = measure.yearQuota else { return nil }
    return try quota
      * service.share(
        of: months, in: year, measure, ramp: measure.ramp?.quota ?? [], carrying: !measure.isScored)
  }

  /// The part of a yearly target, or of the variable, that falls on a range of months.
  ///
  /// It is phased and ramped with the measure that earns it.
  ///
  /// Where `carrying`, the days on another plan count whose attainment is kept: for the curve that is
  /// walked from the first credit on, and not for what the days on this plan can pay.
  func part(
    of yearly: Ratio?, measure: Measure?, months: Range<Int>, carrying: Bool = false
  ) throws(ArithmeticFailure) -> Ratio? {
    guard let yearly else { return nil }
    return try yearly
      * service.share(
        of: months, in: year, measure, ramp: measure?.ramp?.target ?? [], carrying: carrying)
  }

  /// The names of all components, in the order in which they first appear.
  var componentNames: [String] {
    var names: [String] = []
    for component in plans.flatMap({ $0.components })
    where !names.contains(component.name) {
      names.append(component.name)
    }
    return names
  }

  /// One period of a component, with the version that is in force on its first day.
  struct Period {
    /// The index of the terms in `versions`.
    var version: Int
    /// The index of the component in that version.
    var component: Int
    var months: Range<Int>
  }

  /// Whether some months are over on the day as of which is asked.
  func isOver(_ months: Range<Int>) -> Bool {
    asOf.map { year.lastDay(of: months) <= $0 } ?? true
  }

  /// The periods of a component over the year, as far as they have begun.
  ///
  /// A version that changes the length of the periods begins with what is left of its first one.
  func periods(of name: String) -> [Period] {
    var periods: [Period] = []
    var month = 0
    while month < 12 {
      if let asOf, asOf < year.monthStarts[month] { break }
      let number = number(on: year.monthStarts[month])
      guard let index = plans[number].components.firstIndex(where: { $0.name == name }) else {
        month += 1
        continue
      }
      let length = plans[number].components[index].period
      let end = length.months(around: month).upperBound
      let version = changing[PeriodKey(number: number, months: month..<end)] ?? number
      periods.append(Period(version: version, component: index, months: month..<end))
      month = end
    }
    return periods
  }
}
