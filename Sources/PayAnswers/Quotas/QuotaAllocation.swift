public import Amounts
public import Answers
public import Simulation

/// A company's number divided into quotas that add up to it exactly, and how likely they are reached.
public struct QuotaAllocation: Answer {
  /// A bound that somebody's quota stands at.
  public enum Bound: String, Hashable, Sendable {
    /// The least quota.
    case minimum
    /// The greatest quota.
    case maximum
  }

  /// One person with a quota.
  public struct Person: Hashable, Sendable {
    /// The name that deals use.
    public let rep: String
    /// The name to print, when the roster has one.
    public let name: String?
    /// The manager at the end of the year.
    public let manager: String?
    /// What of the quota of a full year falls on the person: the days in service, in a ramp at its shares.
    public let capacity: Ratio
    /// The share by what quotas go by, of somebody in service all year; all shares are 1 together.
    public let claim: Ratio
    /// What the person reached in the history; nil without one.
    public let history: Ratio?
    /// The quota of the year.
    public let quota: Ratio
    /// The quota of a full year, to which it is prorated; what a roster has.
    public let fullYearQuota: Ratio
    /// The bound that the quota stands at; nil for none.
    public let bound: Bound?
    /// The quota by the parts of the year, which add up to it exactly; empty without seasonality.
    public let parts: [Ratio]

    /// The quota over what was reached, less 1; nil where that is not above 0.
    public var growth: Ratio? {
      guard let history, history > .zero else { return nil }
      return try? quota / history - 1
    }
    /// The name for people to read.
    var label: String { name ?? rep }
  }

  /// A manager, whose quota is that of the team.
  public struct Manager: Hashable, Sendable {
    /// The id.
    public let rep: String
    /// The name to print, when the roster has one.
    public let name: String?
    /// The indices of the people with quotas below the manager, at whatever level.
    public let team: [Int]
    /// What those who report directly have to reach together.
    public let direct: Ratio
    /// The quota.
    public let quota: Ratio

    /// The name for people to read.
    var label: String { name ?? rep }
  }

  /// What was reached before.
  public struct History: Hashable, Sendable {
    /// What all people with a quota reached.
    public let total: Ratio
    /// The number of periods that the file names; 0 where it names none.
    public let periods: Int
  }

  /// The name of the plan whose people have quotas; nil where everybody has one.
  public let plan: String?
  /// The company's number.
  public let total: Ratio
  /// What quotas are above it, as a fraction.
  public let overAssignment: Ratio
  /// What a team's quotas are above its manager's, as a fraction.
  public let managerOverAssignment: Ratio
  /// What all quotas come to: the number × (1 + over-assignment).
  public let assigned: Ratio
  /// What quotas are multiples of.
  public let unit: Ratio
  /// What quotas go by.
  public let weights: [QuotaWeight]
  /// The least and greatest quota of a full year; nil for none.
  public let bounds: (minimum: Ratio?, maximum: Ratio?)
  /// The shares of the parts of the year; empty without seasonality.
  public let seasonality: [Ratio]
  /// The first day of the year; nil where nobody's days matter.
  public let yearStart: CalendarDate?
  /// The people with quotas, in the order of the roster.
  public let people: [Person]
  /// The managers, in the order of the roster.
  public let managers: [Manager]
  /// What was reached before; nil without a history.
  public let history: History?
  /// How attainment is taken to vary.
  public let model: ModelText
  /// How likely quotas are reached: the outcome of the company, then that of each manager.
  public let forecast: QuotaForecast
  /// The roster with the quotas of a full year as CSV, all other columns as they were.
  public let roster: String
}

extension QuotaAllocation {
  /// What becomes of the company's number.
  var company: QuotaForecast.Outcome { forecast.outcomes[0] }
  /// Whether somebody is not in service, or not ramped, for all of the year.
  var hasPartYears: Bool { people.contains { $0.capacity != .one } }
}
