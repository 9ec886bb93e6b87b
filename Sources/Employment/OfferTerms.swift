public import Amounts
public import PayPlans

/// What an offer of employment pays, and on which terms.
public struct OfferTerms: Sendable {
  /// A slow start: the share of the later sales, and of the quota, in the first months.
  public struct RampUp: Hashable, Sendable {
    /// The months that it lasts.
    public let months: Int
    /// The share of what is sold in a later month.
    public let sales: Ratio
    /// The share of a later month's quota; nil when it is not stated, so that the plan's own ramp holds.
    public let quota: Ratio?

    package init(months: Int, sales: Ratio, quota: Ratio?) {
      self.months = months
      self.sales = sales
      self.quota = quota
    }

    /// The shares of the first months.
    var salesShares: [Ratio] { Array(repeating: sales, count: months) }
  }

  /// An amount that is paid once, at the start.
  public struct SignOn: Hashable, Sendable {
    /// The amount.
    public internal(set) var amount: Ratio
    /// The months of service after which nothing has to be paid back; nil when the offer does not say.
    public let months: Int?
    /// Whether less has to be paid back the longer one stays.
    public let isProrated: Bool

    package init(amount: Ratio, months: Int?, isProrated: Bool) {
      self.amount = amount
      self.months = months
      self.isProrated = isProrated
    }

    /// Returns what has to be paid back when leaving after some months.
    package func paidBack(after served: Int) -> Double {
      guard let months, served < months else { return 0 }
      let share = isProrated ? Double(months - served) / Double(months) : 1
      return amount.doubleValue * share
    }
  }

  /// A yearly bonus apart from the plan, such as one on the results of the company.
  public struct Bonus: Hashable, Sendable {
    /// An amount a year, or a share of the base.
    public internal(set) var target: Level
    /// The share of it that is expected to be paid.
    public let paid: Ratio

    package init(target: Level, paid: Ratio) {
      self.target = target
      self.paid = paid
    }

    func expected(ofBase base: Double) -> Double {
      switch target {
      case .amount(let amount): amount.doubleValue * paid.doubleValue
      case .share(let share): share.doubleValue * paid.doubleValue * base
      }
    }
  }

  /// The name, usually that of the employer.
  public package(set) var name: String
  /// The plan, with the offer's own base, variable, quota, draw and guarantee put in.
  public internal(set) var plan: Plan
  /// A slow start; nil when the offer does not state one, with no months when it rules one out.
  public package(set) var rampUp: RampUp?
  /// An amount that is paid once.
  public internal(set) var signOn: SignOn?
  /// A yearly bonus apart from the plan.
  public internal(set) var bonus: Bonus?
  /// Equity.
  public internal(set) var equity: Equity?
  /// What benefits are worth a year, untaxed.
  public internal(set) var benefits: Ratio
  /// The expected rise of the base each year; nil when the offer does not state it.
  public package(set) var raise: Ratio?
  /// Whether a quota is written in the offer or its plan; without one pay follows attainment alone.
  public let statesQuota: Bool

  package init(
    _ name: String, plan: Plan, rampUp: RampUp? = nil, signOn: SignOn? = nil, bonus: Bonus? = nil,
    equity: Equity? = nil, benefits: Ratio = .zero, raise: Ratio? = nil, statesQuota: Bool = true
  ) {
    self.name = name
    self.plan = plan
    self.rampUp = rampUp
    self.signOn = signOn
    self.bonus = bonus
    self.equity = equity
    self.benefits = benefits
    self.raise = raise
    self.statesQuota = statesQuota
  }

  /// The base of the first year.
  public var base: Double { plan.base?.doubleValue ?? 0 }
  /// The currency of every amount.
  public var currency: Currency { plan.currency }
  /// The quota of a year, of which sales are an attainment; nil where none is written, and for a score.
  public var salesQuota: Ratio? {
    guard statesQuota, let measure = plan.primaryMeasure, !measure.isScored else { return nil }
    return measure.positiveQuota
  }
  /// The most months in which the plan itself lowers a quota or a target; 0 when it does not.
  package var planRampMonths: Int {
    ([plan] + plan.versions.map { $0.plan }).flatMap { $0.measures }
      .compactMap { $0.ramp.map { max($0.quota.count, $0.target.count) } }.max() ?? 0
  }
}
