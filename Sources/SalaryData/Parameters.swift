package import Findings

extension Parameter {
  /// The columns to group by.
  package static let by: Parameter = Parameter("by")
  /// Conditions that hold for the people who count.
  package static let `where`: Parameter = Parameter("where")
  /// Which column holds what.
  package static let map: Parameter = Parameter("map")
}
