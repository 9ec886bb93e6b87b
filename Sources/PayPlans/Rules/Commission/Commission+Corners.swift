internal import Amounts

extension Commission {
  func addCorners(
    to finder: inout CornerFinder, _ period: RepTerms.Period, _ before: ArraySlice<RepTerms.Period>
  ) throws(ArithmeticFailure) {
    let plan = finder.terms.versions[period.version].plan
    guard let measure = plan.measure(named: measure) else { return }
    let isYearToDate = accumulate == .yearToDate
    if self.period == .deal {
      // A month's credit is one deal, on the bands of the year.
      let credit = try finder.credit(of: measure, period.months)
      try finder.add(levels, at: [credit], of: measure.yearQuota)
    } else {
      try finder.add(
        levels, measure, period, isYearToDate ? before : [],
        everyMonth: (finder.hasDates || isYearToDate) && !isPaidByPeriod)
    }
    for gate in gates {
      let other = try finder.state(
        of: gate.measure, isYearToDate || gate.overYearToDate ? before + [period] : [period])
      try finder.add([gate.at], at: [other.credit], of: other.quota)
    }
    for case .measure(let name, let steps) in multipliers {
      let other = try finder.state(of: name, isYearToDate ? before + [period] : [period])
      let ends = steps.compactMap { step in step.to.map { Level.share($0) } }
      try finder.add(ends, at: [other.credit], of: other.quota)
    }
  }

  /// Every point on the scale of credit.
  private var levels: [Level] {
    var levels: [Level] = []
    switch scale {
    case .bands(let bands, let tiers):
      levels += bands.flatMap { [$0.to, $0.backTo] }.compactMap { $0 }
      if case .retroactive(let anchor?) = tiers { levels.append(anchor) }
    case .interpolated(let corners): levels += corners.map { $0.at }
    }
    if let threshold { levels.append(threshold.at) }
    if case .attainment(let level) = cap { levels.append(level) }
    return levels
  }
}
