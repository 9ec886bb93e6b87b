package import Findings
internal import Tables

extension Parameter {
  /// The columns to group by.
  package static let by: Parameter = Parameter("by")
  /// Conditions that hold for the people who count.
  package static let `where`: Parameter = Parameter("where")
  /// The month of the pay where the data do not say.
  package static let date: Parameter = Parameter("date")
  /// The cleaning rules that set no row aside.
  package static let keep: Parameter = Parameter("keep")
  /// What pay is for where the data do not say.
  package static let payPeriod: Parameter = Parameter("pay period")
  /// What currencies are worth.
  static let rates: Parameter = Parameter("rates")
  /// The currency of amounts that name none.
  package static let assumeCurrency: Parameter = Parameter("assume currency")
}
