public import Amounts
public import Findings

/// What a survey says about the pay of a job in a scope.
public struct SurveyCut: Hashable, Sendable {
  /// What a cut is from.
  public enum Origin: String, Hashable, Sendable {
    /// A row of a survey.
    case survey
    /// A group of a published table, such as an occupation of OEWS.
    case published
    /// The people of one title in a salary file.
    case people
  }

  /// What it is from.
  public var origin: Origin
  /// The survey, by which weights and rates are stated.
  public var survey: String
  /// The survey's code of the job; nil where it has none.
  public var jobCode: String?
  /// The survey's title of the job.
  public var jobTitle: String?
  /// The survey's level.
  public var level: String?
  /// Which employers it is of, such as "Revenue under 500 million".
  public var scope: String?
  /// Where they are; nil for a whole country.
  public var location: String?
  /// How many employers it rests on; nil where that is not said.
  public var organizations: Int?
  /// How many people it rests on, likewise.
  public var incumbents: Int?
  /// The day that the pay is of; for a cut that was aged by its publisher the day that it was aged to.
  public var effective: CalendarDate
  /// Whether the publisher aged it.
  public var isAged: Bool
  /// The currency of the pay.
  public var currency: Currency
  /// The pay for a year.
  public var pay: [PayElement: PayPercentiles]
  /// Where it stands.
  public var place: Place

  /// Creates a cut.
  public init(
    _ origin: Origin = .survey, survey: String, jobCode: String?, jobTitle: String? = nil,
    level: String? = nil,
    scope: String? = nil, location: String? = nil, organizations: Int? = nil,
    incumbents: Int? = nil, effective: CalendarDate, isAged: Bool = false, currency: Currency,
    pay: [PayElement: PayPercentiles], place: Place
  ) {
    self.origin = origin
    self.survey = survey
    self.jobCode = jobCode
    self.jobTitle = jobTitle
    self.level = level
    self.scope = scope
    self.location = location
    self.organizations = organizations
    self.incumbents = incumbents
    self.effective = effective
    self.isAged = isAged
    self.currency = currency
    self.pay = pay
    self.place = place
  }

  /// Whether it is of a part of the country, so that a geographic factor is in it already.
  public var isLocal: Bool { location != nil }
}
