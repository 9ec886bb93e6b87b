internal import Answers
internal import Findings
internal import SalaryData
internal import Statistics

extension ComparisonOptions {
  /// Why pay cannot be compared so.
  enum Obstacle: Sendable {
    /// A confidence of none or of certainty.
    case confidenceOutOfRange
    /// Too few or too many bootstrap samples.
    case replicatesOutOfRange(Int)
    /// So many groups that a column of free text is likelier than a question.
    case manyGroups(Int, columns: [String], hiddenBy: Parameter = .minContributors)
    /// Low pay would count less than high pay, or nothing at all would.
    case aversionNotPositive
    /// The test of pairs takes everybody to count the same, by themselves.
    case pairsOfDesign(Parameter)
    /// Groups of nobody would be shown.
    case noContributors
    /// No contributor could have such a share.
    case shareOutOfRange

    /// What free text is taken together by; nil for columns of which nothing is made.
    private static func coarser(_ columns: [String]) -> String? {
      let names = columns.map { column in
        switch ColumnRole(rawValue: column) {
        case .industry: "sector"
        case .title: "role"
        default: column
        }
      }
      return names == columns ? nil : names.joined(separator: ",")
    }

    /// The failure of the question.
    var failure: InputFailure {
      switch self {
      case .confidenceOutOfRange:
        InputFailure(
          .confidence, "compare.confidence", "it lies between 0% and 100%, such as 95%")
      case .replicatesOutOfRange(let count):
        InputFailure(
          .replicates, "compare.replicates", "\(count) is not between 2 and 1000000")
      case .manyGroups(let count, let columns, let hiding):
        InputFailure(
          .by, "compare.many-groups",
          "\(columns.joined(separator: ", ")) makes \(count) groups",
          remedy: Self.coarser(columns).map {
            "take \(.parameter(.by, $0)), or hide groups of few with \(.parameter(hiding, "5"))"
          }
            ?? "hide groups of few with \(.parameter(hiding, "5")), or take another column"
        )
      case .aversionNotPositive:
        InputFailure(
          .atkinson, "compare.atkinson", "it is a number above 0, such as 0.5, and at most 20")
      case .pairsOfDesign(let parameter):
        InputFailure(
          .pairs, "compare.pairs",
          "\(.parameter(.pairs)) compares people who all count the same, and \(.parameter(parameter)) says otherwise",
          remedy:
            "leave it out; pairs are then compared by Welch's test, which takes the design along")
      case .noContributors:
        InputFailure(.minContributors, "compare.contributors", "it is a number from 1 up")
      case .shareOutOfRange:
        InputFailure(
          .maxShare, "compare.contributors", "it lies between 0% and 100%, such as 25%")
      }
    }
  }

  /// The most groups that are shown when nobody asked to have small ones hidden; a country has fewer
  /// states, and a classification fewer sectors.
  static let mostGroups: Int = 250

  /// Refuses what makes no sense whatever the data are.
  func check() throws(InputFailure) {
    try Self.check(confidence: level)
    guard (2...1_000_000).contains(bootstrap.replicates) else {
      throw Obstacle.replicatesOutOfRange(bootstrap.replicates).failure
    }
    if let inequalityAversion, !(inequalityAversion > 0 && inequalityAversion <= 20) {
      throw Obstacle.aversionNotPositive.failure
    }
    if pairTest != nil {
      if design.weighting != .none { throw Obstacle.pairsOfDesign(.weight).failure }
      if design.clusters != nil { throw Obstacle.pairsOfDesign(.cluster).failure }
      if design.strata != nil { throw Obstacle.pairsOfDesign(.strata).failure }
    }
    if design.replicates != nil {
      typealias Replicates = SurveyDesign.Replicates
      if interval == .bootstrap || interval == .bca {
        throw Replicates.Obstacle.withBootstrap.failure
      }
      if !characteristics.isEmpty { throw Replicates.Obstacle.withRegression(.adjust).failure }
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
  ///
  /// - Parameter draws: Whether something else is drawn from the bootstrap, such as an index of inequality.
  /// - Throws: `.usage` about the setting.
  func requireEffect(draws: Bool = false) throws(InputFailure) {
    try design.requireEffect()
    if draws || inequalityAversion != nil { return }
    guard interval != .bootstrap, interval != .bca else { return }
    let usual = Bootstrap()
    if bootstrap.replicates != usual.replicates {
      throw Parameter.replicates.without(.interval, "bootstrap")
    }
    if bootstrap.seed != usual.seed { throw Parameter.seed.without(.interval, "bootstrap") }
  }
}
