internal import Findings
internal import Statistics

/// How deals are spread over the twelve months of a plan year.
public struct Season: Hashable, Sendable {
  /// The share of each month.
  public let shares: [Double]
  private let cumulated: [Double]

  /// The same for every month.
  public static let even: Season = Season(unchecked: Array(repeating: 1, count: 12))
  /// Half of each quarter's deals close in its last month.
  public static let quarterEnd: Season = Season(unchecked: [2, 3, 5, 2, 3, 5, 2, 3, 5, 2, 3, 5])
  /// Two fifths of the year's deals close in its last quarter.
  public static let lastQuarter: Season = Season(
    unchecked: [4, 4, 4, 4, 4, 4, 4, 4, 4, 8, 8, 8])

  /// Creates a season from twelve weights; fails when one is negative or all are 0.
  public init(_ weights: [Double]) throws(ModelFailure) {
    guard weights.count == 12, weights.allSatisfy({ $0 >= 0 && $0.isFinite }),
      weights.contains(where: { $0 > 0 })
    else {
      throw ModelFailure.season
    }
    self.init(unchecked: weights)
  }

  private init(unchecked weights: [Double]) {
    let sum = weights.reduce(0, +)
    shares = weights.map { $0 / sum }
    var running = 0.0
    cumulated = shares.map { share in
      running += share
      return running
    }
  }

  /// Returns a day of the year, from 0 to 364.
  func day(using generator: inout Xoshiro256PlusPlus) -> Int {
    let u = generator.uniform()
    // The search begins where an even season would end it.
    var month = min(11, Int(u * 12))
    while month > 0, u < cumulated[month - 1] { month -= 1 }
    while month < 11, u >= cumulated[month] { month += 1 }
    let start = month == 0 ? 0 : cumulated[month - 1]
    let within = shares[month] > 0 ? min(1, max(0, (u - start) / shares[month])) : 0
    return min(364, Int((Double(month) + within) * 365 / 12))
  }
}
