internal import SalaryData
internal import Statistics

/// When the pay of a group may be shown: enough contributors, and none of them too large.
///
/// The customary floor of pay surveys is five employers of whom none has more than a quarter of the
/// weighted group. It is from the 1996 statements of the US antitrust agencies, which were withdrawn
/// in 2023, so it is a custom and no legal safe harbour.
public struct DisclosureRule: Hashable, Sendable {
  /// The number of contributors that surveys usually ask for.
  public static let customaryContributors: Int = 5

  /// The fewest contributors that a group may have.
  public var minContributors: Int
  /// The largest share of the weighted group that one contributor may have, such as 0.25.
  public var maxShare: Double?

  /// Creates a rule.
  public init(minContributors: Int = customaryContributors, maxShare: Double? = nil) {
    self.minContributors = minContributors
    self.maxShare = maxShare
  }

  /// Why a group is not shown.
  public enum Reason: String, Hashable, Sendable, CaseIterable {
    /// It has too few contributors.
    case tooFew = "too_few"
    /// One contributor has too large a share.
    case dominated
    /// What is hidden would follow from the total and the groups that are shown.
    case complementary
  }

  /// Returns why a group of these contributors may not be shown; nil if it may.
  package func reason(against contributors: Contributors) -> Reason? {
    if contributors.count < minContributors { return .tooFew }
    // A rounding error must not hide a share of exactly the limit.
    if let maxShare, contributors.largestShare > maxShare * (1 + 1e-12) { return .dominated }
    return nil
  }

  /// Returns for each group why it is not shown, nil for those that are.
  ///
  /// The groups make up a total that is shown. Their hidden part is then a group as well, which
  /// anybody can compute, so more groups are hidden, the smallest first, until there are at least
  /// two of them and together they fulfil the rule.
  ///
  /// - Complexity: O(groups² + contributors).
  package func reasons(for groups: [Contributors]) -> [Reason?] {
    var reasons = groups.map { reason(against: $0) }
    var hidden = groups.indices.filter { reasons[$0] != nil }
    guard !hidden.isEmpty else { return reasons }
    var together = hidden.reduce(into: Contributors.nobody) { $0.add(groups[$1]) }
    while hidden.count < 2 || reason(against: together) != nil {
      guard
        let next = groups.indices.filter({ reasons[$0] == nil })
          .min(by: { (groups[$0].count, groups[$0].total) < (groups[$1].count, groups[$1].total) })
      else { break }
      reasons[next] = .complementary
      hidden.append(next)
      together.add(groups[next])
    }
    return reasons
  }
}

/// Who contributed to a group, and with what weight.
package struct Contributors {
  /// The weight of each employer by its number; empty where people are the contributors.
  private var employers: [UInt32: Double] = [:]
  private var people = 0
  private var heaviestPerson = 0.0
  /// The weight of all.
  package private(set) var total = 0.0

  package static let nobody: Contributors = Contributors()

  /// The number of contributors.
  package var count: Int { employers.isEmpty ? people : employers.count }

  /// The share of the largest one in the weight of all.
  package var largestShare: Double {
    let largest = employers.isEmpty ? heaviestPerson : employers.values.max() ?? 0
    return total > 0 ? largest / total : 0
  }

  /// Adds a person, under the employer if employers are the contributors.
  ///
  /// People whose employer is not said count as those of one, because they may be.
  package mutating func add(person weight: Double, employer: UInt32?) {
    if let employer { employers[employer, default: 0] += weight }
    people += 1
    heaviestPerson = max(heaviestPerson, weight)
    total += weight
  }

  package mutating func add(_ other: Contributors) {
    employers.merge(other.employers, uniquingKeysWith: +)
    people += other.people
    heaviestPerson = max(heaviestPerson, other.heaviestPerson)
    total += other.total
  }
}
