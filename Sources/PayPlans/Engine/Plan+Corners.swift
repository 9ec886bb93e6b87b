package import Amounts

extension Plan {
  /// The attainments at which the pay of a year may jump, when credit is spread as `earnings` does.
  ///
  /// A level of a period is reached in one of its months: with twelve equal ones, 50 % of a year in
  /// month m at an attainment of 50 % · 12/m. The pay of the year jumps at the last of them only, but
  /// what is due in a month, and with it a floor, the yearly cap on a component, what a falling rate
  /// takes back or the most that the year to date has earned, jumps at each. All else that the engine does to pay is continuous, so
  /// that between these points it bends at most.
  package func corners(salesAtOne: Ratio) throws(ArithmeticFailure) -> [Ratio] {
    let terms = try yearTerms()
    let all = [self] + versions.map { $0.plan }
    var finder = CornerFinder(
      terms: terms, salesAtOne: salesAtOne,
      hasDates: all.contains { plan in
        plan.draw != nil || plan.cap != nil || plan.components.contains { $0.facts.mayFall }
      })
    for name in terms.componentNames { try finder.add(component: name) }
    return finder.corners.filter { .zero < $0 }
  }
}

extension ServiceYear {
  /// The attainments at which what a month earns may jump.
  package func corners() throws(ArithmeticFailure) -> [Ratio] {
    let terms = try terms()
    var finder = CornerFinder(
      terms: terms, salesAtOne: plan.primaryMeasure?.yearQuota ?? .one, hasDates: true, pace: pace)
    for name in terms.componentNames { try finder.add(component: name) }
    return finder.corners.filter { .zero < $0 }
  }
}

/// Turns levels of credit into the attainments at which they are reached.
struct CornerFinder {
  let terms: RepTerms
  let salesAtOne: Ratio
  /// Whether it matters in which month something is due.
  let hasDates: Bool
  /// How what is sold is spread over the months.
  var pace: SellingPace = .even
  var corners: Set<Ratio> = []

  /// A measure's credit at an attainment of 1 and its quota.
  struct State {
    var credit: Ratio = .zero
    var quota: Ratio = .zero
  }

  mutating func add(component name: String) throws(ArithmeticFailure) {
    let periods = terms.periods(of: name)
    for (number, period) in periods.enumerated() {
      let component = terms.versions[period.version].plan.components[period.component]
      try component.addCorners(to: &self, period, periods[..<number])
    }
  }

  /// Adds levels on the credit of a period, or of the year up to it, at its end or in every month.
  mutating func add(
    _ levels: [Level], _ measure: Measure, _ period: RepTerms.Period,
    _ before: ArraySlice<RepTerms.Period>, everyMonth: Bool
  ) throws(ArithmeticFailure) {
    let opening = try state(of: measure.name, before)
    var credits = before.isEmpty ? [] : [opening.credit]
    var credit = opening.credit
    for month in period.months {
      credit = try credit + self.credit(of: measure, month..<month + 1)
      if everyMonth || month + 1 == period.months.upperBound { credits.append(credit) }
    }
    let quota = try terms.quota(of: measure, months: period.months)
    let whole: Ratio? = if let quota { try opening.quota + quota } else { nil }
    try add(levels, at: credits, of: whole)
  }

  mutating func add(
    _ levels: [Level], at credits: [Ratio], of quota: Ratio?
  ) throws(ArithmeticFailure) {
    for level in levels where quota != nil || !level.isShare {
      let point = try level.resolved(of: quota ?? .zero)
      for credit in credits where .zero < credit { corners.insert(try point / credit) }
    }
  }

  func state(
    of name: String, _ periods: ArraySlice<RepTerms.Period>
  ) throws(ArithmeticFailure) -> State {
    var state = State()
    for period in periods {
      guard let measure = terms.versions[period.version].plan.measure(named: name) else { continue }
      state.credit = try state.credit + credit(of: measure, period.months)
      state.quota =
        try state.quota + (terms.quota(of: measure, months: period.months) ?? .zero)
    }
    return state
  }

  /// The credit at an attainment of 1.
  func credit(
    of measure: Measure, _ months: Range<Int>
  ) throws(ArithmeticFailure) -> Ratio {
    var sold = Ratio.zero
    for month in months {
      sold =
        try sold + measure.share(of: month..<month + 1) * pace.share(of: measure, month: month)
    }
    return try (measure.yearQuota ?? salesAtOne) * sold
  }
}
