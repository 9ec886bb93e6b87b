public import Amounts

/// A person with pay for a year, in a grade.
public struct GradedEmployee: Hashable, Sendable {
  /// The id or name.
  public var id: String
  /// The grade.
  public var grade: String
  /// What is paid for a year.
  public var pay: Ratio
  /// The part of full time that it is paid for, above 0.
  public var share: Ratio
  /// The rating of performance; nil where there is none.
  public var rating: String?
  /// From when the person counts for a proration: the day of hire or of the last change of pay.
  public var eligibleFrom: CalendarDate?
  /// Whether the person is on a leave that the law protects, which shortens no increase.
  public var isOnProtectedLeave: Bool
  /// The groups that the person is in, by the names of their columns.
  public var groups: [String: String]

  /// Creates a person.
  public init(
    _ id: String, grade: String, pay: Ratio, share: Ratio = .one, rating: String? = nil,
    eligibleFrom: CalendarDate? = nil, isOnProtectedLeave: Bool = false,
    groups: [String: String] = [:]
  ) {
    self.id = id
    self.grade = grade
    self.pay = pay
    self.share = share
    self.rating = rating
    self.eligibleFrom = eligibleFrom
    self.isOnProtectedLeave = isOnProtectedLeave
    self.groups = groups
  }
}

/// A person in the range of the grade.
public struct RangeStanding: Hashable, Sendable {
  /// The person.
  public let employee: GradedEmployee
  /// The grade.
  public let grade: PayGrade

  /// What full time would be paid, which is held against the range.
  public var fullTimePay: Ratio? { try? employee.pay / employee.share }
  /// Full-time pay over the midpoint.
  public var compaRatio: Ratio? { fullTimePay.flatMap(grade.range.compaRatio) }
  /// How far into the range full-time pay is.
  public var penetration: Ratio? { fullTimePay.flatMap(grade.range.penetration) }
  /// In which quarter of the range full-time pay is, or on which side of it.
  public var position: PayRange.Position? { fullTimePay.flatMap(grade.range.position) }
  /// What is missing to the minimum for the part of full time; 0 for pay that reaches it.
  public var toMinimum: Ratio {
    (try? max(.zero, grade.range.minimum * employee.share - employee.pay)) ?? .zero
  }
  /// What is missing to the maximum for the part of full time; 0 for pay that reaches it.
  func toMaximum(from pay: Ratio) throws(ArithmeticFailure) -> Ratio {
    try max(.zero, grade.range.maximum * employee.share - pay)
  }
}

/// People held against a structure.
public struct RangeReview: Hashable, Sendable {
  /// The people in a grade of the structure.
  public let standings: [RangeStanding]
  /// The people whose grade the structure does not have.
  public let withoutGrade: [GradedEmployee]

  /// Looks everybody up.
  public init(_ employees: [GradedEmployee], in structure: PayStructure) {
    var standings: [RangeStanding] = []
    var others: [GradedEmployee] = []
    for employee in employees {
      if let grade = structure[employee.grade] {
        standings.append(RangeStanding(employee: employee, grade: grade))
      } else {
        others.append(employee)
      }
    }
    self.standings = standings
    withoutGrade = others
  }

  fileprivate init(_ standings: [RangeStanding], withoutGrade: [GradedEmployee] = []) {
    self.standings = standings
    self.withoutGrade = withoutGrade
  }

  /// The same without those whom a condition picks.
  public func removing(_ isRemoved: (RangeStanding) -> Bool) -> RangeReview {
    RangeReview(standings.filter { !isRemoved($0) }, withoutGrade: withoutGrade)
  }

  /// The people of the grades or groups that a condition picks.
  public func filter(_ isIncluded: (RangeStanding) -> Bool) -> RangeReview {
    RangeReview(standings.filter(isIncluded))
  }

  /// The sum of what is paid.
  public var payroll: Ratio? { try? standings.map(\.employee.pay).sum() }
  /// The sum of the midpoints, each for the part of full time.
  public var midpoints: Ratio? {
    try? standings.map { (standing) throws(ArithmeticFailure) in
      try standing.grade.range.midpoint * standing.employee.share
    }.sum()
  }
  /// The sum of pay over the sum of the midpoints.
  public var groupCompaRatio: Ratio? {
    guard let payroll, let midpoints else { return nil }
    return try? payroll / midpoints
  }
  /// The mean of the compa-ratios, which also goes by the name of group compa-ratio and is another number.
  public var meanCompaRatio: Ratio? {
    try? standings.compactMap(\.compaRatio).sum() / Ratio(standings.count)
  }
  /// The mean of full-time pay.
  public var meanPay: Ratio? {
    try? standings.compactMap(\.fullTimePay).sum() / Ratio(standings.count)
  }
  /// The people below their minimum.
  public var below: [RangeStanding] { standings.filter { $0.position == .below } }
  /// The people above their maximum.
  public var above: [RangeStanding] { standings.filter { $0.position == .above } }
  /// What it costs in a year to bring everybody to the minimum.
  public var costToMinimum: Ratio? { try? standings.map(\.toMinimum).sum() }
}

/// How the pay of groups compares to that of the largest one.
public struct GroupComparison: Hashable, Sendable {
  /// A group.
  public struct Group: Hashable, Sendable {
    /// Its name.
    public let name: String
    /// Its people.
    public let people: RangeReview
    /// How much less its mean pay is than that of the largest group, as a fraction of that.
    public let gap: Ratio?
    /// The same of the mean of the compa-ratios, which takes the grades into account.
    public let compaGap: Ratio?
  }

  /// The groups, the largest first; of equals in the order of their names.
  public let groups: [Group]
  /// The group that the others are held against.
  public var reference: Group? { groups.first }

  /// Compares the groups of a column.
  public init(_ people: RangeReview, by column: String) {
    let names = Dictionary(grouping: people.standings) { $0.employee.groups[column] ?? "" }
      .sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }.map(\.key)
    let parts = names.map { name in
      (name: name, people: people.filter { ($0.employee.groups[column] ?? "") == name })
    }
    func gap(_ part: RangeReview, _ figure: (RangeReview) -> Ratio?) -> Ratio? {
      guard let largest = parts.first.flatMap({ figure($0.people) }), let own = figure(part) else {
        return nil
      }
      return try? .one - own / largest
    }
    groups = parts.map { name, people in
      Group(
        name: name, people: people, gap: gap(people) { $0.meanPay },
        compaGap: gap(people) { $0.meanCompaRatio })
    }
  }
}

extension RangeReview {
  /// The same people with the pay that others have after a change.
  public init(_ standings: some Sequence<RangeStanding>) {
    self.init(Array(standings))
  }

  /// The same people, those below their minimum brought to it.
  public var atMinimum: RangeReview {
    RangeReview(
      standings.map { standing in
        var employee = standing.employee
        employee.pay = (try? employee.pay + standing.toMinimum) ?? employee.pay
        return RangeStanding(employee: employee, grade: standing.grade)
      })
  }
}
