public import ArgumentParser
import MarketAnswers
public import Statistics

/// How the people in the data stand for a population, the same for every verb that reads them.
struct SurveyOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The column of weights; say also what they mean.", valueName: "column"))
  var weight: String?

  @Option(
    help: ArgumentHelp(
      """
      What the weights mean: sampling (the row represents that many people), frequency (that many \
      people are equal) or reliability (the inverse of the row's variance).
      """, valueName: "kind"))
  var weightKind: Weighting?

  @Option(
    help: ArgumentHelp(
      "The column of clusters that were drawn whole, such as employer.", valueName: "column"))
  var cluster: String?

  @Option(
    help: ArgumentHelp(
      "The column of strata within which people or clusters were drawn.", valueName: "column"))
  var strata: String?

  @Option(
    help: ArgumentHelp(
      """
      What to do about a stratum with one sampling unit: fail, center (hold it against the mean of \
      all), certainty (no contribution to the variance).
      """, valueName: "policy"))
  var lonelyUnits: LonelyUnitPolicy = .fail

  @Option(
    help: ArgumentHelp(
      """
      The columns of replicate weights, in place of clusters and strata: PWGTP* for all numbers, or \
      PWGTP1-80.
      """, valueName: "columns"))
  var weightReplicates: String?

  @Option(
    help: ArgumentHelp(
      """
      How the survey made them: successive-difference (ACS, CPS), brr, fay=0.5, jackknife, bootstrap, or \
      factor=1 for what each squared difference counts.
      """, valueName: "method"))
  var replicateMethod: ReplicateWeights.Method?

  /// The design, with the names of its columns.
  var design: SurveyDesign {
    SurveyDesign(
      weighting: weightKind ?? .none, clusters: cluster, strata: strata, lonelyUnits: lonelyUnits,
      replicates: weightReplicates == nil && replicateMethod == nil
        ? nil : SurveyDesign.Replicates(weightReplicates ?? "", replicateMethod))
  }
}

extension Weighting: ExpressibleByArgument {
  public static var allValueStrings: [String] {
    allCases.filter { $0 != .none }.map(\.rawValue)
  }
}

extension ReplicateWeights.Method: ExpressibleByArgument {
  public init?(argument: String) { self.init(name: argument) }
  public var defaultValueDescription: String { name }
}

extension LonelyUnitPolicy: ExpressibleByArgument {
  public init?(argument: String) {
    guard let known = Self.allCases.first(where: { $0.defaultValueDescription == argument }) else {
      return nil
    }
    self = known
  }

  public var defaultValueDescription: String {
    switch self {
    case .fail: "fail"
    case .centerAtGrandMean: "center"
    case .certainty: "certainty"
    }
  }

  public static var allValueStrings: [String] { allCases.map(\.defaultValueDescription) }
  // The help of the option says it; the parser would set the raw values against the names.
  public static var allValueDescriptions: [String: String] { [:] }
}
