import Answers
public import ArgumentParser
import Findings
import MarketAnswers
import SalaryData
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

  func validate() throws {
    guard weight != nil, weightKind == nil || weightKind == Weighting.none else {
      guard weight != nil || weightKind == nil else {
        throw ValidationError("--weight-kind says what weights mean; add --weight COLUMN")
      }
      return
    }
    throw ValidationError(
      """
      --weight needs --weight-kind, because the kinds give different intervals: sampling (the row \
      represents that many people of the population, as in the public-use files of surveys), \
      frequency (the row stands for that many equal people), reliability (the row's variance is \
      inversely proportional to the weight)
      """)
  }

  /// The design, with the names of its columns.
  var design: SurveyDesign {
    SurveyDesign(
      weighting: weightKind ?? .none, clusters: cluster, strata: strata, lonelyUnits: lonelyUnits)
  }

  /// Adds what the reading of a file must know to find the columns of the design.
  func prepare(_ options: inout SalaryReadingOptions) throws {
    if let weight {
      if weight != ColumnRole.weight.rawValue {
        try options.mapping.add("\(ColumnRole.weight.rawValue)=\(weight)")
      }
      options.columns.append(ColumnRole.weight.rawValue)
    }
    options.columns += [cluster, strata].compactMap { $0 }
  }

  /// A warning where a file has weights that nobody asked to use.
  func unusedWeights(_ recognition: ColumnRecognition, file: String) -> Finding? {
    guard weight == nil, let name = recognition.name(of: .weight) else { return nil }
    return Finding(
      "compare.unused-weights", .warning, at: Place(file: file),
      "the column \"\(name)\" looks like weights and is not used",
      remedy: "say --weight \"\(name)\" --weight-kind sampling, or frequency, or reliability")
  }
}

extension Weighting: ExpressibleByArgument {
  public static var allValueStrings: [String] {
    allCases.filter { $0 != .none }.map(\.rawValue)
  }
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
