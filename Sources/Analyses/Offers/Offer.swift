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
    /// The share of a later month's quota.
    public let quota: Ratio
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

  /// Equity as what it is worth a year to the holder.
  public struct Equity: Hashable, Sendable {
    /// The value that vests in a year, as the offer states it.
    public let yearly: Ratio
    /// The share by which it is worth less than stated, because it cannot be sold or may come to nothing.
    public let discount: Ratio

    /// The value that counts.
    var value: Double { yearly.doubleValue * (1 - discount.doubleValue) }
  }

  /// A term that the offer does not state, the question to ask, and what is assumed meanwhile.
  public struct Question: Hashable, Sendable {
    /// The key under which the term is written.
    public let term: String
    /// The question to ask.
    public let question: Inline
    /// What is assumed until it is answered.
    public let assumption: Inline
  }

  /// The name, usually that of the employer.
  public let name: String
  /// The plan, with the offer's own base, variable, quota, draw and guarantee put in.
  public let plan: Plan
  /// The file of the plan; nil for one that stands in the offer, or for none.
  public let planFile: String?
  /// How attainment of the quota varies.
  public let model: any AttainmentModel
  /// The model as it is written, or how it was derived.
  public let modelText: Inline
  /// A slow start.
  public let rampUp: RampUp?
  /// An amount that is paid once.
  public let signOn: SignOn?
  /// Equity.
  public let equity: Equity?
  /// What benefits are worth a year, untaxed.
  public let benefits: Ratio
  /// Where the work is, such as a state.
  public let location: String?
  /// The first day.
  public let start: CalendarDate?
  /// The expected rise of the base each year.
  public let raise: Ratio
  /// What has to be asked.
  public let questions: [Question]

  /// The base of the first year.
  public var base: Double { plan.base?.doubleValue ?? 0 }
  /// The currency of every amount.
  public var currency: Currency { plan.currency }
}
