public import Amounts

/// Comparison pay under § 11 of the German Entgelttransparenzgesetz, for a calendar year.
///
/// For each group the median of average monthly gross pay, scaled to full time. Basic pay, allowances
/// and bonuses are scaled; overtime is paid for hours beyond the own ones, and is not.
public struct GermanComparison: Hashable, Sendable {
  /// The people of one sex in a group.
  public struct Side: Hashable, Sendable {
    /// How many there are.
    public let people: Int
    /// The median of average monthly gross pay.
    public let gross: GapFigure
    /// The median of monthly allowances.
    public let allowances: GapFigure
    /// The median of bonuses per month.
    public let bonus: GapFigure
  }

  /// People with the same pay group or comparable work.
  public struct Group: Hashable, Sendable {
    /// Its name.
    public let name: String
    /// Men and women in it.
    public let sides: BySex<Side>
  }

  /// The last day of the year; people employed on it count.
  public let yearEnd: CalendarDate
  /// The groups, by name.
  public let groups: [Group]
  /// Partners, who do not count.
  public let partners: [String]
  /// Who does not count, because the employment had ended at the end of the year or not begun.
  public let notEmployed: [String]
  /// Of whom no sex is on record, or no hours, or no group, and who are in none of the medians.
  public let unplaced: [String]

  private struct Monthly {
    var gross: [Ratio] = []
    var allowances: [Ratio] = []
    var bonus: [Ratio] = []
  }

  /// Computes the medians.
  ///
  /// - Parameters:
  ///   - employees: The people of an establishment.
  ///   - rules: The rules.
  ///   - yearEnd: The last day of the calendar year.
  ///   - fullTime: The weekly hours of full time.
  /// - Throws: Where numbers become too long to be exact.
  /// - Complexity: O(*n* log *n*) in the number of people.
  public init(
    _ employees: [Employee], _ rules: GapRules, yearEnd: CalendarDate, fullTime: Ratio
  ) throws(ArithmeticFailure) {
    self.yearEnd = yearEnd
    let year = CalendarYear(with: yearEnd)
    var (partners, notEmployed, unplaced): ([String], [String], [String]) = ([], [], [])
    var groups: [String: BySex<Monthly>] = [:]
    for employee in employees {
      if employee.isPartner {
        partners.append(employee.id)
        continue
      }
      guard employee.isEmployed(on: yearEnd) else {
        notEmployed.append(employee.id)
        continue
      }
      guard let sex = employee.sex, let category = employee.category,
        let pay = try AnnualPay(employee, rules, year)
      else {
        unplaced.append(employee.id)
        continue
      }
      let scale = try fullTime / pay.hours
      let allowances = try pay.allowances / 12 * scale
      let bonus = try pay.bonus / pay.months * scale
      let gross = try pay.basic / 12 * scale + allowances + bonus + pay.overtime / 12
      var group = groups[category] ?? BySex(men: Monthly(), women: Monthly())
      group[sex].gross.append(gross)
      group[sex].allowances.append(allowances)
      group[sex].bonus.append(bonus)
      groups[category] = group
    }
    (self.partners, self.notEmployed) = (partners, notEmployed)
    self.unplaced = unplaced
    var named: [Group] = []
    for (name, group) in groups.sorted(by: { $0.key < $1.key }) {
      let sexes = BySex(men: Sex.man, women: .woman)
      let sides = try sexes.map { sex throws(ArithmeticFailure) in
        let monthly = group[sex]
        func median(_ amounts: [Ratio]) throws(ArithmeticFailure) -> GapFigure {
          guard !amounts.isEmpty else { return .none(sex.absence) }
          return GapFigure.value(try amounts.median())
            .shown(of: amounts.count, atLeast: rules.smallestGroup)
        }
        return Side(
          people: monthly.gross.count, gross: try median(monthly.gross),
          allowances: try median(monthly.allowances), bonus: try median(monthly.bonus))
      }
      named.append(Group(name: name, sides: sides))
    }
    self.groups = named
  }
}
