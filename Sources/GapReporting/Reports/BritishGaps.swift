public import Amounts

/// What an employer in Great Britain publishes each year: SI 2017/172 for private ones, SI 2017/353
/// for public bodies.
///
/// Gaps and shares are fractions of men's figures, positive where women have less. People whose sex
/// is not on record are in none of the figures.
public struct BritishGaps: Hashable, Sendable {
  /// A person's pay of an hour.
  public struct HourlyPay: Hashable, Sendable {
    /// Who it is.
    public let id: String
    /// The sex on record.
    public let sex: Sex
    /// The pay of an hour.
    public let pay: Ratio
  }

  /// The day on which people are counted.
  public let snapshot: CalendarDate
  /// The days on which bonuses were paid that count: the twelve months up to the snapshot.
  public let bonusYear: ClosedRange<CalendarDate>
  /// How many relevant employees there are.
  public private(set) var relevant: BySex<Int> = BySex(men: 0, women: 0)
  /// Who is relevant, and of whom no sex is on record.
  public private(set) var unrecorded: [String] = []
  /// Partners, who are not relevant.
  public private(set) var partners: [String] = []
  /// Who is not relevant, because the employment had ended on the snapshot or not begun.
  public private(set) var notEmployed: [String] = []
  /// Who is relevant, and was paid less because of leave.
  public private(set) var notFullPay: [String] = []
  /// Of whom hours, or what a bonus is for, are not known, and who so are in none of the hourly figures.
  public private(set) var incomplete: [String] = []
  /// The hourly pay of the full-pay relevant employees.
  public private(set) var hourlyPay: [HourlyPay] = []
  /// Hourly pay of men and women.
  public let hourly: PairOfGaps
  /// Bonuses of the men and women who got one.
  public let bonus: PairOfGaps
  /// How many got a bonus.
  public let receivers: BySex<Int>
  /// The parts of the relevant employees who got a bonus.
  public let bonusShares: BySex<GapFigure>
  /// Full-pay relevant employees by hourly pay.
  public let quarters: PayQuarters

  /// Computes the figures.
  ///
  /// - Parameters:
  ///   - employees: All people of one employer, with amounts of the pay period that has the snapshot.
  ///   - rules: The rules.
  ///   - snapshot: The day on which people are counted.
  /// - Throws: Where numbers become too long to be exact.
  /// - Complexity: O(*n* log *n*) in the number of people.
  public init(
    _ employees: [Employee], _ rules: GapRules, snapshot: CalendarDate
  ) throws(ArithmeticFailure) {
    self.snapshot = snapshot
    bonusYear = snapshot.addingMonths(-12).advanced(by: 1)...snapshot
    var bonuses: BySex<[Ratio]> = BySex(men: [], women: [])
    for employee in employees {
      if employee.isPartner {
        partners.append(employee.id)
        continue
      }
      guard employee.isEmployed(on: snapshot) else {
        notEmployed.append(employee.id)
        continue
      }
      guard let sex = employee.sex else {
        unrecorded.append(employee.id)
        continue
      }
      relevant[sex] += 1
      var received = Ratio.zero
      for bonus in employee.bonuses where bonusYear.contains(bonus.paidOn) {
        received = try received + bonus.amount
      }
      if received > 0 { bonuses[sex].append(received) }
      guard employee.leave != .reducedPay else {
        notFullPay.append(employee.id)
        continue
      }
      guard let hours = try employee.hours(ofLatest: rules.recentWeeks),
        !employee.bonuses.contains(where: { employee.lack(of: $0, with: snapshot) != nil })
      else {
        incomplete.append(employee.id)
        continue
      }
      let pay = try Self.weeklyPay(of: employee, rules, snapshot) / hours
      hourlyPay.append(HourlyPay(id: employee.id, sex: sex, pay: pay))
    }
    let people = relevant.men + relevant.women
    let hourlyPay = hourlyPay
    let pays = BySex(men: Sex.man, women: .woman).map { sex in
      hourlyPay.filter { $0.sex == sex }.map(\.pay)
    }
    let least = rules.smallestGroup
    hourly = try PairOfGaps(pays).shown(of: hourlyPay.count, atLeast: least)
    receivers = bonuses.map(\.count)
    bonus = try PairOfGaps(bonuses)
      .shown(of: bonuses.men.count + bonuses.women.count, atLeast: least)
    let (receivers, relevant) = (receivers, relevant)
    bonusShares = try BySex(men: Sex.man, women: .woman).map { sex throws(ArithmeticFailure) in
      try GapFigure.share(receivers[sex], of: relevant[sex], missing: sex.absence)
        .shown(of: people, atLeast: least)
    }
    quarters = try PayQuarters(
      hourlyPay.map { ($0.sex, $0.pay) }, extra: rules.leftOver, atLeast: least)
  }

  /// Ordinary pay of a week, with the part of a week of each bonus that was paid in the pay period.
  private static func weeklyPay(
    of employee: Employee, _ rules: GapRules, _ snapshot: CalendarDate
  ) throws(ArithmeticFailure) -> Ratio {
    var pay = try (employee.basic + employee.allowances) * 7 / rules.days(of: employee.paidFor)
    if let period = employee.payPeriod(with: snapshot) {
      for bonus in employee.bonuses where period.contains(bonus.paidOn) {
        guard let covers = bonus.covers else { continue }
        pay = try pay + bonus.amount * 7 / rules.days(of: covers)
      }
    }
    return pay
  }
}
