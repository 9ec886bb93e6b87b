internal import Findings

extension Parameter {
  /// The currency of amounts that name none.
  static let currency: Parameter = Parameter("currency")
  /// The day of the pay of surveys that do not say it.
  static let effective: Parameter = Parameter("effective")
}
