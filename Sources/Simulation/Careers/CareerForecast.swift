public import Statistics

/// What many simulated careers on a ladder come to, with the Monte Carlo standard errors.
public struct CareerForecast: Sendable {
  /// What becomes of one rung.
  public struct Arrival: Hashable, Sendable {
    /// The share of careers that reach it within the years looked at.
    public let share: Estimate
    /// The months until half of all careers have reached it; nil when fewer do.
    public let medianMonths: Int?
    /// The mean number of months until it is reached, of those careers that reach it.
    public let meanMonths: Estimate?
    /// The share of careers that are on it at the end.
    public let shareAtEnd: Estimate
  }

  /// The earnings of all years together.
  public let total: OutcomeRange
  /// The same, each month discounted to the start.
  public let discounted: OutcomeRange
  /// The earnings of each year.
  public let years: [OutcomeRange]
  /// One for each rung.
  public let arrivals: [Arrival]
  /// The share of careers that have left the ladder by the end.
  public let shareLeft: Estimate

  /// Simulates careers.
  ///
  /// - Parameters:
  ///   - ladder: The ladder.
  ///   - years: The number of years, from 1.
  ///   - discountRate: The yearly rate at which later pay counts less, such as 0.03.
  ///   - trials: The number of careers, from 1.
  ///   - seed: The seed of the draws.
  /// - Precondition: There are years and trials, and the rate is above −1.
  /// - Complexity: O(trials × years).
  public init(
    _ ladder: CareerLadder, years: Int, discountRate: Double, trials: Int, seed: UInt64
  ) {
    precondition(years > 0 && trials > 0 && discountRate > -1, "there is something to simulate")
    var simulator = CareerSimulator(ladder, months: 12 * years, discountRate: discountRate)
    var generator = Xoshiro256PlusPlus(seed: seed)
    var yearly = [[Double]](repeating: [], count: years)
    var totals: [Double] = []
    var discounted: [Double] = []
    var reached = [[Int]](repeating: [], count: ladder.rungs.count)
    var ends = [Int](repeating: 0, count: ladder.rungs.count)
    var left = 0
    for _ in 0..<trials {
      simulator.run(using: &generator)
      for year in 0..<years { yearly[year].append(simulator.yearly[year]) }
      totals.append(simulator.yearly.reduce(0, +))
      discounted.append(simulator.discounted)
      for (rung, month) in simulator.arrivals.enumerated() { reached[rung].append(month) }
      if simulator.hasLeft {
        left += 1
      } else {
        ends[simulator.arrivals.count - 1] += 1
      }
    }
    total = OutcomeRange(of: totals)
    self.discounted = OutcomeRange(of: discounted)
    self.years = yearly.map { OutcomeRange(of: $0) }
    shareLeft = Estimate(left, of: trials)
    arrivals = zip(reached, ends).map { months, end in
      let half = (trials + 1) / 2
      return Arrival(
        share: Estimate(months.count, of: trials),
        medianMonths: months.count >= half ? months.sorted()[half - 1] : nil,
        meanMonths: months.isEmpty ? nil : Spread(of: months.map { Double($0) }).mean,
        shareAtEnd: Estimate(end, of: trials))
    }
  }
}
