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
    let all = [self] + versions.map(\.plan)
    var finder = CornerFinder(
      terms: terms, salesAtOne: salesAtOne,
      hasDates: all.contains { $0.draw != nil || $0.cap != nil || $0.mayFall })
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

extension Plan {
  /// Whether more credit may pay less, so that a month takes back what an earlier one paid.
  fileprivate var mayFall: Bool {
    components.contains { component in
      guard case .commission(let commission) = component.rule else { return false }
      switch commission.scale {
      case .bands(let bands, let tiers):
        let reachesBack = bands.contains { $0.backTo != nil }
        guard tiers != .marginal && tiers != .byDeal || reachesBack else { return false }
        return !zip(bands, bands.dropFirst()).allSatisfy { $0.pay.isAtMost($1.pay) }
      case .interpolated(let corners):
        return !zip(corners, corners.dropFirst()).allSatisfy { $0.pay.isAtMost($1.pay) }
      }
    }
  }
}

extension Rate {
  /// Whether another rate is surely not lower: of two kinds it is not known.
  fileprivate func isAtMost(_ other: Rate) -> Bool {
    switch (self, other) {
    case (.multiple(let left), .multiple(let right)), (.share(let left), .share(let right)),
      (.each(let left), .each(let right)):
      left <= right
    default: false
    }
  }
}

extension Level {
  /// Whether another level of pay is surely not lower: of two kinds it is not known.
  fileprivate func isAtMost(_ other: Level) -> Bool {
    isShare == other.isShare && number <= other.number
  }
}

extension Commission {
  /// Every point on the scale of credit.
  fileprivate var levels: [Level] {
    var levels: [Level] = []
    switch scale {
    case .bands(let bands, let tiers):
      levels += bands.flatMap { [$0.to, $0.backTo] }.compactMap(\.self)
      if case .retroactive(let anchor?) = tiers { levels.append(anchor) }
    case .interpolated(let corners): levels += corners.map(\.at)
    }
    if let threshold { levels.append(threshold.at) }
    if case .attainment(let level) = cap { levels.append(level) }
    return levels
  }
}

/// Turns levels of credit into the attainments at which they are reached.
private struct CornerFinder {
  let terms: RepTerms
  let salesAtOne: Ratio
  /// Whether it matters in which month something is due.
  let hasDates: Bool
  /// How what is sold is spread over the months.
  var pace: SellingPace = .even
  var corners: Set<Ratio> = []

  /// A measure's credit at an attainment of 1 and its quota.
  private struct State {
    var credit: Ratio = .zero
    var quota: Ratio = .zero
  }

  mutating func add(component name: String) throws(ArithmeticFailure) {
    let periods = terms.periods(of: name)
    for (number, period) in periods.enumerated() {
      let plan = terms.versions[period.version].plan
      let before = periods[..<number]
      switch plan.components[period.component].rule {
      case .commission(let commission): try add(commission, period, before)
      case .bonus(let bonus):
        guard let measure = plan.measure(named: bonus.measure) else { continue }
        let levels = bonus.steps.map(\.at)
        if bonus.accumulate != .yearToDate {
          try add(levels, measure, period, [], everyMonth: hasDates)
        }
        if bonus.accumulate != .withinPeriod {
          try add(levels, measure, period, before, everyMonth: true)
        }
      case .objectives, .spiff: break
      }
    }
  }

  private mutating func add(
    _ commission: Commission, _ period: RepTerms.Period, _ before: ArraySlice<RepTerms.Period>
  ) throws(ArithmeticFailure) {
    let plan = terms.versions[period.version].plan
    guard let measure = plan.measure(named: commission.measure) else { return }
    let isYearToDate = commission.accumulate == .yearToDate
    if commission.period == .deal {
      // A month's credit is one deal, on the bands of the year.
      let credit = try credit(of: measure, period.months)
      try add(commission.levels, at: [credit], of: measure.yearQuota)
    } else {
      try add(
        commission.levels, measure, period, isYearToDate ? before : [],
        everyMonth: (hasDates || isYearToDate) && !commission.isPaidByPeriod)
    }
    for gate in commission.gates {
      let other = try state(
        of: gate.measure, isYearToDate || gate.overYearToDate ? before + [period] : [period])
      try add([gate.at], at: [other.credit], of: other.quota)
    }
    for case .measure(let name, let steps) in commission.multipliers {
      let other = try state(of: name, isYearToDate ? before + [period] : [period])
      try add(steps.compactMap { $0.to.map { .share($0) } }, at: [other.credit], of: other.quota)
    }
  }

  /// Adds levels on the credit of a period, or of the year up to it, at its end or in every month.
  private mutating func add(
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

  private mutating func add(
    _ levels: [Level], at credits: [Ratio], of quota: Ratio?
  ) throws(ArithmeticFailure) {
    for level in levels where quota != nil || !level.isShare {
      let point = try level.resolved(of: quota ?? .zero)
      for credit in credits where .zero < credit { corners.insert(try point / credit) }
    }
  }

  private func state(
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
  private func credit(
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
