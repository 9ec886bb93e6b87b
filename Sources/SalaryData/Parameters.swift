package import Findings

extension Parameter {
  /// The columns to group by.
  package static let by: Parameter = Parameter("by")
  /// Conditions that hold for the people who count.
  package static let `where`: Parameter = Parameter("where")
  /// Which column holds what.
  package static let map: Parameter = Parameter("map")
  /// The month of the pay where the data do not say.
  package static let date: Parameter = Parameter("date")
  /// The decimal separator of amounts.
  package static let decimal: Parameter = Parameter("decimal")
  /// The cleaning rules that set no row aside.
  package static let keep: Parameter = Parameter("keep")
  /// What pay is for where the data do not say.
  package static let payPeriod: Parameter = Parameter("pay period")
}
