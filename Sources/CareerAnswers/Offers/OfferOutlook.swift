public import Amounts
public import Employment
internal import PayPlans
internal import Regulations
public import Simulation
internal import Statistics

/// What one offer comes to: its pay year by year, its risk, its cash.
///
/// Pay is base, incentive, sign-on, a bonus apart from the plan, equity after its discount, and
/// benefits, after tax and in average prices where these were asked for. Attainments of different
/// years are independent.
public struct OfferOutlook: Sendable {
  /// What a year is expected to pay, part by part and before tax, and what it leaves owed.
  public struct Breakdown: Sendable {
    /// One for each `OfferPart`.
    let parts: [Double]
    /// The tax; 0 before tax.
    public let tax: Double
    /// What is owed on a recoverable draw at the end of the year.
    public let owedDraw: OutcomeRange

    /// Returns the amount of a part.
    public subscript(part: OfferPart) -> Double { parts[part.rawValue] }
  }

  /// The offer, with what was assumed where it is silent.
  public let offer: Offer
  /// The pay of each year of service.
  public let years: [OutcomeRange]
  /// The parts of each year.
  public let breakdown: [Breakdown]
  /// The pay of all years together.
  public let total: OutcomeRange
  /// The expected pay of the lowest of the years.
  public let worstYear: Double
  /// The chance that something is owed on a recoverable draw at the end of the last year.
  public let chanceOfOwing: Double
  /// Cash before tax in each month of the first year: base, incentive, bonus and sign-on.
  public let firstYearCash: [OutcomeRange]
  /// Base and incentive at 100 % in a full year, before tax.
  public let onTargetEarnings: Double
  /// The quota of a year over on-target earnings; nil without a written quota in money.
  public let quotaToEarnings: Double?
  /// The incentive at 100 % over the quota of a year; nil without a written quota in money.
  public let effectiveRate: Double?
  /// The chance of reaching the quota, by the model.
  public let chanceOfQuota: Double
  /// The chance that base and incentive of a full year reach the on-target earnings.
  public let chanceOfOnTarget: Double
  /// Base and incentive at 80 % in a full year, before tax.
  public let payAt80: Money
  /// Base and incentive that the plan pays at exactly 100 % in a full year, before tax: what is promised, or not.
  public let payAtQuota: Money
  /// The certain yearly pay that is worth the same.
  public let certaintyEquivalent: Double
  /// The same without what is given once or ends: a sign-on, a grant of equity, a guarantee or a draw of some
  /// months, a slow start.
  public let lastingCertaintyEquivalent: Double
  /// The year whose tax rules hold for each year; nil before tax.
  public let taxYears: [Int]?
  /// The price level of the location; 1 where prices do not matter.
  public let priceLevel: Double

  /// By how much each career moves the certainty equivalent, for its sampling error.
  let influence: [Double]
  /// The calendar year in which it starts; 0 where nobody says.
  let firstYear: Int
  /// What a year is worth at an attainment.
  let worth: OfferWorth
  private let riskAversion: RiskAversion
  /// The attainments of the own quota in each year and the luck of equity, by trial.
  private let draws: [[Double]]
  private let luck: [Double]?

  /// Works out an offer whose first year is taxed by the rules of a calendar year.
  init(_ offer: Offer, _ assumptions: OfferAssumptions, firstYear: Int) throws {
    let pay = try OfferPay(offer.terms, years: assumptions.years)
    self.offer = offer
    self.firstYear = firstYear
    riskAversion = assumptions.riskAversion
    let rules = assumptions.tax?.rules(from: firstYear, years: assumptions.years)
    taxYears = rules?.map(\.year)
    priceLevel = offer.location.flatMap { assumptions.priceLevels?.level(of: $0) } ?? 1
    let stretch = try offer.terms.stretch(to: assumptions.referenceQuota)
    let worth = OfferWorth(
      pay, years: assumptions.years, rules: rules, priceLevel: priceLevel, stretch: stretch)
    self.worth = worth
    let draws = Self.draws(offer.model, assumptions).map { $0.map { $0 * stretch } }
    self.draws = draws
    luck = offer.equity?.isUncertain == true ? Self.luck(assumptions) : nil

    let careers = Careers(worth, draws, luck: luck)
    let yearly = careers.yearly
    breakdown = careers.breakdown
    years = yearly.map { OutcomeRange(of: $0) }
    total = OutcomeRange(
      of: (0..<assumptions.trials).map { trial in yearly.reduce(0) { $0 + $1[trial] } })
    let trials = Double(assumptions.trials)
    worstYear =
      (0..<assumptions.trials).reduce(0) { sum, trial in
        sum + (yearly.map { $0[trial] }.min() ?? 0)
      } / trials
    // Less than a cent is rounding.
    chanceOfOwing = Double(careers.owed.count { $0 > 0.005 }) / trials
    certaintyEquivalent =
      assumptions.riskAversion.certaintyEquivalent(of: Array(yearly.joined())) ?? 0
    if offer.endingParts.isEmpty, !offer.startsSlowly {
      lastingCertaintyEquivalent = certaintyEquivalent
    } else {
      var lasting = worth
      lasting.pay = try OfferPay(offer.lasting, years: assumptions.years)
      lastingCertaintyEquivalent = assumptions.riskAversion.certaintyEquivalent(
        of: lasting, draws, luck: luck)
    }
    influence = assumptions.riskAversion.influence(
      ofCareers: yearly, certaintyEquivalent: certaintyEquivalent)
    let first = draws[0]
    firstYearCash = pay.firstYearCash(attainments: first)
    let promised = pay.plan.onTargetEarnings
    onTargetEarnings = promised
    let quota = offer.statesQuota ? offer.plan.moneyQuota : nil
    quotaToEarnings = promised > 0 ? quota.map { $0 / promised } : nil
    effectiveRate = quota.map { pay.plan.incentive(1) / $0 }
    chanceOfQuota =
      offer.model.partialMoment(0, below: 1 / stretch).map { 1 - $0 }
      ?? Double(first.count { $0 >= 1 }) / Double(first.count)
    chanceOfOnTarget = try Self.chanceOfOnTarget(
      stretch == 1
        ? pay.plan : CompiledPlan(pay.lastingPlan, referenceQuota: assumptions.referenceQuota),
      offer.model, assumptions)
    var lasting = offer.plan
    if lasting.draw?.months != nil { lasting.draw = nil }
    payAt80 = try lasting.earnings(attainment: Ratio(80, over: 100)).kept
    payAtQuota = try lasting.earnings(attainment: .one).kept
  }

  /// Whether the plan pays less at its quota than the on-target earnings that it states.
  ///
  /// A rate of 5 % or more that is written in hundredths of a percent misses them by a thousandth at most, and
  /// means them.
  public var missesTarget: Bool {
    payAtQuota.majorUnits.doubleValue < 0.999 * onTargetEarnings
  }

  /// Returns the average yearly pay when every year reaches one attainment, equity at its expected price.
  ///
  /// The attainment is that of the reference quota, where there is one, else of the own.
  ///
  /// - Complexity: O(years).
  public func averagePay(attainment: Double) -> Double {
    worth.averagePay(attainment: attainment)
  }

  /// Returns the certainty equivalent when the quota is reached with another chance.
  ///
  /// The model keeps its shape: all its attainments are stretched by one factor. Nil for a model
  /// without any spread, and for a chance that no factor gives it.
  func certaintyEquivalent(chanceOfQuota chance: Double) -> Double? {
    var pooled = Array(draws.joined())
    guard let low = pooled.min(), let high = pooled.max(), low < high,
      let quantile = Sample.quantiles([1 - chance], rearranging: &pooled)?.first, quantile > 0
    else { return nil }
    return certaintyEquivalent(stretchedBy: 1 / quantile)
  }

  /// Returns the certainty equivalent of the same careers when each sells a multiple.
  func certaintyEquivalent(stretchedBy factor: Double) -> Double {
    riskAversion.certaintyEquivalent(of: worth, draws, stretchedBy: factor, luck: luck)
  }

  /// Returns the certainty equivalent of the same careers with another number behind a lever.
  ///
  /// What is sold stays, so that another quota is attained to another degree.
  ///
  /// - Parameters:
  ///   - lever: The lever.
  ///   - number: The number.
  /// - Returns: The certain yearly pay that is worth the same.
  /// - Throws: When an amount does not fit.
  func certaintyEquivalent(
    turning lever: OfferLever, to number: Ratio
  ) throws(ArithmeticFailure) -> Double {
    let terms = offer.terms.turning(lever, to: number)
    var other = worth
    other.pay =
      lever.turnsIncentive
      ? try OfferPay(terms, years: worth.years) : OfferPay(terms, withIncentiveOf: worth.pay)
    var factor = 1.0
    if let own = offer.salesQuota, let quota = terms.salesQuota, own != quota {
      factor = try (own / quota).doubleValue
    }
    return riskAversion.certaintyEquivalent(of: other, draws, stretchedBy: factor, luck: luck)
  }

  /// One stream for each year, the same for every offer, so that equal models draw equal luck.
  private static func draws(
    _ model: any AttainmentModel, _ assumptions: OfferAssumptions
  ) -> [[Double]] {
    (0..<assumptions.years).map { year in
      var generator = Xoshiro256PlusPlus(seed: assumptions.seed, stream: year)
      return (0..<assumptions.trials).map { _ in model.draw(using: &generator) }
    }
  }

  /// The places in a range of prices: one for each career, the same for every offer.
  private static func luck(_ assumptions: OfferAssumptions) -> [Double] {
    // A stream that no year has.
    var generator = Xoshiro256PlusPlus(seed: assumptions.seed, stream: 1000)
    return (0..<assumptions.trials).map { _ in generator.uniform() }
  }

  private static func chanceOfOnTarget(
    _ plan: CompiledPlan, _ model: any AttainmentModel, _ assumptions: OfferAssumptions
  ) throws -> Double {
    let forecast =
      try (try? PayForecast(exactly: model, [plan]))
      ?? PayForecast(
        simulating: model, [plan], trials: assumptions.trials, seed: assumptions.seed)
    let chance = forecast.plans[0].chances.first { $0.question == .earnsOnTarget }
    return chance?.probability.value ?? 0
  }
}

extension OfferTerms {
  /// The attainment of the own quota by what reaches a reference quota; 1 where there is none of the two.
  fileprivate func stretch(to reference: Ratio?) throws(ArithmeticFailure) -> Double {
    guard let reference, let salesQuota else { return 1 }
    return try (reference / salesQuota).doubleValue
  }
}

extension RiskAversion {
  /// Returns the certain yearly amount that is worth as much as many careers.
  ///
  /// - Parameters:
  ///   - worth: What each year is worth by attainment.
  ///   - draws: The attainments of each year, by trial.
  ///   - factor: What every attainment is multiplied by.
  ///   - luck: The luck of equity, by trial; nil where its price is known.
  /// - Returns: The amount; 0 without careers.
  fileprivate func certaintyEquivalent(
    of worth: OfferWorth, _ draws: [[Double]], stretchedBy factor: Double = 1, luck: [Double]?
  ) -> Double {
    var owed = [Double](repeating: 0, count: draws[0].count)
    var values: [Double] = []
    values.reserveCapacity(draws.count * owed.count)
    for (index, attainments) in draws.enumerated() {
      for trial in attainments.indices {
        let year = worth.pay.year(
          index, attainment: attainments[trial] * factor, luck: luck?[trial], owed: &owed[trial])
        values.append(worth.value(of: year, index))
      }
    }
    return certaintyEquivalent(of: values) ?? 0
  }
}

/// The pay of many years of service, one after another, for each trial.
private struct Careers {
  /// What each year is worth, after tax and in average prices where these were asked for, by trial.
  private(set) var yearly: [[Double]] = []
  private(set) var breakdown: [OfferOutlook.Breakdown] = []
  /// What is owed on a recoverable draw at the end, by trial.
  private(set) var owed: [Double]

  init(
    _ worth: OfferWorth, _ draws: [[Double]], luck: [Double]?
  ) {
    owed = [Double](repeating: 0, count: draws.first?.count ?? 0)
    let trials = Double(owed.count)
    for (index, attainments) in draws.enumerated() {
      var parts = [Double](repeating: 0, count: OfferPart.allCases.count)
      var tax = 0.0
      var values: [Double] = []
      values.reserveCapacity(attainments.count)
      for trial in attainments.indices {
        let year = worth.pay.year(
          index, attainment: attainments[trial], luck: luck?[trial], owed: &owed[trial])
        for part in parts.indices { parts[part] += year.parts[part] / trials }
        let wages = year.wages
        tax += (wages - worth.net(ofWages: wages, index)) / trials
        values.append(worth.value(of: year, index))
      }
      yearly.append(values)
      breakdown.append(
        OfferOutlook.Breakdown(parts: parts, tax: tax, owedDraw: OutcomeRange(of: owed)))
    }
  }
}

extension OfferPay {
  /// Cash before tax in each month of the first year, over many attainments of it.
  fileprivate func firstYearCash(attainments: [Double]) -> [OutcomeRange] {
    var cash = [[Double]](repeating: [], count: 12)
    for attainment in attainments {
      for (month, amount) in firstYearCash(attainment: attainment).enumerated() {
        cash[month].append(amount)
      }
    }
    return cash.map { OutcomeRange(of: $0) }
  }
}

extension Plan {
  /// The yearly quota of the primary measure when it counts money.
  fileprivate var moneyQuota: Double? {
    guard let measure = primaryMeasure, measure.unit == .money, !measure.isScored,
      let quota = measure.quota, quota > .zero
    else { return nil }
    return quota.doubleValue
  }
}
