internal import Statistics

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Runs one career after another on a ladder; what the last one came to stands in the properties.
struct CareerSimulator {
  private let ladder: CareerLadder
  private let months: Int
  /// The factor of each month; pay is at its end.
  private let discounts: [Double]
  /// For each rung −12 ⁄ log(1 − chance), the months that one unit of an exponential wait stands for.
  private let promotionScales: [Double]
  private let leavingScales: [Double]

  /// The earnings of each year.
  private(set) var yearly: [Double]
  /// The discounted earnings.
  private(set) var discounted: Double = 0
  /// The months after which each rung was reached, as far as it was.
  private(set) var arrivals: [Int] = []
  /// Whether the career has left the ladder.
  private(set) var hasLeft: Bool = false

  init(_ ladder: CareerLadder, months: Int, discountRate: Double) {
    self.ladder = ladder
    self.months = months
    discounts = (1...months).map { pow(1 + discountRate, -Double($0) / 12) }
    promotionScales = ladder.rungs.map { -12 / log1p(-$0.chanceOfPromotion) }
    leavingScales = ladder.rungs.map { -12 / log1p(-$0.chanceToLeave) }
    yearly = Array(repeating: 0, count: months / 12)
  }

  mutating func run(using generator: inout Xoshiro256PlusPlus) {
    for year in yearly.indices { yearly[year] = 0 }
    discounted = 0
    arrivals = []
    hasLeft = false
    var month = 0
    for (index, rung) in ladder.rungs.enumerated() {
      let arrival = month
      arrivals.append(arrival)
      let leaves = 1 + Self.wait(leavingScales[index], using: &generator)
      var isPromoted = false
      var stay = leaves
      if index + 1 < ladder.rungs.count {
        let wait = Self.wait(promotionScales[index], using: &generator)
        isPromoted = rung.monthsBeforePromotion + wait < leaves
        stay = min(leaves, rung.monthsBeforePromotion + wait)
      }
      let end = min(months, month + stay)
      while month < end {
        let next = min(end, month + 12)
        earn(rung.pay(rung.model.draw(using: &generator)), from: month, to: next)
        month = next
      }
      // What would come after the last month does not come; what comes with it does.
      guard arrival + stay <= months else { break }
      hasLeft = !isPromoted
      if hasLeft { break }
    }
    if hasLeft { earn(ladder.payElsewhere, from: month, to: months) }
  }

  /// The number of months that pass without something of a constant chance: geometric, by the floor
  /// of an exponential wait. A chance of 0 never comes, one of 1 at once.
  private static func wait(
    _ scale: Double, using generator: inout Xoshiro256PlusPlus
  ) -> Int {
    let wait = generator.standardExponential() * scale
    return wait < 1e6 ? Int(wait) : 1_000_000
  }

  private mutating func earn(_ yearlyPay: Double, from start: Int, to end: Int) {
    for month in start..<end {
      yearly[month / 12] += yearlyPay / 12
      discounted += yearlyPay / 12 * discounts[month]
    }
  }
}
