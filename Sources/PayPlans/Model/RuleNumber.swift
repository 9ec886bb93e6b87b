/// A number of a rule that can be turned; rows are those of its terms, counted from 0.
package enum RuleNumber: Hashable {
  /// What a row pays.
  case pay(row: Int)
  /// The end of a band, or the place of a corner or step.
  case level(row: Int)
  /// What all rates pay from a row on.
  case rates(from: Int)
  /// The attainment below which nothing is paid.
  case threshold
  /// The most that is paid or credited.
  case cap
}
