/// Which pay a survey reports; each is ranked by itself, so that the median of base and the median of
/// bonuses do not add up to the median of both.
public enum PayElement: String, Hashable, Sendable, CaseIterable {
  /// Base pay.
  case base
  /// Base pay and the incentive at target.
  case targetCash = "target_cash"
  /// Base pay and the incentive that was paid.
  case totalCash = "total_cash"
}
