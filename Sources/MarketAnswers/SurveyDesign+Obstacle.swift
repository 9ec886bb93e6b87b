internal import Answers
internal import Findings
internal import SalaryData
internal import Statistics

extension SurveyDesign {
  /// Why the people of a table cannot stand for a population as the design says.
  enum Obstacle: Sendable {
    /// Weights are named, and nothing says what they mean.
    case weightWithoutKind
    /// The meaning of weights is named, and no weights.
    case kindWithoutWeight
    /// The table has no weights.
    case noWeights
    /// The table has no column of this name.
    case noColumn(String, Parameter, known: [String])
    /// Nobody has pay, weight and place.
    case nobody(of: Int, isWeighted: Bool)
    /// A stratum has one sampling unit.
    case lonelyUnit(stratum: String)
    /// A cluster occurs in more than one stratum.
    case clusterAcrossStrata(String)
    /// A weight is neither zero nor positive.
    case weightNotUsable(Double)
    /// A frequency is no whole number.
    case frequencyNotWhole(Double)
    /// The sample is not usable for another reason.
    case other(SampleFailure)

    /// The failure of the question.
    var failure: InputFailure {
      switch self {
      case .weightWithoutKind:
        InputFailure(
          .weight, "compare.weight-kind",
          """
          \(.parameter(.weight)) needs \(.parameter(.weightKind)), because the kinds give different \
          intervals
          """,
          remedy: """
            say sampling (the row represents that many people of the population, as in the \
            public-use files of surveys), frequency (the row stands for that many equal people) or \
            reliability (the row's variance is inversely proportional to the weight)
            """)
      case .kindWithoutWeight:
        InputFailure(
          .weightKind, "compare.weight-kind",
          "it says what weights mean, and no weights are named",
          remedy: "add \(.parameter(.weight, "COLUMN"))")
      case .noWeights:
        InputFailure(.weight, "compare.no-weights", "there are no weights")
      case .noColumn(let name, let parameter, let known):
        InputFailure(
          parameter, "compare.unknown-column", "there is no column \"\(name)\"",
          remedy: NearMiss.remedy(for: name, among: known))
      case .nobody(let rows, let isWeighted):
        InputFailure(
          .badData,
          Finding(
            "compare.nobody", about: isWeighted ? .weight : .pay,
            """
            of \(rows) people nobody has pay and, where they were asked for, a weight above zero, a \
            cluster and a stratum
            """))
      case .lonelyUnit(let stratum):
        unusable(
          .strata, "stratum \"\(stratum)\" has only one sampling unit",
          remedy: """
            merge it with another one, or say \(.parameter(.lonelyUnits, "center")) or certainty
            """)
      case .clusterAcrossStrata(let cluster):
        unusable(
          .cluster,
          """
          cluster "\(cluster)" occurs in more than one stratum, and clusters are drawn within strata
          """)
      case .weightNotUsable(let weight):
        unusable(.weight, "a weight is \(weight); weights are zero or positive")
      case .frequencyNotWhole(let weight):
        unusable(
          .weightKind, "a weight is \(weight), and frequencies are whole numbers",
          remedy: "say \(.parameter(.weightKind, "sampling")) or reliability")
      case .other(let failure): unusable(.weight, failure.words)
      }
    }

    private func unusable(
      _ parameter: Parameter, _ message: Inline, remedy: Inline? = nil
    ) -> InputFailure {
      InputFailure(
        .badData, Finding("compare.design", about: parameter, message, remedy: remedy))
    }

    /// Puts the names of a table to the failure of a sample.
    init(_ failure: SampleFailure, _ design: SurveyDesign, _ table: SalaryTable) {
      func label(_ code: Int, of column: String?) -> String {
        let labels = column.map { table.categories(named: $0).labels } ?? []
        return labels.indices.contains(code) ? labels[code] : "\(code)"
      }
      switch failure {
      case .lonelyUnit(let stratum):
        self = .lonelyUnit(stratum: label(stratum, of: design.strata))
      case .clusterAcrossStrata(let cluster):
        self = .clusterAcrossStrata(label(cluster, of: design.clusters))
      case .weightNotUsable(_, let weight): self = .weightNotUsable(weight)
      case .frequencyNotWhole(_, let weight): self = .frequencyNotWhole(weight)
      default: self = .other(failure)
      }
    }
  }
}

extension SurveyDesign {
  /// Refuses a policy about strata where there are none.
  func requireEffect() throws(InputFailure) {
    if strata == nil, lonelyUnits != SurveyDesign().lonelyUnits {
      throw Parameter.lonelyUnits.without(.strata)
    }
  }
}

extension InputFailure {
  /// A failure of a sample, in the words of the settings that it came from.
  init(_ failure: SampleFailure, _ design: SurveyDesign, _ table: SalaryTable) {
    self = SurveyDesign.Obstacle(failure, design, table).failure
  }
}
