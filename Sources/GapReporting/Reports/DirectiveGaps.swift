public import Amounts

/// The seven figures of Art. 9(1) of Directive (EU) 2023/970, (a) to (g), for a calendar year.
///
/// Gaps and shares are fractions of men's figures, positive where women have less. Complementary and
/// variable components are allowances, overtime and bonuses. Workers whose sex is not on record stand
/// in the quartiles, and are counted in none of the figures.
public struct DirectiveGaps: Hashable, Sendable {
  /// A figure by the hour and by the year.
  public struct Levels: Hashable, Sendable {
    /// Pay of an hour.
    public let hourly: GapFigure
    /// Pay of the year.
    public let annual: GapFigure
  }

  /// A figure about components of pay over all workers, and over those who get any.
  public struct Components: Hashable, Sendable {
    /// People without components count as zero.
    public let allWorkers: GapFigure
    /// People without components are left out.
    public let receiversOnly: GapFigure
  }

  /// Workers of the same work or work of equal value: figure (g).
  public struct Category: Hashable, Sendable {
    /// Its name.
    public let name: String
    /// How many men and women.
    public let counts: BySex<Int>
    /// All workers, also those whose sex is not on record.
    public let workers: Int
    /// The gap of mean hourly basic pay.
    public let basicGap: GapFigure
    /// The gap of mean hourly components.
    public let variableGap: GapFigure
    /// The gap of mean hourly pay.
    public let totalGap: GapFigure
    /// Whether the difference of pay levels, in either direction and not rounded, has to be justified
    /// (Art. 10); nil where there is no gap to test.
    ///
    /// A group that is too small to show is tested too.
    public let isAssessed: Bool?
  }

  /// The last day of the year; workers of that day count.
  public let yearEnd: CalendarDate
  /// How many workers there are.
  public let workers: Int
  /// How many men and women.
  public let counts: BySex<Int>
  /// Of how many no sex is on record.
  public let unrecorded: [String]
  /// Partners, who do not count.
  public let partners: [String]
  /// Who does not count, because the employment had ended at the end of the year or not begun.
  public let notEmployed: [String]
  /// Who counts in none of the figures, because nothing tells the hours.
  public let withoutHours: [String]
  /// (a) The gap of mean pay.
  public let meanGap: Levels
  /// (b) The gap of mean components.
  public let meanVariableGap: Components
  /// (c) The gap of median pay.
  public let medianGap: Levels
  /// (d) The gap of median components.
  public let medianVariableGap: Components
  /// (e) The parts of men and of women who get components.
  public let receivingShares: BySex<GapFigure>
  /// (f) Workers by hourly pay.
  public let quarters: PayQuarters
  /// (g) The gaps by category, by name.
  public let categories: [Category]
  /// Who is in no category, and so in no figure of (g).
  public let uncategorized: [String]

  private struct Worker {
    let employee: Employee
    let basic: Ratio
    let variable: Ratio
    let total: Ratio
    let annual: Ratio
  }

  /// Computes the figures.
  ///
  /// - Parameters:
  ///   - employees: All workers of one employer.
  ///   - rules: The rules.
  ///   - yearEnd: The last day of the calendar year.
  /// - Throws: Where numbers become too long to be exact.
  /// - Complexity: O(*n* log *n*) in the number of workers.
  public init(
    _ employees: [Employee], _ rules: GapRules, yearEnd: CalendarDate
  ) throws(ArithmeticFailure) {
    self.yearEnd = yearEnd
    let year = CalendarYear(with: yearEnd)
    var workers: [Worker] = []
    var (partners, notEmployed, withoutHours): ([String], [String], [String]) = ([], [], [])
    for employee in employees {
      if employee.isPartner {
        partners.append(employee.id)
        continue
      }
      guard employee.isEmployed(on: yearEnd) else {
        notEmployed.append(employee.id)
        continue
      }
      guard let pay = try AnnualPay(employee, rules, year) else {
        withoutHours.append(employee.id)
        continue
      }
      workers.append(
        Worker(
          employee: employee, basic: try pay.hourly(pay.basic * pay.part),
          variable: try pay.hourly(pay.variable), total: try pay.hourly(pay.total),
          annual: try pay.total))
    }
    (self.partners, self.notEmployed) = (partners, notEmployed)
    self.withoutHours = withoutHours
    self.workers = workers.count
    unrecorded = workers.filter { $0.employee.sex == nil }.map(\.employee.id)
    uncategorized = workers.filter { $0.employee.category == nil }.map(\.employee.id)

    let least = rules.smallestGroup
    let sexes = BySex(men: Sex.man, women: .woman)
    let all = sexes.map { sex in workers.filter { $0.employee.sex == sex } }
    counts = all.map(\.count)
    func gaps(_ groups: BySex<[Worker]>, _ amount: KeyPath<Worker, Ratio>) throws(ArithmeticFailure)
      -> PairOfGaps
    {
      try PairOfGaps(groups.map { $0.map { $0[keyPath: amount] } })
        .shown(of: groups.men.count + groups.women.count, atLeast: least)
    }
    let (hourly, annual) = (try gaps(all, \.total), try gaps(all, \.annual))
    meanGap = Levels(hourly: hourly.meanGap, annual: annual.meanGap)
    medianGap = Levels(hourly: hourly.medianGap, annual: annual.medianGap)
    let receivers = all.map { $0.filter { $0.variable > 0 } }
    let (variable, received) = (try gaps(all, \.variable), try gaps(receivers, \.variable))
    meanVariableGap = Components(allWorkers: variable.meanGap, receiversOnly: received.meanGap)
    medianVariableGap = Components(
      allWorkers: variable.medianGap, receiversOnly: received.medianGap)
    let people = counts.men + counts.women
    receivingShares = try sexes.map { sex throws(ArithmeticFailure) in
      try GapFigure.share(receivers[sex].count, of: all[sex].count, missing: sex.absence)
        .shown(of: people, atLeast: least)
    }
    quarters = try PayQuarters(
      workers.map { ($0.employee.sex, $0.total) }, extra: rules.leftOver, atLeast: least)

    var categories: [Category] = []
    let byName = Dictionary(grouping: workers.filter { $0.employee.category != nil }) {
      $0.employee.category ?? ""
    }
    for (name, workers) in byName.sorted(by: { $0.key < $1.key }) {
      let group = sexes.map { sex in workers.filter { $0.employee.sex == sex } }
      func gap(_ amount: KeyPath<Worker, Ratio>) throws(ArithmeticFailure) -> GapFigure {
        try PairOfGaps(group.map { $0.map { $0[keyPath: amount] } }).meanGap
      }
      let total = try gap(\.total)
      categories.append(
        Category(
          name: name, counts: group.map(\.count), workers: workers.count,
          basicGap: try gap(\.basic).shown(of: workers.count, atLeast: least),
          variableGap: try gap(\.variable).shown(of: workers.count, atLeast: least),
          totalGap: total.shown(of: workers.count, atLeast: least),
          isAssessed: total.value.flatMap { gap in
            rules.assessedGap.map { $0 <= gap || gap <= -$0 }
          }))
    }
    self.categories = categories
  }
}
