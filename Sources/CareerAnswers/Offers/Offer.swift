public import Amounts
public import PayPlans
public import Reporting
public import Simulation

/// An offer of employment: what is paid, on which terms, and what it leaves to be asked.
public struct Offer: Sendable {
  /// A slow start: the share of the later sales, and of the quota, in the first months.
  public struct RampUp: Hashable, Sendable {
    /// The months that it lasts.
    public let months: Int
    /// The share of what is sold in a later month.
    public let sales: Ratio
    /// The share of a later month's quota; nil when it is not stated, so that the plan's own ramp holds.
    public let quota: Ratio?

    /// The shares of the first months.
    var salesShares: [Ratio] { Array(repeating: sales, count: months) }
  }

  /// An amount that is paid once, at the start.
  public struct SignOn: Hashable, Sendable {
    /// The amount.
    public let amount: Ratio
    /// The months of service after which nothing has to be paid back; nil when the offer does not say.
    public let months: Int?
    /// Whether less has to be paid back the longer one stays.
    public let isProrated: Bool

    /// Returns what has to be paid back when leaving after some months.
    func paidBack(after served: Int) -> Double {
      guard let months, served < months else { return 0 }
      let share = isProrated ? Double(months - served) / Double(months) : 1
      return amount.doubleValue * share
    }
  }

  /// A yearly bonus apart from the plan, such as one on the results of the company.
  public struct Bonus: Hashable, Sendable {
    /// An amount a year, or a share of the base.
    public let target: Level
    /// The share of it that is expected to be paid.
    public let paid: Ratio

    func expected(ofBase base: Double) -> Double {
      switch target {
      case .amount(let amount): amount.doubleValue * paid.doubleValue
      case .share(let share): share.doubleValue * paid.doubleValue * base
      }
    }
  }

  /// A term that the offer does not state, the question to ask, and what is assumed meanwhile.
  public struct Question: Hashable, Sendable {
    /// The key under which the term is written.
    public let term: String
    /// The question to ask.
    public let question: Inline
    /// What is assumed until it is answered.
    public internal(set) var assumption: Inline
  }

  /// The name, usually that of the employer.
  public let name: String
  /// The plan, with the offer's own base, variable, quota, draw and guarantee put in.
  public let plan: Plan
  /// The file of the plan; nil for one that stands in the offer, or for none.
  public let planFile: String?
  /// How attainment of the quota varies.
  public internal(set) var model: any AttainmentModel
  /// The model as it is written, or how it was derived.
  public internal(set) var modelText: Inline
  /// Whether the offer states how attainment varies, or the chance of reaching the quota.
  public let statesChance: Bool
  /// Whether a quota is written in the offer or its plan.
  public let statesQuota: Bool
  /// A slow start; nil when the offer does not state one, with no months when it rules one out.
  public internal(set) var rampUp: RampUp?
  /// An amount that is paid once.
  public let signOn: SignOn?
  /// A yearly bonus apart from the plan.
  public let bonus: Bonus?
  /// Equity.
  public let equity: Equity?
  /// What benefits are worth a year, untaxed.
  public let benefits: Ratio
  /// Where the work is, such as a state.
  public let location: String?
  /// The first day.
  public let start: CalendarDate?
  /// The expected rise of the base each year; nil when the offer does not state it.
  public internal(set) var raise: Ratio?
  /// What has to be asked.
  public internal(set) var questions: [Question]

  /// The base of the first year.
  public var base: Double { plan.base?.doubleValue ?? 0 }
  /// The currency of every amount.
  public var currency: Currency { plan.currency }
  /// The most months in which the plan itself lowers a quota or a target; 0 when it does not.
  var planRampMonths: Int {
    ([plan] + plan.versions.map(\.plan)).flatMap(\.measures)
      .compactMap { $0.ramp.map { max($0.quota.count, $0.target.count) } }.max() ?? 0
  }

  mutating func assume(_ term: String, _ assumption: Inline) {
    for index in questions.indices where questions[index].term == term {
      questions[index].assumption = assumption
    }
  }
}
