public import Amounts
public import Employment
internal import PayPlans
public import Reporting
public import Simulation

/// An offer of employment: what is paid, on which terms, and what it leaves to be asked.
///
/// The terms are its own members: `offer.plan` is `offer.terms.plan`.
@dynamicMemberLookup
public struct Offer: Sendable {
  /// A slow start: the share of the later sales, and of the quota, in the first months.
  public typealias RampUp = OfferTerms.RampUp
  /// An amount that is paid once, at the start.
  public typealias SignOn = OfferTerms.SignOn
  /// A yearly bonus apart from the plan, such as one on the results of the company.
  public typealias Bonus = OfferTerms.Bonus
  /// Equity: a value that the offer states for each year, or a grant that vests.
  public typealias Equity = OfferTerms.Equity
  /// Equity that is given once and vests over time.
  public typealias Grant = OfferTerms.Grant
  /// When a grant vests.
  public typealias Vesting = OfferTerms.Vesting

  /// A term that the offer does not state, the question to ask, and what is assumed meanwhile.
  public struct Question: Hashable, Sendable {
    /// The key under which the term is written.
    public let term: String
    /// The question to ask.
    public let question: Inline
    /// What is assumed until it is answered.
    public internal(set) var assumption: Inline
  }

  /// What is paid, and on which terms.
  public internal(set) var terms: OfferTerms
  /// The file of the plan; nil for one that stands in the offer, or for none.
  public let planFile: String?
  /// How attainment of the quota varies.
  public internal(set) var model: any AttainmentModel
  /// The model as it is written, or how it was derived.
  public internal(set) var modelText: Inline
  /// Whether the offer states how attainment varies, or the chance of reaching the quota.
  public let statesChance: Bool
  /// Where the work is, such as a state.
  public let location: String?
  /// The first day.
  public let start: CalendarDate?
  /// The name of its file.
  public let file: String
  /// What has to be asked.
  public internal(set) var questions: [Question]

  /// A member of the terms.
  public subscript<Value>(dynamicMember member: KeyPath<OfferTerms, Value>) -> Value {
    terms[keyPath: member]
  }

  /// Whether it starts in another month than its plan year.
  var startsWithinPlanYear: Bool {
    guard let start, let year = terms.plan.yearStarts else { return false }
    return start.month != year.month
  }

  /// Whether what it pays depends on attainment.
  var dependsOnAttainment: Bool { terms.statesQuota || terms.plan.variable != .zero }

  mutating func assume(_ term: String, _ assumption: Inline) {
    for index in questions.indices where questions[index].term == term {
      questions[index].assumption = assumption
    }
  }
}
