internal import Amounts

/// A plan as it holds for one person in one year: versions, overrides, days and months applied.
struct RepTerms {
  /// The terms of one version with the person's own pay and quotas.
  struct Version {
    var from: CalendarDate?
    var plan: Plan
    var targets: [Ratio?]
  }

  let rep: Rep
  let year: PlanYear
  let service: Service
  let versions: [Version]

  init(
    _ plan: Plan, _ rep: Rep, _ year: PlanYear, weighsMonthsAlike: Bool = false
  ) throws(ArithmeticFailure) {
    self.rep = rep
    self.year = year
    service = Service(rep, weighsMonthsAlike: weighsMonthsAlike)
    var versions: [Version] = []
    var all: [(CalendarDate?, Plan)] = [(nil, plan)]
    all += plan.versions.map { ($0.from, $0.plan) }
    for (from, terms) in all {
      var own = terms
      own.base = rep.base ?? terms.base
      own.variable = rep.variable ?? terms.variable
      if !rep.quotas.isEmpty {
        for index in own.measures.indices {
          if let quota = rep.quotas[own.measures[index].name] { own.measures[index].quota = quota }
        }
      }
      versions.append(Version(from: from, plan: own, targets: try own.yearTargets()))
    }
    self.versions = versions
  }

  /// The index of the version that is in force on a day.
  func versionIndex(on date: CalendarDate) -> Int {
    versions.lastIndex { $0.from.map { $0 <= date } ?? true } ?? 0
  }

  /// The plan that is in force on a day.
  func plan(on date: CalendarDate) -> Plan { versions[versionIndex(on: date)].plan }

  /// The days of a range of months.
  func days(of months: Range<Int>) -> Range<CalendarDate> {
    year.monthStarts[months.lowerBound]..<year.monthStarts[months.upperBound]
  }

  /// The quota of a measure for a range of months; nil when it has none.
  func quota(of measure: Measure, months: Range<Int>) throws(ArithmeticFailure) -> Ratio? {
    guard let quota = measure.yearQuota else { return nil }
    return try quota * measure.share(of: months)
      * service.weight(
        over: days(of: months), ramp: measure.ramp?.quota ?? [], hiredBy: measure.ramp?.hiredBy)
  }

  /// The part of a yearly target, or of the variable, that falls on a range of months.
  ///
  /// It is phased and ramped with the measure that earns it.
  func part(
    of yearly: Ratio?, measure: Measure?, months: Range<Int>
  ) throws(ArithmeticFailure) -> Ratio? {
    guard let yearly else { return nil }
    let share: Ratio
    if let measure {
      share = try measure.share(of: months)
    } else {
      share = try Ratio(Int128(months.count), over: 12)
    }
    return try yearly * share
      * service.weight(
        over: days(of: months), ramp: measure?.ramp?.target ?? [], hiredBy: measure?.ramp?.hiredBy)
  }

  /// The names of all components, in the order in which they first appear.
  var componentNames: [String] {
    var names: [String] = []
    for component in versions.flatMap({ $0.plan.components })
    where !names.contains(component.name) {
      names.append(component.name)
    }
    return names
  }

  /// One period of a component, with the version that is in force on its first day.
  struct Period {
    var version: Int
    /// The index of the component in that version.
    var component: Int
    var months: Range<Int>
  }

  /// The periods of a component over the year.
  ///
  /// A version that changes the length of the periods begins with what is left of its first one.
  func periods(of name: String) -> [Period] {
    var periods: [Period] = []
    var month = 0
    while month < 12 {
      let version = versionIndex(on: year.monthStarts[month])
      guard
        let index = versions[version].plan.components.firstIndex(where: { $0.name == name })
      else {
        month += 1
        continue
      }
      let length = versions[version].plan.components[index].period
      let end = length.months(around: month).upperBound
      periods.append(Period(version: version, component: index, months: month..<end))
      month = end
    }
    return periods
  }
}
