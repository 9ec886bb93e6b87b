internal import Amounts

/// What a person's terms say of when and how much is paid, whatever is earned, in minor units.
///
/// A ledger that pays many years by the same terms is made of one of these, so that days in service and
/// exact amounts are worked out once.
struct PaymentTerms: Sendable {
  /// A guarantee of some months.
  struct Floor {
    var months: Range<Int>
    /// The least that is paid in them.
    var amount: Int64
  }

  /// A period of a draw.
  struct DrawPeriod {
    var months: Range<Int>
    var kind: Draw.Kind
    /// The share of the incentive above the draw that is taken back; nil for all of it.
    var recover: Ratio?
    /// What is advanced in it, by days in service; 0 where only what is owed is taken back.
    var amount: Int64
    /// Whether it is over on the day as of which is asked.
    var isOver: Bool
  }

  let year: PlanYear
  /// The last day that is known; nil for the whole year and what comes after it.
  let asOf: CalendarDate?
  let rounding: RoundingRule
  /// Whether a cap holds over all components.
  let hasCap: Bool
  let componentCount: Int
  /// The salary of each month, rounded so that the months sum to the rounded salary of the time.
  private(set) var base: [Int64] = Array(repeating: 0, count: 12)
  private(set) var guarantees: [Floor] = []
  private(set) var draws: [DrawPeriod] = []
  /// Whether what is owed on the draw at the end of the year is forgiven.
  private(set) var forgivesDraw: Bool = false

  /// Works out the amounts of one person in one year.
  ///
  /// - Throws: `ArithmeticFailure` where an amount does not fit.
  init(_ terms: RepTerms) throws(ArithmeticFailure) {
    year = terms.year
    asOf = terms.asOf
    rounding = terms.versions[0].plan.rounding
    hasCap = terms.version(on: terms.year.start).cap != nil
    componentCount = terms.componentNames.count
    try addBase(terms)
    try addGuarantees(terms)
    try addDraws(terms)
  }

  private mutating func addBase(_ terms: RepTerms) throws(ArithmeticFailure) {
    var exact = Ratio.zero
    var paid: Int64 = 0
    for month in 0..<12 where terms.isOver(month..<month + 1) {
      let days = terms.days(of: month..<month + 1)
      exact = try exact + terms.base(of: days)
      let value = try terms.minorUnits(exact)
      base[month] = value - paid
      paid = value
    }
  }

  private mutating func addGuarantees(_ terms: RepTerms) throws(ArithmeticFailure) {
    guard terms.service.hireDate != nil else { return }
    var month = 0
    while month < 12 {
      guard let guarantee = terms.version(on: terms.year.monthStarts[month]).guarantee else {
        month += 1
        continue
      }
      let range = month..<guarantee.per.months(around: month).upperBound
      defer { month = range.upperBound }
      guard terms.isOver(range) else { break }
      let floor = try terms.minorUnits(terms.amount(of: guarantee, months: range))
      guarantees.append(Floor(months: range, amount: floor))
    }
  }

  private mutating func addDraws(_ terms: RepTerms) throws(ArithmeticFailure) {
    var draw: Draw?
    var month = 0
    while month < 12 {
      // When a version ends the draw, what is owed is still taken back.
      let current = terms.version(on: terms.year.monthStarts[month]).draw
      draw = current ?? draw
      guard let draw else {
        month += 1
        continue
      }
      let range = month..<draw.per.months(around: month).upperBound
      defer { month = range.upperBound }
      let covered = range.filter { month in
        guard let limit = draw.months else { return true }
        return (1...limit).contains(terms.number(of: month) ?? month + 1)
      }
      // A version can begin within a period, of which it then advances its part.
      let part = try Ratio(Int128(range.count), over: Int128(draw.per.monthCount))
      let amount =
        current == nil
        ? 0 : try terms.minorUnits(draw.amount * part * terms.served(covered, of: range))
      let isOver = terms.isOver(range)
      draws.append(
        DrawPeriod(
          months: range, kind: draw.kind, recover: draw.recover == .one ? nil : draw.recover,
          amount: amount, isOver: isOver))
      if !isOver { break }
    }
    forgivesDraw = draw?.isForgiven == true && terms.isOver(0..<12)
  }
}

extension RepTerms {
  /// Rounds an amount to minor units by the rule of the plan.
  fileprivate func minorUnits(_ amount: Ratio) throws(ArithmeticFailure) -> Int64 {
    let plan = versions[0].plan
    return try PayLimit.checked(
      Money(rounding: amount, currency: plan.currency, rule: plan.rounding).minorUnits)
  }

  /// Returns what is guaranteed for a range of months, by days in service.
  fileprivate func amount(
    of guarantee: Guarantee, months range: Range<Int>
  ) throws(ArithmeticFailure) -> Ratio {
    let covered = range.filter { month in
      number(of: month).map { (1...guarantee.months).contains($0) } ?? false
    }
    let whole: Ratio
    switch guarantee.amount {
    case .share(let share):
      let variable = try plan(in: range).variable ?? .zero
      whole = try share * variable * Ratio(Int128(range.count), over: 12)
    case .amounts(let amounts):
      guard let last = number(of: range.upperBound - 1), last >= 1 else { return .zero }
      let index = (last - 1) / guarantee.per.monthCount
      guard amounts.indices.contains(index) else { return .zero }
      whole = amounts[index]
    }
    return try whole * served(covered, of: range)
  }

  /// The days in service in some months as a share of the days of a range.
  fileprivate func served(
    _ covered: [Int], of range: Range<Int>
  ) throws(ArithmeticFailure) -> Ratio {
    let days = covered.reduce(0) { $0 + service.days(in: self.days(of: $1..<$1 + 1)) }
    return try Ratio(Int128(days), over: Int128(self.days(of: range).count))
  }

  /// The month of service of a month of the plan year.
  fileprivate func number(of month: Int) -> Int? {
    service.number(of: year.monthStarts[month].yearMonth)
  }
}
