public import Amounts

/// A person whom an employer pays, as the rules for gap reports look at pay.
///
/// Amounts are gross, in major units of the employer's currency, and those of `paidFor`.
public struct Employee: Hashable, Sendable {
  /// The name or number that tells people apart.
  public var id: String
  /// The sex that the employer has on record; nil where it has none.
  public var sex: Sex?
  /// The category of workers with the same work or work of equal value; nil where none is said.
  public var category: String?
  /// What the amounts are for.
  public var paidFor: PaySpan
  /// The days of the pay period that the amounts are of; nil where they are not said.
  public var period: ClosedRange<CalendarDate>?
  /// The hours of a week that the contract has, without overtime; nil where they vary.
  public var weeklyHours: Ratio?
  /// The hours worked in each week up to the pay period, the latest first; of people whose hours vary.
  public var recentWeeks: [Ratio] = []
  /// Basic pay, as it was paid in the pay period.
  public var basic: Ratio
  /// Basic pay by the contract, where leave made it less in the pay period.
  public var contractBasic: Ratio?
  /// Allowances and premiums, without pay for overtime.
  public var allowances: Ratio = .zero
  /// Pay for overtime.
  public var overtime: Ratio = .zero
  /// Bonuses, commissions and the like, each with the day of its payment.
  public var bonuses: [Bonus] = []
  /// Whether leave made the pay of the pay period less.
  public var leave: Leave = .none
  /// The first day of employment; nil where it is not said.
  public var start: CalendarDate?
  /// The last day of employment; nil for one that goes on.
  public var end: CalendarDate?
  /// Whether it is a partner of the firm, who shares profit in place of pay.
  public var isPartner: Bool = false

  /// Creates a person with basic pay alone.
  public init(
    _ id: String, _ sex: Sex?, basic: Ratio, paidFor: PaySpan, weeklyHours: Ratio? = nil
  ) {
    self.id = id
    self.sex = sex
    self.basic = basic
    self.paidFor = paidFor
    self.weeklyHours = weeklyHours
  }

  /// A bonus.
  public struct Bonus: Hashable, Sendable {
    /// What was paid.
    public var amount: Ratio
    /// When it was paid.
    public var paidOn: CalendarDate
    /// The span of work that it is for; nil where it is not said.
    public var covers: PaySpan?

    /// Creates a bonus.
    public init(_ amount: Ratio, paidOn: CalendarDate, covers: PaySpan?) {
      self.amount = amount
      self.paidOn = paidOn
      self.covers = covers
    }
  }

  /// What leave did to the pay of a pay period.
  public enum Leave: String, Hashable, Sendable, CaseIterable {
    /// No leave.
    case none
    /// Leave at normal pay.
    case fullPay = "full pay"
    /// Leave at less than normal pay, or at none.
    case reducedPay = "reduced pay"
  }

  /// The basic pay by the contract.
  var agreedBasic: Ratio { contractBasic ?? basic }

  /// Whether it was employed on a day.
  public func isEmployed(on day: CalendarDate) -> Bool {
    start.map { $0 <= day } ?? true && end.map { day <= $0 } ?? true
  }

  /// The days of the pay period with a day in it: those that are said, else the calendar month, or the
  /// week from Monday on; nil where only the payroll knows.
  public func payPeriod(with day: CalendarDate) -> ClosedRange<CalendarDate>? {
    if let period { return period }
    switch paidFor {
    case .month:
      let first = day.advanced(by: 1 - day.day)
      return first...first.addingMonths(1).advanced(by: -1)
    case .week:
      // Day 0 is a Thursday, 1970-01-01.
      let weekday = (Int(day.dayNumber) + 3) % 7
      let monday = day.advanced(by: weekday < 0 ? -weekday - 7 : -weekday)
      return monday...monday.advanced(by: 6)
    case .twoWeeks, .fourWeeks, .quarter, .halfYear, .year: return nil
    }
  }

  /// What has to be known of a bonus before hourly pay can be, and is not said.
  public enum Lack: Hashable, Sendable {
    /// The days of the pay period, which may have the day of its payment.
    case period
    /// The span of work that it is for.
    case covers
  }

  /// Tells what is not known of a bonus, of which a part counts if it was paid in the pay period with a day.
  public func lack(of bonus: Bonus, with day: CalendarDate) -> Lack? {
    guard let period = payPeriod(with: day) else {
      // No payroll has pay periods of more than a month.
      return abs(bonus.paidOn.distance(to: day)) <= 31 ? .period : nil
    }
    return period.contains(bonus.paidOn) && bonus.covers == nil ? .covers : nil
  }

  /// Whether hours are known: those of the contract, or those of a week with work.
  public var hasHours: Bool { weeklyHours.map { $0 > 0 } ?? recentWeeks.contains { $0 > 0 } }

  /// About what an hour of basic pay is, to see whether hours and spans are right; nil without hours.
  package var roughHourlyPay: Double? {
    let worked = recentWeeks.filter { $0 > 0 }.map(\.doubleValue)
    let mean = worked.isEmpty ? nil : worked.reduce(0, +) / Double(worked.count)
    return (weeklyHours?.doubleValue ?? mean).flatMap { hours in
      hours > 0 ? basic.doubleValue * Double(paidFor.countPerYear) / (52 * hours) : nil
    }
  }

  /// The hours of a week: those of the contract, or the mean of the latest weeks with work.
  ///
  /// - Parameter weeks: How many of these weeks count; earlier ones stand in for weeks without work.
  /// - Returns: The hours; nil where nothing tells them, or they are none.
  /// - Throws: Where numbers become too long to be exact.
  func hours(ofLatest weeks: Int) throws(ArithmeticFailure) -> Ratio? {
    guard hasHours else { return nil }
    if let weeklyHours { return weeklyHours }
    let worked = recentWeeks.filter { $0 > 0 }.prefix(weeks)
    return try worked.mean()
  }
}

/// The sexes that the rules compare.
public enum Sex: String, Hashable, Sendable, CaseIterable {
  case man = "men"
  case woman = "women"
}

/// A span of work that pay is for, as these rules count its days; hours and days are none of them.
public enum PaySpan: String, Hashable, Sendable, CaseIterable {
  case week
  case twoWeeks = "two weeks"
  case fourWeeks = "four weeks"
  case month
  case quarter
  case halfYear = "half year"
  case year

  /// How many of them a year of pay has; 52 weeks, 13 times four weeks.
  var countPerYear: Int {
    switch self {
    case .week: 52
    case .twoWeeks: 26
    case .fourWeeks: 13
    case .month: 12
    case .quarter: 4
    case .halfYear: 2
    case .year: 1
    }
  }
}

/// A value for men and one for women.
public struct BySex<Value> {
  /// That of men.
  public var men: Value
  /// That of women.
  public var women: Value

  /// Creates the two.
  public init(men: Value, women: Value) {
    self.men = men
    self.women = women
  }

  /// The value of a sex.
  public subscript(sex: Sex) -> Value {
    get { sex == .man ? men : women }
    set {
      switch sex {
      case .man: men = newValue
      case .woman: women = newValue
      }
    }
  }

  /// Makes another value of each.
  public func map<Other, Failure: Error>(
    _ transform: (Value) throws(Failure) -> Other
  ) throws(Failure) -> BySex<Other> {
    BySex<Other>(men: try transform(men), women: try transform(women))
  }
}

extension BySex: Equatable where Value: Equatable {}
extension BySex: Hashable where Value: Hashable {}
extension BySex: Sendable where Value: Sendable {}
