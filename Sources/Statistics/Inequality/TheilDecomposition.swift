internal import CSpecialFunctions

/// Theil's T of several groups together, split into what is within them and what is between them.
///
/// T = Σ s_g T_g + Σ s_g ln(μ_g/μ), s_g the group's share of all pay. Source: Shorrocks, "The class of
/// additively decomposable inequality measures", Econometrica 48 (1980).
public struct TheilDecomposition: Sendable, Hashable {
  /// The inequality within the groups, Σ s_g T_g.
  public let within: Double
  /// The inequality between the means of the groups, Σ s_g ln(μ_g/μ).
  public let between: Double
  /// The inequality of everyone, T: the sum of both parts.
  public var total: Double { within + between }

  /// Decomposes groups; nil when all are empty, or unless every value is positive.
  ///
  /// - Complexity: O(n).
  public init?(_ groups: [Sample]) {
    var parts: [(pay: Double, mean: Double, index: Double)] = []
    var weight = 0.0
    for group in groups {
      guard let mean = group.mean else { continue }
      guard let index = try? group.theilT() else { return nil }
      parts.append((group.totalWeight * mean, mean, index))
      weight += group.totalWeight
    }
    guard weight > 0 else { return nil }
    let pay = parts.reduce(0) { $0 + $1.pay }
    within = parts.reduce(0) { $0 + $1.pay / pay * $1.index }
    between = parts.reduce(0) { $0 + $1.pay / pay * log($1.mean * weight / pay) }
  }
}
