package import Findings

extension Parameter {
  /// The ledger.
  package static let ledger: Parameter = Parameter("ledger")
  /// The first period of a ledger.
  package static let firstPeriod: Parameter = Parameter("first")
  /// The period of a ledger that something is done to.
  package static let ledgerPeriod: Parameter = Parameter("ledger period")
  /// The day on which something is done to a ledger.
  package static let actedOn: Parameter = Parameter("on")
  /// Who does it.
  package static let actedBy: Parameter = Parameter("by")
  /// An entry of a ledger.
  package static let entry: Parameter = Parameter("entry")
  /// A dispute in a ledger.
  package static let dispute: Parameter = Parameter("dispute")
  /// A deal that is meant to be gone.
  package static let reverse: Parameter = Parameter("reverse")
  /// Balances that stood when a ledger began.
  package static let balances: Parameter = Parameter("balances")
  /// The layout of a payroll file.
  package static let template: Parameter = Parameter("template")
  /// A setting of that layout.
  package static let set: Parameter = Parameter("set")
}
