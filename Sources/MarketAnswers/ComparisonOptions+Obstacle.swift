internal import Answers
internal import Findings
internal import Statistics

extension ComparisonOptions {
  /// Why pay cannot be compared so.
  enum Obstacle: Sendable {
    /// A confidence of none or of certainty.
    case confidenceOutOfRange
    /// Too few or too many bootstrap samples.
    case replicatesOutOfRange(Int)
    /// Groups of nobody would be shown.
    case noContributors
    /// No contributor could have such a share.
    case shareOutOfRange

    /// The failure of the question.
    var failure: InputFailure {
      switch self {
      case .confidenceOutOfRange:
        InputFailure(
          .confidence, "compare.confidence", "it lies between 0% and 100%, such as 95%")
      case .replicatesOutOfRange(let count):
        InputFailure(
          .replicates, "compare.replicates", "\(count) is not between 2 and 1000000")
      case .noContributors:
        InputFailure(.minContributors, "compare.contributors", "it is a number from 1 up")
      case .shareOutOfRange:
        InputFailure(
          .maxShare, "compare.contributors", "it lies between 0% and 100%, such as 25%")
      }
    }
  }

  /// Refuses what makes no sense whatever the data are.
  func check() throws(InputFailure) {
    try Self.check(confidence: level)
    guard (2...1_000_000).contains(bootstrap.replicates) else {
      throw Obstacle.replicatesOutOfRange(bootstrap.replicates).failure
    }
    guard let disclosure else { return }
    guard disclosure.minContributors >= 1 else { throw Obstacle.noContributors.failure }
    guard disclosure.maxShare.map((0...1).contains) ?? true else {
      throw Obstacle.shareOutOfRange.failure
    }
  }

  /// Refuses a confidence of none or of certainty.
  static func check(confidence level: Double) throws(InputFailure) {
    guard level > 0, level < 1 else { throw Obstacle.confidenceOutOfRange.failure }
  }

  /// Refuses settings that would change nothing beside the others, so that nobody takes them to have
  /// worked.
  func requireEffect() throws(InputFailure) {
    try design.requireEffect()
    guard interval != .bootstrap, interval != .bca else { return }
    let usual = Bootstrap()
    if bootstrap.replicates != usual.replicates {
      throw Parameter.replicates.without(.interval, "bootstrap")
    }
    if bootstrap.seed != usual.seed { throw Parameter.seed.without(.interval, "bootstrap") }
  }
}
