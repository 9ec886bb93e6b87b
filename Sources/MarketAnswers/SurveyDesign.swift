public import Statistics

/// How the people of a table stand for a population: what their weights mean, clusters, and strata.
///
/// Weights are in the table's column of the role `weight`.
public struct SurveyDesign: Hashable, Sendable {
  /// What the weights mean; `.none` for people who stand for themselves.
  public var weighting: Weighting
  /// The column of the clusters that were drawn whole, such as employers.
  public var clusters: String?
  /// The column of the strata within which people or clusters were drawn.
  public var strata: String?
  /// What to do about a stratum with one sampling unit.
  public var lonelyUnits: LonelyUnitPolicy
  /// The weights that the survey publishes in place of clusters and strata.
  public var replicates: Replicates?

  /// Creates a design; without arguments everybody stands for themselves.
  public init(
    weighting: Weighting = .none, clusters: String? = nil, strata: String? = nil,
    lonelyUnits: LonelyUnitPolicy = .fail, replicates: Replicates? = nil
  ) {
    self.weighting = weighting
    self.clusters = clusters
    self.strata = strata
    self.lonelyUnits = lonelyUnits
    self.replicates = replicates
  }
}
