internal import Amounts

/// Runs the components of a plan over a year of credit and keeps every line.
struct ComponentRun<Source: CreditSource> {
  /// A score that a rule looked for and did not find; it counts as 0 %.
  struct MissingScore: Hashable {
    var name: String
    var firstDay: CalendarDate
    var periodEnd: CalendarDate
  }

  let terms: RepTerms
  private(set) var source: Source
  let names: [String]
  let currency: Currency
  let rounding: RoundingRule
  var lines: [PayLine] = []
  var periods: [PeriodResult] = []
  var pooled: [Pooled] = []
  /// What a year-to-date commission has paid above what the year earned, in minor units.
  var overpaid: [Int64]
  var missingScores: Set<MissingScore> = []

  init(_ terms: RepTerms, _ source: Source) throws(ArithmeticFailure) {
    self.terms = terms
    self.source = source
    names = terms.componentNames
    currency = terms.versions[0].plan.currency
    rounding = terms.versions[0].plan.rounding
    overpaid = Array(repeating: 0, count: names.count)
    for index in names.indices { try run(index) }
    // Whatever lines are added up later, in whatever order, fits.
    let sum = lines.reduce(Int128(0)) { $0 + Int128($1.pay.magnitude) }
    guard sum <= Int128(Int64.max / 8) else { throw .overflow }
  }

  /// Pays one component, and again without each deal that was cancelled as if it had never been.
  private mutating func run(_ index: Int) throws(ArithmeticFailure) {
    let (first, firstPeriod, firstPooled) = (lines.count, periods.count, pooled.count)
    try pay(index)
    let all = source
    var gone: Set<Int> = []
    for row in all.restated {
      guard let cancellation = all.cancellation(of: row) else { continue }
      gone.insert(row)
      let isBefore = { (line: PayLine) in line.counts(before: cancellation, all) }
      let known = lines[first...].filter(isBefore)
      let wasCredited =
        known.contains { $0.row == row } || pooled[firstPooled...].contains { $0.row == row }
      lines.removeSubrange(first...)
      periods.removeSubrange(firstPeriod...)
      pooled.removeSubrange(firstPooled...)
      source = all.excluding(gone)
      try pay(index)
      let again = Array(lines[first...])
      let restated = again.filter(isBefore)
      let fall =
        known.reduce(0) { $0 + $1.pay } - restated.reduce(0) { $0 + $1.pay }
      lines.replaceSubrange(first..., with: known)
      if fall != 0 || wasCredited {
        let own = known.filter { $0.row == row }
        lines.append(
          PayLine(
            component: index, period: own.first?.period, pool: own.first?.pool ?? 0,
            date: cancellation.date, row: row, before: own.first?.before ?? .zero,
            after: own.first?.after ?? .zero, pay: -fall,
            clawback: PayLine.Clawback(standing: fall, restated: restated)))
      }
      lines += again.filter { !isBefore($0) }
    }
    source = all
  }

  private mutating func pay(_ index: Int) throws(ArithmeticFailure) {
    let periods = terms.periods(of: names[index])
    var year = YearSoFar()
    year.pool = pool(isTracked: true)
    for (number, period) in periods.enumerated() {
      try plan(period).components[period.component].pay(
        in: &self,
        ComponentPeriod(index: index, terms: period, before: Array(periods[..<number])), &year)
    }
    if let pricing = year.pricing {
      try settle(before: nil, pricing, &year.pool, isYearToDate: year.isPaidToDate, index)
      if year.isPaidToDate {
        let earned = try minorUnits(year.pool.standing.pay(pricing))
        overpaid[index] = max(0, year.pool.netted - earned)
      }
    }
  }

  /// What a component carries from one period to the next.
  struct YearSoFar {
    var quota: Ratio = .zero
    var target: Ratio = .zero
    /// The target of the days on this plan, without those whose attainment was brought along.
    var ownTarget: Ratio = .zero
    /// The credit that a bonus counts.
    var credit: Ratio = .zero
    /// The deals that are paid together.
    var pool: DealPool = DealPool()
    /// How the last period paid them.
    var pricing: PeriodPricing?
    /// Whether they are those of the year so far.
    var isPaidToDate: Bool = false
  }

  func plan(_ period: RepTerms.Period) -> Plan { terms.versions[period.version].plan }

  func lastDay(_ period: RepTerms.Period) -> CalendarDate {
    terms.year.lastDay(of: period.months)
  }

  /// Rounds an amount to minor units by the rule of the plan.
  func minorUnits(_ amount: Ratio) throws(ArithmeticFailure) -> Int64 {
    try PayLimit.checked(Money(rounding: amount, currency: currency, rule: rounding).minorUnits)
  }

  /// Returns the credit of a measure in a period, in the order in which it is paid.
  mutating func credit(
    _ measure: Measure, _ version: Int, _ months: Range<Int>, quota: Ratio?
  ) throws(ArithmeticFailure) -> ArraySlice<CreditEvent> {
    guard measure.isScored else {
      return try source.events(of: measure, version: version, months: months, terms: terms)
    }
    let end = terms.year.lastDay(of: months)
    guard let attainment = source.attainment(of: measure.name, periodEnd: end) else {
      addMissing(measure.name, months)
      return []
    }
    return [CreditEvent(date: end, row: nil, credit: try attainment * (quota ?? .zero))]
  }

  /// Returns the credit and the quota of another measure over a component's period, or the year so far.
  mutating func state(
    of name: String, _ period: RepTerms.Period, before: [RepTerms.Period], yearToDate: Bool
  ) throws(ArithmeticFailure) -> (credit: Ratio, quota: Ratio) {
    var credit = Ratio.zero
    var quota = Ratio.zero
    for part in yearToDate ? before + [period] : [period] {
      guard let measure = plan(part).measure(named: name) else { continue }
      let whole = try terms.quota(of: measure, months: part.months)
      quota = try quota + (whole ?? .zero)
      for event in try self.credit(measure, part.version, part.months, quota: whole) {
        credit = try credit + event.credit
      }
    }
    return (credit, quota)
  }

  mutating func score(_ name: String, _ period: RepTerms.Period) -> Ratio {
    if let score = source.score(name, periodEnd: lastDay(period)) { return score }
    addMissing(name, period.months)
    return .zero
  }

  private mutating func addMissing(_ name: String, _ months: Range<Int>) {
    let days = terms.days(of: months)
    guard terms.service.days(in: days) > 0 else { return }
    missingScores.insert(
      MissingScore(
        name: name, firstDay: days.lowerBound, periodEnd: terms.year.lastDay(of: months)))
  }
}

/// One period of a component that is to be paid.
struct ComponentPeriod {
  /// The index of the component's name.
  var index: Int
  /// The months, and the component in the version that is in force.
  var terms: RepTerms.Period
  /// The periods of the component before it.
  var before: [RepTerms.Period]
}

/// The most that one line, one salary or one advance may be: sums of dozens of them stay exact.
enum PayLimit {
  /// A 64th of what minor units hold, over a quadrillion units of a currency with two digits.
  static let minorUnits: Int64 = .max / 64

  /// Returns an amount unless it is above the limit.
  static func checked(_ amount: Int64) throws(ArithmeticFailure) -> Int64 {
    guard -minorUnits <= amount, amount <= minorUnits else { throw .overflow }
    return amount
  }
}
