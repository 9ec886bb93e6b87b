public import Amounts

/// A cut that a job is matched to, and what the match lacks.
public struct JobMatch: Hashable, Sendable {
  /// The cut.
  public var cut: SurveyCut
  /// What is added for a job that is larger than the survey's, as a fraction; negative for a smaller one.
  public var adjustment: Ratio
  /// Why.
  public var reason: String?
  /// The weight of the cut, where weights are stated.
  public var weight: Ratio?

  /// Creates a match; without an adjustment the job is that of the survey.
  public init(
    _ cut: SurveyCut, adjustment: Ratio = .zero, reason: String? = nil, weight: Ratio? = nil
  ) {
    self.cut = cut
    self.adjustment = adjustment
    self.reason = reason
    self.weight = weight
  }
}

/// What the cuts of a blend count by.
public enum BlendWeights: String, Hashable, Sendable, CaseIterable {
  /// Each as much as the other.
  case equal
  /// By the people that it rests on.
  case incumbents
  /// By the employers that it rests on.
  case organizations
  /// By the weights that a person stated.
  case stated
}

/// How few employers and people a cut may rest on.
public struct MinimumData: Hashable, Sendable {
  /// The fewest employers.
  public var organizations: Int
  /// The fewest people.
  public var incumbents: Int

  /// Creates a rule; five of each is what survey houses publish from.
  public init(organizations: Int = 5, incumbents: Int = 5) {
    self.organizations = organizations
    self.incumbents = incumbents
  }
}
