public import Amounts
public import Findings

/// What a plan counts: which deals, by how much, against which quota.
public struct Measure: Sendable {
  /// What credit is counted in.
  public enum Unit: Hashable, Sendable {
    /// The currency of the plan.
    case money
    /// Each deal counts 1.
    case deals
    /// The number in a column of the deals.
    case column(String)
  }

  /// Whose deals count.
  public enum Team: Hashable, Sendable {
    /// Everyone who reports to the person, directly or indirectly.
    case reports
    /// The same and the person's own deals.
    case reportsAndOwn
  }

  /// The name that components refer to.
  public var name: String
  /// The quota for the plan year, in the currency or in units; nil when nothing refers to it.
  public var quota: Ratio?
  /// What credit is counted in.
  public var unit: Unit
  /// The deal column that is credited when the unit is money.
  public var credit: String
  /// What a deal must match to count.
  public var filters: [DealFilter]
  /// Factors on the credit by the value of a column.
  public var multipliers: [CreditMultiplier]
  /// 2, 4 or 12 shares of the year's quota; equal shares when nil.
  public var phasing: [Ratio]?
  /// Lower quotas in the first months of service.
  public var ramp: Ramp?
  /// A smaller credit for the part of a deal above a size.
  public var windfall: Windfall?
  /// Whose deals count, when not the person's own.
  public var team: Team?
  /// Whether the attainment of each period stands in the scores file.
  public var isScored: Bool
  /// Where the measure is written.
  public var place: Place?

  /// Creates a measure.
  public init(
    _ name: String, quota: Ratio? = nil, unit: Unit = .money, credit: String = "amount",
    where filters: [DealFilter] = [], multiply multipliers: [CreditMultiplier] = [],
    phasing: [Ratio]? = nil, ramp: Ramp? = nil, windfall: Windfall? = nil, team: Team? = nil,
    isScored: Bool = false, place: Place? = nil
  ) {
    self.name = name
    self.quota = quota
    self.unit = unit
    self.credit = credit
    self.filters = filters
    self.multipliers = multipliers
    self.phasing = phasing
    self.ramp = ramp
    self.windfall = windfall
    self.team = team
    self.isScored = isScored
    self.place = place
  }

  /// The column whose numbers are credited, if it is not the amount.
  var creditColumn: String? {
    switch unit {
    case .money: credit == "amount" ? nil : credit
    case .deals: nil
    case .column(let name): name
    }
  }

  /// The quota of the year; a scored measure's is 100 %.
  package var yearQuota: Ratio? { isScored ? .one : quota }

  /// The quota of a year, where there is one that attainment can be measured by.
  package var positiveQuota: Ratio? { quota.flatMap { .zero < $0 ? $0 : nil } }
}

/// A condition on one column of a deal.
public struct DealFilter: Hashable, Sendable {
  /// The column.
  public var column: String
  /// The values that match, compared without regard to case.
  public var values: [String]
  /// Whether the deal must have none of the values instead.
  public var isNegated: Bool

  /// Creates a condition.
  public init(_ column: String, _ values: [String], isNegated: Bool = false) {
    self.column = column
    self.values = values
    self.isNegated = isNegated
  }
}

/// Factors on credit by one column of a deal; a value that is not listed counts once.
public enum CreditMultiplier: Hashable, Sendable {
  /// A factor for each listed text; numbers match by value.
  case values(column: String, [String: Ratio])
  /// A factor for each band of a number: half-open, the last without an upper end.
  case bands(column: String, [Step])

  /// A band of numbers up to, and without, an upper end.
  public struct Step: Hashable, Sendable {
    /// The end of the band; nil for the last.
    public var to: Ratio?
    /// Whether the end itself is in the band.
    public var includesEnd: Bool
    /// The factor.
    public var times: Ratio

    /// Creates a band.
    public init(to: Ratio?, includesEnd: Bool = false, times: Ratio) {
      self.to = to
      self.includesEnd = includesEnd
      self.times = times
    }
  }

  /// The column.
  public var column: String {
    switch self {
    case .values(let column, _), .bands(let column, _): column
    }
  }
}

/// Shares of quota and target in the first months of service; later months are at 100 %.
public struct Ramp: Hashable, Sendable {
  /// The share of the quota in each month of service.
  public var quota: [Ratio]
  /// The share of the target in each month of service.
  public var target: [Ratio]
  /// The last day of a month on which being hired makes that month the first one.
  ///
  /// For who is hired later month 1 is the next month; until then its shares hold. Nil makes the month
  /// of hire the first one, whatever its day.
  public var hiredBy: Int?

  /// Creates a ramp.
  public init(quota: [Ratio], target: [Ratio] = [], hiredBy: Int? = nil) {
    self.quota = quota
    self.target = target
    self.hiredBy = hiredBy
  }
}

/// A limit above which the rest of one deal counts less.
public struct Windfall: Hashable, Sendable {
  /// The size above which it applies, of the whole deal.
  public var over: Ratio
  /// The share at which the part above counts.
  public var credit: Ratio

  /// Creates a limit.
  public init(over: Ratio, credit: Ratio) {
    self.over = over
    self.credit = credit
  }
}
