package import Amounts
package import PayPlans
package import Statistics

/// What a year pays when what is sold so far stands and open deals are won or lost.
///
/// What is sold is spread over the first months of the plan year like the quota, as
/// `Plan.earnings(sales:inFirst:adding:)` has it, and each deal that is won is credit of its month on top. All
/// amounts are what is kept: paid less owed on a draw at the end of the year.
package struct PipelineOutlook: Sendable {
  /// What one open deal does to pay.
  package struct Worth: Sendable {
    /// The deal.
    package let deal: DealPipeline.OpenDeal
    /// The expected pay of the year when it is won less that when it is lost.
    package let worth: Estimate
  }

  /// What is sold so far.
  package let sales: Ratio
  /// The quota of the year; nil without one.
  package let quota: Ratio?
  /// The number of months of the plan year in which it was sold.
  package let months: Int
  /// What the year pays when no open deal is won.
  package let without: Money
  /// What it pays when every one is won.
  package let withAll: Money
  /// The expected pay.
  package let mean: Estimate
  /// What 10 %, 50 % and 90 % of the outcomes do not exceed.
  package let percentiles: [Estimate]
  /// The chance that what is sold and won reaches the quota; nil without a quota.
  package let reachesQuota: Estimate?
  /// What each deal is worth, in their order.
  package let worths: [Worth]
  /// The outcomes from the least pay to the most, each amount once; of draws those that were drawn.
  package let outcomes: [Outcome]
  /// The number of draws; nil where every outcome is counted.
  package let trials: Int?

  /// An amount of pay and the share of the outcomes that pay it.
  package struct Outcome: Hashable, Sendable {
    /// What is kept of the year.
    package let pay: Money
    /// The probability.
    package let share: Double
  }

  /// The most outcomes that are all counted: twelve deals of which no two are alike.
  package static let exactLimit: Int = 4096
  /// The number of draws where there are more.
  package static let usualTrials: Int = 4000
  /// The number of draws in which a deal is won and lost to see what it is worth.
  fileprivate static let worthTrials: Int = 100
  /// The percentiles.
  fileprivate static let shares = [0.1, 0.5, 0.9]

  /// Prices a pipeline.
  ///
  /// - Parameters:
  ///   - pipeline: The open deals.
  ///   - plan: The plan, on the quota that is wanted.
  ///   - sales: What is sold so far.
  ///   - months: The number of months of the plan year in which it was sold, 1 to 12.
  ///   - seed: The seed of the draws, where there are too many outcomes to count them.
  /// - Throws: When an amount does not fit.
  /// - Complexity: One exact evaluation of the plan for each outcome, or for each that is drawn.
  package init(
    _ pipeline: DealPipeline, on plan: Plan, sales: Ratio, inFirst months: Int, seed: UInt64 = 1
  ) throws(ArithmeticFailure) {
    self.sales = sales
    self.months = months
    quota = plan.primaryMeasure?.positiveQuota
    var pricing = PipelinePricing(pipeline, plan, sales: sales, months: months)
    without = try pricing.pay(pricing.none)
    withAll = try pricing.pay(pricing.all)
    var missing: Ratio?
    if let quota { missing = try quota - sales }
    let found =
      if let count = pricing.outcomeCount {
        try pricing.counted(count, missing: missing)
      } else {
        try pricing.drawn(Self.usualTrials, seed: seed, missing: missing)
      }
    mean = found.mean
    percentiles = found.percentiles
    reachesQuota = found.reachesQuota
    outcomes = found.outcomes
    trials = found.trials
    let kinds = pricing.kindOfDeal
    worths = pipeline.deals.indices.map { index in
      Worth(deal: pipeline.deals[index], worth: found.worths[kinds[index]])
    }
  }
}

/// What outcomes pay: an outcome is the number of deals that are won of each kind, which are those of one
/// amount, month and chance.
private struct PipelinePricing {
  struct Kind {
    var deal: DealPipeline.OpenDeal
    var chance: Double
    var sale: AddedSale
    var count: UInt8 = 0
  }

  /// What was found of all outcomes.
  struct Found {
    var mean: Estimate
    var percentiles: [Estimate]
    var reachesQuota: Estimate?
    /// By kind.
    var worths: [Estimate]
    var outcomes: [PipelineOutlook.Outcome]
    var trials: Int?
  }

  private let plan: Plan
  private let sales: Ratio
  private let months: Int
  private var kinds: [Kind] = []
  /// The kind of each deal.
  private(set) var kindOfDeal: [Int] = []
  /// What was paid before, by outcome.
  private var known: [[UInt8]: Int64] = [:]

  init(_ pipeline: DealPipeline, _ plan: Plan, sales: Ratio, months: Int) {
    (self.plan, self.sales, self.months) = (plan, sales, months)
    for deal in pipeline.deals {
      let index = kinds.firstIndex { $0.deal == deal } ?? kinds.count
      if index == kinds.count {
        let sale = AddedSale(
          month: plan.planMonth(ofCalendarMonth: deal.month), credit: deal.amount)
        kinds.append(Kind(deal: deal, chance: deal.chance.doubleValue, sale: sale))
      }
      kinds[index].count += 1
      kindOfDeal.append(index)
    }
  }

  /// No deal is won.
  var none: [UInt8] { kinds.map { _ in 0 } }
  /// Every deal is won.
  var all: [UInt8] { kinds.map { $0.count } }

  /// The number of outcomes; nil for more than are counted.
  var outcomeCount: Int? {
    var count = 1
    for kind in kinds {
      count *= Int(kind.count) + 1
      if count > PipelineOutlook.exactLimit { return nil }
    }
    return count
  }

  mutating func pay(_ won: [UInt8]) throws(ArithmeticFailure) -> Money {
    Money(minorUnits: try units(won), currency: plan.currency)
  }

  private mutating func units(_ won: [UInt8]) throws(ArithmeticFailure) -> Int64 {
    if let pay = known[won] { return pay }
    var added: [AddedSale] = []
    for (kind, count) in zip(kinds, won) {
      added += Array(repeating: kind.sale, count: Int(count))
    }
    let pay = try plan.earnings(sales: sales, inFirst: months, adding: added).kept.minorUnits
    known[won] = pay
    return pay
  }

  private func major(_ units: Int64) -> Double {
    Double(units) / Double(plan.currency.minorUnitsPerMajor)
  }

  /// Whether what is won of an outcome is as much as is missing.
  private func isEnough(_ won: [UInt8], _ missing: Ratio) throws(ArithmeticFailure) -> Bool {
    var sum = Ratio.zero
    for (kind, count) in zip(kinds, won) { sum = try sum + kind.deal.amount * Ratio(Int(count)) }
    return missing <= sum
  }

  // MARK: Counting

  /// The probability that so many of some deals of one chance are won.
  private static func binomial(_ won: Int, of count: Int, _ chance: Double) -> Double {
    var share = 1.0
    for index in 0..<won { share *= Double(count - index) / Double(index + 1) * chance }
    for _ in won..<count { share *= 1 - chance }
    return share
  }

  /// The outcome of a number: its digits, each in a base of one more than the deals of its kind.
  private func outcome(_ number: Int) -> [UInt8] {
    var rest = number
    return kinds.map { kind in
      let base = Int(kind.count) + 1
      defer { rest /= base }
      return UInt8(rest % base)
    }
  }

  mutating func counted(_ count: Int, missing: Ratio?) throws(ArithmeticFailure) -> Found {
    var shares: [Int64: Double] = [:]
    var (mean, enough) = (0.0, 0.0)
    var worths = kinds.map { _ in 0.0 }
    for number in 0..<count {
      let won = outcome(number)
      let pay = try units(won)
      var share = 1.0
      for (kind, number) in zip(kinds, won) {
        share *= Self.binomial(Int(number), of: Int(kind.count), kind.chance)
      }
      if share > 0 {
        shares[pay, default: 0] += share
        mean += share * major(pay)
        if let missing, try isEnough(won, missing) { enough += share }
      }
      for index in kinds.indices where won[index] < kinds[index].count {
        // One deal more of this kind: what the others of it do has one deal less.
        var chance = Self.binomial(
          Int(won[index]), of: Int(kinds[index].count) - 1, kinds[index].chance)
        for (other, kind) in kinds.enumerated() where other != index {
          chance *= Self.binomial(Int(won[other]), of: Int(kind.count), kind.chance)
        }
        guard chance > 0 else { continue }
        var more = won
        more[index] += 1
        worths[index] += chance * (major(try units(more)) - major(pay))
      }
    }
    let outcomes = self.outcomes(shares)
    return Found(
      mean: Estimate(mean, nil),
      percentiles: PipelineOutlook.shares.map { Estimate(quantile($0, of: outcomes), nil) },
      reachesQuota: missing.map { _ in Estimate(min(1, enough), nil) },
      worths: worths.map { Estimate($0, nil) }, outcomes: outcomes, trials: nil)
  }

  private func outcomes(_ shares: [Int64: Double]) -> [PipelineOutlook.Outcome] {
    shares.sorted { $0.key < $1.key }.map { pay, share in
      PipelineOutlook.Outcome(
        pay: Money(minorUnits: pay, currency: plan.currency), share: share)
    }
  }

  /// The least pay that a share of the outcomes does not exceed.
  private func quantile(_ p: Double, of outcomes: [PipelineOutlook.Outcome]) -> Double {
    var sum = 0.0
    for outcome in outcomes {
      sum += outcome.share
      // A sum of some thousand shares is off by some units of the last place.
      if p <= sum + 1e-12 { return major(outcome.pay.minorUnits) }
    }
    return outcomes.last.map { major($0.pay.minorUnits) } ?? 0
  }

  // MARK: Drawing

  mutating func drawn(
    _ trials: Int, seed: UInt64, missing: Ratio?
  ) throws(ArithmeticFailure) -> Found {
    var pays: [Int64] = []
    var enough = 0
    var gains: [[Double]] = kinds.map { _ in [] }
    for trial in 0..<trials {
      var generator = Xoshiro256PlusPlus(seed: seed, stream: trial)
      var won = none
      for kind in kindOfDeal where generator.uniform() < kinds[kind].chance { won[kind] += 1 }
      pays.append(try units(won))
      if let missing, try isEnough(won, missing) { enough += 1 }
      guard trial < PipelineOutlook.worthTrials else { continue }
      for index in kinds.indices {
        gains[index].append(try gain(of: index, where: won, &generator))
      }
    }
    pays.sort()
    let values = pays.map { major($0) }
    var shares: [Int64: Double] = [:]
    for pay in pays { shares[pay, default: 0] += 1 / Double(trials) }
    return Found(
      mean: Spread(of: values).mean,
      percentiles: PipelineOutlook.shares.map { share in
        let rank = QuantileRanks(share, of: trials)
        return Estimate(
          values[rank.lower], (values[rank.oneErrorUp] - values[rank.oneErrorDown]) / 2)
      },
      reachesQuota: missing.map { _ in Estimate(enough, of: trials) },
      worths: gains.map { Spread(of: $0).mean }, outcomes: outcomes(shares), trials: trials)
  }

  /// How much more an outcome pays with one deal of a kind than without it, whatever became of that deal.
  private mutating func gain(
    of index: Int, where won: [UInt8], _ generator: inout Xoshiro256PlusPlus
  ) throws(ArithmeticFailure) -> Double {
    var without = won
    // Which of the deals of a kind were won does not matter, so that one of them is taken at random.
    if Int(won[index]) > generator.index(below: Int(kinds[index].count)) { without[index] -= 1 }
    var with = without
    with[index] += 1
    return major(try units(with)) - major(try units(without))
  }
}

extension Plan {
  /// The month of the plan year, from 0, that starts in a calendar month.
  package func planMonth(ofCalendarMonth month: Int) -> Int {
    (month - (yearStarts?.month ?? 1) + 12) % 12
  }

  /// Returns the number of months of the plan year in which what is sold so far was sold, where nobody says: those
  /// before that in which the first of the open deals would close, and at least one; all twelve without any.
  package func monthsSold(before deals: [DealPipeline.OpenDeal]) -> Int {
    max(1, deals.map { planMonth(ofCalendarMonth: $0.month) }.min() ?? 12)
  }

  /// The calendar month, from 1, in which a month of the plan year starts.
  package func calendarMonth(ofPlanMonth month: Int) -> Int {
    ((yearStarts?.month ?? 1) - 1 + month) % 12 + 1
  }
}
