public import Amounts
public import Answers
public import Findings

/// What a career on a ladder pays over the years, in constant money.
///
///     let reply = try CareerQuestion(ladder: "ladders/technology-sales.yaml").answer()
public struct CareerQuestion: Question {
  /// The path of the ladder file.
  public var ladder: String
  /// How many years are looked at, 1 to 50.
  public var years: Int = 10
  /// The yearly rate, over prices, at which later pay counts less.
  ///
  /// 3 % is the lower rate of OMB Circular A-4 (2003).
  public var discountRate: Ratio = (try? Ratio(3, over: 100)) ?? .zero
  /// The number of simulated careers, 100 to 1,000,000.
  public var trials: Int = 20_000
  /// The seed of the draws.
  public var seed: UInt64 = 1

  /// Creates a question about ten years.
  public init(ladder: String) {
    self.ladder = ladder
  }

  /// Reads the ladder and simulates careers.
  ///
  /// - Throws: `.usage` for numbers out of range, `.noInput` and `.badData` for the ladder.
  public func answer() throws(InputFailure) -> Reply<CareerPath> {
    try Parameter.years.require(years, in: 1...50)
    try Parameter.trials.require(trials, in: 100...1_000_000)
    guard discountRate > -1 else { throw CareerObstacle.discount.failure }
    let (ladder, findings) = try Ladder.read(path: ladder)
    let path = CareerPath(
      ladder,
      CareerPath.Assumptions(
        years: years, discountRate: discountRate.doubleValue, trials: trials, seed: seed))
    return Reply(path, inputs: [InputDescription(path: self.ladder)], findings: findings)
  }
}
