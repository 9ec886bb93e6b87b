internal import Answers
internal import Findings
internal import SalaryData
internal import Statistics
internal import Tables

extension SurveyDesign {
  /// Refuses weights of which nobody says what they mean, and a meaning without weights.
  func requireKind(ofWeight weight: String?) throws(InputFailure) {
    if weight != nil, weighting == .none { throw Obstacle.weightWithoutKind.failure }
    if weight == nil, weighting != .none { throw Obstacle.kindWithoutWeight.failure }
    guard let replicates else { return }
    if replicates.columns.isEmpty { throw Replicates.Obstacle.methodWithoutColumns.failure }
    if replicates.method == nil { throw Replicates.Obstacle.withoutMethod.failure }
    if weighting != .sampling { throw Replicates.Obstacle.withoutFullWeights.failure }
    if clusters != nil { throw Replicates.Obstacle.besideDesign(.cluster).failure }
    if strata != nil { throw Replicates.Obstacle.besideDesign(.strata).failure }
  }

  /// Adds what the reading of a file must know to find the columns of the design.
  func prepare(
    _ options: inout SalaryReadingOptions, weight: String?, header: [String]
  ) throws(InputFailure) {
    if let weight {
      if weight != ColumnRole.weight.rawValue {
        try options.mapping.add(
          "\(ColumnRole.weight.rawValue)=\(weight)", to: .people, among: [.people])
      }
      options.columns.append(ColumnRole.weight.rawValue)
    }
    options.columns += [clusters, strata].compactMap(\.self)
    if let replicates {
      let names = try replicates.names(among: header)
      if let weight, let full = names.first(where: { $0.lowercased() == weight.lowercased() }) {
        throw Replicates.Obstacle.containsFullWeights(full).failure
      }
      options.columns += names
    }
  }

  /// A warning where a file has weights that nobody asked to use.
  static func unusedWeights(_ column: String, file: String) -> Finding {
    Finding(
      "compare.unused-weights", .warning, at: Place(file: file),
      "the column \"\(column)\" looks like weights and is not used",
      remedy: """
        say \(.parameter(.weight, "\"\(column)\"")) \(.parameter(.weightKind, "sampling")), or \
        frequency, or reliability
        """)
  }
}
