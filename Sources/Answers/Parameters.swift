package import Findings

extension Parameter {
  // MARK: Markets

  /// The month to bring pay to.
  package static let ageTo: Parameter = Parameter("age to")
  /// The characteristics to compare at.
  package static let adjust: Parameter = Parameter("adjust")
  /// The column that tells the two groups of a gap apart.
  package static let between: Parameter = Parameter("between")
  /// The column of clusters that were drawn whole.
  package static let cluster: Parameter = Parameter("cluster")
  /// The two groups of a gap.
  package static let groups: Parameter = Parameter("groups")
  /// What to do about a stratum with one sampling unit.
  package static let lonelyUnits: Parameter = Parameter("lonely units")
  /// Which pay counts.
  package static let pay: Parameter = Parameter("pay")
  /// The column of strata.
  package static let strata: Parameter = Parameter("strata")
  /// The column of weights.
  package static let weight: Parameter = Parameter("weight")
  /// What the weights mean.
  package static let weightKind: Parameter = Parameter("weight kind")

  // MARK: Pay

  /// The deal to explain.
  package static let explain: Parameter = Parameter("explain")
  /// The days that statements show.
  package static let period: Parameter = Parameter("period")
  /// The people whose statements are shown.
  package static let rep: Parameter = Parameter("rep")

  // MARK: Documents

  /// The language of documents.
  package static let locale: Parameter = Parameter("locale")
  /// The sections of a report.
  package static let section: Parameter = Parameter("section")
}
