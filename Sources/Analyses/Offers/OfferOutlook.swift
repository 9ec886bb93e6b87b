public import Amounts
internal import PayPlans
internal import Regulations
public import Simulation
internal import Statistics

/// What one offer comes to: its pay year by year, its risk, its cash.
///
/// Pay is base, incentive, sign-on, equity after its discount, and benefits, after tax and in
/// average prices where these were asked for. Attainments of different years are independent.
public struct OfferOutlook: Sendable {
  /// The offer.
  public let offer: Offer
  /// The pay of each year of service.
  public let years: [OutcomeRange]
  /// The pay of all years together.
  public let total: OutcomeRange
  /// The expected pay of the lowest of the years.
  public let worstYear: Double
  /// Cash before tax in each month of the first year: base, incentive and sign-on.
  public let firstYearCash: [OutcomeRange]
  /// Base and incentive at 100 % in a full year, before tax.
  public let onTargetEarnings: Double
  /// The chance that base and incentive of a full year reach the on-target earnings.
  public let chanceOfOnTarget: Double
  /// Base and incentive at 80 % in a full year, before tax.
  public let payAt80: Money
  /// The certain yearly pay that is worth the same.
  public let certaintyEquivalent: Double
  /// The year whose tax rules hold for each year; nil before tax.
  public let taxYears: [Int]?
  /// The price level of the location; 1 where prices do not matter.
  public let priceLevel: Double

  private let pay: OfferPay
  private let rules: [WageTaxYear]?

  init(_ offer: Offer, _ assumptions: OfferAssumptions) throws {
    let pay = try OfferPay(offer)
    self.offer = offer
    self.pay = pay
    let firstYear = offer.start?.year ?? assumptions.tax?.taxes.years.last ?? 0
    let rules = assumptions.tax.map { tax in
      (0..<assumptions.years).compactMap {
        tax.taxes.nearestRules(year: firstYear + $0, status: tax.status)
      }
    }
    self.rules = rules
    taxYears = rules?.map(\.year)
    let priceLevel = offer.location.flatMap { assumptions.priceLevels?.level(of: $0) } ?? 1
    self.priceLevel = priceLevel

    let draws = Self.draws(offer.model, assumptions)
    var owed = [Double](repeating: 0, count: assumptions.trials)
    var yearly: [[Double]] = []
    for (index, attainments) in draws.enumerated() {
      yearly.append(
        attainments.indices.map { trial in
          Self.value(
            of: pay.year(index, attainment: attainments[trial], owed: &owed[trial]),
            rules?[index], priceLevel)
        })
    }
    years = yearly.map { OutcomeRange(of: $0) }
    total = OutcomeRange(
      of: (0..<assumptions.trials).map { trial in yearly.reduce(0) { $0 + $1[trial] } })
    worstYear =
      (0..<assumptions.trials).reduce(0) { sum, trial in
        sum + (yearly.map { $0[trial] }.min() ?? 0)
      } / Double(assumptions.trials)
    certaintyEquivalent =
      assumptions.riskAversion.certaintyEquivalent(of: Array(yearly.joined())) ?? 0
    var cash = [[Double]](repeating: [], count: 12)
    for attainment in draws[0] {
      for (month, amount) in pay.firstYearCash(attainment: attainment).enumerated() {
        cash[month].append(amount)
      }
    }
    firstYearCash = cash.map { OutcomeRange(of: $0) }
    onTargetEarnings = pay.plan.onTargetEarnings
    chanceOfOnTarget = try Self.chanceOfOnTarget(pay.plan, offer.model, assumptions)
    payAt80 = try offer.plan.earnings(attainment: Ratio(80, over: 100)).kept
  }

  /// Returns the average yearly pay when every year reaches one attainment.
  func averagePay(attainment: Double) -> Double {
    var owed = 0.0
    let sum = years.indices.reduce(0) { sum, index in
      sum
        + Self.value(
          of: pay.year(index, attainment: attainment, owed: &owed), rules?[index], priceLevel)
    }
    return sum / Double(years.count)
  }

  private static func value(
    of year: OfferPay.Year, _ rules: WageTaxYear?, _ priceLevel: Double
  ) -> Double {
    ((rules?.net(ofWages: year.wages) ?? year.wages) + year.untaxed) / priceLevel
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
