package import Findings

extension Parameter {
  /// Which column holds what.
  package static let map: Parameter = Parameter("map")
  /// A file that says which column holds what.
  package static let mapping: Parameter = Parameter("mapping")
  /// The decimal separator of amounts.
  package static let decimal: Parameter = Parameter("decimal")
  /// Whether day or month comes first in dates.
  package static let dates: Parameter = Parameter("dates")
  /// Whose all rows are.
  package static let allBy: Parameter = Parameter("all by")
}
