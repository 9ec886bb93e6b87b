internal import Answers
internal import Findings
internal import SalaryData
internal import Statistics

extension PayGap {
  /// Why there is no gap between two groups.
  enum Obstacle: Sendable {
    /// The column does not have the group that was named.
    case unknownGroup(String, column: String, known: String)
    /// The column has one group, or none.
    case notTwo(Int, column: String, known: String)
    /// Both names are of one group.
    case sameGroup
    /// A group is one person.
    case onePerson(String)
    /// The groups have nobody to compare.
    case nobody
    /// No value of these columns has people of both groups.
    case neverTogether([String])
    /// Some pay has no logarithm.
    case payNotPositive
    /// Too few people have a counterpart in the other group.
    case noCounterparts
    /// A regression cannot be computed.
    case regression(RegressionFailure)

    /// The failure of the question.
    var failure: InputFailure {
      switch self {
      case .unknownGroup(let name, let column, let known):
        InputFailure(
          .groups, "gap.unknown-group", "\(column) has no value \"\(name)\"",
          remedy: "it has \(known)")
      case .notTwo(let count, let column, let known):
        InputFailure(
          .between, "gap.not-two", "\(column) has \(count) values, and a gap is between two",
          remedy: count == 0 ? nil : "it has \(known)")
      case .sameGroup: badData("a group is not held against itself")
      case .onePerson(let name):
        badData("\"\(name)\" is one person, and a gap needs two of each group")
      case .nobody: badData("the groups have nobody to compare")
      case .neverTogether(let columns):
        InputFailure(
          .by, "gap.impossible",
          "no value of \(columns.joined(separator: ", ")) has people of both groups",
          remedy: "take a column whose values both groups have, such as a level")
      case .payNotPositive: badData("some pay is zero or negative, so it has no logarithm")
      case .noCounterparts:
        badData(
          """
          no adjusted gap: fewer than two people of each group are complete and have a counterpart \
          with the same value of every characteristic in the other group
          """)
      case .regression(let failure): badData("no adjusted gap: \(failure.words)")
      }
    }

    private func badData(_ message: Inline) -> InputFailure {
      InputFailure(.badData, Finding("gap.impossible", about: .between, message))
    }
  }
}
