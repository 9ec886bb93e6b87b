internal import Findings
public import Statistics

/// Deals as a compound process: a number of opportunities, each won or lost, each with a size.
public struct CompoundSelling: SellingModel {
  /// The expected sales of a year over the reference quota, when nothing is delayed.
  public let mean: Double
  /// The number of opportunities of a year.
  public let opportunities: Int
  /// The share of them that is won.
  public let winRate: Double
  /// The coefficient of variation of the size of a deal, which is lognormal.
  public let sizeVariation: Double
  /// The mean number of days from an opportunity to its close; the pipeline is empty at the start.
  public let cycle: Double
  /// When opportunities come up.
  public let season: Season
  /// The share of deals that are cancelled, on an even day of the year after the close.
  public let cancelled: Double
  private let size: Lognormal

  /// Creates the process; fails for numbers that are out of range.
  public init(
    mean: Double, opportunities: Int, winRate: Double = 1, sizeVariation: Double = 1,
    cycle: Double = 0, season: Season = .even, cancelled: Double = 0
  ) throws(ModelFailure) {
    guard 1...10_000 ~= opportunities else {
      throw ModelFailure.opportunities(opportunities)
    }
    guard winRate > 0, winRate <= 1 else {
      throw ModelFailure.winRate(winRate)
    }
    guard 0...1 ~= cancelled else {
      throw ModelFailure.cancelled(cancelled)
    }
    guard 0...365 ~= cycle else {
      throw ModelFailure.cycle(cycle)
    }
    do throws(ParameterFailure) {
      size = try Lognormal(
        mean: mean / (Double(opportunities) * winRate), coefficientOfVariation: sizeVariation)
    } catch {
      throw ModelFailure.dealSize(error)
    }
    self.mean = mean
    self.opportunities = opportunities
    self.winRate = winRate
    self.sizeVariation = sizeVariation
    self.cycle = cycle
    self.season = season
    self.cancelled = cancelled
  }

  public var label: String {
    var text =
      "\(opportunities) opportunities a year, \((winRate * 100).short) % won, sizes lognormal with a coefficient of variation of \(sizeVariation.short), \((mean * 100).short) % of quota expected"
    if cycle > 0 { text += ", \(cycle.short) days to close from an empty pipeline" }
    if cancelled > 0 { text += ", \((cancelled * 100).short) % cancelled within a year" }
    return text
  }

  public func deals(using generator: inout Xoshiro256PlusPlus) -> [SoldDeal] {
    var deals: [SoldDeal] = []
    // Room for what is won, and some more.
    deals.reserveCapacity(Int(Double(opportunities) * winRate * 1.25) + 4)
    for _ in 0..<opportunities {
      guard generator.uniform() < winRate else { continue }
      var day = season.day(using: &generator)
      if cycle > 0 { day += min(1000, Int(cycle * generator.standardExponential())) }
      let amount = size.draw(using: &generator)
      let isCancelled = generator.uniform() < cancelled
      let after = isCancelled ? 1 + generator.index(below: 365) : nil
      // What closes after the year is another year's deal.
      if day < 365 { deals.append(SoldDeal(day: day, amount: amount, cancelledAfter: after)) }
    }
    return deals
  }
}
